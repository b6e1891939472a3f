"""Several cases are handed over at once, chosen in the list."""

from AccessControl import Unauthorized
from functools import cached_property
from kommunaldialog import _
from kommunaldialog.access.caching import IPrivate
from kommunaldialog.access.permissions import holds
from kommunaldialog.domain.lifecycle import ENTSCHEIDUNG
from kommunaldialog.domain.lifecycle import HANDLE
from kommunaldialog.domain.lifecycle import SACHBEARBEITUNG
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import refuse
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.granting.applications import Applications
from kommunaldialog.pages.view import FormPage
from kommunaldialog.usecases.assign import case_workers
from kommunaldialog.usecases.assign import hand_on
from kommunaldialog.usecases.listed import Case
from kommunaldialog.usecases.listed import cases
from plone import api
from zope.interface import implementer
import transaction


# More in one request could take longer than a proxy waits.
MOST = 500


@implementer(IPrivate)
class HandOver(FormPage, Applications):
    """``@@uebergeben``: the list posts ``ids`` or, for all that is filtered, ``alle``.

    It is shown first which cases these are; ``do`` hands them over. What can't be
    handed over stays, and the page says which and why.
    """

    def page_title(self) -> str:
        return self.translate(_("granting_hand_over", default="Vorgänge übergeben"))

    def update(self) -> None:
        if not holds((SACHBEARBEITUNG, ENTSCHEIDUNG), self.context):
            raise Unauthorized(HANDLE)

    @cached_property
    def chosen_cases(self) -> list[Case]:
        """Those that were ticked, or all that is filtered."""
        if self.value("alle"):
            return self.found
        ids = set(self.values("ids"))
        return cases(self.context, [row for row in self.rows if row.id in ids])

    @property
    def case_workers(self) -> list[tuple[str, str]]:
        return case_workers(self.context)

    refused: tuple[tuple[Case, tuple[Refusal, ...]], ...] = ()

    def handle(self) -> str | None:
        if not self.chosen_cases:
            raise Refused(Refusal("cases_missing"))
        if len(self.chosen_cases) > MOST:
            raise Refused(Refusal("cases_too_many", params={"limit": MOST}))
        if not self.value("do"):
            return None
        case_worker = self.value("case_worker")
        if case_worker not in dict(self.case_workers):
            code = "case_worker_unknown" if case_worker else "case_worker_missing"
            refuse([Refusal(code, "case_worker")])
        done = self._hand_over(case_worker)
        if done:
            message = _(
                "granting_hand_over_done",
                default="Übergeben an ${name}: ${count}",
                mapping={"name": self.person(case_worker), "count": str(done)},
            )
            api.portal.show_message(message, self.request)
        return None if self.refused else self.address("antraege")

    def _hand_over(self, case_worker: str) -> int:
        """Hands over what can be; returns how many."""
        store, refused = self.context.case_store(), []
        for case in self.chosen_cases:
            savepoint = transaction.savepoint(optimistic=True)
            try:
                hand_on(store[case.row.id], self.moment, case_worker)
            except Refused as error:
                savepoint.rollback()
                refused.append((case, error.refusals))
        self.refused = tuple(refused)
        return len(self.chosen_cases) - len(refused)
