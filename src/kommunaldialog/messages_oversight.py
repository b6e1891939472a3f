"""The words for what is refused at the end of a case; see `messages`."""

from kommunaldialog import _
from zope.i18nmessageid import Message


OVERSIGHT: dict[str, Message] = {
    "case_not_closed": _(
        "messages_case_not_closed",
        default="Der Vorgang ist nicht abgeschlossen. Er muss aufbewahrt werden.",
    ),
    "retention_not_over": _(
        "messages_retention_not_over",
        default=(
            "Der Vorgang muss bis einschließlich ${until} aufbewahrt werden. Danach"
            " können Sie ihn dem Archiv anbieten."
        ),
    ),
    "archive_missing": _(
        "messages_archive_missing",
        default="Bitte nennen Sie das Archiv, dem Sie die Vorgänge anbieten.",
    ),
    "archive_offered_already": _(
        "messages_archive_offered_already",
        default="Der Vorgang ist dem Archiv schon angeboten.",
    ),
    "archive_not_offered": _(
        "messages_archive_not_offered",
        default="Bitte bieten Sie den Vorgang zuerst dem Archiv an.",
    ),
    "archive_answered_already": _(
        "messages_archive_answered_already",
        default="Die Antwort des Archivs ist schon eingetragen.",
    ),
    "archive_answer_missing": _(
        "messages_archive_answer_missing",
        default="Bitte geben Sie an, ob das Archiv die Vorgänge übernommen hat.",
    ),
    "archive_not_answered": _(
        "messages_archive_not_answered",
        default=(
            "Bitte tragen Sie zuerst ein, was das Archiv geantwortet hat. Vorher kann"
            " der Vorgang nicht gelöscht werden."
        ),
    ),
    "erasure_unconfirmed": _(
        "messages_erasure_unconfirmed",
        default=(
            "Bitte bestätigen Sie mit dem Haken, dass die Vorgänge endgültig gelöscht"
            " werden sollen."
        ),
    ),
    "consultations_none_chosen": _(
        "messages_consultations_none_chosen",
        default="Bitte wählen Sie mindestens eine Beratung aus.",
    ),
    "consultations_to_keep": _(
        "messages_consultations_to_keep",
        default=(
            "Eine der gewählten Beratungen muss noch aufbewahrt werden oder ist schon"
            " gelöscht. Bitte wählen Sie noch einmal aus."
        ),
    ),
    "consultation_erasure_unconfirmed": _(
        "messages_consultation_erasure_unconfirmed",
        default=(
            "Bitte bestätigen Sie mit dem Haken, dass die Beratungen endgültig gelöscht"
            " werden sollen."
        ),
    ),
    "cases_none_chosen": _(
        "messages_cases_none_chosen",
        default="Bitte wählen Sie mindestens einen Vorgang aus.",
    ),
    "cases_gone": _(
        "messages_cases_gone",
        default=(
            "Einen der gewählten Vorgänge gibt es nicht (mehr). Bitte wählen Sie noch"
            " einmal aus."
        ),
    ),
    "case_refused": _(
        "messages_case_refused",
        default="${reference}: ${problem} Für keinen Vorgang wurde etwas geändert.",
    ),
}
