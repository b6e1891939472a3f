"""The page of an application: how it stands and what comes next."""

from bs4 import BeautifulSoup
from decimal import Decimal
from kommunaldialog.domain.consultation import StatedConsultation
from kommunaldialog.domain.late import Late
from kommunaldialog.domain.paper import Paper
from kommunaldialog.usecases.review import take_up
from tests.samples import acting
from tests.samples import make_assessed
from tests.samples import make_decided
from tests.samples import make_draft
from tests.samples import make_submitted
from tests.samples import now
import pytest
import transaction


READ = ("@@eingang", "@@antrag.zip")
USE = (
    "@@mittelabruf",
    "@@verwendungsnachweis",
    "@@aenderung-beantragen",
    "@@zwischenbericht",
)


def words(browser, application, view=""):
    transaction.commit()
    browser.open(f"{application.absolute_url()}{view}")
    html = BeautifulSoup(browser.contents, "html.parser")
    return " ".join(html.find(id="content").get_text(" ").split())


def actions(browser):
    html = BeautifulSoup(browser.contents, "html.parser")
    found = html.select(".kd-actions a")
    return {link["href"].rpartition("/")[2] for link in found}


def test_an_application_that_arrived_can_be_read_but_not_changed(anna, call):
    text = words(anna, make_submitted(call))
    assert "Eingegangen" in text
    assert f"KD-{now().year}-0001" in text
    assert "Sie müssen nichts tun" in text
    for answer in ("Dialog Ortsmitte", "Stadthalle", "3.000,00", "konzept.pdf (PDF"):
        assert answer in text
    assert actions(anna) == {
        *READ,
        "@@zurueckholen",
        "@@kontakt-aendern",
        "@@kopieren",
        "@@zurueckziehen",
    }


def test_the_municipality_reads_no_names_and_nothing_internal(anna, call):
    text = words(anna, make_assessed(call, recommended=Decimal("2222.00")))
    for internal in ("Sabine Sachbearbeitung", "Förderfähig.", "2.222,00"):
        assert internal not in text
    assert "Prüfung begonnen" in text
    assert "liegt zur Entscheidung vor" in text


@pytest.mark.parametrize(
    ("approved", "word", "acts"),
    [
        (True, "Bewilligter Betrag 2.500,00 €", {"@@kontakt-aendern", *USE}),
        (False, "Ergebnis Abgelehnt", set()),
    ],
)
def test_a_decision_is_shown_with_its_reason(anna, call, approved, word, acts):
    application = make_decided(call, approved=approved)
    text = words(anna, application)
    assert word in text
    assert "nur zum Teil zuwendungsfähig" in text
    assert "Emil Entscheidung" not in text
    assert actions(anna) == {*READ, "@@bescheid.pdf", "@@kopieren", *acts}


def test_how_it_came_is_said_to_all_who_see_it(anna, call):
    application = make_submitted(call)
    application.paper = Paper(now(), "sachbearbeitung", now())
    application.late = Late("Hochwasser", now(), accepted=True)
    stated = StatedConsultation(now().date(), "Frau Rat", confirmed=False)
    application.stated_consultation = stated
    text = words(anna, application)
    assert "Auf Papier oder per Post eingegangen" in text
    assert "trotzdem angenommen. Begründung der Kommune: Hochwasser" in text
    assert "hat die Angabe nicht bestätigt" in text


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("sachbearbeitung", {"@@pruefen", "@@vorgang", *READ}),
        ("entscheidung", {"@@vorgang", *READ}),
        ("ministerium", {"@@vorgang", *READ}),
    ],
)
def test_an_office_finds_its_own_pages(browser_of, call, name, expected):
    application = make_submitted(call)
    with acting("sachbearbeitung"):
        take_up(application, now())
    browser = browser_of(name)
    words(browser, application)
    assert actions(browser) == expected


def test_the_deciding_person_finds_the_decision(browser_of, call):
    browser = browser_of("entscheidung")
    words(browser, make_assessed(call))
    assert "@@entscheiden" in actions(browser)


class TestWithdraw:
    def test_it_asks_first(self, anna, call):
        application = make_submitted(call)
        assert "wirklich zurückziehen" in words(anna, application, "/@@zurueckziehen")
        anna.getControl("Ja, Antrag zurückziehen").click()
        assert anna.url == application.absolute_url()
        assert "Der Antrag ist zurückgezogen" in anna.contents
        assert actions(anna) == {*READ, "@@kopieren"}

    def test_a_second_click_leads_to_the_application(self, anna, call):
        application = make_submitted(call)
        words(anna, application, "/@@zurueckziehen")
        token = anna.getControl(name="_authenticator").value
        for _click in range(2):
            anna.post(
                f"{application.absolute_url()}/@@zurueckziehen",
                f"_authenticator={token}",
            )
            assert anna.url == application.absolute_url()

    def test_a_draft_that_was_withdrawn_has_no_receipt(self, anna, call):
        application = make_draft(call)
        words(anna, application, "/@@zurueckziehen")
        anna.getControl("Ja, Antrag zurückziehen").click()
        words(anna, application, "/@@einreichen")
        assert anna.url == application.absolute_url()

    def test_an_office_withdraws_nothing(self, browser_of, call):
        browser = browser_of("sachbearbeitung")
        words(browser, make_submitted(call), "/@@zurueckziehen")
        assert "Ja, Antrag zurückziehen" not in browser.contents

    def test_a_decided_application_stays(self, anna, call):
        words(anna, make_decided(call), "/@@zurueckziehen")
        assert "Ja, Antrag zurückziehen" not in anna.contents
