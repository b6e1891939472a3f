"""A draft is saved while somebody types, and what can not be kept is said."""

from kommunaldialog.usecases.save import save
from kommunaldialog.usecases.submit import submit
from tests.client import Client
from tests.samples import acting
from tests.samples import make_consultation
from tests.samples import make_draft
from tests.samples import now
from tests.samples import PDF
from urllib.parse import urlencode
import json
import pytest
import transaction


@pytest.fixture
def draft(call):
    application = make_draft(call)
    transaction.commit()
    return application


@pytest.fixture
def form(anna, draft):
    """Anna's browser in the first section."""
    anna.open(f"{draft.absolute_url()}/@@bearbeiten/massnahme")
    return anna


def hidden(browser, name):
    return browser.getControl(name=name).value


def sent(form, **typed):
    """What the script sends: the page's own fields, and what was typed."""
    own = {name: hidden(form, name) for name in ("_authenticator", "revision", "seen")}
    return {**own, **typed}


def autosave(app, draft, data, user="antragstellung", slug="massnahme"):
    answer = Client(app, user).ask(
        "POST",
        f"{draft.absolute_url()}/@@entwurf-sichern/{slug}",
        urlencode(data).encode(),
        Accept="application/json",
        Content_Type="application/x-www-form-urlencoded",
    )
    return answer.status, json.loads(answer.text)


def fresh(application):
    transaction.begin()
    return application


def test_what_was_typed_is_kept_and_the_moment_is_said(functional_app, form, draft):
    status, answer = autosave(
        functional_app, draft, sent(form, **{"core-title": "Beim Tippen"})
    )
    assert status == 200
    assert answer["message"].startswith("Gespeichert um ")
    assert answer["complete"]
    assert fresh(draft).title == "Beim Tippen"
    assert answer["revision"] == draft.revision


def test_the_next_save_goes_on_from_there_without_a_conflict(
    functional_app, form, draft
):
    data = sent(form, **{"core-title": "Beim T"})
    _status, answer = autosave(functional_app, draft, data)
    data |= {"seen": answer["seen"], "core-title": "Beim Tippen"}
    _status, answer = autosave(functional_app, draft, data)
    assert answer["complete"]
    assert fresh(draft).title == "Beim Tippen"


def test_what_is_not_right_yet_is_named_and_the_rest_is_kept(
    functional_app, form, draft
):
    typed = {"core-title": "Neu", "core-contact_email": "anna@"}
    status, answer = autosave(functional_app, draft, sent(form, **typed))
    assert (status, answer["complete"]) == (200, False)
    assert "bis auf dies: " in answer["message"]
    assert "E-Mail" in answer["message"]
    kept = fresh(draft)
    assert (kept.title, kept.contact_email) == ("Neu", "antrag@example.org")


def test_a_colleagues_words_are_not_replaced_and_both_are_told_of_each_other(
    functional_app, form, draft
):
    data = sent(form, **{"core-title": "Von Anna", "core-contact_phone": "0711 9"})
    with acting("zeichnung"):
        save(draft, now(), core={"title": "Von Zeno"})
    transaction.commit()
    Client(functional_app, "zeichnung").get(
        f"{draft.absolute_url()}/@@bearbeiten/kostenplan"
    )
    _status, answer = autosave(functional_app, draft, data)
    assert "dieselben Angaben geändert" in answer["message"]
    assert not answer["complete"]
    (other,) = answer["others"]
    assert other.startswith("Zeno Zeichnung hat den Antrag auch geöffnet")
    kept = fresh(draft)
    assert (kept.title, kept.contact_phone) == ("Von Zeno", "0711 9")
    _status, answer = autosave(functional_app, draft, {**data, "seen": answer["seen"]})
    assert not answer["complete"]


def test_no_file_is_removed_by_it(functional_app, form, draft):
    data = sent(form, **{"q.sections:list": "vorhaben", "q.konzept.remove": "1"})
    status, _answer = autosave(functional_app, draft, data, slug="fragen-1")
    assert status == 200
    assert fresh(draft).answers["konzept"].data == PDF


def test_nobody_who_is_logged_out_saves_by_it(functional_app, form, draft):
    data = sent(form, **{"core-title": "Von niemand"})
    status, answer = autosave(functional_app, draft, data, user=None)
    assert (status, answer["error"]["type"]) == (403, "LoggedOut")
    assert fresh(draft).title == "Dialog Ortsmitte"


def test_a_form_of_somebody_else_is_not_saved_by_it(functional_app, form, draft):
    data = sent(form, **{"core-title": "Unter anderem Namen"})
    status, answer = autosave(functional_app, draft, data, user="zeichnung")
    assert (status, answer["error"]["type"]) == (403, "AnotherPerson")
    assert fresh(draft).title == "Dialog Ortsmitte"


def test_it_says_when_there_is_no_draft_any_more(functional_app, call, form, draft):
    data = sent(form, **{"core-title": "Zu spät"})
    make_consultation(call)
    with acting("antragstellung"):
        submit(draft, now())
    transaction.commit()
    status, answer = autosave(functional_app, draft, data)
    assert (status, answer["error"]["type"]) == (409, "NoDraft")
    assert fresh(draft).title == "Dialog Ortsmitte"


def test_it_is_no_page_to_look_at(functional_app, draft):
    answer = Client(functional_app, "antragstellung").get(
        f"{draft.absolute_url()}/@@entwurf-sichern/massnahme"
    )
    assert answer.status == 405
