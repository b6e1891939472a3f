"""How long a closed case is kept, and what stays of it."""

from dataclasses import replace
from datetime import date
from datetime import datetime
from datetime import UTC
from decimal import Decimal
from kommunaldialog.domain.retention import ArchiveOffer
from kommunaldialog.domain.retention import check_answer
from kommunaldialog.domain.retention import check_erasure
from kommunaldialog.domain.retention import check_offer
from kommunaldialog.domain.retention import kept_until
from kommunaldialog.domain.retention import remainder
from kommunaldialog.domain.retention import retention_over
from kommunaldialog.domain.retention import valid_offer
from tests.domain.rows import row as make_row
import pytest


CLOSED = date(2026, 11, 30)
MOMENT = datetime(2026, 11, 30, 12, tzinfo=UTC)
OFFER = ArchiveOffer("entscheidung", MOMENT, "Landesarchiv")


def codes(refusals):
    return [refusal.code for refusal in refusals]


@pytest.mark.parametrize(
    ("closed", "years", "last"),
    [
        (CLOSED, 10, date(2036, 11, 30)),
        (date(2028, 2, 29), 4, date(2032, 2, 29)),
        # Never a day shorter than the years.
        (date(2028, 2, 29), 5, date(2033, 3, 1)),
    ],
)
def test_a_case_is_kept_for_years_from_the_day_it_was_closed(closed, years, last):
    assert kept_until(closed, years) == last
    assert not retention_over(closed, years, last)
    assert retention_over(closed, years, date.fromordinal(last.toordinal() + 1))


def test_an_offer_counts_until_the_case_is_closed_again():
    assert valid_offer(OFFER, MOMENT) is OFFER
    assert valid_offer(OFFER, MOMENT.replace(hour=13)) is None
    assert valid_offer(None, MOMENT) is None


def test_a_case_is_offered_after_its_time_once_and_to_somebody():
    over = date(2036, 12, 1)
    assert not codes(check_offer(CLOSED, 10, over, None, "Landesarchiv"))
    early = [*check_offer(CLOSED, 10, date(2036, 11, 30), None, "Landesarchiv")]
    assert codes(early) == ["retention_not_over"]
    assert early[0].params == {"until": date(2036, 11, 30)}
    again = codes(check_offer(CLOSED, 10, over, OFFER, "Landesarchiv"))
    assert again == ["archive_offered_already"]
    assert codes(check_offer(CLOSED, 10, over, None, " ")) == ["archive_missing"]


def test_the_archive_answers_once_what_was_offered():
    assert not codes(check_answer(OFFER, True))
    assert not codes(check_answer(OFFER, False))
    assert codes(check_answer(None, True)) == ["archive_not_offered"]
    assert codes(check_answer(OFFER, None)) == ["archive_answer_missing"]
    answered = replace(OFFER, taken=False)
    assert codes(check_answer(answered, True)) == ["archive_answered_already"]


def test_nothing_is_erased_without_an_answer_and_a_confirmation():
    assert not codes(check_erasure(replace(OFFER, taken=True), True))
    assert not codes(check_erasure(replace(OFFER, taken=False), True))
    assert codes(check_erasure(None, True)) == ["archive_not_offered"]
    assert codes(check_erasure(OFFER, True)) == ["archive_not_answered"]
    answered = replace(OFFER, taken=True)
    assert codes(check_erasure(answered, False)) == ["erasure_unconfirmed"]


def test_of_a_grant_stays_who_got_how_much_for_what():
    row = make_row(approved=Decimal("2500.00"), announced=MOMENT, flags=("late",))
    kept = remainder(row)
    assert (kept.municipality, kept.measure) == (row.municipality, row.measure)
    assert (kept.approved, kept.reference) == (row.approved, row.reference)
    assert (kept.id, kept.file_number, kept.case_worker) == ("", "", "")
    assert (kept.flags, kept.due) == ((), ())


@pytest.mark.parametrize(
    "values",
    [
        {"announced": MOMENT, "approved": None},
        {"announced": MOMENT, "approved": Decimal("0.00")},
        {"announced": None, "approved": None},
    ],
    ids=["rejected", "waived", "withdrawn"],
)
def test_of_all_else_only_numbers_stay(values):
    row = make_row(**values)
    kept = remainder(row)
    assert (kept.reference, kept.municipality, kept.measure, kept.ags) == ("",) * 4
    assert (kept.kreis, kept.pillar) == (row.kreis, row.pillar)
    assert (kept.requested, kept.arrived) == (row.requested, row.arrived)
