"""A draft is saved while somebody types, and what can not be kept is said."""

from kommunaldialog.usecases.answer import save_answer
from kommunaldialog.usecases.proof import save_proof
from kommunaldialog.usecases.save import save
from kommunaldialog.usecases.step import state_of
from kommunaldialog.usecases.submit import submit
from tests.client import Client
from tests.samples import acting
from tests.samples import make_consultation
from tests.samples import make_decided
from tests.samples import make_draft
from tests.samples import now
from tests.samples import PDF
from tests.samples_clarification import make_asked
from tests.samples_proof import ask_for_proof
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


def saved_at(app, application, view, data, user="antragstellung"):
    """Like `autosave`, of a form that is one page."""
    answer = Client(app, user).ask(
        "POST",
        f"{application.absolute_url()}/@@{view}",
        urlencode(data).encode(),
        Accept="application/json",
        Content_Type="application/x-www-form-urlencoded",
    )
    return answer.status, json.loads(answer.text)


@pytest.fixture
def asked(call):
    application = make_asked(call)
    transaction.commit()
    return application


def test_an_answer_is_kept_while_it_is_typed_and_is_not_sent(
    functional_app, anna, asked
):
    anna.open(f"{asked.absolute_url()}/@@rueckfrage-beantworten")
    data = sent(anna, answer="Beim Tippen")
    status, answer = saved_at(functional_app, asked, "antwort-sichern", data)
    assert (status, answer["complete"]) == (200, True)
    assert fresh(asked).answer_text == "Beim Tippen"
    assert answer["revision"] == asked.answer_revision
    assert state_of(asked) == "clarification"
    data |= {"seen": answer["seen"], "answer": "Beim Tippen weiter"}
    _status, answer = saved_at(functional_app, asked, "antwort-sichern", data)
    assert answer["complete"]
    assert fresh(asked).answer_text == "Beim Tippen weiter"


def test_what_two_changed_of_an_answer_waits_for_the_button(
    functional_app, anna, asked
):
    anna.open(f"{asked.absolute_url()}/@@rueckfrage-beantworten")
    data = sent(anna, answer="Von Anna")
    with acting("zeichnung"):
        save_answer(asked, now(), {}, "Von Zeno")
    transaction.commit()
    _status, answer = saved_at(functional_app, asked, "antwort-sichern", data)
    assert not answer["complete"]
    assert "Jemand anderes hat dieselben Angaben geändert" in answer["message"]
    assert fresh(asked).answer_text == "Von Zeno"


@pytest.fixture
def granted(call):
    ask_for_proof(call)
    application = make_decided(call)
    transaction.commit()
    return application


def test_a_proof_is_kept_while_it_is_typed_and_is_not_submitted(
    functional_app, anna, granted
):
    anna.open(f"{granted.absolute_url()}/@@verwendungsnachweis")
    typed = {"q.verlauf": "Zwei Abende.", "expenditure-0-amount": "12.5"}
    typed |= {"q.sections:list": "sachbericht", "expenditure-count": "2"}
    data = sent(anna, **typed)
    status, answer = saved_at(functional_app, granted, "nachweis-sichern", data)
    assert (status, answer["complete"]) == (200, False)
    assert "bis auf dies: " in answer["message"]
    assert fresh(granted).proof_answers["verlauf"] == "Zwei Abende."
    assert answer["revision"] == granted.proof_revision == 1
    assert state_of(granted) == "approved"
    data |= {"revision": "1", "q.verlauf": "Drei Abende."}
    data["expenditure-0-amount"] = "12,50"
    _status, answer = saved_at(functional_app, granted, "nachweis-sichern", data)
    assert answer["complete"]
    assert fresh(granted).proof_answers["verlauf"] == "Drei Abende."


def test_a_proof_that_a_colleague_saved_is_not_overwritten_while_typing(
    functional_app, anna, granted
):
    anna.open(f"{granted.absolute_url()}/@@verwendungsnachweis")
    typed = {"q.verlauf": "Von Anna", "q.sections:list": "sachbericht"}
    data = sent(anna, **typed)
    with acting("zeichnung"):
        save_proof(granted, now(), answers={"verlauf": "Von Zeno"})
    transaction.commit()
    for _again in range(2):
        _status, answer = saved_at(functional_app, granted, "nachweis-sichern", data)
        assert not answer["complete"]
        assert answer["message"].startswith("Nicht gespeichert: ")
        data |= {"revision": answer["revision"], "seen": answer["seen"]}
    assert fresh(granted).proof_answers["verlauf"] == "Von Zeno"


@pytest.mark.parametrize("view", ["antwort-sichern", "nachweis-sichern"])
def test_what_is_not_there_any_more_is_not_saved(functional_app, anna, draft, view):
    anna.open(f"{draft.absolute_url()}/@@bearbeiten/massnahme")
    status, answer = saved_at(functional_app, draft, view, sent(anna))
    assert (status, answer["error"]["type"]) == (409, "NoDraft")


@pytest.mark.parametrize("user", ["fremde", "sachbearbeitung"])
def test_nobody_else_saves_an_answer(functional_app, asked, user):
    answer = Client(functional_app, user).ask(
        "POST", f"{asked.absolute_url()}/@@antwort-sichern", b"answer=Fremd"
    )
    assert answer.status in (302, 401, 403)
    assert fresh(asked).answer_text == ""
