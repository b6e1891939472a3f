"""What came too late is accepted with a reason, or rejected as late."""

from AccessControl import Unauthorized
from datetime import timedelta
from kommunaldialog.access.groups import group_id
from kommunaldialog.domain.lifecycle import ANTRAGSTELLUNG
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.history.record import events
from kommunaldialog.usecases.announce import announce
from kommunaldialog.usecases.decide import discard_decision
from kommunaldialog.usecases.late import accept_late
from kommunaldialog.usecases.late import forgive_late
from kommunaldialog.usecases.late import reject_late
from kommunaldialog.usecases.review import take_up
from kommunaldialog.usecases.step import state_of
from plone import api
from tests.samples import acting
from tests.samples import AGS
from tests.samples import make_submitted
from tests.samples import now
from tests.samples_office import make_late
from tests.usecases import codes
import pytest


@pytest.fixture
def late(funding):
    return make_late(funding)


def join(group, user):
    with api.env.adopt_roles(["Manager"]):
        api.group.add_user(groupname=group, username=user)


def test_what_is_late_is_not_taken_up_until_somebody_accepts_it(late):
    with acting("sachbearbeitung"):
        with pytest.raises(Refused) as caught:
            take_up(late, now())
        assert codes(caught) == ["late_not_accepted"]
        accept_late(late, now(), " Das Rathaus war überflutet. ")
        take_up(late, now())
    assert state_of(late) == "in_review"
    assert late.late.accepted is True
    assert (late.late.actor, late.late.note) == (
        "sachbearbeitung",
        "Das Rathaus war überflutet.",
    )
    # What the municipality wrote stays as it is.
    assert late.late.reason == "Das Netz war ausgefallen."


def test_accepting_is_in_the_history_with_its_reason(late):
    with acting("sachbearbeitung"):
        accept_late(late, now(), "Überflutet.")
    event = events(late)[-1]
    assert (event.kind, event.actor) == ("late_accepted", "sachbearbeitung")
    assert event.changes["reason"] == ("", "Überflutet.")


def test_accepting_needs_a_reason(late):
    with acting("sachbearbeitung"), pytest.raises(Refused) as caught:
        accept_late(late, now(), " ")
    assert codes(caught) == ["late_accept_reason_missing"]
    assert late.late.accepted is None


def test_nothing_is_accepted_after_a_strict_deadline(funding, late):
    funding.strict_deadline = True
    with acting("sachbearbeitung"), pytest.raises(Refused) as caught:
        accept_late(late, now(), "Überflutet.")
    assert codes(caught) == ["late_strict"]


def test_what_came_in_time_is_neither_accepted_nor_rejected_as_late(funding):
    application = make_submitted(funding)
    with acting("sachbearbeitung"), pytest.raises(Refused) as caught:
        accept_late(application, now(), "Überflutet.")
    assert codes(caught) == ["not_late"]
    with acting("entscheidung"), pytest.raises(Refused) as caught:
        reject_late(application, now(), "Verspätet.")
    assert codes(caught) == ["not_late"]
    assert (state_of(application), application.decision) == ("submitted", None)


def test_the_deciding_person_rejects_as_late_with_a_notice(late):
    with acting("entscheidung"):
        decision = reject_late(late, now(), "Die Frist war abgelaufen.")
    assert (state_of(late), late.decision) == ("submitted", None)
    assert late.pending_decision == decision
    assert (decision.approved, decision.reason) == (False, "Die Frist war abgelaufen.")
    assert decision.decider == "Emil Entscheidung"
    assert late.late.accepted is None
    with acting("sachbearbeitung"):
        announce(late, now())
    assert (state_of(late), late.decision) == ("rejected", decision)
    assert (late.late.accepted, late.late.actor) == (False, "entscheidung")
    assert "rejected" in [event.kind for event in events(late)]


def test_a_rejection_that_was_not_announced_can_be_discarded(late):
    with acting("entscheidung"):
        reject_late(late, now(), "Die Frist war abgelaufen.")
        discard_decision(late, now(), "Der Ausfall des Netzes ist belegt.")
    with acting("sachbearbeitung"):
        accept_late(late, now(), "Belegt.")
    assert (late.pending_decision, late.late.accepted) == (None, True)


def test_what_is_rejected_as_late_is_not_accepted_before_that_is_discarded(late):
    with acting("entscheidung"):
        reject_late(late, now(), "Die Frist war abgelaufen.")
    with acting("sachbearbeitung"), pytest.raises(Refused) as caught:
        accept_late(late, now(), "Belegt.")
    assert codes(caught) == ["already_decided"]


def test_rejecting_as_late_needs_a_reason(late):
    with acting("entscheidung"), pytest.raises(Refused) as caught:
        reject_late(late, now(), " ")
    assert codes(caught) == ["rejection_reason_missing"]
    assert (state_of(late), late.late.accepted) == ("submitted", None)


def test_what_was_accepted_is_not_rejected_as_late_any_more(late):
    with acting("sachbearbeitung"):
        accept_late(late, now(), "Überflutet.")
        with pytest.raises(Refused) as caught:
            accept_late(late, now(), "Noch einmal.")
    assert codes(caught) == ["late_answered"]
    with acting("entscheidung"), pytest.raises(Refused) as caught:
        reject_late(late, now(), "Verspätet.")
    assert codes(caught) == ["late_answered"]


@pytest.mark.parametrize("user", ["antragstellung", "entscheidung", "ministerium"])
def test_nobody_but_a_case_worker_accepts(late, user):
    with acting(user), pytest.raises(Unauthorized):
        accept_late(late, now(), "Überflutet.")


@pytest.mark.parametrize("user", ["zeichnung", "sachbearbeitung", "ministerium"])
def test_nobody_but_a_deciding_person_rejects_as_late(late, user):
    with acting(user), pytest.raises(Unauthorized):
        reject_late(late, now(), "Verspätet.")


def test_who_applies_for_the_municipality_says_nothing_about_its_being_late(
    late,
):
    join(group_id(AGS, ANTRAGSTELLUNG), "sachbearbeitung")
    join(group_id(AGS, ANTRAGSTELLUNG), "entscheidung")
    with acting("sachbearbeitung"), pytest.raises(Refused) as caught:
        accept_late(late, now(), "Überflutet.")
    assert codes(caught) == ["own_application"]
    with acting("entscheidung"), pytest.raises(Refused) as caught:
        reject_late(late, now(), "Verspätet.")
    assert codes(caught) == ["own_application"]


def test_a_rejection_that_waits_is_dropped_when_the_deadline_is_put_off(late):
    programme = late.programme()
    with acting("entscheidung"):
        reject_late(late, now(), "Die Frist war abgelaufen.")
    programme.deadline += timedelta(days=2)
    forgive_late(programme, "webredaktion", now())
    assert (late.late, late.pending_decision) == (None, None)
