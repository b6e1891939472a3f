"""What was funded, for everybody."""

from tests.client import Client
from tests.samples import make_decided
from tests.samples import make_funding
from tests.samples import OTHER_AGS
from tests.samples_decision import make_pending
import pytest
import transaction


@pytest.fixture
def funding(functional_portal):
    return make_funding(functional_portal)


def page(functional_app, funding, view=""):
    transaction.commit()
    return Client(functional_app).get(f"{funding.absolute_url()}{view}").text


def test_announced_grants_are_listed_with_municipality_measure_and_amount(
    functional_app, funding
):
    make_decided(funding)
    text = page(functional_app, funding, "/@@foerderungen")
    for said in ("Musterstadt", "Dialog Ortsmitte", "2.500,00"):
        assert said in text
    for secret in ("KD-2", "Emil Entscheidung", "Anna Antrag"):
        assert secret not in text
    assert "@@foerderungen" in page(functional_app, funding)


def test_a_decision_that_waits_and_a_rejection_are_not(functional_app, funding):
    make_pending(funding)
    make_decided(funding, approved=False, user="fremde", ags=OTHER_AGS)
    text = page(functional_app, funding, "/@@foerderungen")
    assert "Bisher ist keine Förderung bekannt gegeben." in text
    assert "Dialog Ortsmitte" not in text
    assert "@@foerderungen" not in page(functional_app, funding)
