"""My applications."""

from bs4 import BeautifulSoup
from datetime import timedelta
from kommunaldialog.dates import local
from kommunaldialog.dates import long_date
from kommunaldialog.forms import versions
from kommunaldialog.usecases.drafts import announce_erasure
from kommunaldialog.usecases.sign import hand_over
from kommunaldialog.usecases.withdraw import withdraw
from plone import api
from tests.samples import acting
from tests.samples import FORM
from tests.samples import make_consultation
from tests.samples import make_draft
from tests.samples import make_programme
from tests.samples import make_submitted
from tests.samples import now
from tests.samples import OTHER_AGS
import pytest
import transaction


ZONE = "Europe/Berlin"


def words(browser, portal):
    transaction.commit()
    browser.open(f"{portal.absolute_url()}/@@meine-antraege")
    html = BeautifulSoup(browser.contents, "html.parser")
    return " ".join(html.find(id="content").get_text(" ").split())


@pytest.fixture
def portal(functional):
    return functional["portal"]


def test_a_municipality_sees_its_own_applications_only(anna, call, portal):
    call.deadline = now() + timedelta(days=20, hours=1)
    make_draft(call, title="Unser Dialog")
    make_submitted(call, "fremde", OTHER_AGS, title="Fremder Dialog")
    text = words(anna, portal)
    assert "Unser Dialog" in text
    assert "Fremder Dialog" not in text
    assert "Beratungsgespräch vereinbaren" in text
    assert "(noch 20 Tage)" in text
    assert "Entwurf" in text


def test_a_draft_without_name_is_told_apart_by_who_began_it(anna, call, portal):
    make_draft(call, title="")
    text = words(anna, portal)
    assert "Antrag ohne Namen" in text
    assert f"begonnen am {long_date(local(now(), ZONE))} von Anna Antrag" in text


def test_what_waits_for_a_signature_is_still_to_do(anna, browser_of, call, portal):
    call.second_signature = True
    make_consultation(call)
    draft = make_draft(call)
    with acting("antragstellung"):
        hand_over(draft, now())
    assert "In Arbeit" in words(anna, portal)
    assert "Wartet auf die Unterschrift" in words(anna, portal)
    assert "Unterschreiben und einreichen" in words(browser_of("zeichnung"), portal)


def test_what_was_withdrawn_stands_apart(anna, call, portal):
    call.applications_per_municipality = 2
    withdrawn = make_submitted(call, title="Alter Dialog")
    with acting("antragstellung"):
        withdraw(withdrawn, now())
    make_draft(call, title="Neuer Dialog")
    text = words(anna, portal)
    heading = text.index("Zurückgezogen")
    assert text.index("Neuer Dialog") < heading < text.index("Alter Dialog")


def test_the_most_urgent_draft_comes_first(anna, call, portal):
    make_draft(call, title="Hat noch Zeit")
    other = make_programme(
        portal, title="Zweites", reference_prefix="ZW", deadline=now() + timedelta(1.5)
    )
    versions.publish(other, FORM, "webredaktion", now())
    make_draft(other, title="Ist dringend")
    text = words(anna, portal)
    assert text.index("Ist dringend") < text.index("Hat noch Zeit")
    assert "noch 1 Tag)" in text


def test_on_the_last_day_the_hours_are_counted(anna, call, portal):
    make_draft(call)
    call.deadline = now() + timedelta(hours=5)
    assert "noch 5 Stunden)" in words(anna, portal)


def test_the_announced_erasure_of_a_draft_is_said(anna, call, portal):
    draft = make_draft(call)
    call.deadline = now() - timedelta(days=1)
    call.draft_days = 10
    assert "gelöscht" not in words(anna, portal)
    with api.env.adopt_roles(["Manager"]):
        due = announce_erasure(draft, now())
    text = words(anna, portal)
    assert "Einreichen ist nicht mehr möglich" in text
    assert f"Der Entwurf wird nach dem {long_date(local(due, ZONE))}" in text
    anna.open(draft.absolute_url())
    assert "drucken Sie ihn bitte vorher aus" in anna.contents


def test_a_submitted_application_shows_its_number_and_who_is_next(anna, call, portal):
    make_submitted(call)
    text = words(anna, portal)
    assert f"KD-{now().year}-0001" in text
    assert "Die Bewilligungsstelle prüft" in text


def test_calls_that_are_open_can_be_applied_to(anna, call, portal):
    words(anna, portal)
    assert anna.getLink("Antrag beginnen").url.endswith("/@@antrag-beginnen")
    call.deadline = now() - timedelta(days=1)
    assert "Jetzt offen für Anträge" not in words(anna, portal)


@pytest.mark.parametrize("name", ["sachbearbeitung", "entscheidung", "ministerium"])
def test_an_office_finds_the_calls_it_works_on(browser_of, call, portal, name):
    browser = browser_of(name)
    text = words(browser, portal)
    assert "Förderprogramme, die Sie bearbeiten" in text
    assert browser.getLink(url="@@antraege").url.startswith(call.absolute_url())
    assert "Antrag beginnen" not in text


def test_who_belongs_nowhere_is_told_whom_to_ask(browser_of, call, portal):
    text = words(browser_of("webredaktion"), portal)
    assert "Ihr Konto gehört noch zu keiner Kommune" in text


def test_who_is_not_logged_in_is_sent_to_the_login(browser_of, call, portal):
    browser = browser_of()
    browser.open(f"{portal.absolute_url()}/@@meine-antraege")
    assert "login" in browser.url
