"""What the overviews can ask the catalog about public pages."""

from datetime import date
from kommunaldialog.content.register import kreis_names
from kommunaldialog.indexers.public import OWN_WORDS
from plone import api
from plone.app.testing import login
from plone.app.testing import SITE_OWNER_NAME
from plone.namedfile.file import NamedBlobFile
from tests.samples import make_kommune
from tests.samples import publish
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent
import pytest


@pytest.fixture
def manager(app, portal):
    login(app, SITE_OWNER_NAME)


@pytest.fixture
def dialogue(portal, manager):
    return api.content.create(
        portal,
        "Dialog",
        title="Ortsmitte",
        kind="programme",
        topics=("wohnen",),
        methods=("werkstatt",),
        municipalities=("08999001", "08999002", "08111000"),
        start=date(2016, 1, 21),
        end=date(2017, 6, 30),
    )


@pytest.fixture
def result(dialogue):
    return api.content.create(
        dialogue, "Ergebnis", title="Protokoll", date=date(2016, 1, 21)
    )


def found(**query):
    return {brain.Title for brain in api.content.find(**query)}


def test_a_dialogue_is_found_in_each_year_that_it_ran(dialogue):
    assert found(dialogue_years="2016") == found(dialogue_years="2017") == {"Ortsmitte"}
    assert found(dialogue_years="2018") == set()


def test_a_dialogue_is_found_by_the_kreis_of_its_municipalities(dialogue):
    assert found(dialogue_kreise="08999") == {"Ortsmitte"}
    assert found(dialogue_kreise="08111") == {"Ortsmitte"}


def test_a_result_is_about_the_topics_and_methods_of_its_dialogue(dialogue, result):
    publish(dialogue)
    assert found(dialogue_topics="wohnen", portal_type="Ergebnis") == {"Protokoll"}
    assert found(dialogue_methods="werkstatt", portal_type="Ergebnis") == {"Protokoll"}
    dialogue.topics = ("sicherheit",)
    notify(ObjectModifiedEvent(dialogue))
    assert found(dialogue_topics="wohnen") == set()
    assert found(dialogue_topics="sicherheit", portal_type="Ergebnis") == {"Protokoll"}


def test_a_result_belongs_to_all_dialogues_that_it_lies_in(dialogue):
    local = api.content.create(dialogue, "Dialog", title="Werkstatt Nord")
    api.content.create(local, "Ergebnis", title="Tafel")
    assert found(dialogue_of=dialogue.UID()) == {"Werkstatt Nord", "Tafel"}
    assert found(dialogue_of=local.UID()) == {"Tafel"}


def test_a_tool_belongs_to_the_dialogues_that_it_comes_from(portal, dialogue):
    api.content.create(
        portal,
        "Werkzeug",
        title="Einladung",
        phases=("invite",),
        dialogues=(dialogue.UID(),),
    )
    assert found(dialogue_of=dialogue.UID()) == {"Einladung"}
    assert found(dialogue_phases="invite") == {"Einladung"}


def test_a_municipality_is_found_by_what_it_advises_on(portal, manager):
    town = make_kommune(portal)
    assert found(dialogue_advises="wohnen") == set()
    town.advises_topics = ("wohnen",)
    town.reindexObject()
    assert found(dialogue_advises="wohnen", dialogue_kreise="08999") == {"Musterstadt"}


def test_one_that_advises_in_its_own_words_alone_is_found_as_well(portal, manager):
    town = make_kommune(portal)
    assert found(dialogue_advises=OWN_WORDS) == set()
    town.advises_on = ("Moderation",)
    town.reindexObject()
    assert found(dialogue_advises=OWN_WORDS) == {"Musterstadt"}


def test_a_page_outside_of_the_product_says_nothing_of_its_own(portal, dialogue):
    page = api.content.create(dialogue, "Document", title="Seite")
    brain = api.content.find(UID=page.UID())[0]
    assert not brain.dialogue_topics
    assert not brain.dialogue_kind


def test_lists_say_how_a_summary_begins_unless_an_editor_describes_the_page(portal):
    with api.env.adopt_roles(["Manager"]):
        result = api.content.create(
            portal, "Ergebnis", title="Protokoll", summary="Zehn Kommunen. " * 40
        )
    told = api.content.find(UID=result.UID(), unrestricted=True)[0].Description
    assert told.startswith("Zehn Kommunen. Zehn")
    assert told.endswith(" …")
    assert len(told) <= 300
    result.description = "Wer da war."
    result.reindexObject()
    told = api.content.find(UID=result.UID(), unrestricted=True)[0].Description
    assert told == "Wer da war."


def test_lists_know_the_file_of_a_result_and_the_number_who_took_part(portal):
    file = NamedBlobFile(b"%PDF-1.4", "application/pdf", "a.pdf")
    with api.env.adopt_roles(["Manager"]):
        dialogue = api.content.create(
            portal, "Dialog", title="Dialog", participant_number=0
        )
        result = api.content.create(
            dialogue, "Ergebnis", title="Protokoll", summary="Kurz.", file=file
        )
    found = {b.UID: b for b in api.content.find(portal, unrestricted=True)}
    assert found[result.UID()].dialogue_file == ("a.pdf", "application/pdf", 8)
    assert not found[dialogue.UID()].dialogue_file
    assert found[dialogue.UID()].dialogue_participants == 0
    assert found[result.UID()].dialogue_participants != 0


def test_a_kreis_without_a_page_is_called_what_its_municipalities_say(portal, manager):
    create = api.content.create
    create(portal, "Kommune", title="Unbekannt", ags="08997001")
    create(portal, "Kommune", title="Horb", ags="08998001", district="Beispielkreis")
    create(portal, "Kommune", title="Musterkreis", ags="08999", kind="landkreis")
    assert kreis_names(["08997", "08998", "08999"]) == {
        "08997": "08997",
        "08998": "Beispielkreis",
        "08999": "Musterkreis",
    }
