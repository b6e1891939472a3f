"""The product's page in the control panel."""

from decimal import Decimal
from kommunaldialog.controlpanel.interfaces import IKommunaldialogSettings
from kommunaldialog.controlpanel.interfaces import setting
from kommunaldialog.history.configuration import configuration_events
from kommunaldialog.history.configuration import SETTINGS
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from tests.client import Client
from tests.samples import make_funding
from tests.samples import make_programme
from tests.samples import make_submitted
import pytest
import transaction


def keep(**values):
    for name, value in values.items():
        api.portal.set_registry_record(name, value, interface=IKommunaldialogSettings)


@pytest.fixture
def admin(functional_portal):
    app = functional_portal.getPhysicalRoot()
    browser = Client(app, SITE_OWNER_NAME, SITE_OWNER_PASSWORD).browser()
    browser.open(f"{functional_portal.absolute_url()}/@@kommunaldialog-controlpanel")
    return browser


def save(browser):
    browser.getControl(name="form.buttons.save").click()
    transaction.begin()


@pytest.mark.parametrize("page", ["", "-listen", "-bewilligungsstellen"])
def test_it_is_linked_from_the_control_panel(portal, page):
    ids = [action.getId() for action in portal.portal_controlpanel.listActions()]
    assert f"kommunaldialog{page}" in ids


def test_an_administrator_says_which_land_it_is_and_whose_holidays_count(admin):
    admin.getControl(name="form.widgets.land").value = "Musterland"
    admin.getControl(name="form.widgets.land_ags:list").displayValue = ["14: Sachsen"]
    control = admin.getControl(name="form.widgets.holiday_land:list")
    control.displayValue = ["Baden-Württemberg"]
    save(admin)
    assert setting("holiday_land") == "BW"
    assert setting("land_ags") == "14"
    (_land, *_others) = configuration_events(SETTINGS, 9)
    assert "Musterland" in admin.contents.split('id="changes"')[1]


def test_what_is_wrong_stands_at_its_field_and_nothing_is_kept(admin):
    admin.getControl(name="form.widgets.default_tolerance").value = "120"
    admin.getControl(name="form.widgets.base_rates").value = "gestern 1,27"
    save(admin)
    assert admin.contents.count("invalid-feedback") + admin.contents.count(
        "field error"
    )
    assert "Bitte schreiben Sie je Zeile Tag und Satz" in admin.contents
    assert setting("default_tolerance") == Decimal(20)


def test_funding_stays_while_there_are_open_cases(admin, functional_portal):
    make_submitted(make_funding(functional_portal))
    transaction.commit()
    admin.reload()
    boxes = admin.getControl(name="form.widgets.parts:list")
    boxes.value = ["map", "toolkit"]
    save(admin)
    assert "Noch nicht abgeschlossen: 1." in admin.contents
    assert "funding" in setting("parts")


def test_it_leads_to_what_has_pages_of_its_own(admin):
    for page in ("bewilligungsstellen", "listen", "konfiguration"):
        assert admin.getLink(url=f"@@{page}", index=0)
    assert "Europe/Berlin" in admin.contents


def test_nobody_else_does(functional_portal):
    url = f"{functional_portal.absolute_url()}/@@kommunaldialog-controlpanel"
    answer = Client(functional_portal.getPhysicalRoot()).get(url)
    assert answer.status in {302, 401}


@pytest.mark.parametrize(("ags", "said"), [("14999001", 1), ("08999001", 0)])
def test_a_municipality_of_another_land_is_mentioned(functional_portal, ags, said):
    portal = functional_portal
    keep(land_ags="08")
    transaction.commit()
    app = portal.getPhysicalRoot()
    browser = Client(app, SITE_OWNER_NAME, SITE_OWNER_PASSWORD).browser()
    browser.open(f"{portal.absolute_url()}/++add++Kommune")
    browser.getControl(name="form.widgets.IDublinCore.title").value = "Musterau"
    browser.getControl(name="form.widgets.ags").value = ags
    browser.getControl(name="form.buttons.save").click()
    assert browser.contents.count("gehört zu einem anderen Land") == said
    assert "Musterau" in browser.contents


def test_a_new_programme_begins_with_the_portals_rules_and_keeps_them(portal):
    keep(default_tolerance=Decimal("15"), default_retention=7, ministries=("SMS",))
    programme = make_programme(portal)
    keep(default_tolerance=Decimal("30"), default_retention=12, ministries=())
    assert programme.plan_tolerance == Decimal("15")
    assert programme.retention_years == 7
    assert programme.ministries == ("SMS",)
