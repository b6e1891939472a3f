"""How long consultations are kept, and how they end."""

from AccessControl import Unauthorized
from datetime import timedelta
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.usecases.begin import begin
from kommunaldialog.usecases.retention import erase_case
from kommunaldialog.usecases.retention_consultations import consultations_over
from kommunaldialog.usecases.retention_consultations import erase_consultations
from kommunaldialog.usecases.retention_consultations import erased_consultations
from tests.samples import acting
from tests.samples import AGS
from tests.samples import make_consultation
from tests.samples import now
from tests.samples_oversight import make_answered
from tests.samples_oversight import retention_over
import pytest


def long_ago(funding):
    """So early that a consultation of that day need not be kept any more."""
    return now() - timedelta(days=366 * funding.retention_years + 2)


def erase(funding, *consultations, confirmed=True, user="entscheidung"):
    ids = [consultation.id for consultation in consultations]
    with acting(user):
        erase_consultations(funding, ids, now(), confirmed)


def codes(refused):
    return [refusal.code for refusal in refused.value.refusals]


def test_a_consultation_that_led_to_nothing_is_kept_for_its_own_time(funding):
    old = make_consultation(funding, held=long_ago(funding))
    make_consultation(funding)
    assert consultations_over(funding, now()) == [old]


def test_a_consultation_is_kept_as_long_as_its_municipality_has_an_application(funding):
    make_consultation(funding, held=long_ago(funding))
    other = make_consultation(funding, "08999002", held=long_ago(funding))
    with acting("antragstellung"):
        begin(funding, AGS, "token", now())
    assert consultations_over(funding, now()) == [other]


def test_with_the_last_case_of_a_municipality_its_consultations_go(funding):
    funding.applications_per_municipality = 2
    first, last = make_answered(funding), make_answered(funding)
    other = make_consultation(funding, "08999002", held=long_ago(funding))
    store, moment = funding.case_store(), retention_over(last)
    with acting("entscheidung"):
        erase_case(first, moment, True)
        assert len(store.contentIds()) == 4
        erase_case(last, moment, True)
    assert list(store.contentIds()) == [other.id]
    assert AGS not in str(list(store.ledger.consulted.items()))


def test_a_younger_consultation_stays_after_the_last_case(funding):
    application = make_answered(funding)
    moment = retention_over(application)
    young = make_consultation(funding)
    young.moment = moment - timedelta(days=1)
    young.reindexObject()
    with acting("entscheidung"):
        erase_case(application, moment, True)
    assert list(funding.case_store().contentIds()) == [young.id]


def test_that_a_consultation_was_erased_is_recorded_without_its_people(funding):
    old = make_consultation(funding, held=long_ago(funding), note="Vertraulich")
    held = old.moment
    erase(funding, old)
    (event,) = erased_consultations(funding)
    assert event.actor == "entscheidung"
    assert event.changes == {
        "municipality": ("", "Musterstadt"),
        "held": ("", held.isoformat()),
    }
    assert old.id not in funding.case_store()


def test_who_recorded_it_is_forgotten_with_it(funding):
    old = make_consultation(funding, held=long_ago(funding), token="x")
    consulted = funding.case_store().ledger.consulted
    assert list(consulted.values()) == [old.id]
    erase(funding, old)
    assert not list(consulted)


@pytest.mark.parametrize(
    ("chosen", "confirmed", "code"),
    [
        ("young", True, "consultations_to_keep"),
        ("old", False, "consultation_erasure_unconfirmed"),
        (None, True, "consultations_none_chosen"),
    ],
)
def test_what_has_to_be_kept_or_is_not_confirmed_stays(
    funding, chosen, confirmed, code
):
    made = {
        "old": make_consultation(funding, held=long_ago(funding)),
        "young": make_consultation(funding),
    }
    with pytest.raises(Refused) as refused:
        erase(funding, *([made[chosen]] if chosen else []), confirmed=confirmed)
    assert codes(refused) == [code]
    assert len(funding.case_store().contentIds()) == 2


@pytest.mark.parametrize("user", ["sachbearbeitung", "ministerium", "webredaktion"])
def test_only_who_decides_erases_consultations(funding, user):
    old = make_consultation(funding, held=long_ago(funding))
    with pytest.raises(Unauthorized):
        erase(funding, old, user=user)
