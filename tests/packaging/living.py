"""A portal that lives already: content, people, two languages, another theme.

The product's code is there, and it is not installed; what it depends on is.
"""

from plone import api
from plone.app.multilingual.browser.setup import SetupMultilingualSite
from plone.app.testing import applyProfile
from plone.app.testing import FunctionalTesting
from plone.app.testing import PloneSandboxLayer
from plone.app.textfield import RichTextValue
from plone.namedfile.file import NamedBlobFile
from tests.layers import FIXTURE
from tests.samples import PASSWORD
from tests.samples import PDF
from typing import Any
import plone.app.caching
import plone.app.multilingual
import plonetheme.bootstrap6


NEWS = "Neues aus dem Rathaus"


class LivingLayer(PloneSandboxLayer):
    """Its settings are not Plone's own, so that one that is reset shows."""

    defaultBases = (FIXTURE,)

    def setUpZope(self, app: Any, configurationContext: Any) -> None:
        for package in (plone.app.multilingual, plone.app.caching):
            self.loadZCML(package=package)
        self.loadZCML(name="overrides.zcml", package=plone.app.multilingual)
        self.loadZCML(package=plonetheme.bootstrap6)

    def setUpPloneSite(self, portal: Any) -> None:
        # A layer beside FIXTURE would have all of the product's ZCML twice.
        applyProfile(portal, "kommunaldialog:uninstall")
        settings(portal)
        for profile in (
            "plone.app.multilingual:default",
            "plone.app.caching:default",
            "plonetheme.bootstrap6:default",
        ):
            applyProfile(portal, profile)
        SetupMultilingualSite(portal).setupSite(portal)
        people()
        pages(portal)


def settings(portal: Any) -> None:
    """Decisions that somebody made for this portal."""
    registry = portal.portal_registry
    registry["plone.displayed_types"] = ("Document", "Folder", "EasyForm")
    registry["plone.types_not_searched"] = ("Event",)
    registry["plone.navigation_depth"] = 2
    portal.portal_workflow.setChainForPortalTypes(
        ("News Item",), ("one_state_workflow",)
    )
    portal.portal_types.Document.manage_changeProperties(
        behaviors=(*portal.portal_types.Document.behaviors, "plone.leadimage")
    )
    portal._addRole("Pressestelle")
    portal.manage_permission(
        "Add portal content", ["Manager", "Pressestelle"], acquire=1
    )
    portal.portal_catalog.addIndex("presse", "FieldIndex")
    portal.portal_catalog.addColumn("presse")
    portal.portal_repository.setVersionableContentTypes(["Document", "File"])
    portal.portal_actions.user.manage_delObjects(["undo"])


def people() -> None:
    """Accounts, groups and a role of the portal's own."""
    api.group.create("redaktion", roles=["Editor"])
    api.group.create("pressestelle", roles=["Pressestelle"])
    for name, group in (("erika", "redaktion"), ("paul", "pressestelle")):
        user = api.user.create(
            email=f"{name}@example.org", username=name, password=PASSWORD
        )
        api.group.add_user(groupname=group, user=user)


def pages(portal: Any) -> None:
    """Pages, a file and a form, in a folder whose front is one of them."""
    with api.env.adopt_roles(["Manager"]):
        folder = api.content.create(portal.de, "Folder", id="rathaus", title="Rathaus")
        news = api.content.create(
            folder,
            "Document",
            id="neues",
            title=NEWS,
            text=RichTextValue("<p>Die Brücke ist fertig.</p>", "text/html"),
        )
        api.content.create(
            folder, "File", id="plan", file=NamedBlobFile(PDF, filename="plan.pdf")
        )
        api.content.create(folder, "EasyForm", id="kontakt", title="Schreiben Sie uns")
        folder.setDefaultPage("neues")
        folder.manage_setLocalRoles("pressestelle", ["Contributor", "Editor"])
        for item in (folder, news, folder.kontakt):
            api.content.transition(item, "publish")
        folder.reindexObjectSecurity()


LIVING = FunctionalTesting(bases=(LivingLayer(),), name="Kommunaldialog:Living")
