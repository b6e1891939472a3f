"""The pages whose step takes the declaration to be free of bias."""

from kommunaldialog.granting.case_page import CasePage
from kommunaldialog.pages.view import FormPage


class UnbiasedPage(CasePage, FormPage):
    """A form that needs the declaration: once for each person and application.

    Its template has the macro ``unbiased``; ``handle`` calls `declare_unbiased` before
    its own step.
    """
