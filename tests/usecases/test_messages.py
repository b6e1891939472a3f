"""Messages go between office and municipality; notes stay in the office."""

from AccessControl import Unauthorized
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.history.record import events
from kommunaldialog.usecases.bias import declare
from kommunaldialog.usecases.flags import flags
from kommunaldialog.usecases.messages import reply
from kommunaldialog.usecases.messages import write_message
from kommunaldialog.usecases.notes import add_note
from kommunaldialog.usecases.take_back import take_back
from tests.samples import acting
from tests.samples import make_decided
from tests.samples import make_submitted
from tests.samples import now
from tests.usecases import codes
import pytest


@pytest.fixture
def application(funding):
    return make_submitted(funding)


@pytest.fixture
def asked(application):
    with acting("sachbearbeitung"):
        write_message(application, now(), " Wann erreichen wir Sie? ")
    return application


def test_a_note_is_kept_with_who_wrote_it(application):
    with acting("entscheidung"):
        add_note(application, now(), " Rückruf am Montag. ")
    (note,) = application.notes
    assert (note.actor, note.text) == ("entscheidung", "Rückruf am Montag.")
    last = events(application)[-1]
    assert (last.kind, last.changes["note"][1]) == ("noted", "Rückruf am Montag.")


@pytest.mark.parametrize(
    ("text", "code"), [(" ", "note_missing"), ("x" * 2001, "core_too_long")]
)
def test_a_note_says_something_and_fits_on_a_page(application, text, code):
    with acting("sachbearbeitung"), pytest.raises(Refused) as caught:
        add_note(application, now(), text)
    assert codes(caught) == [code]
    assert application.notes == ()


@pytest.mark.parametrize("user", ["antragstellung", "ministerium", "webredaktion"])
@pytest.mark.parametrize("step", [add_note, write_message])
def test_only_who_works_on_the_case_notes_and_writes(application, user, step):
    with acting(user), pytest.raises(Unauthorized):
        step(application, now(), "Hallo.")


def test_office_and_municipality_write_in_turn(asked):
    assert "message_open" not in flags(asked)
    with acting("zeichnung"):
        reply(asked, now(), "Morgens.")
    assert [(one.from_office, one.text) for one in asked.messages] == [
        (True, "Wann erreichen wir Sie?"),
        (False, "Morgens."),
    ]
    assert [event.kind for event in events(asked)][-2:] == [
        "message_sent",
        "message_replied",
    ]
    assert "message_open" in flags(asked)


def test_a_message_says_something(asked):
    for user, step in (("sachbearbeitung", write_message), ("antragstellung", reply)):
        with acting(user), pytest.raises(Refused) as caught:
            step(asked, now(), " ")
        assert codes(caught) == ["message_missing"]
    assert len(asked.messages) == 1


def test_who_may_be_biased_does_not_write_to_the_municipality(application):
    with acting("sachbearbeitung"):
        declare(application, now(), free=False)
        with pytest.raises(Refused) as caught:
            write_message(application, now(), "Hallo.")
    assert codes(caught) == ["bias_declared"]


def test_the_municipality_replies_and_begins_nothing(application):
    with acting("antragstellung"), pytest.raises(Refused) as caught:
        reply(application, now(), "Wie steht es?")
    assert codes(caught) == ["nothing_to_reply"]


@pytest.mark.parametrize("user", ["fremde", "sachbearbeitung", "ministerium"])
def test_nobody_else_replies(asked, user):
    with acting(user), pytest.raises(Unauthorized):
        reply(asked, now(), "Morgens.")


def test_nobody_replies_from_a_draft_that_was_taken_back(asked):
    with acting("antragstellung"):
        take_back(asked, now())
        with pytest.raises(Refused) as caught:
            reply(asked, now(), "Morgens.")
    assert codes(caught) == ["correspondence_over"]


def test_they_write_after_the_decision_as_well(funding):
    application = make_decided(funding)
    with acting("sachbearbeitung"):
        write_message(application, now(), "Bitte rufen Sie die Mittel ab.")
    with acting("antragstellung"):
        reply(application, now(), "Danke.")
    assert len(application.messages) == 2
