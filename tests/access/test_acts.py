"""Every role × state × act: what changes no state happens for who may, and no other.

Acts are the steps of `domain/steps.py: ACTS`. By REST the answer has to be that of the
table, whatever the values: refused for the state, or to the person. By page nothing may
reach the database.
"""

from dataclasses import dataclass
from decimal import Decimal
from kommunaldialog.domain.lifecycle import PERMISSIONS
from kommunaldialog.domain.lifecycle import State
from kommunaldialog.domain.lifecycle import VIEW
from kommunaldialog.domain.steps import ACTS
from kommunaldialog.domain.steps import takers
from kommunaldialog.rest.fields import FIELDS
from kommunaldialog.rest.workflow import STEPS
from kommunaldialog.usecases.decide import decide
from kommunaldialog.usecases.late import reject_late
from plone.protect.authenticator import createToken
from tests.access.acts import ELSEWHERE
from tests.access.acts import FOR_ROLES
from tests.access.acts import FORM
from tests.access.acts import OF_CASES
from tests.access.acts import otherwise
from tests.access.acts import PAGES
from tests.access.acts import take
from tests.access.acts import values_of
from tests.access.matrix import ACTORS
from tests.access.matrix import as_actor
from tests.access.matrix import client_of
from tests.access.matrix import FRAGMENT
from tests.access.matrix import furnish
from tests.access.matrix import undone
from tests.samples import acting
from tests.samples import make_assessed
from tests.samples import make_funding
from tests.samples import now
from tests.samples_office import make_late
from tests.states import MAKERS
from urllib.parse import urlencode
import pytest
import transaction


ACT_IDS = tuple(dict.fromkeys(act.id for act in ACTS))

# They come by pages only: with files, or as a part of a form.
WITHOUT_REST = {"save", "save_proof", "change_contact", "request_early_start"}


@pytest.fixture
def programme(functional_portal):
    programme = make_funding(functional_portal)
    furnish(functional_portal, programme)
    programme.retention_years = 0
    transaction.commit()
    return programme


@pytest.fixture
def make(programme):
    """Makes a committed application in a state."""

    def make(state):
        application = MAKERS[state](programme)
        transaction.commit()
        return application

    return make


def may(actor, state, step):
    return ACTORS[actor] in takers(step, state)


def sees(actor, state):
    return ACTORS[actor] in PERMISSIONS[state][VIEW]


def right_by_rest(actor, state, step, outcome):
    """Whether the answer is that of the table."""
    refused = otherwise(step, state)
    if sees(actor, state) and refused:
        return outcome.let_in and outcome.codes == refused and not outcome.touched
    if not may(actor, state, step):
        return not outcome.let_in and not outcome.touched
    if "unbiased" in FIELDS[step]:
        # The tick is kept once, whatever becomes of the step.
        return outcome.let_in and (outcome.touched or bool(outcome.codes))
    # Refused for a value, or done; nothing in between.
    return outcome.let_in and bool(outcome.codes) != outcome.touched


@pytest.mark.parametrize("state", list(State))
def test_by_rest_each_role_does_what_the_table_says(make, state):
    application, wrong = make(state), {}
    for step in ACT_IDS:
        if step in WITHOUT_REST:
            continue
        values = values_of(step)
        for actor in ACTORS:
            outcome = take(actor, application, step, values)
            transaction.abort()
            if not right_by_rest(actor, state, step, outcome):
                wrong[actor, step] = outcome
    assert wrong == {}


def town_hears(application):
    """What a municipality is told by each step that it tries."""
    told = {}
    for step in STEPS:
        for actor in ("antragstellung", "zeichnung"):
            told[step, actor] = take(actor, application, step, values_of(step))
            transaction.abort()
    return told


@pytest.mark.parametrize(
    ("maker", "decided"),
    [
        (make_assessed, lambda one: decide_it(one, approved=True)),
        (make_assessed, lambda one: decide_it(one, approved=False)),
        (make_late, lambda one: reject_late(one, now(), "Nach der Frist.")),
    ],
    ids=["approved", "rejected", "late"],
)
def test_no_refusal_tells_a_municipality_of_a_decision(programme, maker, decided):
    application = maker(programme)
    transaction.commit()
    before = town_hears(application)
    with acting("entscheidung"):
        decided(application)
    transaction.commit()
    assert application.pending_decision is not None
    assert town_hears(application) == before


def decide_it(application, approved):
    amount = Decimal("2500.00") if approved else None
    decide(application, now(), approved=approved, amount=amount, reason="Ein Teil.")


@dataclass(frozen=True)
class Form:
    """A page with a form, the acts that it is for, and what is sent."""

    url: str
    acts: frozenset[str]
    sent: dict[str, str]

    @property
    def view(self):
        return self.url.rpartition("@@")[2]

    def may(self, actor, state):
        mine = ACTORS[actor] in FOR_ROLES.get(self.view, ACTORS.values())
        return mine and any(may(actor, state, act) for act in self.acts)


def forms(application):
    url = application.absolute_url()
    for step, views in PAGES.items():
        acts = {step, *(act for act, of in ELSEWHERE.items() if of == step)}
        for view in views:
            yield Form(f"{url}/@@{view}", frozenset(acts), FORM)
    for act, button in OF_CASES.items():
        sent = {**FORM, button: "1", "ids": application.getId()}
        url = f"{application.programme().absolute_url()}/@@aufbewahrung"
        yield Form(url, frozenset([act]), sent)


def post(app, actor, form, token):
    sent = {**form.sent, **FRAGMENT, "_authenticator": token}
    kind = "application/x-www-form-urlencoded"
    body = urlencode(sent).encode()
    return client_of(app, actor).ask("POST", form.url, body, Content_Type=kind)


def token_of(actor):
    with as_actor(actor):
        return createToken()


@pytest.mark.parametrize("state", list(State))
def test_by_page_nobody_changes_anything_who_may_not(functional_app, make, state):
    application, wrong = make(state), {}
    database = application._p_jar.db()
    tokens = {actor: token_of(actor) for actor in ACTORS}
    for form in forms(application):
        for actor in ACTORS:
            if form.may(actor, state):
                with undone(application):
                    answer = post(functional_app, actor, form, tokens[actor])
                # A page on which nothing is to be done leads to the case.
                right = answer.status in (200, 303, 404) or "@@vorgang" in answer.url
            else:
                before = database.lastTransaction()
                answer = post(functional_app, actor, form, tokens[actor])
                right = database.lastTransaction() == before
                hidden = "@@aufbewahrung" not in form.url and not sees(actor, state)
                right = right and not (hidden and answer.status == 200)
            if not right:
                wrong[actor, form.view] = answer.status
    assert wrong == {}


def test_the_matrix_knows_every_act():
    assert {*PAGES, *ELSEWHERE, *OF_CASES} == set(ACT_IDS)
    assert set(ACT_IDS) - set(STEPS) == WITHOUT_REST
