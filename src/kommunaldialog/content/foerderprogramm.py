"""Foerderprogramm: a call for funding."""

from AccessControl import Unauthorized
from Acquisition import aq_base
from datetime import datetime
from datetime import UTC
from kommunaldialog import _
from kommunaldialog.content.prefixes import holder
from kommunaldialog.content.saeule import is_whole_cents
from kommunaldialog.content.saeule import ISaeule
from kommunaldialog.content.wrong import Wrong
from kommunaldialog.domain.deadline import Window
from kommunaldialog.domain.money import ZERO
from plone import api
from plone.app.event.base import default_timezone
from plone.app.z3cform.widgets.datetime import DatetimeFieldWidget
from plone.autoform import directives
from plone.dexterity.content import Container
from plone.supermodel import model
from z3c.form.browser.checkbox import CheckBoxFieldWidget
from zope import schema
from zope.interface import implementer
from zope.interface import Interface
from zope.interface import Invalid
from zope.interface import invariant
import re


CASE_STORE_ID = "vorgaenge"
APPLICATION_FORM_ID = "antragsformular"

GROUP_FIELDS = ("case_worker_groups", "decision_groups", "ministry_groups")


def instant(value: datetime | None) -> datetime | None:
    """An aware datetime in UTC; a naive one is UTC (as plone.restapi stores it)."""
    if value is None:
        return None
    return (value.replace(tzinfo=UTC) if value.tzinfo is None else value).astimezone(
        UTC
    )


def is_prefix(value: str) -> bool:
    """Constraint of a field: a prefix that reference numbers can be read back from."""
    if not re.fullmatch("[A-Z0-9]{2,12}", value):
        raise Wrong(
            _(
                "content_prefix_invalid",
                default=(
                    "Bitte nehmen Sie zwei bis zwölf Großbuchstaben oder Ziffern, "
                    "zum Beispiel KD."
                ),
            )
        )
    return True


def _groups(title: str, help_text: str) -> schema.Tuple:
    return schema.Tuple(
        title=title,
        description=help_text,
        value_type=schema.Choice(vocabulary="plone.app.vocabularies.Groups"),
        default=(),
        missing_value=(),
        required=False,
    )


class IFoerderprogramm(model.Schema):
    """What is funded, for whom, how much, until when, and who decides."""

    directives.widget("opening", DatetimeFieldWidget, default_timezone=default_timezone)
    opening = schema.Datetime(title=_("content_programme_opening", default="Öffnung"))
    directives.widget(
        "deadline", DatetimeFieldWidget, default_timezone=default_timezone
    )
    deadline = schema.Datetime(
        title=_("content_programme_deadline", default="Antragsfrist"),
        description=_(
            "content_programme_deadline_help",
            default=(
                "Die letzte Minute, in der ein Antrag eingehen darf, zum Beispiel "
                "31.10. um 23:59 Uhr. Diese Minute zählt noch ganz mit."
            ),
        ),
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
    eligible_kinds = schema.Tuple(
        title=_("content_programme_eligible", default="Wer einen Antrag stellen darf"),
        value_type=schema.Choice(vocabulary="kommunaldialog.MunicipalityKinds"),
        default=("gemeinde", "stadt", "stadtkreis", "landkreis"),
        missing_value=(),
        required=False,
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
    documents = schema.Tuple(
        title=_("content_programme_documents", default="Unterlagen zum Antrag"),
        description=_("content_one_per_line", default="Eine Angabe je Zeile."),
        value_type=schema.TextLine(),
        default=(),
        missing_value=(),
        required=False,
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
    granting_body = schema.TextLine(
        title=_("content_programme_granting_body", default="Bewilligungsstelle"),
        required=False,
    )
    ministries = schema.Tuple(
        title=_("content_programme_ministries", default="Fördernde Ministerien"),
        description=_("content_one_per_line", default="Eine Angabe je Zeile."),
        value_type=schema.TextLine(),
        default=(),
        missing_value=(),
        required=False,
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
    annexes = schema.Tuple(
        title=_("content_programme_annexes", default="Anlagen zum Bescheid"),
        description=_("content_one_per_line", default="Eine Angabe je Zeile."),
        value_type=schema.TextLine(),
        default=(),
        missing_value=(),
        required=False,
    )
    appeal_instruction = schema.Text(
        title=_("content_programme_appeal", default="Rechtsbehelfsbelehrung"),
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
        fields=list(GROUP_FIELDS),
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
    case_worker_groups = _groups(
        _("content_programme_case_workers", default="Gruppen der Sachbearbeitung"),
        _(
            "content_programme_case_workers_help",
            default="Lesen und prüfen die Anträge dieses Programms.",
        ),
    )
    decision_groups = _groups(
        _("content_programme_deciders", default="Gruppen der Entscheidung"),
        _(
            "content_programme_deciders_help",
            default="Bewilligen oder lehnen ab, was andere geprüft haben.",
        ),
    )
    ministry_groups = _groups(
        _("content_programme_ministry_groups", default="Gruppen der Fachaufsicht"),
        _(
            "content_programme_ministry_groups_help",
            default="Lesen alles zu diesem Programm und ändern nichts.",
        ),
    )

    @invariant
    def prefix_is_its_own(data: "IFoerderprogramm") -> None:
        context = getattr(data, "__context__", None)
        context = context if IFoerderprogramm.providedBy(context) else None
        changed = context and context.reference_prefix != data.reference_prefix
        if changed and prefix_fixed(context):
            raise Invalid(
                _(
                    "content_prefix_fixed",
                    default=(
                        "Das Kürzel steht schon in Aktenzeichen. "
                        "Es kann nicht mehr geändert werden."
                    ),
                )
            )
        if prefix_taken(data.reference_prefix, context):
            raise Invalid(
                _(
                    "content_prefix_taken",
                    default=(
                        "Dieses Kürzel hat schon ein anderes Förderprogramm. "
                        "Bitte wählen Sie ein eigenes."
                    ),
                )
            )

    @invariant
    def deadline_is_after_opening(data: "IFoerderprogramm") -> None:
        opening, deadline = instant(data.opening), instant(data.deadline)
        if opening and deadline and deadline <= opening:
            raise Invalid(
                _(
                    "content_deadline_before_opening",
                    default=(
                        "Die Antragsfrist liegt vor der Öffnung. "
                        "Bitte prüfen Sie die beiden Zeitpunkte."
                    ),
                )
            )

    @invariant
    def measures_end_after_they_start(data: "IFoerderprogramm") -> None:
        start, end = data.measure_start, data.measure_end
        if start and end and end < start:
            raise Invalid(
                _(
                    "content_end_before_start",
                    default=(
                        "Das Ende liegt vor dem Beginn. "
                        "Bitte prüfen Sie die beiden Tage."
                    ),
                )
            )


def prefix_taken(prefix: str | None, programme: Interface | None) -> bool:
    """Whether another programme of the portal numbers its applications so, or did."""
    own = api.content.get_uuid(programme) if programme is not None else None
    if holder(prefix) not in (None, own):
        return True
    catalog = api.portal.get_tool("portal_catalog")
    brains = catalog.unrestrictedSearchResults(portal_type="Foerderprogramm")
    others = (brain._unrestrictedGetObject() for brain in brains)
    return any(
        other.reference_prefix == prefix
        for other in others
        if aq_base(other) is not aq_base(programme)
    )


def prefix_fixed(programme: Interface) -> bool:
    """Whether a programme has taken an application, so that its prefix must stay."""
    prefix = programme.reference_prefix
    return bool(prefix) and holder(prefix) == api.content.get_uuid(programme)


@implementer(IFoerderprogramm)
class Foerderprogramm(Container):
    """A call; holds its pillars, its form's workshop and its case store."""

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

        People set and read a deadline in minutes, so its minute counts to the end.
        """
        deadline = instant(self.deadline).replace(second=59, microsecond=0)
        return Window(instant(self.opening), deadline)

    def zone(self) -> str:
        """The IANA name of the portal's time zone, in which people read its dates."""
        return api.portal.get_registry_record("plone.portal_timezone")

    def pillars(self) -> list[Interface]:
        """The call's pillars in their order."""
        return [item for item in self.objectValues() if ISaeule.providedBy(item)]

    def case_store(self) -> Interface:
        """Where the applications and consultations of this call lie."""
        return self[CASE_STORE_ID]
