"""The pages on a call's deadline, its record of settings and its privacy notices."""

from datetime import timedelta
from decimal import Decimal
from kommunaldialog.history.settings import deadline_changes
from tests.client import Client
from tests.samples import acting
from tests.samples import CASE_WORKERS
from tests.samples import make_people
from tests.samples import make_programme
from tests.samples import now
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent
import pytest
import transaction


LATER = f"{now() + timedelta(days=60):%Y-%m-%d}"


@pytest.fixture
def call(functional_portal):
    make_people()
    call = make_programme(functional_portal, case_worker_groups=(CASE_WORKERS,))
    transaction.commit()
    return call


@pytest.fixture
def form(functional_app, call):
    browser = Client(functional_app, "webredaktion").browser()
    browser.open(f"{call.absolute_url()}/@@frist-aendern")
    return browser


def send(browser):
    browser.getForm(action="@@frist-aendern").submit()
    transaction.begin()
    return " ".join(browser.contents.split())


def test_a_new_deadline_is_set_with_its_reason(form, call):
    form.getControl(name="deadline").value = LATER
    form.getControl(name="deadline-time").value = ""
    form.getControl(name="reason").value = "Wegen der Ferien."
    form.getControl(name="outage").value = ["1"]
    assert "Anträge sind jetzt bis zum" in send(form)
    assert form.url == call.absolute_url()
    (change,) = deadline_changes(call)
    assert (change.reason, change.outage) == ("Wegen der Ferien.", True)
    assert change.actor == "webredaktion"
    form.open(f"{call.absolute_url()}/@@frist-aendern")
    assert "Störung:" in form.contents
    assert "Wolf Web" in form.contents
    form.open(f"{call.absolute_url()}/@@einstellungen-verlauf")
    assert "Frist wegen einer Störung verlängert" in form.contents
    assert "Ende der Frist" in form.contents
    assert "Wegen der Ferien." in form.contents


def test_without_a_reason_nothing_changes_and_nothing_typed_is_lost(form, call):
    form.getControl(name="deadline").value = LATER
    page = send(form)
    assert "Bitte nennen Sie den Grund." in page
    assert 'href="#reason"' in page
    assert form.getControl(name="deadline").value == LATER
    assert deadline_changes(call) == ()


def test_what_is_no_day_is_said_at_its_place(form):
    form.getControl(name="deadline").value = "31.9.2030"
    page = send(form)
    assert "einen Tag ein, den es gibt" in page
    assert 'href="#deadline"' in page
    assert form.getControl(name="deadline").value == "31.9.2030"


def test_a_deadline_that_a_weekend_moves_on_says_so(form, call):
    call.deadline = now() + timedelta(days=12 - now().weekday())
    call.deadline_on_holiday = "next_working_day"
    transaction.commit()
    form.reload()
    assert "weil das kein Werktag ist" in form.contents


@pytest.mark.parametrize("person", [None, "sachbearbeitung", "antragstellung"])
def test_nobody_but_editors_changes_a_deadline(functional_app, call, person):
    client = Client(functional_app, person)
    answer = client.get(f"{call.absolute_url()}/@@frist-aendern")
    assert answer.status in {302, 401, 403}


def change_settings(call):
    call.budget = Decimal("20000")
    call.strict_deadline = False
    call.kind_of_funding = "full"
    call.measure_start = now().date()
    call.plan_tolerance = Decimal("12.5")
    call.case_worker_groups = (CASE_WORKERS, "fachaufsicht")
    call.privacy_notice = "Wir speichern Ihren Namen."
    with acting("admin"):
        notify(ObjectModifiedEvent(call))
    transaction.commit()


def test_the_record_shows_old_and_new_in_words(functional_app, call):
    change_settings(call)
    client = Client(functional_app, "webredaktion")
    page = client.get(f"{call.absolute_url()}/@@einstellungen-verlauf").text
    for words in (
        "10.000,00",
        "20.000,00",
        "nein",
        "Fehlbedarfsfinanzierung",
        "Vollfinanzierung",
        "12,5",
        "Gemeinsam in Vielfalt: Höchste Zuwendung (Euro)",
        "Wir speichern Ihren Namen.",
    ):
        assert words in page
    assert "Gruppen der Sachbearbeitung" not in page


def test_the_office_reads_it_with_the_groups_that_work_on_applications(
    functional_app, call
):
    client = Client(functional_app, "sachbearbeitung")
    page = client.get(f"{call.absolute_url()}/@@einstellungen-verlauf").text
    assert "Gruppen der Sachbearbeitung" in page


@pytest.mark.parametrize("person", [None, "antragstellung"])
def test_the_public_and_municipalities_do_not_read_it(functional_app, call, person):
    client = Client(functional_app, person)
    answer = client.get(f"{call.absolute_url()}/@@einstellungen-verlauf")
    assert answer.status in {302, 401, 403}


def test_every_version_of_the_privacy_notice_stays_readable_for_all(
    functional_app, call
):
    client = Client(functional_app)
    url = f"{call.absolute_url()}/@@datenschutzhinweise"
    assert client.get(url).status == 404
    change_settings(call)
    call.privacy_notice = "Wir speichern und löschen."
    with acting("admin"):
        notify(ObjectModifiedEvent(call))
    transaction.commit()
    assert "Wir speichern und löschen." in client.get(url).text
    old = client.get(f"{url}?fassung=1").text
    assert "Wir speichern Ihren Namen." in old
    assert "Diese Fassung gilt nicht mehr." in old
    for wrong in ("3", "0", "x", "1&fassung=2"):
        assert client.get(f"{url}?fassung={wrong}").status == 404
