"""A municipality asks for another period or plan; the office says yes or no."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from datetime import datetime
from kommunaldialog.access.permissions import current_user_id
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.domain.costplan import CostPlan
from kommunaldialog.domain.plancheck import check
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import refuse
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.domain.text import all_printable
from kommunaldialog.domain.text import printable
from kommunaldialog.domain.use_of_grant import ChangeRequest
from kommunaldialog.domain.use_of_grant import check_change
from kommunaldialog.history.record import record
from kommunaldialog.usecases.bias import check_bias
from kommunaldialog.usecases.by_letter import arrival_of
from kommunaldialog.usecases.by_letter import check_by_letter
from kommunaldialog.usecases.by_letter import keep_letter
from kommunaldialog.usecases.by_letter import Letter
from kommunaldialog.usecases.by_letter import recorded
from kommunaldialog.usecases.by_letter import sender
from kommunaldialog.usecases.by_letter import step_of
from kommunaldialog.usecases.cases import changed
from kommunaldialog.usecases.decide import check_undecided
from kommunaldialog.usecases.events import ProofNews
from kommunaldialog.usecases.plans import approved_plan
from kommunaldialog.usecases.reasons import check_reason
from kommunaldialog.usecases.step import authorize
from kommunaldialog.usecases.sums import current_grant
from zope.event import notify


def request_change(
    application: Foerderantrag,
    moment: datetime,
    text: str,
    *,
    start: date | None = None,
    end: date | None = None,
    plan: CostPlan | None = None,
    letter: Letter | None = None,
) -> ChangeRequest:
    """Asks for another period (days), another plan, or both; nothing changes by it.

    What is as it was counts as not asked for. The plan needs no grant: it stays what it
    is. With ``letter`` the office enters it. Raises Unauthorized for who may not,
    Refused for what can't be and while another request waits.
    """
    authorize(application, step_of("request_change", letter))
    text = printable(text).strip()
    start = None if start == application.measure_start else start
    end = None if end == application.measure_end else end
    plan = _new_plan(application, plan)
    refuse(
        (
            *check_by_letter(application, moment, letter, "change_requested"),
            *_check_request(application, text, start, end, plan),
        )
    )
    kept = keep_letter(application, moment, letter, "change_requested")
    request = ChangeRequest(
        number=len(application.change_requests) + 1,
        requested_by=sender(kept),
        requested=arrival_of(application, moment, letter),
        text=text,
        start=start,
        end=end,
        plan=plan,
        letter=kept,
    )
    application.change_requests = (*application.change_requests, request)
    record(
        application,
        "change_requested",
        current_user_id(),
        moment,
        {
            "text": ("", text),
            **_period_changes(application, request),
            **recorded(kept),
        },
    )
    changed(application)
    return request


def open_request(application: Foerderantrag) -> ChangeRequest | None:
    """The request that waits for an answer; there is one at a time."""
    requests = application.change_requests
    return requests[-1] if requests and requests[-1].accepted is None else None


def answer_change(
    application: Foerderantrag, moment: datetime, accepted: bool | None, reason: str
) -> ChangeRequest:
    """Accepts the request that waits, or refuses it, with a reason.

    Accepted, its period and its plan count from then on; the grant stays. Raises
    Unauthorized for who may not, Refused without an answer or a reason.
    """
    authorize(application, "answer_change")
    request = open_request(application)
    if request is None:
        raise Refused(Refusal("change_none_open"))
    reason = printable(reason).strip()
    answer = (
        ()
        if accepted is not None
        else (Refusal("change_answer_missing", "answer-yes"),)
    )
    refuse(
        (
            *check_bias(application),
            *check_undecided(application),
            *answer,
            *check_reason(reason, "change_reason_missing"),
        )
    )
    user = current_user_id()
    changes = {"reason": ("", reason)}
    if accepted:
        changes |= _period_changes(application, request)
        application.measure_start = request.start or application.measure_start
        application.measure_end = request.end or application.measure_end
    answered = replace(
        request, accepted=accepted, answered_by=user, answered=moment, answer=reason
    )
    application.change_requests = (*application.change_requests[:-1], answered)
    kind = "change_accepted" if accepted else "change_refused"
    record(application, kind, user, moment, changes)
    changed(application)
    notify(ProofNews(application, moment, "change"))
    return answered


def _new_plan(application: Foerderantrag, plan: CostPlan | None) -> CostPlan | None:
    """The plan as it would count, with the grant as it is; None where it stays."""
    if plan is None:
        return None
    now = approved_plan(application)
    asked = all_printable(replace(plan, requested=now.requested))
    if asked == now:
        return None
    return replace(asked, requested=current_grant(application))


def _check_request(
    application: Foerderantrag,
    text: str,
    start: date | None,
    end: date | None,
    plan: CostPlan | None,
) -> Iterator[Refusal]:
    if open_request(application) is not None:
        yield Refusal("change_open")
    period = (application.measure_start, application.measure_end)
    yield from check_change(text, start, end, plan, period)
    yield from check_reason(text, field="text")
    if plan is not None:
        yield from check(plan, application.submission().funding)


def _period_changes(
    application: Foerderantrag, request: ChangeRequest
) -> dict[str, tuple[str, str]]:
    found = {}
    for name, new in (("measure_start", request.start), ("measure_end", request.end)):
        old = getattr(application, name)
        if new is not None:
            found[name] = (old.isoformat() if old else "", new.isoformat())
    if request.plan is not None:
        before, after = approved_plan(application), request.plan
        found["plan"] = (str(before.total_expenditure), str(after.total_expenditure))
    return found
