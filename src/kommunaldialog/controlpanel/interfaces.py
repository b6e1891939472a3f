"""What differs between Länder and is set in the control panel."""

from decimal import Decimal
from kommunaldialog import _
from kommunaldialog.content.web import is_web_address
from kommunaldialog.content.wrong import Wrong
from kommunaldialog.domain.accounts import INVITATION_DAYS
from kommunaldialog.domain.interest import parse_rate
from kommunaldialog.domain.lifecycle import State
from plone import api
from plone.autoform import directives
from plone.supermodel import model
from typing import Any
from z3c.form.browser.checkbox import CheckBoxFieldWidget
from zope import schema
from zope.component.hooks import getSite


# § 247 BGB, as the Bundesbank has announced them.
BASE_RATES = (
    "01.01.2013 -0,13",
    "01.07.2013 -0,38",
    "01.01.2014 -0,63",
    "01.07.2014 -0,73",
    "01.01.2015 -0,83",
    "01.07.2016 -0,88",
    "01.01.2023 1,62",
    "01.07.2023 3,12",
    "01.01.2024 3,62",
    "01.07.2024 3,37",
    "01.01.2025 2,27",
    "01.07.2025 1,27",
)


NOT_A_RATE = _(
    "controlpanel_not_a_rate",
    default="Bitte schreiben Sie je Zeile Tag und Satz, so: 01.07.2025 1,27",
)

# What a portal can do without (access/parts.py).
FUNDING = "funding"
PARTS = (FUNDING, "map", "toolkit")


def setting(name: str, default: Any = None) -> Any:
    """What the portal's settings say; `default` before the product is installed."""
    # Fields ask for it, also where there is no site.
    if getSite() is None:
        return default
    return api.portal.get_registry_record(
        name, interface=IKommunaldialogSettings, default=default
    )


def loses_no_case(parts: tuple[str, ...]) -> bool:
    """Whether these parts leave no open case without its pages; raises Wrong if so."""
    offered = setting("parts", PARTS) or ()
    number = open_cases() if FUNDING in offered and FUNDING not in parts else 0
    if number:
        message = _(
            "controlpanel_parts_open_cases",
            default=(
                "Die Förderung kann erst abgeschaltet werden, wenn alle Vorgänge "
                "abgeschlossen sind. Noch nicht abgeschlossen: ${number}."
            ),
            mapping={"number": str(number)},
        )
        raise Wrong(message)
    return True


def open_cases() -> int:
    """How many applications arrived that are neither closed nor withdrawn."""
    catalog = api.portal.get_tool("portal_catalog")
    brains = catalog.unrestrictedSearchResults(portal_type="Foerderprogramm")
    programmes = [brain._unrestrictedGetObject() for brain in brains]
    return sum(
        row.closed is None and row.state != State.WITHDRAWN
        for programme in programmes
        for row in programme.case_store().rows.values()
    )


def are_rates(lines: tuple[str, ...]) -> bool:
    """Whether each line is a base rate; raises Wrong that says what to mend."""
    try:
        for line in lines:
            parse_rate(line)
    except ValueError as error:
        raise Wrong(NOT_A_RATE) from error
    return True


class IKommunaldialogSettings(model.Schema):
    """Registry records of the product."""

    model.fieldset(
        "places",
        label=_("controlpanel_tab_places", default="Orte und Zeit"),
        fields=["holiday_land", "map_of"],
    )
    model.fieldset(
        "data",
        label=_("controlpanel_tab_data", default="Offene Daten"),
        fields=["data_publisher", "data_licence", "data_contributor"],
    )
    model.fieldset(
        "programmes",
        label=_("controlpanel_tab_programmes", default="Neue Förderprogramme"),
        fields=["ministries", "default_tolerance", "default_retention"],
    )
    model.fieldset(
        "interest",
        label=_("controlpanel_tab_interest", default="Zinsen"),
        fields=["base_rates", "interest_margin"],
    )

    land = schema.TextLine(
        title=_("controlpanel_land", default="Name des Landes"),
        description=_(
            "controlpanel_land_help",
            default="So nennt das Portal das Land, wo es Hinweise gibt.",
        ),
        default="",
        required=False,
    )
    land_ags = schema.Choice(
        title=_("controlpanel_land_ags", default="Schlüssel des Landes (AGS)"),
        description=_(
            "controlpanel_land_ags_help",
            default=(
                "Mit diesen zwei Ziffern beginnt der Gemeindeschlüssel aller Kommunen "
                "des Landes. Wer eine Kommune mit einem anderen Schlüssel anlegt, wird "
                "darauf hingewiesen."
            ),
        ),
        vocabulary="kommunaldialog.LandKeys",
        required=False,
    )
    directives.widget("parts", CheckBoxFieldWidget)
    parts = schema.Tuple(
        title=_("controlpanel_parts", default="Was das Portal anbietet"),
        description=_(
            "controlpanel_parts_help",
            default=(
                "Was ohne Haken ist, hat keine Seiten, keine Links und kann nicht "
                "angelegt werden. Was es davon schon gibt, bleibt gespeichert."
            ),
        ),
        constraint=loses_no_case,
        value_type=schema.Choice(vocabulary="kommunaldialog.Parts"),
        unique=True,
        default=PARTS,
        missing_value=(),
        required=False,
    )
    ministries = schema.Tuple(
        title=_("controlpanel_ministries", default="Ministerien"),
        description=_(
            "controlpanel_ministries_help",
            default=(
                "Eines je Zeile. Ein neues Förderprogramm beginnt mit ihnen als "
                "fördernde Ministerien."
            ),
        ),
        value_type=schema.TextLine(),
        default=(),
        missing_value=(),
        required=False,
    )
    default_tolerance = schema.Decimal(
        title=_(
            "controlpanel_default_tolerance",
            default="Zulässige Überschreitung einer Position des Plans (%)",
        ),
        description=_(
            "controlpanel_default_help",
            default=(
                "Damit beginnt ein neues Förderprogramm, das auch etwas anderes "
                "regeln kann. Programme, die es schon gibt, ändern sich nicht."
            ),
        ),
        min=Decimal(0),
        max=Decimal(100),
        default=Decimal(20),
    )
    default_retention = schema.Int(
        title=_(
            "controlpanel_default_retention",
            default="Aufbewahrung nach Abschluss des Vorgangs (Jahre)",
        ),
        min=1,
        max=100,
        default=10,
    )
    holiday_land = schema.Choice(
        title=_("controlpanel_holidays", default="Feiertage"),
        description=_(
            "controlpanel_holidays_help",
            default=(
                "Das Land, dessen gesetzliche Feiertage eine Antragsfrist auf den "
                "nächsten Werktag verschieben, wo ein Förderprogramm das so regelt. "
                "Ohne Angabe gelten nur die Feiertage, die alle Länder haben."
            ),
        ),
        vocabulary="kommunaldialog.Laender",
        required=False,
    )
    map_of = schema.Choice(
        title=_("controlpanel_map", default="Karte"),
        description=_(
            "controlpanel_map_help",
            default=(
                "Die Karte, auf der die Kommunen mit Dialogen stehen. Ohne Angabe gibt "
                "es nur die Liste. Karten anderer Länder bringt ein Paket mit."
            ),
        ),
        vocabulary="kommunaldialog.Maps",
        required=False,
    )
    data_publisher = schema.TextLine(
        title=_("controlpanel_data_publisher", default="Herausgeber der Daten"),
        description=_(
            "controlpanel_data_publisher_help",
            default=(
                "Die Stelle, die Dialoge, Ergebnisse und Förderungen als offene Daten "
                "bereitstellt. Ohne Angabe steht dort der Name des Portals."
            ),
        ),
        default="",
        required=False,
    )
    data_licence = schema.Choice(
        title=_("controlpanel_data_licence", default="Lizenz der Daten"),
        description=_(
            "controlpanel_data_licence_help",
            default=(
                "Unter welcher Lizenz andere die Daten verwenden dürfen. Ohne Angabe "
                "steht auf der Seite „Daten“, dass keine Lizenz genannt ist."
            ),
        ),
        vocabulary="kommunaldialog.DataLicences",
        required=False,
    )
    data_contributor = schema.URI(
        title=_(
            "controlpanel_data_contributor", default="Datenbereitsteller (GovData)"
        ),
        description=_(
            "controlpanel_data_contributor_help",
            default=(
                "Die Kennung, die GovData der Stelle gegeben hat, als Adresse: "
                "http://dcat-ap.de/def/contributors/…"
            ),
        ),
        constraint=is_web_address,
        required=False,
    )
    mail_signature = schema.Text(
        title=_("controlpanel_signature", default="Unterschrift der E-Mails"),
        description=_(
            "controlpanel_signature_help",
            default=(
                "Steht unter den Nachrichten, die das System verschickt. Eine "
                "Bewilligungsstelle kann eine eigene haben."
            ),
        ),
        default="",
        required=False,
    )
    base_rates = schema.Tuple(
        title=_("controlpanel_base_rates", default="Basiszinssätze (§ 247 BGB)"),
        description=_(
            "controlpanel_base_rates_help",
            default=(
                "Je Zeile der Tag, ab dem ein Satz gilt, und der Satz in Prozent. Die "
                "Deutsche Bundesbank gibt ihn zum 1. Januar und zum 1. Juli bekannt. "
                "Danach werden Zinsen auf Erstattungen berechnet."
            ),
        ),
        # Asked of all lines at once: a message of a single line is not shown.
        constraint=are_rates,
        value_type=schema.TextLine(),
        default=BASE_RATES,
        missing_value=(),
        required=False,
    )
    interest_margin = schema.Decimal(
        title=_(
            "controlpanel_interest_margin",
            default="Zinsen über dem Basiszinssatz (Prozentpunkte)",
        ),
        description=_(
            "controlpanel_interest_margin_help",
            default="Nach dem Verwaltungsverfahrensrecht des Landes, meist fünf.",
        ),
        min=Decimal(0),
        max=Decimal(20),
        default=Decimal(5),
    )
    invitation_days = schema.Int(
        title=_(
            "controlpanel_invitation_days",
            default="Gültigkeit einer Einladung (Tage)",
        ),
        description=_(
            "controlpanel_invitation_days_help",
            default=(
                "So lange führt der Link weiter, mit dem jemand für eine Kommune "
                "eingeladen wird."
            ),
        ),
        min=1,
        max=90,
        default=INVITATION_DAYS,
    )
