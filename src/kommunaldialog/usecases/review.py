"""The office's examination: take up, assess, hand on for decision, hand back."""

from datetime import datetime
from decimal import Decimal
from kommunaldialog.access.permissions import current_user_id
from kommunaldialog.access.permissions import require
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.domain.decision import Assessment
from kommunaldialog.domain.decision import check_assessment
from kommunaldialog.domain.lifecycle import DECIDE
from kommunaldialog.domain.lifecycle import REVIEW
from kommunaldialog.domain.lifecycle import VIEW
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import refuse
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.domain.text import printable
from kommunaldialog.history.record import record
from kommunaldialog.usecases.bias import check_bias
from kommunaldialog.usecases.decide import check_undecided
from kommunaldialog.usecases.late import check_late_answered
from kommunaldialog.usecases.stated import check_stated_answered
from kommunaldialog.usecases.step import require_step
from kommunaldialog.usecases.step import take_step


def take_up(application: Foerderantrag, moment: datetime) -> None:
    """A case worker takes a submitted application into review.

    What came late must have been accepted before.
    """
    require(VIEW, application)
    require_step(application, "take_up")
    require(REVIEW, application)
    refuse(
        (
            *check_undecided(application),
            *check_bias(application),
            *check_late_answered(application),
        )
    )
    record(application, "taken_up", current_user_id(), moment)
    take_step(application, "take_up")


def assess(
    application: Foerderantrag,
    moment: datetime,
    *,
    text: str,
    recommended: Decimal | None,
) -> Assessment:
    """Keeps the assessment (Prüfvermerk) and presents the application for decision.

    ``recommended`` is the grant in Euro that the case worker recommends, zero for a
    rejection. Raises Unauthorized for who may not, Refused where text or amount lack.
    """
    require(VIEW, application)
    require_step(application, "present")
    require(REVIEW, application)
    requested = application.submission().plan.requested
    text = printable(text)
    refuse(
        (
            *check_bias(application),
            *check_stated_answered(application),
            *check_assessment(text, recommended, requested),
        )
    )
    user = current_user_id()
    assessment = Assessment(user, moment, text.strip(), recommended)
    previous = application.assessment
    application.assessment = assessment
    record(
        application,
        "assessed",
        user,
        moment,
        {
            "assessment": (previous.text if previous else "", assessment.text),
            "recommended": (
                str(previous.recommended) if previous else "",
                str(recommended),
            ),
        },
    )
    take_step(application, "present")
    return assessment


def return_for_review(
    application: Foerderantrag, moment: datetime, reason: str
) -> None:
    """The deciding person hands the application back, with a reason."""
    require(VIEW, application)
    require_step(application, "return_for_review")
    require(DECIDE, application)
    reason = printable(reason)
    refuse(check_undecided(application))
    if not reason.strip():
        raise Refused(Refusal("return_reason_missing", "reason"))
    record(
        application,
        "returned",
        current_user_id(),
        moment,
        {"reason": ("", reason.strip())},
    )
    take_step(application, "return_for_review")
