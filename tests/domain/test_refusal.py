"""Refusals name codes and carry every reason."""

from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import refuse
from kommunaldialog.domain.refusal import Refused
import pickle
import pytest


FIRST = Refusal("plan_empty", "expenditure")
SECOND = Refusal("own_share_short", "income", {"percent": 10})


def test_all_reasons_are_raised_together():
    with pytest.raises(Refused) as caught:
        refuse([FIRST, SECOND])
    assert caught.value.refusals == (FIRST, SECOND)


def test_without_a_reason_nothing_is_refused():
    assert refuse(()) is None


def test_a_log_line_holds_codes_and_nothing_that_people_wrote():
    assert str(Refused(FIRST, SECOND)) == "plan_empty, own_share_short"


def test_equal_refusals_are_one_in_a_set():
    same = Refusal("own_share_short", "income", {"percent": 10})
    assert {SECOND, same} == {SECOND}


def test_a_refusal_survives_pickling():
    copy = pickle.loads(pickle.dumps(Refused(FIRST, SECOND)))
    assert copy.refusals == (FIRST, SECOND)
