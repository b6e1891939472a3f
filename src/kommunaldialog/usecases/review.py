"""The office's examination: take up, assess, hand on for decision, hand back."""

from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from kommunaldialog.access.people import full_name
from kommunaldialog.access.permissions import current_user_id
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.domain.checklist import check_checklist
from kommunaldialog.domain.checklist import CheckItem
from kommunaldialog.domain.checklist import NO
from kommunaldialog.domain.checklist import NOT_APPLICABLE
from kommunaldialog.domain.checklist import on_list
from kommunaldialog.domain.checklist import YES
from kommunaldialog.domain.cuts import check_cuts
from kommunaldialog.domain.cuts import Cut
from kommunaldialog.domain.decision import Assessment
from kommunaldialog.domain.decision import AssessmentDraft
from kommunaldialog.domain.decision import check_assessment
from kommunaldialog.domain.money import format_euro
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import refuse
from kommunaldialog.domain.text import all_printable
from kommunaldialog.domain.text import printable
from kommunaldialog.history.record import record
from kommunaldialog.usecases.bias import check_bias
from kommunaldialog.usecases.bias import check_declared
from kommunaldialog.usecases.cases import changed
from kommunaldialog.usecases.decide import check_undecided
from kommunaldialog.usecases.late import check_late_answered
from kommunaldialog.usecases.plans import calculated
from kommunaldialog.usecases.plans import cuts_since
from kommunaldialog.usecases.provisional import count
from kommunaldialog.usecases.reasons import check_reason
from kommunaldialog.usecases.stated import check_stated_answered
from kommunaldialog.usecases.step import authorize
from kommunaldialog.usecases.step import take_step


# The record is kept in the official language, as what was submitted is.
_WORDS = {YES: "Ja.", NO: "Nein.", NOT_APPLICABLE: "Trifft nicht zu."}

# What not even a draft may hold.
_UNKEEPABLE = ("cut_row_unknown", "core_too_long", "office_text_too_long")


def take_up(application: Foerderantrag, moment: datetime) -> None:
    """A case worker who is not biased takes a submitted application into review.

    Where nobody is responsible yet, they are from now on. What came late must have been
    accepted before.
    """
    authorize(application, "take_up")
    refuse(
        (
            *check_undecided(application),
            *check_bias(application),
            *check_declared(application),
            *check_late_answered(application),
        )
    )
    user, changes = current_user_id(), {}
    if not application.case_worker:
        application.case_worker = user
        changes["case_worker"] = ("", user)
    # What a sender whom nobody has confirmed sent in: the office takes it for real.
    count(application)
    record(application, "taken_up", user, moment, changes)
    take_step(application, "take_up")


def assess(
    application: Foerderantrag,
    moment: datetime,
    *,
    text: str,
    recommended: Decimal | None,
    checklist: tuple[CheckItem, ...] = (),
    cuts: tuple[Cut, ...] = (),
    seen: datetime | None = None,
) -> Assessment:
    """Keeps the assessment (Prüfvermerk) and presents the application for decision.

    ``recommended`` is the grant in Euro that the case worker recommends, zero for a
    rejection; no more than the calculation gives with the ``cuts``. ``seen`` as in
    `save_assessment`. Raises Unauthorized for who may not, Refused where anything is
    missing or wrong.
    """
    authorize(application, "present")
    user = current_user_id()
    assessment = all_printable(
        Assessment(user, moment, _kept(text), recommended, checklist, cuts)
    )
    refuse(
        (
            *_check_writer(application, seen),
            *check_stated_answered(application),
            *check_findings(application, assessment),
        )
    )
    previous = application.assessment
    application.assessment = assessment
    application.assessment_draft = None
    record(application, "assessed", user, moment, _changes(previous, assessment))
    take_step(application, "present")
    return assessment


def check_findings(
    application: Foerderantrag, found: Assessment | AssessmentDraft
) -> tuple[Refusal, ...]:
    """What of an assessment is missing or wrong: checklist, cuts, text and amount."""
    plan = application.submission().plan
    cuts_wrong = check_cuts(plan, found.cuts)
    # A wrong cut says nothing about the amount.
    highest = None if cuts_wrong else calculated(application, found.cuts)
    return (
        *check_checklist(application.programme().checklist, found.checklist),
        *cuts_wrong,
        *check_assessment(found.text, found.recommended, plan.requested, highest),
    )


def save_assessment(
    application: Foerderantrag,
    moment: datetime,
    *,
    text: str,
    recommended: Decimal | None,
    checklist: tuple[CheckItem, ...] = (),
    cuts: tuple[Cut, ...] = (),
    seen: datetime | None = None,
) -> AssessmentDraft:
    """Keeps what there is of an assessment; it may be incomplete.

    ``seen`` is the moment of the draft that was read before writing, None for who
    read none: what a colleague saved since is not overwritten unseen. Raises
    Unauthorized for who may not, Refused for that and for what no plan has.
    """
    authorize(application, "save_assessment")
    user = current_user_id()
    draft = all_printable(
        AssessmentDraft(user, moment, _kept(text), recommended, checklist, cuts)
    )
    refuse(
        (
            *_check_writer(application, seen),
            *_check_draft(application, draft),
        )
    )
    previous = application.assessment_draft
    application.assessment_draft = draft
    record(application, "assessment_saved", user, moment, _changes(previous, draft))
    changed(application)
    return draft


def beginning(application: Foerderantrag, moment: datetime) -> AssessmentDraft:
    """What an assessment begins with: the draft, else the last one, else nothing.

    With an item for each line of the programme's checklist, and the cuts of rows that
    are as they were.
    """
    last = application.assessment_draft or application.assessment
    labels = application.programme().checklist
    if last is None:
        return AssessmentDraft("", moment, checklist=on_list(labels, ()))
    return AssessmentDraft(
        last.actor,
        last.moment,
        last.text,
        last.recommended,
        on_list(labels, last.checklist),
        cuts_since(application, last.cuts, last.moment),
    )


def _kept(text: str) -> str:
    return printable(text).strip()


def _check_writer(
    application: Foerderantrag, seen: datetime | None
) -> tuple[Refusal, ...]:
    """What keeps the current user from writing an assessment, whatever it says."""
    return (
        *check_bias(application),
        *check_declared(application),
        *_check_seen(application, seen),
    )


def _check_seen(
    application: Foerderantrag, seen: datetime | None
) -> tuple[Refusal, ...]:
    draft = application.assessment_draft
    user = current_user_id()
    if draft is None or seen == draft.moment or draft.actor == user:
        return ()
    params = {"person": full_name(draft.actor)}
    return (Refusal("assessment_saved_meanwhile", None, params),)


def _check_draft(
    application: Foerderantrag, draft: AssessmentDraft
) -> Iterator[Refusal]:
    """What can't be kept; all else is asked when it is presented."""
    for refusal in check_findings(application, draft):
        if refusal.code in _UNKEEPABLE:
            yield refusal


def _changes(
    old: Assessment | AssessmentDraft | None, new: Assessment | AssessmentDraft
) -> dict[str, tuple[str, str]]:
    before, after = _as_text(old), _as_text(new)
    return {
        name: (before.get(name, ""), value)
        for name, value in after.items()
        if value or before.get(name)
    }


def _as_text(found: Assessment | AssessmentDraft | None) -> dict[str, str]:
    if found is None:
        return {}
    return {
        "assessment": found.text,
        "recommended": "" if found.recommended is None else str(found.recommended),
        "checklist": "\n".join(
            f"{item.label} {_WORDS.get(item.answer, '–')} {item.note}".strip()
            for item in found.checklist
        ),
        "cuts": "\n".join(
            f"{cut.row + 1}: {format_euro(cut.eligible)} {cut.reason}".strip()
            for cut in found.cuts
        ),
    }


def return_for_review(
    application: Foerderantrag, moment: datetime, reason: str
) -> None:
    """The deciding person hands the application back, with a reason."""
    authorize(application, "return_for_review")
    reason = printable(reason).strip()
    refuse(
        (
            *check_undecided(application),
            *check_bias(application),
            *check_reason(reason, "return_reason_missing"),
        )
    )
    changes = {"reason": ("", reason)}
    record(application, "returned", current_user_id(), moment, changes)
    take_step(application, "return_for_review")
