"""Who works on a case, who stands in for them, and the office's own file number."""

from AccessControl import Unauthorized
from datetime import date
from datetime import timedelta
from kommunaldialog.access.groups import group_id
from kommunaldialog.domain.lifecycle import ANTRAGSTELLUNG
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.history.record import events
from kommunaldialog.usecases.assign import case_workers
from kommunaldialog.usecases.assign import hand_on
from kommunaldialog.usecases.assign import take_over
from kommunaldialog.usecases.deputies import dismiss_deputy
from kommunaldialog.usecases.deputies import name_deputy
from kommunaldialog.usecases.deputies import own_and_deputed
from kommunaldialog.usecases.file_number import set_file_number
from plone import api
from tests.samples import acting
from tests.samples import AGS
from tests.samples import make_submitted
from tests.samples import now
import pytest


@pytest.fixture
def submitted(funding):
    return make_submitted(funding)


def codes(caught):
    return [refusal.code for refusal in caught.value.refusals]


def test_the_case_workers_are_those_of_the_programme_by_name(funding):
    assert case_workers(funding) == [
        ("beides", "Bea Beides"),
        ("sachbearbeitung", "Sabine Sachbearbeitung"),
    ]
    funding.case_worker_groups = ("gibt-es-nicht",)
    assert case_workers(funding) == []


def test_a_case_worker_takes_a_case_over_and_hands_it_on(funding, submitted):
    with acting("sachbearbeitung"):
        take_over(submitted, now())
        hand_on(submitted, now(), "beides")
    first, second = events(submitted)[-2:]
    assert first.changes == {"case_worker": ("", "sachbearbeitung")}
    assert second.changes == {"case_worker": ("sachbearbeitung", "beides")}
    assert (second.kind, second.actor) == ("assigned", "sachbearbeitung")
    (row,) = funding.case_store().rows.values()
    assert row.case_worker == "beides"


def test_the_deciding_person_hands_a_case_to_a_case_worker(submitted):
    with acting("entscheidung"):
        hand_on(submitted, now(), "sachbearbeitung")
    assert submitted.case_worker == "sachbearbeitung"


@pytest.mark.parametrize(
    ("to", "code"),
    [
        ("", "case_worker_missing"),
        ("entscheidung", "case_worker_unknown"),
        ("antragstellung", "case_worker_unknown"),
        ("sachbearbeitung", "case_worker_already"),
    ],
)
def test_a_case_goes_to_another_case_worker_of_the_programme_only(submitted, to, code):
    with acting("sachbearbeitung"):
        take_over(submitted, now())
        with pytest.raises(Refused) as caught:
            hand_on(submitted, now(), to)
    assert codes(caught) == [code]
    assert submitted.case_worker == "sachbearbeitung"


def test_nobody_is_given_the_case_of_their_own_municipality(submitted):
    group = group_id(AGS, ANTRAGSTELLUNG)
    with api.env.adopt_roles(["Manager"]):
        api.group.add_user(groupname=group, username="beides")
    with acting("sachbearbeitung"), pytest.raises(Refused) as caught:
        hand_on(submitted, now(), "beides")
    assert codes(caught) == ["case_worker_biased"]


@pytest.mark.parametrize("user", ["antragstellung", "fremde", "ministerium", "admin"])
def test_nobody_else_says_who_works_on_a_case_or_numbers_it(submitted, user):
    with acting(user):
        with pytest.raises(Unauthorized):
            hand_on(submitted, now(), "sachbearbeitung")
        with pytest.raises(Unauthorized):
            set_file_number(submitted, now(), "50-4711")
    assert (submitted.case_worker, submitted.file_number) == ("", "")


def test_the_file_number_is_kept_changed_and_taken_away(submitted):
    before = len(events(submitted))
    with acting("sachbearbeitung"):
        set_file_number(submitted, now(), "  50-4711\n/2026 ")
        set_file_number(submitted, now(), "50-4711 /2026")
        set_file_number(submitted, now(), "")
    changes = [event.changes["file_number"] for event in events(submitted)[before:]]
    assert changes == [("", "50-4711 /2026"), ("50-4711 /2026", "")]


def test_a_file_number_is_no_letter(submitted):
    with acting("sachbearbeitung"), pytest.raises(Refused) as caught:
        set_file_number(submitted, now(), "x" * 101)
    assert codes(caught) == ["core_too_long"]


def named(funding, days=7, **values):
    today = now().date()
    known = {
        "absent": "sachbearbeitung",
        "stands_in": "beides",
        "first": today,
        "last": today + timedelta(days=days),
    }
    return name_deputy(funding, now(), **{**known, **values})


def test_who_stands_in_minds_the_cases_of_who_is_away(funding):
    with acting("sachbearbeitung"):
        deputy = named(funding)
    assert own_and_deputed(funding, "beides", deputy.last) == {
        "beides",
        "sachbearbeitung",
    }
    after = deputy.last + timedelta(days=1)
    assert own_and_deputed(funding, "beides", after) == {"beides"}


def test_naming_and_dismissing_a_deputy_is_recorded(funding):
    with acting("beides"):
        deputy = named(funding)
        dismiss_deputy(funding, now(), deputy.key)
        with pytest.raises(Refused) as caught:
            dismiss_deputy(funding, now(), deputy.key)
    assert codes(caught) == ["deputy_gone"]
    found = events(funding.case_store())[-2:]
    assert [event.kind for event in found] == ["deputy_named", "deputy_dismissed"]
    assert found[0].changes["absent"] == ("", "sachbearbeitung")
    assert funding.case_store().deputies == ()


def test_a_deputy_is_a_case_worker_of_the_programme(funding):
    with acting("sachbearbeitung"), pytest.raises(Refused) as caught:
        named(funding, stands_in="entscheidung", last=date(2020, 1, 1))
    assert codes(caught) == ["deputy_over", "case_worker_unknown"]


@pytest.mark.parametrize("user", ["entscheidung", "ministerium", "antragstellung"])
def test_only_case_workers_name_deputies(funding, user):
    with acting(user), pytest.raises(Unauthorized):
        named(funding)
