"""Several applications are decided in one go, each as recommended, each on its own."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.usecases.bias import declare
from kommunaldialog.usecases.bias import is_declared
from kommunaldialog.usecases.decide import decide
import transaction


@dataclass(frozen=True)
class Choice:
    """One application that is to be decided as its assessment recommends.

    ``seen`` is the recommended amount in Euro that the deciding person read, ``reason``
    what the notice says where it is owed.
    """

    application: Foerderantrag
    seen: Decimal | None
    reason: str


@dataclass(frozen=True)
class Outcome:
    """What came of a choice: decided where there are no ``refusals``."""

    application: Foerderantrag
    refusals: tuple[Refusal, ...]


def decide_together(
    choices: Iterable[Choice], moment: datetime, *, unbiased: bool
) -> tuple[Outcome, ...]:
    """Decides in the order given; what is refused does not keep the others back.

    ``unbiased`` is that the current user declares to be free of bias in all of them.
    Each binds its money before the next is looked at. Raises Unauthorized for who may
    not decide.
    """
    return tuple(_outcome(choice, moment, unbiased) for choice in choices)


def _outcome(choice: Choice, moment: datetime, unbiased: bool) -> Outcome:
    savepoint = transaction.savepoint(optimistic=True)
    try:
        _decide(choice, moment, unbiased)
    except Refused as refused:
        savepoint.rollback()
        return Outcome(choice.application, refused.refusals)
    return Outcome(choice.application, ())


def _decide(choice: Choice, moment: datetime, unbiased: bool) -> None:
    application = choice.application
    assessment = application.assessment
    recommended = assessment.recommended if assessment else None
    if recommended != choice.seen:
        raise Refused(Refusal("recommendation_changed"))
    if unbiased and not is_declared(application):
        declare(application, moment, True)
    decide(
        application,
        moment,
        approved=bool(recommended),
        amount=recommended or None,
        reason=choice.reason,
    )
