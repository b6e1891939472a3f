"""Foerderprogramm: a call for funding."""

from AccessControl import Unauthorized
from collections.abc import Callable
from datetime import date
from datetime import datetime
from kommunaldialog import _
from kommunaldialog.content.fields import choices
from kommunaldialog.content.fields import text_lines
from kommunaldialog.content.holidays import is_holiday
from kommunaldialog.content.instants import Instant
from kommunaldialog.content.instants import instant
from kommunaldialog.content.instants import zone
from kommunaldialog.content.no_webdav import refuse_put
from kommunaldialog.content.prefixes import is_prefix
from kommunaldialog.content.programme_auditors import IProgrammeAuditors
from kommunaldialog.content.programme_clarification import IProgrammeClarification
from kommunaldialog.content.programme_letters import IProgrammeLetters
from kommunaldialog.content.programme_money import IProgrammeMoney
from kommunaldialog.content.programme_proof import IProgrammeProof
from kommunaldialog.content.programme_review import IProgrammeReview
from kommunaldialog.content.programme_rules import IProgrammeRules
from kommunaldialog.content.saeule import is_whole_cents
from kommunaldialog.content.saeule import ISaeule
from kommunaldialog.controlpanel.interfaces import setting
from kommunaldialog.domain.deadline import shifted
from kommunaldialog.domain.deadline import Window
from kommunaldialog.domain.money import ZERO
from plone.autoform import directives
from plone.dexterity.content import Container
from plone.supermodel import model
from z3c.form.browser.checkbox import CheckBoxFieldWidget
from zope import schema
from zope.interface import implementer
from zope.interface import Interface


CASE_STORE_ID = "vorgaenge"
APPLICATION_FORM_ID = "antragsformular"
PROOF_FORM_ID = "verwendungsnachweis"

GROUP_FIELDS = (
    "case_worker_groups",
    "decision_groups",
    "ministry_groups",
    "auditor_groups",
)
# Who has access, and until when.
ACCESS_FIELDS = (*GROUP_FIELDS, "auditors_until")


GROUPS = "plone.app.vocabularies.Groups"
OR_OF_BODY = _(
    "content_programme_or_of_body",
    default="Ohne Angabe gilt die der Bewilligungsstelle.",
)


def usual_ministries() -> tuple[str, ...]:
    """Those that a new programme of this portal begins with."""
    return tuple(setting("ministries", ()))


class IFoerderprogramm(
    IProgrammeRules,
    IProgrammeProof,
    IProgrammeLetters,
    IProgrammeReview,
    IProgrammeClarification,
    IProgrammeMoney,
    IProgrammeAuditors,
):
    """What is funded, for whom, how much, until when, and who decides.

    Which settings can't be together is asked by `usecases.settings`.
    """

    directives.order_before(opening="strict_deadline")
    directives.order_after(deadline="opening")
    opening = Instant(title=_("content_programme_opening", default="Öffnung"))
    deadline = Instant(
        title=_("content_programme_deadline", default="Antragsfrist"),
        description=_(
            "content_programme_deadline_help",
            default=(
                "Bis dahin müssen Anträge eingehen. Ohne Uhrzeit gilt der ganze Tag, "
                "mit Uhrzeit zählt deren Minute noch ganz mit."
            ),
        ),
        ends_day=True,
    )
    reference_prefix = schema.ASCIILine(
        title=_("content_programme_prefix", default="Kürzel im Aktenzeichen"),
        description=_(
            "content_programme_prefix_help",
            default=(
                "Zwei bis zwölf Großbuchstaben oder Ziffern, die kein anderes Programm "
                "hat. Mit KD lauten Aktenzeichen KD-2026-0001."
            ),
        ),
        constraint=is_prefix,
    )
    directives.widget("eligible_kinds", CheckBoxFieldWidget)
    eligible_kinds = choices(
        _("content_programme_eligible", default="Wer einen Antrag stellen darf"),
        "kommunaldialog.MunicipalityKinds",
        default=("gemeinde", "stadt", "stadtkreis", "landkreis"),
    )
    applications_per_municipality = schema.Int(
        title=_("content_programme_applications", default="Anträge je Kommune"),
        description=_(
            "content_programme_applications_help",
            default="Zurückgezogene Anträge zählen nicht mit.",
        ),
        min=1,
        default=1,
    )
    measure_start = schema.Date(
        title=_("content_programme_measure_start", default="Durchführung ab"),
        required=False,
    )
    measure_end = schema.Date(
        title=_("content_programme_measure_end", default="Durchführung bis"),
        required=False,
    )
    documents = text_lines(
        _("content_programme_documents", default="Unterlagen zum Antrag")
    )

    model.fieldset(
        "consultation",
        label=_("content_fieldset_consultation", default="Beratung und Kontakt"),
        fields=["consultation_required", "contact"],
    )
    consultation_required = schema.Bool(
        title=_("content_programme_consultation", default="Beratung vor dem Antrag"),
        description=_(
            "content_programme_consultation_help",
            default=(
                "Ein Antrag kann erst eingereicht werden, wenn die Bewilligungsstelle "
                "eine Beratung der Kommune eingetragen hat."
            ),
        ),
        default=True,
        required=False,
    )
    contact = schema.Choice(
        title=_("content_contact", default="Ansprechperson"),
        vocabulary="kommunaldialog.Contacts",
        required=False,
    )

    model.fieldset(
        "granting",
        label=_("content_fieldset_granting", default="Bewilligung"),
        fields=[
            "granting_body",
            "ministries",
            "budget",
            "legal_basis",
            "conditions",
            "annexes",
            "appeal_instruction",
            "privacy_notice",
        ],
    )
    granting_body = schema.Choice(
        title=_("content_programme_granting_body", default="Bewilligungsstelle"),
        description=_(
            "content_programme_granting_body_help",
            default=(
                "Ihr Name, ihre Anschrift und ihre Vorschriften stehen in den "
                "Schreiben. Die Liste pflegt die Administration."
            ),
        ),
        vocabulary="kommunaldialog.GrantingBodies",
        required=False,
    )
    ministries = text_lines(
        _("content_programme_ministries", default="Fördernde Ministerien"),
        default_factory=usual_ministries,
    )
    budget = schema.Decimal(
        title=_("content_programme_budget", default="Fördermittel insgesamt (Euro)"),
        description=_(
            "content_programme_budget_help",
            default="Ohne Angabe gibt es keine Obergrenze.",
        ),
        constraint=is_whole_cents,
        min=ZERO,
        required=False,
    )
    legal_basis = schema.TextLine(
        title=_("content_programme_legal_basis", default="Rechtsgrundlage"),
        description=OR_OF_BODY,
        required=False,
    )
    conditions = schema.Text(
        title=_("content_programme_conditions", default="Nebenbestimmungen"),
        description=_(
            "content_programme_conditions_help",
            default="Stehen in jedem Zuwendungsbescheid.",
        ),
        required=False,
    )
    annexes = text_lines(
        _("content_programme_annexes", default="Anlagen zum Bescheid"),
        _(
            "content_programme_annexes_help",
            default="Eine je Zeile. Ohne Angabe gelten die der Bewilligungsstelle.",
        ),
    )
    appeal_instruction = schema.Text(
        title=_("content_programme_appeal", default="Rechtsbehelfsbelehrung"),
        description=OR_OF_BODY,
        required=False,
    )
    privacy_notice = schema.Text(
        title=_("content_programme_privacy", default="Hinweise zum Datenschutz"),
        description=_(
            "content_programme_privacy_help",
            default="Art. 13 DSGVO; steht bei jedem Antrag.",
        ),
        required=False,
    )

    model.fieldset(
        "groups",
        label=_("content_fieldset_groups", default="Zugriff"),
        fields=["case_worker_groups", "decision_groups", "ministry_groups"],
    )
    directives.write_permission(
        case_worker_groups="kommunaldialog.AssignGrantingBody",
        decision_groups="kommunaldialog.AssignGrantingBody",
        ministry_groups="kommunaldialog.AssignGrantingBody",
    )
    directives.read_permission(
        case_worker_groups="kommunaldialog.AssignGrantingBody",
        decision_groups="kommunaldialog.AssignGrantingBody",
        ministry_groups="kommunaldialog.AssignGrantingBody",
    )
    case_worker_groups = choices(
        _("content_programme_case_workers", default="Gruppen der Sachbearbeitung"),
        GROUPS,
        _(
            "content_programme_case_workers_help",
            default="Lesen und prüfen die Anträge dieses Programms.",
        ),
    )
    decision_groups = choices(
        _("content_programme_deciders", default="Gruppen der Entscheidung"),
        GROUPS,
        _(
            "content_programme_deciders_help",
            default="Bewilligen oder lehnen ab, was andere geprüft haben.",
        ),
    )
    ministry_groups = choices(
        _("content_programme_ministry_groups", default="Gruppen der Fachaufsicht"),
        GROUPS,
        _(
            "content_programme_ministry_groups_help",
            default="Lesen alles zu diesem Programm und ändern nichts.",
        ),
    )


@implementer(IFoerderprogramm)
class Foerderprogramm(Container):
    """A call; holds its pillars, its form's workshop and its case store."""

    PUT = refuse_put

    def manage_copyObjects(
        self, ids: str | list[str] | None = None, *args: object, **kwargs: object
    ) -> object:
        """As Zope's, but refuses the case store."""
        self._refuse_case_store(ids)
        return super().manage_copyObjects(ids, *args, **kwargs)

    def manage_cutObjects(
        self, ids: str | list[str] | None = None, *args: object, **kwargs: object
    ) -> object:
        """As Zope's, but refuses the case store."""
        self._refuse_case_store(ids)
        return super().manage_cutObjects(ids, *args, **kwargs)

    def _refuse_case_store(self, ids: str | list[str] | None) -> None:
        if CASE_STORE_ID in ([ids] if isinstance(ids, str) else ids or ()):
            raise Unauthorized("Copy or Move")

    def window(self) -> Window:
        """When applications may arrive; both instants in UTC.

        The deadline is moved on from a weekend or holiday where the call says so.
        """
        return Window(instant(self.opening), self.ends(self.set_deadline()))

    def set_deadline(self) -> datetime:
        """The deadline as it was set, in UTC.

        People set and read a deadline in minutes, so its minute counts to the end.
        """
        return instant(self.deadline).replace(second=59, microsecond=0)

    def ends(
        self, deadline: datetime, is_free: Callable[[date], bool] = is_holiday
    ) -> datetime:
        """When a deadline (aware) of this call ends, in UTC.

        ``is_free`` says which days are holidays: those of the portal's Land.
        """
        if self.deadline_on_holiday != "next_working_day":
            return deadline
        return shifted(deadline, self.zone(), is_free)

    def zone(self) -> str:
        """The IANA name of the portal's time zone, in which people read its dates."""
        return zone()

    def pillars(self) -> list[Interface]:
        """The call's pillars in their order."""
        return [item for item in self.objectValues() if ISaeule.providedBy(item)]

    def case_store(self) -> Interface:
        """Where the applications and consultations of this call lie."""
        return self[CASE_STORE_ID]
