"""Versions of the public types with Plone's own tools: keep, compare, go back."""

from plone import api
from plone.namedfile.file import NamedBlobFile
from tests import samples
from tests.client import Client
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent
import pytest
import transaction


FIRST = [{"title": "Auftakt", "start": "2016-01-21", "end": None}]
LATER = [*FIRST, {"title": "Werkstatt", "start": "2016-03-01", "end": None}]


@pytest.fixture
def repository(functional_portal):
    return api.portal.get_tool("portal_repository")


@pytest.fixture
def create(functional_portal):
    def make(portal_type, container=functional_portal, **values):
        with api.env.adopt_roles(["Manager"]):
            return api.content.create(container, portal_type, **values)

    return make


def change(item, **values):
    """As an edit form does it."""
    for name, value in values.items():
        setattr(item, name, value)
    notify(ObjectModifiedEvent(item))


def versions(repository, item):
    return len(repository.getHistory(item, countPurged=False))


def file(text):
    return NamedBlobFile(text, "text/plain", "protokoll.txt")


VALUES = {
    "Dialog": {},
    "Ergebnis": {"summary": "Kurz"},
    "Werkzeug": {"summary": "Kurz"},
    "Kommune": {"ags": "08111000"},
    "Kontakt": {},
}


@pytest.mark.parametrize("portal_type", VALUES)
def test_each_change_of_a_public_page_is_a_version(create, repository, portal_type):
    item = create(portal_type, title="Erst", **VALUES[portal_type])
    before = versions(repository, item)
    change(item, title="Dann")
    assert versions(repository, item) == before + 1


def test_an_earlier_version_of_a_dialogue_comes_back_with_its_phases(
    create, repository
):
    dialogue = create("Dialog", title="Ortsmitte", phases=FIRST, goal="Erst")
    change(dialogue, phases=LATER, goal="Dann")
    with api.env.adopt_roles(["Manager"]):
        repository.revert(dialogue, 0)
    assert (dialogue.phases, dialogue.goal) == (FIRST, "Erst")


def test_what_lies_in_a_dialogue_stays_when_an_earlier_version_comes_back(
    create, repository
):
    dialogue = create("Dialog", title="Ortsmitte", goal="Erst")
    gone = create("Ergebnis", dialogue, title="Weg", summary="Kurz")
    change(dialogue, goal="Dann")
    result = create("Ergebnis", dialogue, title="Neu", summary="Kurz")
    with api.env.adopt_roles(["Manager"]):
        dialogue.manage_delObjects([gone.getId()])
        transaction.savepoint()
        repository.revert(dialogue, 0)
    assert dialogue.goal == "Erst"
    assert dialogue.objectIds() == [result.getId()]


def test_an_earlier_file_comes_back(create, repository):
    result = create("Ergebnis", title="Protokoll", summary="Kurz", file=file(b"erst"))
    change(result, file=file(b"dann"))
    with api.env.adopt_roles(["Manager"]):
        repository.revert(result, 0)
    assert result.file.data == b"erst"


def test_versions_are_compared_on_a_page(create, functional_app):
    samples.make_people()
    dialogue = create("Dialog", title="Ortsmitte", phases=FIRST, goal="Erst")
    change(dialogue, phases=LATER, goal="Dann")
    transaction.commit()
    url = f"{dialogue.absolute_url()}/@@history?one=1&two=0"
    answer = Client(functional_app, "webredaktion").get(url)
    assert answer.status == 200
    assert "Werkstatt" in answer.text
    assert "Dann" in answer.text
