"""What was funded: the announced grants of a call, for everybody."""

from collections.abc import Iterator
from decimal import Decimal
from functools import cached_property
from kommunaldialog import _
from kommunaldialog.domain.case_row import CaseRow
from kommunaldialog.domain.funded import funded
from kommunaldialog.domain.money import ZERO
from kommunaldialog.portal.page import PublicPage
from kommunaldialog.usecases.retention import counted_rows


class FundedPage(PublicPage):
    """``@@foerderungen``: municipality, measure and amount, and nothing else of a case.

    Made from the office's rows, so that no application is loaded.
    """

    def page_title(self) -> str:
        return self.translate(
            _(
                "portal_funded_title",
                default="Geförderte Maßnahmen: ${programme}",
                mapping={"programme": self.context.title},
            )
        )

    @cached_property
    def rows(self) -> list[CaseRow]:
        """The grants that are in force, by municipality and measure."""
        return sorted(self._funded(), key=lambda row: (row.municipality, row.measure))

    @property
    def total(self) -> Decimal:
        """Euro of all of them."""
        return sum((row.approved for row in self.rows), ZERO)

    def _funded(self) -> Iterator[CaseRow]:
        return filter(funded, counted_rows(self.context))
