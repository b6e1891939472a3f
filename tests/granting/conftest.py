"""A granting body at work, by HTTP and without JavaScript."""

from tests.client import Client
from tests.samples import make_funding
import pytest
import transaction


class Office:
    """The call, and who works on it."""

    def __init__(self, app, funding):
        self.app = app
        self.funding = funding

    def make(self, maker, *args, **values):
        """A record by one of the makers of `tests.samples`, committed."""
        record = maker(self.funding, *args, **values)
        transaction.commit()
        return record

    def opened(self, user, context, view):
        """A browser of `user` on a view of `context`."""
        browser = Client(self.app, user).browser()
        browser.open(f"{context.absolute_url()}/@@{view}")
        return browser

    def status(self, user, context, view):
        return Client(self.app, user).get(f"{context.absolute_url()}/@@{view}").status


@pytest.fixture
def office(functional_app, functional_portal):
    funding = make_funding(functional_portal)
    transaction.commit()
    return Office(functional_app, funding)
