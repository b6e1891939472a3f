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
    ("taken_up", _("pages_event_taken_up", default="In Prüfung genommen")),
    ("assessed", _("pages_event_assessed", default="Zur Entscheidung vorgelegt")),
    ("returned", _("pages_event_returned", default="Zurück in die Prüfung gegeben")),
    ("decided", _("pages_event_decided", default="Entschieden")),
    (
        "decision_discarded",
        _("pages_event_discarded", default="Entscheidung verworfen"),
    ),
    ("approved", _("pages_event_approved", default="Bewilligt")),
    ("rejected", _("pages_event_rejected", default="Abgelehnt")),
    ("reminded", _("pages_event_reminded", default="An die Frist erinnert")),
    (
        "erasure_announced",
        _("pages_event_erasure", default="Löschung des Entwurfs angekündigt"),
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
