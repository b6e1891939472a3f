"""What services that take a step have in common."""

from kommunaldialog.domain.refusal import Refused
from kommunaldialog.messages import text
from plone.protect import CheckAuthenticator
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.services import Service
from typing import Any
from zope.i18n import translate
from zope.interface import alsoProvides


class StepService(Service):
    """Believes who sends it, and says what is refused."""

    def check_intent(self) -> None:
        """Raises Forbidden for a cookie without the token that our pages give.

        A cookie comes along with what another site makes a browser send.
        """
        if self.request._auth:
            alsoProvides(self.request, IDisableCSRFProtection)
        else:
            CheckAuthenticator(self.request)

    def refused(self, refused: Refused) -> dict[str, Any]:
        """The answer 400, with all refusals."""
        self.request.response.setStatus(400)
        errors = [
            {
                "code": refusal.code,
                "field": refusal.field,
                "message": translate(text(refusal), context=self.request),
            }
            for refusal in refused.refusals
        ]
        return {
            "error": {
                "type": "Refused",
                "message": " ".join(error["message"] for error in errors),
                "errors": errors,
            }
        }
