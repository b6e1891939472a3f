"""Every text that people see is there in German and in English."""

from kommunaldialog.locales import update
import pytest


@pytest.fixture(scope="module")
def code():
    return update.in_code()


def test_texts_are_found_in_the_code(code):
    assert len(code) > 100


def test_every_text_has_its_german_in_the_code(code):
    assert [key for key, text in code.items() if not text] == []


def test_letters_are_letters_however_a_template_writes_them(code):
    assert [key for key, text in code.items() if "uml;" in text] == []


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_catalogs_have_the_texts_of_the_code_and_no_others(code, language):
    catalog = update.in_catalog(language)
    assert sorted(catalog) == sorted(code), "run: make locales"


def test_german_in_the_catalog_is_that_of_the_code(code):
    assert update.in_catalog("de") == code, "run: make locales"


def test_every_text_has_its_english():
    english = update.in_catalog("en")
    assert [key for key, text in english.items() if not text] == []


def test_both_languages_use_the_same_variables():
    german, english = update.in_catalog("de"), update.in_catalog("en")
    different = [
        key
        for key in german
        if update.variables(german[key]) != update.variables(english[key])
    ]
    assert different == []


def test_a_variable_that_is_missing_is_noticed():
    assert update.variables("Bis ${date} um ${time}") != update.variables("By ${date}")
