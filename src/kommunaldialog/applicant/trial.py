"""A trial application (Probeantrag): the whole way, and nothing is left behind.

No object is stored, no annotation, no file: each page carries what was typed so far in
a hidden field. The sections are those of a draft, over an application that is made
for the request alone and belongs to nothing.
"""

from functools import cached_property
from kommunaldialog import _
from kommunaldialog.access.caching import IPrivate
from kommunaldialog.access.permissions import own_municipalities
from kommunaldialog.applicant.section import Section
from kommunaldialog.applicant.sections import section_of
from kommunaldialog.applicant.sections import sections_of
from kommunaldialog.applicant.trial_state import FILES
from kommunaldialog.applicant.trial_state import NamedFile
from kommunaldialog.applicant.trial_state import Texts
from kommunaldialog.applicant.trial_state import texts_of
from kommunaldialog.applicant.trial_state import TrialState
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.content.foerderprogramm import Foerderprogramm
from kommunaldialog.domain.lifecycle import ANTRAGSTELLUNG
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.forms.versions import versions
from kommunaldialog.letters.parts import answers_html
from kommunaldialog.letters.parts import plan_html
from kommunaldialog.pages.view import Page
from kommunaldialog.static_files import static_url
from kommunaldialog.usecases.completeness import funding_rules
from kommunaldialog.usecases.completeness import missing
from kommunaldialog.usecases.lines import all_lines
from kommunaldialog.usecases.save import keep
from plone.namedfile.interfaces import INamedBlobFile
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.interface import implementer
from ZPublisher.HTTPRequest import HTTPRequest


SUMMARY, SPECIMEN = "zusammenfassung", "muster"
SOMEBODY = _("applicant_trial_municipality", default="Ihre Kommune")

# Of the page itself, beside the buttons that add and remove rows.
CONTROLS = ("carried", "step", "go")
BUTTONS = ("add-", "remove-")


class TrialSheet(Page):
    """What a section of the trial takes for its page."""

    refusals: tuple[Refusal, ...] = ()

    def __init__(
        self, application: Foerderantrag, request: HTTPRequest, address: str
    ) -> None:
        super().__init__(application, request)
        self._address = address

    def section_url(self, slug: str) -> str:
        """All sections have one address: it is the form that knows where it is."""
        return self._address

    def error(self, field: str) -> str | None:
        """The message for one input."""
        for error in self.errors(self.refusals):
            if error["field"] == field:
                return error["message"]
        return None


@implementer(IPrivate)
class TrialPage(Page):
    """``@@probeantrag`` on a programme, for everybody who may see it."""

    index = ViewPageTemplateFile("trial.pt")
    section: Section | None = None
    step = ""

    def __init__(self, context: Foerderprogramm, request: HTTPRequest) -> None:
        super().__init__(context, request)
        # Tables and forms need the width.
        request.set("disable_plone.leftcolumn", 1)
        request.set("disable_plone.rightcolumn", 1)

    def page_title(self) -> str:
        title = self.translate(_("applicant_trial", default="Probeantrag"))
        return f"{title}: {self.context.title}"

    def __call__(self) -> str:
        if self.is_ready:
            self._go()
        return self.index()

    @property
    def refusals(self) -> tuple[Refusal, ...]:
        """What is wrong, for the title of the window."""
        return self.sheet.refusals if self.is_ready else ()

    @property
    def is_ready(self) -> bool:
        """Whether there is a form to try."""
        return versions(self.context).newest is not None

    @cached_property
    def sheet(self) -> TrialSheet:
        return TrialSheet(self.application, self.request, self.address("probeantrag"))

    @cached_property
    def application(self) -> Foerderantrag:
        """An application in memory; it only knows which programme it is for."""
        own = own_municipalities((ANTRAGSTELLUNG,))
        found = Foerderantrag(
            "probeantrag",
            ags=own[0] if own else self.translate(SOMEBODY),
            form_version=versions(self.context).newest.number,
        )
        return found.__of__(self.context.case_store())

    def _go(self) -> None:
        """Takes what was sent, and goes where it was asked to."""
        posted = dict(self.request.form) if self.request.method == "POST" else {}
        state = TrialState.from_text(_text(posted.get("carried")))
        sent = _text(posted.get("step"))
        self._fill(state, sent, posted)
        target = _text(posted.get("go")) or sent
        if self.section is not None and self._stays(target):
            target = sent
        texts = dict(state.texts)
        if self.section is not None:
            texts[sent] = texts_of(_inputs(posted))
        self._show(target, sent, texts)
        # What the page shows, it sends itself.
        others = {slug: found for slug, found in texts.items() if slug != self.step}
        self.carried = TrialState(others, self._files()).to_text()

    def _fill(self, state: TrialState, sent: str, posted: dict[str, object]) -> None:
        """Fills in the application, section by section, as if each was saved now."""
        for group, files in state.files.items():
            getattr(self.application, group).update(files)
        for slug in [section.slug for section in sections_of(self.sheet)]:
            form = posted if slug == sent else state.texts.get(slug)
            if form is not None:
                section, refusals = self._extract(slug, form)
                if slug == sent:
                    self.section, self.sheet.refusals = section, refusals

    def _extract(
        self, slug: str, form: Texts | dict[str, object]
    ) -> tuple[Section, tuple[Refusal, ...]]:
        before = self.request.form
        self.request.form = dict(form)
        try:
            section = self._section(slug)
            values, refusals = section.extract()
        finally:
            self.request.form = before
        for group in FILES:
            if group in values:
                values[group] = _named_only(values[group])
        keep(self.application, **values)
        return section, refusals

    def _section(self, slug: str) -> Section:
        """A section, made anew: what was filled in so far decides what it asks."""
        found = {section.slug: section for section in sections_of(self.sheet)}
        return found[slug]

    def _stays(self, target: str) -> bool:
        """Whether something is to be mended first; going back is always possible."""
        order = [*self._slugs, SUMMARY, SPECIMEN]
        if self.section.asks_again or target not in order:
            return True
        further = order.index(target) > order.index(self.section.slug)
        return bool(self.sheet.refusals) and further

    def _show(self, target: str, sent: str, texts: dict[str, Texts]) -> None:
        """Decides what the page shows: a section, the summary or the specimen."""
        if target in (SUMMARY, SPECIMEN):
            self.step, self.section = target, None
        elif self.section is None or target != sent:
            self.step = target if target in self._slugs else self._slugs[0]
            self.section = self._section(self.step)
            self.sheet.refusals = ()
            if self.step in texts:
                self.section, self.sheet.refusals = self._extract(
                    self.step, texts[self.step]
                )
        else:
            self.step = sent

    def _files(self) -> dict[str, dict[str, NamedFile]]:
        return {
            group: {
                name: value
                for name, value in getattr(self.application, group).items()
                if isinstance(value, NamedFile)
            }
            for group in FILES
        }

    @property
    def _slugs(self) -> list[str]:
        return [section.slug for section in self.sections]

    @property
    def sections(self) -> list[Section]:
        """The sections that apply to what was filled in so far."""
        return [section for section in sections_of(self.sheet) if section.applies]

    @property
    def number(self) -> int:
        """Which of the sections this is, from 1."""
        return self._slugs.index(self.step) + 1 if self.step in self._slugs else 1

    @property
    def next_step(self) -> str:
        order = [*self._slugs, SUMMARY]
        return order[order.index(self.step) + 1] if self.step in order else SUMMARY

    @property
    def last_step(self) -> str | None:
        """What comes before this; None for the first section."""
        order = [*self._slugs, SUMMARY, SPECIMEN]
        number = order.index(self.step) if self.step in order else 0
        return order[number - 1] if number else None

    @property
    def is_summary(self) -> bool:
        return self.step == SUMMARY

    @property
    def is_specimen(self) -> bool:
        return self.step == SPECIMEN

    @cached_property
    def error_list(self) -> list[dict[str, str | None]]:
        """What is wrong in the section that is shown, in words that stand alone."""
        found = self.errors(self.sheet.refusals)
        for refusal, error in zip(self.sheet.refusals, found, strict=True):
            where = self.section.summary(refusal)
            if where:
                error["message"] = f"{where}: {error['message']}"
        return found

    def lacking(self) -> list[dict[str, str | None]]:
        """What a real application would still lack, each with its section's slug."""
        refusals = missing(self.application, self.moment)
        sections = sections_of(self.sheet)
        found = self.errors(refusals)
        for refusal, error in zip(refusals, found, strict=True):
            section = section_of(sections, refusal)
            error["step"] = section and section.slug
        return found

    def filled_in_html(self) -> str:
        """All that was filled in, as HTML."""
        return answers_html(all_lines(self.application), self.language) + plan_html(
            self.application.plan, self.language, funding_rules(self.application)
        )

    @property
    def is_open(self) -> bool:
        """Whether a real application could be begun now."""
        return self.context.window().status(self.moment) == "open"

    def scripts(self) -> list[str]:
        """Addresses of what helps while somebody types; all works without."""
        return [
            static_url("forms", "conditions.js"),
            static_url("applicant", "costplan.js"),
        ]


def _text(sent: object) -> str:
    return sent if isinstance(sent, str) else ""


def _inputs(posted: dict[str, object]) -> dict[str, object]:
    return {
        name: value
        for name, value in posted.items()
        if name not in CONTROLS and not name.startswith(BUTTONS)
    }


def _named_only(values: dict[str, object]) -> dict[str, object]:
    """Of files only what they are called: the rest is gone with the request."""
    return {
        name: NamedFile(value.filename, value.getSize(), value.contentType)
        if INamedBlobFile.providedBy(value)
        else value
        for name, value in values.items()
    }
