"""What the letters to a municipality say: drawn up from the facts of an application.

The functions here keep and record nothing; `issue.py` does.
"""

from dataclasses import replace
from datetime import date
from datetime import datetime
from decimal import Decimal
from kommunaldialog.access.people import full_name
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.content.programme_letters import text_block
from kommunaldialog.dates import local
from kommunaldialog.domain.costplan import CostPlan
from kommunaldialog.domain.cuts import Cut
from kommunaldialog.domain.cuts import cut_plan
from kommunaldialog.domain.decision import Decision
from kommunaldialog.domain.early_start import EarlyStartPermit
from kommunaldialog.domain.grant import GrantChange
from kommunaldialog.domain.letter import AMENDED
from kommunaldialog.domain.letter import AmendedLetter
from kommunaldialog.domain.letter import APPROVAL
from kommunaldialog.domain.letter import CutLine
from kommunaldialog.domain.letter import DecisionLetter
from kommunaldialog.domain.letter import EARLY_START
from kommunaldialog.domain.letter import EarlyStartLetter
from kommunaldialog.domain.letter import Letter
from kommunaldialog.domain.letter import REJECTION
from kommunaldialog.domain.letter import REPAYMENT
from kommunaldialog.domain.letter import RepaymentLetter
from kommunaldialog.domain.letter import REVOCATION
from kommunaldialog.domain.letter import RevocationLetter
from kommunaldialog.domain.repayment import Repayment
from kommunaldialog.domain.text_blocks import fill
from kommunaldialog.letters.placeholders import placeholders
from kommunaldialog.usecases.announce import complete
from kommunaldialog.usecases.body import body_of
from kommunaldialog.usecases.body import letterhead
from kommunaldialog.usecases.body import taking_law
from kommunaldialog.usecases.body import texts_of
from kommunaldialog.usecases.interest import interest_margin
from kommunaldialog.usecases.proof_due import due_by
from kommunaldialog.usecases.sums import current_grant
from typing import Any
from typing import TypeVar


AnyLetter = TypeVar("AnyLetter", bound=Letter)


def decision_letter(
    application: Foerderantrag, decision: Decision, moment: datetime
) -> DecisionLetter:
    """The notice of a decision that is announced at `moment`; see `issue.py`.

    An approval shows the plan with what the office cut of it, a rejection none.
    """
    submission = application.submission()
    common = _of_decision(application, decision, moment)
    if not decision.approved:
        letter = DecisionLetter(**common, kind=REJECTION, amount=decision.amount)
        return with_text(letter, _block(application, letter))
    letter = DecisionLetter(
        **common,
        kind=APPROVAL,
        amount=decision.amount,
        proof_due=due_by(application, decision),
        plan=cut_plan(submission.plan, decision.cuts),
        rules=submission.funding,
        cuts=_cut_lines(submission.plan, decision.cuts),
    )
    return with_text(letter, _block(application, letter))


def amended_letter(
    application: Foerderantrag,
    decision: Decision,
    moment: datetime,
    *,
    of: datetime,
    before: Decimal,
) -> AmendedLetter:
    """The notice that a grant of `before` euros, announced at `of`, is another one."""
    letter = AmendedLetter(
        **_of_decision(application, decision, moment),
        kind=AMENDED,
        of=_day(application, of),
        before=before,
        after=decision.amount,
    )
    return with_text(letter, _block(application, letter))


def announced_letter(application: Foerderantrag, moment: datetime) -> Letter:
    """The letter of the decision that waits, as if it were announced at `moment`."""
    decision = complete(application, application.pending_decision)
    if application.decision is None or not application.decision.approved:
        return decision_letter(application, decision, moment)
    return amended_letter(
        application,
        decision,
        moment,
        of=application.announcement.moment,
        before=current_grant(application),
    )


def early_start_letter(
    application: Foerderantrag, permit: EarlyStartPermit
) -> EarlyStartLetter:
    """Permits to begin before the decision."""
    letter = EarlyStartLetter(
        **_common(application, permit.moment, permit.actor),
        kind=EARLY_START,
        begins=permit.begins,
        conditions=permit.conditions,
    )
    return with_text(letter, _block(application, letter))


def revocation_letter(
    application: Foerderantrag, change: GrantChange
) -> RevocationLetter:
    """The notice that the grant is taken back as `change` says."""
    letter = RevocationLetter(
        **_common(application, change.moment, change.actor),
        kind=REVOCATION,
        act=change.kind,
        law=taking_law(body_of(application), change.kind),
        of=_noticed(application),
        before=change.before,
        after=change.after,
        reason=change.reason,
    )
    return with_text(letter, _block(application, letter))


def repayment_letter(
    application: Foerderantrag, repayment: Repayment
) -> RepaymentLetter:
    """Asks for money back that was paid on the notice in force."""
    body = body_of(application)
    letter = RepaymentLetter(
        **_common(application, repayment.demanded, repayment.demanded_by),
        kind=REPAYMENT,
        of=_noticed(application),
        amount=repayment.amount,
        due=repayment.due,
        law=body.repayment,
        interest_law=body.interest,
        interest_margin=interest_margin(),
        interest_from=repayment.interest_from,
        reason=repayment.reason,
    )
    return with_text(letter, _block(application, letter))


def _noticed(application: Foerderantrag) -> date:
    """The day of the notice in force."""
    return _day(application, application.announcement.moment)


def _of_decision(
    application: Foerderantrag, decision: Decision, moment: datetime
) -> dict[str, Any]:
    """What a notice takes from its decision, as it was frozen."""
    granted = {
        "conditions": decision.conditions,
        "general_conditions": decision.general_conditions,
        "annexes": decision.annexes,
    }
    return {
        **_common(application, moment, decision.decided_by),
        "sender": decision.granting_body,
        # A pillar may have got another body since, or that another name.
        **({"head": decision.letterhead} if decision.letterhead else {}),
        "signer": decision.decider,
        "reason": decision.reason,
        "legal_basis": decision.legal_basis,
        "appeal_instruction": decision.appeal_instruction,
        **(granted if decision.approved else {}),
    }


def _common(application: Foerderantrag, moment: datetime, actor: str) -> dict[str, Any]:
    """What each letter of `actor` says of an application at `moment`."""
    submission = application.submission()
    lines = {line.name: line.text for line in submission.lines}
    body, texts = body_of(application), texts_of(application)
    return {
        "reference": submission.reference,
        "day": _day(application, moment),
        "sender": body.name,
        "head": letterhead(body),
        "recipient": submission.municipality,
        "programme": submission.programme,
        "pillar": submission.pillar,
        "measure": submission.measure,
        "submitted": _day(application, submission.moment),
        "requested": submission.plan.requested,
        "start": lines["measure_start"],
        "end": lines["measure_end"],
        "signer": full_name(actor),
        "legal_basis": texts.legal_basis,
        "appeal_instruction": texts.appeal_instruction,
    }


def with_text(letter: AnyLetter, block: str) -> AnyLetter:
    """The letter with a text block whose placeholders are filled in."""
    return replace(letter, text=fill(block, placeholders(letter)))


def _block(application: Foerderantrag, letter: Letter) -> str:
    return text_block(application.programme(), letter.kind)


def _cut_lines(plan: CostPlan, cuts: tuple[Cut, ...]) -> tuple[CutLine, ...]:
    rows = plan.expenditure
    return tuple(
        CutLine(
            description=rows[cut.row].description,
            stated=rows[cut.row].eligible,
            recognised=cut.eligible,
            reason=cut.reason,
        )
        for cut in cuts
    )


def _day(application: Foerderantrag, moment: datetime) -> date:
    return local(moment, application.programme().zone()).date()
