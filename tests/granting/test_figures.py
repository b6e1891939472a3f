"""The figures of one and of all programmes, for ministry, office and auditors."""

from bs4 import BeautifulSoup
from datetime import datetime
from datetime import UTC
from decimal import Decimal
from io import BytesIO
from kommunaldialog.usecases.retention import erase_case
from openpyxl import load_workbook
from tests.client import Client
from tests.domain.rows import row
from tests.granting import main
from tests.samples import acting
from tests.samples import make_decided
from tests.samples_oversight import make_answered
from tests.samples_oversight import make_auditors
from tests.samples_oversight import retention_over
import pytest
import time
import transaction


def table(browser, heading):
    """The cells of the table under a heading, row by row."""
    soup = BeautifulSoup(browser.contents, "html.parser")
    found = soup.find(attrs={"aria-labelledby": heading, "class": "kd-table"})
    return [
        [" ".join(cell.get_text().split()) for cell in line.select("th, td")]
        for line in found.select("tbody tr")
    ]


def test_the_ministry_reads_what_was_requested_and_approved(office):
    office.make(make_decided)
    browser = office.opened("ministerium", office.funding, "kennzahlen")
    assert table(browser, "saeule") == [
        ["Gemeinsam in Vielfalt", "1", "3.000,00 €", "1", "2.500,00 €", "0,00 €"]
    ]
    assert [line[0] for line in table(browser, "kreis")] == ["08999"]
    assert len(table(browser, "monat")) == 1


def test_each_plot_says_that_the_table_has_the_same(office):
    office.make(make_decided)
    browser = office.opened("ministerium", office.funding, "kennzahlen")
    soup = BeautifulSoup(browser.contents, "html.parser")
    plots = soup.select(".kd svg[role=img]")
    assert len(plots) == 3
    assert all("Tabelle" in plot["aria-label"] for plot in plots)
    assert not soup.select(".kd script")
    assert "2.500,00" in plots[0].get_text()


def test_the_files_have_all_tables_below_each_other(office):
    office.make(make_decided)
    url = f"{office.funding.absolute_url()}/@@kennzahlen"
    client = Client(office.app, "ministerium")
    csv = client.get(f"{url}?format=csv")
    assert csv.headers["Content-Type"].startswith("text/csv")
    lines = csv.text.lstrip("\ufeff").splitlines()
    assert lines[0].startswith("Gliederung;Gruppe;Anträge;")
    assert lines[1] == "Insgesamt;;1;1;3000,00;2500,00;0,00"
    browser = client.browser()
    browser.open(f"{url}?format=xlsx")
    sheet = load_workbook(BytesIO(browser.contents)).active
    assert sheet["E2"].value == 3000


def test_all_programmes_of_the_ministry_stand_on_one_page(office, functional_portal):
    office.make(make_decided)
    browser = Client(office.app, "ministerium").browser()
    browser.open(f"{functional_portal.absolute_url()}/@@kennzahlen")
    assert "Alle Förderprogramme" in main(browser)
    assert "2.500,00" in main(browser)


def test_without_applications_the_page_says_so(office):
    browser = office.opened("ministerium", office.funding, "kennzahlen")
    assert "noch kein Antrag eingegangen" in main(browser)


@pytest.mark.parametrize("user", [None, "antragstellung", "webredaktion"])
def test_the_figures_are_not_for_strangers(office, functional_portal, user):
    for context in (office.funding, functional_portal):
        assert office.status(user, context, "kennzahlen") in (302, 401)


def test_auditors_read_the_figures_until_their_last_day(office):
    office.make(make_auditors)
    assert office.status("rechnungspruefung", office.funding, "kennzahlen") == 200
    office.funding.auditors_until = datetime(2020, 1, 1).date()
    transaction.commit()
    assert office.status("rechnungspruefung", office.funding, "kennzahlen") == 302


def test_an_erased_case_stays_in_the_figures(office):
    application = office.make(make_answered)
    with acting("entscheidung"):
        erase_case(application, retention_over(application), True)
    transaction.commit()
    browser = office.opened("ministerium", office.funding, "kennzahlen")
    assert table(browser, "saeule")[0][1:3] == ["1", "3.000,00 €"]


def test_ten_thousand_applications_are_summed_up_in_a_second_as_a_recount_says(office):
    rows = office.funding.case_store().rows
    for number in range(10_000):
        rows[f"{number:024}"] = row(
            id=f"{number:024}",
            kreis=f"08{number % 40:03}",
            arrived=datetime(2026, number % 12 + 1, 3, tzinfo=UTC),
            requested=Decimal(number),
            approved=Decimal(number) / 2,
            announced=datetime(2026, 12, 24, tzinfo=UTC) if number % 2 else None,
        )
    transaction.commit()
    office.funding._p_jar.cacheMinimize()
    started = time.process_time()
    browser = office.opened("ministerium", office.funding, "kennzahlen")
    needed = time.process_time() - started
    found = table(browser, "saeule")[0]
    assert found[1:4] == ["10000", "49.995.000,00 €", "5000"]
    assert found[4] == "12.500.000,00 €"
    assert len(table(browser, "kreis")) == 40
    assert len(table(browser, "monat")) == 12
    # A second on an idle machine; tests share theirs.
    assert needed < 3
