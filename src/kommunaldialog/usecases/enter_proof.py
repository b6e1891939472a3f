"""Enter a proof of use that came by letter: its figures, answers and documents."""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from datetime import datetime
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.domain.costplan import CostPlan
from kommunaldialog.domain.proof import Proof
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import refuse
from kommunaldialog.domain.text import all_printable
from kommunaldialog.history.record import newest_first
from kommunaldialog.usecases.by_letter import check_by_letter
from kommunaldialog.usecases.by_letter import Letter
from kommunaldialog.usecases.overlay import Overlay
from kommunaldialog.usecases.proof import check_lengths
from kommunaldialog.usecases.proof import check_names
from kommunaldialog.usecases.proof import missing_of_proof
from kommunaldialog.usecases.proof import version_of_proof
from kommunaldialog.usecases.step import authorize
from kommunaldialog.usecases.submit_proof import check_confirmed
from kommunaldialog.usecases.submit_proof import EVENT
from kommunaldialog.usecases.submit_proof import receive_proof


@dataclass(frozen=True)
class Told:
    """What a letter proves; as the arguments of `save_proof`."""

    answers: Mapping[str, object] = field(default_factory=dict)
    plan: CostPlan | None = None
    explanations: tuple[str, ...] = ()
    documents: Mapping[str, object] = field(default_factory=dict)


def told_before(application: Foerderantrag) -> Told:
    """What was proved last, for the office to begin with.

    Nothing of what the municipality drafts: its answers and documents are known only
    as long as it has not gone on with them.
    """
    if not application.proofs:
        return Told()
    kinds = (event.kind for event in newest_first(application))
    last = next(kind for kind in kinds if kind in (EVENT, "proof_saved"))
    if last == EVENT:
        return Told(
            dict(application.proof_answers),
            application.proof_plan,
            tuple(application.proof_explanations),
            dict(application.proof_documents),
        )
    proof = application.proofs[-1]
    return Told(plan=proof.plan, explanations=proof.explanations)


def as_told(application: Foerderantrag, told: Told) -> Overlay:
    """The application with the proof of a letter, for what only reads it."""
    proof = {
        "proof_answers": told.answers,
        "proof_plan": told.plan,
        "proof_explanations": told.explanations,
        "proof_documents": told.documents,
        "proof_version": version_of_proof(application),
    }
    return Overlay(application, {"proof": proof})


def enter_proof(
    application: Foerderantrag,
    moment: datetime,
    letter: Letter,
    told: Told,
    confirmed: bool,
) -> Proof:
    """Enters and submits the proof that a letter holds; a draft gives way to it.

    The same is asked for as of a municipality; ``confirmed`` says that the letter
    makes the programme's declarations. Raises Unauthorized for who may not, Refused
    with all that is missing or wrong, KeyError for a name that is not asked for.
    """
    authorize(application, "enter_proof")
    told = all_printable(told)
    refuse(check_entering(application, moment, letter, told, confirmed))
    entered = as_told(application, told)
    check_names(entered, told.answers, told.documents)
    _replace_draft(application, entered)
    return receive_proof(application, moment, letter)


def check_entering(
    application: Foerderantrag,
    moment: datetime,
    letter: Letter,
    told: Told,
    confirmed: bool,
) -> tuple[Refusal, ...]:
    """What keeps a proof from being entered so."""
    return (
        *check_by_letter(application, moment, letter, EVENT),
        *check_lengths(told.explanations),
        *missing_of_proof(as_told(application, told)),
        *check_confirmed(application, confirmed),
    )


def _replace_draft(application: Foerderantrag, entered: Overlay) -> None:
    for name in ("proof_answers", "proof_documents"):
        kept = getattr(application, name)
        kept.clear()
        kept.update(getattr(entered, name))
    for name in ("proof_plan", "proof_explanations", "proof_version"):
        setattr(application, name, getattr(entered, name))
    application.proof_revision += 1
