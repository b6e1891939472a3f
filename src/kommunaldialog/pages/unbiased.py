"""The tick by which who examines, decides or confirms declares to be free of bias."""

from kommunaldialog.usecases.bias import check_declared
from kommunaldialog.usecases.bias import declare


class Unbiased:
    """For a page of one application; the macro ``unbiased`` draws the tick.

    A page with a form calls `declare_unbiased` before its own step.
    """

    @property
    def asks_unbiased(self) -> bool:
        """Whether the current user has not declared yet to be free of bias."""
        return bool(check_declared(self.context))

    def declare_unbiased(self) -> None:
        """Keeps what was ticked."""
        if self.value("unbiased") and self.asks_unbiased:
            declare(self.context, self.moment, free=True)
