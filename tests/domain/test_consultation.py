"""A consultation counts for its municipality, its pillars, and what comes after it."""

from datetime import date
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from kommunaldialog.domain.consultation import check_consultation
from kommunaldialog.domain.consultation import check_stated
from kommunaldialog.domain.consultation import Consultation
from kommunaldialog.domain.consultation import find
from kommunaldialog.domain.consultation import StatedConsultation
from zoneinfo import ZoneInfo
import pytest


MOMENT = datetime(2026, 5, 4, 10, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
HELD = Consultation("08999001", MOMENT, ("dialog", "schulung"))


@pytest.mark.parametrize(
    ("ags", "pillar", "moment", "found"),
    [
        ("08999001", "dialog", MOMENT + HOUR, True),
        ("08999001", "schulung", MOMENT + timedelta(microseconds=1), True),
        ("08999001", "dialog", MOMENT, False),
        ("08999001", "dialog", MOMENT - HOUR, False),
        ("08999001", "netzwerk", MOMENT + HOUR, False),
        ("08999002", "dialog", MOMENT + HOUR, False),
    ],
)
def test_a_consultation_is_found_for_what_it_covers(ags, pillar, moment, found):
    assert (find([HELD], ags, pillar, moment) is HELD) is found
    refusals = check_consultation([HELD], ags, pillar, moment)
    assert [refusal.code for refusal in refusals] == (
        [] if found else ["consultation_missing"]
    )


def test_of_several_consultations_the_latest_before_the_moment_is_found():
    earlier = Consultation("08999001", MOMENT - HOUR, ("dialog",))
    # Read as wall clocks, this one would be the latest.
    local = (MOMENT - HOUR / 2).astimezone(ZoneInfo("Europe/Berlin"))
    between = Consultation("08999001", local, ("dialog",))
    later = Consultation("08999001", MOMENT + HOUR, ("dialog",))
    held = [later, HELD, earlier, between]
    assert find(held, "08999001", "dialog", MOMENT + HOUR) is HELD
    assert find(held, "08999001", "dialog", MOMENT) is between


def test_without_any_consultation_there_is_none():
    assert find([], "08999001", "dialog", MOMENT) is None


def test_a_consultation_without_a_time_zone_is_a_programming_error():
    with pytest.raises(ValueError, match="time zone"):
        Consultation("08999001", datetime(2026, 5, 4, 10, 0), ("dialog",))
    with pytest.raises(ValueError, match="time zone"):
        find([HELD], "08999001", "dialog", datetime(2026, 5, 4, 10, 0))


@pytest.mark.parametrize(
    ("confirmed", "refused"),
    [(None, []), (True, []), (False, ["stated_consultation_denied"])],
)
def test_a_stated_consultation_will_do_unless_the_office_denies_it(confirmed, refused):
    stated = StatedConsultation(MOMENT.date(), "Frau Rat", confirmed)
    refusals = check_consultation([], "08999001", "dialog", MOMENT, stated)
    assert [refusal.code for refusal in refusals] == refused


def test_a_recorded_consultation_stands_beside_a_denied_statement():
    stated = StatedConsultation(MOMENT.date(), "Frau Rat", False)
    later = MOMENT + HOUR
    assert check_consultation([HELD], "08999001", "dialog", later, stated) == ()


def test_a_statement_answered_without_a_time_zone_is_a_programming_error():
    with pytest.raises(ValueError, match="time zone"):
        StatedConsultation(
            MOMENT.date(), "Frau Rat", True, "sabine", datetime(2026, 5, 4)
        )
    answered = StatedConsultation(MOMENT.date(), "Frau Rat", True, "sabine", MOMENT)
    assert answered.moment == MOMENT


TODAY = date(2026, 5, 4)


@pytest.mark.parametrize(
    ("held", "adviser", "code", "field"),
    [
        (None, "", None, None),
        (None, " ", None, None),
        (TODAY, "Frau Rat", None, None),
        (date(2026, 5, 3), "Frau Rat", None, None),
        (None, "Frau Rat", "stated_held_missing", "stated_held"),
        (TODAY, " ", "stated_adviser_missing", "stated_adviser"),
        (date(2026, 5, 5), "Frau Rat", "stated_in_future", "stated_held"),
    ],
)
def test_a_statement_has_a_day_that_was_and_a_name(held, adviser, code, field):
    found = [(each.code, each.field) for each in check_stated(held, adviser, TODAY)]
    assert found == ([(code, field)] if code else [])
