"""easyform's field editor, kept to what an application form may contain.

The editor's own pages are used as they are; here they only learn which types of
questions to offer, and which of easyform's settings have a meaning in applications.
"""

from Acquisition import aq_parent
from collective.easyform.browser.fields import EasyFormFieldsListingPage
from collective.easyform.browser.fields import EasyFormFieldsView
from collective.easyform.browser.fields import FieldsSchemaListing
from collective.easyform.exportimport import FieldExtender
from collective.easyform.interfaces import IEasyFormFieldsContext
from collective.easyform.interfaces import IFieldValidator
from kommunaldialog import _
from kommunaldialog.forms.files import FileRule
from kommunaldialog.forms.kinds import Kind
from kommunaldialog.forms.kinds import kind_of
from plone.schemaeditor.fields import FieldFactory
from plone.supermodel import model
from Products.Five.browser import BrowserView
from z3c.form import button
from zExceptions import NotFound
from zope import schema
from zope.component import adapter
from zope.component import getUtilitiesFor
from zope.i18n import translate
from zope.interface import implementer
from zope.interface import provider
from zope.publisher.interfaces import IPublishTraverse
from zope.schema.interfaces import IContextSourceBinder
from zope.schema.interfaces import IField
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary
from ZPublisher.HTTPRequest import HTTPRequest


class IQuestionsEditor(IEasyFormFieldsContext):
    """The field editor of an Antragsformular."""


@implementer(IQuestionsEditor)
class QuestionsEditor(EasyFormFieldsView):
    """easyform's field editor with the types that `lint` lets through."""

    # Otherwise people read "fields", the view's name.
    label = _("forms_editor", default="Fragen bearbeiten")

    allowedFields = (
        "zope.schema._bootstrapfields.TextLine",
        "zope.schema._bootstrapfields.Text",
        "zope.schema._bootstrapfields.Bool",
        "zope.schema._bootstrapfields.Int",
        "zope.schema._bootstrapfields.Decimal",
        "zope.schema._field.Choice",
        "zope.schema._field.Set",
        "zope.schema._field.Date",
        "zope.schema._field.URI",
        "plone.schema.email.Email",
        "plone.namedfile.field.NamedBlobFile",
        "collective.easyform.fields.Label",
        "collective.easyform.fields.RichLabel",
    )

    def __init__(self, context: object, request: HTTPRequest) -> None:
        super().__init__(context, request)
        title = translate(self.label, context=request)
        self.Title = lambda: title


class QuestionsList(FieldsSchemaListing):
    """The list of questions, each changed in a dialog that saves at once.

    easyform's own "Save" keeps what was typed into the preview as default answers.
    Applications have none, and a browser sends nothing while a required one is empty.
    """

    buttons = FieldsSchemaListing.buttons.omit("save")
    handlers = FieldsSchemaListing.handlers.copy()

    @button.buttonAndHandler(
        _("forms_editor_back", default="Zurück zum Antragsformular"), name="back"
    )
    def back(self, action: object) -> None:
        """To where the form is published."""
        self.request.response.redirect(aq_parent(self.context).absolute_url())


class QuestionsListPage(EasyFormFieldsListingPage):
    """The page around the list."""

    form = QuestionsList


DecimalFactory = FieldFactory(
    schema.Decimal, _("forms_type_amount", default="Betrag (Dezimalzahl)")
)

# Where a kind can be shown in more than one way.
_WIDGETS = {
    Kind.YES_NO: {
        "z3c.form.browser.radio.RadioFieldWidget": _(
            "forms_widget_yes_no", default="Ja oder Nein zum Auswählen"
        ),
        "plone.app.z3cform.widgets.singlecheckbox.SingleCheckBoxBoolFieldWidget": _(
            "forms_widget_box", default="Kästchen zum Ankreuzen"
        ),
    },
    Kind.CHOICE: {
        "z3c.form.browser.radio.RadioFieldWidget": _(
            "forms_widget_radios", default="alle Werte untereinander"
        ),
        "z3c.form.browser.select.SelectFieldWidget": _(
            "forms_widget_select", default="Auswahlliste"
        ),
    },
}


@provider(IContextSourceBinder)
def widgets_of_field(field: object) -> SimpleVocabulary:
    """The ways in which the edited question can be shown."""
    found = _WIDGETS.get(_kind(field), {})
    return SimpleVocabulary([SimpleTerm(k, k, title) for k, title in found.items()])


@provider(IContextSourceBinder)
def validators_of_field(field: object) -> SimpleVocabulary:
    """The checks for the edited question: rules for files, or all others."""
    for_file = _kind(field) is Kind.FILE
    return SimpleVocabulary(
        [
            SimpleTerm(name, name, getattr(validator, "title", name))
            for name, validator in sorted(getUtilitiesFor(IFieldValidator))
            if isinstance(validator, FileRule) == for_file
        ]
    )


def _kind(field: object) -> Kind | None:
    try:
        return kind_of(field)
    except KeyError:
        return None


class IQuestionSettings(model.Schema):
    """What an editor sets for a question besides its label, hint and limits."""

    field_widget = schema.Choice(
        title=_("forms_setting_widget", default="Darstellung"),
        source=widgets_of_field,
        required=False,
    )
    validators = schema.List(
        title=_("forms_setting_checks", default="Prüfungen"),
        description=_(
            "forms_setting_checks_help",
            default="Eine Datei braucht genau eine: welche Formate und welche Größe "
            "möglich sind.",
        ),
        value_type=schema.Choice(source=validators_of_field),
        required=False,
    )
    depends_on = schema.TextLine(
        title=_("forms_setting_condition", default="Nur ausfüllen, wenn"),
        description=_(
            "forms_setting_condition_help",
            default="Kurzname einer anderen Frage und ihr Wert, zum Beispiel "
            "„themen=Anderes“ oder „extern_begleitet“.",
        ),
        default="",
        required=False,
    )


@adapter(IQuestionsEditor, IField)
def question_settings(editor: QuestionsEditor, field: object) -> type:
    """Offer our settings in place of easyform's, TALES expressions among them."""
    return IQuestionSettings


@implementer(IQuestionSettings)
@adapter(IField)
class QuestionSettings(FieldExtender):
    """Kept where easyform keeps them: in the form's XML."""


@implementer(IPublishTraverse)
class Shut(BrowserView):
    """In place of easyform's pages that receive, list or export submissions."""

    def publishTraverse(self, request: object, name: str) -> None:
        """Nothing lies below; raises NotFound."""
        raise NotFound(name)

    def browserDefault(self, request: object) -> tuple[object, tuple[str, ...]]:
        """Answer itself, not a default view of something below."""
        return self, ()

    def __call__(self, *args: object, **kwargs: object) -> None:
        """Raises NotFound, whatever is sent."""
        raise NotFound(self.__name__)
