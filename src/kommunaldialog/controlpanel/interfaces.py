"""What differs between Länder and is set in the control panel."""

from kommunaldialog import _
from zope import schema
from zope.interface import Interface


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
    topics = schema.Tuple(
        title=_("controlpanel_topics", default="Themen"),
        description=_(
            "controlpanel_topics_help",
            default="Ein Thema je Zeile. Die Redaktion wählt daraus für Dialoge aus.",
        ),
        value_type=schema.TextLine(),
        default=(),
        missing_value=(),
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
