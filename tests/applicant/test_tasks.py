"""The task list: the front page of a draft."""

from bs4 import BeautifulSoup
from datetime import timedelta
from kommunaldialog.usecases.begin import begin
from kommunaldialog.usecases.save import save
from plone import api
from tests.samples import acting
from tests.samples import AGS
from tests.samples import make_consultation
from tests.samples import make_draft
from tests.samples import make_submitted
from tests.samples import now
import pytest
import transaction


@pytest.fixture
def draft(call):
    """A draft in which nothing was filled in yet."""
    with acting("antragstellung"):
        application = begin(call, AGS, "token", now())
    transaction.commit()
    return application


def tasks(browser, application):
    """Section -> how far it is."""
    browser.open(application.absolute_url())
    html = BeautifulSoup(browser.contents, "html.parser")
    return {
        item.a.get_text(strip=True): item.select_one(".kd-tag").get_text(strip=True)
        for item in html.select(".kd-tasks > li")
    }


def words(browser):
    html = BeautifulSoup(browser.contents, "html.parser")
    return " ".join(html.find(id="content").get_text(" ").split())


def links(browser):
    html = BeautifulSoup(browser.contents, "html.parser")
    return [link["href"].rpartition("/")[2] for link in html.select(".kd a[href]")]


def test_a_new_draft_has_not_begun_any_section(anna, draft):
    assert tasks(anna, draft) == dict.fromkeys(
        [
            "Kommune und Maßnahme",
            "Ihr Vorhaben",
            "Kosten- und Finanzierungsplan",
            "Erklärungen",
        ],
        "Noch nicht begonnen",
    )
    assert "0 von 4 sind vollständig" in words(anna)


def test_a_section_is_incomplete_until_nothing_in_it_is_missing(anna, draft):
    with acting("antragstellung"):
        save(draft, now(), core={"title": "Dialog"}, answers={"anlass": "Umbau"})
    transaction.commit()
    found = tasks(anna, draft)
    assert found["Kommune und Maßnahme"] == "Unvollständig"
    assert found["Ihr Vorhaben"] == "Vollständig"
    assert found["Erklärungen"] == "Noch nicht begonnen"
    anna.getLink("Was noch fehlt (6)").click()
    assert anna.url.endswith("/@@bearbeiten/massnahme?pruefen=1#kd-errors")


def test_a_section_in_which_nothing_is_required_is_done_once_it_was_saved(anna, draft):
    with acting("antragstellung"):
        save(draft, now(), section="fragen-1")
    transaction.commit()
    assert tasks(anna, draft)["Ihr Vorhaben"] == "Unvollständig"
    with acting("antragstellung"):
        save(draft, now(), answers={"anlass": "Umbau"}, section="fragen-1")
    transaction.commit()
    assert tasks(anna, draft)["Ihr Vorhaben"] == "Vollständig"


def test_a_complete_draft_leads_to_submitting(anna, call):
    application = make_draft(call)
    make_consultation(call)
    transaction.commit()
    assert set(tasks(anna, application).values()) == {"Vollständig"}
    assert "Alle Angaben sind vollständig." in words(anna)
    assert "@@bearbeiten" not in links(anna)
    anna.getLink("Prüfen und einreichen").click()
    assert anna.url.endswith("/@@einreichen")


@pytest.mark.parametrize(
    ("days", "strict", "sentence"),
    [
        (20, True, "Die Antragsfrist endet am"),
        (
            -2,
            True,
            "Einreichen ist nicht mehr möglich; Ihr Entwurf bleibt gespeichert.",
        ),
        (-2, False, "Sie können den Antrag noch mit einer Begründung einreichen;"),
    ],
)
def test_what_the_deadline_means_for_a_draft_is_said_on_each_of_its_pages(
    anna, call, days, strict, sentence
):
    application = make_draft(call)
    call.deadline, call.strict_deadline = now() + timedelta(days=days), strict
    transaction.commit()
    for view in ("", "@@bearbeiten/massnahme", "@@drucken"):
        anna.open(f"{application.absolute_url()}/{view}")
        assert sentence in words(anna)


def test_documents_are_a_task_where_a_pillar_asks_for_them(anna, call):
    call["saeule-1"].documents = ("Beschluss des Gemeinderats",)
    application = make_draft(call)
    transaction.commit()
    assert tasks(anna, application)["Unterlagen"] == "Noch nicht begonnen"


def test_whom_to_call_is_said_on_each_page_while_the_consultation_is_missing(
    anna, call, functional
):
    with api.env.adopt_roles(["Manager"]):
        contact = api.content.create(
            functional["portal"], "Kontakt", title="Beratungsstelle", phone="0711 98"
        )
        form = api.content.create(functional["portal"], "EasyForm", title="Rückruf")
        for item in (contact, form):
            api.content.transition(item, "publish")
    call.contact, call.callback_form = contact.UID(), form.UID()
    transaction.commit()
    anna.open(f"{call.absolute_url()}/@@antrag-beginnen")
    assert "0711 98" in words(anna)
    assert anna.getLink("Rückruf anfragen").url == form.absolute_url()
    application = make_draft(call)
    transaction.commit()
    sections = ("massnahme", "fragen-1", "kostenplan", "erklaerungen")
    for view in ("", *(f"@@bearbeiten/{slug}" for slug in sections)):
        anna.open(f"{application.absolute_url()}/{view}")
        assert "Die Beratung fehlt noch." in words(anna)
        assert "0711 98" in words(anna)
        assert anna.getLink("Rückruf anfragen").url == form.absolute_url()
    make_consultation(call)
    transaction.commit()
    anna.open(application.absolute_url())
    assert "Die Beratung fehlt noch." not in words(anna)


def test_the_consultation_is_asked_for_before_a_pillar_is_chosen(anna, draft, call):
    anna.open(f"{draft.absolute_url()}/@@bearbeiten/massnahme")
    assert "Die Beratung fehlt noch." in words(anna)
    make_consultation(call)
    transaction.commit()
    anna.open(f"{draft.absolute_url()}/@@bearbeiten/massnahme")
    assert "Die Beratung fehlt noch." not in words(anna)


def test_who_may_state_a_consultation_is_told_where(anna, call):
    call.stated_consultation = True
    application = make_draft(call)
    transaction.commit()
    anna.open(application.absolute_url())
    link = anna.getLink("Erklärungen", url="stated_held")
    assert link.url.endswith("/@@bearbeiten/erklaerungen#stated_held")


def test_an_administrator_sees_the_tasks_but_no_way_to_work_on_them(
    browser_of, call, functional
):
    application = make_draft(call)
    with api.env.adopt_roles(["Manager"]):
        api.user.grant_roles("webredaktion", roles=["Manager"])
    transaction.commit()
    browser = browser_of("webredaktion")
    browser.open(application.absolute_url())
    assert "Kommune und Maßnahme" in words(browser)
    shut = ("@@bearbeiten", "@@einreichen", "@@zurueckziehen", "massnahme")
    assert not set(links(browser)) & set(shut)


class TestPrinting:
    def test_a_draft_is_printed_whole_and_marked(self, anna, call):
        application = make_draft(call, contact_email="")
        transaction.commit()
        anna.open(f"{application.absolute_url()}/@@drucken")
        text = words(anna)
        assert "Entwurf – noch nicht eingereicht." in text
        assert "Stand dieses Ausdrucks" in text
        for said in ("Wir bauen die Ortsmitte um.", "konzept.pdf", "3.734,56"):
            assert said in text
        assert "Das fehlt noch" in text
        html = BeautifulSoup(anna.contents, "html.parser")
        mark = html.select_one(".kd-draft-mark.kd-print-only")
        assert mark.get_text(strip=True) == "Entwurf"

    def test_what_arrived_is_printed_by_its_receipt(self, anna, call):
        application = make_submitted(call)
        transaction.commit()
        anna.open(f"{application.absolute_url()}/@@drucken")
        assert anna.url.endswith("/@@eingang")

    def test_a_stranger_prints_nothing(self, browser_of, draft):
        for name in ("fremde", "sachbearbeitung", None):
            browser = browser_of(name)
            browser.open(f"{draft.absolute_url()}/@@drucken")
            assert "Stand dieses Ausdrucks" not in browser.contents
