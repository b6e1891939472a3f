"""Messages of the granting body on the application's page, and the reply to them."""

from AccessControl import Unauthorized
from kommunaldialog import _
from kommunaldialog.applicant.act import ActPage
from kommunaldialog.applicant.panel import Panel
from kommunaldialog.domain.correspondence import Message
from kommunaldialog.domain.lifecycle import VIEW
from kommunaldialog.pages.action import Action
from kommunaldialog.usecases.messages import check_reply
from kommunaldialog.usecases.messages import reply
from kommunaldialog.usecases.step import is_own
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class MessagesPanel(Panel):
    """What office and municipality wrote to each other; the office is one sender."""

    template = ViewPageTemplateFile("messages.pt")

    @property
    def available(self) -> bool:
        return bool(self.messages) and is_own(self.context)

    @property
    def messages(self) -> tuple[Message, ...]:
        return self.context.messages

    def actions(self) -> list[Action]:
        if check_reply(self.context):
            return []
        title = _("applicant_message_reply", default="Auf die Nachricht antworten")
        # Who was the last to write waits for an answer, and may still add to it.
        waits = self.messages[-1].from_office
        return [Action(title, self.address("antworten"))] if waits else []

    @property
    def may_add(self) -> bool:
        """Whether there is something to add to what the municipality wrote last."""
        return not check_reply(self.context) and not self.messages[-1].from_office


class ReplyPage(ActPage):
    """``@@antworten``."""

    index = ViewPageTemplateFile("reply.pt")
    heading = _("applicant_reply", default="Nachricht an die Bewilligungsstelle")
    done = _("applicant_reply_done", default="Ihre Nachricht ist gesendet.")
    gone = _(
        "applicant_reply_gone",
        default="Zu diesem Antrag können Sie jetzt keine Nachricht schreiben.",
    )

    def update(self) -> None:
        """No permission says who replies: it is who applies for the municipality."""
        if not is_own(self.context):
            raise Unauthorized(VIEW)
        if check_reply(self.context):
            api.portal.show_message(self.gone, self.request, "warning")
            self.request.response.redirect(self.address(), status=303)

    @property
    def last(self) -> Message:
        """The last message of the office."""
        found = [message for message in self.context.messages if message.from_office]
        return found[-1]

    def act(self) -> None:
        reply(self.context, self.moment, self.value("text"))
