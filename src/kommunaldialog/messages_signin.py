"""The words for a sign-in with another provider that failed; see `messages`."""

from kommunaldialog import _
from zope.i18nmessageid import Message


SIGN_IN: dict[str, Message] = {
    "signin_expired": _(
        "messages_signin_expired",
        default=(
            "Diese Anmeldung wurde in einem anderen Fenster begonnen oder hat zu lange "
            "gedauert. Bitte beginnen Sie noch einmal."
        ),
    ),
    "signin_declined": _(
        "messages_signin_declined",
        default="Die Anmeldung wurde beim Anbieter abgebrochen.",
    ),
    "signin_unavailable": _(
        "messages_signin_unavailable",
        default=(
            "Der Anbieter der Anmeldung antwortet gerade nicht so, wie er soll. Bitte "
            "versuchen Sie es in einigen Minuten noch einmal. Ein begonnener Antrag "
            "bleibt gespeichert."
        ),
    ),
    "signin_account_taken": _(
        "messages_signin_account_taken",
        default=(
            "Für diese Anmeldung gibt es im Portal schon ein anderes Konto. Bitte "
            "wenden Sie sich an die Betreuung des Portals."
        ),
    ),
    "signin_assignment": _(
        "messages_signin_assignment",
        default=(
            "Bitte schreiben Sie je Zeile einen Wert und den Gemeindeschlüssel, zum "
            "Beispiel „DE-4711 = 08317034“."
        ),
    ),
}
