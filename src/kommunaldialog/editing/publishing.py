"""Plone's own ways to publish, with words for what a page still lacks."""

from kommunaldialog import _
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.messages import text
from kommunaldialog.usecases.public import lacks_to
from plone import api
from plone.app.content.browser.content_status_modify import ContentStatusModifyView
from plone.app.content.browser.contents.workflow import WorkflowActionView
from plone.dexterity.content import DexterityContent
from zope.i18n import translate
from zope.i18nmessageid import Message
from ZPublisher.HTTPRequest import HTTPRequest


def sentence(
    item: DexterityContent, refusals: tuple[Refusal, ...], request: HTTPRequest
) -> Message:
    """Says that an item was not published, and all that it lacks."""
    words = " ".join(translate(text(found), context=request) for found in refusals)
    return _(
        "editing_public_incomplete",
        default="„${title}“ wurde nicht veröffentlicht. ${missing}",
        mapping={"title": item.Title(), "missing": words},
    )


class StatusModify(ContentStatusModifyView):
    """The menu of states: nothing is written where something is missing.

    Leads to the item's page, whose box links to each field.
    """

    def __call__(
        self, workflow_action: str | None = None, *args: object, **kwargs: object
    ) -> object:
        refusals = lacks_to(workflow_action or "", self.context)
        if not refusals:
            return super().__call__(workflow_action, *args, **kwargs)
        message = sentence(self.context, refusals, self.request)
        api.portal.show_message(message, self.request, type="error")
        return self.request.response.redirect(self.context.absolute_url())


class ContentsWorkflow(WorkflowActionView):
    """The contents of a folder: says of each item why it was not published."""

    def action(self, obj: DexterityContent, bypass_recurse: bool = False) -> None:
        refusals = lacks_to(self.transition_id or "", obj)
        if refusals:
            self.errors.append(sentence(obj, refusals, self.request))
        else:
            super().action(obj, bypass_recurse)
