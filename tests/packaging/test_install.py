"""What an administrator finds in Plone's own pages after the installation."""

from plone import api
from tests.client import Client
from tests.samples import make_people
from tests.samples import PASSWORD
import transaction


def test_the_list_of_users_opens_without_a_question(functional_app, functional_portal):
    make_people()
    with api.env.adopt_roles(["Manager"]):
        api.user.create(email="chef@example.org", username="chef", password=PASSWORD)
        api.user.grant_roles(username="chef", roles=["Manager"])
    transaction.commit()
    url = f"{functional_portal.absolute_url()}/@@usergroup-userprefs"
    browser = Client(functional_app, "chef").browser()
    browser.open(url)
    assert browser.url == url
    assert browser.getForm(name="users_search")
