"""Every refusal of the rules has a sentence, and its values are in it."""

from datetime import date
from datetime import datetime
from decimal import Decimal
from kommunaldialog import domain
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.steps import ACTS
from kommunaldialog.messages import SENTENCES
from kommunaldialog.messages import text
from pathlib import Path
from zoneinfo import ZoneInfo
from zope.i18n import interpolate
import ast
import pytest
import re


def codes_in(folder):
    """Return the codes that every `Refusal(…)` in the modules of `folder` names."""
    return {
        node.args[0].value
        for path in folder.glob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Refusal"
        if isinstance(node.args[0], ast.Constant)
    }


def german(code, **params):
    message = text(Refusal(code, params=params))
    assert message.domain == "kommunaldialog"
    return interpolate(message.default, message.mapping)


def test_each_code_of_the_rules_has_a_sentence():
    codes = codes_in(Path(domain.__path__[0]))
    assert len(codes) > 30
    # Said by the table of steps, not where it is refused.
    codes |= {act.otherwise for act in ACTS}
    assert codes <= set(SENTENCES)


def test_each_sentence_has_an_id_made_of_its_code_and_german_words():
    for code, message in SENTENCES.items():
        assert message == f"messages_{code}"
        assert message.default.endswith((".", "?", "${problem}"))


def test_missing_money_is_said_in_euros():
    assert german("plan_money_missing", difference=Decimal("1250")) == (
        "Ausgaben und Finanzierung stimmen nicht überein."
        " Es fehlen 1.250,00\N{NO-BREAK SPACE}€."
    )


def test_a_decimal_point_is_answered_with_what_was_meant():
    assert german("amount_decimal_point", meant="12,50") == (
        "Bitte schreiben Sie den Betrag mit Komma. Meinten Sie 12,50?"
    )


def test_a_deadline_is_said_with_date_and_time_of_its_zone():
    deadline = datetime(2016, 10, 31, 23, 59, 59, tzinfo=ZoneInfo("Europe/Berlin"))
    assert german("deadline_passed", deadline=deadline) == (
        "Die Antragsfrist endete am 31. Oktober 2016 um 23:59 Uhr."
        " Ihr Entwurf bleibt gespeichert."
    )


@pytest.mark.parametrize(
    ("percent", "words"),
    [("10.00", "(10 %"), ("12.50", "(12,5 %"), ("100", "(100 %"), ("0", "(0 %")],
)
def test_a_share_is_said_as_a_percentage(percent, words):
    sentence = german(
        "own_share_short",
        percent=Decimal(percent),
        needed=Decimal("400.00"),
        own_share=Decimal("0.00"),
    )
    assert words in sentence
    assert "400,00\N{NO-BREAK SPACE}€" in sentence


def test_a_date_is_said_the_german_way():
    message = text(Refusal("plan_empty", params={"day": date(2016, 10, 31)}))
    assert message.mapping == {"day": "31. Oktober 2016"}


def test_a_row_is_said_by_its_number():
    assert "Zeile 2:" in german("plan_amount_missing", row=2)


def test_a_code_without_a_sentence_is_a_programming_error():
    with pytest.raises(KeyError):
        text(Refusal("no_such_code"))


def test_each_value_that_a_sentence_names_is_one_that_its_refusal_gives():
    given = {
        "amount_decimal_point": {"meant"},
        "amount_too_large": {"limit"},
        "plan_money_missing": {"difference"},
        "plan_money_left_over": {"difference"},
        "own_share_short": {"percent", "needed", "own_share"},
        "plan_in_kind_unequal": {"spent", "given"},
        "requested_above_share": {"percent", "share"},
        "requested_above_fixed": {"fixed"},
        "requested_above_limit": {"limit"},
        "requested_above_eligible": {"eligible"},
        "ags_length": {"digits"},
        "ags_land_unknown": {"land"},
        "deadline_passed": {"deadline_date", "deadline_time"},
        "not_open_yet": {"opening_date", "opening_time"},
        "grant_above_requested": {"requested"},
        "grant_above_what_is_left": {"left", "amount"},
    }
    for code, names in given.items():
        assert set(re.findall(r"\$\{(\w+)\}", SENTENCES[code].default)) == names
