"""A call for funding: its window, its pillars, its prefix."""

from datetime import datetime
from datetime import UTC
from decimal import Decimal
from kommunaldialog.content.foerderprogramm import IFoerderprogramm
from kommunaldialog.content.prefixes import prefix_taken
from kommunaldialog.content.saeule import ISaeule
from kommunaldialog.content.wrong import Wrong
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.forms.versions import publish
from kommunaldialog.usecases.begin import begin
from plone import api
from tests.samples import acting
from tests.samples import AGS
from tests.samples import FORM
from tests.samples import make_draft
from tests.samples import make_programme
from tests.samples import now
from zope.interface import Invalid
import pytest


OPENING = datetime(2016, 7, 1, tzinfo=UTC)
DEADLINE = datetime(2016, 10, 31, 22, 59, tzinfo=UTC)


@pytest.fixture
def call_of_2016(portal):
    return make_programme(portal, opening=OPENING, deadline=DEADLINE)


@pytest.mark.parametrize(
    ("moment", "status"),
    [
        (datetime(2016, 6, 30, 23, 59, 59, tzinfo=UTC), "announced"),
        (datetime(2016, 7, 1, tzinfo=UTC), "open"),
        (datetime(2016, 10, 31, 22, 59, 59, 999999, tzinfo=UTC), "open"),
        (datetime(2016, 10, 31, 23, 0, tzinfo=UTC), "closed"),
    ],
)
def test_the_minute_of_the_deadline_counts_to_its_end(call_of_2016, moment, status):
    assert call_of_2016.window().status(moment) == status


def test_a_deadline_that_rest_stored_without_zone_is_utc(call_of_2016):
    call_of_2016.deadline = DEADLINE.replace(tzinfo=None)
    assert call_of_2016.window().deadline == DEADLINE.replace(second=59)


def test_the_pillars_of_a_call_are_its_own(call_of_2016):
    assert [pillar.id for pillar in call_of_2016.pillars()] == ["saeule-1"]


def test_two_calls_never_number_alike(portal, call_of_2016):
    assert prefix_taken("KD", None)
    assert not prefix_taken("KD", call_of_2016)
    assert not prefix_taken("KDX", None)


@pytest.mark.parametrize("prefix", ["kd", "K", "KD-1", "KD 1", "KDKDKDKDKDKDK", "ÄÖ"])
def test_a_prefix_that_no_number_can_be_read_from_is_refused(prefix):
    with pytest.raises(Wrong):
        IFoerderprogramm["reference_prefix"].constraint(prefix)


def test_a_limit_of_a_pillar_is_in_whole_cents():
    assert ISaeule["highest_grant"].constraint(Decimal("3000.00"))
    with pytest.raises(Wrong):
        ISaeule["highest_grant"].constraint(Decimal("3000.001"))


class Settings:
    """Values of a form, as an invariant sees them."""

    __context__ = None
    reference_prefix = "ANDERS"
    opening = OPENING
    deadline = DEADLINE
    measure_start = measure_end = None


def test_a_deadline_before_the_opening_is_refused(portal):
    settings = Settings()
    settings.deadline = datetime(2016, 6, 1, tzinfo=UTC)
    with pytest.raises(Invalid, match="content_deadline_before_opening"):
        IFoerderprogramm.validateInvariants(settings)


def test_measures_do_not_end_before_they_start(portal):
    settings = Settings()
    settings.measure_start, settings.measure_end = DEADLINE.date(), OPENING.date()
    with pytest.raises(Invalid, match="content_end_before_start"):
        IFoerderprogramm.validateInvariants(settings)


def test_a_pillar_without_applications_can_be_deleted(portal, call_of_2016):
    with api.env.adopt_roles(["Manager"]):
        api.content.delete(call_of_2016["saeule-1"])
    assert call_of_2016.pillars() == []


def test_a_prefix_in_reference_numbers_stays_with_its_call(portal, funding):
    make_draft(funding)
    settings = Settings()
    settings.__context__ = funding
    with pytest.raises(Invalid, match="content_prefix_fixed"):
        IFoerderprogramm.validateInvariants(settings)


def test_a_prefix_that_was_used_is_never_free_again(portal, funding):
    make_draft(funding)
    funding.reference_prefix = "ALT"
    assert prefix_taken("KD", None)
    other = make_programme(portal, title="Anderes", reference_prefix="KD")
    publish(other, FORM, "webredaktion", now())
    with acting("antragstellung"), pytest.raises(Refused) as caught:
        begin(other, AGS, "token", now())
    assert [refusal.code for refusal in caught.value.refusals] == ["begin_not_ready"]
