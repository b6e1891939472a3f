"""The product's page in the control panel."""

from kommunaldialog.controlpanel.interfaces import IKommunaldialogSettings
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from tests.client import Client
import transaction


def test_it_is_linked_from_the_control_panel(portal):
    ids = [action.getId() for action in portal.portal_controlpanel.listActions()]
    assert "kommunaldialog" in ids


def test_an_administrator_says_whose_holidays_count(functional_portal):
    app = functional_portal.getPhysicalRoot()
    browser = Client(app, SITE_OWNER_NAME, SITE_OWNER_PASSWORD).browser()
    browser.open(f"{functional_portal.absolute_url()}/@@kommunaldialog-controlpanel")
    control = browser.getControl(name="form.widgets.holiday_land:list")
    control.displayValue = ["Baden-Württemberg"]
    browser.getControl(name="form.buttons.save").click()
    transaction.begin()
    record = api.portal.get_registry_record(
        "holiday_land", interface=IKommunaldialogSettings
    )
    assert record == "BW"


def test_nobody_else_does(functional_portal):
    url = f"{functional_portal.absolute_url()}/@@kommunaldialog-controlpanel"
    answer = Client(functional_portal.getPhysicalRoot()).get(url)
    assert answer.status in {302, 401}
