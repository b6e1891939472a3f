"""Submit: see all of it once more, then send it, once."""

from functools import cached_property
from kommunaldialog import _
from kommunaldialog.access.permissions import require
from kommunaldialog.applicant.application import ApplicationPage
from kommunaldialog.domain.lifecycle import State
from kommunaldialog.domain.lifecycle import SUBMIT
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.pages.view import FormPage
from kommunaldialog.usecases.submit import check_submit
from kommunaldialog.usecases.submit import submit
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class SubmitPage(ApplicationPage, FormPage):
    """``@@einreichen``.

    View is enough to get here, since who clicks twice may not submit any more; what
    a draft needs is checked in `update` and by the use case.
    """

    index = ViewPageTemplateFile("submit.pt")
    heading = _("applicant_submit", default="Antrag prüfen und einreichen")

    def update(self) -> None:
        if self.state == State.DRAFT:
            require(SUBMIT, self.context)
            return
        target = "eingang" if self.context.submission() is not None else ""
        self.request.response.redirect(self.address(target), status=303)

    def handle(self) -> str:
        submit(self.context, self.moment)
        return self.address("eingang")

    @cached_property
    def _obstacles(self) -> tuple[Refusal, ...]:
        return check_submit(self.context, self.moment)

    def in_the_way(self) -> list[dict[str, str | None]]:
        """What has to be mended in the draft: sentence and address of the input."""
        return self.to_mend(found for found in self._obstacles if found.field)

    def out_of_time(self) -> list[dict[str, str | None]]:
        """Why nothing can be submitted now, whatever the draft says."""
        codes = ("not_open_yet", "deadline_passed")
        return self.errors(found for found in self._obstacles if found.code in codes)

    @property
    def ready(self) -> bool:
        """Whether it can be submitted now."""
        return not self._obstacles
