"""The settings of a call when they are saved, with what is there already."""

from datetime import timedelta
from decimal import Decimal
from kommunaldialog.content.foerderprogramm import IFoerderprogramm
from kommunaldialog.content.prefixes import claim
from kommunaldialog.content.saeule import ISaeule
from kommunaldialog.usecases.settings import check_pillar_settings
from kommunaldialog.usecases.settings import check_programme_settings
from kommunaldialog.usecases.settings import has_applications
from tests.samples import make_draft
from tests.samples import make_programme
from zope.schema import getFieldNames
import pytest


def values(item, schema=IFoerderprogramm, **changes):
    return {**{name: getattr(item, name) for name in getFieldNames(schema)}, **changes}


def refused(programme, **changes):
    found = check_programme_settings(values(programme, **changes), programme)
    return [(refusal.code, refusal.field) for refusal in found]


@pytest.fixture
def begun(programme):
    """A call that has taken an application, as `begin` leaves it."""
    claim("KD", programme)
    return programme


def test_what_is_kept_can_be_saved_again(begun):
    assert refused(begun) == []
    pillar = begun["saeule-1"]
    assert check_pillar_settings(values(pillar, ISaeule), begun) == ()


def test_a_draft_is_an_application_that_relies_on_the_deadline(funding):
    later = funding.deadline + timedelta(days=1)
    assert not has_applications(funding)
    assert refused(funding, deadline=later) == []
    make_draft(funding)
    assert has_applications(funding)
    assert refused(funding, deadline=later) == [("settings_deadline_fixed", "deadline")]


@pytest.mark.parametrize("field", ["opening", "deadline"])
def test_after_the_first_application_the_window_is_not_changed_by_the_way(begun, field):
    later = getattr(begun, field) + timedelta(minutes=1)
    assert refused(begun, **{field: later}) == [("settings_deadline_fixed", field)]


def test_neither_is_the_rule_for_days_off(begun):
    found = refused(begun, deadline_on_holiday="next_working_day")
    assert found == [("settings_deadline_fixed", "deadline_on_holiday")]


def test_the_refusal_says_where_a_deadline_is_changed(begun):
    later = values(begun, deadline=begun.deadline + timedelta(days=1))
    (refusal,) = check_programme_settings(later, begun)
    assert refusal.params["page"] == f"{begun.absolute_url()}/@@frist-aendern"


def test_the_same_minute_is_the_same_deadline(begun):
    same = begun.deadline.replace(second=0, microsecond=0)
    assert refused(begun, deadline=same) == []


def test_a_new_deadline_counts_also_where_it_is_on_the_programme_already(begun):
    begun.deadline = begun.deadline + timedelta(days=1)
    assert refused(begun) == [("settings_deadline_fixed", "deadline")]


def test_a_prefix_in_reference_numbers_stays_with_its_call(begun):
    expected = [("settings_prefix_fixed", "reference_prefix")]
    assert refused(begun, reference_prefix="NEU") == expected
    begun.reference_prefix = "NEU"
    assert refused(begun) == expected


def test_a_prefix_belongs_to_one_call(portal, programme):
    other = make_programme(portal, title="Anderes", reference_prefix="ANDERS")
    assert refused(other, reference_prefix="KD") == [
        ("settings_prefix_taken", "reference_prefix")
    ]
    (refusal,) = check_programme_settings(values(programme), None)
    assert refusal.code == "settings_prefix_taken"


def test_a_new_call_has_no_pillars_and_nothing_granted_yet(programme):
    new = values(
        programme, reference_prefix="NEU", kind_of_funding="share", budget=None
    )
    assert check_programme_settings(new, None) == ()


def test_the_budget_stays_above_what_was_granted(programme):
    programme.case_store().ledger.bind("antrag", Decimal("4000.00"))
    assert refused(programme, budget=Decimal("3999.99")) == [
        ("settings_budget_below_granted", "budget")
    ]


def test_a_pillars_limit_above_the_budget_is_refused_whichever_is_saved(programme):
    assert refused(programme, budget=Decimal("2999.99")) == [
        ("settings_pillar_above_budget", "budget")
    ]
    pillar = values(programme["saeule-1"], ISaeule, highest_grant=Decimal("10000.01"))
    (refusal,) = check_pillar_settings(pillar, programme)
    assert (refusal.code, refusal.field) == (
        "settings_limit_above_budget",
        "highest_grant",
    )
