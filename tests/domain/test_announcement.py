"""How a decision is announced, sent and made known."""

from dataclasses import replace
from datetime import date
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from decimal import Decimal
from hypothesis import given
from hypothesis import strategies as st
from kommunaldialog.domain.announcement import Announcement
from kommunaldialog.domain.announcement import check_announcement
from kommunaldialog.domain.announcement import check_delivery
from kommunaldialog.domain.announcement import known_by_retrieval
from kommunaldialog.domain.announcement import last_to_retrieve
from kommunaldialog.domain.decision import Decision
import pytest


APPROVAL = Decision(
    approved=True,
    amount=Decimal("2500.00"),
    reason="",
    conditions="",
    decided_by="entscheidung",
    decider="Emil Entscheidung",
    moment=datetime(2026, 3, 1, tzinfo=UTC),
    legal_basis="§§ 23 und 44 LHO",
    granting_body="Landesamt",
    general_conditions="Sparsam.",
    annexes=(),
    appeal_instruction="Klage.",
)
REJECTION = replace(APPROVAL, approved=False, amount=Decimal("0.00"))
ANNOUNCED, TODAY = date(2026, 3, 2), date(2026, 3, 20)


def codes(refusals):
    return [refusal.code for refusal in refusals]


def delivery(channel, sent, known, retrieved=None):
    return codes(
        check_delivery(
            channel,
            sent,
            known,
            announced=ANNOUNCED,
            retrieved=retrieved,
            today=TODAY,
        )
    )


@pytest.mark.parametrize("channel", ["post", "delivery", "email"])
def test_a_complete_notice_goes_by_any_channel_but_the_portal(channel):
    assert codes(check_announcement(APPROVAL, channel, consented=False)) == []


def test_a_notice_lies_in_the_portal_only_with_consent():
    assert codes(check_announcement(APPROVAL, "portal", consented=True)) == []
    found = codes(check_announcement(APPROVAL, "portal", consented=False))
    assert found == ["portal_consent_missing"]


def test_a_channel_that_is_none_is_refused():
    assert codes(check_announcement(APPROVAL, "", consented=True)) == [
        "channel_missing"
    ]


@pytest.mark.parametrize(
    ("field", "code"),
    [
        ("legal_basis", "notice_legal_basis_missing"),
        ("general_conditions", "notice_conditions_missing"),
        ("appeal_instruction", "notice_appeal_instruction_missing"),
    ],
)
def test_an_approval_names_legal_basis_conditions_and_how_to_appeal(field, code):
    lacking = replace(APPROVAL, **{field: " "})
    assert codes(check_announcement(lacking, "post", consented=False)) == [code]


def test_a_rejection_needs_no_conditions():
    lacking = replace(REJECTION, general_conditions="")
    assert codes(check_announcement(lacking, "post", consented=False)) == []


def test_a_letter_is_sent_before_it_is_known():
    assert delivery("post", ANNOUNCED, None) == []
    assert delivery("post", ANNOUNCED, date(2026, 3, 6)) == []
    assert delivery("post", date(2026, 3, 6), date(2026, 3, 5)) == ["known_too_early"]


@pytest.mark.parametrize(
    ("sent", "known", "code"),
    [
        (None, date(2026, 3, 6), "sent_missing"),
        (date(2026, 3, 21), None, "day_in_future"),
        (date(2026, 3, 1), None, "sent_before_announcement"),
        (ANNOUNCED, date(2026, 3, 21), "day_in_future"),
    ],
)
def test_the_days_of_a_letter_can_be(sent, known, code):
    assert delivery("post", sent, known) == [code]


FETCHED = date(2026, 3, 4)
LAST, LATE = date(2026, 3, 12), date(2026, 3, 13)


@pytest.mark.parametrize(
    ("known", "fetched", "expected"),
    [
        (None, None, []),
        (date(2026, 3, 5), None, ["not_retrieved"]),
        # Not before the day after (§ 41 (2a) VwVfG), which may be tomorrow.
        (FETCHED, FETCHED, ["known_too_early"]),
        (date(2026, 3, 5), FETCHED, []),
        (date(2026, 3, 21), TODAY, []),
        (date(2026, 3, 21), FETCHED, ["day_in_future"]),
        (LATE, LAST, []),
        (date(2026, 3, 14), LATE, ["retrieved_too_late"]),
        (None, LATE, []),
    ],
)
def test_what_lies_in_the_portal_is_known_the_day_after_it_was_fetched_in_time(
    known, fetched, expected
):
    announced = ANNOUNCED if fetched is not TODAY else date(2026, 3, 15)
    found = check_delivery(
        "portal", None, known, announced=announced, retrieved=fetched, today=TODAY
    )
    assert codes(found) == expected


@pytest.mark.parametrize("fetched", [None, LATE])
def test_what_was_not_fetched_in_time_is_sent_by_other_means(fetched):
    assert delivery("portal", LATE, date(2026, 3, 16), fetched) == []
    assert delivery("portal", LATE, LAST, fetched) == ["known_too_early"]


def test_what_was_fetched_in_time_is_not_sent_again():
    assert delivery("portal", LATE, LATE, FETCHED) == ["sent_though_retrieved"]


def test_a_notice_lies_in_the_portal_until_it_is_sent_by_other_means():
    lying = Announcement("sachbearbeitung", datetime(2026, 3, 2, tzinfo=UTC), "portal")
    assert lying.in_portal
    assert not replace(lying, sent=LATE).in_portal
    assert not replace(lying, channel="post").in_portal


def test_a_notice_waits_until_somebody_fetched_it():
    lying = Announcement("sachbearbeitung", datetime(2026, 3, 2, tzinfo=UTC), "portal")
    assert lying.waits
    fetched = datetime(2026, 3, 3, tzinfo=UTC)
    assert not replace(lying, retrieved=fetched).waits
    assert not replace(lying, sent=LATE).waits


@given(st.dates(max_value=date(9000, 1, 1)), st.integers(0, 400))
def test_fetching_makes_known_on_the_day_after_or_not_at_all(announced, days):
    fetched = announced + timedelta(days)
    known = known_by_retrieval(announced, fetched)
    assert (known is None) == (fetched > last_to_retrieve(announced)) == (days > 10)
    assert known is None or known == fetched + timedelta(1)
