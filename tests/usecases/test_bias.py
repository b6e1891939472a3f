"""Nobody examines or decides where they may be biased."""

from AccessControl import Unauthorized
from decimal import Decimal
from kommunaldialog.access.groups import group_id
from kommunaldialog.domain.lifecycle import ANTRAGSTELLUNG
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.history.record import events
from kommunaldialog.usecases.assign import hand_on
from kommunaldialog.usecases.bias import declare
from kommunaldialog.usecases.decide import decide
from kommunaldialog.usecases.late import reject_late
from kommunaldialog.usecases.review import assess
from kommunaldialog.usecases.review import return_for_review
from kommunaldialog.usecases.review import save_assessment
from kommunaldialog.usecases.review import take_up
from kommunaldialog.usecases.step import state_of
from plone import api
from tests.samples import acting
from tests.samples import AGS
from tests.samples import DECIDERS
from tests.samples import make_assessed
from tests.samples import make_draft
from tests.samples import make_submitted
from tests.samples import now
from tests.samples_office import make_in_review
from tests.samples_office import make_late
from tests.usecases import codes
import pytest


def join(group, user):
    with api.env.adopt_roles(["Manager"]):
        api.group.add_user(groupname=group, username=user)


def forget(application, user):
    """As if that person had never declared anything."""
    del application.bias_declarations[user]


@pytest.fixture
def submitted(funding):
    application = make_submitted(funding)
    application.bias_declarations.clear()
    return application


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


def test_nothing_is_taken_up_before_the_declaration(submitted):
    with acting("sachbearbeitung"):
        with pytest.raises(Refused) as caught:
            take_up(submitted, now())
        assert codes(caught) == ["bias_undeclared"]
        declare(submitted, now(), free=True)
        take_up(submitted, now())
    assert state_of(submitted) == "in_review"
    kinds = [event.kind for event in events(submitted)]
    assert kinds[-2:] == ["declared_free", "taken_up"]


def test_a_colleague_who_goes_on_declares_as_well(funding):
    application = make_in_review(funding)
    forget(application, "beides")
    values = {"text": "Gut.", "recommended": Decimal("1.00")}
    for step in (assess, save_assessment):
        with acting("beides"), pytest.raises(Refused) as caught:
            step(application, now(), **values)
        assert codes(caught) == ["bias_undeclared"]


def test_who_decides_declares_too(funding):
    application = make_assessed(funding)
    forget(application, "entscheidung")
    with acting("entscheidung"), pytest.raises(Refused) as caught:
        decide(application, now(), approved=False, amount=None, reason="Nein.")
    assert codes(caught) == ["bias_undeclared"]


def test_who_rejects_as_late_declares_too(funding):
    application = make_late(funding)
    forget(application, "entscheidung")
    with acting("entscheidung"), pytest.raises(Refused) as caught:
        reject_late(application, now(), "Zu spät.")
    assert codes(caught) == ["bias_undeclared"]


def test_who_may_be_biased_gives_the_case_away(funding):
    application = make_in_review(funding)
    application.case_worker = "sachbearbeitung"
    with acting("sachbearbeitung"):
        declare(application, now(), free=False, note=" Meine Schwester leitet das. ")
        with pytest.raises(Refused) as caught:
            assess(application, now(), text="Gut.", recommended=Decimal("1.00"))
    assert codes(caught) == ["bias_declared"]
    assert application.case_worker == ""
    changes = events(application)[-1].changes
    assert changes["case_worker"] == ("sachbearbeitung", "")
    assert changes["free"] == ("yes", "no")
    assert changes["note"] == ("", "Meine Schwester leitet das.")


def test_the_case_worker_of_another_case_stays(funding):
    application = make_in_review(funding)
    application.case_worker = "beides"
    with acting("sachbearbeitung"):
        declare(application, now(), free=False)
    assert application.case_worker == "beides"


def test_somebody_else_takes_the_case(funding):
    application = make_in_review(funding)
    with acting("sachbearbeitung"):
        declare(application, now(), free=False)
    with acting("beides"):
        assess(application, now(), text="Gut.", recommended=Decimal("1.00"))
    assert state_of(application) == "ready_for_decision"


def test_the_case_is_not_handed_back_to_who_may_be_biased(funding):
    application = make_in_review(funding)
    with acting("sachbearbeitung"):
        declare(application, now(), free=False)
    with acting("beides"), pytest.raises(Refused) as caught:
        hand_on(application, now(), "sachbearbeitung")
    assert codes(caught) == ["case_worker_declared_bias"]


@pytest.mark.parametrize("free", [True, False])
def test_what_one_said_of_a_possible_bias_can_t_be_taken_back(funding, free):
    application = make_in_review(funding)
    with acting("sachbearbeitung"):
        declare(application, now(), free=False)
        with pytest.raises(Refused) as caught:
            declare(application, now(), free=free)
    assert codes(caught) == ["bias_declared"]


def test_nobody_declares_twice_to_be_free_or_nothing_at_all(funding):
    application = make_submitted(funding)
    for free, code in ((True, "bias_declared_already"), (None, "bias_answer_missing")):
        with acting("sachbearbeitung"), pytest.raises(Refused) as caught:
            declare(application, now(), free=free)
        assert codes(caught) == [code]


def test_nobody_declares_to_be_free_where_the_own_town_applies(submitted):
    join(group_id(AGS, ANTRAGSTELLUNG), "sachbearbeitung")
    with acting("sachbearbeitung"), pytest.raises(Refused) as caught:
        declare(submitted, now(), free=True)
    assert codes(caught) == ["own_application"]


def test_an_assessment_of_who_turned_out_to_be_biased_is_not_decided_on(funding):
    application = make_assessed(funding)
    with acting("sachbearbeitung"):
        declare(application, now(), free=False)
    with acting("entscheidung"), pytest.raises(Refused) as caught:
        decide(application, now(), approved=False, amount=None, reason="Nein.")
    assert codes(caught) == ["assessor_biased"]


def test_who_may_be_biased_does_not_hand_it_back_either(funding):
    application = make_assessed(funding)
    with acting("entscheidung"):
        declare(application, now(), free=False)
        with pytest.raises(Refused) as caught:
            return_for_review(application, now(), "Bitte noch einmal.")
    assert codes(caught) == ["bias_declared"]
    assert state_of(application) == "ready_for_decision"


@pytest.mark.parametrize("user", ["antragstellung", "ministerium", "webredaktion"])
def test_only_who_works_on_the_case_declares(submitted, user):
    with acting(user), pytest.raises(Unauthorized):
        declare(submitted, now(), free=True)
    assert not submitted.bias_declarations


def test_a_draft_is_nobody_s_to_declare_on(funding):
    application = make_draft(funding)
    with acting("sachbearbeitung"), pytest.raises(Unauthorized):
        declare(application, now(), free=False)
