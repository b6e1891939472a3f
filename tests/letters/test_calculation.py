"""The calculation of the grant reads the same on pages and in letters."""

from bs4 import BeautifulSoup
from decimal import Decimal
from kommunaldialog.domain.costplan import CostPlan
from kommunaldialog.domain.costplan import Expenditure
from kommunaldialog.domain.costplan import Income
from kommunaldialog.domain.funding import FundingRules
from kommunaldialog.letters.calculation import calculation_html
from kommunaldialog.letters.parts import plan_html
import pytest


PLAN = CostPlan(
    (
        Expenditure("fees", "Moderation", Decimal("1000.00"), Decimal("900.00")),
        Expenditure("in_kind", "Ehrenamt", Decimal("200.00"), Decimal("200.00")),
    ),
    (Income("in_kind", "Ehrenamt", Decimal("200.00")),),
    Decimal("550.00"),
    net=True,
)


def rows(html):
    """The lines that are shown: title and amount."""
    return [
        tuple(
            " ".join(cell.get_text().replace("\xa0", " ").split())
            for cell in row.find_all(["td", "th"])
        )
        for row in BeautifulSoup(html, "html.parser").select("tbody tr, tfoot tr")
        if "hidden" not in row.attrs
    ]


def test_each_line_says_what_it_is(integration):
    rules = FundingRules("share", Decimal("800.00"), rate=Decimal("50.00"))
    assert rows(calculation_html(PLAN, rules)) == [
        ("Ausgaben insgesamt", "1.200,00 €"),
        ("abzüglich Finanzierung ohne den Zuschuss", "200,00 €"),
        ("Grenze: was dann noch fehlt", "1.000,00 €"),
        ("Grenze: zuwendungsfähige Ausgaben", "1.100,00 €"),
        ("darin unbar (Sachleistungen und Eigenarbeit)", "200,00 €"),
        ("Grenze: zuwendungsfähige Ausgaben in Geld", "900,00 €"),
        ("Grenze: 50 % der zuwendungsfähigen Ausgaben", "550,00 €"),
        ("Grenze: höchster Zuschuss der Säule", "800,00 €"),
        ("Höchstmöglicher Zuschuss: die niedrigste dieser Grenzen", "550,00 €"),
    ]


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("share", "Anteilfinanzierung"),
        ("shortfall", "Fehlbedarfsfinanzierung"),
        ("fixed", "Festbetragsfinanzierung"),
        ("full", "Vollfinanzierung"),
    ],
)
def test_the_kind_of_funding_is_named(integration, kind, name):
    assert name in calculation_html(PLAN, FundingRules(kind))


def test_a_page_for_typing_has_the_lines_that_may_be_needed_but_hides_them(integration):
    rules = FundingRules(in_kind_allowed=True)
    html = calculation_html(CostPlan(), rules, live=True)
    assert "unbar" not in str(rows(html))
    assert "unbar" in html
    assert "unbar" not in calculation_html(CostPlan(), FundingRules(), live=True)


def test_a_plan_says_whether_its_amounts_are_net(integration):
    assert "ohne Umsatzsteuer (netto)" in plan_html(PLAN)
    assert "mit Umsatzsteuer (brutto)" in plan_html(CostPlan())


def test_a_plan_is_shown_with_its_calculation_where_the_rules_are_known(integration):
    assert "kd-calculation" in plan_html(PLAN, rules=FundingRules())
    assert "kd-calculation" not in plan_html(PLAN)
