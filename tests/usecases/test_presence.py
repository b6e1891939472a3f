"""Who else has a draft open."""

from datetime import timedelta
from kommunaldialog.usecases.presence import note
from kommunaldialog.usecases.presence import others
from tests.samples import acting
from tests.samples import make_draft
from tests.samples import now
import pytest


@pytest.fixture
def draft(funding):
    return make_draft(funding)


def seen_by(name, draft, moment):
    with acting(name):
        return [(p.user, p.section) for p in others(draft, moment)]


def enter(name, draft, moment, section="massnahme"):
    with acting(name):
        return note(draft, moment, section)


def test_each_sees_the_other_and_not_themselves(draft):
    moment = now()
    enter("antragstellung", draft, moment, "kostenplan")
    enter("zeichnung", draft, moment)
    assert seen_by("antragstellung", draft, moment) == [("zeichnung", "massnahme")]
    assert seen_by("zeichnung", draft, moment) == [("antragstellung", "kostenplan")]


def test_who_was_there_long_ago_is_forgotten(draft):
    moment = now()
    enter("zeichnung", draft, moment - timedelta(minutes=15, seconds=1))
    assert seen_by("antragstellung", draft, moment) == []
    enter("zeichnung", draft, moment - timedelta(minutes=15), "kostenplan")
    assert seen_by("antragstellung", draft, moment) == [("zeichnung", "kostenplan")]


def test_it_is_written_once_a_minute_or_for_another_section(draft):
    moment = now()
    assert enter("zeichnung", draft, moment)
    assert not enter("zeichnung", draft, moment + timedelta(seconds=59))
    assert enter("zeichnung", draft, moment + timedelta(seconds=59), "kostenplan")
    assert enter("zeichnung", draft, moment + timedelta(minutes=3), "kostenplan")


def test_a_draft_that_nobody_opened_has_nobody_in_it(draft):
    assert seen_by("antragstellung", draft, now()) == []


def test_it_counts_as_no_change_of_the_draft(draft):
    before = (draft.revision, draft.modified())
    enter("zeichnung", draft, now())
    assert (draft.revision, draft.modified()) == before
