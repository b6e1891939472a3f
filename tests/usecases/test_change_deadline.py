"""The deadline of a running call is changed with a reason, and never on the quiet."""

from AccessControl import Unauthorized
from datetime import timedelta
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.history.record import events
from kommunaldialog.history.settings import deadline_changes
from kommunaldialog.history.settings import noted
from kommunaldialog.history.settings import settings_events
from kommunaldialog.outbox import waiting
from kommunaldialog.usecases.change_deadline import change_deadline
from kommunaldialog.usecases.late import accept_late
from kommunaldialog.usecases.late import reject_late
from kommunaldialog.usecases.review import take_up
from kommunaldialog.usecases.step import state_of
from plone import api
from tests.samples import acting
from tests.samples import make_draft
from tests.samples import make_submitted
from tests.samples import now
from tests.samples import OTHER_AGS
from tests.samples_office import make_late
import pytest


REASON = "Wegen der Ferien."


def change(programme, days=7, moment=None, **values):
    deadline = programme.window().deadline + timedelta(days=days)
    settings = {"deadline": deadline, "reason": REASON, **values}
    with acting("admin"):
        return change_deadline(programme, moment or now(), **settings)


def refused(programme, **values):
    with pytest.raises(Refused) as caught:
        change(programme, **values)
    return [(refusal.code, refusal.field) for refusal in caught.value.refusals]


def test_a_new_deadline_counts_at_once_and_is_recorded_with_its_reason(programme):
    old = programme.window().deadline
    before = settings_events(programme)
    change(programme)
    assert programme.window().deadline == old + timedelta(days=7)
    (entry,) = deadline_changes(programme)
    assert (entry.old, entry.new) == (old, old + timedelta(days=7))
    assert (entry.reason, entry.actor, entry.outage) == (REASON, "admin", False)
    assert len(settings_events(programme)) == len(before) + 1
    assert noted(programme)["deadline"] == f"{entry.new:%Y-%m-%dT%H:%M}+00:00"


def test_an_extension_for_an_outage_is_recorded_as_that(programme):
    change(programme, outage=True)
    (entry,) = deadline_changes(programme)
    assert entry.outage
    assert settings_events(programme)[-1].kind == "deadline_outage"


def test_after_an_outage_a_deadline_that_is_over_can_be_put_off(programme):
    morning_after = programme.window().deadline + timedelta(hours=9)
    change(programme, days=1, moment=morning_after, outage=True)
    assert programme.window().status(morning_after) == "open"


def test_what_is_recorded_for_the_public_is_when_the_deadline_ends(programme):
    programme.deadline_on_holiday = "next_working_day"
    saturday = programme.window().deadline
    saturday += timedelta(days=7 + (5 - saturday.weekday()) % 7)
    entry = change(programme, deadline=saturday)
    assert entry.new == programme.window().deadline > saturday


def test_a_deadline_is_not_changed_without_a_reason(programme):
    assert refused(programme, reason=" \n") == [("deadline_reason_missing", "reason")]
    assert deadline_changes(programme) == ()


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"deadline": None}, "deadline_missing"),
        ({"days": 0}, "deadline_same"),
        ({"days": -21}, "deadline_in_past"),
        ({"days": -40}, "settings_deadline_before_opening"),
        ({"days": -1, "outage": True}, "deadline_outage_shorter"),
    ],
)
def test_a_deadline_that_can_not_be_meant_is_refused(programme, values, code):
    assert refused(programme, **values) == [(code, "deadline")]


def test_a_deadline_may_be_brought_forward_with_a_reason(programme):
    assert change(programme, days=-1).new < now() + timedelta(days=20)


def test_only_who_may_change_the_call_may_change_its_deadline(funding):
    for person in ("antragstellung", "sachbearbeitung", "ministerium"):
        with acting(person), pytest.raises(Unauthorized):
            change_deadline(funding, now(), deadline=now(), reason=REASON)


def test_who_has_a_draft_is_told_and_nobody_else(funding):
    make_draft(funding)
    make_submitted(funding, "fremde", OTHER_AGS, contact_email="fremd@example.org")
    site = api.portal.get()
    before = {key for key, _mail in waiting(site)}
    change(funding)
    told = [mail for key, mail in waiting(site) if key not in before]
    assert {mail.recipient for mail in told} == {
        "antragstellung@example.org",
        "antrag@example.org",
    }
    assert "Wegen der Ferien." in told[0].body
    assert "Kommunale Dialoge" in told[0].body


def test_a_rejection_as_late_that_nobody_was_told_of_is_discarded(funding):
    late = make_late(funding)
    with acting("entscheidung"):
        reject_late(late, now(), "Nach der Frist.")
    change(funding, days=1, outage=True)
    assert late.pending_decision is None
    kinds = [event.kind for event in events(late)]
    assert kinds[-2:] == ["decision_discarded", "late_forgiven"]


def test_what_came_meanwhile_is_in_time_when_the_deadline_is_put_off(funding):
    late = make_late(funding)
    change(funding, days=1, outage=True)
    assert late.late is None
    assert (events(late)[-1].kind, events(late)[-1].actor) == ("late_forgiven", "admin")
    (row,) = funding.case_store().rows.values()
    assert row.flags == ()
    with acting("entscheidung"), pytest.raises(Refused) as caught:
        reject_late(late, now(), "Zu spät.")
    assert [refusal.code for refusal in caught.value.refusals] == ["not_late"]
    with acting("sachbearbeitung"):
        take_up(late, now())
    assert state_of(late) == "in_review"


def test_what_came_after_the_later_deadline_stays_late(funding):
    late = make_late(funding)
    deadline = late.submission().moment - timedelta(minutes=30)
    change(funding, deadline=deadline)
    assert late.late is not None


def test_what_the_office_said_of_a_late_one_stays_said(funding):
    late = make_late(funding)
    with acting("sachbearbeitung"):
        accept_late(late, now(), "Das Rathaus war überflutet.")
    change(funding, days=1, outage=True)
    assert late.late.note == "Das Rathaus war überflutet."
