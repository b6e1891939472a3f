"""``@@aufbewahrung``: closed cases whose time is over, and how they end."""

from AccessControl import Unauthorized
from collections.abc import Iterable
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from kommunaldialog import _
from kommunaldialog.access.caching import IPrivate
from kommunaldialog.access.permissions import holds
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.dates import local
from kommunaldialog.domain.case_row import CaseRow
from kommunaldialog.domain.lifecycle import ENTSCHEIDUNG
from kommunaldialog.domain.lifecycle import State
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import refuse
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.domain.retention import ArchiveOffer
from kommunaldialog.domain.retention import kept_until
from kommunaldialog.history.record import Event
from kommunaldialog.messages import text
from kommunaldialog.pages.view import FormPage
from kommunaldialog.usecases.retention import check_answering
from kommunaldialog.usecases.retention import check_erasing
from kommunaldialog.usecases.retention import check_offering
from kommunaldialog.usecases.retention import erase_case
from kommunaldialog.usecases.retention import erased_cases
from kommunaldialog.usecases.retention import offer_of
from kommunaldialog.usecases.retention import offer_to_archive
from kommunaldialog.usecases.retention import record_archive_answer
from kommunaldialog.usecases.retention import retained_too_long
from kommunaldialog.usecases.retention_consultations import consultations_over
from kommunaldialog.usecases.step import state_of
from plone import api
from zope.interface import implementer


OFFER, ANSWER, ERASE = "offer", "answer", "erase"

DONE = {
    OFFER: _("granting_retention_offered", default="Die Angebote sind vermerkt."),
    ANSWER: _(
        "granting_retention_answered",
        default="Die Antwort des Archivs ist eingetragen.",
    ),
    ERASE: _(
        "granting_retention_erased",
        default="Die Vorgänge sind gelöscht. Was bleibt, steht unten.",
    ),
}
# At most so many are shown, and done with, at once.
AT_ONCE = 100


@dataclass(frozen=True)
class Due:
    """A case whose time is over, with its offer to the archive, if there is one."""

    row: CaseRow
    offer: ArchiveOffer | None
    url: str


@implementer(IPrivate)
class Retention(FormPage):
    """Lists by what comes next: to offer, to answer for, to erase.

    What is done with several cases is done with all of them or with none.
    """

    def page_title(self) -> str:
        return self.translate(
            _(
                "granting_retention_title",
                default="Aufbewahrung: ${programme}",
                mapping={"programme": self.context.title},
            )
        )

    @cached_property
    def due(self) -> dict[str, list[Due]]:
        """The cases by what is to be done next."""
        found: dict[str, list[Due]] = {OFFER: [], ANSWER: [], ERASE: []}
        store = self.context.case_store()
        for row in retained_too_long(self.context, self.moment)[:AT_ONCE]:
            application = store[row.id]
            offer = offer_of(application)
            found[_next(offer)].append(Due(row, offer, application.absolute_url()))
        return found

    @property
    def count(self) -> int:
        """How many cases there are whose time is over."""
        return len(retained_too_long(self.context, self.moment))

    @property
    def at_once(self) -> int:
        return AT_ONCE

    @cached_property
    def may_dispose(self) -> bool:
        """Whether the user decides in this programme."""
        return holds((ENTSCHEIDUNG,), self.context)

    @property
    def erased(self) -> Sequence[Event]:
        """The record of the erasures, newest first."""
        return erased_cases(self.context)[::-1]

    @property
    def consultations(self) -> int:
        """How many consultations need not be kept any more."""
        return len(consultations_over(self.context, self.moment))

    def kept_until(self, row: CaseRow) -> date:
        closed = local(row.closed, self.context.zone()).date()
        return kept_until(closed, self.context.retention_years)

    def chosen(self, row: CaseRow) -> bool:
        """Whether a case was ticked when the form came back with something wrong."""
        return row.id in self.values("ids")

    def handle(self) -> str:
        if not self.may_dispose:
            raise Unauthorized("dispose")
        step = next((name for name in DONE if name in self.request.form), None)
        if step is None:
            return self.address("aufbewahrung")
        cases = self._cases()
        # First all are looked at: what is done with several is done with all of them.
        for application in cases:
            self._refuse(application, self._problems(step, application))
        for application in cases:
            self._do(step, application)
        api.portal.show_message(DONE[step], self.request)
        return self.address("aufbewahrung")

    def _problems(self, step: str, application: Foerderantrag) -> tuple[Refusal, ...]:
        if state_of(application) != State.CLOSED:
            return (Refusal("case_not_closed"),)
        match step:
            case "offer":
                archive = self.value("archive")
                return check_offering(application, self.moment, archive)
            case "answer":
                return check_answering(application, self._taken, self.value("note"))
        return check_erasing(application, self._confirmed)

    def _do(self, step: str, application: Foerderantrag) -> None:
        match step:
            case "offer":
                offer_to_archive(application, self.moment, self.value("archive"))
            case "answer":
                note = self.value("note")
                record_archive_answer(application, self.moment, self._taken, note)
            case _:
                erase_case(application, self.moment, self._confirmed)

    @property
    def _taken(self) -> bool | None:
        return {"yes": True, "no": False}.get(self.value("taken"))

    @property
    def _confirmed(self) -> bool:
        return bool(self.value("confirmed"))

    def _cases(self) -> list[Foerderantrag]:
        store = self.context.case_store()
        ids = list(dict.fromkeys(self.values("ids")))
        if not ids:
            raise Refused(Refusal("cases_none_chosen"))
        if any(name not in store.rows for name in ids):
            raise Refused(Refusal("cases_gone"))
        return [store[name] for name in ids]

    def _refuse(self, application: Foerderantrag, found: Iterable[Refusal]) -> None:
        """What is wrong at an input is said there; all else names its case."""
        refuse(
            refusal
            if refusal.field
            else Refusal(
                "case_refused",
                params={"reference": application.reference, "problem": text(refusal)},
            )
            for refusal in found
        )


def _next(offer: ArchiveOffer | None) -> str:
    if offer is None:
        return OFFER
    return ANSWER if offer.taken is None else ERASE
