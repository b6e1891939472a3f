"""Dialog: a programme of dialogues, or one municipal dialogue within it."""

from kommunaldialog import _
from kommunaldialog.content.fields import choices
from kommunaldialog.content.fields import END_BEFORE_START
from kommunaldialog.content.fields import text_lines
from kommunaldialog.content.web import is_web_address
from plone.autoform import directives
from plone.dexterity.content import Container
from plone.supermodel import model
from z3c.form.browser.checkbox import CheckBoxFieldWidget
from zope import schema
from zope.interface import implementer
from zope.interface import Invalid
from zope.interface import invariant


class IDialog(model.Schema):
    """Goal, people, municipalities and course of a dialogue."""

    kind = schema.Choice(
        title=_("content_dialog_kind", default="Art"),
        vocabulary="kommunaldialog.DialogKinds",
        default="municipal",
    )
    central_question = schema.TextLine(
        title=_("content_dialog_question", default="Leitfrage"),
        description=_(
            "content_dialog_question_help",
            default="Die eine Frage, um die es geht, in einem Satz.",
        ),
        required=False,
    )
    goal = schema.Text(title=_("content_dialog_goal", default="Ziel"), required=False)
    use_of_results = schema.Text(
        title=_(
            "content_dialog_use_of_results",
            default="Was mit den Ergebnissen geschieht",
        ),
        description=_(
            "content_dialog_use_of_results_help",
            default="Wer entscheidet worüber, und bis wann?",
        ),
        required=False,
    )
    concerns = schema.Text(
        title=_("content_dialog_concerns", default="Sorgen und Einwände"),
        description=_(
            "content_dialog_concerns_help",
            default="Was Menschen vor Ort beschäftigt, auch wenn es unbequem ist.",
        ),
        required=False,
    )
    directives.widget("topics", CheckBoxFieldWidget)
    topics = choices(
        _("content_dialog_topics", default="Themen"), "kommunaldialog.Topics"
    )
    participation_level = schema.Choice(
        title=_("content_dialog_level", default="Grad der Beteiligung"),
        vocabulary="kommunaldialog.ParticipationLevels",
        required=False,
    )
    status = schema.Choice(
        title=_("content_dialog_status", default="Stand"),
        vocabulary="kommunaldialog.DialogStatus",
        default="planned",
    )
    start = schema.Date(
        title=_("content_dialog_start", default="Beginn"), required=False
    )
    end = schema.Date(title=_("content_dialog_end", default="Ende"), required=False)
    municipalities = choices(
        _("content_dialog_municipalities", default="Beteiligte Kommunen"),
        "kommunaldialog.Municipalities",
    )
    municipality_count = schema.Int(
        title=_(
            "content_dialog_municipality_count", default="Zahl der beteiligten Kommunen"
        ),
        description=_(
            "content_dialog_municipality_count_help",
            default="Nur, wenn nicht alle Kommunen mit Namen bekannt sind.",
        ),
        min=1,
        required=False,
    )
    participant_groups = text_lines(_("content_dialog_groups", default="Wer mitredet"))
    participant_number = schema.Int(
        title=_("content_dialog_participants", default="Zahl der Teilnehmenden"),
        min=0,
        required=False,
    )
    methods = text_lines(_("content_dialog_methods", default="Methoden"))

    model.fieldset(
        "partners",
        label=_("content_fieldset_partners", default="Träger und Partner"),
        fields=["initiators", "organisers", "funders", "science", "partners"],
    )
    initiators = text_lines(
        _("content_dialog_initiators", default="Initiatorinnen und Initiatoren"),
        _(
            "content_dialog_initiators_help",
            default="Eine Person oder Stelle je Zeile, mit dem Amt zu dieser Zeit.",
        ),
    )
    organisers = text_lines(_("content_dialog_organisers", default="Veranstalter"))
    funders = text_lines(_("content_dialog_funders", default="Förderer"))
    science = text_lines(_("content_dialog_science", default="Wissenschaft"))
    partners = text_lines(_("content_dialog_partners", default="Partner"))

    model.fieldset(
        "contact",
        label=_("content_fieldset_contact", default="Kontakt und Zugang"),
        fields=["contact", "easy_language", "sign_language_video"],
    )
    contact = schema.Choice(
        title=_("content_contact", default="Ansprechperson"),
        vocabulary="kommunaldialog.Contacts",
        required=False,
    )
    easy_language = schema.URI(
        title=_("content_dialog_easy_language", default="Fassung in Leichter Sprache"),
        constraint=is_web_address,
        description=_("content_web_address", default="Adresse mit https://"),
        required=False,
    )
    sign_language_video = schema.URI(
        title=_("content_dialog_sign_language", default="Video in Gebärdensprache"),
        constraint=is_web_address,
        description=_("content_web_address", default="Adresse mit https://"),
        required=False,
    )

    @invariant
    def end_is_not_before_start(data: "IDialog") -> None:
        if data.start and data.end and data.end < data.start:
            raise Invalid(END_BEFORE_START)


@implementer(IDialog)
class Dialog(Container):
    """A dialogue; holds its events, results and municipal dialogues."""
