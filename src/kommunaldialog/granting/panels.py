"""The panels of the case page, in the order in which they are shown."""

from kommunaldialog.granting.clarification_panel import ClarificationPanel
from kommunaldialog.granting.examination_panels import BiasPanel
from kommunaldialog.granting.examination_panels import MessagesPanel
from kommunaldialog.granting.examination_panels import NotesPanel
from kommunaldialog.granting.letters_panel import LettersPanel
from kommunaldialog.granting.money_panel import PaymentsPanel
from kommunaldialog.granting.money_panel import TakingPanel
from kommunaldialog.granting.notice_panel import EarlyStartPanel
from kommunaldialog.granting.notice_panel import NoticePanel
from kommunaldialog.granting.notice_panel import PortalConsentPanel
from kommunaldialog.granting.panel import Panel
from kommunaldialog.granting.paper_panel import OfficePaperPanel
from kommunaldialog.granting.repayments_panel import RepaymentsPanel
from kommunaldialog.granting.responsibility import ResponsibilityPanel
from kommunaldialog.granting.use_panel import ClosingPanel
from kommunaldialog.granting.use_panel import OfficeUsePanel


PANELS: tuple[type[Panel], ...] = (
    ResponsibilityPanel,
    ClarificationPanel,
    EarlyStartPanel,
    NoticePanel,
    LettersPanel,
    PortalConsentPanel,
    PaymentsPanel,
    OfficeUsePanel,
    OfficePaperPanel,
    TakingPanel,
    RepaymentsPanel,
    ClosingPanel,
    MessagesPanel,
    NotesPanel,
    BiasPanel,
)
