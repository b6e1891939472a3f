"""A site that an earlier version made, upgraded, is the same as a new one."""

from pathlib import Path
from plone.app.testing import applyProfile
from Products.GenericSetup.upgrade import _registerUpgradeStep
from Products.GenericSetup.upgrade import _upgrade_registry
from Products.GenericSetup.upgrade import UpgradeStep
from tests.packaging.portal_state import differences
from tests.packaging.portal_state import state
from tests.upgrades import kept
import json
import pytest
import re


PROJECT = Path(__file__).parents[2]
COLUMN = "consultation_voided"
SETTING = "kommunaldialog.controlpanel.interfaces.IKommunaldialogSettings.land"


@pytest.fixture
def fresh(portal):
    """What a new site is; the portal itself has the product no more."""
    found = state(portal)
    applyProfile(portal, "kommunaldialog:uninstall")
    return found


@pytest.fixture
def earlier(tmp_path):
    """A made-up version 999: without one column of the catalog and one setting."""
    folder = kept.keep(tmp_path).rename(tmp_path / "999")
    catalog = folder / "profile" / "catalog.xml"
    text, removed = re.subn(
        rf'<column value="{COLUMN}"\s*/>', "", catalog.read_text("utf-8")
    )
    assert removed == 1
    catalog.write_text(text, "utf-8")
    metadata = folder / "profile" / "metadata.xml"
    now = f"<version>{kept.version()}</version>"
    metadata.write_text(
        metadata.read_text("utf-8").replace(now, "<version>999</version>"), "utf-8"
    )
    records = folder / kept.RECORDS
    old = json.loads(records.read_text("utf-8"))
    del old[SETTING]
    records.write_text(json.dumps(old), "utf-8")
    return folder


@pytest.fixture
def step():
    """An upgrade step from 999, as `upgrades/` would declare it."""

    def upgrade(setup):
        for name in ("catalog", "plone.app.registry"):
            setup.runImportStepFromProfile(f"profile-{kept.NAME}", name)

    made = UpgradeStep("", kept.NAME, "999", kept.version(), "", upgrade)
    _registerUpgradeStep(made)
    yield
    del _upgrade_registry.getUpgradeStepsForProfile(kept.NAME)[made.id]


@pytest.mark.parametrize("folder", kept.kept(), ids=lambda folder: folder.name)
def test_a_released_version_upgraded_is_a_new_site(portal, fresh, folder):
    kept.install(portal, folder)
    portal.portal_setup.upgradeProfile(kept.NAME)
    assert differences(fresh, state(portal)) == []


@pytest.mark.parametrize("folder", kept.kept(), ids=lambda folder: folder.name)
def test_a_released_version_of_the_profile_changes_no_more(folder):
    if folder.name == kept.version():
        hint = "give profiles/default a new version, and upgrades/ a step"
        assert kept.files(folder / "profile") == kept.files(), hint
        old = json.loads((folder / kept.RECORDS).read_text("utf-8"))
        assert old == kept.records(), hint


def test_what_is_released_is_kept():
    (release,) = re.findall(r'version="([^"]+)"', (PROJECT / "setup.py").read_text())
    names = [folder.name for folder in kept.kept()]
    assert "dev" in release or kept.version() in names, "python -m tests.upgrades.kept"


def test_the_versions_end_with_that_of_the_profile():
    names = [int(folder.name) for folder in kept.kept()]
    assert max(names, default=0) <= int(kept.version())


def test_a_change_without_a_step_is_noticed(portal, fresh, earlier):
    kept.install(portal, earlier)
    portal.portal_setup.upgradeProfile(kept.NAME)
    found = "\n".join(differences(fresh, state(portal)))
    assert COLUMN in found
    assert SETTING in found


@pytest.mark.usefixtures("step")
def test_with_its_step_the_site_is_a_new_one(portal, fresh, earlier):
    kept.install(portal, earlier)
    assert differences(fresh, state(portal)) != []
    portal.portal_setup.upgradeProfile(kept.NAME)
    assert differences(fresh, state(portal)) == []


def test_a_profile_that_is_kept_is_that_of_today(tmp_path):
    folder = kept.keep(tmp_path)
    assert kept.kept(tmp_path) == [folder]
    assert kept.files(folder / "profile") == kept.files()
    assert json.loads((folder / kept.RECORDS).read_text("utf-8")) == kept.records()
