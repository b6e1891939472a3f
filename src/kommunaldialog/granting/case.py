"""The case: all that the granting body knows of an application, and what to do next."""

from dataclasses import dataclass
from dataclasses import replace
from datetime import date
from datetime import datetime
from functools import cached_property
from kommunaldialog import _
from kommunaldialog.domain.known import WRITING
from kommunaldialog.domain.lifecycle import DECIDE
from kommunaldialog.domain.lifecycle import REJECT_LATE
from kommunaldialog.domain.lifecycle import REVIEW
from kommunaldialog.domain.paper import Paper
from kommunaldialog.domain.receipt import AnswerLine
from kommunaldialog.domain.receipt import FileInfo
from kommunaldialog.granting.case_page import CasePage
from kommunaldialog.granting.case_page import Happening
from kommunaldialog.granting.contents import entries
from kommunaldialog.granting.contents import Entry
from kommunaldialog.granting.panel import Panel
from kommunaldialog.granting.panels import PANELS
from kommunaldialog.history.record import events
from kommunaldialog.letters.parts import answers_html
from kommunaldialog.letters.parts import plan_html
from kommunaldialog.pages.action import Action
from kommunaldialog.usecases.submit import consultation_of
from plone import api
from urllib.parse import quote


# How a municipality wrote what it sent. Who gave it to whom for signature, and what
# came back with which reason, belongs to the record once it has arrived.
DRAFTING = WRITING | {"reminded", "erasure_announced"}


# The sections of the page that are no panel.
_DECISION = _("granting_decision", default="Entscheidung")
_ASSESSMENT = _("granting_assessment", default="Prüfvermerk")
_ANSWERS = _("granting_case_answers", default="Angaben im Antrag")
_PLAN = _("letters_plan", default="Kosten- und Finanzierungsplan")
_HISTORY = _("granting_history", default="Verlauf")


@dataclass(frozen=True)
class Covering:
    """The consultation that covers an application: when (aware), by whom, where."""

    moment: datetime
    adviser: str
    url: str


class Case(CasePage):
    """The page of a case: what came in, and a panel for each topic beyond it."""

    @property
    def requests_url(self) -> str:
        """Where people are confirmed who ask for access to a municipality."""
        root = api.portal.get_navigation_root(self.context)
        return f"{root.absolute_url()}/@@zugangsanfragen"

    @cached_property
    def panels(self) -> list[Panel]:
        """The panels that have something to show, in their order."""
        made = (panel(self.context, self.request) for panel in PANELS)
        return [panel for panel in made if panel.available]

    @cached_property
    def rendered(self) -> list[str]:
        """The panels as HTML."""
        return [panel.render() for panel in self.panels]

    def contents(self) -> list[Entry]:
        """The sections of the page, in their order."""
        shown = (
            (self.decision, "decision-title", _DECISION),
            (self.assessment, "assessment-title", _ASSESSMENT),
            (True, "answers", _ANSWERS),
            (True, "plan", _PLAN),
            (True, "history-title", _HISTORY),
        )
        own = [Entry(name, self.translate(title)) for is_, name, title in shown if is_]
        return [*entries(self.rendered), *own]

    @cached_property
    def actions(self) -> list[Action]:
        """What the panels offer to do next, what the page is there for now first."""
        offered = [action for panel in self.panels for action in panel.actions()]
        offered.sort(key=lambda action: not action.primary)
        # One thing comes first, however much could.
        return [*offered[:1], *(replace(one, primary=False) for one in offered[1:])]

    def page_title(self) -> str:
        return f"{self.submission.reference}: {self.submission.measure}"

    @property
    def may_review(self) -> bool:
        return self.undecided and self.may(REVIEW)

    @property
    def may_decide(self) -> bool:
        return self.undecided and self.may(DECIDE)

    @property
    def undecided(self) -> bool:
        """Whether no decision waits to be announced."""
        return self.context.pending_decision is None

    @property
    def may_reject_late(self) -> bool:
        return self.may(REJECT_LATE)

    @property
    def contact(self) -> list[str]:
        """Whom to ask now, which the municipality may have changed since."""
        contact = (
            self.context.contact_name,
            self.context.contact_email,
            self.context.contact_phone,
        )
        return [text for text in contact if text]

    @property
    def early_start(self) -> date | None:
        """From when the municipality asks to be allowed to begin, if it does."""
        asks = self.context.start_declaration == "early_start"
        return self.context.early_start_from if asks else None

    @property
    def paper(self) -> Paper | None:
        return self.context.paper

    @property
    def consultation(self) -> Covering | None:
        """The consultation that counted when the application arrived."""
        fact = consultation_of(self.context, self.submission.moment)
        if fact is None:
            return None
        # Whoever may see this page may see consultations; the catalog does not know
        # the auditors.
        brains = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(
            portal_type="Beratung",
            path="/".join(self.context.__parent__.getPhysicalPath()),
            ags=fact.ags,
        )
        return next(
            Covering(fact.moment, brain.consultation_adviser, brain.getURL())
            for brain in brains
            if brain.consultation_held == fact.moment and not brain.consultation_voided
        )

    def answers(self) -> str:
        """What was submitted, as HTML."""
        return answers_html(self.submission.lines, self.language, self._file_url)

    def plan(self) -> str:
        """The cost and financing plan that was submitted, as HTML."""
        submission = self.submission
        return plan_html(submission.plan, self.language, submission.funding)

    def _file_url(self, line: AnswerLine, file: FileInfo) -> str:
        return f"{self.context.absolute_url()}/@@datei/{line.name}/{quote(file.name)}"

    def history(self) -> list[Happening]:
        """What happened, newest first.

        Without what was written to drafts: how a municipality worked on them is its
        own business.
        """
        return [
            self._happening(event)
            for event in reversed(events(self.context))
            if event.kind not in DRAFTING
        ]
