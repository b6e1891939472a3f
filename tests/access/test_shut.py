"""Plone's own ways to change an application, a consultation or their store are shut.

For everybody: an administrator, the municipality itself, the office and the editors.
"""

from kommunaldialog.content.foerderprogramm import CASE_STORE_ID
from kommunaldialog.usecases.step import state_of
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from Products.CMFCore.WorkflowCore import WorkflowException
from tests.client import Client
from tests.samples import acting
from tests.samples import make_draft
from tests.samples import make_submitted
from zExceptions import Forbidden
import pytest
import transaction


PEOPLE = ("antragstellung", "sachbearbeitung", "entscheidung", "webredaktion", "admin")
REFUSED = {400, 401, 403, 404, 405, 501}
SHUT = {401, 403, 404}


@pytest.fixture
def case(make_case):
    """A submitted application with its consultation."""
    return make_case(make_submitted, applications_per_municipality=3)


def client(case, user):
    app = case["portal"].getPhysicalRoot()
    if user == "admin":
        return Client(app, SITE_OWNER_NAME, SITE_OWNER_PASSWORD)
    return Client(app, user)


def state(case):
    """All that a shut way could have changed."""
    transaction.begin()
    found = {}
    for name in ("application", "consultation", "store"):
        item = case[name]
        found[name] = (
            item.title,
            item.get_local_roles(),
            item.EffectiveDate(),
            item.ExpirationDate(),
            item.modified(),
            item.wl_isLocked(),
            sorted(item.objectIds()) if hasattr(item, "objectIds") else None,
            api.content.get_state(item),
            sorted(item.workflow_history),
        )
    return (
        found,
        sorted(case["portal"].objectIds()),
        sorted(case["programme"].objectIds()),
    )


REST = (
    ("PATCH", "", {"title": "Anders"}),
    ("PATCH", "", {"effective": "2020-01-01T00:00:00"}),
    ("POST", "", {"@type": "Document", "title": "Anders"}),
    ("POST", "", {"@type": "Foerderantrag", "title": "Anders"}),
    ("POST", "/@lock", {}),
    ("POST", "/@sharing", {"inherit": False, "entries": []}),
    (
        "POST",
        "/@sharing",
        {
            "entries": [
                {"id": "webredaktion", "type": "user", "roles": {"Reader": True}}
            ]
        },
    ),
    ("POST", "/@workflow/publish", {"effective": "2020-01-01T00:00:00"}),
    ("POST", "/@workingcopy", {}),
    ("POST", "/@comments", {"text": "Anders"}),
    ("POST", "/@aliases", {"items": [{"path": "/anders"}]}),
    ("POST", "/@translations", {"id": "/plone"}),
    ("POST", "/@tus-upload", {}),
    ("PATCH", "/@history", {"version": 0}),
    ("PUT", "", {"title": "Anders"}),
    ("DELETE", "", None),
)


@pytest.mark.parametrize("name", ["application", "consultation", "store"])
def test_rest_changes_no_record(case, name):
    before = state(case)
    url = case[name].absolute_url()
    open_ways = {}
    for user in PEOPLE:
        for method, path, data in REST:
            # What this person may do by a use case is no way of Plone's.
            answer = client(case, user).rest(method, f"{url}{path}", data)
            if answer.status not in REFUSED:
                open_ways[user, method, path] = answer
    assert open_ways == {}, str(open_ways)
    assert state(case) == before


@pytest.mark.parametrize("name", ["application", "consultation", "store"])
def test_rest_neither_copies_nor_moves_a_record(case, name):
    before = state(case)
    source = case[name].absolute_url()
    for user in PEOPLE:
        for service in ("@copy", "@move"):
            for target in ("portal", "programme"):
                url = f"{case[target].absolute_url()}/{service}"
                for way in (source, case[name].UID()):
                    answer = client(case, user).rest("POST", url, {"source": way})
                    # plone.restapi passes over what it does not find.
                    passed_over = answer.status == 200 and answer.text.strip() == "[]"
                    assert answer.status in REFUSED or passed_over, (user, answer)
    assert state(case) == before


PAGES = (
    "edit",
    "@@edit",
    "@@sharing",
    "folder_contents",
    "@@folder_contents",
    "delete_confirmation",
    "object_rename",
    "@@object_rename",
    "@@object_cut",
    "object_copy",
    "@@delete_confirmation",
    "++add++Document",
    "++add++Foerderantrag",
    "@@manage-portlets",
    "@@manage-content-rules",
    "@@iterate_control",
    "content_status_history",
    "content_status_modify?workflow_action=submit",
    "@@historyview",
    "@@manage-aliases",
    "manage_main",
    "manage_access",
    "manage_owner",
    "manage_propertiesForm",
    "select_default_page",
)


@pytest.mark.parametrize("name", ["application", "consultation", "store"])
def test_no_page_of_plone_edits_a_record(case, name):
    before = state(case)
    open_ways = {}
    for user in PEOPLE:
        for page in PAGES:
            answer = client(case, user).get(f"{case[name].absolute_url()}/{page}")
            sent_away = answer.status in {302, 303} and "came_from" in answer.url
            if answer.status not in SHUT and not sent_away:
                open_ways[user, page] = (answer.status, answer.url)
    assert open_ways == {}, str(open_ways)
    assert state(case) == before


def test_the_workflow_tool_is_refused_outside_of_a_use_case(case):
    tool = api.portal.get_tool("portal_workflow")
    before = state(case)
    with acting("sachbearbeitung"), pytest.raises(WorkflowException):
        tool.doActionFor(case["application"], "take_up")
    with acting("antragstellung"), pytest.raises(WorkflowException):
        tool.doActionFor(case["application"], "withdraw")
    assert state(case) == before


def test_a_draft_is_not_submitted_by_the_workflow_tool(case):
    with acting("antragstellung"):
        draft = make_draft(case["programme"], title="Zweiter")
        with pytest.raises(WorkflowException):
            api.portal.get_tool("portal_workflow").doActionFor(draft, "submit")
    assert state_of(draft) == "draft"


def test_rest_takes_a_step_through_its_use_case(case):
    url = f"{case['application'].absolute_url()}/@workflow"
    answer = client(case, "sachbearbeitung").rest("POST", f"{url}/take_up", {})
    assert answer.status == 200
    transaction.begin()
    assert state_of(case["application"]) == "in_review"


def test_a_step_is_refused_by_rest_with_the_words_of_the_page(case):
    client(case, "sachbearbeitung").rest(
        "POST", f"{case['application'].absolute_url()}/@workflow/take_up", {}
    )
    answer = client(case, "sachbearbeitung").rest(
        "POST",
        f"{case['application'].absolute_url()}/@workflow/present",
        {"assessment": "Gut.", "recommended": "12.5"},
    )
    assert answer.status == 400
    assert "12,50" in answer.text


def test_neither_a_programme_nor_its_folder_is_deleted_with_its_records(case):
    with api.env.adopt_roles(["Manager"]), pytest.raises(Forbidden):
        api.content.delete(case["programme"], check_linkintegrity=False)


def test_a_programme_with_records_says_on_the_page_why_it_stays(case):
    answer = client(case, "admin").rest("DELETE", case["programme"].absolute_url())
    assert answer.status == 403
    transaction.begin()
    assert "kommunale-dialoge" in case["portal"]


def test_a_copied_programme_has_no_records_and_no_numbers(case):
    with api.env.adopt_roles(["Manager"]):
        copy = api.content.copy(case["programme"], case["portal"], id="kopie")
    assert list(copy[CASE_STORE_ID].objectIds()) == []
    assert copy[CASE_STORE_ID].ledger.last_number == 0
    assert copy.reference_prefix == ""


def test_a_folder_with_a_programme_is_copied_without_records(case):
    with acting(SITE_OWNER_NAME):
        folder = api.content.create(case["portal"], "Folder", id="bereich")
        api.content.move(case["programme"], folder)
        copy = api.content.copy(folder, case["portal"], id="kopie")
    found = api.content.find(portal_type=["Foerderantrag", "Beratung"], context=copy)
    assert list(found) == []
    assert list(copy["kommunale-dialoge"][CASE_STORE_ID].objectIds()) == []
    assert len(folder["kommunale-dialoge"][CASE_STORE_ID].objectIds()) == 2


def test_whoever_creates_a_record_does_not_own_it(case):
    for name in ("application", "consultation", "store"):
        assert case[name].get_local_roles() == ()


def test_a_web_editor_cannot_name_the_granting_body(case):
    answer = client(case, "webredaktion").rest(
        "PATCH",
        case["programme"].absolute_url(),
        {"case_worker_groups": ["Administrators"], "description": "Neu"},
    )
    transaction.begin()
    assert answer.status in {204, 400, 401, 403}
    assert case["programme"].case_worker_groups == ("bewilligung-sachbearbeitung",)


def test_publishing_a_programme_with_its_children_leaves_the_records_alone(case):
    records = ("application", "consultation", "store")
    before = [state(case)[0][name] for name in records]
    url = f"{case['programme'].absolute_url()}/@workflow/retract"
    answer = client(case, "webredaktion").rest("POST", url, {"include_children": True})
    assert answer.status == 200
    assert [state(case)[0][name] for name in records] == before
