"""Fixed choices: what a value is called, in the order in which people think of it."""

from kommunaldialog import _
from zope.i18nmessageid import Message
from zope.interface import implementer
from zope.interface import Interface
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


DIALOG_KINDS = (
    ("programme", _("vocabularies_kind_programme", default="Programm von Dialogen")),
    ("municipal", _("vocabularies_kind_municipal", default="Dialog einer Kommune")),
)

DIALOG_STATUS = (
    ("planned", _("vocabularies_status_planned", default="geplant")),
    ("running", _("vocabularies_status_running", default="läuft")),
    ("finished", _("vocabularies_status_finished", default="abgeschlossen")),
)

# Where a dialogue stands, as lists say it: nobody looks after an archived one.
DIALOG_STANDS = (
    *DIALOG_STATUS,
    ("archived", _("vocabularies_status_archived", default="archiviert")),
)

PARTICIPATION_LEVELS = (
    ("inform", _("vocabularies_level_inform", default="informieren")),
    ("consult", _("vocabularies_level_consult", default="anhören")),
    ("involve", _("vocabularies_level_involve", default="mitgestalten")),
    ("decide", _("vocabularies_level_decide", default="mitentscheiden")),
)

IMPLEMENTATION_STATES = (
    ("open", _("vocabularies_implementation_open", default="noch offen")),
    ("in_progress", _("vocabularies_implementation_progress", default="in Umsetzung")),
    ("done", _("vocabularies_implementation_done", default="umgesetzt")),
    ("dropped", _("vocabularies_implementation_dropped", default="nicht umgesetzt")),
)

MUNICIPALITY_KINDS = (
    ("gemeinde", _("vocabularies_municipality_gemeinde", default="Gemeinde")),
    ("stadt", _("vocabularies_municipality_stadt", default="Stadt")),
    ("stadtkreis", _("vocabularies_municipality_stadtkreis", default="Stadtkreis")),
    ("landkreis", _("vocabularies_municipality_landkreis", default="Landkreis")),
    (
        "verwaltungsgemeinschaft",
        _(
            "vocabularies_municipality_verwaltungsgemeinschaft",
            default="Verwaltungsgemeinschaft",
        ),
    ),
    (
        "zweckverband",
        _("vocabularies_municipality_zweckverband", default="Zweckverband"),
    ),
    (
        "gemeindefrei",
        _("vocabularies_municipality_gemeindefrei", default="Gemeindefreies Gebiet"),
    ),
)

EXPENDITURE_KINDS = (
    ("personnel", _("vocabularies_expenditure_personnel", default="Personal")),
    (
        "fees",
        _("vocabularies_expenditure_fees", default="Honorare (Moderation, Beratung)"),
    ),
    ("travel", _("vocabularies_expenditure_travel", default="Reisekosten")),
    ("rooms", _("vocabularies_expenditure_rooms", default="Räume und Technik")),
    ("material", _("vocabularies_expenditure_material", default="Material")),
    (
        "publicity",
        _("vocabularies_expenditure_publicity", default="Öffentlichkeitsarbeit"),
    ),
    ("other", _("vocabularies_expenditure_other", default="Sonstiges")),
    (
        "in_kind",
        _(
            "vocabularies_expenditure_in_kind",
            default="Sachleistung oder Eigenarbeit",
        ),
    ),
)

INCOME_SOURCES = (
    ("own_funds", _("vocabularies_income_own", default="Eigenmittel")),
    (
        "public_funds",
        _("vocabularies_income_public", default="Andere öffentliche Mittel"),
    ),
    ("third_party", _("vocabularies_income_third", default="Mittel Dritter")),
    (
        "in_kind",
        _(
            "vocabularies_income_in_kind",
            default="Sachleistung oder Eigenarbeit",
        ),
    ),
)

DEADLINE_ON_HOLIDAY = (
    ("fixed", _("vocabularies_holiday_fixed", default="Die Frist bleibt, wie sie ist")),
    (
        "next_working_day",
        _(
            "vocabularies_holiday_next",
            default="Die Frist endet am nächsten Werktag (§ 31 Abs. 3 VwVfG)",
        ),
    ),
)

# By the codes of DCAT-AP.de's list of licences; those that are open and current.
DATA_LICENCES = (
    (
        "dl-by-de/2.0",
        _(
            "vocabularies_licence_dl_by",
            default="Datenlizenz Deutschland – Namensnennung – Version 2.0",
        ),
    ),
    (
        "dl-zero-de/2.0",
        _(
            "vocabularies_licence_dl_zero",
            default="Datenlizenz Deutschland – Zero – Version 2.0",
        ),
    ),
    (
        "cc-by/4.0",
        _(
            "vocabularies_licence_cc_by",
            default="Creative Commons Namensnennung 4.0 International (CC BY 4.0)",
        ),
    ),
    (
        "cc-zero",
        _("vocabularies_licence_cc_zero", default="Creative Commons Zero (CC0 1.0)"),
    ),
)

# By the codes of ISO 3166-2:DE, which the library of holidays takes.
LAENDER = (
    ("BW", _("vocabularies_land_bw", default="Baden-Württemberg")),
    ("BY", _("vocabularies_land_by", default="Bayern")),
    ("BE", _("vocabularies_land_be", default="Berlin")),
    ("BB", _("vocabularies_land_bb", default="Brandenburg")),
    ("HB", _("vocabularies_land_hb", default="Bremen")),
    ("HH", _("vocabularies_land_hh", default="Hamburg")),
    ("HE", _("vocabularies_land_he", default="Hessen")),
    ("MV", _("vocabularies_land_mv", default="Mecklenburg-Vorpommern")),
    ("NI", _("vocabularies_land_ni", default="Niedersachsen")),
    ("NW", _("vocabularies_land_nw", default="Nordrhein-Westfalen")),
    ("RP", _("vocabularies_land_rp", default="Rheinland-Pfalz")),
    ("SL", _("vocabularies_land_sl", default="Saarland")),
    ("SN", _("vocabularies_land_sn", default="Sachsen")),
    ("ST", _("vocabularies_land_st", default="Sachsen-Anhalt")),
    ("SH", _("vocabularies_land_sh", default="Schleswig-Holstein")),
    ("TH", _("vocabularies_land_th", default="Thüringen")),
)

KINDS_OF_FUNDING = (
    ("share", _("vocabularies_funding_share", default="Anteilfinanzierung")),
    (
        "shortfall",
        _("vocabularies_funding_shortfall", default="Fehlbedarfsfinanzierung"),
    ),
    ("fixed", _("vocabularies_funding_fixed", default="Festbetragsfinanzierung")),
    ("full", _("vocabularies_funding_full", default="Vollfinanzierung")),
)

STATES = (
    ("draft", _("vocabularies_state_draft", default="Entwurf")),
    ("to_sign", _("vocabularies_state_to_sign", default="Zur Unterschrift")),
    ("submitted", _("vocabularies_state_submitted", default="Eingegangen")),
    ("in_review", _("vocabularies_state_in_review", default="In Prüfung")),
    ("clarification", _("vocabularies_state_clarification", default="Rückfrage")),
    (
        "ready_for_decision",
        _("vocabularies_state_ready", default="Zur Entscheidung vorgelegt"),
    ),
    ("approved", _("vocabularies_state_approved", default="Bewilligt")),
    ("rejected", _("vocabularies_state_rejected", default="Abgelehnt")),
    ("withdrawn", _("vocabularies_state_withdrawn", default="Zurückgezogen")),
    (
        "proof_submitted",
        _(
            "vocabularies_state_proof_submitted",
            default="Verwendungsnachweis eingereicht",
        ),
    ),
    (
        "proof_checked",
        _("vocabularies_state_proof_checked", default="Verwendungsnachweis geprüft"),
    ),
    ("waived", _("vocabularies_state_waived", default="Verzicht erklärt")),
    ("revoked", _("vocabularies_state_revoked", default="Bewilligung aufgehoben")),
    ("closed", _("vocabularies_state_closed", default="Abgeschlossen")),
)


def title_of(choices: tuple[tuple[str, Message], ...], value: str) -> Message | str:
    """What a value of a fixed choice is called; an unknown value stands for itself."""
    return dict(choices).get(value, value)


@implementer(IVocabularyFactory)
class StaticVocabulary:
    """A named vocabulary over fixed choices."""

    def __init__(self, choices: tuple[tuple[str, Message], ...]) -> None:
        self.choices = choices

    def __call__(self, context: Interface) -> SimpleVocabulary:
        return SimpleVocabulary(
            [SimpleTerm(value, value, title) for value, title in self.choices]
        )


dialog_kinds = StaticVocabulary(DIALOG_KINDS)
dialog_status = StaticVocabulary(DIALOG_STATUS)
dialog_stands = StaticVocabulary(DIALOG_STANDS)
participation_levels = StaticVocabulary(PARTICIPATION_LEVELS)
implementation_states = StaticVocabulary(IMPLEMENTATION_STATES)
municipality_kinds = StaticVocabulary(MUNICIPALITY_KINDS)
deadline_on_holiday = StaticVocabulary(DEADLINE_ON_HOLIDAY)
kinds_of_funding = StaticVocabulary(KINDS_OF_FUNDING)
laender = StaticVocabulary(LAENDER)
data_licences = StaticVocabulary(DATA_LICENCES)
