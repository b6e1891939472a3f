"""The plan's page adds up, calculates the grant, and says what does not fit."""

from bs4 import BeautifulSoup
from decimal import Decimal
from kommunaldialog.domain.costplan import CostPlan
from kommunaldialog.domain.costplan import Income
from kommunaldialog.usecases.begin import begin
from kommunaldialog.usecases.save import save
from tests.samples import acting
from tests.samples import AGS
from tests.samples import make_draft
from tests.samples import make_submitted
from tests.samples import now
import pytest
import transaction


@pytest.fixture
def draft(call):
    """A draft of which only the pillar is chosen."""
    with acting("antragstellung"):
        application = begin(call, AGS, "token", now())
        save(application, now(), core={"pillar": "saeule-1"})
    transaction.commit()
    return application


@pytest.fixture
def form(anna, draft):
    """The browser on the plan of the draft."""
    return opened(anna, draft)


def opened(browser, draft):
    browser.open(f"{draft.absolute_url()}/@@bearbeiten/kostenplan")
    return browser


def soup(form):
    return BeautifulSoup(form.contents, "html.parser")


def fill(form, table, number, **values):
    for column, value in values.items():
        control = form.getControl(name=f"{table}-{number}-{column}")
        control.value = [value] if column in ("kind", "source") else value


def save_draft(form):
    form.getControl(name="save", index=0).click()


def words(place):
    """The text of a place, its blanks as a reader sees them."""
    return " ".join(place.get_text().replace("\xa0", " ").split())


def steps(form):
    """The calculation: what is shown of it, by the names of its lines."""
    return {
        cell["data-kd-step"]: words(cell)
        for cell in soup(form).select("[data-kd-step]")
        if "hidden" not in cell.parent.attrs
    }


def findings(form):
    return {
        line["data-kd-finding"]: words(line)
        for line in soup(form).select("[data-kd-finding]")
        if "hidden" not in line.attrs
    }


def options(form, name):
    return form.getControl(name=name).options


def test_the_sums_and_what_is_missing_are_shown(form):
    fill(form, "expenditure", 0, kind="fees", amount="3.000,10", eligible="3000")
    fill(form, "income", 0, source="own_funds", amount="0,20")
    form.getControl(name="requested").value = "2999"
    save_draft(form)
    sums = {
        place["data-kd-sum"]: words(place)
        for place in soup(form).select("[data-kd-sum]")
    }
    assert sums == {
        "expenditure": "3.000,10 €",
        "eligible": "3.000,00 €",
        "income": "2.999,20 €",
    }
    assert findings(form) == {
        "balance": "Ausgaben und Finanzierung stimmen nicht überein. Es fehlen 0,90 €."
    }


def test_the_grant_is_calculated_step_by_step(form):
    fill(form, "expenditure", 0, kind="fees", amount="4000", eligible="3500")
    fill(form, "income", 0, source="own_funds", amount="500")
    save_draft(form)
    assert steps(form) == {
        "expenditure": "4.000,00 €",
        "other_income": "500,00 €",
        "uncovered": "3.500,00 €",
        "eligible": "3.500,00 €",
        "limit": "3.000,00 €",
        "grant": "3.000,00 €",
    }


def test_a_request_above_the_limit_is_told_before_submitting(form):
    assert "höchstens 3.000,00" in words(soup(form).find(id="requested-hint-1"))
    form.getControl(name="requested").value = "3.000,01"
    save_draft(form)
    assert "höchstens 3.000,00 € beantragen" in findings(form)["request"]


def test_a_limit_for_all_applications_of_a_municipality_is_said(call, anna, draft):
    call.highest_grant_per_municipality = Decimal("4500.00")
    transaction.commit()
    hints = [words(hint) for hint in soup(opened(anna, draft)).select(".kd-hint")]
    assert any("zusammen können höchstens 4.500,00 €" in hint for hint in hints)


def test_a_share_is_said_and_calculated(call, anna, draft):
    call.kind_of_funding = "share"
    call["saeule-1"].grant_rate = Decimal("33.5")
    call["saeule-1"].lowest_own_share = Decimal("10")
    transaction.commit()
    form = opened(anna, draft)
    hints = [words(hint) for hint in soup(form).select(".kd-field .kd-hint")]
    assert "Gefördert werden 33,5 % der zuwendungsfähigen Ausgaben." in hints
    assert any("Mindestens 10 %" in hint for hint in hints)
    fill(form, "expenditure", 0, kind="fees", amount="1000,01", eligible="1000,01")
    fill(form, "income", 0, source="own_funds", amount="100")
    form.getControl(name="requested").value = "335,01"
    save_draft(form)
    assert steps(form)["share"] == steps(form)["grant"] == "335,00 €"
    found = findings(form)
    assert "höchstens 335,00 € beantragen" in found["request"]
    assert "Er beträgt 100,00 €, nötig sind mindestens 100,01 €" in found["own_share"]
    html = soup(form)
    assert "Anteilfinanzierung" in words(html.select_one(".kd-calculation caption"))


def test_an_own_share_that_is_enough_is_said_too(call, anna, draft):
    call["saeule-1"].lowest_own_share = Decimal("10")
    transaction.commit()
    form = opened(anna, draft)
    fill(form, "expenditure", 0, kind="fees", amount="1000", eligible="1000")
    fill(form, "income", 0, source="own_funds", amount="100")
    form.getControl(name="requested").value = "900"
    save_draft(form)
    found = findings(form)
    assert "reicht aus" in found["own_share"]
    assert found["balance"] == "Ausgaben und Finanzierung stimmen überein."


def test_a_fixed_amount_is_said_and_calculated(call, anna, draft):
    call.kind_of_funding = "fixed"
    call["saeule-1"].fixed_grant = Decimal("750.00")
    transaction.commit()
    form = opened(anna, draft)
    assert "Festbetrag: 750,00 €." in words(soup(form).find(id="requested-hint-2"))
    fill(form, "expenditure", 0, kind="fees", amount="1000", eligible="1000")
    save_draft(form)
    assert steps(form)["grant"] == "750,00 €"


def test_what_is_in_kind_can_be_chosen_where_the_programme_allows_it(call, anna, draft):
    form = opened(anna, draft)
    assert "in_kind" not in options(form, "expenditure-0-kind")
    assert "in_kind" not in options(form, "income-0-source")
    call.in_kind_allowed = True
    transaction.commit()
    form = opened(anna, draft)
    fill(form, "expenditure", 0, kind="in_kind", amount="600", eligible="500")
    fill(form, "income", 0, source="in_kind", amount="500")
    save_draft(form)
    assert findings(form)["in_kind"] == (
        "Sachleistungen und Eigenarbeit: 600,00 € in den Ausgaben,"
        " 500,00 € in der Finanzierung. Beides muss gleich hoch sein."
    )
    assert steps(form)["payable"] == "0,00 €"


def test_what_was_in_kind_stays_to_be_seen_where_it_is_no_longer_allowed(
    call, anna, draft
):
    with acting("antragstellung"):
        income = (Income("in_kind", "Ehrenamt", Decimal("5.00")),)
        save(draft, now(), plan=CostPlan(income=income))
    transaction.commit()
    form = opened(anna, draft)
    assert form.getControl(name="income-0-source").value == ["in_kind"]
    anna.open(f"{anna.url}?pruefen=1")
    error = soup(anna).find(id="income-0-source-error")
    assert "in diesem Förderprogramm nicht vorgesehen" in words(error)


def test_whether_amounts_are_net_is_kept(form, draft):
    box = form.getControl(name="net").controls[0]
    assert not box.selected
    box.selected = True
    save_draft(form)
    transaction.begin()
    assert draft.plan.net is True
    assert form.getControl(name="net").controls[0].selected
    form.getControl(name="net").controls[0].selected = False
    save_draft(form)
    transaction.begin()
    assert draft.plan.net is False


def test_the_calculation_is_frozen_with_what_was_submitted(call, anna):
    application = make_submitted(call)
    assert application.submission().funding.limit == Decimal("3000.00")
    call["saeule-1"].highest_grant = Decimal("1.00")
    transaction.commit()
    anna.open(application.absolute_url())
    (table,) = soup(anna).select(".kd-calculation")
    assert words(table.select_one("[data-kd-step=limit]")) == "3.000,00 €"
    assert "mit Umsatzsteuer (brutto)" in words(soup(anna))


def test_the_calculation_of_a_draft_follows_the_rules_of_today(call, anna):
    application = make_draft(call)
    call["saeule-1"].highest_grant = Decimal("1234.00")
    transaction.commit()
    anna.open(f"{application.absolute_url()}/@@einreichen")
    (table,) = soup(anna).select(".kd-calculation")
    assert words(table.select_one("[data-kd-step=grant]")) == "1.234,00 €"
