"""The pages on which editors maintain the lists of words."""

from kommunaldialog.controlpanel.word_lists import IWordLists
from kommunaldialog.controlpanel.word_lists import words
from plone import api
from tests.client import Client
from tests.samples import make_people
import pytest
import transaction


LINES = ("bauen|Bauen|Building", "arbeit|Arbeit", "feste|Feste feiern")


@pytest.fixture
def lists(functional_portal):
    make_people()
    with api.env.adopt_roles(["Manager"]):
        api.portal.set_registry_record("topics", LINES, interface=IWordLists)
        dialogue = api.content.create(
            functional_portal, "Dialog", "dialog", title="Markt", topics=("bauen",)
        )
    transaction.commit()
    return dialogue


@pytest.fixture
def editor(functional_app, lists):
    browser = Client(functional_app, "webredaktion").browser()
    browser.open(f"{api.portal.get().absolute_url()}/@@listen")
    return browser


def keys():
    transaction.begin()
    return [word.key for word in words("topics")]


def text(browser):
    return " ".join(browser.contents.split())


def open_word(editor, place):
    editor.getLink(url="liste={}&wort={}".format(*place.split("."))).click()


def test_each_word_says_on_how_many_pages_it_stands(editor):
    row = text(editor).split('id="topics.bauen"')[1].split("</tr>")[0]
    assert ">Building<" in row
    assert ">1</td>" in row


def test_words_move_by_buttons(editor):
    editor.getControl("Nach unten: Bauen").click()
    assert editor.url.endswith("/@@listen#topics.bauen")
    assert keys() == ["arbeit", "bauen", "feste"]
    editor.getControl("Nach oben: Feste feiern").click()
    assert keys() == ["arbeit", "feste", "bauen"]


def test_the_first_word_does_not_move_up_and_the_last_one_not_down(editor):
    for label in ("Nach oben: Bauen", "Nach unten: Feste feiern"):
        with pytest.raises(LookupError):
            editor.getControl(label)


def test_a_word_is_added(editor):
    editor.getControl(name="topics-german").value = "Straßen & Verkehr"
    editor.getControl("Hinzufügen: Themen").click()
    assert keys() == ["bauen", "arbeit", "feste", "strassen-verkehr"]
    assert "„Straßen &amp; Verkehr“ steht in der Liste." in text(editor)


def test_a_word_that_is_there_is_refused_at_its_input_and_nothing_is_lost(editor):
    editor.getControl(name="topics-german").value = "arbeit"
    editor.getControl(name="topics-english").value = "Labour"
    editor.getControl("Hinzufügen: Themen").click()
    assert '<a href="#topics-german">Dieses Wort steht schon' in text(editor)
    assert editor.getControl(name="topics-english").value == "Labour"
    assert editor.getControl(name="methods-german").value == ""
    assert len(keys()) == 3


def test_a_renamed_word_is_called_so_on_the_pages_that_use_it(
    functional_app, lists, editor
):
    open_word(editor, "topics.bauen")
    editor.getControl(name="german").value = "Quartier"
    editor.getControl("Umbenennen").click()
    assert "„Bauen“ heißt jetzt anders." in text(editor)
    page = Client(functional_app, "webredaktion").get(lists.absolute_url()).text
    assert "Quartier" in page
    assert "Bauen" not in page


def test_a_used_word_can_be_merged_but_not_removed(lists, editor):
    open_word(editor, "topics.bauen")
    assert 'value="remove"' not in editor.contents
    editor.getControl(name="into").displayValue = ["Feste feiern"]
    editor.getControl("Zusammenlegen").click()
    assert "„Bauen“ ist zusammengelegt. Geänderte Seiten: 1" in text(editor)
    assert keys() == ["arbeit", "feste"]
    assert lists.topics == ("feste",)
    assert "zusammengelegt mit „Feste feiern“ (Seiten: 1)" in text(editor)


def test_merging_into_nothing_is_refused(editor):
    open_word(editor, "topics.bauen")
    editor.getControl("Zusammenlegen").click()
    assert '<a href="#into">Bitte wählen Sie ein anderes Wort' in text(editor)
    assert len(keys()) == 3


def test_an_unused_word_can_be_removed(editor):
    open_word(editor, "topics.arbeit")
    editor.getControl("Entfernen").click()
    assert keys() == ["bauen", "feste"]


def test_a_word_that_forms_begin_with_can_only_be_renamed(editor):
    open_word(editor, "tool_kinds.guide")
    assert "Es bleibt deshalb in der Liste." in text(editor)
    assert 'value="merge"' not in editor.contents
    assert 'value="remove"' not in editor.contents


def test_the_last_changes_say_who_when_old_and_new(editor):
    open_word(editor, "topics.arbeit")
    editor.getControl(name="german").value = "Lernen"
    editor.getControl(name="english").value = "Learning"
    editor.getControl("Umbenennen").click()
    first = text(editor).split("Letzte Änderungen</h2>")[1].split("<tbody>")[1]
    row = first.split("</tr>")[0]
    for said in ("Wolf Web", "Themen", ">Arbeit<", ">Lernen (Learning)<"):
        assert said in row


@pytest.mark.parametrize(
    "query", ["", "liste=topics&wort=x", "liste=x&wort=bauen", "liste=title&wort=a"]
)
def test_a_word_that_there_is_not_is_not_found(functional_app, lists, query):
    client = Client(functional_app, "webredaktion")
    url = f"{api.portal.get().absolute_url()}/@@listenwort?{query}"
    assert client.get(url).status == 404


@pytest.mark.parametrize("person", [None, "antragstellung", "sachbearbeitung"])
@pytest.mark.parametrize("view", ["listen", "listenwort?liste=topics&wort=bauen"])
def test_nobody_else_sees_these_pages(functional_app, lists, person, view):
    client = Client(functional_app, person)
    answer = client.get(f"{api.portal.get().absolute_url()}/@@{view}")
    assert answer.status in {302, 401, 403}


def test_what_was_not_sent_by_the_form_is_refused(functional_app, lists):
    client = Client(functional_app, "webredaktion")
    url = f"{api.portal.get().absolute_url()}/@@listen"
    assert client.ask("POST", url, b"down=topics.bauen").status == 403
    assert keys() == ["bauen", "arbeit", "feste"]
