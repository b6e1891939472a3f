"""The lists of applications and of consultations."""

from kommunaldialog.granting import listing as pages
from kommunaldialog.granting.listing import listing
from kommunaldialog.usecases.withdraw import withdraw
from plone import api
from tests.client import Client
from tests.granting import main
from tests.granting import rows
from tests.samples import acting
from tests.samples import make_assessed
from tests.samples import make_consultation
from tests.samples import make_draft
from tests.samples import make_submitted
from tests.samples import now
from tests.samples import OTHER_AGS
from urllib.parse import parse_qs
from urllib.parse import urlsplit
from ZODB.Connection import Connection
from zope.lifecycleevent import modified
import pytest
import transaction


NEIGHBOUR = {"user": "fremde", "ags": OTHER_AGS}


def test_the_list_says_what_arrived(office):
    office.make(make_submitted)
    (row,) = rows(office.opened("sachbearbeitung", office.funding, "antraege"))
    assert row[1].startswith("KD-")
    assert row[2:4] == ["Musterstadt", "Dialog Ortsmitte Gemeinsam in Vielfalt"]
    assert (row[4], row[5]) == ("3.000,00 €", "–")
    assert (row[7], row[8]) == ("–", "Eingegangen")


def test_the_newest_arrival_comes_first(office):
    office.make(make_submitted)
    office.make(make_submitted, **NEIGHBOUR)
    found = rows(office.opened("entscheidung", office.funding, "antraege"))
    assert [row[2] for row in found] == ["Beispielhausen", "Musterstadt"]


def test_drafts_never_appear_not_even_withdrawn_ones(office):
    office.make(make_draft)
    withdrawn = office.make(make_draft, "fremde", OTHER_AGS)
    with acting("fremde"):
        withdraw(withdrawn, now())
    transaction.commit()
    browser = office.opened("sachbearbeitung", office.funding, "antraege")
    assert rows(browser) == []
    assert "Es ist noch kein Antrag eingegangen." in main(browser)
    assert "Zurückgezogen (0)" in main(browser)
    # To the login, as anything that one may not see.
    assert office.status("sachbearbeitung", withdrawn, "vorgang") == 302


def test_the_list_is_filtered_by_state_and_pillar(office):
    with api.env.adopt_roles(["Manager"]):
        api.content.create(
            office.funding, "Saeule", id="saeule-2", title="Ehrenamt stärken"
        )
    office.make(make_assessed)
    office.make(make_submitted, **NEIGHBOUR)
    browser = office.opened("sachbearbeitung", office.funding, "antraege")
    browser.getControl(name="zustand").value = ["ready_for_decision"]
    browser.getControl("Filtern").click()
    assert [row[2] for row in rows(browser)] == ["Musterstadt"]
    browser.getControl(name="saeule").value = ["saeule-2"]
    browser.getControl("Filtern").click()
    assert "Kein Antrag passt zu dieser Auswahl." in main(browser)
    browser.getLink("Alle Anträge zeigen").click()
    assert len(rows(browser)) == 2


@pytest.mark.parametrize(
    "query",
    [
        "zustand=draft",
        "zustand=x&saeule=y",
        "seite=0",
        "seite=99",
        "seite=x",
        "seite=" + "9" * 5000,
    ],
)
def test_an_address_that_asks_for_what_is_not_there_shows_the_list(office, query):
    office.make(make_submitted)
    office.make(make_draft, "fremde", OTHER_AGS)
    browser = office.opened("sachbearbeitung", office.funding, f"antraege?{query}")
    assert [row[2] for row in rows(browser)] == ["Musterstadt"]


def test_the_list_is_read_a_page_at_a_time(office, monkeypatch):
    monkeypatch.setattr(pages, "PAGE_SIZE", 1)
    office.make(make_submitted)
    office.make(make_submitted, **NEIGHBOUR)
    browser = office.opened(
        "sachbearbeitung", office.funding, "antraege?saeule=saeule-1"
    )
    assert "Seite 1 von 2" in main(browser)
    browser.getLink("Nächste Seite").click()
    assert [row[2] for row in rows(browser)] == ["Musterstadt"]
    query = parse_qs(urlsplit(browser.url).query)
    assert query == {"saeule": ["saeule-1"], "seite": ["2"]}
    browser.getLink("Vorige Seite").click()
    assert [row[2] for row in rows(browser)] == ["Beispielhausen"]


def test_a_list_page_reads_only_what_it_shows():
    class Found:
        def __len__(self):
            return 45

        def __getitem__(self, part):
            return range(45)[part]

    last = listing(Found(), "3", "https://example.org", {})
    assert (list(last.items), last.pages) == ([40, 41, 42, 43, 44], 3)
    assert (last.next, last.previous) == (None, "https://example.org?seite=2")


def test_the_list_of_consultations_wakes_no_record(office, monkeypatch):
    office.make(make_submitted)

    def wake(self, *args):
        raise AssertionError("a list woke an object")

    monkeypatch.setattr(
        "Products.ZCatalog.CatalogBrains.AbstractCatalogBrain.getObject", wake
    )
    assert office.status("sachbearbeitung", office.funding, "beratungen") == 200


@pytest.mark.parametrize("view", ["antraege", "aufsichtsliste"])
def test_a_list_of_cases_loads_none_of_the_applications(office, monkeypatch, view):
    office.make(make_submitted)
    loaded = []
    setstate = Connection.setstate

    def watched(connection, item):
        loaded.append(type(item).__name__)
        setstate(connection, item)

    monkeypatch.setattr(Connection, "setstate", watched)
    office.app._p_jar.db().cacheMinimize()
    assert office.status("sachbearbeitung", office.funding, view) == 200
    assert "Vorgangsablage" in loaded
    assert "Foerderantrag" not in loaded


def test_other_groups_on_the_programme_see_its_list_at_once(office):
    office.make(make_submitted)
    api.group.create("neue-stelle")
    api.user.create(email="neu@example.org", username="neu", password="x" * 12)
    api.group.add_user(groupname="neue-stelle", username="neu")
    office.funding.case_worker_groups = ("neue-stelle",)
    modified(office.funding)
    transaction.commit()
    browser = Client(office.app, "neu", "x" * 12).browser()
    browser.open(f"{office.funding.absolute_url()}/@@antraege")
    assert len(rows(browser)) == 1
    assert office.status("sachbearbeitung", office.funding, "antraege") in (302, 401)


@pytest.mark.parametrize("view", ["antraege", "beratungen", "beratung-erfassen"])
@pytest.mark.parametrize("user", [None, "antragstellung", "webredaktion"])
def test_the_lists_are_the_offices(office, view, user):
    assert office.status(user, office.funding, view) in (302, 401)


@pytest.mark.parametrize("user", ["ministerium", "entscheidung"])
def test_only_a_case_worker_records_consultations(office, user):
    browser = office.opened(user, office.funding, "beratungen")
    assert "Beratung eintragen" not in main(browser)
    assert office.status(user, office.funding, "beratung-erfassen") in (302, 401)


def test_the_case_store_leads_to_the_list(office):
    browser = Client(office.app, "sachbearbeitung").browser()
    browser.open(office.funding.case_store().absolute_url())
    assert browser.url.endswith("/@@antraege")


def test_the_consultations_are_listed_and_linked(office):
    office.make(make_consultation, note="Förderung ist möglich.")
    browser = office.opened("ministerium", office.funding, "beratungen")
    (row,) = rows(browser)
    assert row[0] == "Musterstadt"
    assert row[2:] == ["Sabine Sachbearbeitung", "Gemeinsam in Vielfalt"]
    browser.getLink(url="vorgaenge").click()
    text = main(browser)
    for part in ("Beratung: Musterstadt", "Anna Antrag", "Förderung ist möglich."):
        assert part in text
    assert "Eingetragen Sabine Sachbearbeitung" in text


def test_a_call_without_budget_says_so(office):
    office.funding.budget = None
    transaction.commit()
    browser = office.opened("sachbearbeitung", office.funding, "antraege")
    assert "keine Obergrenze" in main(browser)
