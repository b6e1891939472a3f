"""Antragsformular: the workshop in which web editors design a programme's form.

An EasyForm that is never submitted: what it publishes are immutable versions (see
`forms.versions`), over which applications are rendered. Its own portal type gives it
its own workflow and views, so that no view of easyform ever receives anything for it.
"""

from collective.easyform.content import EasyForm
from collective.easyform.interfaces import IEasyForm
from kommunaldialog import _
from kommunaldialog.forms.default_model import default_model
from kommunaldialog.forms.default_model import NO_ACTIONS
from plone.autoform import directives
from zope import schema
from zope.interface import implementer
from zope.interface import provider
from zope.schema.interfaces import IContextAwareDefaultFactory


@provider(IContextAwareDefaultFactory)
def first_questions(context: object) -> str:
    """The example that a new form begins with."""
    return default_model()


class IAntragsformular(IEasyForm):
    """The draft of an application form, in easyform's own format.

    Replaces two defaults of easyform: its example questions, and the action that
    mails what was sent.
    """

    directives.omitted("fields_model", "actions_model")
    fields_model = schema.Text(
        title=_("forms_fields_model", default="Fragen (XML)"),
        defaultFactory=first_questions,
    )
    actions_model = schema.Text(
        title=_("forms_actions_model", default="Aktionen (XML)"), default=NO_ACTIONS
    )


@implementer(IAntragsformular)
class Antragsformular(EasyForm):
    """The workshop of a programme's application form."""
