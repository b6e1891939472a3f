"""Who sends name and password with a form of ours stays logged in."""

from plone import api
from ZPublisher.HTTPRequest import HTTPRequest


# What Plone's login form calls its inputs: PAS reads them from any request.
LOGIN_NAME = "__ac_name"
LOGIN_PASSWORD = "__ac_password"


def logs_in(request: HTTPRequest) -> bool:
    """Whether name and password came with the form."""
    return LOGIN_NAME in request.form and LOGIN_PASSWORD in request.form


def log_in(request: HTTPRequest) -> None:
    """Gives the current user, whom PAS knows by this request alone, a session."""
    response = request.response
    status = response.getStatus()
    api.portal.get_tool("portal_membership").loginUser(request)
    # It ends with a redirect, for which our pages have another target, or none.
    response.setStatus(status)
    response.headers.pop("location", None)
    for name in (LOGIN_NAME, LOGIN_PASSWORD):
        del request.form[name]
