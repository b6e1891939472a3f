"""A record that does not count says who said so, when and why."""

from datetime import datetime
from datetime import UTC
from kommunaldialog.domain.voiding import Voided
import pytest


def test_a_voided_record_says_who_when_and_why():
    voided = Voided("sabine", datetime(2026, 5, 4, tzinfo=UTC), "Falsche Kommune")
    assert (voided.actor, voided.reason) == ("sabine", "Falsche Kommune")


def test_a_moment_without_a_time_zone_is_a_programming_error():
    with pytest.raises(ValueError, match="time zone"):
        Voided("sabine", datetime(2026, 5, 4), "Falsche Kommune")
