"""A call for funding: its window, its pillars, its prefix."""

from datetime import date
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from decimal import Decimal
from kommunaldialog.content.foerderprogramm import IFoerderprogramm
from kommunaldialog.content.holidays import holiday_name
from kommunaldialog.content.prefixes import prefix_taken
from kommunaldialog.content.saeule import ISaeule
from kommunaldialog.content.wrong import Wrong
from kommunaldialog.controlpanel.interfaces import IKommunaldialogSettings
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


@pytest.mark.parametrize(
    ("day", "last_second"),
    [
        ("31.10.2016", "2016-10-31T22:59:59"),
        # The clocks go back on the 30th ...
        ("29.10.2016", "2016-10-29T21:59:59"),
        ("30.10.2016", "2016-10-30T22:59:59"),
        # ... and forward on the 26th.
        ("25.3.2017", "2017-03-25T22:59:59"),
        ("26.3.2017", "2017-03-26T21:59:59"),
    ],
)
def test_a_day_that_is_set_counts_to_its_last_instant_and_no_longer(
    call_of_2016, day, last_second
):
    call_of_2016.deadline = IFoerderprogramm["deadline"].read(day)
    call_of_2016.opening = call_of_2016.deadline - timedelta(days=1)
    last = datetime.fromisoformat(f"{last_second}.999999+00:00")
    window = call_of_2016.window()
    assert window.status(last) == "open"
    assert window.status(last + timedelta(microseconds=1)) == "closed"


SATURDAY = datetime(2026, 10, 31, 22, 59, tzinfo=UTC)
# Sunday is All Saints' Day, a holiday in some Länder; Monday is not.
MONDAY = datetime(2026, 11, 2, 22, 59, 59, tzinfo=UTC)


def test_a_deadline_on_a_weekend_stays_where_the_call_says_so(call_of_2016):
    call_of_2016.deadline = SATURDAY
    assert call_of_2016.window().deadline == SATURDAY.replace(second=59)


def test_a_deadline_on_a_weekend_ends_with_the_next_working_day(call_of_2016):
    call_of_2016.deadline = SATURDAY
    call_of_2016.deadline_on_holiday = "next_working_day"
    assert call_of_2016.window().deadline == MONDAY
    assert call_of_2016.set_deadline() == SATURDAY.replace(second=59)
    assert call_of_2016.window().status(MONDAY) == "open"


@pytest.mark.parametrize(
    ("land", "ends"),
    [
        # Corpus Christi, a Thursday, is a holiday in Baden-Württemberg, not in Berlin.
        ("BW", datetime(2026, 6, 5, 21, 59, 59, tzinfo=UTC)),
        ("BE", datetime(2026, 6, 4, 10, 0, 59, tzinfo=UTC)),
        (None, datetime(2026, 6, 4, 10, 0, 59, tzinfo=UTC)),
    ],
)
def test_the_holidays_are_those_of_the_land(portal, call_of_2016, land, ends):
    portal.portal_registry.forInterface(IKommunaldialogSettings).holiday_land = land
    call_of_2016.deadline_on_holiday = "next_working_day"
    call_of_2016.deadline = datetime(2026, 6, 4, 10, 0, tzinfo=UTC)
    assert call_of_2016.window().deadline == ends


def test_a_holiday_has_a_name_that_people_know(portal):
    unity_day = date(2026, 10, 3)
    assert holiday_name(unity_day) == "Tag der Deutschen Einheit"
    assert holiday_name(unity_day, "en") == "German Unity Day"
    assert holiday_name(date(2026, 10, 5)) is None


@pytest.mark.parametrize(
    ("field", "clock", "instant"),
    [
        ("deadline", "", "2016-10-31T22:59:59+00:00"),
        ("deadline", "12:00", "2016-10-31T11:00:59+00:00"),
        ("opening", "", "2016-10-30T23:00:00+00:00"),
        ("opening", "08:00", "2016-10-31T07:00:00+00:00"),
    ],
)
def test_a_day_means_its_end_for_a_deadline_and_its_start_for_an_opening(
    portal, field, clock, instant
):
    for day in ("31.10.2016", "2016-10-31"):
        assert IFoerderprogramm[field].read(day, clock).isoformat() == instant


@pytest.mark.parametrize(
    ("day", "clock"),
    [
        ("31.9.2016", ""),
        ("morgen", ""),
        ("", "12:00"),
        ("31.10.2016", "25:00"),
        ("1.1.0001", ""),
        ("31.12.9999", ""),
        # The clocks leave out that hour.
        ("26.3.2017", "02:30"),
    ],
)
def test_what_is_no_day_or_no_time_is_refused_with_what_to_mend(portal, day, clock):
    with pytest.raises(Refused, match=r"instant_wrong|time_left_out"):
        IFoerderprogramm["opening"].read(day, clock)


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


def test_a_pillar_without_applications_can_be_deleted(portal, call_of_2016):
    with api.env.adopt_roles(["Manager"]):
        api.content.delete(call_of_2016["saeule-1"])
    assert call_of_2016.pillars() == []


def test_a_prefix_that_was_used_is_never_free_again(portal, funding):
    make_draft(funding)
    funding.reference_prefix = "ALT"
    assert prefix_taken("KD", None)
    other = make_programme(portal, title="Anderes", reference_prefix="KD")
    publish(other, FORM, "webredaktion", now())
    with acting("antragstellung"), pytest.raises(Refused) as caught:
        begin(other, AGS, "token", now())
    assert [refusal.code for refusal in caught.value.refusals] == ["begin_not_ready"]
