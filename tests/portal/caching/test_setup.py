"""The profile that sets up caching, and how it is taken back."""

from kommunaldialog.portal.caching.settings import changes
from kommunaldialog.portal.caching.setup import OPERATIONS
from plone import api
from plone.app.caching.utils import isPurged
from plone.app.testing import applyProfile
from plone.caching.interfaces import ICacheSettings
from plone.namedfile.file import NamedBlobFile
from z3c.caching.interfaces import IPurgePaths
from zope.annotation.interfaces import IAnnotations
from zope.component import getAdapters
import pytest


PREFIXES = ("plone.app.caching.", "plone.caching.", "plone.cachepurging.")


def settings(portal):
    """What is set of caching."""
    registry = portal.portal_registry
    return {
        name: registry[name] for name in registry.records if name.startswith(PREFIXES)
    }


@pytest.mark.parametrize("profile", ["caching-uninstall", "uninstall"])
def test_the_profile_is_taken_back_without_a_trace(portal, profile):
    applyProfile(portal, "plone.app.caching:default")
    api.portal.set_registry_record("enabled", True, interface=ICacheSettings)
    before = settings(portal)
    kept = set(IAnnotations(portal))
    applyProfile(portal, "kommunaldialog:caching")
    assert settings(portal) != before
    applyProfile(portal, f"kommunaldialog:{profile}")
    assert settings(portal) == before
    assert set(IAnnotations(portal)) <= kept


def test_other_rules_of_the_portal_stay(portal):
    applyProfile(portal, "plone.app.caching:default")
    applyProfile(portal, "plone.app.caching:without-caching-proxy")
    api.portal.set_registry_record("enabled", True, interface=ICacheSettings)
    before = settings(portal)
    rules = dict(before[OPERATIONS])
    applyProfile(portal, "kommunaldialog:caching")
    applyProfile(portal, "kommunaldialog:caching-uninstall")
    assert settings(portal) == {**before, OPERATIONS: rules}


def test_settings_are_counted_only_where_pages_are_cached(portal):
    api.portal.set_registry_record("plone.site_title", "Eins")
    assert changes() == 0
    applyProfile(portal, "kommunaldialog:caching")
    before = changes()
    api.portal.set_registry_record("plone.site_title", "Zwei")
    assert changes() == before + 1


def test_a_proxy_is_told_when_a_results_file_may_have_changed(portal):
    applyProfile(portal, "kommunaldialog:caching")
    with api.env.adopt_roles(["Manager"]):
        result = api.content.create(
            portal, "Ergebnis", id="kurz", file=NamedBlobFile(b"%PDF", filename="k.pdf")
        )
    assert isPurged(result)
    paths = [
        path
        for _name, found in getAdapters((result,), IPurgePaths)
        for path in found.getRelativePaths()
    ]
    assert "/plone/kurz/@@download/file/k.pdf" in paths


def test_nothing_happens_where_a_portal_does_not_cache(portal):
    applyProfile(portal, "kommunaldialog:caching-uninstall")
    assert not settings(portal)
