"""The plan that counts: what was submitted, with what the office changed of it."""

from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.domain.costplan import CostPlan
from kommunaldialog.domain.cuts import Cut
from kommunaldialog.domain.cuts import cut_plan
from kommunaldialog.domain.cuts import highest_grant
from kommunaldialog.domain.cuts import kept_cuts


def approved_plan(application: Foerderantrag) -> CostPlan:
    """The plan that was submitted last, with the cuts of the assessment.

    After the decision it is the one that the office accepted last.
    """
    accepted = [
        request.plan
        for request in application.change_requests
        if request.accepted and request.plan is not None
    ]
    if accepted:
        return accepted[-1]
    return cut_plan(application.submission().plan, cuts_in_force(application))


def cuts_in_force(application: Foerderantrag) -> tuple[Cut, ...]:
    """The cuts of the assessment that still mean a row of the plan."""
    assessment = application.assessment
    if assessment is None:
        return ()
    return cuts_since(application, assessment.cuts, assessment.moment)


def cuts_since(
    application: Foerderantrag, cuts: Iterable[Cut], moment: datetime
) -> tuple[Cut, ...]:
    """Those of the cuts of ``moment`` whose rows the municipality left as they were."""
    before = plan_at(application, moment)
    return kept_cuts(cuts, before, application.submission().plan)


def plan_at(application: Foerderantrag, moment: datetime) -> CostPlan:
    """The plan as it was submitted, or supplemented, up to ``moment``."""
    plans = [application.submissions[0].plan]
    for submission in application.submissions[1:]:
        supplemented = submission.supplemented
        if supplemented is None or supplemented <= moment:
            plans.append(submission.plan)
    return plans[-1]


def calculated(application: Foerderantrag, cuts: Iterable[Cut]) -> Decimal | None:
    """The grant in Euro that the calculation gives with ``cuts``.

    By the rules of the day it was submitted; None where the plan says too little.
    """
    submission = application.submission()
    return highest_grant(cut_plan(submission.plan, cuts), submission.funding)


def highest_now(application: Foerderantrag) -> Decimal | None:
    """The grant in Euro that the calculation gives for the plan that is approved now.

    By the same rules; None where the plan says too little.
    """
    return highest_grant(approved_plan(application), application.submission().funding)
