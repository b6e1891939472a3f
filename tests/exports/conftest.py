"""A programme to carry, and where it goes."""

from decimal import Decimal
from kommunaldialog.content.foerderprogramm import GROUP_FIELDS
from kommunaldialog.domain.granting_body import GrantingBody
from kommunaldialog.forms import versions as versions_of
from kommunaldialog.interfaces import IKommunaldialogLayer
from plone import api
from plone.app.textfield.value import RichTextValue
from tests.exports.programme import MOMENT
from tests.exports.programme import PILLAR_SETTINGS
from tests.exports.programme import SETTINGS
from tests.samples import FORM
from tests.samples import make_programme
from tests.samples_bodies import keep_bodies
from zope.globalrequest import getRequest
from zope.interface import alsoProvides
import pytest


@pytest.fixture
def layer(portal):
    alsoProvides(getRequest(), IKommunaldialogLayer)
    return portal


@pytest.fixture
def elsewhere(layer):
    """A folder that stands for another portal."""
    with api.env.adopt_roles(["Manager"]):
        return api.content.create(layer, "Folder", id="anderswo", title="Anderswo")


@pytest.fixture
def call(layer):
    """A programme with nothing as it is by default."""
    text = RichTextValue(SETTINGS["text"], "text/html", "text/x-html-safe")
    keep_bodies(
        GrantingBody("landesamt", "Landesamt für Beispiele"),
        GrantingBody("anderes-amt", "Ein anderes Amt"),
    )
    groups = {name: (f"gruppe-{name}",) for name in GROUP_FIELDS}
    programme = make_programme(layer, **SETTINGS | groups | {"text": text})
    versions_of.publish(programme, FORM, "webredaktion", MOMENT)
    for name, value in PILLAR_SETTINGS.items():
        setattr(programme["saeule-1"], name, value)
    with api.env.adopt_roles(["Manager"]):
        api.content.create(
            programme, "Saeule", id="zweite", title="Säule 2", grant_rate=Decimal("50")
        )
        contact = api.content.create(
            layer, "Kontakt", title="Förderbüro", phone="0711 1234"
        )
    programme.contact = contact.UID()
    return programme
