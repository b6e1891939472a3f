"""The words for what is refused while a grant is used, proved, checked and closed."""

from kommunaldialog import _
from zope.i18nmessageid import Message


PROOF: dict[str, Message] = {
    "proof_changed_meanwhile": _(
        "messages_proof_changed_meanwhile",
        default=(
            "Jemand anderes hat den Verwendungsnachweis inzwischen geändert. Ihre "
            "Eingaben stehen noch hier. Bitte prüfen Sie sie und speichern Sie dann "
            "noch einmal; Dateien müssen Sie neu auswählen."
        ),
    ),
    "proof_amount_missing": _(
        "messages_proof_amount_missing",
        default=(
            "Ausgaben, Zeile ${row}: Bitte tragen Sie ein, was Sie ausgegeben haben. "
            "Wenn nichts ausgegeben wurde, schreiben Sie bei einer bewilligten Zeile 0."
        ),
    ),
    "proof_income_missing": _(
        "messages_proof_income_missing",
        default=(
            "Finanzierung, Zeile ${row}: Bitte tragen Sie ein, was Sie erhalten oder "
            "eingesetzt haben. Wenn es nichts war, schreiben Sie bei einer bewilligten "
            "Zeile 0."
        ),
    ),
    "proof_explain_beyond": _(
        "messages_proof_explain_beyond",
        default=(
            "Ausgaben, Zeile ${row}: Ohne Erklärung sind hier höchstens ${highest} "
            "möglich. Bitte erklären Sie die Abweichung."
        ),
    ),
    "proof_explain_unbalanced": _(
        "messages_proof_explain_unbalanced",
        default=(
            "Ausgaben, Zeile ${row}: Diese Zeile ist gewachsen, ohne dass andere um "
            "ebenso viel kleiner geworden sind. Bitte erklären Sie die Abweichung."
        ),
    ),
    "proof_explain_new": _(
        "messages_proof_explain_new",
        default=(
            "Ausgaben, Zeile ${row}: Diese Ausgabe stand nicht im bewilligten Plan. "
            "Bitte erklären Sie, warum sie nötig war."
        ),
    ),
    "proof_not_confirmed": _(
        "messages_proof_not_confirmed",
        default="Bitte bestätigen Sie die Erklärungen zum Verwendungsnachweis.",
    ),
    "proof_question_missing": _(
        "messages_proof_question_missing",
        default="Bitte schreiben Sie, was zum Verwendungsnachweis noch offen ist.",
    ),
    "proof_question_due_missing": _(
        "messages_proof_question_due_missing",
        default=(
            "Bitte geben Sie an, bis wann Sie den ergänzten Nachweis brauchen, zum "
            "Beispiel 31.10.2026."
        ),
    ),
    "proof_question_due_past": _(
        "messages_proof_question_due_past",
        default="Bitte wählen Sie einen Tag, der noch kommt.",
    ),
    "proof_check_text_missing": _(
        "messages_proof_check_text_missing",
        default="Bitte schreiben Sie auf, was die Prüfung des Nachweises ergeben hat.",
    ),
    "change_text_missing": _(
        "messages_change_text_missing",
        default="Bitte schreiben Sie, was sich ändern soll und warum.",
    ),
    "change_of_nothing": _(
        "messages_change_of_nothing",
        default=(
            "Bitte geben Sie einen neuen Zeitraum an oder ändern Sie den Plan: Sonst "
            "bliebe alles, wie es bewilligt ist."
        ),
    ),
    "change_open": _(
        "messages_change_open",
        default=(
            "Über Ihren letzten Änderungsantrag ist noch nicht entschieden. Bitte "
            "warten Sie, bis die Bewilligungsstelle geantwortet hat."
        ),
    ),
    "change_none_open": _(
        "messages_change_none_open",
        default="Es gibt keinen Änderungsantrag, über den noch zu entscheiden wäre.",
    ),
    "change_answer_missing": _(
        "messages_change_answer_missing",
        default="Bitte nehmen Sie die Änderung an oder lehnen Sie sie ab.",
    ),
    "change_reason_missing": _(
        "messages_change_reason_missing",
        default="Bitte begründen Sie Ihre Entscheidung über die Änderung.",
    ),
    "grant_not_running": _(
        "messages_grant_not_running",
        default=(
            "Das ist nur möglich, solange die Zuwendung läuft und noch kein "
            "Verwendungsnachweis eingereicht ist."
        ),
    ),
    "report_text_missing": _(
        "messages_report_text_missing",
        default="Bitte schreiben Sie, wie weit die Maßnahme ist.",
    ),
    "report_file_wrong": _("messages_report_file_wrong", default="${problem}"),
    "close_hearing_open": _(
        "messages_close_hearing_open",
        default=(
            "Eine Anhörung läuft noch bis zum ${until}. Bitte warten Sie die Antwort "
            "der Kommune oder diesen Tag ab."
        ),
    ),
    "close_appeal_open": _(
        "messages_close_appeal_open",
        default=(
            "Ein Widerspruch oder eine Klage ist noch offen. Bitte tragen Sie zuerst "
            "ein, wie das Verfahren ausging."
        ),
    ),
    "close_rejection_not_final": _(
        "messages_close_rejection_not_final",
        default=(
            "Die Ablehnung kann noch angefochten werden. Bitte tragen Sie zuerst ein, "
            "seit wann sie bestandskräftig ist."
        ),
    ),
    "reopen_not_granted": _(
        "messages_reopen_not_granted",
        default=(
            "Zu diesem Antrag wurde nichts bewilligt. Es gibt nichts, was "
            "weitergehen könnte."
        ),
    ),
    "reopen_reason_missing": _(
        "messages_reopen_reason_missing",
        default="Bitte begründen Sie, warum der Vorgang wieder geöffnet wird.",
    ),
}
