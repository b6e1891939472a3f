"""Nobody examines or decides where they may be biased (§§ 20 and 21 VwVfG).

Whoever works on a case declares that they are not; who is says so, and somebody else
takes the case.
"""

from datetime import datetime
from kommunaldialog.access.permissions import current_user_id
from kommunaldialog.access.permissions import own_municipalities
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.domain.bias import Declaration
from kommunaldialog.domain.lifecycle import ANTRAGSTELLUNG
from kommunaldialog.domain.lifecycle import ZEICHNUNGSBERECHTIGUNG
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import refuse
from kommunaldialog.domain.text import printable
from kommunaldialog.history.record import record
from kommunaldialog.usecases.cases import changed
from kommunaldialog.usecases.reasons import check_reason
from kommunaldialog.usecases.step import authorize


def declare(
    application: Foerderantrag, moment: datetime, free: bool | None, note: str = ""
) -> Declaration:
    """Keeps what the current user declares: ``free`` of bias, or not.

    Who is not gives the case away: it has no case worker any more. That can't be
    taken back by who said it. Raises Unauthorized for who does not work on it,
    Refused for who may not say so and for a second, equal declaration.
    """
    authorize(application, "declare")
    note = printable(note).strip()
    refuse(check_declare(application, free, note))
    user = current_user_id()
    earlier = application.bias_declarations.get(user)
    declaration = Declaration(user, moment, bool(free), note)
    application.bias_declarations[user] = declaration
    changes = {"free": (_yes_or_no(earlier), _yes_or_no(declaration))}
    if note:
        changes["note"] = (earlier.note if earlier else "", note)
    if not free and application.case_worker == user:
        changes["case_worker"] = (user, "")
        application.case_worker = ""
    kind = "declared_free" if free else "declared_biased"
    record(application, kind, user, moment, changes)
    changed(application)
    return declaration


def check_declare(
    application: Foerderantrag, free: bool | None, note: str
) -> tuple[Refusal, ...]:
    """What keeps the current user from declaring so; ``free`` None says nothing."""
    if free is None:
        return (Refusal("bias_answer_missing", "bias-free"),)
    if is_declared(application) and free:
        return (Refusal("bias_declared_already"),)
    own = check_bias(application) if free else _check_named(application)
    return (*own, *check_reason(note, field="note"))


def is_declared(application: Foerderantrag) -> bool:
    """Whether the current user has declared to be free of bias here."""
    declaration = application.bias_declarations.get(current_user_id())
    return declaration is not None and declaration.free


def check_declared(application: Foerderantrag) -> tuple[Refusal, ...]:
    """Refuses the current user who has not declared to be free of bias yet.

    Who could not declare it hears from `check_bias`.
    """
    if is_declared(application) or check_bias(application):
        return ()
    return (Refusal("bias_undeclared", "unbiased"),)


def check_bias(application: Foerderantrag) -> tuple[Refusal, ...]:
    """Refuses the current user who applies for that municipality, or submitted it.

    And who has said that they may be biased.
    """
    own = own_municipalities((ANTRAGSTELLUNG, ZEICHNUNGSBERECHTIGUNG))
    submitters = {submission.submitted_by for submission in application.submissions}
    if application.ags in own or current_user_id() in submitters:
        return (Refusal("own_application"),)
    return _check_named(application)


def check_assessor(application: Foerderantrag) -> tuple[Refusal, ...]:
    """Refuses to decide on the assessment of who turned out to be biased."""
    assessment = application.assessment
    if assessment is None or not said_biased(application, assessment.actor):
        return ()
    return (Refusal("assessor_biased"),)


def said_biased(application: Foerderantrag, user_id: str) -> bool:
    """Whether a user has said that they may be biased in that case."""
    declaration = application.bias_declarations.get(user_id)
    return declaration is not None and not declaration.free


def _check_named(application: Foerderantrag) -> tuple[Refusal, ...]:
    if not said_biased(application, current_user_id()):
        return ()
    return (Refusal("bias_declared"),)


def _yes_or_no(declaration: Declaration | None) -> str:
    if declaration is None:
        return ""
    return "yes" if declaration.free else "no"
