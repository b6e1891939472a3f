"""A Land as it is drawn: the area of each municipality, and what lies beneath."""

from collections.abc import Iterator
from collections.abc import Mapping
from functools import lru_cache
from hashlib import sha256
from kommunaldialog.portal.map.lines import borders
from kommunaldialog.portal.map.lines import Bounds
from kommunaldialog.portal.map.lines import bounds_of
from kommunaldialog.portal.map.lines import Degrees
from kommunaldialog.portal.map.lines import Grid
from kommunaldialog.portal.map.lines import path
from kommunaldialog.portal.map.lines import Ring
from kommunaldialog.vocabularies.maps import chosen_map
from kommunaldialog.vocabularies.maps import IMapSource
from typing import Any


KREIS_DIGITS = 5

# Quiet colours, with enough contrast to what is drawn upon them.
BASE = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}">
<g id="karte" fill="none" stroke-linejoin="round">
<path fill="#f3f6f7" stroke="#48575e" stroke-width="1.5" d="{outline}" {thin}/>
<path stroke="#d3dcdf" stroke-width="0.5" d="{municipalities}" {thin}/>
<path stroke="#8a99a0" stroke-width="1" d="{kreise}" {thin}/>
</g></svg>
"""
THIN = 'vector-effect="non-scaling-stroke"'


class Land:
    """Made from a GeoJSON FeatureCollection (see IMapSource)."""

    def __init__(self, collection: Mapping[str, Any]) -> None:
        self.source: str = collection.get("source", "")
        self.licence: str = collection.get("licence", "")
        self.regions: Mapping[str, str] = collection.get("regions", {})
        features = collection["features"]
        places = [
            place for feature in features for ring in _rings(feature) for place in ring
        ]
        grid = Grid(places)
        self.areas: dict[str, list[Ring]] = {
            feature["properties"]["ags"]: [grid.ring(ring) for ring in _rings(feature)]
            for feature in features
        }
        self._paths: dict[str, str] = {}
        self.base = self._base()
        self.digest = sha256(self.base.encode()).hexdigest()[:12]

    def outline(self, key: str) -> str:
        """The ``d`` of an SVG path around a municipality or region; "" for unknown."""
        if key not in self._paths:
            self._paths[key] = path(self.area(key))
        return self._paths[key]

    def area(self, key: str) -> list[Ring]:
        """The rings around a municipality, or around all in a region ("08237").

        None for a key that the map does not know.
        """
        if len(key) > KREIS_DIGITS:
            return self.areas.get(key, [])
        within = [
            (key, ring)
            for ags, rings in self.areas.items()
            if ags.startswith(key)
            for ring in rings
        ]
        # Beside a neighbour in the same region there is no line.
        return [line for lines in borders(within).values() for line in lines]

    def bounds(self, *keys: str) -> Bounds:
        """The rectangle around regions or municipalities; around all for no key."""
        rings = [
            ring
            for ags, found in self.areas.items()
            if not keys or ags.startswith(keys)
            for ring in found
        ]
        if not rings:
            return self.bounds()
        return bounds_of(point for ring in rings for point in ring)

    def within(self, region: str) -> list[str]:
        """The keys of the next smaller regions; of the largest for no region."""
        inner = sorted(
            key for key in self.regions if key.startswith(region) and key != region
        )
        return [
            key
            for key in inner
            if not any(key != other and key.startswith(other) for other in inner)
        ]

    def kreise(self, region: str) -> tuple[str, ...]:
        """The keys of the Kreise in a region, itself where it is one."""
        return tuple(
            key
            for key in sorted(self.regions)
            if key.startswith(region) and len(key) == KREIS_DIGITS
        )

    def _base(self) -> str:
        lines = borders(
            (ags, ring) for ags, rings in self.areas.items() for ring in rings
        )
        municipalities, kreise = [], []
        for names, found in lines.items():
            if len({name[:KREIS_DIGITS] for name in names}) > 1:
                kreise += found
            elif len(names) > 1:
                municipalities += found
        left, top, right, bottom = self.bounds()
        return BASE.format(
            box=f"{left} {top} {right - left} {bottom - top}",
            outline=path(self.area("")),
            municipalities=path(municipalities),
            kreise=path(kreise),
            thin=THIN,
        )


def _rings(feature: Mapping[str, Any]) -> Iterator[list[Degrees]]:
    shape = feature["geometry"]
    parts = shape["coordinates"]
    for polygon in [parts] if shape["type"] == "Polygon" else parts:
        yield from polygon


def the_land() -> Land | None:
    """The map that the portal's settings name; None where they name none."""
    source = chosen_map()
    return None if source is None else _land(source)


@lru_cache(maxsize=4)
def _land(source: IMapSource) -> Land:
    return Land(source.read())
