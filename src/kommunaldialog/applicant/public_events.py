"""What happened, in words for the municipality."""

from kommunaldialog import _
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.history.record import Event
from zope.i18nmessageid import Message


# What the municipality is told of, and how: neither who in the office did it, nor
# what the office does among itself.
PUBLIC_EVENTS: dict[str, Message] = {
    "begun": _("applicant_event_begun", default="Entwurf begonnen"),
    "copied": _("applicant_event_copied", default="Aus einem früheren Antrag kopiert"),
    "handed_over": _("applicant_event_handed_over", default="Zur Unterschrift gegeben"),
    "sent_back": _("applicant_event_sent_back", default="Ohne Unterschrift zurück"),
    "scan_attached": _(
        "applicant_event_scan", default="Unterschriebenes Blatt beigefügt"
    ),
    "scan_removed": _(
        "applicant_event_scan_removed", default="Unterschriebenes Blatt entfernt"
    ),
    "taken_back": _("applicant_event_taken_back", default="Antrag zurückgeholt"),
    "submitted": _("applicant_event_submitted", default="Antrag eingegangen"),
    "entered": _(
        "applicant_event_typed", default="Antrag auf Papier ins Portal eingetragen"
    ),
    "contact_changed": _(
        "applicant_event_contact", default="Andere Ansprechperson angegeben"
    ),
    "early_start_requested": _(
        "applicant_event_early_start", default="Vorzeitigen Beginn beantragt"
    ),
    "late_accepted": _(
        "applicant_event_late_accepted", default="Trotz Verspätung angenommen"
    ),
    "late_forgiven": _(
        "applicant_event_late_forgiven",
        default="Rechtzeitig, weil die Antragsfrist verlängert wurde",
    ),
    "taken_up": _("applicant_event_taken_up", default="Prüfung begonnen"),
    "asked": _("applicant_event_asked", default="Rückfrage der Bewilligungsstelle"),
    "clarification_extended": _(
        "applicant_event_extended", default="Mehr Zeit für die Antwort"
    ),
    "answered": _("applicant_event_answered", default="Rückfrage beantwortet"),
    "answer_entered": _(
        "applicant_event_answer_entered", default="Antwort per Brief eingegangen"
    ),
    "went_on": _("applicant_event_went_on", default="Prüfung ohne Antwort fortgesetzt"),
    "message_sent": _(
        "applicant_event_message", default="Nachricht der Bewilligungsstelle"
    ),
    "message_replied": _(
        "applicant_event_reply", default="Nachricht an die Bewilligungsstelle"
    ),
    "approved": _("applicant_event_approved", default="Antrag bewilligt"),
    "rejected": _("applicant_event_rejected", default="Antrag abgelehnt"),
    "payment_called": _(
        "applicant_event_payment_called", default="Auszahlung angefordert"
    ),
    "payment_paid": _("applicant_event_payment_paid", default="Ausgezahlt"),
    "payment_refused": _(
        "applicant_event_payment_refused", default="Auszahlung abgelehnt"
    ),
    "grant_waived": _(
        "applicant_event_grant_waived", default="Auf Zuwendung verzichtet"
    ),
    "grant_revoked": _("applicant_event_grant_revoked", default="Zuwendung widerrufen"),
    "grant_withdrawn": _(
        "applicant_event_grant_withdrawn", default="Bewilligung zurückgenommen"
    ),
    "grant_lapsed": _("applicant_event_grant_lapsed", default="Zuwendung ermäßigt"),
    "hearing_held": _(
        "applicant_event_hearing_held", default="Anhörung: Sie können sich äußern"
    ),
    "hearing_answered": _(
        "applicant_event_hearing_answered", default="Zur Anhörung geäußert"
    ),
    "hearing_ended": _(
        "applicant_event_hearing_ended", default="Anhörung ohne Folgen beendet"
    ),
    "repayment_demanded": _(
        "applicant_event_repayment_demanded", default="Erstattung gefordert"
    ),
    "repayment_received": _(
        "applicant_event_repayment_received", default="Erstattung eingegangen"
    ),
    "repayment_remitted": _(
        "applicant_event_repayment_remitted", default="Erstattung erlassen"
    ),
    "grant_amended": _("applicant_event_amended", default="Änderungsbescheid bekannt"),
    "notice_retrieved": _(
        "applicant_event_retrieved", default="Bescheid im Portal abgerufen"
    ),
    "portal_consent": _(
        "applicant_event_consent", default="Abruf von Bescheiden im Portal erklärt"
    ),
    "early_start_permitted": _(
        "applicant_event_early_permit", default="Vorzeitiger Beginn zugelassen"
    ),
    "appeal_filed": _("applicant_event_appeal", default="Rechtsbehelf eingegangen"),
    "appeal_ended": _("applicant_event_appeal_ended", default="Rechtsbehelf erledigt"),
    "remedied": _(
        "applicant_event_remedied", default="Abgeholfen, der Antrag wird neu geprüft"
    ),
    "change_requested": _(
        "applicant_event_change_requested", default="Änderung beantragt"
    ),
    "change_accepted": _(
        "applicant_event_change_accepted", default="Änderung angenommen"
    ),
    "change_refused": _("applicant_event_change_refused", default="Änderung abgelehnt"),
    "report_submitted": _(
        "applicant_event_report", default="Zwischenbericht eingegangen"
    ),
    "proof_submitted": _(
        "applicant_event_proof_submitted", default="Verwendungsnachweis eingegangen"
    ),
    "proof_questioned": _(
        "applicant_event_proof_questioned",
        default="Rückfrage zum Verwendungsnachweis",
    ),
    "proof_checked": _(
        "applicant_event_proof_checked", default="Verwendungsnachweis geprüft"
    ),
    "closed": _("applicant_event_closed", default="Vorgang abgeschlossen"),
    "reopened": _("applicant_event_reopened", default="Vorgang wieder geöffnet"),
    "withdrawal_entered": _(
        "applicant_event_withdrawal_entered",
        default="Zurückziehung per Brief eingetragen, noch ohne Wirkung",
    ),
    "waiver_entered": _(
        "applicant_event_waiver_entered",
        default="Verzicht per Brief eingetragen, noch ohne Wirkung",
    ),
    "letter_handed_back": _(
        "applicant_event_letter_handed_back",
        default="Eingetragener Brief bleibt ohne Wirkung",
    ),
    "withdrawn": _("applicant_event_withdrawn", default="Antrag zurückgezogen"),
}

# What tells the content of a notice, and what is said while that waits to be fetched.
_OF_NOTICE = ("approved", "rejected", "grant_amended")
_READY = _("applicant_event_notice_ready", default="Bescheid liegt im Portal bereit")


def in_waiting_notice(event: Event, application: Foerderantrag) -> bool:
    """Whether an event is what the notice announced last says."""
    announced = application.announcement
    last = announced is not None and event.moment >= announced.moment
    return last and event.kind in _OF_NOTICE


def title_told(event: Event, application: Foerderantrag, waits: bool) -> Message:
    """An event in words; `waits`: the notice announced last was not fetched yet."""
    if waits and in_waiting_notice(event, application):
        return _READY
    return PUBLIC_EVENTS[event.kind]
