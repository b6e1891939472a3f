"""A consultation that a municipality states is confirmed or denied by the office."""

from AccessControl import Unauthorized
from decimal import Decimal
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.history.record import events
from kommunaldialog.usecases.review import assess
from kommunaldialog.usecases.review import take_up
from kommunaldialog.usecases.stated import answer_stated
from kommunaldialog.usecases.step import state_of
from tests.samples import acting
from tests.samples import make_submitted
from tests.samples import now
from tests.samples_office import make_stated
from tests.usecases import codes
import pytest


@pytest.fixture
def stated(funding):
    return make_stated(funding)


@pytest.mark.parametrize(
    ("confirmed", "note", "kind"),
    [(True, "", "stated_confirmed"), (False, "Kein Gespräch.", "stated_denied")],
)
def test_the_office_answers_once_and_the_answer_is_kept(stated, confirmed, note, kind):
    with acting("sachbearbeitung"):
        answer_stated(stated, now(), confirmed, note)
        with pytest.raises(Refused) as caught:
            answer_stated(stated, now(), not confirmed, "Doch anders.")
    assert codes(caught) == ["stated_answered"]
    kept = stated.stated_consultation
    assert (kept.confirmed, kept.actor) == (confirmed, "sachbearbeitung")
    assert (kept.adviser, kept.note) == ("Frau Rat", note)
    assert (events(stated)[-1].kind, state_of(stated)) == (kind, "submitted")


@pytest.mark.parametrize(
    ("confirmed", "note", "code"),
    [
        (None, "", "stated_answer_missing"),
        (False, " ", "stated_note_missing"),
        (True, "x" * 2001, "core_too_long"),
    ],
)
def test_an_answer_is_complete(stated, confirmed, note, code):
    with acting("sachbearbeitung"), pytest.raises(Refused) as caught:
        answer_stated(stated, now(), confirmed, note)
    assert codes(caught) == [code]
    assert stated.stated_consultation.confirmed is None


def test_what_was_recorded_needs_no_answer(funding):
    application = make_submitted(funding)
    with acting("sachbearbeitung"), pytest.raises(Refused) as caught:
        answer_stated(application, now(), True)
    assert codes(caught) == ["stated_nothing"]


def test_nothing_is_presented_for_decision_before_the_answer(stated):
    with acting("sachbearbeitung"):
        take_up(stated, now())
        with pytest.raises(Refused) as caught:
            assess(stated, now(), text="Gut.", recommended=Decimal("1.00"))
        assert codes(caught) == ["stated_open"]
        answer_stated(stated, now(), False, "Kein Gespräch.")
        assess(stated, now(), text="Ohne Beratung.", recommended=Decimal("0.00"))
    assert state_of(stated) == "ready_for_decision"


@pytest.mark.parametrize("user", ["antragstellung", "entscheidung", "ministerium"])
def test_nobody_but_a_case_worker_answers(stated, user):
    with acting(user), pytest.raises(Unauthorized):
        answer_stated(stated, now(), True)
