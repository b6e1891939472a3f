"""The office asks, gives more time, or goes on with what it has."""

from AccessControl import Unauthorized
from datetime import timedelta
from kommunaldialog.domain.clarification import open_clarification
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.history.record import events
from kommunaldialog.usecases.clarify import ask
from kommunaldialog.usecases.clarify import extend
from kommunaldialog.usecases.clarify import first_due
from kommunaldialog.usecases.clarify import go_on
from kommunaldialog.usecases.clarify import remind
from kommunaldialog.usecases.reopened import can_reopen
from kommunaldialog.usecases.step import state_of
from kommunaldialog.usecases.withdraw import withdraw
from plone import api
from tests.samples import acting
from tests.samples import make_submitted
from tests.samples import now
from tests.samples_clarification import after_due
from tests.samples_clarification import in_days
from tests.samples_clarification import make_asked
from tests.samples_clarification import make_asked_on_paper
from tests.samples_clarification import QUESTION
from tests.samples_office import make_in_review
from tests.usecases import codes
import pytest


@pytest.fixture
def in_review(funding):
    return make_in_review(funding)


@pytest.fixture
def asked(funding):
    return make_asked(funding)


def ask_for(application, **values):
    settings = {"text": QUESTION, "due": in_days(7), "reopen": ("plan",), **values}
    return ask(application, now(), **settings)


def test_a_case_worker_asks_and_reopens_a_part(in_review):
    with acting("sachbearbeitung"):
        found = ask_for(in_review, reopen=("answers.konzept", "plan"))
    assert state_of(in_review) == "clarification"
    assert open_clarification(in_review) == found
    assert (found.asked_by, found.text) == ("sachbearbeitung", QUESTION)
    assert (found.fields, found.documents) == (("answers.konzept", "plan"), ())
    event = events(in_review)[-1]
    assert (event.kind, event.actor) == ("asked", "sachbearbeitung")
    assert event.changes["reopened"] == ("", "Konzept; Kosten- und Finanzierungsplan")
    row = in_review.__parent__.rows[in_review.id]
    assert ("clarification", in_days(7)) in row.due


def test_both_days_of_the_period_are_reopened_together(in_review):
    with acting("sachbearbeitung"):
        found = ask_for(in_review, reopen=("core.measure_end", "core.title"))
    assert found.fields == ("core.title", "core.measure_start", "core.measure_end")


def test_documents_of_the_pillar_are_reopened_by_their_titles(funding, in_review):
    funding["saeule-1"].documents = ("Beschluss des Gemeinderats",)
    with acting("sachbearbeitung"):
        found = ask_for(in_review, reopen=("documents.Beschluss des Gemeinderats",))
    assert found.documents == ("Beschluss des Gemeinderats",)


@pytest.mark.parametrize(
    ("values", "found"),
    [
        ({"text": " "}, ["clarification_text_missing"]),
        ({"due": None}, ["clarification_due_missing"]),
        ({"due": in_days(0)}, ["clarification_due_past"]),
        ({"reopen": ("core.pillar",)}, ["clarification_unknown"]),
        ({"reopen": ("answers.nichts",)}, ["clarification_unknown"]),
    ],
)
def test_what_can_not_be_asked_changes_nothing(in_review, values, found):
    with acting("sachbearbeitung"), pytest.raises(Refused) as caught:
        ask_for(in_review, **values)
    assert codes(caught) == found
    assert (state_of(in_review), in_review.clarifications) == ("in_review", ())


def test_it_is_asked_during_the_examination_only(funding):
    submitted = make_submitted(funding)
    with acting("sachbearbeitung"), pytest.raises(Refused) as caught:
        ask_for(submitted)
    assert codes(caught) == ["transition_not_possible"]


@pytest.mark.parametrize("user", ["antragstellung", "entscheidung", "ministerium"])
def test_nobody_but_a_case_worker_asks_extends_or_goes_on(funding, user):
    in_review = make_in_review(funding)
    with acting(user), pytest.raises(Unauthorized):
        ask_for(in_review)
    with acting("sachbearbeitung"):
        ask_for(in_review)
    with acting(user), pytest.raises(Unauthorized):
        extend(in_review, now(), in_days(20))
    with acting(user), pytest.raises(Unauthorized):
        go_on(in_review, after_due(in_review), "Keine Antwort.")


def test_who_applies_for_the_municipality_asks_it_nothing(in_review):
    with api.env.adopt_roles(["Manager"]):
        group = f"kommune-{in_review.ags}-antrag"
        api.group.add_user(groupname=group, username="sachbearbeitung")
    with acting("sachbearbeitung"), pytest.raises(Refused) as caught:
        ask_for(in_review)
    assert codes(caught) == ["own_application"]


def test_the_programme_says_how_much_time_there_is_at_first(funding, in_review):
    assert funding.clarification_days == 14
    funding.clarification_days = 3
    moment = now()
    assert first_due(in_review, moment) == (moment + timedelta(days=3)).date()


def test_what_came_on_paper_is_reopened_as_far_as_it_was_typed_off(funding):
    application = make_asked_on_paper(funding)
    names = [c.name for part in can_reopen(application) for c in part.choices]
    period = ["core.measure_start", "core.measure_end"]
    assert names == ["core.title", *period, "core.participants", "plan"]


def test_more_time_is_given_and_recorded_with_old_and_new(asked):
    with acting("sachbearbeitung"):
        extend(asked, now(), in_days(30), " Ferien ")
    assert open_clarification(asked).due == in_days(30)
    event = events(asked)[-1]
    assert event.kind == "clarification_extended"
    assert event.changes["due"] == (in_days(14).isoformat(), in_days(30).isoformat())
    assert event.changes["reason"] == ("", "Ferien")
    assert ("clarification", in_days(30)) in asked.__parent__.rows[asked.id].due


def test_more_time_is_never_less(asked):
    with acting("sachbearbeitung"), pytest.raises(Refused) as caught:
        extend(asked, now(), in_days(14))
    assert codes(caught) == ["clarification_due_earlier"]


def test_the_office_goes_on_when_the_last_day_is_over(asked):
    with acting("sachbearbeitung"):
        with pytest.raises(Refused) as caught:
            go_on(asked, now(), "Keine Antwort.")
        assert codes(caught) == ["clarification_running"]
        go_on(asked, after_due(asked), " Keine Antwort. ")
    assert state_of(asked) == "in_review"
    ended = asked.clarifications[-1]
    assert (ended.ended_by, ended.note) == ("sachbearbeitung", "Keine Antwort.")
    assert len(asked.submissions) == 1
    assert asked.__parent__.rows[asked.id].due == ()
    assert events(asked)[-1].kind == "went_on"


def test_going_on_takes_a_note(asked):
    with acting("sachbearbeitung"), pytest.raises(Refused) as caught:
        go_on(asked, after_due(asked), " ")
    assert codes(caught) == ["going_on_note_missing"]


def test_a_second_clarification_stands_beside_the_first(asked):
    with acting("sachbearbeitung"):
        go_on(asked, after_due(asked), "Keine Antwort.")
        ask_for(asked)
    assert [one.is_open for one in asked.clarifications] == [False, True]


def test_withdrawing_ends_the_clarification(asked):
    with acting("antragstellung"):
        withdraw(asked, now())
    assert state_of(asked) == "withdrawn"
    assert open_clarification(asked) is None
    assert asked.__parent__.rows[asked.id].due == ()


@pytest.fixture
def operator():
    with api.env.adopt_roles(["Manager"]):
        yield


def test_an_open_clarification_is_reminded_of_once(asked, operator):
    assert remind(asked, now() + timedelta(days=10)) is None
    near = now() + timedelta(days=12)
    assert remind(asked, near) == in_days(14)
    assert remind(asked, near + timedelta(days=1)) is None
    assert events(asked)[-1].kind == "clarification_reminded"


def test_who_got_more_time_is_reminded_again(asked, operator):
    assert remind(asked, now() + timedelta(days=12)) == in_days(14)
    with acting("sachbearbeitung"):
        extend(asked, now() + timedelta(days=12), in_days(30))
    assert remind(asked, now() + timedelta(days=13)) is None
    assert remind(asked, now() + timedelta(days=28)) == in_days(30)


def test_on_the_day_it_was_asked_nobody_is_reminded(funding, operator):
    short = make_asked(funding, days=2)
    assert remind(short, now()) is None
    assert remind(short, now() + timedelta(days=1)) == in_days(2)


def test_what_is_not_asked_is_not_reminded_of(in_review, operator):
    assert remind(in_review, now()) is None


def test_reminding_is_the_operators(asked):
    with acting("sachbearbeitung"), pytest.raises(Unauthorized):
        remind(asked, now() + timedelta(days=12))
