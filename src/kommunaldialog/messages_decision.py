"""The words for what keeps a decision from being made, changed or announced."""

from kommunaldialog import _
from zope.i18nmessageid import Message


DECISION: dict[str, Message] = {
    "already_decided": _(
        "messages_already_decided",
        default=(
            "Über diesen Antrag ist schon entschieden. "
            "Die Entscheidung ist noch nicht bekannt gegeben."
        ),
    ),
    "no_pending_decision": _(
        "messages_no_pending_decision",
        default="Es gibt keine Entscheidung, die noch bekannt zu geben wäre.",
    ),
    "discard_reason_missing": _(
        "messages_discard_reason_missing",
        default="Bitte nennen Sie den Grund, aus dem die Entscheidung verworfen wird.",
    ),
}
