"""``@@hilfetext-berichtigen``: correct a help text in a published form."""

from functools import cached_property
from kommunaldialog import _
from kommunaldialog.forms import versions
from kommunaldialog.forms.schema import ParsedForm
from kommunaldialog.forms.schema import Question
from kommunaldialog.forms.schema import schema_of
from kommunaldialog.forms.versions import FormVersion
from kommunaldialog.forms.versions import FormVersions
from kommunaldialog.pages.view import FormPage
from kommunaldialog.usecases.correct_help import correct_help
from kommunaldialog.usecases.correct_help import LONGEST_HELP
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import NotFound


HEADING = _("editing_correct_help", default="Hilfetext berichtigen")
VIEW = "hilfetext-berichtigen"


class CorrectHelp(FormPage):
    """First the questions of a version; with ``frage``, the help text of that one.

    ``fassung`` is a version's number, the newest unless said; raises NotFound for one
    that does not exist, and while nothing is published.
    """

    index = ViewPageTemplateFile("correct_help.pt")
    longest = LONGEST_HELP

    def page_title(self) -> str:
        return self.translate(HEADING)

    @cached_property
    def published(self) -> FormVersions:
        return versions.versions(self.context.aq_parent, self.context.getId())

    @cached_property
    def version(self) -> FormVersion:
        newest = self.published.newest
        if newest is None:
            raise NotFound(VIEW)
        asked = self.value("fassung", str(newest.number))
        found = [item for item in self.published if str(item.number) == asked]
        if not found:
            raise NotFound(VIEW)
        return found[0]

    @cached_property
    def form(self) -> ParsedForm:
        return schema_of(self.version)

    def numbers(self) -> list[int]:
        """All versions, the newest first."""
        return [version.number for version in reversed(tuple(self.published))]

    def questions(self) -> list[Question]:
        """What is asked, in the order of the form; texts in between have no help."""
        return [item for item in self.form.questions.values() if item.asks]

    @cached_property
    def question(self) -> Question | None:
        """The chosen question; None where none is chosen."""
        name = self.value("frage")
        if not name:
            return None
        found = self.form.questions.get(name)
        if found is None or not found.asks:
            raise NotFound(VIEW)
        return found

    def update(self) -> None:
        """Raises NotFound before anything is shown or done."""
        self.question  # noqa: B018

    def handle(self) -> str | None:
        """Corrects the help text and goes back to the workshop."""
        if self.question is None:
            return self.address(VIEW)
        correction = correct_help(
            self.context,
            self.version.number,
            self.question.name,
            self.value("help"),
            self.moment,
        )
        api.portal.show_message(
            _(
                "editing_help_corrected",
                default="Der Hilfetext ist berichtigt. Er gilt ab sofort, auch in "
                "begonnenen Anträgen (Fassung ${numbers}).",
                mapping={"numbers": ", ".join(map(str, correction.numbers))},
            ),
            self.request,
        )
        return self.address()
