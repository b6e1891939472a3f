"""The words for what a draft's documents and declarations lack."""

from kommunaldialog import _
from zope.i18nmessageid import Message


DRAFT: dict[str, Message] = {
    "document_missing": _(
        "messages_document_missing",
        default="Bitte fügen Sie diese Unterlage bei: ${document}.",
    ),
    "document_wrong": _("messages_document_wrong", default="${document}: ${problem}"),
    "start_declaration_missing": _(
        "messages_start_declaration_missing",
        default="Bitte erklären Sie, ob die Maßnahme schon begonnen hat.",
    ),
}
