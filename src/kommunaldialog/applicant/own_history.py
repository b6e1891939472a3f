"""The whole history of an application as its municipality may have it."""

from kommunaldialog.access.people import full_name
from kommunaldialog.applicant.public_events import in_waiting_notice
from kommunaldialog.applicant.public_events import title_told
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.domain.known import DRAFTED
from kommunaldialog.domain.known import KNOWN
from kommunaldialog.domain.known import TOLD
from kommunaldialog.exports.case_zip import HistoryLine
from kommunaldialog.history.record import Event
from kommunaldialog.history.record import events
from kommunaldialog.pages.facts import Words
from kommunaldialog.pages.history import entry
from kommunaldialog.usecases.deliver import to_retrieve


# Old and new values that it may read, by the kind of event; all where it is their own.
CHANGES: dict[str, tuple[str, ...]] = {
    "copied": ("copy_of",),
    "sent_back": ("reason",),
    "contact_changed": ("contact_name", "contact_email", "contact_phone"),
    "early_start_requested": (
        "start_declaration",
        "early_start_from",
        "early_start_reason",
    ),
    "asked": ("text", "due", "reopened"),
    "clarification_extended": ("due",),
    "message_sent": ("message",),
    "message_replied": ("message",),
    "approved": ("amount", "reason"),
    "rejected": ("reason",),
    "grant_amended": ("grant", "reason"),
    "grant_waived": ("grant", "reason", "letter_received", "scan"),
    "grant_revoked": ("grant", "reason"),
    "grant_withdrawn": ("grant", "reason"),
    "grant_lapsed": ("grant",),
    "payment_called": ("payment", "amount", "iban", "letter_received", "scan"),
    "payment_paid": ("payment", "amount", "paid_on"),
    "payment_refused": ("payment", "amount", "reason"),
    "hearing_held": ("about", "grant", "text", "until"),
    "hearing_answered": ("text",),
    "repayment_demanded": ("amount", "reason", "due"),
    "repayment_received": ("amount", "received_on"),
    "repayment_remitted": ("amount",),
    "early_start_permitted": ("begins", "conditions"),
    "portal_consent": ("agreed",),
    "change_requested": (
        *("text", "measure_start", "measure_end", "plan"),
        *("letter_received", "scan"),
    ),
    "change_accepted": ("reason", "measure_start", "measure_end", "plan"),
    "change_refused": ("reason",),
    "report_submitted": ("text", "files", "letter_received", "scan"),
    "proof_submitted": ("spent", "letter_received", "scan"),
    "proof_questioned": ("text", "due"),
    "withdrawal_entered": ("letter_received", "scan"),
    "waiver_entered": ("grant", "reason", "letter_received", "scan"),
    "letter_handed_back": ("scan",),
    "withdrawn": ("letter_received", "scan"),
}
_ANSWERS = ("answered", "answer_entered")


def history_of(application: Foerderantrag, words: Words) -> list[HistoryLine]:
    """What it was told of and what it did itself, oldest first.

    Who did it is named where only the municipality can have done it. What a notice
    says that waits to be retrieved is left out.
    """
    waits = to_retrieve(application)
    return [
        HistoryLine(
            words.moment(event.moment),
            words.say(
                title_told(event, application, waits)
                if event.kind in TOLD
                else entry(event).title
            ),
            full_name(event.actor) if event.kind in DRAFTED else "",
            ()
            if waits and in_waiting_notice(event, application)
            else _changes(event, words),
        )
        for event in events(application)
        if event.kind in KNOWN
    ]


def _changes(event: Event, words: Words) -> tuple[str, ...]:
    shown = CHANGES.get(event.kind, ())
    if event.kind in _ANSWERS:
        # What was reopened is named by its lines.
        shown = tuple(name for name in event.changes if not name.endswith("_by"))
    kept = {name: event.changes[name] for name in event.changes if name in shown}
    known = Event(event.kind, event.actor, event.moment, kept)
    return tuple(words.change_lines(known))
