"""A form that arrives logged out waits for the same person, and for nobody else."""

from bs4 import BeautifulSoup
from io import BytesIO
from kommunaldialog.usecases.review import take_up
from kommunaldialog.usecases.save import save
from kommunaldialog.usecases.submit import submit
from plone import api
from plone.testing.zope import Browser
from tests.client import Client
from tests.samples import acting
from tests.samples import declare_free
from tests.samples import make_consultation
from tests.samples import make_draft
from tests.samples import make_funding
from tests.samples import now
from tests.samples import PASSWORD
from tests.samples import PDF
import json
import pytest
import transaction


TYPED = "Zwei Zeilen,\n„ein <Wort>“ & mehr"


@pytest.fixture
def draft(functional_portal):
    draft = make_draft(make_funding(functional_portal))
    transaction.commit()
    return draft


@pytest.fixture
def window(functional_app):
    """A window without JavaScript in which nobody is logged in yet."""
    window = Browser(functional_app)
    window.raiseHttpErrors = False
    window.addHeader("Accept", "text/html")
    window.addHeader("Accept-Language", "de")
    return window


def log_in(window, portal, name):
    window.open(f"{portal.absolute_url()}/login")
    window.getControl(name="__ac_name").value = name
    window.getControl(name="__ac_password").value = PASSWORD
    window.getControl(name="buttons.login").click()


def end_session(window):
    window.cookies.clearAll()


def section(draft, slug="fragen-1"):
    return f"{draft.absolute_url()}/@@bearbeiten/{slug}"


def typing(window, draft):
    """Anna has typed and not yet sent."""
    window.open(section(draft))
    window.getControl(name="q.anlass").value = TYPED
    return window


def send(window):
    window.getControl(name="save", index=0).click()


def answer_login(window, name, password=PASSWORD):
    window.getControl(name="__ac_name").value = name
    window.getControl(name="__ac_password").value = password
    window.getControl("Anmelden und weiter").click()


@pytest.fixture
def expired(window, functional_portal, draft):
    """Anna's window after her session ended and she pressed "save"."""
    log_in(window, functional_portal, "antragstellung")
    typing(window, draft)
    end_session(window)
    send(window)
    return window


def fresh(application):
    transaction.begin()
    return application


def texts(window):
    html = BeautifulSoup(window.contents, "html.parser")
    return " ".join(html.select_one(".kd").get_text(" ").split())


def test_nothing_is_saved_without_a_login_and_nothing_is_lost(expired, draft):
    assert expired.headers["status"].startswith("403")
    assert expired.headers["cache-control"] == "private, no-store"
    assert "Bitte melden Sie sich noch einmal an" in expired.title
    assert "nicht verloren" in texts(expired)
    assert expired.getControl(name="q.anlass").value == TYPED
    assert fresh(draft).answers["anlass"] == "Wir bauen die Ortsmitte um."


def test_the_page_tells_nothing_of_the_record(expired, draft):
    html = BeautifulSoup(expired.contents, "html.parser")
    for field in html.select("input[type=hidden]"):
        field.decompose()
    for secret in (draft.title, draft.contact_name, "konzept.pdf"):
        assert secret not in html.get_text()


def test_the_same_person_logs_in_and_goes_on_where_they_were(expired, draft):
    answer_login(expired, "antragstellung")
    assert expired.headers["status"].startswith("200")
    assert expired.url == section(draft)
    assert "Ihr Entwurf ist gespeichert" in expired.contents
    assert fresh(draft).answers["anlass"] == TYPED
    expired.open(section(draft))
    assert expired.getControl(name="q.anlass").value == TYPED


def test_who_logs_in_with_something_wrong_in_the_form_sees_it_at_its_place(
    window, functional_portal, draft
):
    log_in(window, functional_portal, "antragstellung")
    window.open(section(draft, "massnahme"))
    window.getControl(name="core-contact_email").value = "niemand"
    window.getControl(name="core-title").value = "Neuer Name"
    end_session(window)
    send(window)
    answer_login(window, "antragstellung")
    assert window.headers["status"].startswith("200")
    assert window.getControl(name="core-contact_email").value == "niemand"
    assert fresh(draft).title == "Neuer Name"


def test_a_wrong_password_is_said_and_the_words_stay(expired, draft):
    answer_login(expired, "antragstellung", "falsch")
    assert "Die Anmeldung hat nicht geklappt" in texts(expired)
    assert expired.getControl(name="__ac_name").value == "antragstellung"
    assert "falsch" not in expired.contents
    answer_login(expired, "antragstellung")
    assert fresh(draft).answers["anlass"] == TYPED


def test_a_colleague_who_logs_in_instead_saves_nothing(expired, draft):
    answer_login(expired, "zeichnung")
    assert expired.headers["status"].startswith("403")
    assert "unter einer anderen Anmeldung" in texts(expired)
    assert fresh(draft).answers["anlass"] == "Wir bauen die Ortsmitte um."
    expired.getControl("Noch einmal senden").click()
    assert fresh(draft).answers["anlass"] == "Wir bauen die Ortsmitte um."


def test_a_stranger_who_logs_in_instead_saves_nothing(expired, draft):
    answer_login(expired, "fremde")
    assert expired.headers["status"].startswith("403")
    assert fresh(draft).answers["anlass"] == "Wir bauen die Ortsmitte um."


def test_who_wrote_it_comes_back_after_the_colleague(expired, functional_portal, draft):
    answer_login(expired, "zeichnung")
    waiting, action = expired.contents, expired.url
    fields = {
        field["name"]: field["value"]
        for field in BeautifulSoup(waiting, "html.parser").select(
            ".kd input[type=hidden]"
        )
    }
    end_session(expired)
    log_in(expired, functional_portal, "antragstellung")
    client = Client(functional_portal.getPhysicalRoot(), "antragstellung")
    answer = client.browser().testapp.post(
        action, fields, headers=client.headers, status="*"
    )
    print("BODY", answer.status_int, answer.body[:300], answer.headers)
    assert answer.status_int == 303
    assert fresh(draft).answers["anlass"] == TYPED


def test_a_form_drawn_for_somebody_else_who_is_logged_in_is_kept_too(
    window, functional_portal, draft
):
    log_in(window, functional_portal, "antragstellung")
    typing(window, draft)
    token = window.getControl(name="_authenticator").value
    end_session(window)
    log_in(window, functional_portal, "zeichnung")
    window.open(section(draft))
    window.getControl(name="_authenticator").value = token
    window.getControl(name="q.anlass").value = TYPED
    send(window)
    assert window.headers["status"].startswith("403")
    assert window.getControl(name="q.anlass").value == TYPED
    assert window.getLink("Melden Sie sich in einem neuen Fenster ab.")
    assert fresh(draft).answers["anlass"] == "Wir bauen die Ortsmitte um."


def test_files_have_to_be_chosen_again_and_the_page_says_which(
    window, functional_portal, draft
):
    log_in(window, functional_portal, "antragstellung")
    chosen = typing(window, draft).getControl(name="q.konzept")
    chosen.add_file(BytesIO(PDF), "application/pdf", "neu.pdf")
    end_session(window)
    send(window)
    assert "Dateien kann diese Seite nicht aufheben" in texts(window)
    assert "neu.pdf" in texts(window)


def test_what_another_site_sent_does_not_become_valid_by_logging_in(
    functional_app, functional_portal, draft, window
):
    window.post(section(draft, "massnahme"), "core-title=theirs&save=1")
    assert window.getControl(name="_authenticator").value == ""
    answer_login(window, "antragstellung")
    assert window.headers["status"].startswith("403")
    assert window.getControl(name="_authenticator").value == ""
    window.getControl("Noch einmal senden").click()
    assert fresh(draft).title == "Dialog Ortsmitte"


def test_what_was_saved_meanwhile_is_not_overwritten_after_the_login(expired, draft):
    with acting("zeichnung"):
        save(draft, now(), answers={"anlass": "Von Zeno"})
    transaction.commit()
    answer_login(expired, "antragstellung")
    assert fresh(draft).answers["anlass"] == "Von Zeno"
    assert "Zwei haben dasselbe geändert" in texts(expired)
    assert expired.getControl(name="q.anlass").value == TYPED


def test_where_people_log_in_elsewhere_no_password_is_asked_for(
    window, functional_portal, draft
):
    api.portal.set_registry_record(
        "plone.external_login_url", "https://anmeldung.land.example/"
    )
    transaction.commit()
    window.post(section(draft, "massnahme"), "core-title=x&save=1")
    assert "__ac_password" not in window.contents
    assert window.getLink("Melden Sie sich in einem neuen Fenster so an").url
    assert window.getControl("Noch einmal senden")


def test_a_script_is_told_in_json(functional_app, draft):
    answer = Client(functional_app).ask(
        "POST",
        section(draft, "massnahme"),
        b"core-title=x",
        Accept="application/json",
        Content_Type="application/x-www-form-urlencoded",
    )
    assert answer.status == 403
    assert json.loads(answer.text)["error"]["type"] == "LoggedOut"


def test_who_only_reads_is_sent_to_the_login_as_ever(functional_app, draft):
    answer = Client(functional_app).get(
        f"{draft.absolute_url()}/@@bearbeiten", Accept="text/html"
    )
    assert answer.status == 302
    assert "require_login" in answer.url


def test_who_logs_in_comes_back_to_the_section(window, draft):
    window.open(section(draft))
    assert "/login" in window.url
    window.getControl(name="__ac_name").value = "antragstellung"
    window.getControl(name="__ac_password").value = PASSWORD
    window.getControl(name="buttons.login").click()
    assert window.url == section(draft)


def test_the_office_loses_no_word_either(window, functional_portal, draft):
    make_consultation(draft.programme())
    with acting("antragstellung"):
        submit(draft, now())
    declare_free(draft)
    with acting("sachbearbeitung"):
        take_up(draft, now())
    transaction.commit()
    log_in(window, functional_portal, "sachbearbeitung")
    window.open(f"{draft.absolute_url()}/@@pruefen")
    window.getControl(name="text").value = "Der Antrag ist förderfähig."
    window.getControl(name="recommended").value = "2.000,00"
    end_session(window)
    window.getControl("Zur Entscheidung vorlegen").click()
    assert "nicht verloren" in texts(window)
    answer_login(window, "sachbearbeitung")
    assert fresh(draft).assessment.text == "Der Antrag ist förderfähig."


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "https://boese.example"},
        {"Origin": "null"},
    ],
)
def test_another_site_logs_nobody_in_unawares(
    window, functional_app, functional_portal, draft, headers
):
    log_in(window, functional_portal, "antragstellung")
    answer = send_login(functional_app, typing(window, draft), draft, headers)
    assert answer.status_int == 403
    assert "__ac" not in answer.headers.get("Set-Cookie", "")


@pytest.mark.parametrize("site", ["", "same-origin"])
def test_a_page_of_ours_logs_in(window, functional_app, functional_portal, draft, site):
    log_in(window, functional_portal, "antragstellung")
    headers = {"Sec-Fetch-Site": site} if site else {"Origin": host_of(draft)}
    answer = send_login(functional_app, typing(window, draft), draft, headers)
    assert answer.status_int == 200
    assert "__ac=" in answer.headers["Set-Cookie"]


def host_of(draft):
    return "/".join(draft.absolute_url().split("/")[:3])


def send_login(app, window, draft, headers):
    """A form with Anna's token, name and password, in a browser without session."""
    form = {
        "_authenticator": window.getControl(name="_authenticator").value,
        "__ac_name": "antragstellung",
        "__ac_password": PASSWORD,
        "core-title": "Von anderswo",
        "save": "1",
    }
    where = section(draft, "massnahme")
    return Browser(app).testapp.post(where, form, headers=headers, status="*")
