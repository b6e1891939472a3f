""" "Kommunen beraten Kommunen", as somebody from a town hall sees it."""

from datetime import date
from kommunaldialog.controlpanel.word_lists import IWordLists
from plone import api
from tests.portal.conftest import Page
import pytest


def words(element):
    return " ".join(element.text_content().split())


@pytest.fixture
def towns(functional_portal, make):
    """Who asks; one that did it, one that only advises, one that wants to be left."""
    topics = ("wohnen|Bauen und Wohnen", "sicherheit|Sicherheit", "klima|Klima")
    api.portal.set_registry_record("topics", topics, interface=IWordLists)
    values = {"kind": "stadt", "publish": True}
    made = {
        "own": make(
            "Kommune", title="Musterstadt", ags="08999001", population=25_000, **values
        ),
        "expert": make(
            "Kommune",
            title="Horb am Neckar",
            ags="08237040",
            population=25_424,
            advises_topics=("wohnen",),
            advises_methods=("werkstatt",),
            advises_on=("Moderation",),
            **values,
        ),
        "willing": make(
            "Kommune",
            title="Nagold",
            ags="08235046",
            population=400,
            kind="gemeinde",
            advises_topics=("wohnen", "sicherheit"),
        ),
        "shy": make("Kommune", title="Calw", ags="08235085", population=24_000),
    }
    facts = {"topics": ("wohnen",), "methods": ("werkstatt",)}
    make(
        "Dialog",
        title="Dialog Ortsmitte",
        municipalities=("08237040", "08235085"),
        status="finished",
        start=date(2016, 5, 1),
        **facts,
    )
    make("Dialog", title="Bald", municipalities=("08237040",), **facts)
    return made


@pytest.fixture
def visit(functional_portal, fetch, towns):
    def ask(query=""):
        return Page(fetch(f"{functional_portal.absolute_url()}/@@beraten{query}"))

    return ask


def hits(page):
    """Name -> why it is there."""
    return {
        words(hit.find(".//h3")): [words(li) for li in hit.cssselect("ul li")]
        for hit in page.main.cssselect(".kd-rows article")
    }


def test_only_those_that_are_willing_are_found_and_say_what_they_advise_on(visit):
    page = visit()
    assert hits(page) == {
        "Horb am Neckar": [
            "hat 2016 einen Dialog zu Bauen und Wohnen geführt: Dialog Ortsmitte",
            "berät zu: Bauen und Wohnen",
            "berät zur Methode: Werkstatt",
            "berät zu: Moderation",
        ],
        "Nagold": ["berät zu: Bauen und Wohnen, Sicherheit"],
    }
    assert "2 Kommunen gefunden, die beraten" in page.headings()


def test_each_hit_leads_to_its_page_and_to_whom_to_ask(visit, towns):
    links = visit().links()
    url = towns["expert"].absolute_url()
    assert links["Horb am Neckar"] == url
    assert links["Wen Sie fragen können: Horb am Neckar"] == f"{url}#kontakt"


def test_a_town_is_compared_with_the_one_that_asks(visit):
    page = visit("?meine=08999001&thema=wohnen&methode=werkstatt")
    assert hits(page)["Horb am Neckar"][:3] == [
        "hat 2016 einen Dialog zu Bauen und Wohnen geführt: "
        "Dialog Ortsmitte (Methode: Werkstatt)",
        "ähnliche Größe: 25.424 Einwohner",
        "ebenfalls: Stadt",
    ]
    assert "Musterstadt, 25.000 Einwohner" in page.text
    assert "1 Kommune gefunden, die berät" in page.headings()


def test_a_class_of_size_and_a_kind_can_stand_for_ones_own_town(visit):
    found = hits(visit("?groesse=unter-5000&art=gemeinde"))
    assert found["Nagold"][:2] == [
        "ähnliche Größe: 400 Einwohner",
        "ebenfalls: Gemeinde",
    ]
    assert "ähnliche Größe: 25.424 Einwohner" not in found["Horb am Neckar"]


def test_what_nobody_advises_on_finds_nobody_and_says_what_to_do(visit):
    page = visit("?thema=klima")
    assert hits(page) == {}
    assert "Keine Kommune gefunden, die berät" in page.headings()
    url = page.links()["einen Dialog dazu geführt hat"]
    assert url.endswith("/@@dialoge?thema=klima")


def test_a_word_that_no_list_has_asks_nothing(visit):
    page = visit("?thema=nie&methode=gehoert&art=dorf&groesse=riesig")
    assert len(hits(page)) == 2
    assert not page.main.cssselect("[selected]")


def test_the_own_town_is_chosen_by_its_name(visit):
    page = visit("?ort=muster&thema=wohnen")
    assert "Musterstadt, 25.000 Einwohner" in page.text
    (hidden,) = page.main.cssselect("input[name=meine]")
    assert hidden.get("value") == "08999001"
    assert page.links()["Andere Kommune wählen"].endswith("/@@beraten?thema=wohnen")


def test_where_several_may_be_meant_one_chooses_by_a_link(visit, make):
    make("Kommune", title="Enzkreis", ags="08236", kind="landkreis")
    make("Kommune", title="Engstingen", ags="08415089")
    for ags, title in (("08236043", "Mustertal"), ("08115002", "Musterberg")):
        make("Kommune", title=title, ags=ags)
    page = visit("?ort=muster&thema=wohnen")
    url = page.links()["Mustertal (Enzkreis)"]
    assert url.endswith("/@@beraten?meine=08236043&thema=wohnen")
    assert "Welche Kommune meinen Sie?" in page.text
    assert "Musterberg (08115002)" in page.links()
    assert "Enzkreis (08236)" in visit("?ort=en").links()


def test_a_town_that_the_register_does_not_know_is_told_so(visit):
    page = visit("?ort=Atlantis")
    assert "Diese Kommune ist nicht im Register." in page.text
    assert page.main.cssselect("#ort")[0].get("value") == "Atlantis"
    assert "nicht im Register" not in visit("?meine=99999999").text


def test_the_form_keeps_what_was_chosen(visit):
    page = visit("?thema=wohnen&groesse=5000-9999")
    chosen = [option.get("value") for option in page.main.cssselect("[selected]")]
    assert chosen == ["5000-9999", "wohnen"]


def test_a_dialogue_that_runs_or_has_no_date_or_topic_is_said_as_it_is(visit, make):
    for title, ags, values in (
        ("Läuft", "08111000", {"status": "running"}),
        ("Läuft zu", "08211000", {"status": "running", "topics": ("wohnen",)}),
        ("Irgendwann", "08212000", {"status": "finished"}),
        ("Irgendwann zu", "08221000", {"status": "finished", "topics": ("wohnen",)}),
        ("2020", "08222000", {"status": "finished", "end": date(2020, 1, 1)}),
    ):
        make("Kommune", title=title, ags=ags, advises_on=("alles",))
        make("Dialog", title="D", municipalities=(ags,), **values)
    found = hits(visit())
    assert found["Läuft"][0] == "führt gerade einen Dialog: D"
    assert found["Läuft zu"][0] == "führt gerade einen Dialog zu Bauen und Wohnen: D"
    assert found["Irgendwann"][0] == "hat einen Dialog geführt: D"
    assert (
        found["Irgendwann zu"][0] == "hat einen Dialog zu Bauen und Wohnen geführt: D"
    )
    assert found["2020"][0] == "hat 2020 einen Dialog geführt: D"


def test_a_neighbour_is_said_to_be_one_and_who_is_not_public_is_not_found(visit, make):
    values = {"advises_on": ("alles",)}
    make("Kommune", title="Nachbarin", ags="08999002", **values)
    make("Kommune", title="Geheim", ags="08999003", publish=False, **values)
    found = hits(visit("?meine=08999001"))
    assert found["Nachbarin"] == ["liegt im selben Kreis", "berät zu: alles"]
    assert "Geheim" not in found


def test_a_long_list_has_pages(visit, make):
    for number in range(21):
        make(
            "Kommune",
            title=f"A{number:02}",
            ags=f"084350{number:02}",
            advises_on=("x",),
        )
    first = visit("?groesse=ab-100000")
    assert len(hits(first)) == 20
    assert first.links()["Weiter"].endswith("?groesse=ab-100000&seite=2")
    second = visit("?groesse=ab-100000&seite=9")
    assert len(hits(second)) == 3
    assert second.links()["Zurück"].endswith("?groesse=ab-100000")
    assert "Weiter" not in second.links()


def test_a_portal_in_which_nobody_advises_says_so(functional_portal, fetch):
    page = Page(fetch(f"{functional_portal.absolute_url()}/@@beraten"))
    assert "Keine Kommune gefunden, die berät" in page.headings()
    assert "Lassen Sie" not in page.text
