"""Auditors at the office's pages: they read, and are told so."""

from datetime import timedelta
from tests.client import Client
from tests.samples import make_decided
from tests.samples import now
from tests.samples_oversight import make_auditors
import pytest
import transaction


AUDITOR = "rechnungspruefung"
READ_AS = "Sie lesen als Rechnungsprüfung"


@pytest.fixture
def application(office):
    office.make(make_auditors)
    return office.make(make_decided)


def test_each_page_says_as_what_and_until_when_they_read(office, application):
    for context, view in (
        (office.funding, "view"),
        (office.funding, "antraege"),
        (application, "vorgang"),
    ):
        browser = office.opened(AUDITOR, context, view)
        assert READ_AS in browser.contents
    assert READ_AS not in office.opened("ministerium", application, "vorgang").contents


def test_they_find_the_consultation_that_covers_an_application(office, application):
    browser = office.opened(AUDITOR, application, "vorgang")
    browser.getLink("Sabine Sachbearbeitung").click()
    assert READ_AS in browser.contents
    listed = office.opened(AUDITOR, office.funding, "beratungen").contents
    assert "Sabine Sachbearbeitung" in listed


def test_they_are_offered_nothing_to_do(office, application):
    browser = office.opened(AUDITOR, application, "vorgang")
    assert "Nächster Schritt" not in browser.contents
    steps = ("pruefen", "entscheiden", "bekanntgeben")
    for step in steps:
        status = office.status(AUDITOR, application, step)
        assert status in (302, 303, 401), step


def test_after_their_last_day_nothing_is_left(office, application):
    office.funding.auditors_until = (now() - timedelta(days=2)).date()
    transaction.commit()
    for context, view in (
        (office.funding, "antraege"),
        (application, "vorgang"),
        (application, "akte.zip"),
    ):
        assert office.status(AUDITOR, context, view) in (302, 401)


def test_no_step_by_rest_is_theirs(office, application):
    client = Client(office.app, AUDITOR)
    url = f"{application.absolute_url()}/@workflow/close"
    assert client.rest("POST", url, {}).status in (400, 401, 403)
