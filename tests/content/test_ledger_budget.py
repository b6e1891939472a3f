"""Whatever is granted, paid, lowered and repaid: the budget is never promised twice."""

from decimal import Decimal
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st
from kommunaldialog.content.vorgangsablage import Ledger
from kommunaldialog.domain.decision import check_decision
from kommunaldialog.domain.grant import bound


BUDGET = Decimal("5000.00")
ZERO = Decimal("0.00")

turns = st.lists(
    st.tuples(
        st.sampled_from("abc"),
        st.sampled_from(("decide", "pay", "lower", "repay")),
        st.integers(1, 400_000).map(lambda number: Decimal(number) / 100),
    ),
    max_size=25,
)


class Case:
    """One application's money, in Euro."""

    def __init__(self):
        self.grant = self.paid = self.repaid = ZERO

    def turn(self, step, amount, left):
        out = self.paid - self.repaid
        if step == "decide" and self.grant == out == 0:
            self.grant = amount if self.fits(amount, left) else ZERO
        elif step == "pay":
            self.paid += min(amount, max(self.grant - out, ZERO))
        elif step == "lower":
            self.grant = min(amount, self.grant)
        elif step == "repay":
            self.repaid += min(amount, out)

    def fits(self, amount, left):
        return not check_decision(
            approved=True,
            amount=amount,
            requested=amount,
            budget_left=left,
            reason="",
            assessor="sachbearbeitung",
            decider="entscheidung",
        )

    @property
    def bound(self):
        return bound(self.grant, self.paid, self.repaid, ZERO)


@settings(deadline=None)
@given(turns)
def test_what_is_promised_and_what_is_out_is_never_more_than_the_budget(turns):
    ledger, cases = Ledger(), {name: Case() for name in "abc"}
    for name, step, amount in turns:
        case = cases[name]
        case.turn(step, amount, BUDGET - ledger.granted)
        ledger.bind(name, case.bound)
        assert ledger.granted == sum(case.bound for case in cases.values())
        assert ledger.granted <= BUDGET
        assert sum(case.paid - case.repaid for case in cases.values()) <= BUDGET
