"""What the pages of a draft have in common: its sections, and how far they are."""

from datetime import datetime
from functools import cached_property
from kommunaldialog import _
from kommunaldialog.applicant.application import ApplicationPage
from kommunaldialog.applicant.section import Section
from kommunaldialog.applicant.section import Status
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.history.record import Event
from kommunaldialog.history.record import newest_first
from kommunaldialog.usecases.completeness import missing
from kommunaldialog.usecases.drafts import erasure_ahead
from zope.i18nmessageid import Message


UNTIL = _("applicant_draft_until", default="Die Antragsfrist endet am ${deadline}.")
TOO_LATE = _(
    "applicant_draft_too_late",
    default=(
        "Die Antragsfrist endete am ${deadline}. Einreichen ist nicht mehr möglich;"
        " Ihr Entwurf bleibt gespeichert."
    ),
)
LATE = _(
    "applicant_draft_late",
    default=(
        "Die Antragsfrist endete am ${deadline}. Sie können den Antrag noch mit einer"
        " Begründung einreichen; die Bewilligungsstelle entscheidet, ob sie ihn"
        " annimmt."
    ),
)


class DraftPage(ApplicationPage):
    """A page of a draft."""

    @cached_property
    def missing(self) -> tuple[Refusal, ...]:
        """All that the draft still lacks."""
        return missing(self.context, self.moment)

    def status_of(self, section: Section) -> Status:
        return section.status(self.missing)

    @property
    def until(self) -> str:
        """By when it has to arrive, or what can be done now that this is over."""
        over = self.programme.window().status(self.moment) == "closed"
        late = TOO_LATE if self.programme.strict_deadline else LATE
        deadline = self.date_and_time(self.deadline)
        return self.translate(
            Message(late if over else UNTIL, mapping={"deadline": deadline})
        )

    @cached_property
    def erased(self) -> datetime | None:
        """From when on it will be erased, as was announced; None while it was not."""
        return erasure_ahead(self.context)

    @cached_property
    def last_save(self) -> Event | None:
        """When this was saved last, and by whom; None for a draft just begun."""
        events = newest_first(self.context)
        return next((event for event in events if event.kind == "saved"), None)
