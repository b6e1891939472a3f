"""The list that auditors ask for: grants, and whether they were accounted for."""

from AccessControl import Unauthorized
from collections.abc import Iterator
from collections.abc import Sequence
from datetime import date
from datetime import datetime
from functools import cached_property
from kommunaldialog import _
from kommunaldialog.access.caching import IPrivate
from kommunaldialog.content.foerderprogramm import Foerderprogramm
from kommunaldialog.dates import local
from kommunaldialog.domain.case_row import CaseRow
from kommunaldialog.domain.supervision import granted
from kommunaldialog.domain.supervision import proof_overdue
from kommunaldialog.domain.supervision import supervision_order
from kommunaldialog.exports.table import Value
from kommunaldialog.granting.listing import Listing
from kommunaldialog.granting.listing import listing
from kommunaldialog.pages.table import deliver
from kommunaldialog.pages.table import FORMATS
from kommunaldialog.pages.view import Page
from kommunaldialog.usecases.listed import Case
from kommunaldialog.usecases.listed import case_rows
from kommunaldialog.usecases.listed import cases
from kommunaldialog.usecases.listed import LIST
from kommunaldialog.usecases.listed import listed_programmes
from zope.interface import implementer


COLUMNS = (
    _("granting_reference", default="Aktenzeichen"),
    _("granting_file_number", default="Aktenzeichen im DMS"),
    _("granting_programme", default="Förderprogramm"),
    _("granting_recipient", default="Zuwendungsempfänger"),
    _("granting_measure", default="Maßnahme"),
    _("granting_grant", default="Zuwendung"),
    _("granting_paid", default="Ausgezahlt"),
    _("granting_proof_due", default="Nachweis fällig"),
    _("granting_proof_received", default="Nachweis eingegangen"),
    _("granting_column_proof_checked", default="Nachweis geprüft"),
    _("granting_overdue", default="Überfällig"),
    _("granting_state", default="Stand"),
)


@implementer(IPrivate)
class SupervisionList(Page):
    """``@@aufsichtsliste`` of a programme: overdue proofs first."""

    @property
    def programme(self) -> Foerderprogramm | None:
        """The one it is about; None for all that the user may list."""
        return self.context

    @cached_property
    def programmes(self) -> Sequence[Foerderprogramm]:
        return [self.context]

    def page_title(self) -> str:
        return self.translate(_("granting_supervision", default="Aufsichtsliste"))

    def __call__(self) -> str | bytes:
        file_format = self.request.form.get("format")
        if file_format not in FORMATS:
            return self.index()
        columns = [self.translate(title) for title in COLUMNS]
        name = f"aufsichtsliste-{self.today.isoformat()}"
        return deliver(self.request, file_format, name, columns, self._lines())

    @cached_property
    def today(self) -> date:
        """The day in the portal's zone."""
        return local(self.moment, self.zone).date()

    @cached_property
    def found(self) -> list[Case]:
        """All grants that were announced, whatever became of them."""
        found = {
            case.row: case
            for programme in self.programmes
            for case in cases(programme, filter(granted, case_rows(programme)))
        }
        return [found[row] for row in supervision_order(found)]

    @property
    def overdue_count(self) -> int:
        return sum(self.overdue(case.row) for case in self.found)

    def overdue(self, row: CaseRow) -> bool:
        return proof_overdue(row, self.today)

    @cached_property
    def listing(self) -> Listing:
        number = str(self.request.form.get("seite", ""))
        return listing(self.found, number, self.address("aufsichtsliste"))

    def _lines(self) -> Iterator[tuple[Value, ...]]:
        yes = self.translate(_("granting_yes", default="ja"))
        for case in self.found:
            row = case.row
            yield (
                row.reference,
                row.file_number,
                case.programme,
                row.municipality,
                row.measure,
                row.approved,
                row.paid,
                row.proof_due,
                self._day(row.proof_received),
                self._day(row.proof_checked),
                yes if self.overdue(row) else "",
                self.state_title(row.state),
            )

    def _day(self, moment: datetime | None) -> date | None:
        return None if moment is None else local(moment, self.zone).date()


@implementer(IPrivate)
class AllSupervision(SupervisionList):
    """``@@aufsichtsliste`` of the portal: of all programmes that the user may list."""

    programme = None

    @cached_property
    def programmes(self) -> Sequence[Foerderprogramm]:
        found = listed_programmes()
        if not found:
            raise Unauthorized(LIST)
        return found
