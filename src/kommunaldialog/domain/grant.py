"""What a grant is now: what was decided, and what has become of it since."""

from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from kommunaldialog.domain.money import ZERO
from kommunaldialog.domain.paper import PaperLetter
from kommunaldialog.domain.refusal import Refusal


# Changed by another decision; given up by the municipality (Verzicht); taken away for
# the future (Widerruf, § 49 VwVfG) or from the beginning (Rücknahme, § 48); or become
# void as far as the measure cost less (auflösende Bedingung, § 49a (1) VwVfG).
AMENDED, WAIVED, REVOKED, WITHDRAWN = "amended", "waived", "revoked", "withdrawn"
LAPSED = "lapsed"
KINDS = (AMENDED, WAIVED, REVOKED, WITHDRAWN, LAPSED)
TAKEN = (REVOKED, WITHDRAWN)


@dataclass(frozen=True)
class GrantChange:
    """The grant became another one: of `before` euros, `after` are left or given.

    `kind` is one of `KINDS`; `actor` is a user id, `moment` aware: since then it
    counts, though a waiver may have come by `letter` before. Raises ValueError for an
    unknown kind.
    """

    kind: str
    before: Decimal
    after: Decimal
    reason: str
    actor: str
    moment: datetime
    letter: PaperLetter | None = None

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(self.kind)


def grant_now(decided: Decimal, changes: Sequence[GrantChange]) -> Decimal:
    """Return what is granted in euros; `decided` is what the decision says."""
    return changes[-1].after if changes else decided


def bound(
    grant: Decimal, ordered: Decimal, repaid: Decimal, pending: Decimal
) -> Decimal:
    """Return the euros of the budget that an application binds.

    What was paid out, or `ordered` to be, is not free before it is back; `pending` is
    what a decision that was not announced yet would grant.
    """
    return max(grant, ordered - repaid, pending)


def owed(
    grant: Decimal, paid: Decimal, repaid: Decimal, forgiven: Decimal = ZERO
) -> Decimal:
    """Return the euros that were paid and are not granted any more, nor forgiven."""
    return max(paid - repaid - forgiven - grant, ZERO)


def after_demand(
    amount: Decimal,
    *,
    grant: Decimal,
    paid: Decimal,
    repaid: Decimal,
    forgiven: Decimal,
    demanded: Decimal,
) -> Decimal:
    """Return what the grant is once `amount` euros more are demanded back.

    `demanded` is what is asked for already and still open. What is demanded is granted
    no more: beyond what a revocation or a waiver has made due, the grant becomes void
    without a decision (§ 49a (1) VwVfG), for instance as the measure cost less.
    """
    rest = paid - repaid - forgiven - demanded - amount
    return max(min(grant, rest), ZERO)


def check_lowering(after: Decimal | None, grant: Decimal) -> tuple[Refusal, ...]:
    """Refuse what leaves no less than there was; zero is all of it. Field: `after`."""
    return tuple(_check_lowering(after, grant))


def _check_lowering(after: Decimal | None, grant: Decimal) -> Iterator[Refusal]:
    if after is None or after < 0:
        yield Refusal("grant_after_missing", "after")
    elif after >= grant:
        yield Refusal("grant_not_lowered", "after", {"grant": grant})
