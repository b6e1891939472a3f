"""What use cases tell the rest of the house, within the same transaction."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.content.foerderprogramm import Foerderprogramm
from kommunaldialog.domain.correspondence import Message
from kommunaldialog.domain.paper import PaperLetter
from kommunaldialog.history.settings import DeadlineChange


@dataclass(frozen=True)
class ApplicationChanged:
    """A use case has changed what an application says."""

    application: Foerderantrag


@dataclass(frozen=True)
class ApplicationSubmitted:
    """An application arrived; ``moment`` is its moment of arrival (UTC)."""

    application: Foerderantrag
    moment: datetime


@dataclass(frozen=True)
class ApplicationDecided:
    """An application was approved or rejected."""

    application: Foerderantrag
    moment: datetime


@dataclass(frozen=True)
class GrantNews:
    """The office did something about a grant that its municipality has to know.

    ``topic`` is "payment", "hearing", "hearing_ended", "taken" or "repayment".
    """

    application: Foerderantrag
    moment: datetime
    topic: str


@dataclass(frozen=True)
class ProofNews:
    """Something happened with the use of a grant that its municipality has to know.

    ``topic`` is "submitted", "question", "checked" or "due" for its proof of use,
    "change" where a change it asked for was accepted or refused.
    """

    application: Foerderantrag
    moment: datetime
    topic: str


@dataclass(frozen=True)
class GrantAmended:
    """An amended decision was announced: of ``before`` Euro, announced at ``of``."""

    application: Foerderantrag
    moment: datetime
    before: Decimal
    of: datetime


@dataclass(frozen=True)
class EarlyStartPermitted:
    """A municipality may begin before the decision."""

    application: Foerderantrag
    moment: datetime


@dataclass(frozen=True)
class ClarificationNews:
    """Something happened about a clarification that the other side has to know.

    ``kind`` is "asked", "extended", "went_on" or "reminded" of the office, "answered"
    or "answer_entered" of the municipality.
    """

    application: Foerderantrag
    moment: datetime
    kind: str


@dataclass(frozen=True)
class LetterNews:
    """The office entered a letter of the municipality; ``kind`` is what it did.

    "entered", and of one that ends something "confirmed" or "handed_back".
    """

    application: Foerderantrag
    moment: datetime
    letter: PaperLetter
    kind: str


@dataclass(frozen=True)
class MessageWritten:
    """Office or municipality wrote to the other side."""

    application: Foerderantrag
    message: Message


@dataclass(frozen=True)
class ApplicationHandedOver:
    """A draft waits for the signature of who may sign for its municipality."""

    application: Foerderantrag
    moment: datetime


@dataclass(frozen=True)
class ApplicationSentBack:
    """A draft was not signed; ``handed_over_by`` is the id of who has to change it."""

    application: Foerderantrag
    moment: datetime
    handed_over_by: str


@dataclass(frozen=True)
class DeadlineChanged:
    """A running call has another deadline."""

    programme: Foerderprogramm
    change: DeadlineChange
