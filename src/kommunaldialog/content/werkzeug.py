"""Werkzeug: an item of the toolkit, which other municipalities can use again."""

from kommunaldialog import _
from kommunaldialog.content.fields import choices
from kommunaldialog.content.fields import file_has_a_summary
from kommunaldialog.content.fields import published_file
from kommunaldialog.content.fields import summary_text
from kommunaldialog.content.public import IPublic
from plone.app.z3cform.widgets.select import AjaxSelectFieldWidget
from plone.autoform import directives
from plone.dexterity.content import Item
from plone.supermodel import model
from z3c.form.browser.checkbox import CheckBoxFieldWidget
from zope import schema
from zope.interface import implementer
from zope.interface import invariant


class IWerkzeug(model.Schema):
    """What it is, in which phase of a dialogue it helps, and where it comes from."""

    kind = schema.Choice(
        title=_("content_tool_kind", default="Art"),
        vocabulary="kommunaldialog.ToolKinds",
        default="guide",
    )
    directives.widget("phases", CheckBoxFieldWidget)
    phases = choices(
        _("content_tool_phases", default="Hilft in dieser Phase"),
        "kommunaldialog.ToolPhases",
    )
    directives.widget("topics", CheckBoxFieldWidget)
    topics = choices(
        _("content_dialog_topics", default="Themen"), "kommunaldialog.Topics"
    )
    summary = summary_text()
    model.primary("file")
    file = published_file()
    directives.widget(
        "dialogues", AjaxSelectFieldWidget, vocabulary="kommunaldialog.Dialogs"
    )
    dialogues = choices(
        _("content_tool_dialogues", default="Kommt aus diesen Dialogen"),
        "kommunaldialog.Dialogs",
    )
    contact = schema.Choice(
        title=_("content_contact", default="Ansprechperson"),
        vocabulary="kommunaldialog.Contacts",
        required=False,
    )

    invariant(file_has_a_summary)


@implementer(IWerkzeug, IPublic)
class Werkzeug(Item):
    """An item of the toolkit."""
