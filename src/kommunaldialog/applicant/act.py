"""A page on which a municipality does one thing with its application."""

from kommunaldialog.applicant.application import ApplicationPage
from kommunaldialog.pages.view import FormPage
from plone import api
from zope.i18nmessageid import Message


class ActPage(ApplicationPage, FormPage):
    """Asks, does it, and leads to the application's page, which says what was done.

    ``permission`` is needed in the state that the act begins in. Whoever comes too
    late, by a second click or an old link, is led to the application's page as well.
    """

    permission: str
    done: Message
    gone: Message

    def update(self) -> None:
        if self.leads_to_notice():
            return
        if not self.may(self.permission):
            # View is what brought them here: nothing is told that they may not know.
            api.portal.show_message(self.gone, self.request, "warning")
            self.request.response.redirect(self.address(), status=303)

    def handle(self) -> str:
        self.act()
        api.portal.show_message(self.done, self.request)
        return self.home

    def act(self) -> None:
        """Calls the use case with what was typed."""
        raise NotImplementedError
