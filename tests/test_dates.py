"""Days as people type them."""

from datetime import date
from kommunaldialog.dates import read_day
import pytest


@pytest.mark.parametrize("text", ["31.10.2026", "31. 10. 2026", " 2026-10-31 "])
def test_a_day_is_read_as_it_is_typed(text):
    assert read_day(text) == date(2026, 10, 31)


@pytest.mark.parametrize(
    "text", ["", "31.2.2026", "10/31/2026", "31.10.26", "2026-13-01", "31.10.2026 x"]
)
def test_what_names_no_day_is_refused(text):
    with pytest.raises(ValueError):
        read_day(text)
