"""How a decision was made known to the municipality (Bekanntgabe, § 41 VwVfG)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from datetime import datetime
from kommunaldialog.domain.decision import Decision
from kommunaldialog.domain.finality import Finality
from kommunaldialog.domain.refusal import Refusal


PORTAL = "portal"
CHANNELS = (PORTAL, "post", "delivery", "email")


@dataclass(frozen=True)
class Announcement:
    """Who released a decision, when (aware), and on which of the `CHANNELS`.

    `sent` is the day of dispatch, `known` the day on which it counts as made known,
    both None until the office has entered them. `retrieved` (aware) is when somebody
    of the municipality, `retrieved_by`, first opened it in the portal.
    """

    actor: str
    moment: datetime
    channel: str
    sent: date | None = None
    known: date | None = None
    retrieved: datetime | None = None
    retrieved_by: str = ""


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
    retrieval. In the portal nothing is sent, and nothing known that nobody fetched.
    """
    first = announced
    if channel == PORTAL:
        if known is not None and retrieved is None:
            yield Refusal("not_retrieved", "known")
            return
        first = retrieved or announced
    elif sent is None:
        yield Refusal("sent_missing", "sent")
        return
    elif sent > today:
        yield Refusal("day_in_future", "sent")
    elif sent < announced:
        yield Refusal("sent_before_announcement", "sent", {"announced": announced})
    else:
        first = sent
    if known is not None and known > today:
        yield Refusal("day_in_future", "known")
    elif known is not None and known < first:
        yield Refusal("known_too_early", "known", {"first": first})
