"""The letters that the office entered: the same panel for both sides."""

from kommunaldialog.domain.paper import PaperLetter
from kommunaldialog.letters.parts import about
from kommunaldialog.usecases.lines import paper_letter
from kommunaldialog.usecases.second_person import waiting_letter
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from urllib.parse import quote


class PaperPanel:
    """For a `Panel` of an application's page; its subclass says who reads it."""

    template = ViewPageTemplateFile("paper_panel.pt")

    @property
    def letters(self) -> tuple[PaperLetter, ...]:
        return self.context.paper_letters

    @property
    def available(self) -> bool:
        """Whether a letter was entered."""
        return bool(self.letters)

    def event_title(self, letter: PaperLetter) -> str:
        """What the municipality did with it, as its reader's history calls it."""
        raise NotImplementedError

    def entered_by(self, letter: PaperLetter) -> str:
        """Who entered it, for those who may know; empty for others."""
        return ""

    def standing(self, letter: PaperLetter) -> str:
        """ "waits" for a second person, "back" where nothing came of it, or empty."""
        entered = waiting_letter(self.context)
        if entered is not None and entered.letter.number == letter.number:
            return "waits"
        back = {one.number for one in self.context.letters_back}
        return "back" if letter.number in back else ""

    def scan_of(self, letter: PaperLetter) -> dict[str, str]:
        """The scan: ``url`` and ``about``."""
        name, file = paper_letter(letter.number), quote(letter.scan.name)
        url = f"{self.address('datei')}/{name}/{file}"
        return {"url": url, "about": about(letter.scan)}

    def links(self) -> list[object]:
        """What can be entered now."""
        return []
