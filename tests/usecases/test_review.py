"""Take up, assess, hand back."""

from AccessControl import Unauthorized
from decimal import Decimal
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.history.record import events
from kommunaldialog.usecases.review import assess
from kommunaldialog.usecases.review import return_for_review
from kommunaldialog.usecases.review import take_up
from kommunaldialog.usecases.step import state_of
from tests.samples import acting
from tests.samples import make_assessed
from tests.samples import make_draft
from tests.samples import make_submitted
from tests.samples import now
from tests.usecases import codes
import pytest


@pytest.fixture
def in_review(funding):
    application = make_submitted(funding)
    with acting("sachbearbeitung"):
        take_up(application, now())
    return application


def test_a_case_worker_takes_up_what_arrived(in_review):
    assert state_of(in_review) == "in_review"
    assert events(in_review)[-1].kind == "taken_up"


@pytest.mark.parametrize("user", ["antragstellung", "entscheidung", "ministerium"])
def test_nobody_else_takes_up(funding, user):
    application = make_submitted(funding)
    with acting(user), pytest.raises(Unauthorized):
        take_up(application, now())
    assert state_of(application) == "submitted"


def test_what_is_taken_up_is_not_taken_up_again(in_review):
    with acting("sachbearbeitung"), pytest.raises(Refused) as caught:
        take_up(in_review, now())
    assert codes(caught) == ["transition_not_possible"]


def test_a_draft_is_not_the_offices_business(funding):
    application = make_draft(funding)
    with acting("sachbearbeitung"), pytest.raises(Unauthorized):
        take_up(application, now())


def test_an_assessment_names_its_author_and_is_presented(in_review):
    with acting("sachbearbeitung"):
        assess(in_review, now(), text=" Passt. ", recommended=Decimal("2000.00"))
    assert state_of(in_review) == "ready_for_decision"
    kept = in_review.assessment
    assert (kept.actor, kept.text) == ("sachbearbeitung", "Passt.")
    assert events(in_review)[-1].changes["recommended"] == ("", "2000.00")


@pytest.mark.parametrize(
    ("text", "recommended", "code"),
    [
        (" ", Decimal("1.00"), "assessment_text_missing"),
        ("Passt.", None, "recommended_missing"),
        ("Passt.", Decimal("3000.01"), "recommended_above_requested"),
    ],
)
def test_an_assessment_needs_text_and_amount(in_review, text, recommended, code):
    with acting("sachbearbeitung"), pytest.raises(Refused) as caught:
        assess(in_review, now(), text=text, recommended=recommended)
    assert codes(caught) == [code]
    assert (state_of(in_review), in_review.assessment) == ("in_review", None)


@pytest.mark.parametrize("user", ["antragstellung", "entscheidung", "ministerium"])
def test_nobody_else_assesses(in_review, user):
    with acting(user), pytest.raises(Unauthorized):
        assess(in_review, now(), text="Passt.", recommended=Decimal("1.00"))


def test_the_deciding_person_hands_back_with_a_reason(funding):
    application = make_assessed(funding)
    with acting("entscheidung"):
        with pytest.raises(Refused) as caught:
            return_for_review(application, now(), " ")
        assert codes(caught) == ["return_reason_missing"]
        return_for_review(application, now(), "Bitte die Miete prüfen.")
    assert state_of(application) == "in_review"
    change = events(application)[-1].changes["reason"]
    assert change == ("", "Bitte die Miete prüfen.")


def test_the_second_assessment_keeps_the_first_in_the_history(funding):
    application = make_assessed(funding)
    with acting("entscheidung"):
        return_for_review(application, now(), "Bitte die Miete prüfen.")
    with acting("beides"):
        assess(application, now(), text="Geprüft.", recommended=Decimal("2400.00"))
    assert application.assessment.actor == "beides"
    assert events(application)[-1].changes == {
        "assessment": ("Förderfähig.", "Geprüft."),
        "recommended": ("2500.00", "2400.00"),
    }


def test_a_case_worker_hands_nothing_back(funding):
    application = make_assessed(funding)
    with acting("sachbearbeitung"), pytest.raises(Unauthorized):
        return_for_review(application, now(), "Doch nicht.")
