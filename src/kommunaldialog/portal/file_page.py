"""What the pages have in common that are about a file."""

from functools import cached_property
from kommunaldialog.messages_public import FILE_FINDINGS
from kommunaldialog.portal.page import PublicPage
from kommunaldialog.usecases.findings import findings
from zope.i18nmessageid import Message


class FilePage(PublicPage):
    """Shows what `parts.pt: download` needs."""

    @cached_property
    def file(self) -> dict[str, str] | None:
        """Address, format and size of the file, None where there is none."""
        return self.file_of(self.context)

    @property
    def findings(self) -> list[Message]:
        """What to expect of the file, for who reads it with a screen reader."""
        return [FILE_FINDINGS[code] for code in findings(self.context)]
