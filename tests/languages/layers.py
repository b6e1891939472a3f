"""A portal in German and English, with plone.app.multilingual."""

from plone.app.testing import applyProfile
from plone.app.testing import FunctionalTesting
from plone.app.testing import PloneSandboxLayer
from tests.layers import FIXTURE
from typing import Any
import plone.app.multilingual


class LanguagesLayer(PloneSandboxLayer):
    """The add-on comes after the product."""

    defaultBases = (FIXTURE,)

    def setUpZope(self, app: Any, configurationContext: Any) -> None:
        self.loadZCML(package=plone.app.multilingual)
        self.loadZCML(name="overrides.zcml", package=plone.app.multilingual)

    def setUpPloneSite(self, portal: Any) -> None:
        applyProfile(portal, "plone.app.multilingual:default")


LANGUAGES = FunctionalTesting(
    bases=(LanguagesLayer(),), name="Kommunaldialog:Languages"
)
