"""An editor's changes to a list of words."""

from kommunaldialog.domain.refusal import Refused
from kommunaldialog.domain.word_changes import add
from kommunaldialog.domain.word_changes import check_list
from kommunaldialog.domain.word_changes import check_merge
from kommunaldialog.domain.word_changes import find
from kommunaldialog.domain.word_changes import LONGEST_WORD
from kommunaldialog.domain.word_changes import make_key
from kommunaldialog.domain.word_changes import move
from kommunaldialog.domain.word_changes import remove
from kommunaldialog.domain.word_changes import rename
from kommunaldialog.domain.word_list import as_line
from kommunaldialog.domain.word_list import parse_word
from kommunaldialog.domain.word_list import Word
import pytest


A, B, C = Word("a", "Eins", "One"), Word("b", "Zwei"), Word("c", "Drei")
WORDS = (A, B, C)


def codes(raised):
    return [(refusal.code, refusal.field) for refusal in raised.value.refusals]


@pytest.mark.parametrize(
    ("german", "key"),
    [
        ("Bürgerrat (gelost)", "buergerrat-gelost"),
        ("  Café & Straße ", "cafe-strasse"),
        ("Łódź", "odz"),
        ("日本", "wort"),
        ("x" * 80, "x" * 50),
    ],
)
def test_a_key_is_made_from_the_german_word(german, key):
    assert make_key(german, ()) == key


def test_a_key_that_another_word_has_gets_a_number():
    assert make_key("Rat", ("rat",)) == "rat-2"
    assert make_key("Rat", ("rat", "rat-2")) == "rat-3"


def test_a_key_that_was_made_can_be_kept_and_read():
    word = Word(make_key("Ä" * 200, (make_key("Ä" * 200, ()),)), "Ä")
    assert parse_word(as_line(word)) == word


def test_a_new_word_stands_at_the_end():
    assert add(WORDS, " Vier  Fünf ", "Four") == (
        *WORDS,
        Word("vier-fuenf", "Vier Fünf", "Four"),
    )


def test_a_renamed_word_keeps_its_key_and_place():
    assert rename(WORDS, "b", "Zwo", "Two") == (A, Word("b", "Zwo", "Two"), C)


def test_a_word_may_keep_its_german_name_when_the_english_one_changes():
    assert rename(WORDS, "a", "Eins", "") == (Word("a", "Eins"), B, C)


@pytest.mark.parametrize(
    ("key", "steps", "order"),
    [
        ("b", -1, (B, A, C)),
        ("b", 1, (A, C, B)),
        ("a", -1, (A, B, C)),
        ("c", 1, (A, B, C)),
    ],
)
def test_a_word_moves_up_and_down_and_not_beyond_the_list(key, steps, order):
    assert move(WORDS, key, steps) == order


def test_a_removed_word_is_gone():
    assert remove(WORDS, "b") == (A, C)


@pytest.mark.parametrize(
    "change",
    [
        lambda: find(WORDS, "x"),
        lambda: rename(WORDS, "x", "X", ""),
        lambda: move(WORDS, "x", 1),
        lambda: remove(WORDS, "x"),
        lambda: check_merge(WORDS, "x", "a"),
    ],
)
def test_a_word_that_the_list_has_no_more_is_refused(change):
    with pytest.raises(Refused) as raised:
        change()
    assert codes(raised) == [("word_unknown", None)]


@pytest.mark.parametrize("into", ["a", "x", ""])
def test_a_word_is_merged_into_another_one_of_its_list(into):
    check_merge(WORDS, "a", "b")
    with pytest.raises(Refused) as raised:
        check_merge(WORDS, "a", into)
    assert codes(raised) == [("word_merge_target", "into")]


@pytest.mark.parametrize(
    ("german", "english", "refused"),
    [
        (" ", "", [("word_missing", "german")]),
        ("zwei", "", [("word_taken", "german")]),
        ("A|B", "", [("word_separator", "german")]),
        ("A", "B|C", [("word_separator", "english")]),
        ("A" * (LONGEST_WORD + 1), "", [("word_too_long", "german")]),
        (
            "",
            "|" + "A" * LONGEST_WORD,
            [
                ("word_missing", "german"),
                ("word_separator", "english"),
                ("word_too_long", "english"),
            ],
        ),
    ],
)
def test_a_name_is_there_and_short_and_no_other_words(german, english, refused):
    for change in (
        lambda: add(WORDS, german, english),
        lambda: rename(WORDS, "a", german, english),
        lambda: check_list((B, Word("a", german, english))),
    ):
        with pytest.raises(Refused) as raised:
            change()
        assert codes(raised) == refused


def test_a_whole_list_has_each_key_once():
    check_list(WORDS)
    with pytest.raises(Refused) as raised:
        check_list((A, Word("a", "Anders")))
    assert codes(raised) == [("word_key_twice", None)]
