"""Settings of a call that can't be together are refused, with the field to mend."""

from dataclasses import replace
from datetime import date
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from decimal import Decimal
from kommunaldialog.domain.settings import CallSettings
from kommunaldialog.domain.settings import check_call
from kommunaldialog.domain.settings import check_pillar
from kommunaldialog.domain.settings import PillarSettings
import pytest


BERLIN = "Europe/Berlin"
OPENING = datetime(2026, 6, 30, 22, 0, tzinfo=UTC)
CALL = CallSettings(
    opening=OPENING,
    deadline=datetime(2026, 10, 31, 22, 59, 59, tzinfo=UTC),
    measure_start=date(2027, 1, 1),
    measure_end=date(2027, 12, 31),
    consultation_required=True,
    stated_consultation=True,
    second_signature=True,
    scan_instead_of_signature=True,
    budget=Decimal(10000),
    highest_grant_per_municipality=Decimal(5000),
    granted=Decimal(4000),
)
PILLAR = PillarSettings("Säule 1", highest_grant=Decimal(5000))


def refused(*pillars, **changes):
    found = check_call(replace(CALL, **changes), pillars, BERLIN)
    return [(refusal.code, refusal.field) for refusal in found]


def refused_pillar(call=None, **changes):
    found = check_pillar(replace(PILLAR, **changes), replace(CALL, **(call or {})))
    return [(refusal.code, refusal.field) for refusal in found]


def test_what_fits_together_is_refused_nowhere():
    assert refused(PILLAR) == []
    assert refused_pillar() == []


@pytest.mark.parametrize("before", [timedelta(), timedelta(seconds=1)])
def test_a_deadline_is_after_its_opening(before):
    found = refused(deadline=OPENING - before)
    assert found == [("settings_deadline_before_opening", "deadline")]


def test_measures_end_after_they_start():
    found = refused(measure_end=date(2026, 12, 31))
    assert found == [("settings_measures_end", "measure_end")]


def test_measures_are_not_over_before_one_can_apply():
    day = {"measure_start": None, "measure_end": date(2026, 7, 1)}
    assert refused(**day) == []
    found = refused(**{**day, "measure_end": date(2026, 6, 30)})
    assert found == [("settings_measures_over", "measure_end")]


def test_a_consultation_that_nobody_asks_for_can_not_be_stated():
    found = refused(consultation_required=False)
    assert found == [("settings_stated_without_consultation", "stated_consultation")]


def test_a_scan_can_not_replace_a_signature_that_nobody_asks_for():
    found = refused(second_signature=False)
    assert found == [("settings_scan_without_signature", "scan_instead_of_signature")]


def test_a_budget_is_not_below_what_has_been_granted():
    found = refused(budget=Decimal("3999.99"), highest_grant_per_municipality=None)
    assert found == [("settings_budget_below_granted", "budget")]
    assert refused(budget=Decimal(4000), highest_grant_per_municipality=None) == []


def test_a_municipality_can_not_get_more_than_there_is():
    field = "highest_grant_per_municipality"
    found = refused(budget=Decimal(4999))
    assert found == [("settings_limit_above_budget", field)]


def test_a_pillars_limit_is_not_above_the_budget_when_the_call_is_saved():
    found = refused(
        PILLAR, budget=Decimal(4999), highest_grant_per_municipality=Decimal(4999)
    )
    assert found == [
        ("settings_pillar_above_budget", "budget"),
        ("settings_pillar_above_municipality", "highest_grant_per_municipality"),
    ]


def test_a_pillar_without_a_limit_fits_any_budget():
    assert refused(PillarSettings("Säule 2")) == []


def test_without_a_budget_there_is_no_limit_to_be_above():
    assert refused(PILLAR, budget=None, highest_grant_per_municipality=None) == []
    none = {"budget": None, "highest_grant_per_municipality": None}
    assert refused_pillar(none, highest_grant=Decimal(10**6)) == []


@pytest.mark.parametrize(
    ("kind", "lacking", "complete", "code"),
    [
        (
            "share",
            {"grant_rate": Decimal(0)},
            {"grant_rate": Decimal(80)},
            "settings_pillar_without_rate",
        ),
        (
            "fixed",
            {},
            {"fixed_grant": Decimal(500)},
            "settings_pillar_without_fixed_grant",
        ),
        (
            "full",
            {"lowest_own_share": Decimal(10)},
            {"lowest_own_share": Decimal(0)},
            "settings_pillar_with_own_share",
        ),
    ],
)
def test_a_kind_of_funding_needs_pillars_that_fit_it(kind, lacking, complete, code):
    found = refused(replace(PILLAR, **lacking), kind_of_funding=kind)
    assert found == [(code, "kind_of_funding")]
    assert refused(replace(PILLAR, **complete), kind_of_funding=kind) == []


def test_of_several_pillars_that_do_not_fit_the_first_is_named():
    first, second = PILLAR, replace(PILLAR, title="Säule 2")
    (refusal,) = check_call(
        replace(CALL, kind_of_funding="share"), (first, second), BERLIN
    )
    assert refusal.params["pillar"] == "Säule 1"


@pytest.mark.parametrize("field", ["highest_grant", "fixed_grant"])
def test_a_pillars_amounts_stay_within_those_of_its_call(field):
    found = refused_pillar(**{"highest_grant": None, field: Decimal(10001)})
    assert found == [("settings_limit_above_budget", field)]
    found = refused_pillar(**{"highest_grant": None, field: Decimal(5001)})
    assert found == [("settings_limit_above_municipality", field)]


def test_a_fixed_amount_is_not_above_the_pillars_own_limit():
    found = refused_pillar(highest_grant=Decimal(400), fixed_grant=Decimal(500))
    assert found == [("settings_fixed_above_limit", "fixed_grant")]


@pytest.mark.parametrize(
    ("kind", "lacking", "complete", "refusal"),
    [
        (
            "share",
            {},
            {"grant_rate": Decimal(90), "lowest_own_share": Decimal(10)},
            ("settings_rate_missing", "grant_rate"),
        ),
        (
            "share",
            {"grant_rate": Decimal(90), "lowest_own_share": Decimal("10.01")},
            {"grant_rate": Decimal(100)},
            ("settings_shares_above_all", "lowest_own_share"),
        ),
        (
            "fixed",
            {"fixed_grant": Decimal(0)},
            {"fixed_grant": Decimal(500)},
            ("settings_fixed_grant_missing", "fixed_grant"),
        ),
        (
            "full",
            {"lowest_own_share": Decimal("0.01")},
            {"lowest_own_share": Decimal(0)},
            ("settings_own_share_in_full_funding", "lowest_own_share"),
        ),
        (
            "shortfall",
            {"lowest_own_share": Decimal(100)},
            {"lowest_own_share": Decimal("99.99")},
            ("settings_own_share_is_all", "lowest_own_share"),
        ),
    ],
)
def test_a_pillar_fits_the_kind_of_funding_of_its_call(
    kind, lacking, complete, refusal
):
    call = {"kind_of_funding": kind}
    assert refused_pillar(call, **lacking) == [refusal]
    assert refused_pillar(call, **complete) == []


def test_a_pillar_may_be_prepared_for_another_kind_of_funding():
    assert refused_pillar(grant_rate=Decimal(80), fixed_grant=Decimal(500)) == []
