"""What an address of an overview asks for."""

from kommunaldialog.portal.overview.selection import Selection
from plone import api
import pytest


@pytest.fixture
def select(portal):
    def from_form(name="dialoge", **form):
        return Selection.from_request(portal, name, form)

    return from_form


def test_a_selection_says_what_to_ask_the_catalog(select, portal):
    selection = select(thema=["wohnen", "klima"], stand="running", suche="Haus")
    assert selection.query() == {
        "portal_type": "Dialog",
        "path": "/".join(portal.getPhysicalPath()),
        "dialogue_topics": ["wohnen", "klima"],
        "dialogue_state": ["running"],
        "dialogue_text": '("haus" OR "haus*")',
        "sort_on": "sortable_title",
    }


def test_an_address_read_and_written_is_the_same(select, portal):
    form = {"thema": ["a", "b"], "jahr": "2016", "suche": "Häuser & Höfe", "seite": "3"}
    selection = select(**form)
    assert selection.url() == (
        f"{portal.absolute_url()}/@@dialoge"
        "?thema=a&thema=b&jahr=2016&suche=H%C3%A4user+%26+H%C3%B6fe&seite=3"
    )


def test_any_change_but_of_the_page_leads_to_the_first_page(select):
    selection = select(thema="a", seite="3")
    assert selection.changed(stand="running").page == 1
    assert selection.changed(seite=4).page == 4
    assert selection.changed(seite=4).chosen("thema") == ("a",)


def test_a_new_search_is_sorted_by_how_well_it_fits_unless_somebody_chose(select):
    assert select(suche="Haus").order == "relevanz"
    assert select().changed(suche="Haus").order == "relevanz"
    assert select(sortierung="titel").changed(suche="Haus").order == "titel"
    assert select(suche="Haus").changed(suche="").order == "neueste"
    assert select(sortierung="relevanz").order == "neueste"


def test_a_key_chosen_twice_is_chosen_once_and_taken_back_at_once(select):
    selection = select(thema=["a", "a", "b"])
    assert selection.chosen("thema") == ("a", "b")
    assert selection.toggled("thema", "a").chosen("thema") == ("b",)
    assert selection.toggled("thema", "c").chosen("thema") == ("a", "b", "c")


def test_the_addresses_of_many_keys_are_those_of_each(select):
    selection = select(thema=["a", "b"], stand="running", suche="thema=-", seite="3")
    assert selection.toggles("thema", ["a", "c"]) == {
        key: selection.toggled("thema", key).url() for key in ("a", "c")
    }


def test_what_is_no_key_is_left_out(select):
    assert select(thema=["A B", "<a>", "x" * 61, object(), "gut"]).chosen("thema") == (
        "gut",
    )
    assert (
        len(select(jahr=[str(year) for year in range(1000, 1200)]).choices[0][1]) == 50
    )


def test_a_search_without_a_word_is_none(select):
    selection = select(suche=" – ")
    assert "dialogue_text" not in selection.query()
    assert selection.order == "neueste"


def test_a_parameter_of_another_overview_is_none_of_this_one(select):
    assert select("werkzeuge", stand="running", phase="invite").choices == (
        ("phase", ("invite",)),
    )


def test_municipalities_are_looked_for_in_the_whole_portal(portal, select):
    with api.env.adopt_roles(["Manager"]):
        folder = api.content.create(portal, "Folder", title="Bereich")
    selection = Selection.from_request(folder, "kommunen", {})
    assert selection.path == "/".join(portal.getPhysicalPath())
    assert selection.base == f"{folder.absolute_url()}/@@kommunen"
    dialogues = Selection.from_request(folder, "dialoge", {})
    assert dialogues.path == "/".join(folder.getPhysicalPath())
