"""Submit a proof of use: frozen as it is, and a question back about it is answered."""

from dataclasses import replace
from datetime import datetime
from kommunaldialog.access.permissions import current_user_id
from kommunaldialog.access.permissions import require
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.domain.lifecycle import State
from kommunaldialog.domain.lifecycle import USE_GRANT
from kommunaldialog.domain.lifecycle import VIEW
from kommunaldialog.domain.proof import freeze_proof
from kommunaldialog.domain.proof import Proof
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import refuse
from kommunaldialog.history.record import record
from kommunaldialog.usecases.events import ProofNews
from kommunaldialog.usecases.plans import approved_plan
from kommunaldialog.usecases.proof import check_read
from kommunaldialog.usecases.proof import figures
from kommunaldialog.usecases.proof import missing_of_proof
from kommunaldialog.usecases.proof import proof_file
from kommunaldialog.usecases.proof import proof_lines
from kommunaldialog.usecases.proof import tolerance
from kommunaldialog.usecases.step import require_step
from kommunaldialog.usecases.step import state_of
from kommunaldialog.usecases.step import take_step
from kommunaldialog.usecases.sums import current_grant
from zope.event import notify


def submit_proof(
    application: Foerderantrag,
    moment: datetime,
    confirmed: bool,
    revision: int | None = None,
) -> Proof:
    """Submits the draft of the proof and returns what was submitted.

    ``confirmed`` says that the programme's declarations are made, ``revision`` what was
    read. A second click gives what was submitted. Raises Unauthorized for who may not,
    Refused with all that is missing or wrong.
    """
    require(VIEW, application)
    if state_of(application) == State.PROOF_SUBMITTED:
        require(USE_GRANT, application)
        return application.proofs[-1]
    require_step(application, "submit_proof")
    require(USE_GRANT, application)
    refuse(
        (
            *check_read(application, revision),
            *missing_of_proof(application),
            *_check_confirmed(application, confirmed),
        )
    )
    proof = _freeze(application, moment)
    application.proofs = (*application.proofs, proof)
    _keep_files(application, proof)
    _answer(application, moment)
    record(
        application,
        "proof_submitted",
        proof.submitted_by,
        moment,
        {"spent": ("", str(proof.plan.total_expenditure))},
    )
    take_step(application, "submit_proof")
    notify(ProofNews(application, moment, "submitted"))
    return proof


def _check_confirmed(
    application: Foerderantrag, confirmed: bool
) -> tuple[Refusal, ...]:
    if confirmed or not application.programme().proof_declarations:
        return ()
    return (Refusal("proof_not_confirmed", "confirmed"),)


def _freeze(application: Foerderantrag, moment: datetime) -> Proof:
    plan, explanations = figures(application)
    return freeze_proof(
        reference=application.reference,
        number=len(application.proofs) + 1,
        moment=moment,
        submitted_by=current_user_id(),
        approved=approved_plan(application),
        plan=replace(plan, requested=current_grant(application)),
        explanations=explanations,
        tolerance=tolerance(application),
        lines=proof_lines(application, sealed=True),
        declarations=tuple(application.programme().proof_declarations or ()),
        form_version=application.proof_version,
        funding=application.submission().funding,
    )


def _keep_files(application: Foerderantrag, proof: Proof) -> None:
    # A better proof may bring others: what was submitted stays to be read.
    for line in proof.lines:
        for file in line.files:
            kept = proof_file(application, line.name)
            application.proof_files[file.sha256] = kept


def _answer(application: Foerderantrag, moment: datetime) -> None:
    application.proof_questions = tuple(
        question if question.answered else replace(question, answered=moment)
        for question in application.proof_questions
    )
