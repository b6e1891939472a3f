"""Dialog: a programme of dialogues, or one municipal dialogue within it."""

from kommunaldialog import _
from kommunaldialog.content.fields import choices
from kommunaldialog.content.fields import END_BEFORE_START
from kommunaldialog.content.fields import text_lines
from kommunaldialog.content.phases import phases_widget
from kommunaldialog.content.public import IPublic
from kommunaldialog.content.web import is_web_address
from kommunaldialog.content.wrong import Wrong
from kommunaldialog.domain.phase import parse_phases
from plone.app.z3cform.widgets.select import AjaxSelectFieldWidget
from plone.autoform import directives
from plone.dexterity.content import Container
from plone.schema import JSONField
from plone.supermodel import model
from z3c.form.browser.checkbox import CheckBoxFieldWidget
from zope import schema
from zope.interface import implementer
from zope.interface import Invalid
from zope.interface import invariant


PHASES = """{
  "type": "array",
  "items": {
    "type": "object",
    "properties": {
      "title": {"type": "string", "minLength": 1},
      "start": {"type": ["string", "null"]},
      "end": {"type": ["string", "null"]}
    },
    "required": ["title"],
    "additionalProperties": false
  }
}"""


def are_phases(value: list[dict[str, str | None]]) -> bool:
    """Constraint of a field: rows that domain/phase.py can read."""
    try:
        parse_phases(value)
    except ValueError as error:
        raise Wrong(
            _(
                "content_dialog_phases_wrong",
                default=(
                    "Bitte geben Sie jeder Phase einen Namen und gültige Tage. "
                    "Das Ende darf nicht vor dem Beginn liegen."
                ),
            )
        ) from error
    return True


class IDialog(model.Schema):
    """What it is about, what happens with the results, who takes part and when.

    In the order in which an editor thinks of it; what is needed to publish is asked
    for then (usecases/public.py), not to save.
    """

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
    goal = schema.Text(
        title=_("content_dialog_goal", default="Ziel"),
        description=_(
            "content_dialog_goal_help",
            default="Was am Ende anders sein soll. Nötig, um zu veröffentlichen.",
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

    model.fieldset(
        "outcome",
        label=_("content_fieldset_outcome", default="Ergebnisse"),
        fields=[
            "use_of_results",
            "decided_by",
            "decided_until",
            "participation_level",
        ],
    )
    use_of_results = schema.Text(
        title=_(
            "content_dialog_use_of_results",
            default="Was mit den Ergebnissen geschieht",
        ),
        description=_(
            "content_dialog_use_of_results_needed",
            default="In wenigen Sätzen. Nötig, um zu veröffentlichen.",
        ),
        required=False,
    )
    decided_by = schema.TextLine(
        title=_("content_dialog_decided_by", default="Wer darüber entscheidet"),
        description=_(
            "content_dialog_decided_by_help", default="Zum Beispiel: der Gemeinderat"
        ),
        required=False,
    )
    decided_until = schema.Date(
        title=_("content_dialog_decided_until", default="Bis wann entschieden wird"),
        required=False,
    )
    participation_level = schema.Choice(
        title=_("content_dialog_level", default="Grad der Beteiligung"),
        vocabulary="kommunaldialog.ParticipationLevels",
        required=False,
    )

    model.fieldset(
        "course",
        label=_("content_fieldset_course", default="Ablauf"),
        fields=["status", "start", "end", "phases", "methods"],
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
    directives.widget("phases", phases_widget)
    phases = JSONField(
        title=_("content_dialog_phases", default="Phasen"),
        description=_(
            "content_dialog_phases_rows",
            default=(
                "Was nacheinander geschieht, soweit bekannt mit Tagen. Beim Speichern "
                "ordnen sich die Phasen nach ihrem Beginn; leere Zeilen fallen weg."
            ),
        ),
        schema=PHASES,
        constraint=are_phases,
        defaultFactory=list,
        missing_value=[],
        required=False,
    )
    directives.widget("methods", CheckBoxFieldWidget)
    methods = choices(
        _("content_dialog_methods", default="Methoden"), "kommunaldialog.Methods"
    )

    model.fieldset(
        "participants",
        label=_("content_fieldset_participants", default="Wer teilnimmt"),
        fields=[
            "municipalities",
            "municipality_count",
            "participant_groups",
            "participant_number",
        ],
    )
    directives.widget(
        "municipalities",
        AjaxSelectFieldWidget,
        vocabulary="kommunaldialog.Municipalities",
    )
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
    directives.widget("participant_groups", CheckBoxFieldWidget)
    participant_groups = choices(
        _("content_dialog_groups", default="Wer mitredet"),
        "kommunaldialog.ParticipantGroups",
    )
    participant_number = schema.Int(
        title=_("content_dialog_participants", default="Zahl der Teilnehmenden"),
        min=0,
        required=False,
    )

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
        description=_(
            "content_contact_needed", default="Nötig, um zu veröffentlichen."
        ),
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


@implementer(IDialog, IPublic)
class Dialog(Container):
    """A dialogue; holds its events, results and municipal dialogues."""
