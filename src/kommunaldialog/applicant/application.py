"""What all pages of one application show: its names, its state, whom to ask."""

from collections.abc import Iterable
from datetime import datetime
from functools import cached_property
from kommunaldialog import _
from kommunaldialog.applicant.section import Section
from kommunaldialog.applicant.sections import section_of
from kommunaldialog.applicant.sections import sections_of
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.content.foerderantrag import UNNAMED
from kommunaldialog.content.foerderprogramm import Foerderprogramm
from kommunaldialog.content.kontakt import Kontakt
from kommunaldialog.content.register import municipality_name
from kommunaldialog.domain.lifecycle import State
from kommunaldialog.domain.lifecycle import VIEW_INTERNAL
from kommunaldialog.domain.receipt import AnswerLine
from kommunaldialog.domain.receipt import FileInfo
from kommunaldialog.domain.receipt import Submission
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.letters.parts import answers_html
from kommunaldialog.letters.parts import plan_html
from kommunaldialog.messages import text
from kommunaldialog.pages.view import Page
from kommunaldialog.usecases.by_letter import Letter
from kommunaldialog.usecases.completeness import funding_rules
from kommunaldialog.usecases.deliver import to_retrieve
from kommunaldialog.usecases.lines import all_lines
from kommunaldialog.usecases.step import state_of
from kommunaldialog.usecases.submit import check_consulted
from kommunaldialog.usecases.submit import consultations
from kommunaldialog.usecases.submit import stated_consultation
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from urllib.parse import quote
from zope.i18nmessageid import Message
from ZPublisher.HTTPRequest import HTTPRequest


def contact_of(programme: Foerderprogramm) -> Kontakt | None:
    """Whom to ask about a programme; None where the user may see nobody."""
    brains = api.content.find(UID=programme.contact) if programme.contact else ()
    return brains[0].getObject() if brains else None


def callback_of(programme: Foerderprogramm) -> str | None:
    """Where to ask for a call; None where the user may see no form for it."""
    form = programme.callback_form
    brains = api.content.find(UID=form) if form else ()
    return brains[0].getURL() if brains else None


class ApplicationPage(Page):
    """A page of one application."""

    macros = ViewPageTemplateFile("macros.pt")
    heading: Message = _("applicant_heading", default="Antrag")
    # What the municipality does here itself; see `by_letter` for what the office does.
    by_letter = False
    letter: Letter | None = None

    def __init__(self, context: Foerderantrag, request: HTTPRequest) -> None:
        super().__init__(context, request)
        # Tables and forms need the width; portlets know nothing of applications.
        request.set("disable_plone.leftcolumn", 1)
        request.set("disable_plone.rightcolumn", 1)

    def page_title(self) -> str:
        """For example "Antrag bearbeiten: Dialog Ortsmitte"."""
        return f"{self.translate(self.heading)}: {self.measure}"

    @property
    def home(self) -> str:
        """The page from which the reader comes, and to which what was done leads."""
        return self.address()

    @cached_property
    def measure(self) -> str:
        """The measure's name, or what a draft is called that has none yet."""
        return self.context.title or self.translate(UNNAMED)

    @property
    def state(self) -> str:
        """Id of the workflow state."""
        return state_of(self.context)

    @cached_property
    def notice_waits(self) -> bool:
        """Whether the reader has to fetch a notice, and the state would tell of it."""
        return to_retrieve(self.context) and not self.may(VIEW_INTERNAL)

    def leads_to_notice(self) -> bool:
        """Whether a notice has to be fetched first; then leads to where, and says so.

        Before anything else is asked: that would tell what was decided.
        """
        if not self.notice_waits:
            return False
        message = self.translate(text(Refusal("notice_to_retrieve")))
        api.portal.show_message(message, self.request, "warning")
        self.request.response.redirect(self.address("bescheid-abrufen"), status=303)
        return True

    @cached_property
    def programme(self) -> Foerderprogramm:
        return self.context.programme()

    @cached_property
    def municipality(self) -> str:
        return municipality_name(self.context.ags)

    @cached_property
    def pillar(self) -> str:
        """Title of the chosen pillar; empty while none is."""
        pillar = self.programme.get(self.context.pillar or "")
        return pillar.title if pillar is not None else ""

    @cached_property
    def deadline(self) -> datetime:
        """The programme's deadline in UTC."""
        return self.programme.window().deadline

    @cached_property
    def contact(self) -> Kontakt | None:
        return contact_of(self.programme)

    @cached_property
    def consultation_missing(self) -> bool:
        """Whether a consultation is owed: not recorded, and not stated instead."""
        if self.programme.consultation_required and not self.context.pillar:
            return self._nobody_was_consulted
        return bool(check_consulted(self.context, self.moment))

    @property
    def _nobody_was_consulted(self) -> bool:
        # Before a pillar is chosen, a talk about any of them will do.
        held = consultations(self.programme, self.context.ags)
        return not held and stated_consultation(self.context) is None

    @cached_property
    def callback_url(self) -> str | None:
        return callback_of(self.programme)

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """The sections of the draft in their order, without those left out."""
        return tuple(section for section in self.all_sections if section.applies)

    @cached_property
    def all_sections(self) -> tuple[Section, ...]:
        return sections_of(self)

    def section_url(self, slug: str) -> str:
        """Where a section of the draft is filled in."""
        return f"{self.address('bearbeiten')}/{slug}"

    def to_mend(self, refusals: Iterable[Refusal]) -> list[dict[str, str | None]]:
        """As `errors`, each with ``url``: where it can be mended, None if nowhere."""
        refusals = tuple(refusals)
        found = self.errors(refusals)
        for refusal, error in zip(refusals, found, strict=True):
            section = section_of(self.all_sections, refusal)
            error["url"] = section and (
                f"{self.section_url(section.slug)}?pruefen=1#{refusal.field}"
            )
        return found

    def answers_html(self) -> str:
        """All answers, read-only: what was submitted, or what the draft holds."""
        return answers_html(self.lines(), self.language, self.file_url)

    def plan_html(self) -> str:
        """Cost and financing plan, read-only."""
        submission = self._arrived
        plan = submission.plan if submission else self.context.plan
        rules = submission.funding if submission else funding_rules(self.context)
        return plan_html(plan, self.language, rules)

    def lines(self) -> tuple[AnswerLine, ...]:
        submission = self._arrived
        if submission is not None:
            return submission.lines
        return all_lines(self.context)

    @property
    def _arrived(self) -> Submission | None:
        """What was submitted; None while it is, or is again, a draft."""
        if self.state in (State.DRAFT, State.TO_SIGN):
            return None
        return self.context.submission()

    def file_url(self, line: AnswerLine, file: FileInfo) -> str:
        """Where a file of the answers can be had."""
        return f"{self.address('datei')}/{line.name}/{quote(file.name)}"
