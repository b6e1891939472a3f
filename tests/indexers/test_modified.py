"""The date of its last change, which the catalog tells an application's town."""

from datetime import timedelta
from decimal import Decimal
from kommunaldialog.applicant.public_events import PUBLIC_EVENTS
from kommunaldialog.domain.known import TOLD
from kommunaldialog.usecases.assign import hand_on
from kommunaldialog.usecases.decide import decide
from kommunaldialog.usecases.messages import write_message
from kommunaldialog.usecases.notes import add_note
from plone import api
from tests.samples import acting
from tests.samples import make_assessed
from tests.samples import now
import pytest


LATER = timedelta(days=3)


def dates(application):
    """What object and catalog say."""
    (brain,) = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(
        path="/".join(application.getPhysicalPath())
    )
    assert brain.modified == application.modified()
    return application.modified(), brain.modified, brain.ModificationDate


def decided(application):
    with acting("entscheidung"):
        decide(
            application,
            now() + LATER,
            approved=True,
            amount=Decimal("2500.00"),
            reason="Weniger.",
        )


def noted(application):
    with acting("sachbearbeitung"):
        add_note(application, now() + LATER, "Nur für uns.")


def handed_on(application):
    with acting("sachbearbeitung"):
        hand_on(application, now() + LATER, "beides")


@pytest.mark.parametrize("step", [decided, noted, handed_on])
def test_a_hidden_step_does_not_change_the_date(funding, step):
    application = make_assessed(funding)
    before = dates(application)
    step(application)
    assert dates(application) == before


def test_a_step_that_is_told_is_the_last_change(funding):
    application = make_assessed(funding)
    moment = now() + LATER
    with acting("sachbearbeitung"):
        write_message(application, moment, "Bitte rufen Sie an.")
    assert application.modified().timeTime() == pytest.approx(moment.timestamp())


def test_what_the_municipality_is_told_on_its_page_may_change_the_date():
    assert set(PUBLIC_EVENTS) == TOLD
