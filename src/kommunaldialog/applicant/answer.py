"""Answer a clarification: draft it, read old and new side by side, send it."""

from collections.abc import Mapping
from functools import cached_property
from kommunaldialog import _
from kommunaldialog.access.permissions import require
from kommunaldialog.applicant.application import ApplicationPage
from kommunaldialog.applicant.autosaved import AutosavedPage
from kommunaldialog.applicant.download import FileDownload
from kommunaldialog.applicant.reopened import FILES
from kommunaldialog.applicant.reopened import reopened_sections
from kommunaldialog.applicant.section import Section
from kommunaldialog.applicant.sections import section_of
from kommunaldialog.applicant.versions import kept_marks
from kommunaldialog.applicant.versions import Versions
from kommunaldialog.applicant.versions import Words
from kommunaldialog.applicant.versions import words
from kommunaldialog.applicant.versions import write_seen
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.domain.clarification import Clarification
from kommunaldialog.domain.clarification import LONGEST_TEXT
from kommunaldialog.domain.lifecycle import ANSWER
from kommunaldialog.domain.lifecycle import State
from kommunaldialog.domain.receipt import AnswerLine
from kommunaldialog.domain.receipt import FileInfo
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import refuse
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.letters.changes import changes_html
from kommunaldialog.letters.changes import file_address
from kommunaldialog.pages.view import FormPage
from kommunaldialog.usecases.answer import answer
from kommunaldialog.usecases.answer import check_sending
from kommunaldialog.usecases.answer import save_answer
from kommunaldialog.usecases.clarify import today
from kommunaldialog.usecases.lines import file_of
from kommunaldialog.usecases.merge import fingerprints
from kommunaldialog.usecases.merge import flat
from kommunaldialog.usecases.overlay import Overlay
from kommunaldialog.usecases.reopened import names_of
from kommunaldialog.usecases.reopened import reopened
from kommunaldialog.usecases.reopened import with_answer
from kommunaldialog.usecases.supplement import drafted_lines
from kommunaldialog.usecases.supplement import finished
from plone import api
from plone.namedfile.interfaces import INamedBlobFile
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import NotFound
from ZPublisher.HTTPRequest import HTTPRequest


FORM, SEND = "rueckfrage-beantworten", "antwort-absenden"


class AnswerSheet(FormPage):
    """What the sections take for their page, over the application as answered."""

    def __init__(
        self, application: Foerderantrag, request: HTTPRequest, owner: FormPage
    ) -> None:
        super().__init__(application, request)
        self._owner = owner

    def section_url(self, slug: str) -> str:
        """All sections are on one page."""
        return self._owner.address(self._owner.__name__)

    def error(self, field: str) -> str | None:
        return self._owner.error(field)


class ClarificationPage(ApplicationPage, FormPage):
    """A page of the municipality that is there while a clarification is open."""

    heading = _("applicant_answer", default="Rückfrage beantworten")

    def update(self) -> None:
        if self.is_open:
            require(ANSWER, self.context)
        elif self.request.method != "POST" or not self.context.clarifications:
            message = _(
                "applicant_answer_gone",
                default="Zu diesem Antrag ist keine Rückfrage (mehr) offen.",
            )
            api.portal.show_message(message, self.request, "warning")
            self.request.response.redirect(self.address(), status=303)

    @property
    def is_open(self) -> bool:
        return self.state == State.CLARIFICATION

    @property
    def clarification(self) -> Clarification:
        """The one that is open, or was a moment ago."""
        return self.context.clarifications[-1]

    @property
    def due(self) -> str:
        return self.date(self.clarification.due)

    @property
    def overdue(self) -> bool:
        return self.clarification.overdue(today(self.context, self.moment))


class AnswerPage(AutosavedPage, ClarificationPage):
    """``@@rueckfrage-beantworten``: what was reopened, and an answer in words.

    With ``?pruefen=1`` it shows what is still missing, at its place.
    """

    index = ViewPageTemplateFile("answer.pt")
    too_late = ViewPageTemplateFile("answer_too_late.pt")
    versions: Versions | None = None
    longest = LONGEST_TEXT
    saving = "answer_saved"
    _sent: dict[str, object]

    @cached_property
    def sheet(self) -> AnswerSheet:
        return AnswerSheet(with_answer(self.context), self.request, self)

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """The reopened sections; of a clarification that is over, those it had."""
        return reopened_sections(self.sheet, self._names)

    @cached_property
    def _names(self) -> frozenset[str]:
        return names_of(self.context, self.clarification)

    def update(self) -> None:
        super().update()
        checks = "pruefen" in self.request.form and self.request.method != "POST"
        if checks and self.is_open:
            self.refusals = check_sending(self.context, self.moment)
            for section in self.sections:
                found = [r for r in self.refusals if section.owns(r.field or "")]
                section.show(found)

    def handle(self) -> str | None:
        refusals = self.compare()
        if not self.is_open:
            self.index = self.too_late
            return None
        self.save()
        refuse(refusals)
        if self.versions.contests or any(s.asks_again for s in self.sections):
            return None
        if "next" in self.request.form:
            return self.address(SEND)
        message = _(
            "applicant_answer_saved",
            default="Ihre Antwort ist gespeichert, aber noch nicht gesendet.",
        )
        api.portal.show_message(message, self.request)
        return self.address(FORM)

    def compare(self) -> tuple[Refusal, ...]:
        """Compares what was sent with what is kept; returns what is wrong with it."""
        values, refusals = self.extract()
        sent = {**values, "answer_text": self.value("answer")}
        self.versions = Versions(self.sheet, sent)
        return refusals

    def save(self) -> None:
        """Keeps what nobody else has changed since."""
        kept = dict(self.versions.values)
        save_answer(self.context, self.moment, *self._given(kept))

    def extract(self) -> tuple[dict[str, object], tuple[Refusal, ...]]:
        """What was sent in all sections, and what is wrong with the rest."""
        values: dict[str, object] = {}
        refusals: list[Refusal] = []
        for section in self.sections:
            sent, wrong = section.extract()
            refusals.extend(wrong)
            for kind, value in sent.items():
                both = isinstance(value, Mapping)
                values[kind] = {**values.get(kind, {}), **value} if both else value
        return values, tuple(refusals)

    def _given(self, kept: dict[str, object]) -> tuple[dict[str, object], str | None]:
        text = kept.pop("answer_text", None)
        return kept, text

    @property
    def form_url(self) -> str:
        return self.address(FORM)

    @property
    def text(self) -> str:
        """What is answered in words: as typed, or as kept."""
        return self.value("answer", self.context.answer_text)

    @property
    def seen(self) -> str:
        """What the form shows, for `Versions` of the next save."""
        if self.versions is not None:
            return self.versions.seen
        kept = {"answer_text": self.context.answer_text}
        for section in self.sections:
            for name, value in flat(section.kept()).items():
                kept[name] = value
        return write_seen(fingerprints(kept))

    @cached_property
    def error_list(self) -> list[dict[str, str | None]]:
        """Everything that is wrong, in words that stand alone."""
        found = self.errors(self.refusals)
        for refusal, error in zip(self.refusals, found, strict=True):
            section = section_of(self.sections, refusal)
            where = section.summary(refusal) if section else None
            if where:
                error["message"] = f"{where}: {error['message']}"
        return found

    @property
    def typed_words(self) -> list[Words]:
        """What was sent too late, and differs from what the application says."""
        sent = flat(self.versions.values) | {"answer_text": self.value("answer")}
        before = kept_marks(self.context, sent)
        changed = [
            name for name, mark in fingerprints(sent).items() if mark != before[name]
        ]
        draft = Overlay(self.context, {**self.extract()[0], "answer_text": self.text})
        return [words(self, draft, name) for name in changed]


class SendAnswerPage(ClarificationPage):
    """``@@antwort-absenden``: old and new side by side, then the answer is sent."""

    index = ViewPageTemplateFile("answer_send.pt")
    heading = _("applicant_answer_send", default="Antwort prüfen und absenden")

    def handle(self) -> str | None:
        if not self.is_open:
            # A second click, or a colleague's.
            return self.address()
        if self.value("revision") != str(self.context.answer_revision):
            raise Refused(Refusal("answer_changed_meanwhile"))
        answer(self.context, self.moment)
        message = _(
            "applicant_answer_sent",
            default="Ihre Antwort ist bei der Bewilligungsstelle eingegangen.",
        )
        api.portal.show_message(message, self.request)
        return self.address()

    def in_the_way(self) -> list[dict[str, str | None]]:
        """What the answer still lacks, each with where it can be mended."""
        found = self.errors(check_sending(self.context, self.moment))
        for error in found:
            error["url"] = f"{self.address(FORM)}?pruefen=1#{error['field']}"
        return found

    def changes(self) -> str:
        """Old and new as HTML."""
        before, draft = self.context.submission(), finished(self.context)
        return changes_html(
            (before.lines, drafted_lines(self.context, draft)),
            (before.plan, draft.plan),
            self._url_of,
            self.language,
        )

    def _url_of(self, side: str, line: AnswerLine, file: FileInfo) -> str:
        view = FILES if side == "new" else "datei"
        return file_address(self.context, line, file, view)


class AnswerFile(FileDownload):
    """``@@antwort-datei/<line>/<filename>``: a file of an answer that is drafted."""

    def find(self, name: str) -> INamedBlobFile | None:
        require(ANSWER, self.context)
        if not reopened(self.context):
            raise NotFound(FILES)
        return file_of(with_answer(self.context), name)
