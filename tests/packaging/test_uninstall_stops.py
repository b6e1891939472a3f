"""Uninstalling a portal with applications stops on each way, and changes nothing."""

from bs4 import BeautifulSoup
from contextlib import contextmanager
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from tests.client import Client
from tests.packaging.portal_state import differences
from tests.packaging.portal_state import state
from tests.samples import make_funding
from tests.samples import make_submitted
from urllib.parse import urlencode
from zExceptions import BadRequest
import json
import pytest
import transaction


PROFILE = "profile-kommunaldialog:uninstall"
WORDS = "Kommunaldialog bleibt installiert"


@pytest.fixture
def application(functional):
    application = make_submitted(make_funding(functional["portal"]))
    transaction.commit()
    return application


@pytest.fixture
def administrator(functional):
    return Client(functional["app"], SITE_OWNER_NAME, SITE_OWNER_PASSWORD)


@contextmanager
def nothing_written(portal):
    """Fails when a transaction is committed within it."""
    database = portal._p_jar.db()
    last = database.lastTransaction()
    yield
    assert database.lastTransaction() == last


@pytest.mark.usefixtures("application")
def test_plones_control_panel_says_what_to_export(functional, administrator):
    browser = administrator.browser()
    base = functional["portal"].absolute_url()
    browser.open(f"{base}/prefs_install_products_form")
    page = BeautifulSoup(browser.contents, "html.parser")
    (field,) = page.select('[name="uninstall_product"][value="kommunaldialog"]')
    form = field.find_parent("form")
    data = {i["name"]: i["value"] for i in form.select("input[name][value]")}
    with nothing_written(functional["portal"]):
        browser.post(form["action"], urlencode(data))
    assert browser.url == f"{base}/prefs_install_products_form"
    assert WORDS in browser.contents
    assert "„Kommunale Dialoge“ (2)" in browser.contents
    assert "ZIP" in browser.contents


@pytest.mark.usefixtures("application")
def test_rest_says_it(functional, administrator):
    address = f"{functional['portal'].absolute_url()}/@addons/kommunaldialog/uninstall"
    with nothing_written(functional["portal"]):
        answer = administrator.rest("POST", address, {})
    assert answer.status == 400
    assert WORDS in json.loads(answer.text)["message"]


@pytest.mark.usefixtures("application")
def test_the_setup_tool_refuses_the_profile_and_each_step_of_it(functional):
    portal = functional["portal"]
    before = state(portal)
    transaction.commit()
    with pytest.raises(BadRequest, match=WORDS):
        portal.portal_setup.runAllImportStepsFromProfile(PROFILE)
    with pytest.raises(BadRequest, match=WORDS):
        portal.portal_setup.runImportStepFromProfile(PROFILE, "typeinfo")
    assert differences(before, state(portal)) == []


@pytest.mark.usefixtures("application")
def test_plones_installer_refuses_and_the_product_stays(functional):
    portal = functional["portal"]
    installer = api.content.get_view("installer", portal, portal.REQUEST)
    with pytest.raises(BadRequest, match=WORDS):
        installer.uninstall_product("kommunaldialog")
    assert installer.is_product_installed("kommunaldialog")


def test_the_application_is_still_read(functional, application, administrator):
    base = functional["portal"].absolute_url()
    administrator.rest("POST", f"{base}/@addons/kommunaldialog/uninstall", {})
    page = Client(functional["app"], "antragstellung").get(application.absolute_url())
    assert page.status == 200
    assert application.title in page.text
