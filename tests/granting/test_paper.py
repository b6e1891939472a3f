"""Enter an application that came on paper."""

from datetime import timedelta
from decimal import Decimal
from io import BytesIO
from kommunaldialog.dates import long_date
from kommunaldialog.letters.receipt import receipt_html
from kommunaldialog.outbox import waiting
from kommunaldialog.usecases.step import state_of
from tests.client import Client
from tests.granting import linked_errors
from tests.granting import main
from tests.granting import message_at
from tests.granting import status_message
from tests.samples import now
from tests.samples import PDF
import pytest
import transaction


@pytest.fixture
def form(office):
    browser = office.opened("sachbearbeitung", office.funding, "antraege")
    browser.getLink("Antrag auf Papier erfassen").click()
    return browser


def fill_in(form, **values):
    texts = {
        "received": (now() - timedelta(days=1)).date().isoformat(),
        "core-title": "Dialog Ortsmitte",
        "core-measure_start": "2030-03-01",
        "core-measure_end": "2030-09-30",
        "requested": "1.500,00",
        "core-contact_name": "Anna Antrag",
        **values,
    }
    form.getControl(name="ags-suche").value = "08999001"
    for name, value in texts.items():
        form.getControl(name=name).value = value


def attach(form, name="brief.pdf", data=PDF):
    form.getControl(name="scan").add_file(BytesIO(data), "application/pdf", name)


def applications(office):
    transaction.begin()
    return list(office.funding.case_store().objectValues())


def test_it_is_entered_and_the_case_shows_its_scan(office, form):
    fill_in(form)
    attach(form)
    form.getControl("Antrag erfassen").click()
    (application,) = applications(office)
    assert f"Aktenzeichen: {application.reference}" in status_message(form)
    text = main(form)
    assert "Auf Papier Erfasst von Sabine Sachbearbeitung" in text
    form.getLink("brief.pdf").click()
    assert form.contents == PDF
    assert application.plan.requested == Decimal("1500.00")


@pytest.mark.parametrize("clock", ["", "09:30"])
def test_an_hour_that_nobody_noted_is_named_nowhere(
    functional_portal, office, form, clock
):
    email = "rathaus@example.org"
    fill_in(form, **{"received-time": clock, "core-contact_email": email})
    attach(form)
    form.getControl("Antrag erfassen").click()
    case = main(form)
    (application,) = applications(office)
    day = long_date((now() - timedelta(days=1)).date())
    page = office.opened("sachbearbeitung", application, "eingang")
    receipt = receipt_html(
        application.submission(), zone="Europe/Berlin", only_day=not clock
    )
    status = main(office.opened("antragstellung", application, "view"))
    listed = main(office.opened("sachbearbeitung", office.funding, "antraege"))
    ((_key, mail),) = waiting(functional_portal)
    hour = f", {clock} Uhr" if clock else ""
    assert f"Eingegangen {day}{hour} Auf Papier" in case
    assert f" {day} " in listed
    assert f"{day}," not in listed
    assert f"Auf Papier oder per Post eingegangen {day}{hour} " in status
    sentence = f"am {day}{f' um {clock} Uhr' if clock else ''} eingegangen."
    for told in (main(page), receipt, mail.body):
        assert f"Ihr Antrag ist {sentence}" in " ".join(told.split())


def test_each_error_is_said_at_its_input(form):
    form.getControl("Antrag erfassen").click()
    assert linked_errors(form) == [
        "ags",
        "received",
        "scan",
        "core-title",
        "core-measure_start",
        "core-measure_end",
        "requested",
        "core-contact_name",
    ]
    assert "an welchem Tag" in message_at(form, "received")


def test_what_was_typed_is_not_lost_and_the_file_is_asked_for_again(office, form):
    typed = {
        "requested": "12.5",
        "received-time": "25:00",
        "expenditure": "4.000,00",
        "core-contact_email": "anna@",
        "late-reason": "Die Post.",
    }
    fill_in(form, **typed)
    attach(form)
    form.getControl("Antrag erfassen").click()
    assert linked_errors(form) == [
        "received-time",
        "requested",
        "core-contact_email",
        "scan",
    ]
    assert "Meinten Sie 12,50?" in message_at(form, "requested")
    assert {name: form.getControl(name=name).value for name in typed} == typed
    assert "noch nicht gespeichert" in message_at(form, "scan")
    assert applications(office) == []


def test_a_scan_is_a_scan_by_its_content(form):
    fill_in(form)
    attach(form, data=b"MZ no letter")
    form.getControl("Antrag erfassen").click()
    assert linked_errors(form) == ["scan"]
    assert "keine lesbare PDF-Datei" in message_at(form, "scan")


def test_a_double_click_leads_to_what_was_entered(office, form):
    fill_in(form)
    attach(form)
    form.getControl("Antrag erfassen").click()
    form.goBack()
    fill_in(form)
    form.getControl("Antrag erfassen").click()
    assert "schon abgeschickt" in status_message(form)
    assert len(applications(office)) == 1


def test_the_municipality_sees_it_and_goes_nowhere_from_what_it_sees(office, form):
    fill_in(form)
    attach(form)
    form.getControl("Antrag erfassen").click()
    (application,) = applications(office)
    for user, view in (("antragstellung", "view"), ("zeichnung", "eingang")):
        browser = office.opened(user, application, view)
        assert application.reference in main(browser)
        assert "sachbearbeitung" not in main(browser).lower()
    assert state_of(application) == "submitted"


@pytest.mark.parametrize(
    "user", [None, "antragstellung", "entscheidung", "ministerium", "webredaktion"]
)
def test_only_a_case_worker_enters(office, user):
    assert office.status(user, office.funding, "papierantrag") in (302, 401)


def test_who_only_reads_is_offered_no_paper(office):
    browser = office.opened("ministerium", office.funding, "antraege")
    assert "Papier" not in main(browser)
    answer = Client(office.app, "ministerium").ask(
        "POST", f"{office.funding.absolute_url()}/@@papierantrag"
    )
    assert answer.status in (302, 401, 403)
