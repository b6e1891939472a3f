"""What a municipality may know that happened to its application, by kinds of events."""

# Only the municipality does these, before its application arrives.
DRAFTED = frozenset(
    ("saved", "handed_over", "sent_back", "scan_attached", "scan_removed", "taken_back")
)

# How somebody wrote: nobody else's business, and no step of the case.
WRITING = frozenset(("saved", "answer_saved", "proof_saved"))

# Mails that the portal sent it.
REMINDERS = frozenset(
    ("reminded", "erasure_announced", "clarification_reminded", "proof_reminded")
)

# What it is told of on its page, whoever did it.
TOLD = frozenset(
    (
        "begun",
        "copied",
        "handed_over",
        "sent_back",
        "scan_attached",
        "scan_removed",
        "taken_back",
        "submitted",
        "entered",
        "contact_changed",
        "early_start_requested",
        "late_accepted",
        "late_forgiven",
        "taken_up",
        "asked",
        "clarification_extended",
        "answered",
        "answer_entered",
        "went_on",
        "message_sent",
        "message_replied",
        "approved",
        "rejected",
        "payment_called",
        "payment_paid",
        "payment_refused",
        "grant_amended",
        "grant_waived",
        "grant_revoked",
        "grant_withdrawn",
        "grant_lapsed",
        "hearing_held",
        "hearing_answered",
        "hearing_ended",
        "repayment_demanded",
        "repayment_received",
        "repayment_remitted",
        "notice_retrieved",
        "portal_consent",
        "early_start_permitted",
        "appeal_filed",
        "appeal_ended",
        "remedied",
        "change_requested",
        "change_accepted",
        "change_refused",
        "report_submitted",
        "proof_submitted",
        "proof_questioned",
        "proof_checked",
        "closed",
        "reopened",
        "withdrawal_entered",
        "waiver_entered",
        "letter_handed_back",
        "withdrawn",
    )
)

KNOWN = TOLD | WRITING | REMINDERS
