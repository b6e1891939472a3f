"""The lists of words by REST."""

from kommunaldialog.controlpanel.word_lists import IWordLists
from kommunaldialog.controlpanel.word_lists import words
from kommunaldialog.usecases.words import LISTS
from plone import api
from tests.client import Client
from tests.samples import make_people
import json
import pytest
import transaction


LINES = ("bauen|Bauen|Building", "arbeit|Arbeit")
BUILDING = {"key": "bauen", "german": "Bauen", "english": "Building"}


@pytest.fixture
def url(functional_portal):
    make_people()
    with api.env.adopt_roles(["Manager"]):
        api.portal.set_registry_record("topics", LINES, interface=IWordLists)
        api.content.create(functional_portal, "Dialog", "d", topics=("bauen",))
    transaction.commit()
    return f"{functional_portal.absolute_url()}/@kommunaldialog-words"


@pytest.fixture
def patch(functional_app, url):
    client = Client(functional_app, "webredaktion")

    def send(data):
        answer = client.rest("PATCH", url, data)
        transaction.begin()
        return answer

    return send


def test_everybody_reads_the_lists_with_their_words_in_order(functional_app, url):
    lists = json.loads(Client(functional_app).rest("GET", url).text)["lists"]
    assert set(lists) == set(LISTS)
    assert lists["topics"] == {
        "title": "Themen",
        "words": [
            {**BUILDING, "title": "Bauen"},
            {"key": "arbeit", "german": "Arbeit", "english": "", "title": "Arbeit"},
        ],
    }


def test_who_maintains_them_reads_how_often_a_word_is_used(functional_app, url):
    answer = Client(functional_app, "webredaktion").rest("GET", url)
    found = json.loads(answer.text)["lists"]["topics"]["words"]
    assert [word["used"] for word in found] == [1, 0]


def test_a_list_becomes_what_is_sent(patch):
    sent = [{"german": "  Straße und Platz "}, {**BUILDING, "german": "Quartier"}]
    assert patch({"topics": sent}).status == 204
    assert [(word.key, word.german, word.english) for word in words("topics")] == [
        ("strasse-und-platz", "Straße und Platz", ""),
        ("bauen", "Quartier", "Building"),
    ]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        ({"topics": []}, "word_in_use"),
        ({"topics": [BUILDING, BUILDING]}, "word_key_twice"),
        ({"topics": [BUILDING, {"german": "bauen"}]}, "word_taken"),
        ({"topics": [BUILDING, {"key": "x", "german": " "}]}, "word_missing"),
        ({"farben": [BUILDING]}, "word_list_unknown"),
        ({"tool_kinds": []}, "word_default"),
    ],
)
def test_what_can_not_be_is_refused_with_a_sentence_and_nothing_changes(
    patch, data, code
):
    answer = patch({"methods": [{"german": "Neu"}], **data})
    assert answer.status == 400
    (error,) = json.loads(answer.text)["error"]["errors"]
    assert error["code"] == code
    assert error["message"]
    assert len(words("topics")) == 2
    assert len(words("methods")) == 9


@pytest.mark.parametrize(
    "data",
    [
        {"topics": "x"},
        {"topics": ["x"]},
        {"topics": [{**BUILDING, "german": 1}]},
        {"topics": [{**BUILDING, "key": "Ä|b"}]},
    ],
)
def test_what_is_no_list_of_words_is_refused(patch, data):
    assert patch(data).status == 400
    assert len(words("topics")) == 2


@pytest.mark.parametrize("person", [None, "antragstellung", "sachbearbeitung"])
def test_nobody_else_changes_a_list(functional_app, url, person):
    answer = Client(functional_app, person).rest("PATCH", url, {"topics": [BUILDING]})
    assert answer.status in {401, 403}
