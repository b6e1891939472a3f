"""Boundaries on a grid, and the paths that are made of them."""

from kommunaldialog.portal.map.lines import borders
from kommunaldialog.portal.map.lines import Bounds
from kommunaldialog.portal.map.lines import bounds_of
from kommunaldialog.portal.map.lines import Grid
from kommunaldialog.portal.map.lines import LONGER_SIDE
from kommunaldialog.portal.map.lines import path
import pytest


# Two squares side by side.
WEST = ((0, 0), (2, 0), (2, 2), (0, 2), (0, 0))
EAST = ((2, 0), (4, 0), (4, 2), (2, 2), (2, 0))


def test_the_map_reaches_from_north_to_south_and_from_west_to_east():
    grid = Grid([(8.0, 48.0), (8.1, 50.0)])
    assert grid.point((8.0, 50.0)) == (0, 0)
    assert grid.point((8.0, 48.0)) == (0, LONGER_SIDE)


def test_a_degree_of_longitude_is_as_much_narrower_as_it_is_there():
    # At 60 degrees half as wide as a degree of latitude is high.
    grid = Grid([(8.0, 59.0), (9.0, 61.0)])
    assert grid.point((9.0, 61.0)) == (LONGER_SIDE // 4, 0)


def test_a_wide_land_fits_as_well():
    grid = Grid([(0.0, 59.0), (10.0, 61.0)])
    assert grid.point((10.0, 61.0)) == (LONGER_SIDE, 0)


def test_points_that_fall_together_are_drawn_once():
    grid = Grid([(8.0, 48.0), (8.1, 50.0)])
    ring = grid.ring([(8.0, 50.0), (8.00001, 50.0), (8.0, 49.0), (8.0, 50.0)])
    assert ring == ((0, 0), (0, LONGER_SIDE // 2), (0, 0))


def test_a_height_above_the_sea_is_passed_over():
    grid = Grid([(8.0, 48.0), (8.1, 50.0)])
    assert grid.point((8.0, 50.0, 417.0)) == (0, 0)


def test_a_path_goes_step_by_step_and_closes():
    assert path([WEST]) == "M0 0l2 0 0 2-2 0 0-2z"


def test_a_line_that_ends_elsewhere_stays_open():
    assert path([((5, 5), (7, 4)), ((0, 0), (0, 1))]) == "M5 5l2-1M0 0l0 1"


def test_a_border_between_two_is_drawn_once_and_named_after_both():
    found = borders([("west", WEST), ("east", EAST)])
    assert found[frozenset({"west", "east"})] == [((2, 0), (2, 2))]
    assert path(found[frozenset({"west"})]) == "M2 0l-2 0 0 2 2 0"


def test_within_one_region_there_is_no_border():
    (lines,) = borders([("land", WEST), ("land", EAST)]).values()
    (line,) = lines
    assert line[0] == line[-1]
    assert len(line) == 7


def test_what_surrounds_some_points_is_a_rectangle():
    assert bounds_of(EAST) == Bounds(2, 0, 4, 2)
    assert (bounds_of(EAST).width, bounds_of(WEST).height) == (2, 2)


def test_nothing_is_surrounded_by_no_rectangle():
    with pytest.raises(ValueError, match="unpack"):
        bounds_of([])
