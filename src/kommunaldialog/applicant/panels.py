"""The panels of an application's page, in the order in which they are shown."""

from kommunaldialog.applicant.clarification_panel import ClarificationPanel
from kommunaldialog.applicant.letters_panel import LettersPanel
from kommunaldialog.applicant.messages import MessagesPanel
from kommunaldialog.applicant.money_panel import MoneyPanel
from kommunaldialog.applicant.notice import NoticePanel
from kommunaldialog.applicant.panel import Panel
from kommunaldialog.applicant.paper_panel import TownPaperPanel
from kommunaldialog.applicant.use_panel import TownUsePanel


PANELS: tuple[type[Panel], ...] = (
    ClarificationPanel,
    TownUsePanel,
    NoticePanel,
    MoneyPanel,
    TownPaperPanel,
    LettersPanel,
    MessagesPanel,
)
