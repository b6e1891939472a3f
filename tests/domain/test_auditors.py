"""How long auditors may read."""

from datetime import date
from kommunaldialog.domain.auditors import may_audit


LAST = date(2026, 11, 30)


def test_auditors_read_until_the_end_of_their_last_day():
    assert may_audit(LAST, date(2026, 11, 29))
    assert may_audit(LAST, LAST)
    assert not may_audit(LAST, date(2026, 12, 1))


def test_without_a_last_day_nobody_audits():
    assert not may_audit(None, LAST)
