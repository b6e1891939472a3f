"""The words for what is refused in the examination; see `messages`."""

from kommunaldialog import _
from zope.i18nmessageid import Message


REVIEW: dict[str, Message] = {
    "bias_undeclared": _(
        "messages_bias_undeclared",
        default=(
            "Bitte bestätigen Sie, dass Sie nicht befangen sind, oder zeigen Sie eine"
            " mögliche Befangenheit an."
        ),
    ),
    "bias_declared": _(
        "messages_bias_declared",
        default=(
            "Sie haben zu diesem Antrag eine mögliche Befangenheit angezeigt."
            " Eine andere Person muss ihn bearbeiten."
        ),
    ),
    "bias_declared_already": _(
        "messages_bias_declared_already",
        default="Sie haben schon erklärt, dass Sie nicht befangen sind.",
    ),
    "bias_answer_missing": _(
        "messages_bias_answer_missing",
        default="Bitte wählen Sie, ob Sie befangen sein könnten.",
    ),
    "assessor_biased": _(
        "messages_assessor_biased",
        default=(
            "Wer den Prüfvermerk geschrieben hat, hat danach eine mögliche"
            " Befangenheit angezeigt. Bitte geben Sie den Antrag zurück in die Prüfung."
        ),
    ),
    "checklist_changed": _(
        "messages_checklist_changed",
        default=(
            "Die Prüfliste des Förderprogramms ist inzwischen eine andere."
            " Bitte prüfen Sie Ihre Antworten noch einmal."
        ),
    ),
    "check_unanswered": _(
        "messages_check_unanswered",
        default="Bitte beantworten Sie „${label}“ in der Prüfliste.",
    ),
    "check_note_missing": _(
        "messages_check_note_missing",
        default="Bitte schreiben Sie auf, warum Sie „${label}“ verneinen.",
    ),
    "cut_row_unknown": _(
        "messages_cut_row_unknown",
        default=(
            "Die Ausgabe in Zeile ${row} gibt es im Plan nicht,"
            " oder sie ist zweimal genannt."
        ),
    ),
    "cut_of_nothing": _(
        "messages_cut_of_nothing",
        default=(
            "Ausgaben, Zeile ${row}: Die Kommune sagt nicht, was davon"
            " zuwendungsfähig ist. Bitte fragen Sie zuerst nach."
        ),
    ),
    "cut_not_lower": _(
        "messages_cut_not_lower",
        default=(
            "Ausgaben, Zeile ${row}: Eine Kürzung liegt unter den beantragten"
            " ${applied}. Wenn Sie nicht kürzen, lassen Sie Betrag und Begründung leer."
        ),
    ),
    "cut_amount_missing": _(
        "messages_cut_amount_missing",
        default=(
            "Ausgaben, Zeile ${row}: Bitte schreiben Sie, welchen Betrag Sie"
            " anerkennen. Wenn Sie nicht kürzen, lassen Sie auch die Begründung leer."
        ),
    ),
    "cut_reason_missing": _(
        "messages_cut_reason_missing",
        default="Ausgaben, Zeile ${row}: Bitte begründen Sie die Kürzung.",
    ),
    "recommended_above_calculation": _(
        "messages_recommended_above_calculation",
        default=(
            "Nach der Berechnung sind höchstens ${highest} möglich."
            " Bitte schlagen Sie höchstens diesen Betrag vor."
        ),
    ),
    "grant_above_calculation": _(
        "messages_grant_above_calculation",
        default=(
            "Nach der Berechnung sind höchstens ${highest} möglich."
            " Bitte bewilligen Sie höchstens diesen Betrag."
        ),
    ),
    "office_text_too_long": _(
        "messages_office_text_too_long",
        default=(
            "Dieser Text hat ${length} Zeichen, höchstens ${limit} sind möglich."
            " Bitte kürzen Sie ihn."
        ),
    ),
    "assessment_saved_meanwhile": _(
        "messages_assessment_saved_meanwhile",
        default=(
            "${person} hat den Entwurf des Prüfvermerks inzwischen geändert. Ihre"
            " Angaben stehen noch hier. Bitte vergleichen Sie sie mit der Fassung am"
            " Ende der Seite und senden Sie dann noch einmal."
        ),
    ),
    "case_worker_declared_bias": _(
        "messages_case_worker_declared_bias",
        default=(
            "${name} hat zu diesem Antrag eine mögliche Befangenheit angezeigt."
            " Bitte wählen Sie eine andere Person."
        ),
    ),
    "note_missing": _(
        "messages_note_missing",
        default="Bitte schreiben Sie eine Notiz.",
    ),
    "message_missing": _(
        "messages_message_missing",
        default="Bitte schreiben Sie eine Nachricht.",
    ),
    "nothing_to_reply": _(
        "messages_nothing_to_reply",
        default=(
            "Zu diesem Antrag gibt es keine Nachricht, auf die Sie antworten könnten."
        ),
    ),
    "correspondence_over": _(
        "messages_correspondence_over",
        default=(
            "Zu diesem Antrag können Sie jetzt keine Nachricht schreiben. Bitte wenden"
            " Sie sich unmittelbar an die Bewilligungsstelle."
        ),
    ),
}
