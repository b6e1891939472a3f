"""What a portal says itself in its accessibility statement."""

from kommunaldialog import _
from plone.schema import Email
from zope import schema
from zope.interface import Interface


def is_email(value: str) -> bool:
    """Whether it is an address; raises Invalid. The registry has no field for one."""
    Email().validate(value)
    return True


class IAccessibilityStatement(Interface):
    """Registry records; the statement is public once the first four are there."""

    body = schema.TextLine(
        title=_("controlpanel_statement_body", default="Verantwortliche Stelle"),
        description=_(
            "controlpanel_statement_body_help",
            default="Die öffentliche Stelle, die dieses Portal betreibt.",
        ),
        default="",
        required=False,
    )
    made_on = schema.Date(
        title=_("controlpanel_statement_made_on", default="Erstellt am"),
        description=_(
            "controlpanel_statement_made_on_help",
            default=(
                "Der Tag, an dem Sie die Erklärung zuletzt geprüft haben. Prüfen Sie "
                "sie mindestens einmal im Jahr und nach jeder größeren Änderung."
            ),
        ),
        required=False,
    )
    email = schema.TextLine(
        title=_("controlpanel_statement_email", default="E-Mail für Rückmeldungen"),
        constraint=is_email,
        required=False,
    )
    enforcement = schema.Text(
        title=_("controlpanel_statement_enforcement", default="Schlichtungsstelle"),
        description=_(
            "controlpanel_statement_enforcement_help",
            default=(
                "Name, Anschrift und Internetadresse der Stelle, an die man sich "
                "wenden kann, wenn Ihre Antwort nicht genügt. Welche das ist, regelt "
                "das Land."
            ),
        ),
        default="",
        required=False,
    )
    contact = schema.Text(
        title=_(
            "controlpanel_statement_contact", default="Weitere Wege für Rückmeldungen"
        ),
        description=_(
            "controlpanel_statement_contact_help",
            default="Zum Beispiel Telefon und Anschrift.",
        ),
        default="",
        required=False,
    )
    barriers = schema.Tuple(
        title=_("controlpanel_statement_barriers", default="Weitere Barrieren"),
        description=_(
            "controlpanel_statement_barriers_help",
            default=(
                "Was in diesem Portal sonst noch nicht barrierefrei ist, je Zeile eine "
                "Barriere mit Grund und Alternative. Was Kommunaldialog betrifft, "
                "steht schon in der Erklärung."
            ),
        ),
        value_type=schema.TextLine(),
        default=(),
        missing_value=(),
        required=False,
    )
