"""The text blocks of a call's letters, as its settings."""

from kommunaldialog.content.programme_letters import IProgrammeLetters
from kommunaldialog.content.programme_letters import STANDARD
from kommunaldialog.content.programme_letters import text_block
from kommunaldialog.content.wrong import Wrong
from kommunaldialog.domain.letter import KINDS
from types import SimpleNamespace
from zope.i18n import translate
from zope.schema import getFieldNames
import pytest


def test_each_letter_has_a_field_with_its_standard_text():
    assert set(getFieldNames(IProgrammeLetters)) == {f"block_{kind}" for kind in KINDS}
    for kind in KINDS:
        assert IProgrammeLetters[f"block_{kind}"].default == STANDARD[kind]


def test_an_unknown_placeholder_is_refused_at_its_field_whatever_way_it_comes_in():
    with pytest.raises(Wrong) as refused:
        IProgrammeLetters["block_early_start"].validate("Beginn am {Betrag}")
    words = translate(refused.value.doc(), target_language="de")
    assert words.startswith("{Betrag} ist kein Platzhalter dieses Schreibens.")
    assert "{Erlaubt_ab}, {Aktenzeichen}" in words


def test_the_standard_text_of_each_letter_is_right_by_its_own_rules():
    for kind in KINDS:
        IProgrammeLetters[f"block_{kind}"].validate(STANDARD[kind])


@pytest.mark.parametrize("kept", [None, "", " \n "])
def test_a_block_that_was_emptied_is_the_standard_text(kept):
    programme = SimpleNamespace(block_rejection=kept)
    assert text_block(programme, "rejection") == STANDARD["rejection"]


def test_a_block_that_somebody_wrote_is_theirs():
    programme = SimpleNamespace(block_rejection="Leider nein.")
    assert text_block(programme, "rejection") == "Leider nein."
