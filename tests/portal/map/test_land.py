"""A Land as it is drawn; the one that comes with the product."""

from kommunaldialog.portal.map.land import Land
from kommunaldialog.portal.map.lines import bounds_of
from kommunaldialog.portal.map.source import baden_wuerttemberg
from kommunaldialog.vocabularies.maps import IMapSource
from lxml import etree
from zope.interface.verify import verifyObject
import pytest


def square(ags, west, south, kind="Polygon"):
    ring = [
        [west, south],
        [west + 1, south],
        [west + 1, south + 1],
        [west, south + 1],
        [west, south],
    ]
    rings = [ring] if kind == "Polygon" else [[ring]]
    return {
        "properties": {"ags": ags},
        "geometry": {"type": kind, "coordinates": rings},
    }


@pytest.fixture
def small():
    """Two municipalities of one Kreis side by side, one of another above."""
    return Land(
        {
            "source": "Amt",
            "regions": {"01": "Bezirk", "01001": "Kreis A", "01002": "Kreis B"},
            "features": [
                square("01001001", 0, 0),
                square("01001002", 1, 0, "MultiPolygon"),
                square("01002001", 0, 1),
            ],
        }
    )


@pytest.fixture(scope="module")
def land():
    return Land(baden_wuerttemberg.read())


def test_the_whole_reaches_around_all(small):
    assert small.bounds() == (0, 0, 2000, 2000)
    assert small.bounds("01001") == (0, 1000, 2000, 2000)
    assert small.bounds("01001002", "01002001") == small.bounds()


def test_what_the_map_does_not_know_is_looked_for_in_all_of_it(small):
    assert small.bounds("08999") == small.bounds()
    assert small.outline("08999001") == ""
    assert small.outline("08999") == ""


def test_a_kreis_is_drawn_without_the_borders_within(small):
    assert small.outline("01001001") == "M0 2000l1000 0 0-1000-1000 0 0 1000z"
    (ring,) = small.area("01001")
    assert bounds_of(ring) == (0, 1000, 2000, 2000)
    assert (1000, 1500) not in ring


def test_regions_lie_within_each_other(small):
    assert small.within("") == ["01"]
    assert small.within("01") == ["01001", "01002"]
    assert small.within("01001") == []
    assert small.kreise("01") == ("01001", "01002")
    assert small.kreise("01002") == ("01002",)


def test_beneath_lie_the_outline_and_both_kinds_of_borders(small):
    tree = etree.fromstring(small.base)
    assert tree.get("viewBox") == "0 0 2000 2000"
    outline, municipalities, kreise = tree.iter("{*}path")
    assert municipalities.get("d") == "M1000 1000l0 1000"
    assert kreise.get("d") == "M0 1000l1000 0"
    assert outline.get("d").count("M") == 1


def test_another_map_has_another_digest(small):
    assert small.digest != Land({"features": [square("01001001", 0, 0)]}).digest


def test_the_map_of_the_product_has_every_municipality_with_its_kreis(land):
    assert len(land.areas) == 1103
    assert {ags[:5] for ags in land.areas} == set(land.kreise(""))
    assert len(land.kreise("")) == 44
    assert land.within("") == ["081", "082", "083", "084"]


def test_it_says_whose_data_it_is(land):
    assert "© GeoBasis-DE / BKG 2021 (Daten verändert)" in land.source
    assert "dl-de/by-2-0" in land.licence


def test_it_is_small_enough_to_be_sent_with_a_page(land):
    assert len(land.base) < 100_000
    assert sum(len(land.outline(ags)) for ags in land.areas) < 120_000


def test_the_source_is_what_a_portal_can_choose():
    assert verifyObject(IMapSource, baden_wuerttemberg)
