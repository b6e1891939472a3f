"""Sections: where they begin, and what their start page shows."""

from datetime import timedelta
from kommunaldialog.controlpanel.word_lists import IWordLists
from kommunaldialog.portal.section import section_of
from kommunaldialog.usecases.section import begin_section
from plone import api
from tests.portal.conftest import Page
from tests.samples import make_programme
from tests.samples import now
import pytest


@pytest.fixture
def section(make):
    """A folder that is the start of a section, and one beside it that is not."""
    folder = make("Folder", title="Dialoge im Land", description="Reden Sie mit.")
    with api.env.adopt_roles(["Manager"]):
        begin_section(folder)
    return folder


@pytest.fixture
def at(fetch):
    """Shows a view of an object as a visitor sees it."""
    return lambda item, view: Page(fetch(f"{item.absolute_url()}/{view}"))


@pytest.fixture
def words():
    api.portal.set_registry_record(
        "topics", ("wohnen|Wohnen", "klima|Klima"), interface=IWordLists
    )


def test_a_page_belongs_to_the_nearest_start_of_a_section(functional_portal, make):
    outer = make("Folder", title="Außen")
    inner = make("Folder", outer, title="Innen")
    page = make("Document", inner, title="Seite")
    assert section_of(page) == functional_portal
    with api.env.adopt_roles(["Manager"]):
        begin_section(outer)
    assert section_of(page) == outer
    assert section_of(inner) == outer
    with api.env.adopt_roles(["Manager"]):
        begin_section(inner)
    assert section_of(page) == inner
    assert section_of(inner) == inner
    assert section_of(outer) == outer


def test_a_section_that_the_visitor_may_not_see_is_none(functional_portal, make):
    hidden = make("Folder", title="Versteckt", publish=False)
    page = make("Document", hidden, title="Seite")
    with api.env.adopt_roles(["Manager"]):
        begin_section(hidden)
        assert section_of(page) == hidden
    with api.env.adopt_roles(["Anonymous"]):
        assert section_of(page) == functional_portal


def test_its_start_page_shows_what_is_below_it_and_nothing_else(
    look, make, section, words
):
    make("Dialog", section, title="Ortsmitte", status="running", topics=("wohnen",))
    make("Dialog", section, title="Radwege", status="finished", topics=("klima",))
    make("Dialog", section, title="Entwurf", status="running", publish=False)
    make("Dialog", title="Anderswo", status="running", topics=("klima",))
    make("Ergebnis", section, title="Protokoll der Werkstatt", summary="Kurz.")
    make("Werkzeug", section, title="Räume", kind="guide", phases=("hold",))
    page = look(section)
    assert page.headings()[0] == "Dialoge im Land"
    assert "Reden Sie mit." in page.text
    links = page.links()
    url = section.absolute_url()
    assert links["Ortsmitte"] == f"{url}/ortsmitte"
    # It is what the folder's own address shows, wherever the folder is moved.
    root = api.portal.get().absolute_url()
    assert f"{root}/permalink/{section.UID()}" in links
    assert links["Alle Dialoge (2)"] == f"{url}/@@dialoge"
    assert links["Wohnen (1)"] == f"{url}/@@dialoge?thema=wohnen"
    assert links["Klima (1)"] == f"{url}/@@dialoge?thema=klima"
    assert links["Durchführen (1)"] == f"{url}/@@werkzeuge?phase=hold"
    assert "Protokoll der Werkstatt" in links
    # What is running comes first; the finished one is in the overview.
    assert "Dialoge, die gerade laufen" in page.headings()
    for absent in ("Radwege", "Entwurf", "Anderswo"):
        assert absent not in page.text


def test_where_nothing_is_running_the_newest_dialogues_are_shown(look, make, section):
    make("Dialog", section, title="Radwege", status="finished")
    page = look(section)
    assert "Neueste Dialoge" in page.headings()
    assert "Radwege" in page.links()


def test_nobody_is_led_to_take_part_in_an_archived_dialogue(look, at, make, section):
    dialogue = make("Dialog", section, title="Radwege", status="running")
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(dialogue, "archive")
    assert "Neueste Dialoge" in look(section).headings()
    assert "Dialoge, die gerade laufen" not in look(section).headings()
    page = at(section, "@@dialoge")
    assert "Radwege archiviert" in page.text
    assert "läuft" not in page.text
    assert look(dialogue).facts()["Stand"] == "archiviert"


def test_an_empty_section_says_so(look, section):
    page = look(section)
    assert "Hier ist noch kein Dialog veröffentlicht." in page.text
    assert "Worum es geht" not in page.headings()
    assert "Finden Sie Kommunen wie Ihre" in page.text


def test_calls_are_shown_with_their_deadline_until_they_end(look, section):
    make_programme(section, title="Später", opening=now() + timedelta(days=3))
    make_programme(section, title="Jetzt", reference_prefix="J")
    over = now() - timedelta(days=1)
    make_programme(section, title="Vorbei", reference_prefix="V", deadline=over)
    text = look(section).text
    assert "Jetzt Offen für Anträge Anträge sind bis zum" in text
    assert "Später Angekündigt Anträge sind ab dem" in text
    assert text.index("Jetzt Offen") < text.index("Später Angekündigt")
    assert "Vorbei" not in text


def test_it_says_how_many_municipalities_pass_on_what_they_learnt(
    look, make, section, words
):
    make("Kommune", title="Musterstadt", ags="08999001", advises_topics=("wohnen",))
    assert "Eine Kommune gibt weiter, was sie gelernt hat." in look(section).text
    make("Kommune", title="Beispielhausen", ags="08999002", advises_topics=("klima",))
    make("Kommune", title="Nirgends", ags="08999003")
    assert "2 Kommunen geben weiter" in look(section).text


def test_each_page_links_to_the_overviews_of_its_section(look, make, section):
    tool = make("Werkzeug", section, title="Räume", kind="guide")
    nav = look(tool).tree.find_class("kd-section")[0]
    links = {a.text_content().strip(): a for a in nav.iter("a")}
    url = section.absolute_url()
    assert links["Dialoge"].get("href") == f"{url}/@@dialoge"
    assert links["Überblick"].get("href") == url
    assert links["Werkzeuge"].get("aria-current") == "true"
    assert links["Dialoge"].get("aria-current") is None
    nav = look(section).tree.find_class("kd-section")[0]
    assert [a.text_content() for a in nav.xpath(".//a[@aria-current='page']")] == [
        "Überblick"
    ]


def test_two_sections_of_one_portal_know_nothing_of_each_other(look, make, section):
    other = make("Folder", title="Dialoge der Stadt")
    with api.env.adopt_roles(["Manager"]):
        begin_section(other)
    make("Dialog", section, title="Ortsmitte")
    make("Dialog", other, title="Radwege")
    assert "Radwege" not in look(section).text
    assert "Ortsmitte" not in look(other).text


def test_the_toolbox_goes_through_the_phases_of_a_dialogue(at, make, section):
    make("Werkzeug", section, title="Räume", kind="checklist", phases=("prepare",))
    make("Werkzeug", section, title="Regeln", kind="guide", phases=("hold", "prepare"))
    make("Werkzeug", section, title="Merkblatt", kind="guide")
    make("Werkzeug", section, title="Entwurf", kind="guide", publish=False)
    page = at(section, "@@werkzeugkasten")
    assert page.headings() == [
        "Werkzeugkasten",
        "Wo stehen Sie gerade?",
        "Vorbereiten",
        "Durchführen",
        "In jeder Phase nützlich",
    ]
    nav = page.tree.find_class("kd-section")[0]
    assert [a.text_content() for a in nav.xpath(".//a[@aria-current='true']")] == [
        "Werkzeuge"
    ]
    links = page.links()
    assert links["Vorbereiten (2)"] == "#phase-prepare"
    assert links["Merkblatt"] == f"{section.absolute_url()}/merkblatt"
    assert "Entwurf" not in page.text
    # Within a phase by kind, in the order of the editors' list.
    start = page.text.index("Leitfaden Regeln Checkliste Räume")
    assert start < page.text.index("Leitfaden Regeln In jeder Phase")


def test_an_empty_toolbox_says_so(at, section):
    page = at(section, "@@werkzeugkasten")
    assert page.headings() == ["Werkzeugkasten"]
    assert "Hier ist noch kein Werkzeug veröffentlicht." in page.text
