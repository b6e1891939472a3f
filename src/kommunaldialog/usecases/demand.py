"""Money is demanded back: prepared by one, released by another, and only then due."""

from dataclasses import replace
from datetime import date
from datetime import datetime
from decimal import Decimal
from kommunaldialog.access.permissions import current_user_id
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.domain.grant import after_demand
from kommunaldialog.domain.grant import LAPSED
from kommunaldialog.domain.money import ZERO
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import refuse
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.domain.repayment import check_demand
from kommunaldialog.domain.repayment import check_release
from kommunaldialog.domain.repayment import Demand
from kommunaldialog.domain.repayment import demandable
from kommunaldialog.domain.repayment import Repayment
from kommunaldialog.domain.seen import check_seen
from kommunaldialog.domain.text import printable
from kommunaldialog.history.record import record
from kommunaldialog.usecases.bias import check_bias
from kommunaldialog.usecases.bias import check_declared
from kommunaldialog.usecases.bias import said_biased
from kommunaldialog.usecases.cases import changed
from kommunaldialog.usecases.decide import check_undecided
from kommunaldialog.usecases.events import GrantNews
from kommunaldialog.usecases.finality import day_of
from kommunaldialog.usecases.grant import change_grant
from kommunaldialog.usecases.interest import base_rates
from kommunaldialog.usecases.reasons import check_reason
from kommunaldialog.usecases.step import authorize
from kommunaldialog.usecases.sums import current_grant
from kommunaldialog.usecases.sums import demanded
from kommunaldialog.usecases.sums import forgiven
from kommunaldialog.usecases.sums import paid
from kommunaldialog.usecases.sums import repaid
from kommunaldialog.usecases.sums import to_repay
from kommunaldialog.usecases.sums import waiting_demand
from zope.event import notify


def most_to_demand(application: Foerderantrag) -> Decimal:
    """Euro that were paid and neither came back nor were demanded already.

    As long as no proof of use was checked, only those that have to come back.
    """
    return demandable(
        paid(application),
        application.repayments,
        repaid(application),
        due=undemanded(application),
        checked=_checked(application),
    )


def undemanded(application: Foerderantrag) -> Decimal:
    """Euro that have to come back and that nobody has demanded yet."""
    return max(to_repay(application) - demanded(application), ZERO)


def grant_after_demand(application: Foerderantrag, amount: Decimal) -> Decimal:
    """What the grant is once ``amount`` Euro more are demanded back."""
    return after_demand(
        amount,
        grant=current_grant(application),
        paid=paid(application),
        repaid=repaid(application),
        forgiven=forgiven(application),
        demanded=demanded(application),
    )


def prepare_repayment(
    application: Foerderantrag,
    moment: datetime,
    amount: Decimal | None,
    reason: str,
    due: date | None,
    interest_from: date | None = None,
) -> Demand:
    """Prepares to demand ``amount`` Euro until the local day ``due``.

    Another person releases it; until then the municipality owes nothing of it, and does
    not know of it. A second one replaces the first. ``interest_from`` is the first day
    that bears interest, None to ask for none. Raises Unauthorized for who may not,
    Refused for more than was paid and for what is missing.
    """
    authorize(application, "prepare_repayment")
    reason = printable(reason).strip()
    refuse(
        (
            *check_bias(application),
            *check_undecided(application),
            *check_demand(
                amount=amount,
                most=most_to_demand(application),
                due=due,
                interest_from=interest_from,
                today=day_of(application, moment),
                checked=_checked(application),
            ),
            *check_rates(interest_from),
            *check_reason(reason, "repayment_reason_missing"),
        )
    )
    user, before = current_user_id(), application.demand
    demand = Demand(amount, reason, due, interest_from, user, moment)
    application.demand = demand
    changes = _changes(before, demand)
    record(application, "repayment_prepared", user, moment, changes)
    changed(application)
    return demand


def release_repayment(
    application: Foerderantrag, moment: datetime, seen: datetime | None
) -> Repayment:
    """Demands what was prepared; with it the grant lapses that far.

    ``seen`` is when that was prepared which the releasing person has read. Raises
    Unauthorized for who may not, Refused where nothing was prepared or something else
    since, for who prepared it, and for what does not hold any more.
    """
    authorize(application, "release_repayment")
    refuse(check_release_repayment(application, moment, seen))
    demand, user = waiting_demand(application), current_user_id()
    after = grant_after_demand(application, demand.amount)
    claim = demand.released(len(application.repayments) + 1, user, moment)
    application.demand = None
    application.repayments = (*application.repayments, claim)
    if after != current_grant(application):
        change_grant(application, moment, LAPSED, after, claim.reason)
    changes = _changes(None, demand)
    record(application, "repayment_demanded", user, moment, changes)
    changed(application)
    notify(GrantNews(application, moment, "repayment"))
    return claim


def check_release_repayment(
    application: Foerderantrag, moment: datetime, seen: datetime | None
) -> tuple[Refusal, ...]:
    """What keeps the current user from demanding what was prepared."""
    demand = waiting_demand(application)
    return (
        *check_bias(application),
        *check_declared(application),
        *check_undecided(application),
        *check_release(
            demand,
            current_user_id(),
            most=most_to_demand(application),
            today=day_of(application, moment),
        ),
        *_check_preparer(application, demand),
        *check_seen(seen, demand and demand.prepared),
    )


def _check_preparer(
    application: Foerderantrag, demand: Demand | None
) -> tuple[Refusal, ...]:
    """Refuses to demand what somebody prepared who turned out to be biased."""
    if demand is None or not said_biased(application, demand.prepared_by):
        return ()
    return (Refusal("repayment_preparer_biased"),)


def send_repayment_back(
    application: Foerderantrag, moment: datetime, reason: str
) -> Demand:
    """Does not demand it so: who prepared it has to look at it again.

    Raises Unauthorized for who may not, Refused where nothing waits and without a
    reason.
    """
    authorize(application, "send_repayment_back")
    demand = waiting_demand(application)
    if demand is None:
        raise Refused(Refusal("repayment_none_prepared"))
    reason = printable(reason).strip()
    missing = "repayment_back_reason_missing"
    refuse((*check_bias(application), *check_reason(reason, missing)))
    application.demand = replace(demand, sent_back=reason)
    changes = {"amount": ("", str(demand.amount)), "reason": ("", reason)}
    user = current_user_id()
    record(application, "repayment_sent_back", user, moment, changes)
    changed(application)
    return application.demand


def check_rates(interest_from: date | None) -> tuple[Refusal, ...]:
    """Refuses interest from a day for which no base rate is known."""
    first = min((rate.since for rate in base_rates()), default=None)
    if interest_from is None or (first is not None and first <= interest_from):
        return ()
    params = {"day": interest_from}
    return (Refusal("interest_rate_unknown", "interest_from", params),)


def _checked(application: Foerderantrag) -> bool:
    """Whether it is known what the measure cost."""
    return application.proof_check is not None


def _changes(before: Demand | None, demand: Demand) -> dict[str, tuple[str, str]]:
    names = ("amount", "due", "interest_from", "reason")
    return {
        name: (_text(getattr(before, name, None)), _text(getattr(demand, name)))
        for name in names
    }


def _text(value: object) -> str:
    return "" if value is None else str(value)
