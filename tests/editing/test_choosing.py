"""Web editors choose among many dialogues and municipalities."""

from plone import api
from tests import samples
from tests.client import Client
from urllib.parse import urlencode
import json
import pytest
import transaction


@pytest.fixture
def editor(functional_app, functional_portal):
    samples.make_people()
    samples.make_kommune(functional_portal)
    samples.make_kommune(functional_portal, "08999002", "Beispielhausen")
    return Client(functional_app, "webredaktion")


def asked(editor, url, field, vocabulary, typed):
    """What the widget offers for what was typed."""
    criterion = {
        "i": "SearchableText",
        "o": "plone.app.querystring.operation.string.contains",
        "v": f"{typed}*",
    }
    asked = {
        "name": f"kommunaldialog.{vocabulary}",
        "field": field,
        "query": json.dumps({"criteria": [criterion]}),
    }
    transaction.commit()
    answer = editor.get(f"{url}/@@getVocabulary?{urlencode(asked)}")
    return [found["text"] for found in json.loads(answer.text)["results"]]


def test_an_editor_types_the_name_of_a_dialogue(functional_portal, editor):
    with api.env.adopt_roles(["Manager"]):
        api.content.create(functional_portal, "Dialog", title="Ortsmitte")
        tool = api.content.create(functional_portal, "Werkzeug", title="Leitfaden")
    found = asked(editor, tool.absolute_url(), "dialogues", "Dialogs", "orts")
    assert found == ["Ortsmitte"]


def test_what_was_chosen_stays_where_no_script_runs(functional_portal, editor):
    with api.env.adopt_roles(["Manager"]):
        dialogue = api.content.create(
            functional_portal,
            "Dialog",
            title="Ortsmitte",
            municipalities=("08999001", "08999002"),
        )
    transaction.commit()
    form = editor.get(f"{dialogue.absolute_url()}/edit").text
    assert 'value="08999001"' in form
    assert 'value="08999002"' in form
    # 1,103 municipalities would be as many lines of every form.
    assert "Beispielhausen</option>" not in form
