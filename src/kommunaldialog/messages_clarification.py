"""The words for what keeps a clarification from being asked, answered or ended."""

from kommunaldialog import _
from zope.i18nmessageid import Message


CLARIFICATION: dict[str, Message] = {
    "clarification_text_missing": _(
        "messages_clarification_text_missing",
        default="Bitte schreiben Sie, was Sie von der Kommune wissen möchten.",
    ),
    "clarification_due_missing": _(
        "messages_clarification_due_missing",
        default=(
            "Bitte geben Sie den letzten Tag für die Antwort an,"
            " zum Beispiel 31.10.2030."
        ),
    ),
    "clarification_due_past": _(
        "messages_clarification_due_past",
        default="Bitte wählen Sie einen Tag ab morgen: Die Kommune braucht Zeit.",
    ),
    "clarification_due_far": _(
        "messages_clarification_due_far",
        default="Bitte prüfen Sie das Jahr: Der Tag liegt mehr als zwei Jahre voraus.",
    ),
    "clarification_due_earlier": _(
        "messages_clarification_due_earlier",
        default=(
            "Die Kommune kann schon bis zum ${due} antworten."
            " Bitte wählen Sie einen späteren Tag."
        ),
    ),
    "clarification_unknown": _(
        "messages_clarification_unknown",
        default=(
            "Eine der gewählten Angaben gibt es in diesem Antrag nicht."
            " Bitte wählen Sie noch einmal aus."
        ),
    ),
    "clarification_running": _(
        "messages_clarification_running",
        default=(
            "Die Kommune kann noch bis zum ${due} antworten."
            " Danach können Sie nach Aktenlage fortfahren."
        ),
    ),
    "going_on_note_missing": _(
        "messages_going_on_note_missing",
        default="Bitte vermerken Sie, warum Sie ohne die Antwort fortfahren.",
    ),
    "answer_text_missing": _(
        "messages_answer_text_missing",
        default=(
            "Ihre Antwort ist noch leer. Bitte ändern Sie eine der Angaben"
            " oder schreiben Sie eine Antwort."
        ),
    ),
    "answer_not_reopened": _(
        "messages_answer_not_reopened",
        default=(
            "Diese Angabe ist nicht Teil der Rückfrage und kann nicht geändert werden."
        ),
    ),
    "answer_changed_meanwhile": _(
        "messages_answer_changed_meanwhile",
        default=(
            "Die Antwort wurde inzwischen geändert. Bitte lesen Sie sie noch einmal"
            " und senden Sie sie dann."
        ),
    ),
    "answer_not_on_paper": _(
        "messages_answer_not_on_paper",
        default=(
            "Dieser Antrag kam über das Portal. Seine Rückfragen beantwortet die"
            " Kommune dort selbst."
        ),
    ),
    "answer_received_missing": _(
        "messages_answer_received_missing",
        default="Bitte geben Sie an, an welchem Tag die Antwort eingegangen ist.",
    ),
    "answer_received_impossible": _(
        "messages_answer_received_impossible",
        default=(
            "Bitte prüfen Sie den Tag des Eingangs: Er liegt vor der Rückfrage"
            " (${asked}) oder in der Zukunft."
        ),
    ),
    "answer_scan_missing": _(
        "messages_answer_scan_missing",
        default="Bitte fügen Sie die eingescannte Antwort als Datei bei.",
    ),
}
