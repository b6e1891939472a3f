"""The workshop page of an application form: see it, change it, publish it."""

from collections.abc import Sequence
from dataclasses import dataclass
from kommunaldialog import _
from kommunaldialog import messages
from kommunaldialog.content.foerderprogramm import PROOF_FORM_ID
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.forms import versions
from kommunaldialog.forms.form import QuestionsForm
from kommunaldialog.forms.form import SectionView
from kommunaldialog.forms.lint import lint
from kommunaldialog.forms.lint import Problem
from kommunaldialog.forms.schema import parse_draft
from kommunaldialog.pages.view import Page
from kommunaldialog.usecases.publish_form import differs
from kommunaldialog.usecases.publish_form import NotPublishable
from kommunaldialog.usecases.publish_form import PERMISSION
from kommunaldialog.usecases.publish_form import publish_form
from plone import api
from plone.protect import CheckAuthenticator
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.cachedescriptors.property import Lazy


@dataclass(frozen=True)
class Preview:
    """Stands for an application: no answers, nothing to link to."""

    url: str

    @property
    def answers(self) -> dict[str, object]:
        """No answers: the preview shows the questions as a new application does."""
        return {}

    def absolute_url(self) -> str:
        """Where files would lie."""
        return self.url


class Workshop(Page):
    """The page; whatever is posted to it is not looked at."""

    index = ViewPageTemplateFile("workshop.pt")
    tried_to_publish = False

    def __call__(self) -> str:
        return self.index()

    @property
    def published(self) -> versions.FormVersions:
        """What was published of this form."""
        return versions.versions(self.programme, self.context.getId())

    @property
    def for_proof(self) -> bool:
        """Whether it is the form of the proof of use, not of the application."""
        return self.context.getId() == PROOF_FORM_ID

    @property
    def programme(self) -> object:
        """The programme whose form this is."""
        return self.context.aq_parent

    @Lazy
    def problems(self) -> tuple[Problem, ...]:
        """What has to be mended before the draft can be published."""
        return lint(self.context.fields_model)

    @property
    def changed(self) -> bool:
        """Whether the draft differs from the newest version."""
        return differs(self.context)

    @property
    def may_publish(self) -> bool:
        """Whether the person may publish this form."""
        return bool(api.user.has_permission(PERMISSION, obj=self.context))

    def sections(self) -> Sequence[SectionView]:
        """The draft's questions, disabled; none while the draft can't be read."""
        if self.problems:
            return []
        form = QuestionsForm(
            Preview(self.context.absolute_url()),
            self.request,
            parse_draft(self.context.fields_model),
            readonly=True,
        )
        form.update()
        return form.sections

    def versions(self) -> list[dict[str, object]]:
        """The published versions, newest first."""
        return [
            {
                "number": version.number,
                "moment": self.date_and_time(version.moment),
                "user": self.person(version.user),
            }
            for version in reversed(tuple(self.published))
        ]

    def corrections(self) -> list[dict[str, str]]:
        """The help texts that were corrected, the latest first."""
        return [
            {
                "moment": self.date_and_time(correction.moment),
                "user": self.person(correction.user),
                "numbers": ", ".join(map(str, correction.numbers)),
                "label": correction.label,
                "old": correction.old,
                "new": correction.new,
            }
            for correction in reversed(self.published.corrections)
        ]

    def question_url(self, problem: Problem) -> str:
        """Where the question that a problem is about can be mended."""
        url = f"{self.context.absolute_url()}/fields"
        return f"{url}/{problem.field}" if problem.field else f"{url}/@@modeleditor"


class PublishForm(Workshop):
    """Publish on POST, and show the page again with what has to be mended if not."""

    def __call__(self) -> str:
        if self.request.method != "POST":
            return self._back()
        CheckAuthenticator(self.request)
        try:
            version = publish_form(self.context, self.moment)
        except NotPublishable:
            self.tried_to_publish = True
            return self.index()
        except Refused as refused:
            for refusal in refused.refusals:
                api.portal.show_message(messages.text(refusal), self.request, "info")
            return self._back()
        api.portal.show_message(
            _(
                "editing_published",
                default="Das Formular ist als Fassung ${number} veröffentlicht. "
                "Begonnene Anträge behalten ihre Fassung.",
                mapping={"number": version.number},
            ),
            self.request,
        )
        return self._back()

    def _back(self) -> str:
        self.request.response.redirect(self.context.absolute_url())
        return ""
