"""Rows of the plan: added, removed and kept as they were typed, without JavaScript."""

from bs4 import BeautifulSoup
from decimal import Decimal
from kommunaldialog.domain.costplan import Income
from kommunaldialog.usecases.begin import begin
from tests.samples import acting
from tests.samples import AGS
from tests.samples import now
import pytest
import transaction


@pytest.fixture
def draft(call):
    """A draft in which nothing was filled in yet."""
    with acting("antragstellung"):
        application = begin(call, AGS, "token", now())
    transaction.commit()
    return application


@pytest.fixture
def plan(anna, draft):
    """The browser on the cost and financing plan."""
    anna.open(f"{draft.absolute_url()}/@@bearbeiten/kostenplan")
    return anna


def fresh(application):
    """The application as the last request left it."""
    transaction.begin()
    return application


def button(form, name, index=None):
    return form.getControl(name=name, index=index)


def soup(form):
    return BeautifulSoup(form.contents, "html.parser")


def error_links(form):
    return {
        link["href"]: link.get_text(strip=True)
        for link in soup(form).select(".kd-errors a[href]")
    }


def fill_row(form, table, number, **values):
    for column, value in values.items():
        control = form.getControl(name=f"{table}-{number}-{column}")
        control.value = [value] if column in ("kind", "source") else value


def test_a_wrong_amount_is_shown_again_and_the_row_is_kept(plan, draft):
    fill_row(plan, "expenditure", 0, kind="fees", amount="12.5", description="Mod.")
    button(plan, "save", 0).click()
    assert plan.getControl(name="expenditure-0-amount").value == "12.5"
    (link,) = error_links(plan).items()
    assert link[0] == "#expenditure-0-amount"
    assert "Ausgaben, Zeile 1, Betrag in Euro" in link[1]
    assert "12,50" in link[1]
    (row,) = fresh(draft).plan.expenditure
    assert (row.kind, row.description, row.amount) == ("fees", "Mod.", None)


def test_rows_are_added_with_all_that_was_typed(plan, draft):
    fill_row(plan, "expenditure", 0, kind="rooms", description="Halle", amount="100")
    button(plan, "add-expenditure").click()
    assert plan.getControl(name="expenditure-0-description").value == "Halle"
    assert plan.getControl(name="expenditure-0-kind").value == ["rooms"]
    assert plan.getControl(name="expenditure-1-amount").value == ""
    assert fresh(draft).plan.expenditure[0].description == "Halle"


def test_the_button_leads_to_the_new_row(plan):
    add = soup(plan).find(attrs={"name": "add-income"})
    assert add["formaction"].endswith("/@@bearbeiten/kostenplan#income-1-source")
    button(plan, "add-income").click()
    html = soup(plan)
    assert html.find(id="income-1-source")
    remove = html.find_all(attrs={"name": "remove-income"})[1]
    assert remove["aria-label"] == "Finanzierung, Zeile 2 entfernen"
    assert html.find(id=remove["formaction"].partition("#")[2])


def test_a_row_is_removed_and_the_others_stay(plan, draft):
    fill_row(plan, "income", 0, source="own_funds", amount="1")
    button(plan, "add-income").click()
    fill_row(plan, "income", 1, source="third_party", amount="2", description="Bank")
    plan.getControl(name="remove-income", index=0).click()
    assert plan.getControl(name="income-0-description").value == "Bank"
    assert fresh(draft).plan.income == (Income("third_party", "Bank", Decimal(2)),)


def test_rows_without_anything_in_them_are_not_kept(plan, draft):
    button(plan, "add-expenditure").click()
    button(plan, "add-expenditure").click()
    fill_row(plan, "expenditure", 2, kind="other", amount="5")
    button(plan, "save", 0).click()
    assert len(fresh(draft).plan.expenditure) == 1
