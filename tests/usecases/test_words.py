"""Maintaining lists of words: names carry over, nothing that is used gets lost."""

from AccessControl import Unauthorized
from kommunaldialog.controlpanel.word_lists import IWordLists
from kommunaldialog.controlpanel.word_lists import words
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.domain.word_list import Word
from kommunaldialog.history.words import forget_words
from kommunaldialog.history.words import word_events
from kommunaldialog.usecases.words import add_word
from kommunaldialog.usecases.words import LISTS
from kommunaldialog.usecases.words import merge_words
from kommunaldialog.usecases.words import move_word
from kommunaldialog.usecases.words import remove_word
from kommunaldialog.usecases.words import rename_word
from kommunaldialog.usecases.words import replace_list
from kommunaldialog.usecases.words import used
from kommunaldialog.usecases.words import USES
from plone import api
from tests.samples import publish
import pytest


LINES = ("bauen|Bauen|Building", "arbeit|Arbeit", "feste|Feste feiern|Celebrating")
LAST = [
    lambda: add_word("topics", "Verkehr", ""),
    lambda: rename_word("topics", "bauen", "Wohnen", ""),
    lambda: move_word("topics", "bauen", 1),
    lambda: remove_word("topics", "arbeit"),
    lambda: merge_words("topics", "bauen", "arbeit"),
    lambda: replace_list("topics", (Word("bauen", "Bauen"),)),
]


@pytest.fixture
def lists(portal):
    """An editor's topics, and pages on which some of them stand."""
    with api.env.adopt_roles(["Manager"]):
        api.portal.set_registry_record("topics", LINES, interface=IWordLists)
        dialogue = api.content.create(
            portal,
            "Dialog",
            "dialog",
            title="Marktplatz",
            topics=("bauen", "feste"),
            participant_groups=("jugend",),
        )
        # What a result takes from its dialogue is public there.
        publish(dialogue)
        api.content.create(
            dialogue, "Ergebnis", "bericht", title="Bericht", kind="minutes"
        )
        api.content.create(
            portal, "Werkzeug", "tafel", title="Tafel", topics=("feste",)
        )
    with api.env.adopt_roles(["Manager"]):
        yield portal


def found(text):
    catalog = api.portal.get_tool("portal_catalog")
    brains = catalog.unrestrictedSearchResults(dialogue_text=text)
    return {brain.getId for brain in brains}


def refused(change):
    with pytest.raises(Refused) as raised:
        change()
    return [refusal.code for refusal in raised.value.refusals]


def test_each_list_says_where_its_words_stand():
    assert set(USES) == set(LISTS)
    for uses in USES.values():
        assert len({use.index for use in uses}) == 1


def test_a_word_counts_the_pages_that_keep_it(lists):
    assert [used("topics", key) for key in ("bauen", "arbeit", "feste")] == [1, 0, 2]
    assert used("groups", "jugend") == 1
    # A dialogue's kind is in the same index, and no word of this list.
    assert used("result_kinds", "minutes") == 1
    assert used("result_kinds", "municipal") == 0


def test_a_new_word_has_a_key_and_can_be_chosen_at_once(lists):
    word = add_word("topics", "Straßen und Verkehr", "Traffic")
    assert word == Word("strassen-und-verkehr", "Straßen und Verkehr", "Traffic")
    assert words("topics")[-1] == word
    lists["tafel"].topics = (word.key,)


def test_a_renamed_word_keeps_its_pages_and_they_are_found_by_its_new_name(lists):
    assert found("Bauen") == {"dialog", "bericht"}
    old = rename_word("topics", "bauen", "Quartier", "Neighbourhood")
    assert old == Word("bauen", "Bauen", "Building")
    assert lists["dialog"].topics == ("bauen", "feste")
    assert found("Quartier") == found("Neighbourhood") == {"dialog", "bericht"}
    assert found("Bauen") == set()


def test_a_renamed_group_reaches_the_results_of_its_dialogues(lists):
    rename_word("groups", "jugend", "Heranwachsende", "")
    assert found("Heranwachsende") == {"dialog", "bericht"}


def test_a_word_moves_in_its_list(lists):
    move_word("topics", "feste", -1)
    assert [word.key for word in words("topics")] == ["bauen", "feste", "arbeit"]


def test_a_word_that_no_page_uses_can_be_removed(lists):
    assert remove_word("topics", "arbeit").german == "Arbeit"
    assert [word.key for word in words("topics")] == ["bauen", "feste"]


def test_a_word_that_a_page_uses_stays_also_where_nobody_sees_the_page(lists):
    lists["dialog"].manage_permission("View", [], acquire=0)
    lists["dialog"].reindexObjectSecurity()
    assert refused(lambda: remove_word("topics", "bauen")) == ["word_in_use"]
    kept = tuple(word for word in words("topics") if word.key != "bauen")
    assert refused(lambda: replace_list("topics", kept)) == ["word_in_use"]
    assert len(words("topics")) == 3


@pytest.mark.parametrize(
    ("name", "key", "other"),
    [
        ("result_kinds", "short_information", "minutes"),
        ("tool_kinds", "guide", "checklist"),
    ],
)
def test_the_word_that_forms_begin_with_stays(lists, name, key, other):
    assert refused(lambda: remove_word(name, key)) == ["word_default"]
    assert refused(lambda: merge_words(name, key, other)) == ["word_default"]


def test_merging_puts_the_other_word_on_all_pages_once_and_keeps_their_history(lists):
    before = lists["tafel"].modified()
    assert merge_words("topics", "feste", "bauen") == 2
    assert lists["dialog"].topics == lists["tafel"].topics == ("bauen",)
    assert [word.key for word in words("topics")] == ["bauen", "arbeit"]
    assert used("topics", "bauen") == 2
    assert lists["tafel"].modified() > before
    assert found("feiern") == set()
    assert found("Bauen") == {"dialog", "bericht", "tafel"}


def test_a_kind_is_merged_on_the_pages_of_that_kind(lists):
    assert merge_words("result_kinds", "minutes", "field_report") == 1
    assert lists["dialog"]["bericht"].kind == "field_report"
    assert lists["dialog"].kind == "municipal"


def test_a_whole_list_can_be_replaced(lists):
    new = (
        Word("feste", "Feste"),
        Word("verkehr", "Verkehr", "Traffic"),
        Word("bauen", "Bauen", "Building"),
    )
    replace_list("topics", new)
    assert words("topics") == new


def test_every_change_is_kept_with_who_made_it_and_old_and_new(lists):
    rename_word("topics", "bauen", "Wohnen", "")
    move_word("topics", "feste", -2)
    merge_words("topics", "feste", "bauen")
    noted = [(event.kind, dict(event.changes)) for event in word_events(4)]
    assert noted == [
        ("words_changed", {"topics.feste": ("feste|Feste feiern|Celebrating", "")}),
        (
            "words_merged",
            {
                "topics.feste": ("feste|Feste feiern|Celebrating", "bauen|Wohnen"),
                "pages": ("", "2"),
            },
        ),
        ("words_changed", {"topics": ("bauen arbeit feste", "feste bauen arbeit")}),
        ("words_changed", {"topics.bauen": ("bauen|Bauen|Building", "bauen|Wohnen")}),
    ]
    assert {event.actor for event in word_events(4)} == {"test_user_1_"}


def test_what_changes_nothing_is_not_noted(lists):
    before = len(list(word_events(100)))
    move_word("topics", "bauen", -1)
    assert len(list(word_events(100))) == before


def test_the_record_goes_with_the_product(lists):
    rename_word("topics", "bauen", "Wohnen", "")
    forget_words()
    assert list(word_events(100)) == []


def test_a_list_that_there_is_not_is_refused(lists):
    assert refused(lambda: add_word("farben", "Rot", "")) == ["word_list_unknown"]


@pytest.mark.parametrize("change", LAST)
def test_only_who_maintains_lists_changes_one(lists, change):
    roles = ["Member", "Contributor", "Authenticated"]
    with api.env.adopt_roles(roles), pytest.raises(Unauthorized):
        change()
    with api.env.adopt_roles(["Editor"]):
        if change is LAST[-1]:
            assert refused(change) == ["word_in_use"]
        else:
            change()
