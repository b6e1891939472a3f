"""Everybody can check a receipt, and learns nothing else."""

from dataclasses import fields
from io import BytesIO
from kommunaldialog.domain.receipt import freeze
from plone.testing.zope import Browser
from tests.client import Client
from tests.samples import make_draft
from tests.samples import make_funding
from tests.samples import make_submitted
from tests.samples import now
import json
import pytest
import transaction


GENUINE = "Die Eingangsbestätigung ist echt"
SUPERSEDED = "Die Eingangsbestätigung ist echt, aber überholt"
UNCONFIRMED = "Die Eingangsbestätigung ist nicht bestätigt"


@pytest.fixture
def portal(functional):
    return functional["portal"]


@pytest.fixture
def application(portal):
    application = make_submitted(make_funding(portal))
    transaction.commit()
    return application


@pytest.fixture
def visitor(functional, portal, application):
    browser = Browser(functional["app"])
    browser.addHeader("Accept-Language", "de")
    browser.open(f"{portal.absolute_url()}/@@beleg-pruefen")
    return browser


def result(browser):
    """The heading of what came of the check, or None."""
    start = browser.contents.find('id="result"')
    if start < 0:
        return None
    heading = browser.contents[start:].split("<h2>")[1].split("</h2>")[0]
    return heading.strip()


def type_in(browser, reference, checksum):
    browser.getControl("Aktenzeichen").value = reference
    browser.getControl("Prüfsumme").value = checksum
    browser.getControl("Prüfen").click()
    return result(browser)


def send_file(browser, content, name="Eingang.json"):
    browser.getControl("Eingangsbestätigung als Datei").add_file(
        BytesIO(content), "application/json", name
    )
    browser.getControl("Prüfen").click()
    return result(browser)


def downloaded(functional, application, user="antragstellung"):
    client = Client(functional["app"], user)
    return client.get(f"{application.absolute_url()}/@@eingang.json")


def test_number_and_checksum_of_a_receipt_are_confirmed(visitor, application):
    sha256 = application.submission().sha256
    assert type_in(visitor, application.reference, sha256) == GENUINE
    assert f"<title>{GENUINE} – Eingangsbestätigung prüfen" in visitor.contents


def test_the_application_is_not_shown(visitor, application):
    type_in(visitor, application.reference, application.submission().sha256)
    for word in (application.title, application.contact_name, application.getId()):
        assert word not in visitor.contents


def test_a_number_that_exists_is_answered_as_one_that_does_not(visitor, application):
    def answer(reference):
        assert type_in(visitor, reference, "0" * 64) == UNCONFIRMED
        return visitor.contents.replace(f'value="{reference}"', "")

    unknown = application.reference.replace("0001", "0002")
    assert answer(application.reference) == answer(unknown)


def test_the_checksum_of_another_number_is_not_confirmed(visitor, application):
    unknown = application.reference.replace("0001", "0002")
    sha256 = application.submission().sha256
    assert type_in(visitor, unknown, sha256) == UNCONFIRMED


def test_the_downloaded_file_is_confirmed(functional, visitor, application):
    answer = downloaded(functional, application)
    assert answer.headers["Content-Type"] == "application/json; charset=utf-8"
    assert f"Eingang-{application.reference}.json" in str(answer.headers)
    assert json.loads(answer.text)["measure"] == "Dialog Ortsmitte"
    assert send_file(visitor, answer.text.encode()) == GENUINE


def test_a_file_in_which_one_answer_was_changed_is_not_confirmed(
    functional, visitor, application
):
    text = downloaded(functional, application).text
    forged = text.replace("3000.00", "9000.00")
    assert forged != text
    assert send_file(visitor, forged.encode()) == UNCONFIRMED


def test_what_is_no_receipt_is_named_at_its_field(visitor):
    assert send_file(visitor, b"%PDF-1.7", "Eingang.pdf") is None
    assert 'id="file-error"' in visitor.contents
    assert type_in(visitor, "KD", "abc") is None
    assert 'href="#reference"' in visitor.contents
    assert 'href="#checksum"' in visitor.contents
    assert visitor.getControl("Prüfsumme").value == "abc"


def test_a_receipt_that_a_newer_one_replaced_is_superseded(visitor, application):
    earlier = application.submission()
    facts = {item.name: getattr(earlier, item.name) for item in fields(earlier)}
    del facts["sha256"]
    latest = freeze(**{**facts, "moment": now(), "measure": "Dialog Bahnhof"})
    application.submissions = (earlier, latest)
    application.reindexObject()
    transaction.commit()
    assert type_in(visitor, application.reference, earlier.sha256) == SUPERSEDED
    assert type_in(visitor, application.reference, latest.sha256) == GENUINE


def test_a_stranger_gets_no_receipt_of_others(functional, application):
    answer = downloaded(functional, application, "fremde")
    assert "Dialog Ortsmitte" not in answer.text


def test_a_draft_has_no_receipt(functional, application):
    draft = make_draft(application.programme(), "fremde", "08999002")
    transaction.commit()
    assert downloaded(functional, draft, "fremde").status == 404
