"""What came by letter, and what can be entered that comes now."""

from collections.abc import Mapping
from kommunaldialog import _
from kommunaldialog.access.permissions import current_user_id
from kommunaldialog.domain.lifecycle import HANDLE
from kommunaldialog.domain.paper import PaperLetter
from kommunaldialog.granting.panel import Panel
from kommunaldialog.pages.action import Action
from kommunaldialog.pages.history import EVENT_TITLES
from kommunaldialog.pages.paper_panel import PaperPanel
from kommunaldialog.usecases.change_request import open_request
from kommunaldialog.usecases.payments import left_to_call
from kommunaldialog.usecases.second_person import waiting_letter
from kommunaldialog.usecases.step import may_take
from kommunaldialog.usecases.sums import current_grant
from kommunaldialog.vocabularies.static import title_of
from zope.i18nmessageid import Message


# Step → what the link to its page is called, and the page.
PAGES: Mapping[str, tuple[Message, str]] = {
    "enter_payment_call": (
        _("granting_paper_call", default="Mittelabruf eintragen"),
        "mittelabruf-eintragen",
    ),
    "enter_change_request": (
        _("granting_paper_change", default="Änderungsantrag eintragen"),
        "aenderung-eintragen",
    ),
    "enter_report": (
        _("granting_paper_report", default="Zwischenbericht eintragen"),
        "zwischenbericht-eintragen",
    ),
    "enter_proof": (
        _("granting_paper_proof", default="Verwendungsnachweis eintragen"),
        "nachweis-eintragen",
    ),
    "enter_waiver": (
        _("granting_paper_waiver", default="Verzicht eintragen"),
        "verzicht-eintragen",
    ),
    "enter_withdrawal": (
        _("granting_paper_withdrawal", default="Zurückziehung eintragen"),
        "zurueckziehung-eintragen",
    ),
}


class OfficeLetters(PaperPanel):
    """For a page of the office that names letters."""

    def event_title(self, letter: PaperLetter) -> str:
        return self.translate(title_of(EVENT_TITLES, letter.event))

    def entered_by(self, letter: PaperLetter) -> str:
        return self.person(letter.entered_by)


class OfficePaperPanel(OfficeLetters, Panel):
    """The office enters for the municipality what it may do itself now."""

    @property
    def available(self) -> bool:
        return bool(self.letters or self.links())

    def actions(self) -> list[Action]:
        """Another person than the one who entered it confirms a letter that waits."""
        entered = waiting_letter(self.context)
        if entered is None or not self.may(HANDLE):
            return []
        title = _("granting_letter_back", default="Brief zurückgeben")
        found = [Action(title, self.address("brief-zurueckgeben"))]
        if entered.letter.entered_by != current_user_id():
            title = _("granting_letter_confirm", default="Brief bestätigen")
            url = self.address("brief-bestaetigen")
            found.insert(0, Action(title, url, primary=True))
        return found

    def links(self) -> list[Action]:
        return [
            Action(title, self.address(view))
            for step, (title, view) in PAGES.items()
            if may_take(self.context, step) and self._possible(step)
        ]

    def _possible(self, step: str) -> bool:
        """Whether nothing that was done before stands in the way."""
        match step:
            case "enter_payment_call":
                return left_to_call(self.context) > 0
            case "enter_change_request":
                return open_request(self.context) is None
            case "enter_withdrawal":
                return waiting_letter(self.context) is None
            case "enter_waiver":
                waits = waiting_letter(self.context) is not None
                return current_grant(self.context) > 0 and not waits
        return True
