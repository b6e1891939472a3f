"""The press: makes the letters that use cases issue."""

from kommunaldialog.domain.letter import Letter
from kommunaldialog.letters import pdf
from kommunaldialog.letters.notice import notice_html
from kommunaldialog.usecases.issue import ILetterPress
from zope.interface import implementer


@implementer(ILetterPress)
class LetterPress:
    """PDF by WeasyPrint; without it, pages to print."""

    def available(self) -> bool:
        return pdf.available()

    def pdf(self, letter: Letter) -> bytes:
        return pdf.render(notice_html(letter))

    def page(self, letter: Letter) -> str:
        return notice_html(letter)
