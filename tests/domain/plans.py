"""Cost plans for the tests of the rules: by hand, and any that could be."""

from decimal import Decimal
from hypothesis import strategies as st
from kommunaldialog.domain.costplan import CostPlan
from kommunaldialog.domain.costplan import Expenditure
from kommunaldialog.domain.costplan import EXPENDITURE_KINDS
from kommunaldialog.domain.costplan import Income
from kommunaldialog.domain.costplan import INCOME_SOURCES


def euros(text):
    return None if text is None else Decimal(text)


def spend(amount, eligible=None, kind="rooms"):
    eligible = amount if eligible is None else eligible
    return Expenditure(kind, "Bürgersaal", euros(amount), euros(eligible))


def own(amount, source="own_funds"):
    return Income(source, "Haushalt", euros(amount))


def plan(expenditure=None, income=None, requested="3000"):
    return CostPlan(
        tuple(expenditure if expenditure is not None else [spend("4000")]),
        tuple(income if income is not None else [own("1000")]),
        euros(requested),
    )


amounts = st.integers(min_value=1, max_value=10**9).map(
    lambda cents: Decimal(cents).scaleb(-2)
)
# Any text would do; to make some takes longer than all the rest.
texts = st.sampled_from(("", "Bürgersaal", "„Alte Halle“ 🏛", 'a\nb"c\\'))


@st.composite
def rows_of_expenditure(draw):
    amount = draw(amounts)
    eligible = draw(st.integers(min_value=0, max_value=int(amount * 100)))
    return Expenditure(
        draw(st.sampled_from(EXPENDITURE_KINDS)),
        draw(texts),
        amount,
        Decimal(eligible).scaleb(-2),
    )


rows_of_income = st.builds(Income, st.sampled_from(INCOME_SOURCES), texts, amounts)
plans = st.builds(
    CostPlan,
    st.lists(rows_of_expenditure(), min_size=1, max_size=6).map(tuple),
    st.lists(rows_of_income, max_size=6).map(tuple),
    amounts,
    st.booleans(),
)
percents = st.decimals(min_value=0, max_value=100, places=2)
