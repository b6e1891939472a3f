"""Ergebnis: a published result of a dialogue."""

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
from zope import schema
from zope.interface import implementer
from zope.interface import invariant


class IErgebnis(model.Schema):
    """What came of a dialogue, readable on the page itself."""

    kind = schema.Choice(
        title=_("content_result_kind", default="Art"),
        vocabulary="kommunaldialog.ResultKinds",
        default="short_information",
    )
    date = schema.Date(title=_("content_result_date", default="Datum"), required=False)
    summary = summary_text()
    model.primary("file")
    file = published_file()
    directives.widget(
        "municipalities",
        AjaxSelectFieldWidget,
        vocabulary="kommunaldialog.Municipalities",
    )
    municipalities = choices(
        _("content_dialog_municipalities", default="Beteiligte Kommunen"),
        "kommunaldialog.Municipalities",
    )

    model.fieldset(
        "implementation",
        label=_("content_fieldset_implementation", default="Umsetzung"),
        fields=["implementation", "responsible", "due", "statement"],
    )
    implementation = schema.Choice(
        title=_("content_result_implementation", default="Stand der Umsetzung"),
        vocabulary="kommunaldialog.ImplementationStates",
        required=False,
    )
    responsible = schema.TextLine(
        title=_("content_result_responsible", default="Zuständige Stelle"),
        required=False,
    )
    due = schema.Date(
        title=_("content_result_due", default="Zugesagt bis"), required=False
    )
    statement = schema.Text(
        title=_("content_result_statement", default="Stellungnahme"), required=False
    )

    invariant(file_has_a_summary)


@implementer(IErgebnis, IPublic)
class Ergebnis(Item):
    """A result."""
