"""Who sends name and password with a form of ours stays logged in."""

from plone import api
from urllib.parse import urlsplit
from zExceptions import Forbidden
from ZPublisher.HTTPRequest import HTTPRequest


# What Plone's login form calls its inputs: PAS reads them from any request.
LOGIN_NAME = "__ac_name"
LOGIN_PASSWORD = "__ac_password"


def logs_in(request: HTTPRequest) -> bool:
    """Whether name and password came with the form."""
    return LOGIN_NAME in request.form and LOGIN_PASSWORD in request.form


def log_in(request: HTTPRequest) -> None:
    """Gives the current user, whom PAS knows by this request alone, a session.

    Raises Forbidden where a page of another site sent the form: it has a token and a
    password of its own account, in which the visitor would go on unknowingly.
    """
    refuse_from_elsewhere(request)
    response = request.response
    status = response.getStatus()
    api.portal.get_tool("portal_membership").loginUser(request)
    # It ends with a redirect, for which our pages have another target, or none.
    response.setStatus(status)
    response.headers.pop("location", None)
    for name in (LOGIN_NAME, LOGIN_PASSWORD):
        del request.form[name]


def refuse_from_elsewhere(request: HTTPRequest) -> None:
    """Raises Forbidden where a page of another site sent the form."""
    if _sent_from_elsewhere(request):
        raise Forbidden("Another site sent this login.")


def start_session(request: HTTPRequest) -> None:
    """Lets the current user, whose account was just made, stay logged in."""
    login = api.user.get_current().getUserName()
    users = api.portal.get_tool("acl_users")
    users.updateCredentials(request, request.response, login, "")


def _sent_from_elsewhere(request: HTTPRequest) -> bool:
    """Whether the browser says so; who is no browser is not made to send anything."""
    site = request.getHeader("Sec-Fetch-Site")
    if site:
        return site not in ("same-origin", "none")
    origin = request.getHeader("Origin")
    # Not the scheme: a proxy may leave it out.
    own = urlsplit(request["SERVER_URL"]).netloc
    return bool(origin) and urlsplit(origin).netloc != own
