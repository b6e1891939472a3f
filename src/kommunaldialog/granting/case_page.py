"""What the pages of one case share."""

from dataclasses import dataclass
from functools import cached_property
from kommunaldialog import _
from kommunaldialog.domain.consultation import StatedConsultation
from kommunaldialog.domain.decision import Assessment
from kommunaldialog.domain.decision import AssessmentDraft
from kommunaldialog.domain.decision import Decision
from kommunaldialog.domain.late import Late
from kommunaldialog.domain.receipt import Submission
from kommunaldialog.granting.examined import Findings
from kommunaldialog.granting.examined import findings_of
from kommunaldialog.history.record import Event
from kommunaldialog.history.record import events
from kommunaldialog.pages.facts import Words
from kommunaldialog.pages.history import Entry
from kommunaldialog.pages.history import entry
from kommunaldialog.pages.unbiased import Unbiased
from kommunaldialog.pages.view import Page
from kommunaldialog.usecases.flags import FLAGS
from kommunaldialog.usecases.flags import flags
from kommunaldialog.usecases.flags import only_day_known
from kommunaldialog.usecases.step import state_of
from kommunaldialog.vocabularies.static import title_of
from zExceptions import NotFound


@dataclass(frozen=True)
class Happening:
    """An entry of the history, with what the office may know beyond it."""

    entry: Entry
    detail: str


class CasePage(Unbiased, Page):
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

    def findings(self, assessment: Assessment | AssessmentDraft) -> Findings:
        """What an assessment says, for the macro of that name."""
        return findings_of(self.context, assessment, self.language)

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
    def to_answer(self) -> bool:
        """Whether somebody has to say whether it counts though it is late."""
        waits = "late_open" in self.flags and self.state == "submitted"
        return waits and self.context.pending_decision is None

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
        return "\n".join(Words(self.language, self.zone).change_lines(event))
