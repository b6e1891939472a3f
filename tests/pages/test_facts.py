"""Recorded changes and facts, as people read them."""

from datetime import datetime
from datetime import UTC
from kommunaldialog.history.record import Event
from kommunaldialog.pages.fact_titles import TITLES
from kommunaldialog.pages.facts import Words
from pathlib import Path
import ast
import kommunaldialog
import pytest


MOMENT = datetime(2026, 11, 30, 23, 30, tzinfo=UTC)
ROOT = Path(kommunaldialog.__file__).parent
MODULES = sorted(path for path in (ROOT / "usecases").glob("*.py"))
# What is recorded of drafts, programmes, consultations and lists of words, which a
# case's history does not show.
ELSEWHERE = frozenset(
    (
        *("reminder", "erasure", "copy_of", "ags", "closed", "first", "last"),
        *("absent", "stands_in", "seed", "population", "drawn"),
        *("municipality", "methods"),
        # Of accounts: accounts/log.py.
        *("claim", "mail", "user"),
    )
)


@pytest.fixture
def words(portal):
    return Words("de", "Europe/Berlin")


def lines(words, **changes):
    return words.change_lines(Event("changed", "anna", MOMENT, changes))


def test_a_change_says_what_was_before_and_what_is_now(words):
    assert lines(words, reason=("Alt", "Neu")) == ["Begründung: Alt → Neu"]
    assert lines(words, reason=("", "Neu")) == ["Begründung: Neu"]
    assert lines(words, reason=("Alt", "")) == ["Begründung: Alt → "]


def test_what_was_empty_and_stays_empty_is_no_change(words):
    assert lines(words, note=("", "")) == []


@pytest.mark.parametrize(
    ("name", "recorded", "said"),
    [
        ("amount", "2500.00", "2.500,00\xa0€"),
        ("due", "2026-12-24", "24. Dezember 2026"),
        # On the portal's clocks it is a day later.
        ("moment", "2026-11-30T23:30:00+00:00", "1. Dezember 2026, 00:30"),
        ("approved", "yes", "ja"),
        ("channel", "portal", "Abruf im Portal"),
        ("answered_by", "", ""),
        ("text", "yes", "yes"),
        ("text", "12.5", "12.5"),
    ],
)
def test_values_read_as_people_write_them(words, name, recorded, said):
    (found,) = lines(words, **{name: ("x", recorded)}) or [""]
    assert found.endswith(f"→ {said}")


def test_a_letter_is_called_what_it_is(words):
    assert lines(words, letter=("", "bescheid-2")) == ["Schreiben: Bescheid"]


def test_people_are_called_by_their_names(words, funding):
    found = lines(words, case_worker=("sachbearbeitung", "beides"))
    assert found == ["Zuständig: Sabine Sachbearbeitung → Bea Beides"]


def recorded_names(source):
    """Names that a module gives to `record`: keys of pairs of old and new."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Subscript):
            key = node.targets[0].slice
            pair = isinstance(node.value, ast.Tuple) and len(node.value.elts) == 2
            if pair and isinstance(key, ast.Constant):
                yield key.value
        if isinstance(node, ast.Dict):
            for key, value in zip(node.keys, node.values, strict=True):
                pair = isinstance(value, ast.Tuple) and len(value.elts) == 2
                if pair and isinstance(key, ast.Constant):
                    yield key.value


def test_all_that_use_cases_record_has_a_name_that_people_read():
    found = {
        name for path in MODULES for name in recorded_names(path.read_text("utf-8"))
    }
    assert "reason" in found
    assert sorted(found - set(TITLES) - ELSEWHERE) == []
