from kommunaldialog.theme.leave import leave
from pathlib import Path
from plone import api
from plone.app.testing import applyProfile
from plone.app.theming.interfaces import IThemeSettings
from plone.app.theming.utils import applyTheme
from plone.app.theming.utils import getTheme
from plone.registry.interfaces import IRegistry
from zope.component import getUtility
import pytest


@pytest.fixture
def settings(portal):
    return getUtility(IRegistry).forInterface(IThemeSettings)


@pytest.fixture
def themed(portal):
    applyProfile(portal, "kommunaldialog:theme")
    return portal


def footer_links(portal):
    return portal.portal_actions.site_actions.objectIds()


def test_the_product_alone_leaves_the_portals_theme_as_it_was(portal, settings):
    assert settings.currentTheme != "kommunaldialog"
    assert settings.hostnameBlacklist == ["127.0.0.1"]


def test_the_theme_profile_dresses_the_portal_on_every_host(themed, settings):
    assert settings.currentTheme == "kommunaldialog"
    assert settings.enabled is True
    assert settings.rules == "/++theme++kommunaldialog/rules.xml"
    assert settings.hostnameBlacklist == []


@pytest.mark.parametrize("kind", ["production_css", "production_js"])
def test_what_the_manifest_names_is_there(themed, kind):
    address = getattr(getTheme("kommunaldialog"), kind)
    assert Path(themed.unrestrictedTraverse(address).path).is_file()


def test_the_footer_links_a_legal_page_only_where_there_is_one(themed):
    def shown():
        actions = themed.portal_actions.listFilteredActionsFor(themed)
        return {action["id"] for action in actions["site_actions"]}

    assert "impressum" not in shown()
    with api.env.adopt_roles(["Manager"]):
        api.content.create(themed, "Document", "impressum", title="Impressum")
    assert "impressum" in shown()


def test_leaving_gives_the_portal_plones_own_theme_back(themed, settings):
    before = set(footer_links(themed))
    leave()
    assert settings.currentTheme == "barceloneta"
    assert settings.hostnameBlacklist == ["127.0.0.1"]
    assert before - set(footer_links(themed)) == {"impressum", "datenschutz"}


def test_leaving_does_not_touch_a_portal_that_wears_another_theme(themed, settings):
    applyTheme(getTheme("barceloneta"))
    leave()
    assert settings.hostnameBlacklist == []
    assert {"impressum", "datenschutz"} <= set(footer_links(themed))
