"""Text blocks of letters and their placeholders."""

from kommunaldialog.domain.letter import APPROVAL
from kommunaldialog.domain.letter import KINDS
from kommunaldialog.domain.letter import REJECTION
from kommunaldialog.domain.text_blocks import check_block
from kommunaldialog.domain.text_blocks import fill
from kommunaldialog.domain.text_blocks import LONGEST
from kommunaldialog.domain.text_blocks import PLACEHOLDERS
import pytest


def refused(kind, text):
    return [(found.code, found.field) for found in check_block(kind, text, "block")]


@pytest.mark.parametrize("kind", KINDS)
def test_every_letter_knows_whom_it_goes_to_and_its_number(kind):
    assert {"Kommune", "Aktenzeichen"} <= set(PLACEHOLDERS[kind])


def test_a_placeholder_that_nobody_knows_is_refused_with_those_that_are_known():
    (refusal,) = check_block(APPROVAL, "Sie erhalten {Summe}, ja {Summe}.", "block")
    assert refusal.code == "text_block_unknown"
    assert refusal.field == "block"
    assert refusal.params["found"] == "{Summe}"
    assert refusal.params["known"].startswith("{Betrag}, {Aktenzeichen}")


def test_a_rejection_has_no_amount_to_speak_of():
    assert refused(REJECTION, "{Betrag}") == [("text_block_unknown", "block")]


@pytest.mark.parametrize("text", ["{Betrag", "Betrag}", "{{Betrag}}", "{"])
def test_a_brace_that_is_not_closed_is_refused(text):
    assert ("text_block_brace", "block") in refused(APPROVAL, text)


@pytest.mark.parametrize("text", ["{}", "{ Betrag }", "{betrag}"])
def test_a_placeholder_is_written_exactly(text):
    assert refused(APPROVAL, text) == [("text_block_unknown", "block")]


def test_a_block_ends_somewhere():
    assert refused(APPROVAL, "x" * LONGEST) == []
    assert refused(APPROVAL, "x" * (LONGEST + 1)) == [("core_too_long", "block")]


def test_each_placeholder_is_filled_in_as_often_as_it_is_written():
    text = fill(
        "{Betrag} für {Kommune}, also {Betrag}", {"Betrag": "1", "Kommune": "A"}
    )
    assert text == "1 für A, also 1"


def test_what_a_municipality_wrote_is_never_read_as_a_placeholder():
    values = {"Massnahme": "Dialog {Betrag}", "Betrag": "3.000,00 €"}
    assert fill("„{Massnahme}“", values) == "„Dialog {Betrag}“"


def test_a_placeholder_without_a_value_stays_to_be_seen():
    assert fill("{Frist}", {}) == "{Frist}"
