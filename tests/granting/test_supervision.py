"""What auditors ask for: the list of grants, and a random sample of proofs."""

from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from kommunaldialog.domain.sample import sample_hash
from openpyxl import load_workbook
from plone import api
from tests.client import Client
from tests.granting import main
from tests.granting import message_at
from tests.granting import rows
from tests.samples import make_decided
from tests.samples import make_submitted
from tests.samples import now
from tests.samples import OTHER_AGS
import pytest
import transaction


@pytest.fixture
def granted(office):
    """A grant whose proof is overdue, one whose proof came in, one just asked for."""
    office.make(make_decided)
    office.make(make_submitted, "fremde", OTHER_AGS)
    store = office.funding.case_store()
    (row,) = (row for row in store.rows.values() if row.announced)
    overdue = replace(row, proof_due=(now() - timedelta(days=9)).date())
    received = replace(
        overdue, id="x", reference="KD-2026-0099", proof_received=now(), measure="=1+1"
    )
    store.rows[row.id], store.rows["x"] = overdue, received
    transaction.commit()
    return office


def test_overdue_proofs_stand_first_and_what_was_not_granted_is_missing(granted):
    browser = granted.opened("ministerium", granted.funding, "aufsichtsliste")
    found = rows(browser)
    assert [row[1] for row in found] == ["Musterstadt", "Musterstadt"]
    assert "Überfällig" in found[0][4]
    assert "Überfällig" not in found[1][4]
    assert found[0][3] == "2.500,00 €"
    assert "Zuwendungen: 2 , davon mit überfälligem Nachweis: 1" in main(browser)


@pytest.mark.parametrize("view", ["programme", "portal"])
def test_the_list_is_complete_as_a_file(granted, view):
    place = granted.funding if view == "programme" else api.portal.get()
    client = Client(granted.app, "ministerium")
    url = f"{place.absolute_url()}/@@aufsichtsliste?format=xlsx"
    body = client.browser().testapp.get(url, headers=client.headers).body
    heading, first, second = (
        [cell.value for cell in line] for line in load_workbook(BytesIO(body)).active
    )
    found = dict(zip(heading, first, strict=True))
    assert found["Zuwendungsempfänger"] == "Musterstadt"
    assert found["Zuwendung"] == 2500
    assert found["Überfällig"] == "ja"
    assert dict(zip(heading, second, strict=True))["Überfällig"] is None
    csv = client.get(url.replace("xlsx", "csv")).text
    assert ";'=1+1;" in csv


@pytest.mark.parametrize("user", [None, "antragstellung", "webredaktion"])
@pytest.mark.parametrize("view", ["aufsichtsliste", "stichprobe", "vertretungen"])
def test_the_lists_are_the_offices_and_its_supervisors(office, user, view):
    assert office.status(user, office.funding, view) in (302, 401)
    if view == "aufsichtsliste":
        assert office.status(user, api.portal.get(), view) in (302, 401)


def test_a_sample_is_drawn_and_stays_with_all_it_takes_to_draw_it_again(granted):
    browser = granted.opened("sachbearbeitung", granted.funding, "stichprobe")
    assert len(browser.getControl(name="seed").value) == 16
    browser.getControl(name="seed").value = "4-2-6"
    browser.getControl(name="size").value = "zwei"
    browser.getControl("Ziehen").click()
    assert message_at(browser, "size") == (
        "Bitte geben Sie eine Zahl zwischen 1 und 1 ein."
    )
    assert browser.getControl(name="seed").value == "4-2-6"
    browser.getControl(name="size").value = "1"
    browser.getControl("Ziehen").click()
    reader = granted.opened("ministerium", granted.funding, "stichprobe")
    assert rows(reader) == [["KD-2026-0099", sample_hash("4-2-6", "KD-2026-0099")]]
    assert "Gezogen von Sabine Sachbearbeitung" in main(reader)
    assert 'name="seed"' not in reader.contents


def test_without_a_proof_there_is_nothing_to_draw_from(office):
    browser = office.opened("sachbearbeitung", office.funding, "stichprobe")
    assert "Es ist noch kein Verwendungsnachweis eingegangen." in main(browser)
