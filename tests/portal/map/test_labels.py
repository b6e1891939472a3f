"""Names upon the map."""

from kommunaldialog.portal.map.labels import labels
from kommunaldialog.portal.map.labels import letter_height
from kommunaldialog.portal.map.labels import middle
from kommunaldialog.portal.map.lines import Bounds


BOX = Bounds(0, 0, 1000, 800)


def test_letters_are_as_large_as_what_is_shown():
    assert letter_height(BOX) == 22
    assert letter_height(Bounds(0, 0, 10, 10)) == 1


def test_a_name_stands_in_its_place():
    assert labels([("a", "Horb", (500, 400))], BOX) == {"a": (500, 400)}


def test_of_two_names_that_would_cover_each_other_the_first_is_written():
    near = [("a", "Horb", (500, 400)), ("b", "Nagold", (520, 410))]
    assert set(labels(near, BOX)) == {"a"}
    below = [("a", "Horb", (500, 400)), ("b", "Nagold", (520, 440))]
    assert set(labels(below, BOX)) == {"a", "b"}
    beside = [("a", "Horb", (500, 400)), ("b", "Nagold", (600, 400))]
    assert set(labels(beside, BOX)) == {"a", "b"}


def test_a_name_that_would_be_cut_off_is_not_written():
    for place in ((5, 400), (995, 400), (500, 5), (500, 795)):
        assert labels([("a", "Horb", place)], BOX) == {}


def test_the_name_of_a_town_stands_on_its_largest_part():
    small = ((0, 0), (2, 0), (2, 2), (0, 0))
    large = ((10, 10), (30, 10), (30, 20), (10, 10))
    assert middle([small, large]) == (20, 15)
