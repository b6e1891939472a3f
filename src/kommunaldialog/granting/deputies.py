"""Deputies: who is away, and who looks after their cases meanwhile."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from kommunaldialog import _
from kommunaldialog.access.caching import IPrivate
from kommunaldialog.access.permissions import require
from kommunaldialog.dates import local
from kommunaldialog.dates import read_day
from kommunaldialog.domain.deputy import Deputy
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.pages.view import FormPage
from kommunaldialog.usecases.assign import case_workers
from kommunaldialog.usecases.deputies import dismiss_deputy
from kommunaldialog.usecases.deputies import NAME_DEPUTY
from kommunaldialog.usecases.deputies import name_deputy
from plone import api
from zope.interface import implementer


@dataclass(frozen=True)
class Shown:
    """A deputy for the page; `key` tells it from all others."""

    key: str
    absent: str
    stands_in: str
    deputy: Deputy
    today: bool


@implementer(IPrivate)
class Deputies(FormPage):
    """``@@vertretungen``: read by who lists the cases, changed by case workers."""

    def page_title(self) -> str:
        return self.translate(_("granting_deputies", default="Vertretungen"))

    @cached_property
    def today(self) -> date:
        """The day in the portal's zone."""
        return local(self.moment, self.zone).date()

    @property
    def may_change(self) -> bool:
        return self.may(NAME_DEPUTY)

    @property
    def case_workers(self) -> list[tuple[str, str]]:
        return case_workers(self.context)

    @property
    def deputies(self) -> list[Shown]:
        """Those that hold or will, by their first day."""
        found = [
            Shown(
                deputy.key,
                self.person(deputy.absent),
                self.person(deputy.stands_in),
                deputy,
                deputy.covers(self.today),
            )
            for deputy in self.context.case_store().deputies
            if deputy.last >= self.today
        ]
        return sorted(found, key=lambda shown: shown.deputy.first)

    def handle(self) -> str:
        require(NAME_DEPUTY, self.context)
        if self.value("dismiss"):
            return self._dismiss()
        name_deputy(
            self.context,
            self.moment,
            absent=self.value("absent"),
            stands_in=self.value("stands_in"),
            first=self._day("first"),
            last=self._day("last"),
        )
        message = _("granting_deputy_done", default="Die Vertretung ist eingetragen.")
        api.portal.show_message(message, self.request)
        return self.address("vertretungen")

    def _dismiss(self) -> str:
        dismiss_deputy(self.context, self.moment, self.value("dismiss"))
        message = _("granting_deputy_gone", default="Die Vertretung ist beendet.")
        api.portal.show_message(message, self.request)
        return self.address("vertretungen")

    def _day(self, name: str) -> date | None:
        typed = self.value(name).strip()
        try:
            return read_day(typed) if typed else None
        except ValueError as error:
            raise Refused(Refusal("not_a_day", name)) from error
