"""Names upon the map: as many as there is room for."""

from collections.abc import Iterable
from kommunaldialog.portal.map.lines import Bounds
from kommunaldialog.portal.map.lines import bounds_of
from kommunaldialog.portal.map.lines import Point
from kommunaldialog.portal.map.lines import Ring


# Of the longer side of what is shown.
LETTER_HEIGHT = 0.022
# A letter is about so wide for its height, and a line so high.
WIDTH, LINE = 0.56, 1.2


def letter_height(box: Bounds) -> int:
    """Size of the names in units of the grid."""
    return max(1, round(max(box.width, box.height) * LETTER_HEIGHT))


def labels(named: Iterable[tuple[str, str, Bounds]], box: Bounds) -> dict[str, Point]:
    """Key -> middle of the name, of those that neither cover another nor are cut off.

    `named` are key, name and what is called so, the most important first. A name stands
    within it where there is room, and else below.
    """
    height = letter_height(box)
    taken: list[Bounds] = []
    found: dict[str, Point] = {}
    for key, name, area in named:
        width, rise = round(len(name) * height * WIDTH), round(height * LINE)
        x, y = (area.left + area.right) // 2, (area.top + area.bottom) // 2
        if width > area.width or rise > area.height:
            y = area.bottom + rise // 2
        own = Bounds(x - width // 2, y - rise // 2, x + width // 2, y + rise // 2)
        if _inside(own, box) and not any(_meet(own, other) for other in taken):
            taken.append(own)
            found[key] = (x, y)
    return found


def largest(rings: Iterable[Ring]) -> Bounds:
    """The rectangle around the largest of some rings."""
    boxes = [bounds_of(ring) for ring in rings]
    return max(boxes, key=lambda box: box.width * box.height)


def _inside(inner: Bounds, outer: Bounds) -> bool:
    return (
        outer.left <= inner.left
        and outer.top <= inner.top
        and inner.right <= outer.right
        and inner.bottom <= outer.bottom
    )


def _meet(one: Bounds, other: Bounds) -> bool:
    return (
        one.left < other.right
        and other.left < one.right
        and one.top < other.bottom
        and other.top < one.bottom
    )
