"""What keeps a cost and financing plan from being submitted."""

from collections.abc import Iterator
from kommunaldialog.domain.costplan import CostPlan
from kommunaldialog.domain.costplan import EXPENDITURE_KINDS
from kommunaldialog.domain.costplan import IN_KIND
from kommunaldialog.domain.costplan import INCOME_SOURCES
from kommunaldialog.domain.funding import FundingRules
from kommunaldialog.domain.funding import own_share_needed
from kommunaldialog.domain.funding import share_of
from kommunaldialog.domain.refusal import Refusal


def check(plan: CostPlan, rules: FundingRules) -> tuple[Refusal, ...]:
    """Return all that keeps `plan` from being submitted, in the page's order.

    Fields: `expenditure` and `income` (the tables), `expenditure-0-kind`,
    `-amount`, `-eligible`, `income-0-source`, `-amount` (rows counted from 0),
    `requested`.

    Sums are checked only when every row has its amount: before that, what
    "is missing" would be a wrong number.
    """
    rows = (*_check_expenditure(plan, rules), *_check_income(plan, rules))
    requested = tuple(_check_requested(plan, rules))
    if rows:
        return rows + requested
    return (
        *requested,
        *_check_request_against_costs(plan, rules),
        *_check_in_kind(plan),
        *_check_own_share(plan, rules),
        *_check_balance(plan),
    )


def _check_expenditure(plan: CostPlan, rules: FundingRules) -> Iterator[Refusal]:
    if not plan.expenditure:
        yield Refusal("plan_empty", "expenditure")
    for index, row in enumerate(plan.expenditure):
        prefix, params = f"expenditure-{index}", {"row": index + 1}
        if row.kind not in EXPENDITURE_KINDS:
            yield Refusal("plan_kind_missing", f"{prefix}-kind", params)
        elif row.kind == IN_KIND and not rules.in_kind_allowed:
            yield Refusal("plan_in_kind_not_allowed", f"{prefix}-kind", params)
        if not row.amount:
            yield Refusal("plan_amount_missing", f"{prefix}-amount", params)
        elif row.amount < 0:
            yield Refusal("amount_negative", f"{prefix}-amount")
        elif row.eligible is None:
            yield Refusal("plan_eligible_missing", f"{prefix}-eligible", params)
        elif row.eligible < 0:
            yield Refusal("amount_negative", f"{prefix}-eligible")
        elif row.eligible > row.amount:
            yield Refusal(
                "plan_eligible_above_amount",
                f"{prefix}-eligible",
                {**params, "eligible": row.eligible, "amount": row.amount},
            )


def _check_income(plan: CostPlan, rules: FundingRules) -> Iterator[Refusal]:
    for index, row in enumerate(plan.income):
        prefix, params = f"income-{index}", {"row": index + 1}
        if row.source not in INCOME_SOURCES:
            yield Refusal("plan_source_missing", f"{prefix}-source", params)
        elif row.source == IN_KIND and not rules.in_kind_allowed:
            yield Refusal("plan_in_kind_source_not_allowed", f"{prefix}-source", params)
        if not row.amount:
            yield Refusal("plan_income_missing", f"{prefix}-amount", params)
        elif row.amount < 0:
            yield Refusal("amount_negative", f"{prefix}-amount")


def _check_requested(plan: CostPlan, rules: FundingRules) -> Iterator[Refusal]:
    limit, fixed = rules.limit, rules.fixed
    if not plan.requested:
        yield Refusal("requested_missing", "requested")
    elif plan.requested < 0:
        yield Refusal("amount_negative", "requested")
    elif limit is not None and plan.requested > limit:
        params = {"requested": plan.requested, "limit": limit}
        yield Refusal("requested_above_limit", "requested", params)
    elif rules.kind == "fixed" and fixed is not None and plan.requested > fixed:
        params = {"requested": plan.requested, "fixed": fixed}
        yield Refusal("requested_above_fixed", "requested", params)


def _check_request_against_costs(
    plan: CostPlan, rules: FundingRules
) -> Iterator[Refusal]:
    if plan.requested is None:
        return
    share = share_of(plan, rules)
    if plan.requested > plan.payable:
        yield Refusal(
            "requested_above_eligible",
            "requested",
            {"requested": plan.requested, "eligible": plan.payable},
        )
    elif share is not None and plan.requested > share:
        yield Refusal(
            "requested_above_share",
            "requested",
            {"requested": plan.requested, "percent": rules.rate, "share": share},
        )


def _check_in_kind(plan: CostPlan) -> Iterator[Refusal]:
    spent, given = plan.in_kind_spent, plan.in_kind_given
    if spent != given:
        params = {"spent": spent, "given": given}
        yield Refusal("plan_in_kind_unequal", "income", params)


def _check_own_share(plan: CostPlan, rules: FundingRules) -> Iterator[Refusal]:
    needed = own_share_needed(plan, rules)
    if needed is not None and plan.own_share < needed:
        params = {
            "percent": rules.lowest_own_share,
            "needed": needed,
            "own_share": plan.own_share,
        }
        yield Refusal("own_share_short", "income", params)


def _check_balance(plan: CostPlan) -> Iterator[Refusal]:
    # Without a request the whole grant would be reported as missing.
    if not plan.requested:
        return
    if plan.difference > 0:
        params = {"difference": plan.difference}
        yield Refusal("plan_money_missing", "income", params)
    elif plan.difference < 0:
        params = {"difference": -plan.difference}
        yield Refusal("plan_money_left_over", "income", params)
