"""How a decision was made known to the municipality (Bekanntgabe, § 41 VwVfG)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from datetime import datetime
from datetime import timedelta
from kommunaldialog.domain.decision import Decision
from kommunaldialog.domain.finality import Finality
from kommunaldialog.domain.refusal import Refusal


PORTAL = "portal"
CHANNELS = (PORTAL, "post", "delivery", "email")

# So long after the municipality was told of it a notice may be fetched with the effect
# of making it known (§ 41 (2a) VwVfG).
TIME_TO_RETRIEVE = timedelta(days=10)


@dataclass(frozen=True)
class Announcement:
    """Who released a decision, when (aware), and on which of the `CHANNELS`.

    `sent` is the day of dispatch, `known` the day on which it counts as made known,
    both None until the office has entered them. `retrieved` (aware) is when somebody
    of the municipality, `retrieved_by`, first opened it in the portal. Of a notice that
    lay there, `sent` says that it was sent by other means afterwards.
    """

    actor: str
    moment: datetime
    channel: str
    sent: date | None = None
    known: date | None = None
    retrieved: datetime | None = None
    retrieved_by: str = ""

    @property
    def in_portal(self) -> bool:
        """Whether it is to be fetched, or was, and was not sent by other means."""
        return self.channel == PORTAL and self.sent is None

    @property
    def waits(self) -> bool:
        """Whether it lies in the portal and nobody of the municipality opened it."""
        return self.in_portal and self.retrieved is None


def last_to_retrieve(announced: date) -> date:
    """Return the last day on which fetching a notice makes it known."""
    return announced + TIME_TO_RETRIEVE


def known_by_retrieval(announced: date, retrieved: date) -> date | None:
    """Return the day on which a notice counts as known that was fetched in the portal.

    The day after (§ 41 (2a) VwVfG); None for one that was fetched too late, which is
    not made known and has to be sent by other means, or laid ready anew.
    """
    if retrieved > last_to_retrieve(announced):
        return None
    return retrieved + timedelta(days=1)


@dataclass(frozen=True)
class EarlierDecision:
    """A decision that another took the place of, with what became of it."""

    decision: Decision
    announcement: Announcement
    finality: Finality | None


@dataclass(frozen=True)
class PortalConsent:
    """The municipality agrees to fetch its notices in the portal (§ 41 (2a) VwVfG).

    `actor` (a user's id) said so, or entered what came in writing, which `note`
    tells, at `moment` (aware).
    """

    actor: str
    moment: datetime
    note: str = ""


def check_announcement(
    decision: Decision, channel: str, consented: bool
) -> Iterator[Refusal]:
    """Refuse a notice that lacks what it must name, and a channel that is not open.

    `consented` is whether the municipality agreed to retrieval in the portal. Fields:
    `channel`, and those of the programme.
    """
    if channel not in CHANNELS:
        yield Refusal("channel_missing", "channel-post")
    elif channel == PORTAL and not consented:
        yield Refusal("portal_consent_missing", "channel-portal")
    if not decision.legal_basis.strip():
        yield Refusal("notice_legal_basis_missing", "legal_basis")
    if decision.approved and not decision.general_conditions.strip():
        yield Refusal("notice_conditions_missing", "conditions")
    if not decision.appeal_instruction.strip():
        yield Refusal("notice_appeal_instruction_missing", "appeal_instruction")


def check_delivery(
    channel: str,
    sent: date | None,
    known: date | None,
    *,
    announced: date,
    retrieved: date | None,
    today: date,
) -> Iterator[Refusal]:
    """Refuse days of dispatch and of making known that can't be.

    `announced` and `retrieved` are the days of the announcement and of the first
    retrieval. What lies in the portal is sent only where it was not fetched in time.
    """
    fetched = known_by_retrieval(announced, retrieved) if retrieved else None
    if channel == PORTAL and sent is None:
        yield from _check_fetched(known, announced, retrieved, today)
    elif channel == PORTAL and fetched is not None:
        yield Refusal("sent_though_retrieved", "sent", {"known": fetched})
    elif sent is None:
        yield Refusal("sent_missing", "sent")
    elif sent > today:
        yield Refusal("day_in_future", "sent")
    elif sent < announced:
        yield Refusal("sent_before_announcement", "sent", {"announced": announced})
    else:
        yield from _check_known(known, sent, today)


def _check_fetched(
    known: date | None, announced: date, retrieved: date | None, today: date
) -> Iterator[Refusal]:
    if known is None:
        return
    if retrieved is None:
        yield Refusal("not_retrieved", "known")
        return
    first = known_by_retrieval(announced, retrieved)
    if first is None:
        params = {"last": last_to_retrieve(announced)}
        yield Refusal("retrieved_too_late", "known", params)
        return
    # The day after the retrieval may be tomorrow.
    yield from _check_known(known, first, max(first, today))


def _check_known(known: date | None, first: date, last: date) -> Iterator[Refusal]:
    if known is not None and known > last:
        yield Refusal("day_in_future", "known")
    elif known is not None and known < first:
        yield Refusal("known_too_early", "known", {"first": first})
