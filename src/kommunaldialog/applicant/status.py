"""The page of an application: how it stands, what comes next, what it says."""

from kommunaldialog import _
from kommunaldialog.applicant.application import ApplicationPage
from kommunaldialog.domain.decision import Decision
from kommunaldialog.domain.lifecycle import DECIDE
from kommunaldialog.domain.lifecycle import EDIT
from kommunaldialog.domain.lifecycle import REVIEW
from kommunaldialog.domain.lifecycle import State
from kommunaldialog.domain.lifecycle import SUBMIT
from kommunaldialog.domain.lifecycle import VIEW_INTERNAL
from kommunaldialog.domain.lifecycle import WITHDRAW
from kommunaldialog.history.record import events
from kommunaldialog.usecases.completeness import missing
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.i18nmessageid import Message


NEXT_STEPS: dict[str, Message] = {
    State.SUBMITTED: _(
        "applicant_next_submitted",
        default=(
            "Ihr Antrag ist eingegangen. Die Bewilligungsstelle prüft ihn als Nächstes."
            " Sie müssen nichts tun."
        ),
    ),
    State.IN_REVIEW: _(
        "applicant_next_in_review",
        default="Die Bewilligungsstelle prüft Ihren Antrag. Sie müssen nichts tun.",
    ),
    State.READY_FOR_DECISION: _(
        "applicant_next_ready",
        default=(
            "Ihr Antrag ist geprüft und liegt zur Entscheidung vor."
            " Sie müssen nichts tun."
        ),
    ),
    State.APPROVED: _(
        "applicant_next_approved",
        default=(
            "Ihr Antrag ist bewilligt. Bitte lesen Sie den Bescheid; darin stehen"
            " auch die Nebenbestimmungen."
        ),
    ),
    State.REJECTED: _(
        "applicant_next_rejected",
        default="Ihr Antrag ist abgelehnt. Die Gründe stehen im Bescheid.",
    ),
    State.WITHDRAWN: _(
        "applicant_next_withdrawn",
        default=(
            "Der Antrag ist zurückgezogen. Solange die Frist läuft, können Sie einen"
            " neuen beginnen."
        ),
    ),
}

# What the municipality is told of, and how: neither who in the office did it, nor
# what the office does among itself.
PUBLIC_EVENTS: dict[str, Message] = {
    "begun": _("applicant_event_begun", default="Entwurf begonnen"),
    "submitted": _("applicant_event_submitted", default="Antrag eingegangen"),
    "taken_up": _("applicant_event_taken_up", default="Prüfung begonnen"),
    "approved": _("applicant_event_approved", default="Antrag bewilligt"),
    "rejected": _("applicant_event_rejected", default="Antrag abgelehnt"),
    "withdrawn": _("applicant_event_withdrawn", default="Antrag zurückgezogen"),
}


class StatusPage(ApplicationPage):
    """``view`` of an application."""

    index = ViewPageTemplateFile("status.pt")

    def __call__(self) -> str:
        return self.index()

    def page_title(self) -> str:
        return self.measure

    @property
    def is_draft(self) -> bool:
        return self.state == State.DRAFT

    def next_step(self) -> Message:
        """What happens next; a draft's own next step is in its template."""
        return NEXT_STEPS[self.state]

    def missing(self) -> list[dict[str, str | None]]:
        """What a draft still lacks: id of the input and sentence."""
        return self.errors(missing(self.context, self.moment)) if self.is_draft else []

    @property
    def decision(self) -> Decision | None:
        return self.context.decision

    @property
    def receipt(self) -> bool:
        """Whether there is a receipt to look at."""
        return self.context.submission() is not None

    def steps(self) -> list[dict[str, str]]:
        """What happened, oldest first, in words for the municipality."""
        return [
            {
                "title": self.translate(PUBLIC_EVENTS[event.kind]),
                "moment": self.date_and_time(event.moment),
            }
            for event in events(self.context)
            if event.kind in PUBLIC_EVENTS
        ]

    @property
    def may_edit(self) -> bool:
        return self.may(EDIT)

    @property
    def may_submit(self) -> bool:
        return self.may(SUBMIT)

    @property
    def may_withdraw(self) -> bool:
        return self.may(WITHDRAW)

    @property
    def may_review(self) -> bool:
        return self.may(REVIEW)

    @property
    def may_decide(self) -> bool:
        return self.may(DECIDE)

    @property
    def may_see_internal(self) -> bool:
        return self.may(VIEW_INTERNAL)
