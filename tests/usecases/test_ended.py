"""A municipality that has ended: what it has stays, and it begins nothing."""

from datetime import date
from datetime import timedelta
from kommunaldialog.access.groups import ensure_groups
from kommunaldialog.access.groups import group_id
from kommunaldialog.access.permissions import own_municipalities
from kommunaldialog.content.register import kommunen
from kommunaldialog.domain.lifecycle import ANTRAGSTELLUNG
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.domain.register_ends import End
from kommunaldialog.messages import text
from kommunaldialog.usecases.begin import begin
from kommunaldialog.usecases.begin import check_begin
from kommunaldialog.usecases.enter import enter
from kommunaldialog.usecases.register import end
from plone import api
from tests.samples import acting
from tests.samples import AGS
from tests.samples import make_submitted
from tests.samples import now
from tests.samples import OTHER_AGS
from tests.samples_office import on_paper
from tests.usecases import codes
import pytest


TODAY = now().date()


def ends(successor=OTHER_AGS, on=TODAY - timedelta(days=5)):
    with api.env.adopt_roles(["Manager"]):
        assert end(End(AGS, successor, on))


def test_it_begins_nothing_and_hears_who_its_successor_is(funding):
    ends()
    with acting("antragstellung"), pytest.raises(Refused) as caught:
        begin(funding, AGS, "token", now())
    assert codes(caught) == ["begin_ended"]
    (refusal,) = caught.value.refusals
    said = text(refusal)
    assert said.mapping["name"] == "Musterstadt"
    assert said.mapping["successor"] == "Beispielhausen"
    assert said.mapping["since"]


def test_without_a_successor_it_hears_since_when(funding):
    ends(successor=None)
    found = [refusal.code for refusal in check_begin(funding, AGS, now())]
    assert found == ["begin_ended_alone"]


def test_on_its_last_day_it_still_begins(funding):
    ends(on=TODAY + timedelta(days=2))
    assert check_begin(funding, AGS, now()) == ()


def test_its_letter_counts_if_it_arrived_while_it_was_there(funding):
    ends(on=TODAY)
    with acting("sachbearbeitung"):
        with pytest.raises(Refused) as caught:
            enter(funding, on_paper(day=TODAY), "a", now())
        assert "begin_ended" in codes(caught)
        assert enter(funding, on_paper(day=TODAY - timedelta(days=1)), "b", now())


def test_what_it_has_submitted_works_and_keeps_its_name(funding):
    application = make_submitted(funding)
    ends()
    (kommune,) = kommunen(AGS)
    kommune.title = "Anders"
    kommune.reindexObject()
    assert application.submissions[-1].municipality == "Musterstadt"
    with acting("antragstellung"):
        assert api.user.has_permission("View", obj=application)


def test_its_people_get_no_access_to_the_successor(funding):
    with api.env.adopt_roles(["Manager"]):
        ensure_groups(OTHER_AGS, "Beispielhausen")
    ends()
    with acting("antragstellung"):
        assert own_municipalities((ANTRAGSTELLUNG,)) == (AGS,)
    group = api.group.get(group_id(OTHER_AGS, ANTRAGSTELLUNG))
    assert "antragstellung" not in group.getGroupMemberIds()


def test_to_end_it_twice_changes_nothing(funding):
    ends(on=date(2025, 1, 1))
    with api.env.adopt_roles(["Manager"]):
        assert not end(End(AGS, OTHER_AGS, date(2025, 1, 1)))
