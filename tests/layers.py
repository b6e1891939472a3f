"""The test layers: a German Plone site with the product installed."""

from kommunaldialog.outbox import courier
from plone.app.testing import applyProfile
from plone.app.testing import FunctionalTesting
from plone.app.testing import IntegrationTesting
from plone.app.testing import PLONE_FIXTURE
from plone.app.testing import PloneSandboxLayer
from plone.testing.zope import WSGI_SERVER_FIXTURE
from typing import Any
from zope.component import getGlobalSiteManager
from zope.processlifetime import IProcessStarting
import kommunaldialog


class KommunaldialogLayer(PloneSandboxLayer):
    """The product's default profile in a portal whose people speak German."""

    defaultBases = (PLONE_FIXTURE,)

    def setUpZope(self, app: Any, configurationContext: Any) -> None:
        self.loadZCML(package=kommunaldialog)
        # The server of the functional layer counts as the start of a process, and
        # mail would leave in the middle of a test.
        getGlobalSiteManager().unregisterHandler(courier.start, (IProcessStarting,))

    def setUpPloneSite(self, portal: Any) -> None:
        applyProfile(portal, "kommunaldialog:default")
        registry = portal.portal_registry
        registry["plone.portal_timezone"] = "Europe/Berlin"
        registry["plone.available_timezones"] = ["Europe/Berlin"]
        registry["plone.available_languages"] = ["de", "en"]
        registry["plone.default_language"] = "de"
        portal.language = "de"
        portal.portal_workflow.setDefaultChain("simple_publication_workflow")


FIXTURE = KommunaldialogLayer()
INTEGRATION = IntegrationTesting(bases=(FIXTURE,), name="Kommunaldialog:Integration")
FUNCTIONAL = FunctionalTesting(
    bases=(FIXTURE, WSGI_SERVER_FIXTURE), name="Kommunaldialog:Functional"
)
