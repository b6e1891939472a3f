"""Record a consultation."""

from datetime import datetime
from kommunaldialog.content.beratung import IBeratung
from tests.granting import linked_errors
from tests.granting import main
from tests.granting import message_at
from tests.granting import status_message
from zoneinfo import ZoneInfo
import pytest


@pytest.fixture
def form(office):
    return office.opened("sachbearbeitung", office.funding, "beratung-erfassen")


def fill_in(form):
    form.getControl(name="ags-suche").value = "Musterstadt"
    form.getControl(name="held").value = "2026-03-02"
    form.getControl(name="held-time").value = "09:30"
    form.getControl(name="caller").value = "Anna Antrag, Hauptamt"
    form.getControl(name="pillars:list").value = ["saeule-1"]
    form.getControl(name="note").value = "Fragen zum Eigenanteil."


def test_a_consultation_is_recorded_in_the_portals_time(office, form):
    fill_in(form)
    form.getControl("Beratung eintragen").click()
    assert "Die Beratung von Musterstadt ist eingetragen." in status_message(form)
    assert form.url.endswith("/@@beratungen")
    (record,) = filter(IBeratung.providedBy, office.funding.case_store().objectValues())
    berlin = ZoneInfo("Europe/Berlin")
    assert record.moment == datetime(2026, 3, 2, 9, 30, tzinfo=berlin)
    assert record.adviser == "Sabine Sachbearbeitung"
    assert record.note == "Fragen zum Eigenanteil."


def test_each_error_is_said_at_its_input(form):
    form.getControl(name="held").value = ""
    form.getControl(name="adviser").value = ""
    form.getControl("Beratung eintragen").click()
    assert linked_errors(form) == ["ags", "held", "adviser", "caller", "pillars"]
    assert "Kommune" in message_at(form, "ags")
    assert "Datum und Uhrzeit" in message_at(form, "held")
    assert "wer beraten wurde" in message_at(form, "caller")
    assert "mindestens eine Säule" in main(form)
    assert "<title>Fehler: Beratung eintragen" in form.contents


def test_what_was_typed_is_not_lost(office, form):
    fill_in(form)
    form.getControl(name="held").value = "2099-01-01"
    form.getControl("Beratung eintragen").click()
    assert "in der Zukunft" in message_at(form, "held")
    kept = {
        name: form.getControl(name=name).value
        for name in ("ags", "held", "held-time", "caller", "pillars:list", "note")
    }
    assert kept == {
        "ags": ["08999001"],
        "held": "2099-01-01",
        "held-time": "09:30",
        "caller": "Anna Antrag, Hauptamt",
        "pillars:list": ["saeule-1"],
        "note": "Fragen zum Eigenanteil.",
    }
    assert not office.funding.case_store().objectIds()


def test_a_note_that_is_too_long_is_counted_and_kept(office, form):
    fill_in(form)
    form.getControl(name="note").value = "x" * 20_001
    form.getControl("Beratung eintragen").click()
    assert "20001 Zeichen" in message_at(form, "note")
    assert len(form.getControl(name="note").value) == 20_001
    assert not office.funding.case_store().objectIds()


def test_a_double_click_leads_to_the_consultation_that_was_recorded(office, form):
    fill_in(form)
    token = form.getControl(name="token").value
    form.getControl("Beratung eintragen").click()
    (recorded,) = office.funding.case_store().objectIds()
    form.goBack()
    fill_in(form)
    assert form.getControl(name="token").value == token
    form.getControl("Beratung eintragen").click()
    assert form.url.endswith(f"/{recorded}")
    assert "Dieses Formular ist schon abgeschickt" in status_message(form)
    assert len(office.funding.case_store().objectIds()) == 1


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31", "gestern"])
def test_a_day_that_can_not_be_is_refused_at_its_input(form, day):
    fill_in(form)
    form.getControl(name="held").value = day
    form.getControl("Beratung eintragen").click()
    assert "Datum und Uhrzeit" in message_at(form, "held")


@pytest.mark.parametrize(
    "sent", ["pillars:int=1", "pillars:record=1", "pillars.a:record=1"]
)
def test_pillars_that_are_no_text_are_none(office, form, sent):
    token = form.getControl(name="_authenticator").value
    form.post(
        form.url,
        f"_authenticator={token}&ags=08999001&held=2026-03-02&held-time=09:30"
        f"&adviser=A&caller=B&{sent}",
    )
    assert linked_errors(form) == ["pillars"]
    assert not office.funding.case_store().objectIds()


def test_nothing_is_recorded_without_the_forms_token(office, form):
    form.post(
        form.url,
        "_authenticator=wrong&ags=08999001&held=2026-03-02&held-time=09:30"
        "&adviser=A&caller=B&pillars:list=saeule-1",
    )
    assert form.headers["status"].startswith("403")
    assert not office.funding.case_store().objectIds()
