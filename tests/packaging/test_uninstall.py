"""Installing adds only what is the product's own, and uninstalling takes it away."""

from kommunaldialog.content.public import ISection
from kommunaldialog.domain.lifecycle import ROLES
from kommunaldialog.setuphandlers import TYPES
from kommunaldialog.usecases.section import BEFORE
from kommunaldialog.usecases.section import begin_section
from kommunaldialog.usecases.section import LAYOUT
from pathlib import Path
from plone import api
from plone.app.testing import applyProfile
from plone.browserlayer.utils import registered_layers
from xml.etree import ElementTree
from zope.annotation.interfaces import IAnnotations
import json
import kommunaldialog
import pytest


def snapshot(portal):
    """All outside of content that a profile may write."""
    registry = portal.portal_registry
    permissions = [name for name, *_rest in portal.ac_inherited_permissions(1)]
    return {
        "types": sorted(portal.portal_types.objectIds()),
        "workflows": sorted(portal.portal_workflow.objectIds()),
        "chains": dict(portal.portal_workflow.listChainOverrides()),
        "default chain": portal.portal_workflow.getDefaultChain(),
        "roles": sorted(portal.validRoles()),
        "PAS roles": sorted(portal.acl_users.portal_role_manager.listRoleIds()),
        "permissions": {
            name: sorted(
                role["name"]
                for role in portal.rolesOfPermission(name)
                if role["selected"]
            )
            for name in permissions
            if not name.startswith("kommunaldialog: ")
        },
        "own permissions": sorted(
            name for name in vars(portal) if name.startswith("_kommunaldialog")
        ),
        "indexes": sorted(portal.portal_catalog.indexes()),
        "columns": sorted(portal.portal_catalog.schema()),
        "configlets": sorted(
            action.getId() for action in portal.portal_controlpanel.listActions()
        ),
        "user actions": sorted(portal.portal_actions.user.objectIds()),
        "object buttons": sorted(portal.portal_actions.object_buttons.objectIds()),
        "layers": sorted(layer.__identifier__ for layer in registered_layers()),
        "front page": portal.objectIds(),
        "versions": sorted(portal.portal_repository.getVersionableContentTypes()),
        "versions' policies": {
            name: sorted(policies)
            for name, policies in portal.portal_repository.getPolicyMap().items()
            if policies
        },
        "compared": sorted(portal.portal_diff._pt_diffs),
        "theme": registry["plone.app.theming.interfaces.IThemeSettings.currentTheme"],
        "registry": {
            key: sorted(value) if isinstance(value, list | tuple) else value
            for key, value in ((key, registry[key]) for key in registry.records)
        },
    }


@pytest.fixture
def bare_portal(portal):
    """A portal that the product was taken out of."""
    applyProfile(portal, "kommunaldialog:uninstall")
    return portal


def test_uninstalling_leaves_no_trace(bare_portal):
    found = snapshot(bare_portal)
    assert "kommunaldialog" not in json.dumps(found, default=repr).lower()
    assert TYPES.isdisjoint([*found["types"], *found["chains"]])
    assert set(ROLES).isdisjoint([*found["roles"], *found["PAS roles"]])


def test_installing_and_uninstalling_leaves_the_portal_as_it_was(bare_portal):
    before = snapshot(bare_portal)
    applyProfile(bare_portal, "kommunaldialog:default")
    installed = snapshot(bare_portal)
    applyProfile(bare_portal, "kommunaldialog:uninstall")
    assert snapshot(bare_portal) == before
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


def test_the_theme_goes_with_the_product(bare_portal):
    before = snapshot(bare_portal)
    applyProfile(bare_portal, "kommunaldialog:default")
    applyProfile(bare_portal, "kommunaldialog:theme")
    applyProfile(bare_portal, "kommunaldialog:uninstall")
    assert snapshot(bare_portal) == before


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
