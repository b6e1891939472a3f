"""Dialogues, results, municipalities and funded measures as GeoJSON (RFC 7946)."""

from collections.abc import Iterable
from kommunaldialog.domain.public import FundedMeasure
from kommunaldialog.domain.public import Place
from kommunaldialog.domain.public import PublicDialog
from kommunaldialog.domain.public import PublicErgebnis
from kommunaldialog.domain.public import PublicKommune
from kommunaldialog.domain.public import to_json
from plone import api
from typing import Any
import json


MEDIA_TYPE = "application/geo+json"

Item = PublicDialog | PublicErgebnis | PublicKommune | FundedMeasure
# Longitude and latitude (WGS 84), in this order (RFC 7946, 3.1.1).
Position = tuple[float, float]


def geojson(items: Iterable[Item]) -> bytes:
    """A FeatureCollection with a Feature for each item, where its municipalities lie.

    What is about no place that is known has the geometry null (RFC 7946, 3.2).
    """
    items = list(items)
    known = positions({place.ags for item in items for place in _places(item)})
    features = [_feature(item, known) for item in items]
    collection = {"type": "FeatureCollection", "features": features}
    return json.dumps(collection, ensure_ascii=False).encode("utf-8")


def positions(keys: Iterable[str]) -> dict[str, Position]:
    """AGS -> where it lies, of the municipalities whose pages the user may see."""
    brains = api.content.find(portal_type="Kommune", ags=sorted(keys))
    kommunen = [brain.getObject() for brain in brains]
    return {
        kommune.ags: (kommune.longitude, kommune.latitude)
        for kommune in kommunen
        if kommune.longitude is not None and kommune.latitude is not None
    }


def _places(item: Item) -> tuple[Place, ...]:
    if isinstance(item, FundedMeasure):
        return (item.municipality,)
    if isinstance(item, PublicKommune):
        return (Place(item.ags, item.title, item.url),)
    return item.municipalities


def _feature(item: Item, known: dict[str, Position]) -> dict[str, Any]:
    found = [known[place.ags] for place in _places(item) if place.ags in known]
    feature = {
        "type": "Feature",
        "geometry": _geometry(found),
        "properties": to_json(item),
    }
    # A grant has no page and no id: its application is not public.
    return feature if isinstance(item, FundedMeasure) else {**feature, "id": item.uid}


def _geometry(found: list[Position]) -> dict[str, Any] | None:
    if not found:
        return None
    if len(found) == 1:
        return {"type": "Point", "coordinates": list(found[0])}
    return {"type": "MultiPoint", "coordinates": [list(point) for point in found]}
