"""The office's list: filtered, sorted, over several programmes, as a file."""

from bs4 import BeautifulSoup
from dataclasses import replace
from io import BytesIO
from kommunaldialog.usecases.cases import changed
from openpyxl import load_workbook
from plone import api
from tests.client import Client
from tests.granting import main
from tests.granting import rows
from tests.samples import CASE_WORKERS
from tests.samples import make_assessed
from tests.samples import make_programme
from tests.samples import make_submitted
from tests.samples import OTHER_AGS
import pytest
import transaction


NEIGHBOUR = {"user": "fremde", "ags": OTHER_AGS, "title": "Dialog Ärztehaus"}


@pytest.fixture
def two(office):
    """Two applications: Musterstadt's was assessed, Beispielhausen's arrived."""
    office.make(make_assessed)
    office.make(make_submitted, **NEIGHBOUR)
    return office


def opened(office, query="", user="sachbearbeitung"):
    return office.opened(user, office.funding, f"antraege{query}")


def towns(browser):
    return [row[2] for row in rows(browser)]


def of(office, town):
    """The application of a town."""
    store = office.funding.case_store()
    (row,) = (row for row in store.rows.values() if row.municipality == town)
    return store[row.id]


def download(office, user, url):
    """What comes back, as bytes."""
    client = Client(office.app, user)
    return client.browser().testapp.get(url, headers=client.headers)


def change(application, **values):
    """Sets facts as a use case would."""
    for name, value in values.items():
        setattr(application, name, value)
    changed(application)
    transaction.commit()


def test_the_list_is_searched_for_number_town_and_measure(two):
    for text, found in {
        "ortsmitte": ["Musterstadt"],
        "ärztehaus beispielhausen": ["Beispielhausen"],
        "kd-": ["Beispielhausen", "Musterstadt"],
        "Rathaus": [],
    }.items():
        browser = opened(two)
        browser.getControl(name="suche").value = text
        browser.getControl("Filtern").click()
        assert towns(browser) == found, text


def test_the_list_is_filtered_by_kreis_with_its_name(two):
    with api.env.adopt_roles(["Manager"]):
        kreis = api.content.create(
            two.funding.__parent__, "Kommune", title="Musterkreis", ags="08999"
        )
        api.content.transition(kreis, "publish")
    change(of(two, "Beispielhausen"), ags="08111000")
    browser = opened(two)
    browser.getControl(name="kreis").getControl("Musterkreis").selected = True
    browser.getControl("Filtern").click()
    assert towns(browser) == ["Musterstadt"]


def test_the_list_is_filtered_by_who_works_on_it(two):
    change(of(two, "Musterstadt"), case_worker="sachbearbeitung", file_number="50-4711")
    browser = opened(two)
    assert "50-4711" in main(browser)
    choice = browser.getControl(name="zustaendig")
    choice.getControl("Meine (mit Vertretungen)").selected = True
    browser.getControl("Filtern").click()
    assert [row[7] for row in rows(browser)] == ["Sabine Sachbearbeitung"]
    assert "50-4711" not in main(opened(two, "?zustaendig=@niemand"))
    assert len(rows(opened(two, "?zustaendig=sachbearbeitung"))) == 1


def test_the_list_is_sorted_by_its_columns(two):
    change(of(two, "Beispielhausen"), case_worker="sachbearbeitung")
    change(of(two, "Musterstadt"), case_worker="beides")
    change(of(two, "Musterstadt"), ags="08111000")
    there, back = ["Beispielhausen", "Musterstadt"], ["Musterstadt", "Beispielhausen"]
    for query, found in {
        "municipality&richtung=auf": there,
        "municipality&richtung=ab": back,
        "state&richtung=ab": back,
        "measure": there,
        "kreis": back,
        "case_worker&richtung=auf": back,
        "reference&richtung=auf": back,
    }.items():
        assert towns(opened(two, f"?sortierung={query}")) == found, query


def test_a_heading_sorts_and_turns_round_and_says_so(two):
    browser = opened(two)
    soup = BeautifulSoup(browser.contents, "html.parser")
    sorted_by = {th.get_text(strip=True): th.get("aria-sort") for th in soup("th")}
    assert [value for value in sorted_by.values() if value] == ["descending"]
    browser.getLink("Kommune").click()
    assert towns(browser) == ["Beispielhausen", "Musterstadt"]
    browser.getLink("Kommune").click()
    assert towns(browser) == ["Musterstadt", "Beispielhausen"]


def test_every_filter_stays_when_the_list_is_sorted_anew(two):
    browser = opened(two, "?zustand=submitted&suche=dialog&zustaendig=@niemand")
    link = browser.getLink("Maßnahme").url
    for part in ("zustand=submitted", "suche=dialog", "zustaendig=%40niemand"):
        assert part in link


def test_csv_has_what_is_filtered_and_runs_no_formula(two):
    rows = two.funding.case_store().rows
    for name, row in list(rows.items()):
        rows[name] = replace(row, measure="=HYPERLINK(1)")
    transaction.commit()
    url = f"{two.funding.absolute_url()}/@@antraege?format=csv"
    answer = download(two, "sachbearbeitung", url)
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert ".csv" in answer.headers["Content-Disposition"]
    lines = answer.body.decode("utf-8-sig").strip().split("\r\n")
    assert len(lines) == 3
    assert all(";'=HYPERLINK(1);" in line for line in lines[1:])
    only = download(two, "sachbearbeitung", f"{url}&zustand=submitted")
    assert len(only.body.decode("utf-8-sig").strip().split("\r\n")) == 2


def test_xlsx_has_amounts_to_reckon_with(two):
    url = f"{two.funding.absolute_url()}/@@antraege?format=xlsx&zustand=submitted"
    answer = download(two, "ministerium", url)
    sheet = load_workbook(BytesIO(answer.body)).active
    heading, row = [[cell.value for cell in line] for line in sheet.iter_rows()]
    found = dict(zip(heading, row, strict=True))
    assert found["Kommune"] == "Beispielhausen"
    assert found["Beantragt"] == 3000
    assert found["Stand"] == "Eingegangen"
    assert found["Eingegangen"].year >= 2026


def test_the_ministry_sees_the_list_and_has_nothing_to_tick(two):
    browser = opened(two, user="ministerium")
    assert len(rows(browser)) == 2
    assert 'name="ids"' not in browser.contents
    assert "übergeben" not in main(browser)


def test_all_programmes_of_a_case_worker_are_in_one_list(two):
    other = make_programme(
        two.funding.__parent__,
        title="Ehrenamt vor Ort",
        reference_prefix="EV",
        case_worker_groups=(CASE_WORKERS,),
    )
    make_programme(
        two.funding.__parent__, title="Fremdes Programm", reference_prefix="FP"
    )
    row = two.funding.case_store().rows.values()[0]
    other.case_store().rows["x"] = replace(row, id="x")
    transaction.commit()
    portal = api.portal.get()
    browser = two.opened("sachbearbeitung", portal, "vorgaenge")
    assert len(rows(browser)) == 3
    assert "Fremdes Programm" not in main(browser)
    browser.getControl(name="programm").getControl("Ehrenamt vor Ort").selected = True
    browser.getControl("Filtern").click()
    assert len(rows(browser)) == 1
    assert browser.getLink(url="/x/@@vorgang").url.startswith(other.absolute_url())


@pytest.mark.parametrize("user", [None, "antragstellung", "webredaktion"])
def test_who_lists_no_programme_has_no_list_of_cases(office, user):
    office.make(make_submitted)
    answer = Client(office.app, user).get(
        f"{api.portal.get().absolute_url()}/@@vorgaenge?format=csv"
    )
    assert answer.status in (302, 401)
    assert "Musterstadt" not in answer.text
