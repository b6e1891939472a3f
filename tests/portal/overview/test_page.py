"""The pages of the overviews, as a visitor sees them."""

from DateTime import DateTime
from plone import api
from tests.client import Client
from tests.samples import PASSWORD
import feedparser
import pytest
import transaction


def words(element):
    return " ".join(element.text_content().split())


def listed(page):
    return [words(link) for link in page.main.cssselect(".kd-rows h3 a")]


def facet(page, name):
    """What can be chosen of a facet, with its number."""
    found = page.main.cssselect(f"#auswahl-{name} li a")
    return [words(link).partition("–")[0] for link in found]


def test_an_overview_lists_what_is_published_below_its_folder_the_newest_first(visit):
    page = visit("dialoge")
    assert listed(page) == ["Ortsmitte", "Radwege", "Häuser"]
    assert page.headings() == ["Dialoge", "Auswahl eingrenzen", "3 Dialoge gefunden"]


def test_the_number_found_is_a_status_and_in_the_title_of_the_window(visit):
    page = visit("dialoge?thema=klima")
    (status,) = page.main.cssselect("[role=status]")
    assert words(status) == "1 Dialog gefunden"
    assert page.tree.findtext(".//title").startswith("Dialoge – 1 Dialog gefunden")


def test_a_facet_says_how_many_there_are_of_each_and_hides_what_is_empty(visit):
    page = visit("dialoge")
    assert facet(page, "thema") == ["Wohnen (2)", "Klima (1)", "Verkehr (1)"]
    assert facet(page, "jahr") == ["2024 (1)", "2017 (1)", "2016 (1)"]
    assert facet(page, "kreis") == ["08998 (1)", "Musterkreis (1)"]
    # All are of one kind: there is nothing to choose.
    assert facet(page, "art") == []


def test_choices_of_different_facets_are_combined(visit):
    page = visit("dialoge?thema=wohnen&stand=planned")
    assert listed(page) == ["Häuser"]


def test_choices_of_one_facet_stand_beside_each_other(visit):
    page = visit("dialoge?thema=klima&thema=verkehr")
    assert listed(page) == ["Ortsmitte", "Radwege"]


def test_a_facet_counts_without_its_own_choice_so_that_one_can_switch(visit):
    page = visit("dialoge?thema=klima")
    assert facet(page, "thema") == ["Wohnen (2)", "Klima (1)", "Verkehr (1)"]
    assert facet(page, "stand") == []


def test_what_was_chosen_is_taken_back_by_a_link(visit, land):
    base = f"{land.absolute_url()}/@@dialoge"
    page = visit("dialoge?thema=wohnen&stand=planned&suche=Haus")
    links = page.links()
    assert links["Thema: Wohnen entfernen×"] == f"{base}?stand=planned&suche=Haus"
    assert links["Suche: „Haus“ entfernen×"] == f"{base}?thema=wohnen&stand=planned"
    assert links["Auswahl aufheben"] == base
    (chosen,) = page.main.cssselect("#auswahl-thema a[aria-current=true]")
    assert chosen.get("href") == f"{base}?stand=planned&suche=Haus"


def test_municipalities_are_offered_where_few_are_left_or_in_the_chosen_kreis(visit):
    assert facet(visit("dialoge"), "kommune") == [
        "Beispielstadt (1)",
        "Musterstadt (1)",
    ]
    page = visit("dialoge?kreis=08998&kommune=08998001")
    assert facet(page, "kommune") == ["Beispielstadt (1)"]


def test_a_word_is_found_in_each_of_its_forms_and_keeps_the_choices(visit):
    page = visit("dialoge?suche=Haus&thema=wohnen")
    assert listed(page) == ["Häuser"]
    (form,) = page.main.cssselect("form[role=search]")
    assert form.get("method") == "get"
    assert [(field.name, field.value) for field in form.cssselect("input")] == [
        ("suche", "Haus"),
        ("thema", "wohnen"),
    ]


def test_what_fits_best_comes_first_when_somebody_searches(visit):
    page = visit("dialoge?suche=Ortsmitte")
    assert listed(page) == ["Ortsmitte"]
    assert facet(visit("dialoge?suche=wohnen"), "thema") != []
    orders = visit("dialoge?suche=wohnen").main.cssselect(".kd-orders a")
    assert [(words(order), order.get("aria-current")) for order in orders] == [
        ("Beste Treffer zuerst", "true"),
        ("Neueste zuerst", None),
        ("Titel A–Z", None),
    ]


def test_the_list_is_sorted_by_title_when_asked(visit):
    page = visit("dialoge?sortierung=titel")
    assert listed(page) == ["Häuser", "Ortsmitte", "Radwege"]


def test_where_nothing_fits_the_page_says_what_to_do(visit):
    page = visit("dialoge?thema=klima&stand=planned")
    assert listed(page) == []
    assert "Keine Dialoge gefunden" in page.text
    assert "Nehmen Sie etwas aus Ihrer Auswahl" in page.text
    # What was chosen can be switched, and taken back.
    assert facet(page, "stand") == ["geplant (0)", "läuft (1)"]


@pytest.mark.parametrize(
    "address",
    [
        "dialoge?thema=",
        "dialoge?seite=99999999999999999999",
        "dialoge?seite=-1&sortierung=quatsch",
        "dialoge?thema:record.a=1",
        "dialoge?suche:list=%22%22",
        "dialoge?suche=%FF%00",
        "dialoge?thema=%3Cscript%3E",
    ],
)
def test_an_address_that_makes_no_sense_shows_what_is_left_of_it(visit, address):
    assert len(listed(visit(address))) == 3


def test_a_key_that_is_no_longer_known_finds_nothing_and_can_be_taken_back(visit):
    page = visit("dialoge?thema=vergessen")
    assert listed(page) == []
    assert "Thema: vergessen entfernen×" in page.links()


def test_a_long_list_is_shown_twenty_at_a_time(visit, make, land):
    for number in range(22):
        make("Dialog", land, title=f"Dialog {number:02}")
    base = f"{land.absolute_url()}/@@dialoge"
    page = visit("dialoge?sortierung=titel")
    assert len(listed(page)) == 20
    links = page.links()
    assert links["Weiter"] == f"{base}?sortierung=titel&seite=2"
    assert "Zurück" not in links
    last = visit("dialoge?sortierung=titel&seite=7")
    assert len(listed(last)) == 5
    assert last.links()["Zurück"] == f"{base}?sortierung=titel"
    (here,) = last.main.cssselect(".kd-pages a[aria-current=page]")
    assert words(here) == "Seite 2"


def test_an_unpublished_dialogue_is_counted_for_who_may_see_it_only(visit, land):
    with api.env.adopt_roles(["Manager"]):
        api.user.create("a@example.org", "redaktion", PASSWORD)
        api.user.grant_roles("redaktion", roles=["Manager"])
    assert facet(visit("dialoge", "redaktion"), "thema")[0] == "Wohnen (3)"
    assert facet(visit("dialoge"), "thema")[0] == "Wohnen (2)"


def test_a_result_says_its_dialogue_and_what_became_of_it(visit):
    page = visit("ergebnisse?thema=klima")
    (row,) = page.main.cssselect(".kd-rows li article")
    assert words(row) == (
        "Protokoll noch offen Protokoll 1. Juni 2024 Ortsmitte Themen: Wohnen, Klima"
    )


def test_municipalities_are_those_of_the_whole_portal_by_kreis_and_size(visit):
    page = visit("kommunen")
    assert listed(page) == ["Beispielstadt", "Musterkreis", "Musterstadt"]
    assert facet(page, "groesse") == ["unter 5.000 (1)", "20.000 bis 49.999 (1)"]
    assert facet(page, "kreis") == ["08998 (1)", "Musterkreis (2)"]
    assert facet(page, "thema") == ["Verkehr (1)"]
    assert "Gemeinde Musterkreis 25.424 Einwohner" in page.text


def test_tools_are_found_by_the_phase_in_which_they_help(visit, make, land):
    make("Werkzeug", land, title="Leitfaden", phases=("prepare", "invite"))
    make("Werkzeug", land, title="Vorlage", kind="template", phases=("invite",))
    page = visit("werkzeuge")
    assert facet(page, "phase") == ["Vorbereiten (1)", "Einladen (2)"]
    assert listed(visit("werkzeuge?phase=prepare")) == ["Leitfaden"]
    assert "Leitfaden Vorbereiten, Einladen" in page.text


def test_the_very_selection_can_be_subscribed_to(visit, land, functional):
    page = visit("dialoge?thema=wohnen")
    url = page.links()["Diese Auswahl abonnieren (RSS)"]
    assert url == f"{land.absolute_url()}/@@dialoge/rss?thema=wohnen"
    (link,) = page.tree.cssselect("link[type='application/rss+xml'][href*=thema]")
    assert link.get("href") == url
    answer = Client(functional["app"]).get(url)
    assert answer.headers["Content-Type"] == "application/rss+xml; charset=utf-8"
    feed = feedparser.parse(answer.text)
    assert not feed.bozo
    assert feed.version == "rss20"
    assert {entry.title for entry in feed.entries} == {"Ortsmitte", "Häuser"}
    ortsmitte = next(entry for entry in feed.entries if entry.title == "Ortsmitte")
    assert ortsmitte.summary == "Wie die Ortsmitte wieder lebt."
    assert feed.entries[0].published_parsed.tm_year > 2000
    assert feed.feed.link == f"{land.absolute_url()}/@@dialoge?thema=wohnen"


@pytest.mark.parametrize("order", ["neueste", "titel"])
def test_what_was_published_last_comes_first_in_a_feed(visit, land, functional, order):
    # By day of the dialogue, and by title, the others come first.
    for days, name in enumerate(("ortsmitte", "haeuser", "radwege")):
        land[name].setEffectiveDate(DateTime() - 9 + days)
        land[name].reindexObject()
    transaction.commit()
    url = f"{land.absolute_url()}/@@dialoge/rss?sortierung={order}"
    feed = feedparser.parse(Client(functional["app"]).get(url).text)
    titles = [entry.title for entry in feed.entries]
    assert titles == ["Radwege", "Häuser", "Ortsmitte"]


def test_there_is_no_other_address_below_an_overview(visit, land, functional):
    url = f"{land.absolute_url()}/@@dialoge"
    client = Client(functional["app"])
    assert client.get(f"{url}/atom").status == 404
    assert client.get(f"{url}/rss/rss").status == 404
