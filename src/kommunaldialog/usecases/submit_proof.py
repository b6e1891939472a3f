"""Submit a proof of use: frozen as it is, and a question back about it is answered."""

from dataclasses import replace
from datetime import datetime
from kommunaldialog.access.permissions import current_user_id
from kommunaldialog.access.permissions import require
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.domain.lifecycle import State
from kommunaldialog.domain.lifecycle import USE_GRANT
from kommunaldialog.domain.lifecycle import VIEW
from kommunaldialog.domain.paper import PaperLetter
from kommunaldialog.domain.proof import freeze_proof
from kommunaldialog.domain.proof import Proof
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import refuse
from kommunaldialog.history.record import record
from kommunaldialog.usecases.by_letter import arrival_of
from kommunaldialog.usecases.by_letter import keep_letter
from kommunaldialog.usecases.by_letter import Letter
from kommunaldialog.usecases.by_letter import recorded
from kommunaldialog.usecases.by_letter import sender
from kommunaldialog.usecases.by_letter import step_of
from kommunaldialog.usecases.events import ProofNews
from kommunaldialog.usecases.plans import approved_plan
from kommunaldialog.usecases.proof import check_read
from kommunaldialog.usecases.proof import figures
from kommunaldialog.usecases.proof import missing_of_proof
from kommunaldialog.usecases.proof import proof_file
from kommunaldialog.usecases.proof import proof_lines
from kommunaldialog.usecases.proof import tolerance
from kommunaldialog.usecases.step import authorize
from kommunaldialog.usecases.step import state_of
from kommunaldialog.usecases.step import take_step
from kommunaldialog.usecases.sums import current_grant
from zope.event import notify


# What it is called in the history.
EVENT = "proof_submitted"


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
    authorize(application, "submit_proof")
    refuse(
        (
            *check_read(application, revision),
            *missing_of_proof(application),
            *check_confirmed(application, confirmed),
        )
    )
    return receive_proof(application, moment)


def receive_proof(
    application: Foerderantrag, moment: datetime, letter: Letter | None = None
) -> Proof:
    """Freezes the draft of the proof and takes the step; a part of one, asks no rule.

    With ``letter`` it came by that.
    """
    kept = keep_letter(application, moment, letter, EVENT)
    proof = _freeze(application, arrival_of(application, moment, letter), kept)
    application.proofs = (*application.proofs, proof)
    _keep_files(application, proof)
    _answer(application, moment)
    spent = {"spent": ("", str(proof.plan.total_expenditure))}
    changes = {**spent, **recorded(kept)}
    record(application, EVENT, current_user_id(), moment, changes)
    take_step(application, step_of("submit_proof", letter))
    notify(ProofNews(application, moment, "submitted"))
    return proof


def check_confirmed(application: Foerderantrag, confirmed: bool) -> tuple[Refusal, ...]:
    """Refuses a proof without the declarations that the programme asks for."""
    if confirmed or not application.programme().proof_declarations:
        return ()
    return (Refusal("proof_not_confirmed", "confirmed"),)


def _freeze(
    application: Foerderantrag, moment: datetime, letter: PaperLetter | None
) -> Proof:
    plan, explanations = figures(application)
    return freeze_proof(
        reference=application.reference,
        number=len(application.proofs) + 1,
        moment=moment,
        submitted_by=sender(letter),
        approved=approved_plan(application),
        plan=replace(plan, requested=current_grant(application)),
        explanations=explanations,
        tolerance=tolerance(application),
        lines=proof_lines(application, sealed=True),
        declarations=tuple(application.programme().proof_declarations or ()),
        form_version=application.proof_version,
        funding=application.submission().funding,
        letter=letter,
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
