"""Begin an application."""

from AccessControl import Unauthorized
from datetime import timedelta
from kommunaldialog.access.groups import group_id
from kommunaldialog.domain.lifecycle import ANTRAGSTELLUNG
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.history.record import events
from kommunaldialog.usecases.begin import begin
from kommunaldialog.usecases.withdraw import withdraw
from plone import api
from tests.samples import acting
from tests.samples import AGS
from tests.samples import make_draft
from tests.samples import make_funding
from tests.samples import make_programme
from tests.samples import now
from tests.samples import OTHER_AGS
from tests.usecases import codes
import pytest


def test_a_draft_belongs_to_the_municipality_and_to_no_owner(funding):
    with acting("antragstellung"):
        application = begin(funding, AGS, "token", now())
    assert (application.ags, application.form_version) == (AGS, 1)
    assert application.__ac_local_roles__ in (None, {})
    assert [event.kind for event in events(application)] == ["begun"]


def test_a_second_click_finds_the_same_draft(funding):
    with acting("antragstellung"):
        first = begin(funding, AGS, "token", now())
        assert begin(funding, AGS, "token", now()).id == first.id
    assert len(funding.case_store().objectIds()) == 1


def test_the_same_form_sent_for_another_municipality_finds_nothing(funding):
    with api.env.adopt_roles(["Manager"]):
        group = group_id(OTHER_AGS, ANTRAGSTELLUNG)
        api.group.add_user(groupname=group, username="antragstellung")
    with acting("antragstellung"):
        first = begin(funding, AGS, "token", now())
        assert begin(funding, OTHER_AGS, "token", now()).ags == OTHER_AGS
    assert first.ags == AGS


def test_the_same_token_of_another_person_finds_nothing(funding):
    with acting("antragstellung"):
        mine = begin(funding, AGS, "token", now())
    with acting("fremde"):
        assert begin(funding, OTHER_AGS, "token", now()).id != mine.id


def test_nobody_begins_for_another_municipality(funding):
    with acting("antragstellung"), pytest.raises(Refused) as caught:
        begin(funding, OTHER_AGS, "token", now())
    assert codes(caught) == ["begin_no_municipality"]


@pytest.mark.parametrize("user", ["sachbearbeitung", "webredaktion", "zeichnung"])
def test_only_an_applicant_begins(funding, user):
    with acting(user), pytest.raises((Refused, Unauthorized)):
        begin(funding, AGS, "token", now())


@pytest.mark.parametrize(
    ("days", "code"), [(-11, "not_open_yet"), (21, "begin_closed")]
)
def test_a_call_that_is_not_open_takes_no_draft(funding, days, code):
    with acting("antragstellung"), pytest.raises(Refused) as caught:
        begin(funding, AGS, "token", now() + timedelta(days=days))
    assert codes(caught) == [code]


def test_a_call_without_published_form_takes_no_draft(portal, funding):
    bare = make_programme(portal, title="Ohne Formular", reference_prefix="OF")
    with acting("antragstellung"), pytest.raises(Refused) as caught:
        begin(bare, AGS, "token", now())
    assert codes(caught) == ["begin_not_ready"]


def test_a_kind_of_municipality_that_may_not_apply_is_refused(portal):
    funding = make_funding(portal, eligible_kinds=("landkreis",))
    with acting("antragstellung"), pytest.raises(Refused) as caught:
        begin(funding, AGS, "token", now())
    assert codes(caught) == ["begin_not_eligible"]


def test_a_municipality_that_is_not_in_the_register_is_refused(portal, funding):
    with api.env.adopt_roles(["Manager"]):
        api.content.delete(portal["musterstadt"])
    with acting("antragstellung"), pytest.raises(Refused) as caught:
        begin(funding, AGS, "token", now())
    assert codes(caught) == ["begin_not_eligible"]


def test_no_more_applications_than_allowed(funding):
    make_draft(funding)
    with acting("antragstellung"), pytest.raises(Refused) as caught:
        begin(funding, AGS, "another token", now())
    assert codes(caught) == ["begin_too_many"]


def test_a_withdrawn_application_does_not_count(funding):
    application = make_draft(funding)
    with acting("antragstellung"):
        withdraw(application, now())
        assert begin(funding, AGS, "another token", now()).id != application.id
