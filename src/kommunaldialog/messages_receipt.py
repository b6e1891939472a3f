"""The words for what is refused about receipts and help texts; see `messages`."""

from kommunaldialog import _
from zope.i18nmessageid import Message


RECEIPT: dict[str, Message] = {
    "checksum_missing": _(
        "messages_checksum_missing",
        default=(
            "Bitte geben Sie die Prüfsumme ein, die auf der Eingangsbestätigung steht,"
            " oder wählen Sie die JSON-Datei aus."
        ),
    ),
    "checksum_unreadable": _(
        "messages_checksum_unreadable",
        default=(
            "Eine Prüfsumme hat 64 Zeichen aus 0–9 und a–f."
            " Ihre Eingabe hat ${characters} Zeichen oder enthält andere."
            " Bitte kopieren Sie die ganze Prüfsumme von der Eingangsbestätigung."
        ),
    ),
    "help_unchanged": _(
        "messages_help_unchanged",
        default="Der Hilfetext lautet schon so. Bitte ändern Sie ihn.",
    ),
    "receipt_file_unreadable": _(
        "messages_receipt_file_unreadable",
        default=(
            "Diese Datei ist keine Eingangsbestätigung im Format JSON. Bitte wählen"
            " Sie die Datei, deren Name mit „Eingang-“ beginnt und mit „.json“ endet."
        ),
    ),
}
