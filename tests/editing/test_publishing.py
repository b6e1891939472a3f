"""Publishing says what is missing, on every way in, and writes nothing then."""

from kommunaldialog.usecases.public import Incomplete
from plone import api
from plone.api.exc import InvalidParameterError
from tests import samples
from tests.client import Client
from urllib.parse import urlencode
import json
import pytest
import re
import transaction


@pytest.fixture
def editor(functional_app, functional_portal):
    samples.make_people()
    transaction.commit()
    return Client(functional_app, "webredaktion")


@pytest.fixture
def dialogue(functional_portal, editor):
    with api.env.adopt_roles(["Manager"]):
        dialogue = api.content.create(
            functional_portal, "Dialog", title="Ortsmitte", goal="Eine neue Mitte"
        )
    transaction.commit()
    return dialogue


@pytest.fixture
def post(editor, dialogue):
    """Posts a form to a view of an object, as the editor."""
    address = f"{api.portal.get().absolute_url()}/@@search"
    shown = editor.get(address).text
    token = re.search(r'data-?_?authenticator="([^"]+)"|_authenticator=(\w+)', shown)

    def send(item, view, **values):
        body = {"_authenticator": token[1] or token[2], **values}
        answer = editor.ask(
            "POST",
            f"{item.absolute_url()}/{view}",
            urlencode(body).encode(),
            Content_Type="application/x-www-form-urlencoded",
        )
        transaction.begin()
        return answer

    return send


def untouched(item):
    return api.content.get_state(item) == "private" and item.EffectiveDate() == "None"


def complete(item):
    with api.env.adopt_roles(["Manager"]):
        contact = api.content.create(api.portal.get(), "Kontakt", title="Anlaufstelle")
        samples.publish(contact)
    item.use_of_results, item.contact = "Der Gemeinderat berät.", contact.UID()
    transaction.commit()


def test_the_workflow_tool_refuses_what_is_incomplete(dialogue):
    tool = api.portal.get_tool("portal_workflow")
    with api.env.adopt_roles(["Manager"]), pytest.raises(Incomplete) as refused:
        tool.doActionFor(dialogue, "publish")
    assert [found.code for found in refused.value.refusals] == [
        "public_use_of_results_missing",
        "public_contact_missing",
    ]
    with api.env.adopt_roles(["Manager"]), pytest.raises(InvalidParameterError):
        api.content.transition(dialogue, "publish")
    assert untouched(dialogue)


def test_the_menu_says_what_is_missing(dialogue, post, editor):
    answer = post(dialogue, "content_status_modify", workflow_action="publish")
    assert answer.status == 302
    assert untouched(dialogue)
    complete(dialogue)
    post(dialogue, "content_status_modify", workflow_action="publish")
    assert api.content.get_state(dialogue) == "published"


def test_what_is_incomplete_can_be_given_for_review(dialogue, post):
    post(dialogue, "content_status_modify", workflow_action="submit")
    assert api.content.get_state(dialogue) == "pending"
    post(dialogue, "content_status_modify", workflow_action="publish")
    assert api.content.get_state(dialogue) == "pending"


def test_several_at_once_are_published_as_far_as_they_are_complete(
    dialogue, post, functional_portal
):
    with api.env.adopt_roles(["Manager"]):
        result = api.content.create(
            dialogue, "Ergebnis", title="Protokoll", summary="Kurz und gut."
        )
    transaction.commit()
    answer = post(
        functional_portal,
        "@@fc-workflow",
        transition="publish",
        selection=json.dumps([dialogue.UID(), result.UID()]),
    )
    told = json.loads(answer.text)
    assert told["status"] == "warning"
    assert "„Ortsmitte“ wurde nicht veröffentlicht. Es fehlt, was mit" in told["msg"]
    assert "Protokoll" not in told["msg"]
    assert untouched(dialogue)
    assert api.content.get_state(result) == "published"


def publish_by_rest(editor, item, **data):
    answer = editor.rest("POST", f"{item.absolute_url()}/@workflow/publish", data)
    transaction.begin()
    return answer


def test_rest_tells_each_field_and_writes_nothing(dialogue, editor):
    answer = publish_by_rest(editor, dialogue, effective="2020-01-01T00:00:00")
    error = json.loads(answer.text)["error"]
    assert answer.status == 400
    assert [found["field"] for found in error["errors"]] == [
        "form-widgets-use_of_results",
        "form-widgets-contact",
    ]
    assert "Die Ansprechperson fehlt." in error["message"]
    assert untouched(dialogue)


def test_rest_publishes_what_is_complete_or_all_of_it_or_nothing(dialogue, editor):
    complete(dialogue)
    with api.env.adopt_roles(["Manager"]):
        result = api.content.create(dialogue, "Ergebnis", title="Protokoll")
    transaction.commit()
    refused = publish_by_rest(editor, dialogue, include_children=True)
    assert refused.status == 400
    assert untouched(dialogue)
    assert publish_by_rest(editor, dialogue).status == 200
    assert api.content.get_state(dialogue) == "published"
    assert untouched(result)


def test_what_was_emptied_after_its_publication_comes_back_from_the_archive(dialogue):
    with api.env.adopt_roles(["Manager"]):
        samples.publish(dialogue)
        api.content.transition(dialogue, "archive")
        api.content.transition(dialogue, "restore")
    assert api.content.get_state(dialogue) == "published"
