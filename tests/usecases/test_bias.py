"""Nobody examines or decides for their own municipality."""

from kommunaldialog.access.groups import group_id
from kommunaldialog.domain.lifecycle import ANTRAGSTELLUNG
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.usecases.decide import decide
from kommunaldialog.usecases.review import assess
from kommunaldialog.usecases.review import take_up
from plone import api
from tests.samples import acting
from tests.samples import AGS
from tests.samples import DECIDERS
from tests.samples import make_assessed
from tests.samples import make_submitted
from tests.samples import now
from tests.usecases import codes
import pytest


def join(group, user):
    with api.env.adopt_roles(["Manager"]):
        api.group.add_user(groupname=group, username=user)


def test_a_case_worker_does_not_review_for_the_own_town(funding):
    application = make_submitted(funding)
    join(group_id(AGS, ANTRAGSTELLUNG), "sachbearbeitung")
    with acting("sachbearbeitung"), pytest.raises(Refused) as caught:
        take_up(application, now())
    assert codes(caught) == ["own_application"]


def test_who_joins_the_town_later_does_not_assess_either(funding):
    application = make_submitted(funding)
    with acting("sachbearbeitung"):
        take_up(application, now())
    join(group_id(AGS, ANTRAGSTELLUNG), "sachbearbeitung")
    with acting("sachbearbeitung"), pytest.raises(Refused) as caught:
        assess(application, now(), text="Gut.", recommended=None)
    assert "own_application" in codes(caught)


def test_who_submitted_does_not_decide_even_after_leaving_the_town(funding):
    application = make_assessed(funding)
    join(DECIDERS, "antragstellung")
    with api.env.adopt_roles(["Manager"]):
        api.group.remove_user(
            groupname=group_id(AGS, ANTRAGSTELLUNG), username="antragstellung"
        )
    requested = application.submission().plan.requested
    with acting("antragstellung"), pytest.raises(Refused) as caught:
        decide(application, now(), approved=True, amount=requested)
    assert codes(caught) == ["own_application"]
