"""The panel with all letters that were sent."""

from kommunaldialog.granting.panel import Panel
from kommunaldialog.letters.sent import sent_html
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class LettersPanel(Panel):
    """Each letter as it was sent, with its checksum."""

    template = ViewPageTemplateFile("letters_panel.pt")

    @property
    def available(self) -> bool:
        return bool(self.context.letters)

    def letters(self) -> str:
        """The letters as HTML."""
        return sent_html(
            self.context,
            self.language,
            lambda name: f"{self.address('schreiben')}/{name}",
            checksums=True,
        )
