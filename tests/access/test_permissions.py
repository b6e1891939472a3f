"""docs/permissions.md, the rules and the installed site say the same."""

from AccessControl.PermissionRole import rolesForPermissionOn
from kommunaldialog.domain.lifecycle import MANAGER
from kommunaldialog.domain.lifecycle import PERMISSIONS
from kommunaldialog.domain.lifecycle import ROLES
from kommunaldialog.domain.lifecycle import SHUT_PERMISSIONS
from kommunaldialog.domain.lifecycle import State
from kommunaldialog.domain.lifecycle import TRANSITIONS
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.domain.steps import ACTS
from kommunaldialog.usecases.sign import hand_over
from kommunaldialog.usecases.step import state_of
from pathlib import Path
from plone import api
from tests.samples import AGS
from tests.samples import CASE_WORKERS
from tests.samples import make_consultation
from tests.samples import make_draft
from tests.samples import make_programme
from tests.samples import make_submitted
from tests.samples import now
from tests.samples import OTHER_AGS
from tests.samples_accounts import make_user
from tests.samples_accounts import make_waiting
from tests.states import MAKERS
import pytest
import re


DOC = Path(__file__).parents[2] / "docs" / "permissions.md"
WORKFLOW = "kommunaldialog_application"


def section(title):
    """The lines below a heading of the document."""
    text = DOC.read_text("utf-8").partition(f"\n## {title}\n")[2]
    return text.partition("\n## ")[0].splitlines()


def tables(title):
    """The tables of a section: for each, its rows as lists of cells."""
    found, rows = [], []
    for line in [*section(title), ""]:
        if line.startswith("|"):
            rows.append([cell.strip() for cell in line.strip("|").split("|")])
        elif rows:
            found.append([rows[0], *rows[2:]])
            rows = []
    return found


def names(cell):
    return () if cell == "–" else tuple(re.split(r",\s*", cell))


def documented():
    """State → permission → roles, as the document has it."""
    (_head, *legend), (head, *rows) = tables("An application, by state")
    permission = {letter: name for letter, name, _what in legend}
    found = {state: {name: set() for name in permission.values()} for state in head[1:]}
    for role, *cells in rows:
        for state, cell in zip(head[1:], cells, strict=True):
            for letter in cell.split() if cell != "–" else ():
                found[state][permission[letter]].add(role)
    return found


def rules():
    return {
        state.value: {name: set(roles) for name, roles in permissions.items()}
        for state, permissions in PERMISSIONS.items()
    }


def test_the_document_names_every_role():
    _legend, (_head, *rows) = tables("An application, by state")
    assert [row[0] for row in rows] == [MANAGER, *ROLES]


def test_the_document_says_what_the_rules_say():
    assert documented() == rules()


def test_the_document_lists_the_steps():
    ((_head, *rows),) = tables("The steps")
    assert [tuple(row) for row in rows] == [
        (
            step.id,
            ", ".join(source.value for source in step.sources),
            step.target.value,
            step.permission_key,
        )
        for step in TRANSITIONS
    ]


def test_the_document_lists_what_changes_no_state():
    ((_head, *rows),) = tables("What changes no state")
    assert [tuple(row) for row in rows] == [
        (
            act.id,
            ", ".join(state.value for state in act.states),
            act.permission + (" (of the municipality)" if act.own else ""),
        )
        for act in ACTS
    ]


def test_the_document_says_what_must_hold_for_each_step():
    (_head, *rows), *_others = tables("What must hold for a step")
    assert [step for step, _what in rows] == [step.id for step in TRANSITIONS]


def test_the_document_lists_what_is_shut():
    listed = [line[2:] for line in section("Shut on every record") if line[:2] == "- "]
    assert listed == list(SHUT_PERMISSIONS)


def test_the_installed_workflow_has_the_steps_of_the_rules(portal):
    definition = portal.portal_workflow[WORKFLOW]
    installed = {
        (
            step.id,
            frozenset(
                state.id
                for state in definition.states.objectValues()
                if step.id in state.transitions
            ),
            step.new_state_id,
            tuple(step.guard.permissions),
            step.guard.expr.text,
        )
        for step in definition.transitions.objectValues()
    }
    assert installed == {
        (
            step.id,
            frozenset(source.value for source in step.sources),
            step.target.value,
            (step.permission_key,),
            "here/use_case_running",
        )
        for step in TRANSITIONS
    }


def test_the_installed_workflow_lets_no_manager_past_its_guards(portal):
    assert not portal.portal_workflow[WORKFLOW].manager_bypass


def holders(permission, context):
    """The roles that hold a permission there; what Zope adds for nobody is left out."""
    return set(rolesForPermissionOn(permission, context)) - {"_View_Permission"}


@pytest.mark.parametrize("state", list(State))
def test_an_application_in_each_state_gives_what_the_document_says(funding, state):
    application = MAKERS[state](funding)
    assert state_of(application) == state
    for permission, roles in documented()[state.value].items():
        assert holders(permission, application) == roles, permission


@pytest.mark.parametrize("state", list(State))
def test_plones_own_ways_in_are_shut_in_each_state(funding, state):
    application = MAKERS[state](funding)
    for permission in SHUT_PERMISSIONS:
        assert holders(permission, application) == set(), permission


def test_a_consultation_and_the_case_store_are_the_offices(funding):
    consultation = make_consultation(funding)
    office = {MANAGER, *ROLES[3:7]}
    told = section("A consultation, and the case store")[0]
    assert all(role in told for role in office)
    for record in (consultation, funding.case_store()):
        for permission in ("View", "Access contents information"):
            assert holders(permission, record) == office
        for permission in SHUT_PERMISSIONS:
            assert holders(permission, record) == set(), permission


def test_the_portal_gives_the_permissions_that_the_document_lists(portal):
    ((_head, *rows),) = tables("Portal-wide, and on a programme")
    listed = {permission: set(names(roles)) for permission, roles in rows}
    ours = {
        name
        for name in portal.possible_permissions()
        if name.startswith("kommunaldialog: ")
    }
    assert set(listed) == ours
    for permission, roles in listed.items():
        assert holders(permission, portal) == roles, permission


def test_a_public_page_is_seen_and_changed_by_whom_the_document_lists(portal):
    ((head, *rows),) = tables("A public page, by state")
    states = portal.portal_workflow.kommunaldialog_public.states
    listed = {state: [set(names(cell)) for cell in cells] for state, *cells in rows}
    assert set(listed) == set(states.objectIds())
    for state, cells in listed.items():
        given = [
            set(states[state].getPermissionInfo(permission)["roles"])
            for permission in head[1:]
        ]
        assert given == cells, state


@pytest.mark.parametrize(
    ("user", "role"),
    [
        ("antragstellung", "Antragstellung"),
        ("zeichnung", "Zeichnungsberechtigung"),
        ("sachbearbeitung", "Sachbearbeitung"),
        ("entscheidung", "Entscheidung"),
        ("ministerium", "Fachaufsicht"),
    ],
)
def test_a_role_holds_where_it_belongs_and_nowhere_else(portal, funding, user, role):
    mine = make_submitted(funding)
    # Not submitted: nobody at another programme records a consultation for it.
    elsewhere = make_programme(portal, title="Anderswo", reference_prefix="AW")
    other = make_draft(funding, "fremde", OTHER_AGS)
    office = role in ROLES[3:7]
    assert product_roles(user, mine) == {role}
    assert product_roles(user, other) == ({role} if office else set())
    assert product_roles(user, funding) == ({role} if office else set())
    assert product_roles(user, elsewhere) == set()
    assert product_roles(user, elsewhere.case_store()) == set()
    assert product_roles(user, portal) == set()


def test_who_waits_for_access_holds_a_role_on_their_own_draft_only(portal, funding):
    own = make_draft(funding)
    make_waiting(make_user("fritz"))
    draft = make_draft(funding, "fritz")
    assert product_roles("fritz", draft) == {"Vorlaeufig", "Antragstellung"}
    for other in (own, funding, funding.case_store(), portal):
        assert product_roles("fritz", other) == set()
    with api.env.adopt_user(username="fritz"), pytest.raises(Refused):
        hand_over(draft, now())


def test_web_editors_and_neighbours_hold_no_role_on_an_application(funding):
    application = make_submitted(funding)
    assert product_roles("webredaktion", application) == set()
    assert product_roles("fremde", application) == set()


def test_who_leaves_a_group_loses_the_role_at_once(funding):
    application = make_submitted(funding)
    with api.env.adopt_roles(["Manager"]):
        api.group.remove_user(groupname=CASE_WORKERS, username="sachbearbeitung")
        api.group.remove_user(
            groupname=f"kommune-{AGS}-antrag", username="antragstellung"
        )
    assert product_roles("sachbearbeitung", application) == set()
    assert product_roles("antragstellung", application) == set()


def product_roles(user, context):
    found = api.user.get_roles(username=user, obj=context)
    return set(found).intersection(ROLES)
