"""The task list of a draft, its front page."""

from functools import cached_property
from kommunaldialog import _
from kommunaldialog.applicant.draft import DraftPage
from kommunaldialog.applicant.section import Section
from kommunaldialog.applicant.section import Status
from kommunaldialog.applicant.status import StatusPage
from kommunaldialog.domain.lifecycle import EDIT
from kommunaldialog.domain.lifecycle import State
from kommunaldialog.domain.lifecycle import SUBMIT
from kommunaldialog.domain.lifecycle import WITHDRAW
from kommunaldialog.usecases.provisional import unconfirmed
from kommunaldialog.usecases.sign import sent_back_because
from kommunaldialog.usecases.step import state_of
from kommunaldialog.usecases.submit import may_sign
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.i18nmessageid import Message


TITLES: dict[Status, Message] = {
    Status.DONE: _("applicant_tasks_done", default="Vollständig"),
    Status.INCOMPLETE: _("applicant_tasks_incomplete", default="Unvollständig"),
    Status.NOT_BEGUN: _("applicant_tasks_not_begun", default="Noch nicht begonnen"),
}


class FrontPage(BrowserView):
    """``view`` of an application: what to do in a draft, or else how it stands."""

    def __call__(self) -> str:
        page = TasksPage if state_of(self.context) == State.DRAFT else StatusPage
        return page(self.context, self.request)()


class TasksPage(DraftPage):
    """Which sections there are, how far each is, and what comes after them."""

    index = ViewPageTemplateFile("tasks.pt")

    def __call__(self) -> str:
        return self.index()

    def page_title(self) -> str:
        return self.measure

    def status_title(self, section: Section) -> str:
        return self.translate(TITLES[self.status_of(section)])

    def lacking(self, section: Section) -> int:
        """How many things a section still lacks."""
        fields = (refusal.field or "" for refusal in self.missing)
        return sum(section.owns(field) for field in fields)

    @property
    def complete(self) -> bool:
        """Whether nothing is missing any more."""
        return not self.missing

    @property
    def done(self) -> int:
        """How many sections are done."""
        return sum(self.status_of(s) is Status.DONE for s in self.sections)

    @cached_property
    def sent_back(self) -> str:
        """Why it was given back without a signature; empty where it was not."""
        return sent_back_because(self.context)

    @property
    def unconfirmed(self) -> bool:
        """Whether the user writes it before anybody has confirmed them."""
        return unconfirmed(self.context)

    @property
    def taken_back(self) -> bool:
        """Whether it arrived once and does not count as submitted any more."""
        return self.context.submission() is not None

    @property
    def needs_signature(self) -> bool:
        """Whether somebody else has to sign before it can be submitted."""
        return bool(self.programme.second_signature) and not may_sign(self.context)

    @property
    def may_edit(self) -> bool:
        return self.may(EDIT)

    @property
    def may_submit(self) -> bool:
        return self.may(SUBMIT)

    @property
    def may_withdraw(self) -> bool:
        return self.may(WITHDRAW)
