"""What the dialogues of a programme add up to."""

from kommunaldialog.domain.sums import add_up
from kommunaldialog.domain.sums import Part
from kommunaldialog.domain.sums import Sums


def test_a_municipality_with_several_dialogues_is_counted_once():
    parts = [Part(("08999001",)), Part(("08999001", "08999002"))]
    assert add_up(parts).municipalities == 2


def test_a_number_that_is_not_known_is_not_taken_for_none():
    sums = add_up([Part(participants=40), Part(), Part(participants=0)])
    assert (sums.dialogues, sums.participants, sums.told) == (3, 40, 2)


def test_nothing_adds_up_to_nothing():
    assert add_up([]) == Sums(0, 0, 0, 0)
