"""What came too late: accept it with a reason, or reject it with a notice."""

from AccessControl import Unauthorized
from dataclasses import replace
from kommunaldialog import _
from kommunaldialog.domain.lifecycle import REJECT_LATE
from kommunaldialog.domain.lifecycle import REVIEW
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.granting.unbiased import UnbiasedPage
from kommunaldialog.usecases.late import accept_late
from kommunaldialog.usecases.late import reject_late
from plone import api


class LateApplication(UnbiasedPage):
    """``@@verspaetung``: each form is there for those who may send it."""

    def page_title(self) -> str:
        return self.translate(
            _(
                "granting_late_title",
                default="Verspäteter Antrag: ${reference}",
                mapping={"reference": self.submission.reference},
            )
        )

    def update(self) -> None:
        """Whoever comes when nothing is open is led to the case."""
        if not self.to_answer:
            message = _(
                "granting_late_over",
                default="Über eine Verspätung ist hier nicht (mehr) zu entscheiden.",
            )
            api.portal.show_message(message, self.request, type="info")
            self.request.response.redirect(self.address("vorgang"))
        elif not (self.may(REVIEW) or self.may(REJECT_LATE)):
            raise Unauthorized(REVIEW)

    def handle(self) -> str:
        if "reject" in self.request.form:
            return self._reject()
        accept_late(self.context, self.moment, self.value("reason"))
        message = _(
            "granting_late_accepted",
            default="Der Antrag ist angenommen und kann in Prüfung gehen.",
        )
        api.portal.show_message(message, self.request)
        return self.address("vorgang")

    def _reject(self) -> str:
        self.declare_unbiased()
        try:
            reject_late(self.context, self.moment, self.value("reject-reason"))
        except Refused as refused:
            # Both forms ask for a reason; this one's has an id of its own.
            found = (
                replace(one, field="reject-reason") if one.field == "reason" else one
                for one in refused.refusals
            )
            raise Refused(*found) from refused
        message = _(
            "granting_late_rejection_decided",
            default=(
                "Die Ablehnung ist entschieden, aber noch nicht bekannt gegeben. "
                "Die Kommune weiß noch nichts davon."
            ),
        )
        api.portal.show_message(message, self.request)
        return self.address("vorgang")

    @property
    def may_accept(self) -> bool:
        return self.may(REVIEW)

    @property
    def may_reject(self) -> bool:
        return self.may(REJECT_LATE)

    @property
    def strict(self) -> bool:
        """Whether nothing can be accepted after this deadline."""
        return bool(self.programme.strict_deadline)

    @property
    def first_reason(self) -> str:
        """What the notice's reason begins with: the two moments."""
        return self.translate(
            _(
                "granting_late_first_reason",
                default=(
                    "Ihr Antrag ging am ${arrived} ein. "
                    "Die Antragsfrist endete am ${deadline}."
                ),
                mapping={
                    "arrived": self.arrived,
                    "deadline": self.date_and_time(self.late.deadline),
                },
            )
        )
