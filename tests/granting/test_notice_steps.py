"""What the office does with a decision: announce, send, contest, amend, remedy."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from kommunaldialog.usecases.amendment import propose_amendment
from kommunaldialog.usecases.deliver import retrieve
from kommunaldialog.usecases.finality import day_of
from kommunaldialog.usecases.step import state_of
from tests.granting import linked_errors
from tests.granting import main
from tests.granting import message_at
from tests.granting import status_message
from tests.samples import acting
from tests.samples import make_assessed
from tests.samples import make_decided
from tests.samples import now
from tests.samples import OTHER_AGS
from tests.samples_decision import make_asking_to_begin
from tests.samples_decision import make_contested
from tests.samples_decision import make_in_portal
from tests.samples_decision import make_known
from tests.samples_decision import make_pending
from tests.samples_decision import make_proposed
from tests.samples_decision import make_won
import pytest
import transaction


STEPS = (
    "bekanntgeben",
    "entscheidung-verwerfen",
    "zustellung",
    "rechtsbehelf",
    "rechtsbehelf-erledigt",
    "bestandskraft",
    "abhelfen",
    "aenderung-vorschlagen",
    "aenderung-entscheiden",
    "vorzeitigen-beginn-zulassen",
    "abruf-im-portal",
)


def fill(browser, button, **values):
    for name, value in values.items():
        browser.getControl(name=name).value = value
    browser.getControl(button).click()


def test_what_the_notice_lacks_stands_on_the_page_before_it_is_announced(office):
    application = office.make(make_pending)
    office.funding.appeal_instruction = ""
    application.pending_decision = application.pending_decision.__class__(
        **{**vars(application.pending_decision), "appeal_instruction": ""}
    )
    transaction.commit()
    browser = office.opened("sachbearbeitung", application, "bekanntgeben")
    assert "Dem Bescheid fehlt die Rechtsbehelfsbelehrung" in main(browser)
    fill(browser, "Jetzt bekannt geben", channel=["post"])
    assert "fehlt die Rechtsbehelfsbelehrung" in main(browser)
    assert state_of(application) == "ready_for_decision"


def test_a_channel_has_to_be_chosen_and_the_portal_needs_consent(office):
    application = office.make(make_pending)
    browser = office.opened("sachbearbeitung", application, "bekanntgeben")
    browser.getControl("Jetzt bekannt geben").click()
    assert linked_errors(browser) == ["channel-post"]
    fill(browser, "Jetzt bekannt geben", channel=["portal"])
    assert "nicht eingewilligt" in main(browser)
    assert browser.getControl(name="channel").value == ["portal"]


def test_a_decision_is_discarded_from_its_page(office):
    application = office.make(make_pending)
    browser = office.opened("entscheidung", application, "bekanntgeben")
    browser.getLink("stattdessen verwerfen").click()
    browser.getControl("Entscheidung verwerfen").click()
    assert "Grund" in message_at(browser, "reason")
    fill(browser, "Entscheidung verwerfen", reason="Verschrieben.")
    assert "ist verworfen" in status_message(browser)
    assert "Antrag entscheiden" in main(browser)


def test_days_are_entered_as_people_write_them(office):
    application = office.make(make_decided)
    today = day_of(application, now())
    browser = office.opened("sachbearbeitung", application, "zustellung")
    fill(browser, "Eintragen", sent="gestern", known="")
    assert "31.10.2026" in message_at(browser, "sent")
    assert browser.getControl(name="sent").value == "gestern"
    fill(browser, "Eintragen", sent=f"{today:%d.%m.%Y}", known=today.isoformat())
    assert "sind eingetragen" in status_message(browser)
    transaction.begin()
    announcement = application.announcement
    assert (announcement.sent, announcement.known) == (today, today)


def test_an_objection_and_its_end_are_read_on_the_case(office):
    application = office.make(make_decided)
    today = day_of(application, now()).isoformat()
    browser = office.opened("sachbearbeitung", application, "vorgang")
    browser.getLink("Widerspruch oder Klage eintragen").click()
    fill(browser, "Eintragen", kind=["objection"], filed=today, file_number="W 12/26")
    assert "W 12/26: offen" in main(browser)
    browser.getLink("Ausgang des Rechtsbehelfs eintragen").click()
    fill(browser, "Eintragen", ended=today, outcome=["unsuccessful"], note="Zu spät.")
    text = main(browser)
    assert "Ohne Erfolg, beendet am" in text
    assert "Zu spät." in text


def test_finality_says_when_it_can_be_at_the_earliest(office):
    application = office.make(make_known)
    today = day_of(application, now())
    browser = office.opened("sachbearbeitung", application, "bestandskraft")
    assert "frühestens am" in main(browser)
    early = (today - timedelta(days=45)).isoformat()
    fill(browser, "Eintragen", kind=["final"], day=early)
    assert "frühestens am" in message_at(browser, "day")
    fill(browser, "Eintragen", kind=["final"], day=today.isoformat())
    assert "Die Bestandskraft ist eingetragen." in status_message(browser)


def test_a_successful_objection_leads_back_into_review(office):
    application = office.make(make_won)
    browser = office.opened("entscheidung", application, "vorgang")
    browser.getLink("Dem Rechtsbehelf abhelfen").click()
    fill(browser, "Neu prüfen lassen", reason="Der Widerspruch war begründet.")
    assert "wieder in der Prüfung" in status_message(browser)
    transaction.begin()
    assert state_of(application) == "in_review"


def test_an_amended_decision_is_proposed_decided_and_announced(office):
    application = office.make(make_decided)
    browser = office.opened("sachbearbeitung", application, "aenderung-vorschlagen")
    assert browser.getControl(name="amount").value == "2.500,00"
    fill(browser, "Zur Entscheidung vorlegen", amount="3.000,01", reason="Mehr Miete.")
    assert "höchstens" in message_at(browser, "amount")
    fill(browser, "Zur Entscheidung vorlegen", amount="2.800,00")
    assert "liegt zur Entscheidung vor" in status_message(browser)

    browser = office.opened("entscheidung", application, "vorgang")
    browser.getLink("Änderung entscheiden").click()
    assert "Neu bewilligt 2.800,00 €" in main(browser)
    browser.getControl("So entscheiden").click()
    browser.getLink("Entscheidung bekannt geben").click()
    fill(browser, "Jetzt bekannt geben", channel=["delivery"])
    text = main(browser)
    assert "Förmliche Zustellung" in text
    assert "Bewilligt 2.500,00 €, bekannt gegeben am" in text
    transaction.begin()
    assert application.decision.amount == Decimal("2800.00")


def make_proposed_to_a_stranger(programme):
    """One that the deciding person has had nothing to do with so far."""
    application = make_proposed(programme)
    del application.bias_declarations["entscheidung"]
    return application


def test_who_decides_an_amendment_declares_to_be_free_of_bias(office):
    application = office.make(make_proposed_to_a_stranger)
    browser = office.opened("entscheidung", application, "aenderung-entscheiden")
    browser.getControl("So entscheiden").click()
    assert linked_errors(browser) == ["unbiased"]
    fill(browser, "So entscheiden", unbiased=["1"])
    transaction.begin()
    assert application.pending_decision.decided_by == "entscheidung"


def test_nobody_decides_a_proposal_that_another_took_the_place_of(office):
    application = office.make(make_proposed)
    browser = office.opened("entscheidung", application, "aenderung-entscheiden")
    with acting("sachbearbeitung"):
        amount = Decimal("2000.00")
        propose_amendment(application, now(), amount=amount, reason="Weniger Miete.")
    transaction.commit()
    browser.getControl("So entscheiden").click()
    assert "Inzwischen liegt etwas anderes vor" in main(browser)
    assert "Weniger Miete." in main(browser)
    transaction.begin()
    assert application.pending_decision is None
    browser.getControl("So entscheiden").click()
    transaction.begin()
    assert application.pending_decision.amount == amount


def test_a_proposal_is_given_back_with_a_reason(office):
    application = office.make(make_proposed)
    browser = office.opened("entscheidung", application, "aenderung-entscheiden")
    browser.getControl("Vorschlag zurückgeben").click()
    message_at(browser, "reason")
    fill(browser, "Vorschlag zurückgeben", reason="Bitte belegen.")
    assert "zurückgegeben" in status_message(browser)
    transaction.begin()
    assert application.proposal is None


def test_an_early_start_is_permitted_from_the_day_asked_for(office):
    application = office.make(make_asking_to_begin)
    browser = office.opened("sachbearbeitung", application, "vorgang")
    browser.getLink("Vorzeitigen Beginn zulassen").click()
    assert browser.getControl(name="begins").value == "2030-02-01"
    browser.getControl("Schriftlich zulassen").click()
    assert "Schriftlich zugelassen ab dem 1. Februar 2030" in main(browser)


def test_the_office_enters_a_consent_that_came_in_writing(office):
    application = office.make(make_assessed)
    browser = office.opened("sachbearbeitung", application, "abruf-im-portal")
    browser.getControl("Eintragen").click()
    assert linked_errors(browser) == ["agreed-yes", "note"]
    fill(browser, "Eintragen", agreed=["yes"], note="Schreiben vom 3. März")
    assert "Schreiben vom 3. März" in main(browser)


@pytest.mark.parametrize("make", [make_assessed, make_contested])
def test_who_comes_when_there_is_nothing_to_do_is_led_to_the_case(office, make):
    application = office.make(make)
    browser = office.opened("beides", application, "bekanntgeben")
    assert "nicht (mehr) möglich" in status_message(browser)
    assert browser.url.endswith("/@@vorgang")


@pytest.mark.parametrize("user", [None, "antragstellung", "webredaktion"])
def test_the_pages_are_for_the_office_alone(office, user):
    application = office.make(make_pending)
    for step in STEPS:
        assert office.status(user, application, step) in (302, 401)


def test_the_municipality_sees_nothing_of_a_decision_that_waits(office):
    application = office.make(make_pending, amount=Decimal("2345.00"))
    browser = office.opened("antragstellung", application, "view")
    assert "2.345,00" not in browser.contents
    assert "liegt zur Entscheidung vor" in main(browser)
    assert "Antrag bewilligt" not in main(browser)


def test_two_are_decided_together_and_one_is_refused(office):
    first = office.make(make_assessed)
    second = office.make(make_assessed, user="fremde", ags=OTHER_AGS)
    office.funding.budget = Decimal("2500.00")
    transaction.commit()
    browser = office.opened("entscheidung", office.funding, "antraege")
    # The list's button says where to by `formaction`, which this browser ignores.
    assert "Ausgewählte gemeinsam entscheiden" in browser.contents
    token = browser.getControl(name="_authenticator", index=0).value
    browser.post(
        f"{office.funding.absolute_url()}/@@gemeinsam-entscheiden",
        f"_authenticator={token}&ids={first.id}&ids={second.id}",
    )
    assert "zusammen 5.000,00 €" in main(browser)
    for one in (first, second):
        browser.getControl(name=f"reason-{one.id}").value = "Miete nur zum Teil."
    browser.getControl("Verbindlich entscheiden").click()
    assert linked_errors(browser) == ["unbiased"]
    browser.getControl(name="unbiased").value = ["1"]
    browser.getControl("Verbindlich entscheiden").click()
    text = main(browser)
    assert "Nicht entschieden" in text
    assert "noch 0,00 € verfügbar" in text
    transaction.begin()
    waiting = [one.pending_decision is not None for one in (first, second)]
    assert sorted(waiting) == [False, True]


@pytest.mark.parametrize("user", [None, "antragstellung", "sachbearbeitung"])
def test_only_who_decides_decides_several(office, user):
    assert office.status(user, office.funding, "gemeinsam-entscheiden") in (302, 401)


def test_finality_leads_to_where_the_missing_day_is_entered(office):
    application = office.make(make_decided)
    browser = office.opened("sachbearbeitung", application, "bestandskraft")
    today = day_of(application, now()).isoformat()
    fill(browser, "Eintragen", kind=["final"], day=today)
    assert "tragen Sie zuerst ein, wann der Bescheid" in main(browser)
    browser.getLink("Versand und Bekanntgabe eintragen").click()
    assert browser.url.endswith("/@@zustellung")


def test_a_notice_that_was_not_fetched_is_sent_by_other_means(office):
    application = office.make(make_in_portal)
    then = now() - timedelta(days=11)
    application.announcement = replace(application.announcement, moment=then)
    transaction.commit()
    browser = office.opened("sachbearbeitung", application, "vorgang")
    assert "nicht bekannt gegeben (§ 41 Abs. 2a VwVfG)" in main(browser)
    browser.getLink("Versand und Bekanntgabe eintragen").click()
    today = day_of(application, now()).isoformat()
    fill(browser, "Eintragen", sent="", known=today)
    assert "noch nicht abgerufen" in message_at(browser, "known")
    fill(browser, "Eintragen", sent=today, known=today)
    assert "Die Tage sind eingetragen." in status_message(browser)
    assert "nicht bekannt gegeben" not in main(browser)


def test_of_a_notice_that_was_fetched_the_day_is_there(office):
    application = office.make(make_in_portal)
    with acting("antragstellung"):
        retrieve(application, now())
    transaction.commit()
    browser = office.opened("sachbearbeitung", application, "zustellung")
    tomorrow = day_of(application, now()) + timedelta(days=1)
    assert browser.getControl(name="known").value == str(tomorrow)
    assert "Auf anderem Weg versandt am" not in main(browser)
    browser.getControl("Eintragen").click()
    assert "Die Tage sind eingetragen." in status_message(browser)
