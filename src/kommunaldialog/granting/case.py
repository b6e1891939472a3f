"""The case: all that the granting body knows of an application, and what to do next."""

from dataclasses import dataclass
from datetime import date
from datetime import datetime
from functools import cached_property
from kommunaldialog import _
from kommunaldialog.domain.consultation import StatedConsultation
from kommunaldialog.domain.decision import Assessment
from kommunaldialog.domain.decision import Decision
from kommunaldialog.domain.late import Late
from kommunaldialog.domain.lifecycle import DECIDE
from kommunaldialog.domain.lifecycle import REJECT_LATE
from kommunaldialog.domain.lifecycle import REVIEW
from kommunaldialog.domain.paper import Paper
from kommunaldialog.domain.receipt import AnswerLine
from kommunaldialog.domain.receipt import FileInfo
from kommunaldialog.domain.receipt import Submission
from kommunaldialog.history.record import Event
from kommunaldialog.history.record import events
from kommunaldialog.letters.parts import answers_html
from kommunaldialog.letters.parts import plan_html
from kommunaldialog.pages.history import Entry
from kommunaldialog.pages.history import entry
from kommunaldialog.pages.view import Page
from kommunaldialog.usecases.flags import FLAGS
from kommunaldialog.usecases.flags import flags
from kommunaldialog.usecases.flags import only_day_known
from kommunaldialog.usecases.step import state_of
from kommunaldialog.usecases.submit import consultation_of
from kommunaldialog.vocabularies.static import title_of
from plone import api
from urllib.parse import quote
from zExceptions import NotFound


# What happens before an application arrives.
DRAFTING = frozenset(
    (
        "saved",
        "handed_over",
        "sent_back",
        "scan_attached",
        "scan_removed",
        "reminded",
        "erasure_announced",
    )
)


@dataclass(frozen=True)
class Happening:
    """An entry of the history, with what the office may know beyond it."""

    entry: Entry
    detail: str


@dataclass(frozen=True)
class Covering:
    """The consultation that covers an application: when (aware), by whom, where."""

    moment: datetime
    adviser: str
    url: str


class CasePage(Page):
    """What the pages of one case share."""

    @cached_property
    def submission(self) -> Submission:
        """What was submitted last; raises NotFound where nothing ever was."""
        submission = self.context.submission()
        if submission is None:
            raise NotFound(self.context.id)
        return submission

    @property
    def state(self) -> str:
        return state_of(self.context)

    @property
    def programme(self) -> object:
        return self.context.programme()

    @property
    def assessment(self) -> Assessment | None:
        return self.context.assessment

    @property
    def decision(self) -> Decision | None:
        return self.context.decision

    def line(self, name: str) -> str:
        """The text of one line of the submission."""
        return next(
            (line.text for line in self.submission.lines if line.name == name), ""
        )

    @cached_property
    def flags(self) -> list[str]:
        """Ids of what is special about how it came (see `usecases.flags`)."""
        return list(flags(self.context))

    @property
    def flag_titles(self) -> list[str]:
        return [self.translate(title_of(FLAGS, flag)) for flag in self.flags]

    @property
    def arrived(self) -> str:
        """When it arrived, as far as that is known."""
        return self.arrival(self.submission.moment, only_day_known(self.context))

    @property
    def late(self) -> Late | None:
        return self.context.late

    @property
    def stated(self) -> StatedConsultation | None:
        return self.context.stated_consultation

    @property
    def last_return(self) -> Happening | None:
        """The last time the case came back from the deciding person."""
        found = [event for event in events(self.context) if event.kind == "returned"]
        return self._happening(found[-1]) if found else None

    def _happening(self, event: Event) -> Happening:
        return Happening(entry(event), self._detail(event))

    def _detail(self, event: Event) -> str:
        new = {name: change[1] for name, change in event.changes.items()}
        match event.kind:
            case "assessed":
                return self.translate(
                    _(
                        "granting_history_recommended",
                        default="Vorgeschlagen: ${amount}",
                        mapping={"amount": self.euro(new["recommended"])},
                    )
                )
            case "approved":
                return self.euro(new["amount"])
            case "returned" | "rejected" | "late_accepted":
                return new["reason"]
            case "stated_confirmed" | "stated_denied":
                return new["note"]
            case "contact_changed":
                return "\n".join(
                    f"{old or '–'} → {value}" for old, value in event.changes.values()
                )
        return ""


class Case(CasePage):
    """The page of a case."""

    def page_title(self) -> str:
        return f"{self.submission.reference}: {self.submission.measure}"

    @property
    def may_review(self) -> bool:
        return self.may(REVIEW)

    @property
    def may_decide(self) -> bool:
        return self.may(DECIDE)

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
        brains = api.portal.get_tool("portal_catalog").searchResults(
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

        Without what was done to the draft: how a municipality worked on it is its own
        business.
        """
        return [
            self._happening(event)
            for event in reversed(events(self.context))
            if event.kind not in DRAFTING
        ]
