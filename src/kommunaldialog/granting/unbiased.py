"""The tick by which who examines, decides or pays declares to be free of bias."""

from kommunaldialog.granting.case_page import CasePage
from kommunaldialog.pages.view import FormPage
from kommunaldialog.usecases.bias import declare


class UnbiasedPage(CasePage, FormPage):
    """A form that needs the declaration: once for each person and application.

    Its template has the macro ``unbiased``; ``handle`` calls `declare_unbiased` before
    its own step.
    """

    def declare_unbiased(self) -> None:
        """Keeps what was ticked."""
        if self.value("unbiased") and self.asks_unbiased:
            declare(self.context, self.moment, free=True)
