"""Who works on which case: on the case, from the list, and while somebody is away."""

from bs4 import BeautifulSoup
from datetime import timedelta
from kommunaldialog.history.record import events
from kommunaldialog.usecases.assign import take_over
from tests.granting import main
from tests.granting import message_at
from tests.granting import rows
from tests.granting import status_message
from tests.samples import acting
from tests.samples import make_submitted
from tests.samples import now
from tests.samples import OTHER_AGS
import transaction


NEIGHBOUR = {"user": "fremde", "ags": OTHER_AGS}


def test_a_case_is_taken_over_on_its_page(office):
    application = office.make(make_submitted)
    browser = office.opened("sachbearbeitung", application, "vorgang")
    assert "Zuständig Noch niemand" in main(browser)
    browser.getLink("Vorgang übernehmen").click()
    choice = browser.getControl(name="case_worker")
    assert choice.value == ["sachbearbeitung"]
    browser.getControl("Zuständigkeit speichern").click()
    assert "Zuständig Sabine Sachbearbeitung" in main(browser)
    assert "Die Zuständigkeit ist gespeichert." in status_message(browser)


def test_the_file_number_is_entered_on_the_case_and_shown_in_the_list(office):
    application = office.make(make_submitted)
    browser = office.opened("entscheidung", application, "vorgang")
    browser.getLink(url="@@aktenzeichen-dms").click()
    browser.getControl(name="file_number").value = "50-4711/2026"
    browser.getControl("Aktenzeichen speichern").click()
    assert "50-4711/2026" in main(browser)
    browser.open(f"{office.funding.absolute_url()}/@@antraege?suche=4711")
    assert len(rows(browser)) == 1


def test_the_ministry_may_not_change_who_works_on_a_case(office):
    application = office.make(make_submitted)
    browser = office.opened("ministerium", application, "vorgang")
    assert "zustaendigkeit" not in browser.contents
    for view in ("zustaendigkeit", "aktenzeichen-dms"):
        assert office.status("ministerium", application, view) in (302, 401)
    assert office.status("ministerium", office.funding, "uebergeben") in (302, 401)


def test_the_municipality_learns_neither_who_works_on_it_nor_the_file_number(office):
    application = office.make(make_submitted)
    application.file_number = "50-4711"
    with acting("sachbearbeitung"):
        take_over(application, now())
    transaction.commit()
    browser = office.opened("antragstellung", application, "view")
    assert "50-4711" not in browser.contents
    assert "Sabine" not in browser.contents


def test_several_cases_are_handed_over_from_the_list(office):
    office.make(make_submitted)
    office.make(make_submitted, **NEIGHBOUR)
    browser = office.opened("sachbearbeitung", office.funding, "antraege")
    for control in browser.getControl(name="ids").controls:
        control.selected = True
    browser.getControl("Ausgewählte übergeben").click()
    assert "Diese Vorgänge (2)" in main(browser)
    browser.getControl("Übergeben").click()
    assert message_at(browser, "case_worker").startswith("Bitte wählen Sie")
    browser.getControl(name="case_worker").value = ["beides"]
    browser.getControl("Übergeben").click()
    assert "Übergeben an Bea Beides: 2" in status_message(browser)
    assert [row[7] for row in rows(browser)] == ["Bea Beides", "Bea Beides"]


def test_all_that_is_filtered_is_handed_over_and_what_is_refused_is_named(office):
    mine = office.make(make_submitted)
    other = office.make(make_submitted, **NEIGHBOUR)
    with acting("beides"):
        take_over(mine, now())
    transaction.commit()
    happened = len(events(mine))
    browser = office.opened("entscheidung", office.funding, "antraege?suche=dialog")
    browser.getControl("Alle 2 gefundenen übergeben").click()
    browser.getControl(name="case_worker").value = ["beides"]
    browser.getControl("Übergeben").click()
    text = main(browser)
    assert "Diese Vorgänge wurden nicht übergeben" in text
    assert f"{mine.reference} : Bea Beides bearbeitet diesen Vorgang schon." in text
    transaction.begin()
    assert other.case_worker == "beides"
    assert len(events(mine)) == happened


def test_without_a_tick_nothing_is_handed_over(office):
    office.make(make_submitted)
    browser = office.opened("sachbearbeitung", office.funding, "antraege")
    browser.getControl("Ausgewählte übergeben").click()
    assert "Bitte wählen Sie in der Liste mindestens einen Vorgang" in main(browser)


def test_a_deputy_finds_the_cases_of_who_is_away_among_their_own(office):
    application = office.make(make_submitted)
    with acting("sachbearbeitung"):
        take_over(application, now())
    transaction.commit()
    mine = "antraege?zustaendig=@meine"
    assert rows(office.opened("beides", office.funding, mine)) == []
    browser = office.opened("sachbearbeitung", office.funding, "vertretungen")
    browser.getControl(name="absent").value = ["sachbearbeitung"]
    browser.getControl(name="stands_in").value = ["beides"]
    browser.getControl(name="first").value = now().strftime("%d.%m.%Y")
    browser.getControl(name="last").value = "kommenden Freitag"
    browser.getControl("Vertretung eintragen", index=0).click()
    assert "Freitag" in browser.getControl(name="last").value
    assert message_at(browser, "last")
    last = now() + timedelta(days=7)
    browser.getControl(name="last").value = last.strftime("%d.%m.%Y")
    browser.getControl("Vertretung eintragen", index=0).click()
    assert "Die Vertretung ist eingetragen." in status_message(browser)
    assert len(rows(office.opened("beides", office.funding, mine))) == 1
    browser.getControl("Beenden").click()
    assert rows(office.opened("beides", office.funding, mine)) == []


def test_who_only_reads_sees_deputies_and_no_form(office):
    browser = office.opened("ministerium", office.funding, "vertretungen")
    assert "Zurzeit ist keine Vertretung eingetragen." in main(browser)
    assert not BeautifulSoup(browser.contents, "html.parser").select(".kd form")
