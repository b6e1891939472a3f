"""Installing adds only what is the product's own, and uninstalling takes it away."""

from kommunaldialog.access import book
from kommunaldialog.content.public import ISection
from kommunaldialog.domain.lifecycle import ANTRAGSTELLUNG
from kommunaldialog.domain.lifecycle import ROLES
from kommunaldialog.setuphandlers import TYPES
from kommunaldialog.usecases.invite import invite
from kommunaldialog.usecases.section import BEFORE
from kommunaldialog.usecases.section import begin_section
from kommunaldialog.usecases.section import LAYOUT
from pathlib import Path
from plone import api
from plone.app.testing import applyProfile
from tests.packaging.portal_state import differences
from tests.packaging.portal_state import state
from tests.samples import acting
from tests.samples import AGS
from tests.samples import make_kommune
from tests.samples import make_people
from tests.samples import now
from tests.samples_accounts import make_manager
from tests.samples_accounts import make_user
from tests.samples_accounts import make_waiting
from xml.etree import ElementTree
from zope.annotation.interfaces import IAnnotations
import json
import kommunaldialog
import pytest


@pytest.fixture
def bare_portal(portal):
    """A portal that the product was taken out of."""
    applyProfile(portal, "kommunaldialog:uninstall")
    return portal


def test_uninstalling_leaves_no_trace(bare_portal):
    found = state(bare_portal)
    assert "kommunaldialog" not in json.dumps(found, default=repr).lower()
    assert TYPES.isdisjoint([*found["types"], *found["chains"]])
    assert set(ROLES).isdisjoint([*found["roles"], *found["PAS roles"]])


def test_installing_and_uninstalling_leaves_the_portal_as_it_was(bare_portal):
    before = state(bare_portal)
    applyProfile(bare_portal, "kommunaldialog:default")
    installed = state(bare_portal)
    applyProfile(bare_portal, "kommunaldialog:uninstall")
    assert differences(before, state(bare_portal)) == []
    assert installed != before


def test_where_a_section_began_what_was_there_before_is_back(portal):
    with api.env.adopt_roles(["Manager"]):
        folder = api.content.create(portal, "Folder", id="dialoge")
        api.content.create(folder, "Document", id="willkommen")
        folder.setDefaultPage("willkommen")
        layouts = [item.getLayout() for item in (folder, portal)]
        begin_section(folder)
        begin_section(portal)
        assert folder.getDefaultPage() is None
        assert portal.getLayout() == LAYOUT
        applyProfile(portal, "kommunaldialog:uninstall")
    assert folder.getDefaultPage() == "willkommen"
    assert [item.getLayout() for item in (folder, portal)] == layouts
    for item in (folder, portal):
        assert not ISection.providedBy(item)
        assert BEFORE not in IAnnotations(item)


def test_what_was_done_about_access_stays_and_all_else_of_accounts_goes(portal):
    make_kommune(portal)
    make_people()
    with acting(make_manager()):
        invite(AGS, "neu@example.org", (ANTRAGSTELLUNG,), now())
    make_waiting(make_user("fritz"))
    before = book.log(AGS)
    applyProfile(portal, "kommunaldialog:uninstall")
    applyProfile(portal, "kommunaldialog:default")
    assert book.log(AGS) == before != []
    assert book.offers(AGS) == book.requests(AGS) == []
    assert book.waiting("fritz") == ()


def test_the_theme_goes_with_the_product(bare_portal):
    before = state(bare_portal)
    applyProfile(bare_portal, "kommunaldialog:default")
    applyProfile(bare_portal, "kommunaldialog:theme")
    applyProfile(bare_portal, "kommunaldialog:uninstall")
    assert differences(before, state(bare_portal)) == []


def test_installing_adds_no_content(bare_portal):
    before = bare_portal.objectIds()
    applyProfile(bare_portal, "kommunaldialog:default")
    assert bare_portal.objectIds() == before


def named(profile, tag, attribute):
    """What a profile's catalog.xml names."""
    source = Path(kommunaldialog.__file__).parent / "profiles" / profile / "catalog.xml"
    return {found.get(attribute) for found in ElementTree.parse(source).iter(tag)}


@pytest.mark.parametrize(("tag", "attribute"), [("index", "name"), ("column", "value")])
def test_each_index_and_column_that_is_installed_is_uninstalled(tag, attribute):
    assert named("default", tag, attribute) == named("uninstall", tag, attribute)
