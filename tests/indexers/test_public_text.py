"""What the full text search of the public pages finds."""

from concurrent.futures import ThreadPoolExecutor
from kommunaldialog.controlpanel.word_lists import IWordLists
from kommunaldialog.indexers.lexicon import stem
from kommunaldialog.indexers.lexicon import text_query
from plone import api
from plone.app.testing import applyProfile
from plone.app.testing import login
from plone.app.testing import SITE_OWNER_NAME
from plone.app.textfield.value import RichTextValue
from plone.namedfile.file import NamedBlobFile
from tests.samples import make_kommune
from tests.samples import publish
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent
import pytest
import sys


@pytest.fixture
def manager(app, portal):
    login(app, SITE_OWNER_NAME)


@pytest.fixture
def dialogue(portal, manager):
    api.portal.set_registry_record(
        "topics", ("klima|Klimaschutz|Climate",), interface=IWordLists
    )
    return api.content.create(
        portal,
        "Dialog",
        title="Neue Häuser an der Straße",
        goal="Wir reden über Wohnungsbau.",
        topics=("klima",),
        phases=[{"title": "Planungszelle"}],
        partners=("Städtetag",),
        text=RichTextValue("<p>Ein <em>Radweg</em></p>", "text/html", "text/html"),
    )


def found(typed):
    return {brain.Title for brain in api.content.find(dialogue_text=text_query(typed))}


@pytest.mark.parametrize(
    "typed",
    [
        "Haus",
        "HÄUSERN",
        "haeuser",
        "Strasse",
        "straßen",
        "Wohnung",
        "Klimaschutzes",
        "climate",
        "Planungszellen",
        "städtetages",
        "Radwege",
        "der Radweg und die Häuser",
    ],
)
def test_a_page_is_found_by_any_form_of_its_words(dialogue, typed):
    assert found(typed) == {dialogue.title}


@pytest.mark.parametrize("typed", ["Haus Turnhalle", "em", "Baum", "not", "Haus AND"])
def test_a_page_is_found_only_by_all_of_the_words(dialogue, typed):
    assert found(typed) == set()


@pytest.mark.parametrize("typed", ["Haus*", '"Haus', "(Haus", "Haus –", "-Haus"])
def test_no_sign_that_was_typed_is_an_operator(dialogue, typed):
    assert found(typed) == {dialogue.title}


@pytest.mark.parametrize("typed", ["", "***", '"', " – "])
def test_what_is_no_word_asks_for_nothing(typed):
    assert text_query(typed) == ""


def test_a_question_of_small_words_alone_still_asks_for_them(dialogue):
    assert found("an der") == {dialogue.title}
    assert found("an der das") == set()


def test_a_page_is_found_by_the_beginning_of_a_compound_but_not_by_three_letters(
    dialogue,
):
    assert found("wohnen") == {dialogue.title}
    assert found("woh") == set()


def test_the_word_itself_comes_before_what_begins_with_it(portal, manager):
    for title in ("Bürgerrat Klima", "Bürger"):
        api.content.create(portal, "Dialog", title=title)
    brains = api.content.find(dialogue_text=text_query("Bürger"))
    assert [brain.Title for brain in brains] == ["Bürger", "Bürgerrat Klima"]


def test_a_result_is_found_by_the_topics_of_its_dialogue(dialogue):
    api.content.create(dialogue, "Ergebnis", title="Protokoll", kind="minutes")
    publish(dialogue)
    assert found("Klimaschutz Protokoll") == {"Protokoll"}
    dialogue.topics = ()
    notify(ObjectModifiedEvent(dialogue))
    assert found("Klimaschutz") == set()


def test_the_text_of_a_file_is_found_where_it_can_be_read(dialogue):
    file = NamedBlobFile("Spielplätze für alle".encode(), "text/plain", "a.txt")
    api.content.create(dialogue, "Ergebnis", title="Mit Datei", file=file)
    unread = NamedBlobFile(b"Spielplatz", "application/x-unknown", "a.bin")
    api.content.create(dialogue, "Ergebnis", title="Ungelesen", file=unread)
    assert found("Spielplatz") == {"Mit Datei"}


def test_a_page_is_found_by_the_new_name_of_its_municipality(portal, manager):
    kommune = make_kommune(portal, "08999001", "Musterstadt")
    api.content.create(
        portal, "Dialog", title="Ortsmitte", municipalities=("08999001",)
    )
    assert "Ortsmitte" in found("Musterstadt")
    kommune.title = "Neustadt"
    notify(ObjectModifiedEvent(kommune))
    assert found("Musterstadt") == set()
    assert found("Neustadt") == {"Neustadt", "Ortsmitte"}


def test_importing_the_profile_again_leaves_the_index_as_it_is(dialogue, portal):
    applyProfile(portal, "kommunaldialog:default")
    assert found("Radweg") == {dialogue.title}


def test_threads_do_not_mix_up_each_other_s_words():
    words = [f"häuser{number}straßen" for number in range(400)]
    alone = [stem.__wrapped__(word) for word in words]
    switch = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(4) as pool:
            found = list(pool.map(stem.__wrapped__, words * 5))
    finally:
        sys.setswitchinterval(switch)
    assert found == alone * 5
