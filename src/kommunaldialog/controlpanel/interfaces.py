"""What differs between Länder and is set in the control panel."""

from decimal import Decimal
from kommunaldialog import _
from kommunaldialog.content.web import is_web_address
from kommunaldialog.domain.accounts import INVITATION_DAYS
from kommunaldialog.domain.interest import parse_rate
from zope import schema
from zope.interface import Interface
from zope.interface import Invalid


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


class NotARate(Invalid):
    """A line does not say a day and a rate."""

    __doc__ = _(
        "controlpanel_not_a_rate",
        default="Bitte schreiben Sie je Zeile Tag und Satz, so: 01.07.2025 1,27",
    )


def is_rate(line: str) -> bool:
    """Whether a line is a base rate; raises NotARate where it is not."""
    try:
        parse_rate(line)
    except ValueError as error:
        raise NotARate(line) from error
    return True


class IKommunaldialogSettings(Interface):
    """Registry records of the product."""

    land = schema.TextLine(
        title=_("controlpanel_land", default="Name des Landes"),
        description=_(
            "controlpanel_land_help",
            default="So heißt das Land auf Seiten, in Schreiben und in E-Mails.",
        ),
        default="",
        required=False,
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
                "sagt die Seite der Downloads, dass keine Lizenz genannt ist."
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
            default="Steht unter jeder Nachricht, die das System verschickt.",
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
        value_type=schema.TextLine(constraint=is_rate),
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
            default="Nach § 49a Abs. 3 VwVfG des Landes, meist fünf.",
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
