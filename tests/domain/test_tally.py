"""What occurs in the office's list of cases."""

from datetime import date
from kommunaldialog.domain.tally import Tally
from tests.domain.rows import row


TODAY = date(2026, 6, 15)


def test_what_occurs_in_the_list_is_counted_once_for_each_case():
    late = row(
        flags=("late", "paper"),
        kreis="08111",
        case_worker="eva",
        due=(("proof", date(2026, 6, 1)), ("repayment", date(2026, 6, 2))),
    )
    coming = row(state="approved", flags=("paper",), due=(("proof", TODAY),))
    tally = Tally.of([late, coming, row()], TODAY)
    assert tally.states == {"submitted": 2, "approved": 1}
    assert tally.flags == {"paper": 2, "late": 1}
    assert tally.kreise == {"08111", "08999"}
    assert tally.workers == {"eva", ""}
    assert tally.overdue == 1
