"""What happened to a record, in words."""

from dataclasses import dataclass
from datetime import datetime
from kommunaldialog import _
from kommunaldialog.access.people import full_name
from kommunaldialog.history.record import Event
from kommunaldialog.vocabularies.static import title_of
from zope.i18nmessageid import Message


EVENT_TITLES = (
    ("begun", _("pages_event_begun", default="Antrag begonnen")),
    ("saved", _("pages_event_saved", default="Entwurf gespeichert")),
    ("submitted", _("pages_event_submitted", default="Antrag eingegangen")),
    ("copied", _("pages_event_copied", default="Aus einem früheren Antrag kopiert")),
    ("handed_over", _("pages_event_handed_over", default="Zur Unterschrift gegeben")),
    (
        "sent_back",
        _("pages_event_sent_back", default="Ohne Unterschrift zurückgegeben"),
    ),
    (
        "scan_attached",
        _("pages_event_scan_attached", default="Unterschriebenes Blatt beigefügt"),
    ),
    (
        "scan_removed",
        _("pages_event_scan_removed", default="Unterschriebenes Blatt entfernt"),
    ),
    (
        "withdrawal_entered",
        _("pages_event_withdrawal_entered", default="Zurückziehung per Brief erfasst"),
    ),
    (
        "waiver_entered",
        _("pages_event_waiver_entered", default="Verzicht per Brief erfasst"),
    ),
    (
        "letter_handed_back",
        _("pages_event_letter_handed_back", default="Brief nicht bestätigt"),
    ),
    ("withdrawn", _("pages_event_withdrawn", default="Antrag zurückgezogen")),
    (
        "taken_back",
        _("pages_event_taken_back", default="Von der Kommune zurückgeholt"),
    ),
    (
        "contact_changed",
        _("pages_event_contact_changed", default="Andere Ansprechperson"),
    ),
    (
        "early_start_requested",
        _("pages_event_early_start", default="Vorzeitigen Beginn beantragt"),
    ),
    ("entered", _("pages_event_entered", default="Antrag auf Papier erfasst")),
    (
        "late_accepted",
        _("pages_event_late_accepted", default="Trotz Verspätung angenommen"),
    ),
    (
        "late_forgiven",
        _("pages_event_late_forgiven", default="Durch spätere Frist rechtzeitig"),
    ),
    (
        "stated_confirmed",
        _("pages_event_stated_confirmed", default="Angegebene Beratung bestätigt"),
    ),
    (
        "stated_denied",
        _("pages_event_stated_denied", default="Angegebene Beratung nicht bestätigt"),
    ),
    (
        "declared_free",
        _("pages_event_declared_free", default="Nicht befangen (Erklärung)"),
    ),
    (
        "declared_biased",
        _("pages_event_declared_biased", default="Mögliche Befangenheit angezeigt"),
    ),
    ("taken_up", _("pages_event_taken_up", default="In Prüfung genommen")),
    (
        "assessment_saved",
        _("pages_event_assessment_saved", default="Entwurf des Prüfvermerks"),
    ),
    ("noted", _("pages_event_noted", default="Interne Notiz")),
    ("message_sent", _("pages_event_message_sent", default="Nachricht an die Kommune")),
    (
        "message_replied",
        _("pages_event_message_replied", default="Nachricht der Kommune"),
    ),
    ("asked", _("pages_event_asked", default="Rückfrage gestellt")),
    (
        "clarification_extended",
        _("pages_event_extended", default="Frist der Rückfrage verlängert"),
    ),
    (
        "clarification_reminded",
        _("pages_event_clarification_reminded", default="An die Rückfrage erinnert"),
    ),
    ("answer_saved", _("pages_event_answer_saved", default="Antwort entworfen")),
    ("answered", _("pages_event_answered", default="Rückfrage beantwortet")),
    (
        "answer_entered",
        _("pages_event_answer_entered", default="Antwort per Brief eingetragen"),
    ),
    ("went_on", _("pages_event_went_on", default="Nach Aktenlage fortgefahren")),
    ("assessed", _("pages_event_assessed", default="Zur Entscheidung vorgelegt")),
    ("returned", _("pages_event_returned", default="Zurück in die Prüfung gegeben")),
    ("decided", _("pages_event_decided", default="Entschieden")),
    (
        "decision_discarded",
        _("pages_event_discarded", default="Entscheidung verworfen"),
    ),
    ("letter_issued", _("pages_event_letter", default="Schreiben ausgefertigt")),
    ("approved", _("pages_event_approved", default="Bewilligt")),
    ("rejected", _("pages_event_rejected", default="Abgelehnt")),
    (
        "payment_called",
        _("pages_event_payment_called", default="Auszahlung angefordert"),
    ),
    (
        "payment_prepared",
        _("pages_event_payment_prepared", default="Auszahlung vorbereitet"),
    ),
    (
        "payment_sent_back",
        _("pages_event_payment_back", default="Auszahlung nicht freigegeben"),
    ),
    (
        "payment_released",
        _("pages_event_payment_released", default="Auszahlung freigegeben"),
    ),
    ("payment_paid", _("pages_event_payment_paid", default="Ausgezahlt")),
    (
        "payment_refused",
        _("pages_event_payment_refused", default="Auszahlung abgelehnt"),
    ),
    ("grant_amended", _("pages_event_grant_amended", default="Zuwendung geändert")),
    ("grant_waived", _("pages_event_grant_waived", default="Auf Zuwendung verzichtet")),
    ("grant_revoked", _("pages_event_grant_revoked", default="Zuwendung widerrufen")),
    (
        "grant_withdrawn",
        _("pages_event_grant_withdrawn", default="Bewilligung zurückgenommen"),
    ),
    ("grant_lapsed", _("pages_event_grant_lapsed", default="Zuwendung ermäßigt")),
    ("hearing_held", _("pages_event_hearing_held", default="Kommune angehört")),
    (
        "hearing_answered",
        _("pages_event_hearing_answered", default="Antwort auf die Anhörung"),
    ),
    (
        "hearing_ended",
        _("pages_event_hearing_ended", default="Anhörung ohne Folgen beendet"),
    ),
    (
        "repayment_prepared",
        _("pages_event_repayment_prepared", default="Erstattung vorbereitet"),
    ),
    (
        "repayment_sent_back",
        _("pages_event_repayment_sent_back", default="Erstattung zurückgegeben"),
    ),
    (
        "repayment_demanded",
        _("pages_event_repayment_demanded", default="Erstattung gefordert"),
    ),
    (
        "repayment_received",
        _("pages_event_repayment_received", default="Erstattung eingegangen"),
    ),
    (
        "repayment_remitted",
        _("pages_event_repayment_remitted", default="Erstattung erlassen"),
    ),
    (
        "amendment_proposed",
        _("pages_event_amendment_proposed", default="Änderung vorgeschlagen"),
    ),
    (
        "amendment_returned",
        _("pages_event_amendment_returned", default="Vorschlag zurückgegeben"),
    ),
    ("delivered", _("pages_event_delivered", default="Versand und Bekanntgabe")),
    (
        "notice_retrieved",
        _("pages_event_notice_retrieved", default="Bescheid im Portal abgerufen"),
    ),
    (
        "portal_consent",
        _("pages_event_portal_consent", default="Einwilligung in den Abruf im Portal"),
    ),
    ("appeal_filed", _("pages_event_appeal_filed", default="Rechtsbehelf eingelegt")),
    ("appeal_ended", _("pages_event_appeal_ended", default="Rechtsbehelf erledigt")),
    (
        "finality_recorded",
        _("pages_event_finality", default="Bestandskraft oder Verzicht eingetragen"),
    ),
    ("remedied", _("pages_event_remedied", default="Abgeholfen, neu in Prüfung")),
    (
        "early_start_permitted",
        _("pages_event_early_permit", default="Vorzeitigen Beginn zugelassen"),
    ),
    ("reminded", _("pages_event_reminded", default="An die Frist erinnert")),
    (
        "erasure_announced",
        _("pages_event_erasure", default="Löschung des Entwurfs angekündigt"),
    ),
    ("assigned", _("pages_event_assigned", default="Zuständigkeit geändert")),
    (
        "file_number_set",
        _("pages_event_file_number", default="Aktenzeichen im DMS eingetragen"),
    ),
    (
        "change_requested",
        _("pages_event_change_requested", default="Änderung beantragt"),
    ),
    (
        "change_accepted",
        _("pages_event_change_accepted", default="Änderung angenommen"),
    ),
    ("change_refused", _("pages_event_change_refused", default="Änderung abgelehnt")),
    (
        "report_submitted",
        _("pages_event_report", default="Zwischenbericht eingegangen"),
    ),
    (
        "proof_saved",
        _("pages_event_proof_saved", default="Entwurf des Nachweises gespeichert"),
    ),
    (
        "proof_reminded",
        _("pages_event_proof_reminded", default="An den Nachweis erinnert"),
    ),
    (
        "proof_submitted",
        _("pages_event_proof_submitted", default="Verwendungsnachweis eingegangen"),
    ),
    (
        "proof_questioned",
        _("pages_event_proof_questioned", default="Rückfrage zum Nachweis gestellt"),
    ),
    (
        "proof_checked",
        _("pages_event_proof_checked", default="Verwendungsnachweis geprüft"),
    ),
    ("closed", _("pages_event_closed", default="Vorgang abgeschlossen")),
    ("reopened", _("pages_event_reopened", default="Vorgang wieder geöffnet")),
    (
        "offered_to_archive",
        _("pages_event_offered", default="Dem Archiv angeboten"),
    ),
    (
        "archive_answered",
        _("pages_event_archive_answered", default="Antwort des Archivs eingetragen"),
    ),
    ("recorded", _("pages_event_recorded", default="Beratung eingetragen")),
    ("voided", _("pages_event_voided", default="Beratung für ungültig erklärt")),
)


@dataclass(frozen=True)
class Entry:
    """One event for a page: what happened, who did it (full name), when (aware)."""

    kind: str
    title: Message | str
    person: str
    moment: datetime


def entry(event: Event) -> Entry:
    """The event in words; what changed is left to pages for those who may know."""
    title = title_of(EVENT_TITLES, event.kind)
    return Entry(event.kind, title, full_name(event.actor), event.moment)
