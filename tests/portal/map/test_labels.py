"""Names upon the map."""

from kommunaldialog.portal.map.labels import labels
from kommunaldialog.portal.map.labels import largest
from kommunaldialog.portal.map.labels import letter_height
from kommunaldialog.portal.map.lines import Bounds


BOX = Bounds(0, 0, 1000, 800)


def test_letters_are_as_large_as_what_is_shown():
    assert letter_height(BOX) == 22
    assert letter_height(Bounds(0, 0, 10, 10)) == 1


def spot(x, y):
    return Bounds(x, y, x, y)


def test_a_name_stands_within_what_is_called_so_where_there_is_room():
    wide = Bounds(400, 300, 600, 500)
    assert labels([("a", "Horb", wide)], BOX) == {"a": (500, 400)}


def test_else_it_stands_below_so_that_it_hides_nothing():
    narrow = Bounds(490, 300, 510, 500)
    assert labels([("a", "Horb", narrow)], BOX) == {"a": (500, 513)}
    flat = Bounds(400, 390, 600, 410)
    assert labels([("a", "Horb", flat)], BOX) == {"a": (500, 423)}


def test_of_two_names_that_would_cover_each_other_the_first_is_written():
    near = [("a", "Horb", spot(500, 400)), ("b", "Nagold", spot(520, 410))]
    assert set(labels(near, BOX)) == {"a"}
    below = [("a", "Horb", spot(500, 400)), ("b", "Nagold", spot(520, 440))]
    assert set(labels(below, BOX)) == {"a", "b"}
    beside = [("a", "Horb", spot(500, 400)), ("b", "Nagold", spot(600, 400))]
    assert set(labels(beside, BOX)) == {"a", "b"}


def test_a_name_that_would_be_cut_off_is_not_written():
    for x, y in ((5, 400), (995, 400), (500, -20), (500, 795)):
        assert labels([("a", "Horb", spot(x, y))], BOX) == {}


def test_a_town_in_several_parts_is_named_at_the_largest():
    small = ((0, 0), (2, 0), (2, 2), (0, 0))
    large = ((10, 10), (30, 10), (30, 20), (10, 10))
    assert largest([small, large]) == Bounds(10, 10, 30, 20)
