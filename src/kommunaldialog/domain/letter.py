"""What the letters of the granting body say, in the words of the day they are sent.

A letter is made from one of these alone: nothing of it changes when the programme, the
municipality or a person's name does.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from kommunaldialog.domain.costplan import CostPlan
from kommunaldialog.domain.funding import FundingRules


# The letters that have a text block on the programme.
APPROVAL, REJECTION, AMENDED = "approval", "rejection", "amended"
EARLY_START, REVOCATION, REPAYMENT = "early_start", "revocation", "repayment"
KINDS = (APPROVAL, REJECTION, AMENDED, EARLY_START, REVOCATION, REPAYMENT)


@dataclass(frozen=True)
class Letterhead:
    """What stands above a letter beside the sender's name, as far as it is known.

    `logo` is a picture as a data URI, `sender_line` the small line above the
    recipient, `address` the lines of the sender's address.
    """

    logo: str = ""
    sender_line: str = ""
    address: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Letter:
    """What every letter says: who writes to whom, about what, and how to appeal.

    `day` is the day it is sent, in the portal's zone; `sender` the granting body,
    `recipient` the municipality, `signer` the name of who answers for it; `start` and
    `end` are the measure's period as people read it, `submitted` the day on which the
    application arrived. `text` is the programme's text block with its placeholders
    filled in.
    """

    kind: str
    reference: str
    day: date
    sender: str
    recipient: str
    programme: str
    pillar: str
    measure: str
    submitted: date
    requested: Decimal
    start: str
    end: str
    signer: str
    text: str = ""
    reason: str = ""
    legal_basis: str = ""
    conditions: str = ""
    general_conditions: str = ""
    annexes: tuple[str, ...] = ()
    appeal_instruction: str = ""
    head: Letterhead = Letterhead()


@dataclass(frozen=True, kw_only=True)
class CutLine:
    """A row of expenditure whose eligible amount (euros) the office lowered."""

    description: str
    stated: Decimal
    recognised: Decimal
    reason: str


@dataclass(frozen=True, kw_only=True)
class DecisionLetter(Letter):
    """An approval of `amount` (euros), or a rejection.

    `plan` is the cost plan as it was approved, `rules` those that its grant is
    calculated by, `proof_due` the last day for the proof of use; a rejection has none
    of them.
    """

    amount: Decimal
    proof_due: date | None = None
    plan: CostPlan | None = None
    rules: FundingRules | None = None
    cuts: tuple[CutLine, ...] = ()


@dataclass(frozen=True, kw_only=True)
class AmendedLetter(Letter):
    """A grant of the notice of `of` that is `after` now instead of `before` (euros)."""

    of: date
    before: Decimal
    after: Decimal


@dataclass(frozen=True, kw_only=True)
class EarlyStartLetter(Letter):
    """Permits to begin on `begins`; no promise of a grant."""

    begins: date


@dataclass(frozen=True, kw_only=True)
class RevocationLetter(Letter):
    """A grant of `before` euros that was taken back, in whole or down to `after`.

    `act` is one of `grant.TAKEN`, `law` the rule by which it was taken.
    """

    act: str
    law: str
    of: date
    before: Decimal
    after: Decimal


@dataclass(frozen=True, kw_only=True)
class RepaymentLetter(Letter):
    """Asks `amount` (euros) of the grant of `of` back, until the day `due`.

    `interest_from` is the first day that bears interest, None where none is asked for:
    so many percentage points above the base rate, by `interest_law`. `law` is the rule
    by which the money is asked back.
    """

    of: date
    amount: Decimal
    due: date
    law: str
    interest_law: str
    interest_margin: Decimal
    interest_from: date | None = None
