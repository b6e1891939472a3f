"""The rules of a call that its programme decides; each is a field of its own."""

from decimal import Decimal
from kommunaldialog import _
from kommunaldialog.content.saeule import is_whole_cents
from kommunaldialog.controlpanel.interfaces import setting
from kommunaldialog.domain.money import ZERO
from plone.supermodel import model
from zope import schema


def default_tolerance() -> Decimal:
    """What a new programme of this portal begins with, in percent."""
    return setting("default_tolerance", Decimal(20))


def default_retention() -> int:
    """What a new programme of this portal begins with, in years."""
    return setting("default_retention", 10)


class IProgrammeRules(model.Schema):
    """Deadline, consultation, signature, money, start and retention."""

    strict_deadline = schema.Bool(
        title=_("content_rules_strict", default="Ausschlussfrist"),
        description=_(
            "content_rules_strict_help",
            default=(
                "Nach der Frist kann niemand mehr einreichen. Ohne Haken kann eine "
                "Kommune ihren Antrag verspätet mit einer Begründung senden, und die "
                "Bewilligungsstelle entscheidet, ob sie ihn annimmt."
            ),
        ),
        default=True,
        required=False,
    )
    deadline_on_holiday = schema.Choice(
        title=_(
            "content_rules_holiday",
            default="Wenn die Frist auf ein Wochenende oder einen Feiertag fällt",
        ),
        vocabulary="kommunaldialog.DeadlineOnHoliday",
        default="fixed",
    )

    model.fieldset(
        "consultation",
        label=_("content_fieldset_consultation", default="Beratung und Kontakt"),
        fields=["stated_consultation", "callback_form"],
    )
    stated_consultation = schema.Bool(
        title=_(
            "content_rules_stated", default="Die Kommune darf die Beratung angeben"
        ),
        description=_(
            "content_rules_stated_help",
            default=(
                "Fehlt der Eintrag der Bewilligungsstelle, kann die Kommune selbst "
                "nennen, wann und mit wem sie gesprochen hat, und einreichen. Die "
                "Bewilligungsstelle bestätigt die Angabe später oder widerspricht ihr."
            ),
        ),
        default=False,
        required=False,
    )
    callback_form = schema.Choice(
        title=_("content_rules_callback", default="Formular „Rückruf anfragen“"),
        vocabulary="kommunaldialog.EasyForms",
        required=False,
    )

    model.fieldset(
        "signature",
        label=_("content_fieldset_signature", default="Unterschrift"),
        fields=["second_signature", "scan_instead_of_signature"],
    )
    second_signature = schema.Bool(
        title=_(
            "content_rules_signature",
            default="Eine zeichnungsberechtigte Person reicht ein",
        ),
        description=_(
            "content_rules_signature_help",
            default=(
                "Die Antragstellung gibt den Antrag zur Unterschrift; nur eine Person "
                "mit Zeichnungsberechtigung der Kommune kann ihn einreichen."
            ),
        ),
        default=False,
        required=False,
    )
    scan_instead_of_signature = schema.Bool(
        title=_(
            "content_rules_scan",
            default="Ein unterschriebenes und eingescanntes Blatt genügt",
        ),
        description=_(
            "content_rules_scan_help",
            default="Dann kann auch die Antragstellung einreichen.",
        ),
        default=False,
        required=False,
    )

    model.fieldset(
        "money",
        label=_("content_fieldset_money", default="Geld"),
        fields=[
            "kind_of_funding",
            "in_kind_allowed",
            "plan_tolerance",
            "highest_grant_per_municipality",
        ],
    )
    kind_of_funding = schema.Choice(
        title=_("content_rules_kind", default="Art der Finanzierung"),
        vocabulary="kommunaldialog.KindsOfFunding",
        default="shortfall",
    )
    in_kind_allowed = schema.Bool(
        title=_("content_rules_in_kind", default="Sachleistungen und Eigenarbeit"),
        description=_(
            "content_rules_in_kind_help",
            default=(
                "Sachleistungen und Eigenarbeit dürfen als Ausgabe im Plan stehen und "
                "zählen als Eigenanteil."
            ),
        ),
        default=False,
        required=False,
    )
    plan_tolerance = schema.Decimal(
        title=_(
            "content_rules_tolerance",
            default="Zulässige Überschreitung einer Position des Plans (%)",
        ),
        min=ZERO,
        max=Decimal(100),
        defaultFactory=default_tolerance,
        required=False,
    )
    highest_grant_per_municipality = schema.Decimal(
        title=_(
            "content_rules_highest_municipality",
            default="Höchste Zuwendung je Kommune (Euro)",
        ),
        constraint=is_whole_cents,
        min=ZERO,
        required=False,
    )

    model.fieldset(
        "start",
        label=_("content_fieldset_start", default="Beginn und Aufbewahrung"),
        fields=[
            "begun_definition",
            "early_start_allowed",
            "retention_years",
            "draft_days",
        ],
    )
    begun_definition = schema.Text(
        title=_("content_rules_begun", default="Was als Beginn der Maßnahme gilt"),
        required=False,
    )
    early_start_allowed = schema.Bool(
        title=_(
            "content_rules_early", default="Vorzeitiger Beginn kann beantragt werden"
        ),
        default=False,
        required=False,
    )
    retention_years = schema.Int(
        title=_(
            "content_rules_retention",
            default="Aufbewahrung nach Abschluss des Vorgangs (Jahre)",
        ),
        min=1,
        max=100,
        defaultFactory=default_retention,
    )
    draft_days = schema.Int(
        title=_(
            "content_rules_draft_days",
            default="Nicht eingereichte Entwürfe löschen nach (Tagen)",
        ),
        description=_(
            "content_rules_draft_days_help",
            default=(
                "Gezählt ab der letzten Änderung, frühestens ab der Antragsfrist. Die "
                "Kommune wird 14 Tage vorher benachrichtigt."
            ),
        ),
        min=30,
        max=3650,
        default=180,
    )
