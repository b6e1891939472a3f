"""The office and a proof of use: ask back, or check it and settle the grant."""

from collections.abc import Iterator
from datetime import date
from datetime import datetime
from kommunaldialog.access.permissions import current_user_id
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.domain.costplan import CostPlan
from kommunaldialog.domain.cuts import check_cuts
from kommunaldialog.domain.cuts import Cut
from kommunaldialog.domain.cuts import cut_plan
from kommunaldialog.domain.grant import LAPSED
from kommunaldialog.domain.grant import owed
from kommunaldialog.domain.proof import check_question
from kommunaldialog.domain.proof import check_result
from kommunaldialog.domain.proof import earned
from kommunaldialog.domain.proof import ProofCheck
from kommunaldialog.domain.proof import ProofQuestion
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import refuse
from kommunaldialog.domain.text import all_printable
from kommunaldialog.domain.text import printable
from kommunaldialog.history.record import record
from kommunaldialog.usecases.bias import check_bias
from kommunaldialog.usecases.decide import check_undecided
from kommunaldialog.usecases.events import ProofNews
from kommunaldialog.usecases.finality import day_of
from kommunaldialog.usecases.grant import change_grant
from kommunaldialog.usecases.reasons import check_reason
from kommunaldialog.usecases.step import authorize
from kommunaldialog.usecases.step import take_step
from kommunaldialog.usecases.sums import current_grant
from kommunaldialog.usecases.sums import forgiven
from kommunaldialog.usecases.sums import paid
from kommunaldialog.usecases.sums import repaid
from zope.event import notify


def question_proof(
    application: Foerderantrag, moment: datetime, text: str, due: date | None
) -> ProofQuestion:
    """Gives the proof back with a question, to be submitted again until ``due``.

    Raises Unauthorized for who may not, Refused without words or a day to come.
    """
    authorize(application, "question_proof")
    text = printable(text).strip()
    refuse(
        (
            *check_bias(application),
            *check_question(text, due, day_of(application, moment)),
            *check_reason(text, field="text"),
        )
    )
    user = current_user_id()
    question = ProofQuestion(user, moment, text, due)
    application.proof_questions = (*application.proof_questions, question)
    record(
        application,
        "proof_questioned",
        user,
        moment,
        {"text": ("", text), "due": ("", due.isoformat())},
    )
    take_step(application, "question_proof")
    notify(ProofNews(application, moment, "question"))
    return question


def check_proof(
    application: Foerderantrag,
    moment: datetime,
    text: str,
    cuts: tuple[Cut, ...] = (),
) -> ProofCheck:
    """Keeps what the office recognises; the grant lapses as far as it was not earned.

    ``cuts`` are of the rows of the proof's plan. What has to be paid back is demanded
    after that (`demand.prepare_repayment`). Raises Unauthorized for who may not,
    Refused with what is missing or wrong.
    """
    authorize(application, "check_proof")
    text, cuts = printable(text).strip(), all_printable(tuple(cuts))
    refuse(_check(application, text, cuts))
    result = settle(application, moment, text, cuts)
    application.proof_check = result
    if result.grant < result.before:
        change_grant(application, moment, LAPSED, result.grant, text)
    record(
        application,
        "proof_checked",
        result.actor,
        moment,
        {
            "text": ("", text),
            "recognised": ("", str(result.recognised)),
            "grant": (str(result.before), str(result.grant)),
            "repay": ("", str(result.repay)),
        },
    )
    take_step(application, "check_proof")
    notify(ProofNews(application, moment, "checked"))
    return result


def _check(
    application: Foerderantrag, text: str, cuts: tuple[Cut, ...]
) -> Iterator[Refusal]:
    yield from check_bias(application)
    yield from check_undecided(application)
    yield from check_cuts(application.proofs[-1].plan, cuts)
    yield from check_result(text)
    yield from check_reason(text, field="text")


def settle(
    application: Foerderantrag, moment: datetime, text: str, cuts: tuple[Cut, ...]
) -> ProofCheck:
    """What a check with these ``cuts`` comes to; keeps nothing and asks nothing."""
    proof, before = application.proofs[-1], current_grant(application)
    plan = recognised_plan(application, cuts)
    grant = earned(plan, proof.funding, before)
    back = owed(grant, paid(application), repaid(application), forgiven(application))
    return ProofCheck(
        current_user_id(), moment, text, cuts, plan.total_eligible, before, grant, back
    )


def recognised_plan(application: Foerderantrag, cuts: tuple[Cut, ...]) -> CostPlan:
    """The figures of the last proof with the cuts of its check."""
    return cut_plan(application.proofs[-1].plan, cuts)
