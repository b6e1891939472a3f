"""Take an application back before the deadline, correct it, submit it again."""

from AccessControl import Unauthorized
from datetime import timedelta
from decimal import Decimal
from kommunaldialog.access.permissions import may
from kommunaldialog.content.foerderprogramm import instant
from kommunaldialog.domain.lifecycle import VIEW
from kommunaldialog.domain.paper import Paper
from kommunaldialog.domain.receipt import verify
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.usecases.cases import changed
from kommunaldialog.usecases.review import take_up
from kommunaldialog.usecases.save import save
from kommunaldialog.usecases.second_person import waiting_letter
from kommunaldialog.usecases.step import state_of
from kommunaldialog.usecases.submit import submit
from kommunaldialog.usecases.take_back import take_back
from kommunaldialog.usecases.withdraw import withdraw
from tests.samples import acting
from tests.samples import AGS
from tests.samples import make_submitted
from tests.samples import now
from tests.samples_paper import letter
from tests.usecases import codes
import pytest


@pytest.fixture
def submitted(funding):
    return make_submitted(funding)


def test_the_number_and_the_earlier_submission_stay(funding, submitted):
    first = submitted.submission()
    with acting("antragstellung"):
        take_back(submitted, now())
        assert state_of(submitted) == "draft"
        save(submitted, now(), core={"title": "Dialog Bahnhof"})
        second = submit(submitted, now())
    assert submitted.submissions == (first, second)
    assert second.reference == first.reference
    assert (first.measure, second.measure) == ("Dialog Ortsmitte", "Dialog Bahnhof")
    assert verify(first)
    assert funding.case_store().ledger.last_number == 1


@pytest.mark.parametrize(
    ("late", "possible"), [(timedelta(0), True), (timedelta(seconds=1), False)]
)
def test_the_deadline_ends_it(funding, submitted, late, possible):
    moment = instant(funding.deadline).replace(second=59, microsecond=0) + late
    with acting("antragstellung"):
        if possible:
            take_back(submitted, moment)
        else:
            with pytest.raises(Refused) as caught:
                take_back(submitted, moment)
            assert codes(caught) == ["take_back_too_late"]
    assert state_of(submitted) == ("draft" if possible else "submitted")


def test_what_came_on_paper_stays_with_the_office(submitted):
    submitted.paper = Paper(now(), "sachbearbeitung", now())
    changed(submitted)
    with acting("antragstellung"), pytest.raises(Refused) as caught:
        take_back(submitted, now())
    assert codes(caught) == ["take_back_paper"]


def test_what_the_office_took_up_stays_there(submitted):
    with acting("sachbearbeitung"):
        take_up(submitted, now())
    with acting("antragstellung"), pytest.raises(Refused) as caught:
        take_back(submitted, now())
    assert codes(caught) == ["transition_not_possible"]


@pytest.mark.parametrize("user", ["fremde", "sachbearbeitung", "entscheidung", "admin"])
def test_nobody_else_takes_it_back(submitted, user):
    with acting(user), pytest.raises(Unauthorized):
        take_back(submitted, now())
    assert state_of(submitted) == "submitted"


def test_it_asks_for_no_money_until_it_is_sent_again(funding, submitted):
    ledger = funding.case_store().ledger
    assert ledger.claimed(AGS, "another") == Decimal("3000.00")
    with acting("antragstellung"):
        take_back(submitted, now())
    assert ledger.claimed(AGS, "another") == Decimal("0.00")


def test_what_was_changed_and_never_sent_again_is_not_for_the_office(submitted):
    with acting("antragstellung"):
        take_back(submitted, now())
        save(submitted, now(), core={"title": "Dialog Bahnhof"})
        withdraw(submitted, now())
        assert may(VIEW, submitted)
    with acting("sachbearbeitung"):
        assert not may(VIEW, submitted)


def test_a_letter_that_waited_is_dropped_and_comes_not_back(submitted):
    with acting("sachbearbeitung"):
        withdraw(submitted, now(), letter())
    with acting("antragstellung"):
        take_back(submitted, now())
        submit(submitted, now())
    assert waiting_letter(submitted) is None
    assert [back.number for back in submitted.letters_back] == [1]
    with acting("sachbearbeitung"):
        withdraw(submitted, now(), letter())
    assert waiting_letter(submitted).letter.number == 2
