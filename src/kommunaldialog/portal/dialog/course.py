"""Where a dialogue stands: its period and its phases, in words."""

from dataclasses import dataclass
from datetime import date
from kommunaldialog import _
from kommunaldialog.dates import local
from kommunaldialog.domain.phase import Course
from kommunaldialog.domain.phase import parse_phases
from kommunaldialog.domain.phase import Phase
from kommunaldialog.portal.page import PublicPage
from zope.i18nmessageid import Message


COURSES: dict[Course, Message | None] = {
    "past": _("portal_phase_past", default="vorbei"),
    "current": _("portal_phase_current", default="läuft jetzt"),
    "coming": _("portal_phase_coming", default="kommt noch"),
    "undated": None,
}


@dataclass(frozen=True)
class Step:
    """A phase as it is shown; `words` say what `course` is a code for."""

    title: str
    period: str
    course: Course
    words: Message | None


def today(page: PublicPage) -> date:
    """The day of the request in the portal's zone."""
    return local(page.moment, page.zone).date()


def steps(page: PublicPage) -> list[Step]:
    """The phases of a page's Dialog, in the editors' order."""
    return [_step(page, phase) for phase in parse_phases(page.context.phases)]


def _step(page: PublicPage, phase: Phase) -> Step:
    course = phase.course(today(page))
    period = period_of(page, phase.start, phase.end)
    return Step(phase.title, period, course, COURSES[course])


def period_of(page: PublicPage, start: date | None, end: date | None) -> str:
    """From when until when, as far as it is known; empty for nothing."""
    days = {"start": page.date(start), "end": page.date(end)}
    if start and end:
        if start == end:
            return days["start"]
        message = _("portal_period", default="${start} bis ${end}", mapping=days)
    elif start and start > today(page):
        message = _("portal_period_coming", default="ab ${start}", mapping=days)
    elif start:
        message = _("portal_period_from", default="seit ${start}", mapping=days)
    elif end:
        message = _("portal_period_until", default="bis ${end}", mapping=days)
    else:
        return ""
    return page.translate(message)
