"""Settings of a call, as web editors set them: in Plone's forms and by REST."""

from bs4 import BeautifulSoup
from datetime import timedelta
from decimal import Decimal
from kommunaldialog.content.prefixes import claim
from kommunaldialog.history.settings import settings_events
from tests.client import Client
from tests.samples import make_people
from tests.samples import make_programme
from tests.samples import now
from zoneinfo import ZoneInfo
import pytest
import transaction


DAY = now() + timedelta(days=40)


@pytest.fixture
def call(functional_portal):
    make_people()
    call = make_programme(functional_portal)
    transaction.commit()
    return call


@pytest.fixture
def editor(functional_app):
    return Client(functional_app, "webredaktion")


@pytest.fixture
def begun(call):
    """A call that has taken an application."""
    claim("KD", call)
    transaction.commit()
    return call


def open_form(editor, item, name="edit"):
    browser = editor.browser()
    browser.open(f"{item.absolute_url()}/{name}")
    return browser


def save(browser):
    browser.getControl(name="form.buttons.save").click()
    transaction.begin()
    return browser.contents


def error_at(page, field):
    """What the page says at that field of Plone's form."""
    place = BeautifulSoup(page, "html.parser").find(
        id=f"formfield-form-widgets-{field}"
    )
    return " ".join(place.select_one(".invalid-feedback").text.split())


def test_a_day_without_a_time_is_the_end_of_that_day(editor, call):
    browser = open_form(editor, call)
    browser.getControl(name="form.widgets.deadline").value = f"{DAY:%Y-%m-%d}"
    browser.getControl(name="form.widgets.deadline-time").value = ""
    save(browser)
    local = call.window().deadline.astimezone(ZoneInfo(call.zone()))
    assert f"{local:%Y-%m-%d %H:%M:%S}" == f"{DAY:%Y-%m-%d} 23:59:59"
    again = open_form(editor, call)
    assert again.getControl(name="form.widgets.deadline-time").value == "23:59"


def test_the_form_asks_first_from_when_until_when(editor, call):
    page = open_form(editor, call).contents
    names = ("opening", "deadline", "strict_deadline", "deadline_on_holiday")
    places = [page.index(f'id="formfield-form-widgets-{name}"') for name in names]
    assert places == sorted(places)


def test_what_is_saved_unchanged_is_no_change(editor, begun):
    before = settings_events(begun)
    page = save(open_form(editor, begun))
    assert "invalid-feedback" not in page
    assert settings_events(begun) == before


def test_a_deadline_that_is_no_day_is_refused_and_stays_in_its_input(editor, call):
    browser = open_form(editor, call)
    browser.getControl(name="form.widgets.deadline").value = "31.9.2030"
    page = save(browser)
    assert "einen Tag ein, den es gibt" in error_at(page, "deadline")
    assert browser.getControl(name="form.widgets.deadline").value == "31.9.2030"


def test_settings_of_two_fieldsets_that_do_not_fit_are_refused_at_the_field(
    editor, call
):
    browser = open_form(editor, call)
    browser.getControl(name="form.widgets.budget").value = "1000"
    browser.getControl(name="form.widgets.stated_consultation:list").value = True
    browser.getControl(name="form.widgets.consultation_required:list").value = False
    page = save(browser)
    assert "bis zu 3.000,00" in error_at(page, "budget")
    assert "verlangt keine Beratung" in error_at(page, "stated_consultation")
    assert call.consultation_required


def test_a_pillars_limit_above_the_budget_is_refused_at_the_field(editor, call):
    browser = open_form(editor, call["saeule-1"])
    browser.getControl(name="form.widgets.highest_grant").value = "20000"
    assert "Fördermittel insgesamt" in error_at(save(browser), "highest_grant")
    new = open_form(editor, call, "++add++Saeule")
    new.getControl(name="form.widgets.title").value = "Zweite"
    new.getControl(name="form.widgets.highest_grant").value = "20000"
    assert "Fördermittel insgesamt" in error_at(save(new), "highest_grant")
    assert [pillar.id for pillar in call.pillars()] == ["saeule-1"]


def test_a_new_call_is_asked_the_same(editor, call, functional_portal):
    new = open_form(editor, functional_portal, "++add++Foerderprogramm")
    new.getControl(name="form.widgets.IDublinCore.title").value = "Neu"
    new.getControl(name="form.widgets.reference_prefix").value = "KD"
    new.getControl(name="form.widgets.opening").value = "2030-07-01"
    new.getControl(name="form.widgets.deadline").value = "2030-06-30"
    page = save(new)
    assert "ein anderes Förderprogramm" in error_at(page, "reference_prefix")
    assert "liegt vor der Öffnung" in error_at(page, "deadline")
    new.getControl(name="form.widgets.reference_prefix").value = "NEU"
    new.getControl(name="form.widgets.deadline").value = "2030-07-01"
    save(new)
    made = functional_portal["neu"]
    assert made.window().opening.isoformat() == "2030-06-30T22:00:00+00:00"
    assert made.window().deadline.isoformat() == "2030-07-01T21:59:59+00:00"


def test_after_the_first_application_the_form_points_to_the_page_for_deadlines(
    editor, begun
):
    browser = open_form(editor, begun)
    browser.getControl(name="form.widgets.deadline").value = f"{DAY:%Y-%m-%d}"
    page = save(browser)
    assert "@@frist-aendern" in error_at(page, "deadline")
    assert len(settings_events(begun)) == 2


def patch(editor, item, **values):
    answer = editor.rest("PATCH", item.absolute_url(), values)
    transaction.begin()
    return answer


def test_by_rest_a_day_is_its_end_and_its_start(editor, call):
    assert (
        patch(editor, call, opening="2016-07-01", deadline="2016-10-31").status == 204
    )
    assert call.window().opening.isoformat() == "2016-06-30T22:00:00+00:00"
    assert call.window().deadline.isoformat() == "2016-10-31T22:59:59+00:00"
    patch(editor, call, deadline="2016-10-31T12:00:00+01:00")
    assert call.window().deadline.isoformat() == "2016-10-31T11:00:59+00:00"


@pytest.mark.parametrize(
    "wrong",
    ["morgen", 7, "2016-09-31", "9999-12-31", "9999-12-31T00:00:00Z"],
)
def test_by_rest_what_is_no_day_is_refused(editor, call, wrong):
    before = call.deadline
    assert patch(editor, call, deadline=wrong).status == 400
    assert call.deadline == before


def test_by_rest_odd_settings_are_refused_with_their_field(editor, call):
    answer = patch(editor, call, scan_instead_of_signature=True, title="Anders")
    assert (answer.status, call.title) == (400, "Kommunale Dialoge")
    assert "'field': 'scan_instead_of_signature'" in answer.text
    assert "zeichnungsberechtigte Person" in answer.text
    answer = patch(editor, call["saeule-1"], highest_grant="20000")
    assert "'field': 'highest_grant'" in answer.text


def test_by_rest_a_new_pillar_is_asked_the_same(editor, call):
    values = {"@type": "Saeule", "title": "Zweite", "highest_grant": "20000"}
    answer = editor.rest("POST", call.absolute_url(), values)
    assert (answer.status, "'field': 'highest_grant'" in answer.text) == (400, True)
    answer = editor.rest("POST", call.absolute_url(), {**values, "highest_grant": "9"})
    transaction.begin()
    assert answer.status == 201
    assert settings_events(call)[-1].changes["zweite.highest_grant"] == ("", "9")
    assert settings_events(call)[-1].actor == "webredaktion"


def test_by_rest_the_deadline_and_the_prefix_of_a_running_call_stay(editor, begun):
    answer = patch(editor, begun, deadline="2040-10-31")
    assert (answer.status, "@@frist-aendern" in answer.text) == (400, True)
    answer = patch(editor, begun, reference_prefix="NEU")
    assert (answer.status, begun.reference_prefix) == (400, "KD")
    assert patch(editor, begun, legal_basis="Neu").status == 204
    assert settings_events(begun)[-1].changes == {"legal_basis": ("", "Neu")}


def test_there_is_no_way_around_the_rules_by_webdav(editor, call):
    pillar = call["saeule-1"]
    for item in (pillar, call):
        text = b"highest_grant: 20000\nbudget: 1\n\n"
        answer = editor.ask("PUT", item.absolute_url(), text, Content_Type="text/plain")
        assert answer.status == 405
    transaction.begin()
    assert (pillar.highest_grant, call.budget) == (Decimal(3000), Decimal(10000))
