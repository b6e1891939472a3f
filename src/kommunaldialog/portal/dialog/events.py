"""The events of a dialogue: when and where, and what to put into a calendar."""

from dataclasses import dataclass
from datetime import datetime
from kommunaldialog import _
from kommunaldialog.portal.page import PublicPage
from plone.dexterity.content import DexterityContent
from plone.event.interfaces import IEventAccessor


@dataclass(frozen=True)
class EventRow:
    """An event as it is shown; `iso` is its beginning for machines."""

    title: str
    description: str
    url: str
    iso: str
    when: str
    where: str
    over: bool


def event_row(page: PublicPage, event: DexterityContent) -> EventRow:
    """What a page says of an event."""
    facts = IEventAccessor(event)
    return EventRow(
        title=event.title,
        description=event.description,
        url=event.absolute_url(),
        iso=_iso(facts.start, facts.whole_day),
        when=_when(page, facts),
        where=facts.location or "",
        over=facts.end < page.moment,
    )


def _when(page: PublicPage, facts: IEventAccessor) -> str:
    start, end = facts.start, facts.end
    show = page.date if facts.whole_day else page.date_and_time
    if facts.open_end or show(start) == show(end):
        return show(start)
    if page.date(start) == page.date(end):
        hours = {
            "date": page.date(start),
            "from": page.time(start),
            "to": page.time(end),
        }
        return page.translate(
            _(
                "portal_event_hours",
                default="${date}, ${from} bis ${to} Uhr",
                mapping=hours,
            )
        )
    return f"{show(start)} – {show(end)}"


def _iso(moment: datetime, whole_day: bool) -> str:
    return moment.date().isoformat() if whole_day else moment.isoformat()
