"""What a selection finds: the same as the catalog, however many there are."""

from datetime import date
from kommunaldialog.portal.overview import hits as module
from kommunaldialog.portal.overview.hits import Hits
from kommunaldialog.portal.overview.selection import Selection
from plone import api
from plone.app.testing import logout
from Products.ZCatalog.CatalogBrains import AbstractCatalogBrain
from tests.samples import publish
import pytest


# Title, day, topics, state; "Ä" has the day of "C".
PAGES = (
    ("A", date(2016, 1, 21), ("wohnen",), "finished"),
    ("B", None, ("wohnen", "klima"), "planned"),
    ("C", date(2024, 5, 2), ("klima",), "running"),
    ("Ä", date(2024, 5, 2), ("verkehr",), "running"),
    ("E", date(2020, 2, 29), ("wohnen",), "running"),
    ("D", None, (), "planned"),
)


@pytest.fixture
def pages(portal):
    """The pages and one that nobody has published, seen by a visitor."""
    with api.env.adopt_roles(["Manager"]):
        for number, (title, day, topics, state) in enumerate(PAGES, start=1):
            page = api.content.create(
                portal,
                "Dialog",
                title=title,
                goal="Häuser " * number,
                start=day,
                topics=topics,
                status=state,
            )
            publish(page)
        api.content.create(portal, "Dialog", title="Entwurf", topics=("wohnen",))
    logout()
    return portal


@pytest.fixture(params=["few", "many"])
def find(request, pages, monkeypatch):
    """Finds, as for few pages and as for many, where other ways are quicker."""
    if request.param == "many":
        monkeypatch.setattr(module, "FEW", 0)

    def found(**form):
        return Hits(Selection.from_request(pages, "dialoge", form))

    return found


def titles(hits):
    return [brain.Title for brain in hits.all()]


def test_the_newest_come_first_equals_by_title_and_what_has_no_day_last(find):
    assert titles(find()) == ["Ä", "C", "E", "A", "B", "D"]


def test_titles_are_sorted_as_plone_sorts_them(find):
    assert titles(find(sortierung="titel")) == ["A", "Ä", "B", "C", "D", "E"]


def test_a_page_of_the_list_continues_where_the_one_before_ends(find, monkeypatch):
    monkeypatch.setattr(module, "PAGE_SIZE", 4)
    for order in ("neueste", "titel"):
        whole = titles(find(sortierung=order))
        shown = [
            brain.Title
            for page in ("1", "2")
            for brain in find(sortierung=order, seite=page).brains()
        ]
        assert shown == whole


def test_what_is_found_is_what_the_catalog_finds(find):
    for form in (
        {},
        {"thema": "wohnen"},
        {"thema": ["wohnen", "klima"]},
        {"thema": "wohnen", "stand": ["running", "planned"]},
        {"jahr": "2024", "suche": "Haus"},
        {"suche": "Haus", "thema": "vergessen"},
        {"suche": "nirgends"},
    ):
        hits = find(**form)
        brains = api.portal.get_tool("portal_catalog")(hits.selection.query())
        assert sorted(titles(hits)) == sorted(brain.Title for brain in brains), form
        assert len(hits) == len(brains)


def test_the_number_beside_a_choice_is_what_the_choice_finds(find):
    for form in ({}, {"thema": "wohnen"}, {"thema": "klima", "suche": "Haus"}):
        hits = find(**form)
        for facet in hits.selection.overview.facets:
            for key, number in hits.counts(facet).items():
                chosen = hits.selection.changed(**{facet.name: key})
                assert len(Hits(chosen)) == number > 0, (form, facet.name, key)


def test_facets_count_each_key_of_what_is_found(find):
    hits = find(stand="running")
    facet = hits.selection.overview.facet
    assert hits.counts(facet("thema")) == {"wohnen": 1, "klima": 1, "verkehr": 1}
    assert hits.counts(facet("stand")) == {"running": 3, "planned": 2, "finished": 1}
    assert hits.counts(facet("jahr")) == {"2020": 1, "2024": 2}


def test_what_says_a_word_most_often_comes_first(find):
    found = titles(find(suche="Haus"))
    assert (found[0], found[-1], len(found)) == ("D", "A", 6)


def test_no_object_is_read_to_list_count_and_sort(find, monkeypatch):
    def read(brain, *args, **kwargs):
        raise AssertionError(f"{brain.getPath()} was read")

    hits = find(thema="wohnen", suche="Haus")
    monkeypatch.setattr(AbstractCatalogBrain, "getObject", read)
    monkeypatch.setattr(AbstractCatalogBrain, "_unrestrictedGetObject", read)
    with pytest.raises(AssertionError):
        hits.all()[0].getObject()
    for facet in hits.selection.overview.facets:
        hits.counts(facet)
    assert sorted(titles(hits)) == ["A", "B", "E"]
