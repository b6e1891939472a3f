"""What a map links to: municipalities, or where they are many, their Kreise."""

from collections.abc import Callable
from collections.abc import Iterable
from kommunaldialog.content.register import kreis_names
from kommunaldialog.portal.map.labels import labels
from kommunaldialog.portal.map.land import KREIS_DIGITS
from kommunaldialog.portal.map.land import Land
from kommunaldialog.portal.map.lines import Bounds
from kommunaldialog.portal.map.lines import Point
from typing import NamedTuple


# Who goes from link to link by keyboard has no more of them on one map.
MANY = 60


class Place(NamedTuple):
    """A municipality with dialogues; `path` is empty for one that the map lacks.

    `url` leads to its page, or to its dialogues where it has none that is public. Or a
    Kreis with such municipalities: `url` leads to the map of it.
    """

    key: str
    name: str
    number: str
    url: str
    dialogues: str
    path: str
    label: Point | None


def by_kreis(
    places: Iterable[Place],
    land: Land,
    box: Bounds,
    count: Callable[[int], str],
    url: Callable[[str], str],
) -> list[Place]:
    """The Kreise of places, by name, each drawn as its municipalities with dialogues.

    `count` says in words how many there are, `url` where the map of a Kreis is.
    """
    groups: dict[str, list[Place]] = {}
    for place in places:
        groups.setdefault(place.key[:KREIS_DIGITS], []).append(place)
    names = kreis_names(groups)
    areas = ((key, names[key], land.bounds(key)) for key in groups)
    written = labels(areas, box)
    found = [
        Place(
            key=key,
            name=names[key],
            number=count(len(within)),
            url=url(key),
            dialogues="",
            path="".join(place.path for place in within),
            label=written.get(key),
        )
        for key, within in groups.items()
    ]
    return sorted(found, key=lambda place: place.name)
