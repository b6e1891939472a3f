"""Words that an editor maintains keep their key and change their name."""

from kommunaldialog.domain.word_list import as_line
from kommunaldialog.domain.word_list import parse_word
from kommunaldialog.domain.word_list import parse_words
from kommunaldialog.domain.word_list import Word
import pytest


HOUSING = Word("bauen-und-wohnen", "Bauen und Wohnen", "Building and housing")


def test_a_word_is_called_by_the_language_of_its_reader():
    assert HOUSING.title("de") == "Bauen und Wohnen"
    assert HOUSING.title("en-gb") == "Building and housing"
    assert HOUSING.title("fr") == "Bauen und Wohnen"


def test_a_word_without_an_english_name_is_called_by_its_german_one():
    assert Word("rat", "Bürgerrat").title("en") == "Bürgerrat"


@pytest.mark.parametrize("word", [HOUSING, Word("rat", "Bürgerrat")])
def test_a_word_is_read_as_it_was_written(word):
    assert parse_word(as_line(word)) == word


@pytest.mark.parametrize(
    "line", ["", "Wohnen", "wohnen", "wohnen|", "|Wohnen", "Bauen|Wohnen", "a\n|Wohnen"]
)
def test_a_line_without_key_or_name_is_no_word(line):
    with pytest.raises(ValueError, match="not a word"):
        parse_word(line)


def test_a_list_keeps_the_order_of_its_editor():
    assert parse_words(("b|Zwei", "a|Eins")) == (Word("b", "Zwei"), Word("a", "Eins"))
    assert parse_words(None) == ()
