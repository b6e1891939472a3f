"""The page of an application: how it stands, what comes next, what it says."""

from datetime import date
from functools import cached_property
from kommunaldialog.access.permissions import own_municipalities
from kommunaldialog.applicant.application import ApplicationPage
from kommunaldialog.applicant.facts import facts_of
from kommunaldialog.applicant.next_step import NextStep
from kommunaldialog.applicant.next_step import owed
from kommunaldialog.applicant.next_words import LATE
from kommunaldialog.applicant.next_words import NEXT_STEPS
from kommunaldialog.applicant.next_words import TO_RETRIEVE
from kommunaldialog.applicant.next_words import YOURS_TO_SIGN
from kommunaldialog.applicant.panel import Panel
from kommunaldialog.applicant.panels import PANELS
from kommunaldialog.applicant.public_events import PUBLIC_EVENTS
from kommunaldialog.applicant.public_events import title_told
from kommunaldialog.domain.decision import Decision
from kommunaldialog.domain.lifecycle import AMEND
from kommunaldialog.domain.lifecycle import ANTRAGSTELLUNG
from kommunaldialog.domain.lifecycle import DECIDE
from kommunaldialog.domain.lifecycle import REVIEW
from kommunaldialog.domain.lifecycle import SIGN
from kommunaldialog.domain.lifecycle import State
from kommunaldialog.domain.lifecycle import SUBMIT
from kommunaldialog.domain.lifecycle import TAKE_BACK
from kommunaldialog.domain.lifecycle import VIEW_INTERNAL
from kommunaldialog.domain.lifecycle import WITHDRAW
from kommunaldialog.history.record import Event
from kommunaldialog.history.record import events
from kommunaldialog.pages.action import Action
from kommunaldialog.usecases.take_back import check_taking_back
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.i18nmessageid import Message


class StatusPage(ApplicationPage):
    """``view`` of an application that is no draft; a draft's is its task list."""

    index = ViewPageTemplateFile("status.pt")

    def __call__(self) -> str:
        return self.index()

    def page_title(self) -> str:
        return self.measure

    @cached_property
    def panels(self) -> list[Panel]:
        """The panels that have something to show, in their order."""
        made = (panel(self.context, self.request) for panel in PANELS)
        shown = (x for x in made if not (self.waits and x.tells_decision))
        return [panel for panel in shown if panel.available]

    @cached_property
    def actions(self) -> list[Action]:
        """What the panels offer to do next."""
        return [action for panel in self.panels for action in panel.actions()]

    def next_step(self) -> Message:
        """What happens next, in the words of the state."""
        if self.state == State.TO_SIGN and self.may_sign:
            return YOURS_TO_SIGN
        if self.waits:
            return TO_RETRIEVE
        late = self.context.late
        if self.state == State.SUBMITTED and late is not None and not late.accepted:
            return LATE
        return NEXT_STEPS[self.state]

    @cached_property
    def owed(self) -> NextStep | None:
        """What the municipality owes by a day."""
        return owed(self.context, self.moment)

    @cached_property
    def has_primary(self) -> bool:
        """Whether a panel offers what the page is there for now."""
        return any(action.primary for action in self.actions)

    @property
    def decision(self) -> Decision | None:
        """What was decided, once the notice that says so was fetched."""
        return None if self.waits else self.context.decision

    @property
    def waits(self) -> bool:
        """Whether the notice has to be fetched before it is shown."""
        return self.notice_waits

    @property
    def receipt(self) -> bool:
        """Whether there is a receipt to look at."""
        return self.context.submission() is not None

    @cached_property
    def facts(self) -> list[dict[str, str]]:
        """What is to be known beside the state: ``label`` and ``text``."""
        if self.state == State.TO_SIGN or not self.receipt:
            return []
        return [
            {"label": self.translate(label), "text": self.translate(text)}
            for label, text in facts_of(self)
        ]

    def steps(self) -> list[dict[str, str]]:
        """What happened, oldest first, in words for the municipality."""
        return [
            {
                "title": self.translate(title_told(event, self.context, self.waits)),
                "letter": self._letter(event),
                "moment": self.date_and_time(event.moment),
            }
            for event in events(self.context)
            if event.kind in PUBLIC_EVENTS
        ]

    def _letter(self, event: Event) -> str:
        """The day of the letter with which it was done; empty where there is none."""
        _old, day = event.changes.get("letter_received", ("", ""))
        return self.date(date.fromisoformat(day)) if day else ""

    @property
    def may_submit(self) -> bool:
        return self.may(SUBMIT)

    @property
    def may_sign(self) -> bool:
        return self.may(SIGN)

    @cached_property
    def may_take_back(self) -> bool:
        """Whether it can be had back now."""
        refused = check_taking_back(self.context, self.moment)
        return self.may(TAKE_BACK) and not refused

    @property
    def may_amend(self) -> bool:
        return self.may(AMEND) and not self.waits

    @property
    def may_ask_early_start(self) -> bool:
        """Whether there is a decision that need not be waited for."""
        undecided = self.state != State.APPROVED
        if self.context.early_start_permit is not None:
            return False
        allowed = self.programme.early_start_allowed
        return bool(allowed and undecided and self.may(AMEND))

    @property
    def may_copy(self) -> bool:
        return self.context.ags in own_municipalities((ANTRAGSTELLUNG,))

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
