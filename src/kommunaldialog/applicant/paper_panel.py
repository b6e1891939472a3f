"""What came by letter, for its municipality: when, and that the office entered it."""

from kommunaldialog.applicant.panel import Panel
from kommunaldialog.applicant.public_events import PUBLIC_EVENTS
from kommunaldialog.domain.paper import PaperLetter
from kommunaldialog.pages.paper_panel import PaperPanel


class TownPaperPanel(PaperPanel, Panel):
    """Without the names of the office's people."""

    # Who calls for money was granted it.
    tells_decision = True

    def event_title(self, letter: PaperLetter) -> str:
        return self.translate(PUBLIC_EVENTS[letter.event])
