"""What an operator says about the provider, in the control panel."""

from kommunaldialog import _
from kommunaldialog.content.wrong import Wrong
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.domain.sign_in import parse_assignment
from kommunaldialog.messages import text
from urllib.parse import urlsplit
from zope import schema
from zope.interface import Interface


_LOCAL = ("localhost", "127.0.0.1", "::1")


def is_issuer(value: str) -> bool:
    """Constraint: https, or this very machine; raises Wrong."""
    try:
        parts = urlsplit(value)
        secure = parts.scheme == "https" or (
            parts.scheme == "http" and parts.hostname in _LOCAL
        )
    except ValueError:
        secure = False
    if not (secure and parts.hostname):
        raise Wrong(
            _(
                "signin_issuer_wrong",
                default="Bitte geben Sie die Adresse des Anbieters mit https:// an.",
            )
        )
    return True


def are_assignments(lines: tuple[str, ...]) -> bool:
    """Constraint: each line has a value and a key; raises Wrong."""
    try:
        for line in lines:
            parse_assignment(line)
    except Refused as refused:
        raise Wrong(text(refused.refusals[0])) from refused
    return True


class ISignInSettings(Interface):
    """The provider, and which of its claims names the municipality."""

    issuer = schema.TextLine(
        title=_("signin_issuer", default="Adresse des Anbieters (Issuer)"),
        description=_(
            "signin_issuer_help",
            default=(
                "Zum Beispiel https://anmeldung.example.org/realms/kommunen; darunter "
                "liegt /.well-known/openid-configuration. Ohne Angabe bietet das "
                "Portal diese Anmeldung nicht an."
            ),
        ),
        constraint=is_issuer,
        required=False,
    )
    client_id = schema.TextLine(
        title=_("signin_client_id", default="Kennung des Portals (Client-ID)"),
        required=False,
    )
    client_secret = schema.Password(
        title=_("signin_client_secret", default="Geheimnis des Portals"),
        description=_(
            "signin_client_secret_help",
            default="Bleibt, wie es ist, wenn Sie hier nichts eintragen.",
        ),
        required=False,
    )
    label = schema.TextLine(
        title=_("signin_label", default="Name der Anmeldung"),
        description=_(
            "signin_label_help",
            default="Steht auf dem Knopf, zum Beispiel „Mein Unternehmenskonto“.",
        ),
        required=False,
    )
    claim = schema.TextLine(
        title=_("signin_claim", default="Angabe, die die Kommune nennt (Claim)"),
        description=_(
            "signin_claim_help",
            default=(
                "Wer sich anmeldet, fragt damit Zugang zu dieser Kommune an; die "
                "Bewilligungsstelle bestätigt ihn. Ohne Angabe wählen die Personen "
                "ihre Kommune selbst."
            ),
        ),
        required=False,
    )
    assignments = schema.Tuple(
        title=_("signin_assignments", default="Zuordnung zu Kommunen"),
        description=_(
            "signin_assignments_help",
            default=(
                "Je Zeile ein Wert und der Gemeindeschlüssel, so: "
                "DE-4711 = 08317034. Gemeinde- und Regionalschlüssel brauchen "
                "keine Zuordnung."
            ),
        ),
        value_type=schema.TextLine(),
        constraint=are_assignments,
        missing_value=(),
        default=(),
        required=False,
    )
