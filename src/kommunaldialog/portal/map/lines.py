"""Boundaries on a grid of whole numbers, as the paths of an SVG."""

from collections import defaultdict
from collections.abc import Iterable
from collections.abc import Iterator
from itertools import pairwise
from math import cos
from math import radians
from typing import NamedTuple


Point = tuple[int, int]
Ring = tuple[Point, ...]
Degrees = tuple[float, float]  # longitude, latitude

# The longer side of the map in units of its grid. For Baden-Württemberg a unit is
# about 130 m, less than what the boundaries are generalised by.
LONGER_SIDE = 2000


class Bounds(NamedTuple):
    """A rectangle on the grid; y grows to the south."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def width(self) -> int:
        return self.right - self.left

    @property
    def height(self) -> int:
        return self.bottom - self.top


def bounds_of(points: Iterable[Point]) -> Bounds:
    """The smallest rectangle around points. Raises ValueError where there is none."""
    columns, rows = zip(*points, strict=True)
    return Bounds(min(columns), min(rows), max(columns), max(rows))


class Grid:
    """Brings places into the plane: true in the middle, which is enough for a Land."""

    def __init__(self, places: Iterable[Degrees]) -> None:
        longitudes, latitudes = zip(*places, strict=True)
        self.west, self.north = min(longitudes), max(latitudes)
        self.narrow = cos(radians((self.north + min(latitudes)) / 2))
        longer = max(
            (max(longitudes) - self.west) * self.narrow, self.north - min(latitudes)
        )
        self.scale = LONGER_SIDE / longer

    def point(self, place: Degrees) -> Point:
        """The point of the grid that is nearest to a place."""
        longitude, latitude = place[:2]
        return (
            round((longitude - self.west) * self.narrow * self.scale),
            round((self.north - latitude) * self.scale),
        )

    def ring(self, places: Iterable[Degrees]) -> Ring:
        """The closed line of a boundary, without points that fall together."""
        points = [self.point(place) for place in places]
        return tuple(
            point
            for before, point in zip([None, *points], points, strict=False)
            if point != before
        )


def path(lines: Iterable[Ring]) -> str:
    """The ``d`` of an SVG path: each line from its first point on, step by step."""
    return "".join(_line(line) for line in lines)


def _line(line: Ring) -> str:
    steps = " ".join(
        f"{right - left} {below - above}"
        for (left, above), (right, below) in pairwise(line)
    )
    end = "z" if line[0] == line[-1] and len(line) > 1 else ""
    x, y = line[0]
    return f"M{x} {y}l{steps}{end}".replace(" -", "-")


def borders(regions: Iterable[tuple[str, Ring]]) -> dict[frozenset[str], list[Ring]]:
    """The lines between regions, each once: names of the two, or of the one -> lines.

    `regions` are rings with the name of what they go around; two of one name are the
    same region, and what lies between them is left out.
    """
    sides: dict[tuple[Point, Point], list[str]] = defaultdict(list)
    for name, ring in regions:
        for start, end in pairwise(ring):
            sides[min(start, end), max(start, end)].append(name)
    edges: dict[frozenset[str], list[tuple[Point, Point]]] = defaultdict(list)
    for edge, names in sides.items():
        if len(names) == 1 or len(set(names)) > 1:
            edges[frozenset(names)].append(edge)
    return {names: list(_chains(found)) for names, found in edges.items()}


def _chains(edges: Iterable[tuple[Point, Point]]) -> Iterator[Ring]:
    # Joins edges to lines as long as can be, beginning where a line has its end.
    beside: dict[Point, dict[Point, None]] = defaultdict(dict)
    for start, end in edges:
        beside[start][end] = beside[end][start] = None
    for first in sorted(beside, key=lambda point: (len(beside[point]) % 2 == 0, point)):
        while beside[first]:
            line = [first]
            while beside[line[-1]]:
                here = line[-1]
                there = next(iter(beside[here]))
                del beside[here][there], beside[there][here]
                line.append(there)
            yield tuple(line)
