"""When web editors should look at something again."""

from datetime import date
from datetime import timedelta


# Who took part in a dialogue waits to hear what came of it.
RESULT_AFTER = timedelta(weeks=4)


def result_due(end: date) -> date:
    """The day by which a dialogue that ended on `end` should have a result."""
    return end + RESULT_AFTER


def last_end(today: date) -> date:
    """The last day on which a dialogue ended whose result is due before `today`."""
    return today - RESULT_AFTER - timedelta(days=1)


def check_due(checked: date) -> date:
    """A contact is checked again a year later; after 29 February on 1 March."""
    try:
        return checked.replace(year=checked.year + 1)
    except ValueError:
        return date(checked.year + 1, 3, 1)
