"""Maps that come with the product: GeoJSON files in data/, see the licence there."""

from collections.abc import Mapping
from kommunaldialog.vocabularies.maps import IMapSource
from pathlib import Path
from typing import Any
from zope.interface import implementer
import json


DATA = Path(__file__).parent / "data"


@implementer(IMapSource)
class GeoJSONFile:
    """A file of boundaries."""

    def __init__(self, path: Path, title: str) -> None:
        self.path = path
        self.title = title

    def read(self) -> Mapping[str, Any]:
        return json.loads(self.path.read_text(encoding="utf-8"))


baden_wuerttemberg = GeoJSONFile(DATA / "08.geojson", "Baden-Württemberg")
