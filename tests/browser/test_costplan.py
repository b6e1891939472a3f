"""The script that adds up the plan reads and adds amounts as the server does."""

from collections.abc import Iterator
from importlib.resources import files
from kommunaldialog.domain.money import format_euro
from kommunaldialog.domain.money import parse_amount
from kommunaldialog.domain.money import ZERO
from kommunaldialog.domain.refusal import Refused
from playwright.sync_api import Browser
from playwright.sync_api import Page
import pytest


SCRIPT = (files("kommunaldialog.applicant") / "static/costplan.js").read_text("utf-8")
PAGE = """
<div data-kd-plan>
  <div data-kd-row="expenditure">
    <input data-kd-amount="amount"><input data-kd-amount="eligible">
  </div>
  <div data-kd-row="expenditure"><input data-kd-amount="amount"></div>
  <div data-kd-row="income"><input data-kd-amount="amount"></div>
  <input data-kd-amount="requested">
  <b data-kd-sum="expenditure"></b><b data-kd-sum="eligible"></b>
  <b data-kd-sum="income"></b>
  <p data-kd-difference data-balanced="gleich" data-missing="fehlt {amount}"
     data-left-over="zu viel {amount}" data-unreadable="unlesbar"></p>
</div>
"""
AMOUNTS = (
    *("", " ", "0", "0,5", "0,05", "12", "1250", "1.250", "1.250,00", "1.250.000,99"),
    *(" 12,50 € ", "12,50 EUR", "12,50\N{NO-BREAK SPACE}€", "007,10", "9999999999,99"),
    *("12.5", "1,234.50", "1.2.3", "12,5 6", "12,345", "-5", "10000000000", "1e3"),
    *("abc", "12,", ",5", "1250.00", "1.25", "12.345,6", "٣", "１２", "1.250,", "0,"),
)


@pytest.fixture(scope="module")
def plan(chromium: Browser) -> Iterator[Page]:
    page = chromium.new_page()
    page.set_content(PAGE)
    page.evaluate(SCRIPT)
    yield page
    page.close()


def typed(plan: Page, *texts: str) -> dict[str, str]:
    """What the script shows for the amounts in their order on the page."""
    for box, text in zip(plan.query_selector_all("input"), texts, strict=True):
        box.fill(text)
    plan.wait_for_timeout(450)
    found = {
        place.get_attribute("data-kd-sum"): place.text_content()
        for place in plan.query_selector_all("[data-kd-sum]")
    }
    return {**found, "words": plan.text_content("[data-kd-difference]")}


@pytest.mark.parametrize("text", AMOUNTS)
def test_the_script_reads_an_amount_as_the_server_does(plan: Page, text: str):
    try:
        expected = format_euro(parse_amount(text) if text.strip() else ZERO)
    except Refused:
        expected = "–"
    assert typed(plan, "", text, "", "", "")["eligible"] == expected


def test_cents_are_exact(plan: Page):
    shown = typed(plan, "0,10", "", "0,20", "0,30", "")
    assert shown["expenditure"] == shown["income"] == "0,30\N{NO-BREAK SPACE}€"
    assert shown["words"] == "gleich"


def test_large_sums_are_exact(plan: Page):
    shown = typed(plan, "9.999.999.999,99", "", "9.999.999.999,99", "0,01", "")
    assert shown["expenditure"] == "19.999.999.999,98\N{NO-BREAK SPACE}€"
    assert shown["words"] == "fehlt 19.999.999.999,97\N{NO-BREAK SPACE}€"


def test_what_is_too_much_is_said(plan: Page):
    shown = typed(plan, "10", "", "", "4", "6,01")
    assert shown["words"] == "zu viel 0,01\N{NO-BREAK SPACE}€"


def test_there_is_no_sum_of_what_cannot_be_read(plan: Page):
    shown = typed(plan, "12.5", "1", "2", "3", "4")
    assert (shown["expenditure"], shown["words"]) == ("–", "unlesbar")
