"""The moment a request arrived, which decides whether a deadline was kept.

It is read once, when the complete request has reached Zope, and kept in the WSGI
environment: a retry after a conflict starts publication again, but arrives as early
as the first try. A proxy's header is not believed.
"""

from datetime import datetime
from datetime import UTC
from zope.component import adapter
from ZPublisher.HTTPRequest import HTTPRequest
from ZPublisher.interfaces import IPubStart


_KEY = "kommunaldialog.arrival"


@adapter(IPubStart)
def note_arrival(event: IPubStart) -> None:
    """Notes the moment unless an earlier try of this request did."""
    request = event.request
    # Each try works on a copy of the environment that the first one was given.
    given = getattr(request, "_orig_env", request.environ)
    request.environ[_KEY] = given.setdefault(_KEY, datetime.now(UTC))


def arrival(request: HTTPRequest) -> datetime:
    """When the request arrived, as an aware datetime in UTC."""
    return request.environ.setdefault(_KEY, datetime.now(UTC))
