"""Who submits goes one at a time through a process, in the order of arrival.

Each submission takes the next number of its programme's ledger, so of two at once one
is tried again by Zope, after a pause that grows up to seconds. On the evening of the
deadline it is quicker to wait for the other's commit, and then to begin with what it
wrote. Between several processes conflicts and retries stay.
"""

from kommunaldialog.access.arrival import arrival
from threading import Lock
from zope.component import adapter
from zope.publisher.interfaces import IEndRequestEvent
from ZPublisher.HTTPRequest import HTTPRequest
from ZPublisher.interfaces import IPubStart
import re
import transaction


PATIENCE = 20  # seconds; after them it goes in as without the turnstile

_SUBMITS = re.compile(r".*/((@@)?einreichen|@workflow/submit)/?")
_PASSING = "kommunaldialog.passing"
_turnstile = Lock()


@adapter(IPubStart)
def enter(event: IPubStart) -> None:
    """Waits its turn, with its moment of arrival noted before."""
    request = event.request
    if not _submits(request):
        return
    arrival(request)
    if _turnstile.acquire(timeout=PATIENCE):
        request.environ[_PASSING] = True
        # What was committed while this one waited has to be seen.
        transaction.begin()


def _submits(request: HTTPRequest) -> bool:
    path = request.environ.get("PATH_INFO", "")
    return request.method == "POST" and _SUBMITS.fullmatch(path) is not None


@adapter(IEndRequestEvent)
def leave(event: IEndRequestEvent) -> None:
    """Lets the next one in, however this one ended."""
    if event.request.environ.pop(_PASSING, False):
        _turnstile.release()
