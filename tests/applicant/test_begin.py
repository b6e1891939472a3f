"""Begin an application."""

from datetime import timedelta
from kommunaldialog.content.foerderprogramm import Foerderprogramm
from tests.samples import AGS
from tests.samples import make_consultation
from tests.samples import make_draft
from tests.samples import now
from tests.samples import OTHER_AGS
import pytest
import transaction


def begin_page(browser, call):
    browser.open(f"{call.absolute_url()}/@@antrag-beginnen")
    return browser


def drafts(call: Foerderprogramm):
    transaction.begin()
    return list(call.case_store().objectIds())


def test_the_only_municipality_is_chosen_and_the_draft_opens(anna, call):
    begin_page(anna, call)
    assert anna.getControl(name="ags").value == [AGS]
    anna.getControl("Antrag beginnen").click()
    assert anna.url.endswith("/@@bearbeiten/massnahme")
    assert "Entwurf – noch nicht eingereicht" in anna.contents


def test_a_double_click_finds_the_same_draft(anna, call):
    begin_page(anna, call)
    button = anna.getControl("Antrag beginnen")
    body = [
        (name, anna.getControl(name=name).value) for name in ("token", "_authenticator")
    ]
    button.click()
    first = anna.url
    data = "&".join(f"{name}={value}" for name, value in body) + f"&ags={AGS}"
    anna.post(f"{call.absolute_url()}/@@antrag-beginnen", data)
    assert anna.url == first
    assert len(drafts(call)) == 1


def test_who_is_not_logged_in_is_sent_to_the_login(browser_of, call):
    browser = begin_page(browser_of(), call)
    assert "require_login" in browser.url or "login" in browser.url
    assert drafts(call) == []


def test_who_has_no_municipality_is_told_whom_to_ask(browser_of, call):
    browser = begin_page(browser_of("zeichnung"), call)
    assert "Ihr Konto gehört noch zu keiner Kommune" in browser.contents
    assert 'value="Antrag beginnen"' not in browser.contents


def test_nobody_begins_for_another_municipality(anna, call):
    begin_page(anna, call)
    token = anna.getControl(name="_authenticator").value
    anna.post(
        f"{call.absolute_url()}/@@antrag-beginnen",
        f"_authenticator={token}&ags={OTHER_AGS}&token=t",
    )
    assert "für die Sie Anträge stellen dürfen" in anna.contents
    assert drafts(call) == []


def test_a_request_from_elsewhere_begins_nothing(anna, call):
    anna.post(f"{call.absolute_url()}/@@antrag-beginnen", f"ags={AGS}&token=t")
    assert anna.headers["status"].startswith("403")
    assert drafts(call) == []


@pytest.mark.parametrize(
    ("opening", "deadline", "sentence"),
    [
        (5, 20, "Anträge sind ab dem"),
        (-20, -5, "Die Antragsfrist endete am"),
    ],
)
def test_outside_of_its_time_a_call_says_when(anna, call, opening, deadline, sentence):
    call.opening = now() + timedelta(days=opening)
    call.deadline = now() + timedelta(days=deadline)
    transaction.commit()
    begin_page(anna, call)
    assert sentence in anna.contents
    assert 'name="token"' not in anna.contents


def test_who_has_as_many_as_allowed_is_led_to_them(anna, call):
    make_draft(call)
    transaction.commit()
    begin_page(anna, call)
    assert "schon so viele Anträge" in anna.contents
    assert anna.getLink("Zu Ihren Anträgen").url.endswith("/@@meine-antraege")


def test_a_missing_consultation_is_told_before_work_begins(anna, call):
    assert "noch kein Beratungsgespräch" in begin_page(anna, call).contents
    make_consultation(call)
    transaction.commit()
    contents = begin_page(anna, call).contents
    assert "noch kein Beratungsgespräch" not in contents
    assert "Gemeinsam in Vielfalt" in contents
