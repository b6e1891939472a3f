"""Change the deadline of a call, with a reason for everybody to read."""

from datetime import datetime
from functools import cached_property
from kommunaldialog import _
from kommunaldialog.content.foerderprogramm import IFoerderprogramm
from kommunaldialog.dates import local
from kommunaldialog.history.settings import deadline_changes
from kommunaldialog.history.settings import DeadlineChange
from kommunaldialog.pages.view import FormPage
from kommunaldialog.usecases.change_deadline import change_deadline
from plone import api


class ChangeDeadline(FormPage):
    """The form; what it asks is what `change_deadline` keeps."""

    def page_title(self) -> str:
        return self.translate(_("editing_deadline_title", default="Frist ändern"))

    def handle(self) -> str:
        change = change_deadline(
            self.context,
            self.moment,
            deadline=self._deadline(),
            reason=self.value("reason"),
            outage=self.value("outage") == "1",
        )
        api.portal.show_message(
            _(
                "editing_deadline_done",
                default="Anträge sind jetzt bis zum ${moment} möglich.",
                mapping={"moment": self.date_and_time(change.new)},
            ),
            self.request,
        )
        return self.address()

    def _deadline(self) -> datetime | None:
        day, clock = self.value("deadline").strip(), self.value("deadline-time")
        return IFoerderprogramm["deadline"].read(day, clock) if day else None

    @cached_property
    def ends(self) -> datetime:
        """When the deadline ends now."""
        return self.context.window().deadline

    @property
    def moved(self) -> bool:
        """Whether that is later than was set, for a weekend or holiday."""
        return self.ends != self.context.set_deadline()

    @property
    def over(self) -> bool:
        """Whether it has passed."""
        return self.context.window().status(self.moment) == "closed"

    @property
    def first_day(self) -> str:
        """What the day begins with."""
        return f"{local(self.context.set_deadline(), self.zone):%Y-%m-%d}"

    @property
    def first_time(self) -> str:
        """What the time begins with."""
        return f"{local(self.context.set_deadline(), self.zone):%H:%M}"

    @property
    def earlier(self) -> tuple[DeadlineChange, ...]:
        """The changes so far, newest first."""
        return deadline_changes(self.context)[::-1]
