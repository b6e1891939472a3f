"""The accessibility statement says what the tests do, and what the portal says."""

from datetime import date
from kommunaldialog.controlpanel.accessibility import IAccessibilityStatement
from kommunaldialog.portal.accessibility.barriers import BARRIERS
from kommunaldialog.portal.accessibility.barriers import known_barriers
from kommunaldialog.portal.accessibility.barriers import last_check
from pathlib import Path
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from tests.browser import axe
from tests.client import Client
import json
import pytest
import re
import transaction


BROWSER = Path(axe.__file__).parent
CHECKED = json.loads(
    (
        Path(__file__).parents[3]
        / "src/kommunaldialog/portal/accessibility/checked.json"
    ).read_text("utf-8")
)


@pytest.fixture
def client(functional):
    return Client(functional["app"])


@pytest.fixture
def administrator(functional):
    return Client(functional["app"], SITE_OWNER_NAME, SITE_OWNER_PASSWORD)


@pytest.fixture
def address(functional):
    return f"{functional['portal'].absolute_url()}/@@barrierefreiheit"


@pytest.fixture
def said(functional):
    registry = functional["portal"].portal_registry
    said = registry.forInterface(IAccessibilityStatement)
    said.body = "Staatsministerium Musterland"
    said.made_on = date(2026, 11, 23)
    said.email = "barrieren@example.org"
    said.enforcement = "Schlichtungsstelle Musterland\nhttps://schlichtung.example.org"
    said.barriers = ("Filme vor 2020 haben keine Untertitel.",)
    transaction.commit()
    return said


def test_it_says_what_the_tests_ask_axe_core_for():
    assert tuple(CHECKED["tags"]) == axe.TAGS
    assert CHECKED["axe"] == re.search(r"axe v([\d.]+)", axe.SCRIPT)[1]


def test_no_rule_of_axe_core_is_switched_off():
    assert axe.OPTIONS.keys() == {"runOnly", "resultTypes"}
    assert axe.OPTIONS["runOnly"]["type"] == "tag"


def test_it_says_the_widths_of_the_tests_windows():
    source = "".join(path.read_text("utf-8") for path in BROWSER.glob("test_*.py"))
    widths = {int(found) for found in re.findall(r"\b(320|1280)\b", source)}
    assert sorted(widths) == CHECKED["widths"]


def test_each_barrier_has_its_words_and_all_are_named():
    assert set(last_check().barriers) == BARRIERS.keys()


def test_the_check_is_not_in_the_future():
    assert last_check().day <= date.today()


def test_the_design_is_no_question_where_it_is_the_products_own(portal):
    theme = "plone.app.theming.interfaces.IThemeSettings.currentTheme"
    assert BARRIERS["design"] in known_barriers()
    portal.portal_registry[theme] = "kommunaldialog"
    assert BARRIERS["design"] not in known_barriers()


def test_it_is_not_public_before_the_portal_has_said_its_part(
    client, administrator, address
):
    assert client.get(address).status == 404
    preview = administrator.get(address)
    assert preview.status == 200
    assert "Vorschau" in preview.text
    assert "@@kommunaldialog-barrierefreiheit" in preview.text


def test_then_it_is(client, said, address):
    page = client.get(address)
    assert page.status == 200
    assert "Vorschau" not in page.text
    for words in (
        "Staatsministerium Musterland",
        "23. November 2026",
        "mailto:barrieren@example.org?subject=Barriere%20auf%20http",
        'href="https://schlichtung.example.org"',
        "Filme vor 2020 haben keine Untertitel.",
        "EN 301",
    ):
        assert words in page.text, words


def test_an_administrator_says_it_in_the_control_panel(
    functional, administrator, address
):
    form = address.replace("@@barr", "@@kommunaldialog-barr")
    browser = administrator.browser()
    browser.open(form)
    browser.getControl(name="form.widgets.body").value = "Staatsministerium Musterland"
    browser.getControl(name="form.widgets.email").value = "barrieren@example.org"
    browser.getControl(name="form.buttons.save").click()
    transaction.begin()
    registry = functional["portal"].portal_registry
    assert registry.forInterface(IAccessibilityStatement).email == (
        "barrieren@example.org"
    )
    assert Client(functional["app"]).get(form).status in {302, 401}
