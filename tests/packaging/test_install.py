"""What an administrator finds in Plone's own pages after the installation."""

from kommunaldialog.setuphandlers import TYPES
from plone import api
from tests.client import Client
from tests.samples import make_people
from tests.samples import PASSWORD
import pytest
import transaction


@pytest.fixture
def administrator(functional_app, functional_portal):
    """The browser of somebody who runs the portal."""
    make_people()
    with api.env.adopt_roles(["Manager"]):
        api.user.create(email="chef@example.org", username="chef", password=PASSWORD)
        api.user.grant_roles(username="chef", roles=["Manager"])
    transaction.commit()
    return Client(functional_app, "chef").browser()


def test_the_list_of_users_opens_without_a_question(administrator):
    url = f"{api.portal.get().absolute_url()}/@@usergroup-userprefs"
    administrator.open(url)
    assert administrator.url == url
    assert administrator.getForm(name="users_search")


@pytest.mark.parametrize("name", sorted(TYPES))
@pytest.mark.parametrize("page", ["@@overview", "@@fields", "@@behaviors"])
def test_each_type_can_be_looked_at_and_extended(administrator, name, page):
    url = f"{api.portal.get().absolute_url()}/dexterity-types/{name}/{page}"
    administrator.open(url)
    assert (administrator.url, administrator.headers["status"]) == (url, "200 OK")
