"""Every role × state × step × way in: what the rules allow happens, and nothing else.

One programme for each state, and an application for each step that needs more than
that. What is allowed is undone right before it would be committed; whatever is not
must leave the database as it was, to the last transaction.
"""

from kommunaldialog.domain.lifecycle import possible
from kommunaldialog.domain.lifecycle import SACHBEARBEITUNG
from kommunaldialog.domain.lifecycle import State
from kommunaldialog.domain.lifecycle import TRANSITIONS
from kommunaldialog.history.record import events
from kommunaldialog.usecases.step import state_of
from tests.access.matrix import ACTORS
from tests.access.matrix import Attempt
from tests.access.matrix import enter_paper
from tests.access.matrix import furnish
from tests.access.matrix import PAGES
from tests.access.matrix import undone
from tests.access.matrix import WAYS
from tests.samples import make_funding
from tests.samples_accounts import make_user
from tests.samples_accounts import make_waiting
from tests.states import maker_of
from tests.states import MAKERS
import pytest
import transaction


# Paper comes in at a programme, with a scan; nobody makes paper of a draft.
ONLY_AT_A_PROGRAMME = {"enter"}


@pytest.fixture
def programme(functional_portal):
    programme = make_funding(functional_portal)
    furnish(functional_portal, programme)
    transaction.commit()
    return programme


def allowed(actor, state, step, way):
    """Whether the rules let somebody take the step from that state by that way."""
    role = ACTORS[actor]
    mine = {found.id for found in possible(state, [role] if role else [])}
    by_anybody = way == "workflow tool" or step.id in ONLY_AT_A_PROGRAMME
    return step.id in mine and not by_anybody


def last_change(application):
    """The database's last transaction; before that, reads what others have written."""
    transaction.begin()
    return application._p_jar.db().lastTransaction()


def tried(app, programme, state, actors, allowed, adapt=lambda application: None):
    """What went otherwise than allowed, of each step by each actor and way in."""
    applications, wrong = {}, {}
    for step in TRANSITIONS:
        maker = maker_of(state, step.id)
        if maker not in applications:
            applications[maker] = maker(programme)
            adapt(applications[maker])
            transaction.commit()
        application = applications[maker]
        happened = len(events(application))
        for way, take in WAYS.items():
            for actor in actors:
                attempt = Attempt(app, actor, application, step.id)
                if allowed(actor, state, step, way):
                    with undone(application) as seen:
                        let_in = take(attempt)
                    right = let_in and seen.state == step.target
                    right = right and seen.events > happened
                    found = seen.state, let_in
                else:
                    before = last_change(application)
                    let_in = take(attempt)
                    changed = last_change(application) != before
                    now = state_of(application)
                    right = now == state and not changed
                    found = str(now), let_in, changed
                if not right:
                    wrong[actor, step.id, way] = found
    return wrong


@pytest.mark.parametrize("state", list(State))
def test_each_role_takes_its_steps_by_page_and_rest_and_no_other(
    functional_app, programme, state
):
    assert tried(functional_app, programme, state, ACTORS, allowed) == {}


@pytest.mark.parametrize("state", list(State))
def test_who_waits_for_access_may_give_up_their_draft_and_take_no_other_step(
    functional_app, programme, state
):
    # With a signed sheet they may submit it, too: tests/accounts/test_pages.py.
    fritz = make_user("fritz")
    make_waiting(fritz)

    def began(application):
        application.provisional = fritz

    def may(actor, state, step, way):
        gives_up = state == State.DRAFT and step.id == "withdraw"
        return gives_up and way != "workflow tool"

    assert tried(functional_app, programme, state, [fritz], may, began) == {}


def test_only_a_case_worker_makes_an_application_of_paper(functional_app, programme):
    for actor, role in ACTORS.items():
        before = last_change(programme)
        entered = enter_paper(functional_app, actor, programme)
        assert entered is (role == SACHBEARBEITUNG), actor
        assert (last_change(programme) != before) is entered, actor


def test_the_matrix_knows_every_state_step_and_role():
    assert set(MAKERS) == set(State)
    assert set(PAGES) == {step.id for step in TRANSITIONS}
    held = {role for step in TRANSITIONS for role in step.roles}
    assert held <= set(ACTORS.values())
