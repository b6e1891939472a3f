"""The words for what the granting body is refused; see `messages`."""

from kommunaldialog import _
from zope.i18nmessageid import Message


OFFICE: dict[str, Message] = {
    "late_not_accepted": _(
        "messages_late_not_accepted",
        default=(
            "Der Antrag ist verspätet eingegangen. Bitte nehmen Sie ihn zuerst mit"
            " einer Begründung an, oder lassen Sie ihn als verspätet ablehnen."
        ),
    ),
    "late_accept_reason_missing": _(
        "messages_late_accept_reason_missing",
        default="Bitte begründen Sie, warum der Antrag trotz Verspätung zählt.",
    ),
    "late_strict": _(
        "messages_late_strict",
        default=(
            "Die Antragsfrist ist eine Ausschlussfrist. Was danach kommt, kann nicht"
            " angenommen werden."
        ),
    ),
    "late_answered": _(
        "messages_late_answered",
        default="Über die Verspätung ist schon entschieden.",
    ),
    "not_late": _(
        "messages_not_late",
        default="Der Antrag ist rechtzeitig eingegangen.",
    ),
    "stated_nothing": _(
        "messages_stated_nothing",
        default="Die Kommune hat keine Beratung angegeben, die zu bestätigen wäre.",
    ),
    "stated_answered": _(
        "messages_stated_answered",
        default="Die angegebene Beratung ist schon bestätigt oder verneint.",
    ),
    "stated_answer_missing": _(
        "messages_stated_answer_missing",
        default="Bitte wählen Sie, ob die Beratung stattgefunden hat.",
    ),
    "stated_note_missing": _(
        "messages_stated_note_missing",
        default="Bitte schreiben Sie auf, warum Sie die Beratung nicht bestätigen.",
    ),
    "stated_open": _(
        "messages_stated_open",
        default=(
            "Die Kommune hat eine Beratung angegeben, die noch niemand bestätigt hat."
            " Bitte bestätigen oder verneinen Sie die Angabe zuerst."
        ),
    ),
    "consultation_voided": _(
        "messages_consultation_voided",
        default="Diese Beratung ist schon für ungültig erklärt.",
    ),
    "void_reason_missing": _(
        "messages_void_reason_missing",
        default="Bitte begründen Sie, warum der Eintrag nicht gilt.",
    ),
    "enter_municipality_missing": _(
        "messages_enter_municipality_missing",
        default="Bitte wählen Sie die Kommune, die den Antrag gestellt hat.",
    ),
    "enter_not_eligible": _(
        "messages_enter_not_eligible",
        default=(
            "Diese Kommune gehört nicht zu denen, die in diesem Programm einen Antrag"
            " stellen dürfen."
        ),
    ),
    "enter_too_many": _(
        "messages_enter_too_many",
        default=(
            "Diese Kommune hat in diesem Programm schon so viele Anträge, wie erlaubt"
            " sind (${allowed}). Auch ein Entwurf zählt mit."
        ),
    ),
    "enter_received_missing": _(
        "messages_enter_received_missing",
        default="Bitte geben Sie an, an welchem Tag der Antrag eingegangen ist.",
    ),
    "enter_time_missing": _(
        "messages_enter_time_missing",
        default=(
            "An diesem Tag um ${deadline_time} Uhr endete die Frist. Bitte geben Sie"
            " auch die Uhrzeit an, zu der der Antrag eingegangen ist."
        ),
    ),
    "enter_not_a_time": _(
        "messages_enter_not_a_time",
        default="Bitte geben Sie die Uhrzeit so ein: 14:30.",
    ),
    "enter_in_future": _(
        "messages_enter_in_future",
        default="Der Eingang liegt in der Zukunft. Bitte prüfen Sie Tag und Uhrzeit.",
    ),
    "enter_too_early": _(
        "messages_enter_too_early",
        default=(
            "An diesem Tag nahm das Programm noch keine Anträge an; es öffnete am"
            " ${opening_date} um ${opening_time} Uhr. Bitte prüfen Sie den Tag."
        ),
    ),
    "enter_scan_missing": _(
        "messages_enter_scan_missing",
        default="Bitte fügen Sie den eingescannten Antrag bei.",
    ),
    "enter_scan_again": _(
        "messages_enter_scan_again",
        default=(
            "Bitte wählen Sie die Datei noch einmal: Sie ist noch nicht gespeichert."
        ),
    ),
    "enter_file_wrong": _("messages_enter_file_wrong", default="${problem}"),
    "enter_eligible_above_total": _(
        "messages_enter_eligible_above_total",
        default=(
            "Zuwendungsfähig können höchstens die gesamten Ausgaben sein. Bitte prüfen"
            " Sie die beiden Beträge."
        ),
    ),
}
