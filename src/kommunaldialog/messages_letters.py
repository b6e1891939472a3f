"""The words for what is wrong with a letter; see `messages`."""

from kommunaldialog import _
from zope.i18nmessageid import Message


LETTERS: dict[str, Message] = {
    "letter_no_pdf": _(
        "messages_letter_no_pdf",
        default=(
            "Auf diesem Server können keine PDF-Dateien entstehen, deshalb kann der"
            " Bescheid nicht im Portal bekannt gegeben werden. Bitte wählen Sie einen"
            " anderen Weg, oder lassen Sie WeasyPrint mit der Systembibliothek Pango"
            " installieren."
        ),
    ),
    "text_changed_meanwhile": _(
        "messages_text_changed_meanwhile",
        default=(
            "Jemand anderes hat diesen Text geändert, während Sie daran geschrieben"
            " haben. Wie er jetzt lautet, steht darunter. Übernehmen Sie daraus, was"
            " bleiben soll, und speichern Sie noch einmal: Dann gilt Ihr Text."
        ),
    ),
    "text_block_unknown": _(
        "messages_text_block_unknown",
        default=(
            "${found} ist kein Platzhalter dieses Schreibens. Möglich sind: ${known}."
        ),
    ),
    "text_block_brace": _(
        "messages_text_block_brace",
        default=(
            "Geschweifte Klammern sind nur für Platzhalter da, und jede muss wieder"
            " geschlossen werden. Möglich sind: ${known}."
        ),
    ),
}
