"""Two deciders at the same moment, with money for one."""

from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.usecases.decide import decide
from plone.testing.zope import zopeApp
from tests.samples import acting
from tests.samples import make_assessed
from tests.samples import make_funding
from tests.samples import now
from tests.samples import OTHER_AGS
from tests.usecases import codes
from ZODB.POSException import ConflictError
from zope.component.hooks import setSite
import pytest
import transaction


PART = Decimal("2500.00")


def approve(application, user):
    with acting(user):
        decide(application, now(), approved=True, amount=PART, reason="Miete.")


def approve_elsewhere(database, site_path, path):
    """Decides in a thread and a connection of its own, and commits."""

    def run():
        with zopeApp(database) as app:
            setSite(app.unrestrictedTraverse(site_path))
            approve(app.unrestrictedTraverse(path), "beides")
            transaction.commit()
            setSite(None)

    with ThreadPoolExecutor(1) as pool:
        pool.submit(run).result()


def test_exactly_one_of_two_gets_the_last_money(functional_portal):
    funding = make_funding(functional_portal, budget=PART)
    mine = make_assessed(funding)
    other = make_assessed(funding, user="fremde", ags=OTHER_AGS)
    transaction.commit()
    approve(mine, "entscheidung")
    approve_elsewhere(
        funding._p_jar.db(),
        functional_portal.getPhysicalPath(),
        other.getPhysicalPath(),
    )
    with pytest.raises(ConflictError):
        transaction.commit()
    transaction.abort()
    # Zope sends the same request once more, and now it sees what the other one bound.
    with pytest.raises(Refused) as caught:
        approve(mine, "entscheidung")
    assert codes(caught) == ["grant_above_what_is_left"]
    transaction.abort()
    assert (mine.pending_decision, other.pending_decision.amount) == (None, PART)
    assert funding.case_store().ledger.granted == PART
