"""The calls of a section that can be applied for, or soon can."""

from kommunaldialog.portal.call import ANNOUNCED
from kommunaldialog.portal.call import OPEN
from kommunaldialog.portal.call import STATUS_TITLES
from kommunaldialog.portal.page import PublicPage
from kommunaldialog.usecases.funded import funding_programmes
from typing import NamedTuple
from zope.i18nmessageid import Message


class Call(NamedTuple):
    """A call: `status` is "open" or "announced", `sentence` says until or from when."""

    url: str
    title: str
    description: str
    status: str
    status_title: Message
    sentence: str


def calls(page: PublicPage) -> list[Call]:
    """The open calls, the one that ends first on top, then those to come."""
    found = []
    for programme in funding_programmes(page.context):
        window = programme.window()
        status = window.status(page.moment)
        if status == "closed":
            continue
        is_open = status == "open"
        moment = window.deadline if is_open else window.opening
        days = {"date": page.date(moment), "time": page.time(moment)}
        message = Message(OPEN if is_open else ANNOUNCED, mapping=days)
        call = Call(
            url=programme.absolute_url(),
            title=programme.title,
            description=programme.description,
            status=status,
            status_title=STATUS_TITLES[status],
            sentence=page.translate(message),
        )
        found.append(((not is_open, moment), call))
    return [call for _order, call in sorted(found, key=lambda item: item[0])]
