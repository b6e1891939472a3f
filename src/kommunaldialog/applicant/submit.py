"""Submit: see all of it once more, then send it, once."""

from functools import cached_property
from kommunaldialog import _
from kommunaldialog.access.permissions import require
from kommunaldialog.applicant.application import ApplicationPage
from kommunaldialog.domain.lifecycle import EDIT
from kommunaldialog.domain.lifecycle import State
from kommunaldialog.domain.lifecycle import SUBMIT
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.pages.view import FormPage
from kommunaldialog.usecases.lines import SCAN
from kommunaldialog.usecases.submit import check_submit
from kommunaldialog.usecases.submit import may_sign
from kommunaldialog.usecases.submit import submit
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


# What is asked for on this page itself.
LATE_REASON = "late-reason"
# What has its own words on this page.
_TOLD_APART = ("consultation_missing", "signature_missing")


class SubmitPage(ApplicationPage, FormPage):
    """``@@einreichen``, of a draft or of what waits for signature.

    View is enough to get here, since who clicks twice may not submit any more; what
    a draft needs is checked in `update` and by the use case.
    """

    index = ViewPageTemplateFile("submit.pt")
    heading = _("applicant_submit", default="Antrag prüfen und einreichen")

    def update(self) -> None:
        if self.state == State.DRAFT:
            require(SUBMIT, self.context)
            return
        if self.state == State.TO_SIGN:
            # Who gave it for signature waits, and is told so on its page.
            target = None if self.may(SUBMIT) else ""
        else:
            target = "eingang" if self.context.submission() is not None else ""
        if target is not None:
            self.request.response.redirect(self.address(target), status=303)

    def handle(self) -> str:
        # What is sent is what was read here: not what a colleague saved meanwhile, nor
        # what was taken back since, when an old page is sent once more.
        if self.value("seen") != self.seen:
            raise Refused(Refusal("submit_changed"))
        submit(self.context, self.moment, self.value(LATE_REASON))
        return self.address("eingang")

    @property
    def seen(self) -> str:
        """Which words these are: the draft's revision, and how often it was sent."""
        return f"{self.context.revision}.{len(self.context.submissions)}"

    @cached_property
    def is_late(self) -> bool:
        """Whether it can be sent, but only with a reason."""
        closed = self.programme.window().status(self.moment) == "closed"
        return closed and not self.programme.strict_deadline

    @cached_property
    def _obstacles(self) -> tuple[Refusal, ...]:
        # The reason for being late is asked for below: here it counts as given.
        return check_submit(self.context, self.moment, "–" if self.is_late else "")

    def in_the_way(self) -> list[dict[str, str | None]]:
        """What has to be mended: sentence, and address of the input where they may."""
        found = self.to_mend(found for found in self._obstacles if found.field)
        for item in found:
            if item["field"] == SCAN:
                item["url"] = self.address("unterschrift")
            elif not self.may(EDIT):
                item["url"] = None
        return found

    def notices(self) -> list[dict[str, str | None]]:
        """Why nothing can be submitted now, whatever the draft says."""
        return self.errors(
            found
            for found in self._obstacles
            if not found.field and found.code not in _TOLD_APART
        )

    @property
    def signature_missing(self) -> bool:
        """Whether somebody else has to sign."""
        return any(found.code == "signature_missing" for found in self._obstacles)

    @property
    def signs(self) -> bool:
        """Whether to submit is to sign."""
        return bool(self.programme.second_signature) and may_sign(self.context)

    @property
    def waits_for_signature(self) -> bool:
        return self.state == State.TO_SIGN

    @property
    def ready(self) -> bool:
        """Whether it can be submitted now."""
        return not self._obstacles
