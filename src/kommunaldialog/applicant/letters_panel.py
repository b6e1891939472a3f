"""The panel with all letters that were sent."""

from kommunaldialog.applicant.panel import Panel
from kommunaldialog.letters.issue import notice_in_force
from kommunaldialog.letters.sent import sent_html
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class LettersPanel(Panel):
    """Each letter as it was sent."""

    template = ViewPageTemplateFile("letters_panel.pt")

    @property
    def available(self) -> bool:
        return any(name != self._waits for name in self.context.letters)

    def letters(self) -> str:
        """The letters as HTML."""
        return sent_html(
            self.context,
            self.language,
            lambda name: f"{self.address('schreiben')}/{name}",
            without=self._waits,
        )

    @property
    def _waits(self) -> str:
        """The name of the notice that has to be fetched first; empty for none."""
        return notice_in_force(self.context) if self.notice_waits else ""
