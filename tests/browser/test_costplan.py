"""The script that adds up the plan reads and adds amounts as the server does."""

from collections.abc import Callable
from collections.abc import Iterator
from decimal import Decimal
from importlib.resources import files
from kommunaldialog.domain.costplan import CostPlan
from kommunaldialog.domain.costplan import Expenditure
from kommunaldialog.domain.costplan import Income
from kommunaldialog.domain.funding import calculate
from kommunaldialog.domain.funding import FundingRules
from kommunaldialog.domain.funding import own_share_needed
from kommunaldialog.domain.money import format_euro
from kommunaldialog.domain.money import parse_amount
from kommunaldialog.domain.money import ZERO
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.letters.calculation import calculation_html
from playwright.sync_api import Browser
from playwright.sync_api import Page
import json
import pytest


SCRIPT = (files("kommunaldialog.applicant") / "static/costplan.js").read_text("utf-8")
ROW = """
<div data-kd-row="{table}">
  <select><option></option><option>fees</option><option>own_funds</option>
  <option>third_party</option><option>in_kind</option></select>
  <input data-kd-amount="amount">{eligible}
</div>
"""
SPENT = ROW.format(table="expenditure", eligible='<input data-kd-amount="eligible">')
HAD = ROW.format(table="income", eligible="")
WORDS = {
    "balanced": "gleich",
    "missing": "fehlt {amount}",
    "left_over": "zu viel {amount}",
    "unreadable": "unlesbar",
    "in_kind_unequal": "unbar {spent} und {given}",
    "share_enough": "genug {own} statt {needed}",
    "share_short": "zu wenig {own} statt {needed}",
    "above": "höchstens {grant}",
}
SUMS = ("expenditure", "eligible", "income")
TOPICS = ("balance", "in_kind", "own_share", "request")
ALL = FundingRules(limit=Decimal("1000.00"), in_kind_allowed=True)


def page_of(rules: FundingRules) -> str:
    """The marks on the page that the script looks for, with two rows each."""
    sums = "".join(f'<b data-kd-sum="{name}"></b>' for name in SUMS)
    lines = "".join(f'<p data-kd-finding="{topic}"></p>' for topic in TOPICS)
    table = calculation_html(CostPlan(), rules, live=True)
    data = (
        f"data-kd-rules='{json.dumps(rules.to_json())}'"
        f" data-kd-words='{json.dumps(WORDS)}'"
    )
    return (
        f"<div data-kd-plan>{SPENT * 2}{HAD * 2}"
        '<input data-kd-amount="requested">'
        f"<div {data}>{sums}{lines}{table}</div></div>"
    )


AMOUNTS = (
    *("", " ", "0", "0,5", "0,05", "12", "1250", "1.250", "1.250,00", "1.250.000,99"),
    *(" 12,50 € ", "12,50 EUR", "12,50\N{NO-BREAK SPACE}€", "007,10", "9999999999,99"),
    *("12.5", "1,234.50", "1.2.3", "12,5 6", "12,345", "-5", "10000000000", "1e3"),
    *("abc", "12,", ",5", "1250.00", "1.25", "12.345,6", "٣", "１２", "1.250,", "0,"),
)


@pytest.fixture(scope="module")
def shown_with(chromium: Browser) -> Iterator[Callable[[FundingRules], Page]]:
    """Shows the page for some rules, in one tab, with its clock in our hands."""
    page = chromium.new_page()
    page.clock.install()

    def show(rules: FundingRules) -> Page:
        page.set_content(page_of(rules))
        page.evaluate(SCRIPT)
        return page

    yield show
    page.close()


@pytest.fixture
def plan(shown_with: Callable[[FundingRules], Page]) -> Page:
    return shown_with(ALL)


def typed(plan: Page, *texts: str, kinds: tuple[str, ...] = ()) -> dict[str, str]:
    """What the script shows for the choices and amounts in their order on the page."""
    for box, text in zip(plan.query_selector_all("input"), texts, strict=True):
        box.fill(text)
    for select, kind in zip(plan.query_selector_all("select"), kinds, strict=False):
        select.select_option(kind)
    plan.clock.run_for(450)
    return plan.evaluate(READ)


READ = """() => {
  const found = {};
  for (const [mark, key] of [["sum", "kdSum"], ["step", "kdStep"]]) {
    for (const cell of document.querySelectorAll("[data-kd-" + mark + "]")) {
      const name = mark + " " + cell.dataset[key];
      if (!cell.parentNode.hidden) found[name] = cell.textContent;
    }
  }
  for (const line of document.querySelectorAll("[data-kd-finding]")) {
    if (!line.hidden) found[line.dataset.kdFinding] = line.textContent;
  }
  return found;
}"""


@pytest.mark.parametrize("text", AMOUNTS)
def test_the_script_reads_an_amount_as_the_server_does(plan: Page, text: str):
    try:
        expected = format_euro(parse_amount(text) if text.strip() else ZERO)
    except Refused:
        expected = "–"
    found = typed(plan, "", text, "", "", "", "", "")
    assert found["sum eligible"] == expected


def test_cents_are_exact(plan: Page):
    shown = typed(plan, "0,10", "", "0,20", "", "0,30", "", "")
    assert shown["sum expenditure"] == shown["sum income"] == "0,30\N{NO-BREAK SPACE}€"
    assert shown["balance"] == "gleich"


def test_large_sums_are_exact(plan: Page):
    most = "9.999.999.999,99"
    shown = typed(plan, most, "", most, "", "0,01", "", "")
    assert shown["sum expenditure"] == "19.999.999.999,98\N{NO-BREAK SPACE}€"
    assert shown["balance"] == "fehlt 19.999.999.999,97\N{NO-BREAK SPACE}€"


def test_what_is_too_much_is_said(plan: Page):
    shown = typed(plan, "10", "", "", "", "4", "", "6,01")
    assert shown["balance"] == "zu viel 0,01\N{NO-BREAK SPACE}€"


def test_there_is_no_sum_of_what_cannot_be_read(plan: Page):
    shown = typed(plan, "12.5", "1", "2", "1", "3", "", "4")
    assert (shown["sum expenditure"], shown["balance"]) == ("–", "unlesbar")
    assert shown["step grant"] == "–"
    assert shown["step eligible"] == "2,00\N{NO-BREAK SPACE}€"


def test_an_empty_plan_is_not_called_balanced(plan: Page):
    shown = typed(plan, "", "", "", "", "", "", "")
    assert not set(TOPICS) & set(shown)


def test_the_limit_is_said_before_anything_else_is_known(plan: Page):
    shown = typed(plan, "", "", "", "", "", "", "1000,01")
    assert shown["request"] == "höchstens 1.000,00\N{NO-BREAK SPACE}€"


RULES = (
    ALL,
    FundingRules("share", Decimal("900.00"), Decimal("12.5"), Decimal("33.333")),
    FundingRules("share", rate=Decimal("50"), in_kind_allowed=True),
    FundingRules("fixed", fixed=Decimal("750.00"), lowest_own_share=Decimal("0")),
    FundingRules("full", lowest_own_share=Decimal("100")),
)
KINDS = ("fees", "in_kind", "own_funds", "in_kind")
PLANS = (
    # Amount and eligible of both rows, both incomes, the grant.
    ("1.500,50", "1.400,01", "600", "500", "300", "600", "1.000"),
    ("1000,01", "1000,01", "", "", "100", "", "333,34"),
    ("2000", "0", "500", "500", "0", "499,99", "1"),
    ("100", "100", "", "", "200", "", "50"),
)


@pytest.mark.parametrize("texts", PLANS)
@pytest.mark.parametrize("rules", RULES)
def test_the_script_calculates_the_grant_as_the_server_does(
    shown_with: Callable[[FundingRules], Page],
    rules: FundingRules,
    texts: tuple[str, ...],
):
    shown = typed(shown_with(rules), *texts, kinds=KINDS)
    amounts = [parse_amount(text) if text else None for text in texts]
    plan = CostPlan(
        (
            Expenditure(KINDS[0], "", *amounts[0:2]),
            Expenditure(KINDS[1], "", *amounts[2:4]),
        ),
        (Income(KINDS[2], "", amounts[4]), Income(KINDS[3], "", amounts[5])),
        amounts[6],
    )
    found = calculate(plan, rules)
    expected = {f"step {step.name}": format_euro(step.amount) for step in found.steps}
    # Without anything in kind on offer the page has no lines for it.
    if not rules.in_kind_allowed:
        for name in ("step in_kind", "step payable"):
            expected.pop(name, None)
    steps = {name: text for name, text in shown.items() if name.startswith("step ")}
    assert steps == {**expected, "step grant": format_euro(found.grant)}
    needed = own_share_needed(plan, rules)
    short = bool(needed) and plan.own_share < needed
    assert shown.get("own_share", "").startswith("zu wenig") is short
    assert ("in_kind" in shown) is (plan.in_kind_spent != plan.in_kind_given)
    assert ("request" in shown) is (plan.requested > found.grant)
