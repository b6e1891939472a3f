"""What an assessment needs: the checklist, cuts with reasons, an amount within them."""

from AccessControl import Unauthorized
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from kommunaldialog.domain.checklist import CheckItem
from kommunaldialog.domain.cuts import Cut
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.history.record import events
from kommunaldialog.usecases.decide import decide
from kommunaldialog.usecases.plans import approved_plan
from kommunaldialog.usecases.plans import calculated
from kommunaldialog.usecases.review import assess
from kommunaldialog.usecases.review import beginning
from kommunaldialog.usecases.review import return_for_review
from kommunaldialog.usecases.review import save_assessment
from kommunaldialog.usecases.step import state_of
from tests.samples import acting
from tests.samples import now
from tests.samples_office import make_entered
from tests.samples_office import make_in_review
from tests.usecases import codes
import pytest


COMPLETE = "Ist der Antrag vollständig?"
# Leaves 2,900 of the 3,000 that were applied for.
HALL = Cut(1, Decimal("400.00"), "Nur der große Saal.")
ALL = Decimal("2900.00")


@pytest.fixture
def application(funding):
    return make_in_review(funding)


def present(application, user="sachbearbeitung", **values):
    with acting(user):
        return assess(
            application,
            now(),
            **{"text": "Gut.", "recommended": ALL, "cuts": (HALL,), **values},
        )


def save(application, user="sachbearbeitung", **values):
    with acting(user):
        return save_assessment(
            application, now(), **{"text": "", "recommended": None, **values}
        )


def test_a_cut_is_kept_with_the_assessment_and_counts_from_then_on(application):
    assert approved_plan(application).total_eligible == Decimal("3500.00")
    present(application)
    assert application.assessment.cuts == (HALL,)
    assert approved_plan(application).total_eligible == ALL
    assert events(application)[-1].changes["cuts"] == (
        "",
        "2: 400,00\N{NO-BREAK SPACE}€ Nur der große Saal.",
    )


def test_nobody_recommends_more_than_is_left_after_the_cuts(application):
    with pytest.raises(Refused) as caught:
        present(application, recommended=Decimal("2900.01"))
    assert codes(caught) == ["recommended_above_calculation"]
    assert (state_of(application), application.assessment) == ("in_review", None)


def test_a_cut_that_is_none_says_nothing_of_the_amount(application):
    no_cut = replace(HALL, eligible=Decimal("1000.00"))
    with pytest.raises(Refused) as caught:
        present(application, recommended=Decimal("3000.00"), cuts=(no_cut,))
    assert codes(caught) == ["cut_not_lower"]


def test_nobody_is_granted_more_than_is_left_after_the_cuts(application):
    present(application)
    with acting("entscheidung"):
        with pytest.raises(Refused) as caught:
            decide(
                application,
                now(),
                approved=True,
                amount=Decimal("2900.01"),
                reason="Gekürzt.",
            )
        assert codes(caught) == ["grant_above_calculation"]
        decision = decide(
            application, now(), approved=True, amount=ALL, reason="Gekürzt."
        )
    assert decision.cuts == (HALL,)


def test_the_rules_of_the_day_of_submission_count(funding, application):
    assert calculated(application, ()) == Decimal("3000.00")
    funding["saeule-1"].highest_grant = Decimal("1.00")
    assert calculated(application, ()) == Decimal("3000.00")


def test_paper_that_states_no_expenditure_is_examined_without_a_calculation(funding):
    paper = make_entered(funding)
    assert calculated(paper, ()) is None


def test_each_line_of_the_checklist_is_answered(funding, application):
    funding.checklist = (COMPLETE,)
    with pytest.raises(Refused) as caught:
        present(application, checklist=(CheckItem(COMPLETE),))
    assert codes(caught) == ["check_unanswered"]
    item = CheckItem(COMPLETE, "no", "Es fehlt das Konzept.")
    present(application, checklist=(item,))
    assert application.assessment.checklist == (item,)
    text = events(application)[-1].changes["checklist"][1]
    assert text == f"{COMPLETE} Nein. Es fehlt das Konzept."


def test_a_list_that_changed_meanwhile_is_answered_again(funding, application):
    funding.checklist = ("Neu?", COMPLETE)
    with pytest.raises(Refused) as caught:
        present(application, checklist=(CheckItem(COMPLETE, "yes"),))
    assert codes(caught) == ["checklist_changed"]


def test_a_draft_may_be_incomplete_and_is_what_the_form_begins_with(
    funding, application
):
    funding.checklist = (COMPLETE, "Liegt der Beschluss vor?")
    unreasoned = replace(HALL, reason="")
    draft = save(
        application, checklist=(CheckItem(COMPLETE, "yes"),), cuts=(unreasoned,)
    )
    assert state_of(application) == "in_review"
    first = beginning(application, now())
    assert (first.moment, first.cuts) == (draft.moment, (unreasoned,))
    assert [item.answer for item in first.checklist] == ["yes", ""]
    assert events(application)[-1].kind == "assessment_saved"


def test_presenting_ends_the_draft(application):
    save(application, text="Bis hierher.")
    present(application)
    assert application.assessment_draft is None


def test_a_draft_cuts_no_row_that_is_not_there(application):
    with pytest.raises(Refused) as caught:
        save(application, cuts=(replace(HALL, row=2),))
    assert codes(caught) == ["cut_row_unknown"]
    assert application.assessment_draft is None


def test_what_a_colleague_saved_meanwhile_is_not_overwritten_unseen(application):
    theirs = save(application, text="Von Sabine.")
    for step in (save, present):
        with pytest.raises(Refused) as caught:
            step(application, user="beides", text="Von Bea.")
        assert codes(caught) == ["assessment_saved_meanwhile"]
        assert caught.value.refusals[0].params == {"person": "Sabine Sachbearbeitung"}
    assert application.assessment_draft == theirs
    save(application, user="beides", text="Von beiden.", seen=theirs.moment)
    assert application.assessment_draft.text == "Von beiden."


def test_ones_own_draft_is_saved_again_and_again(application):
    save(application, text="Erst.")
    save(application, text="Dann.")
    assert events(application)[-1].changes["assessment"] == ("Erst.", "Dann.")


def test_what_came_back_begins_with_the_last_assessment(application):
    present(application)
    with acting("entscheidung"):
        return_for_review(application, now(), "Bitte noch einmal.")
    first = beginning(application, now())
    assert (first.text, first.recommended, first.cuts) == ("Gut.", ALL, (HALL,))


def test_a_row_that_the_municipality_supplemented_is_cut_anew(application):
    save(application, cuts=(HALL, Cut(0, Decimal("1.00"), "Zu teuer.")))
    submission = application.submission()
    talks, hall = submission.plan.expenditure
    plan = replace(
        submission.plan,
        expenditure=(talks, replace(hall, description="Bürgerhaus")),
    )
    later = now() + timedelta(hours=1)
    application.submissions = (
        submission,
        replace(submission, plan=plan, supplemented=later),
    )
    assert [cut.row for cut in beginning(application, later).cuts] == [0]


@pytest.mark.parametrize("user", ["antragstellung", "entscheidung", "ministerium"])
def test_only_a_case_worker_saves_a_draft(application, user):
    with pytest.raises(Unauthorized):
        save(application, user=user, text="Gut.")
    assert application.assessment_draft is None
