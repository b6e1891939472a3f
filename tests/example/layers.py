"""A portal with the example, installed once for all tests on it."""

from plone.app.testing import applyProfile
from plone.app.testing import FunctionalTesting
from plone.app.testing import PloneSandboxLayer
from plone.testing.zope import WSGI_SERVER_FIXTURE
from tests.layers import FIXTURE
from typing import Any
import transaction


class ExampleLayer(PloneSandboxLayer):
    """A portal in which the demo profile was applied."""

    defaultBases = (FIXTURE,)

    def setUpPloneSite(self, portal: Any) -> None:
        applyProfile(portal, "kommunaldialog:demo")
        # Here, where indexing still has its site; the layer hides what fails later.
        transaction.commit()


EXAMPLE = FunctionalTesting(
    bases=(ExampleLayer(), WSGI_SERVER_FIXTURE), name="Kommunaldialog:Example"
)
