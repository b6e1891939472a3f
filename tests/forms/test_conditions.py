"""When a question applies."""

from datetime import date
from decimal import Decimal
from kommunaldialog.forms import conditions
import pytest


@pytest.mark.parametrize(
    ("text", "values", "expected"),
    [
        ("thema", {"thema": "Wohnen"}, True),
        ("thema", {"thema": None}, False),
        ("thema", {}, False),
        ("anzahl", {"anzahl": 0}, True),
        ("haken", {"haken": False}, False),
        ("haken=selected", {"haken": True}, True),
        ("haken=nein", {"haken": None}, True),
        ("thema=Wohnen", {"thema": "Wohnen"}, True),
        ("thema=Wohnen", {"thema": "Arbeiten"}, False),
        ("thema!=Wohnen", {"thema": None}, True),
        ("thema='Bauen und Wohnen'", {"thema": "Bauen und Wohnen"}, True),
        ("themen=Anderes", {"themen": {"Wohnen", "Anderes"}}, True),
        ("themen!=Anderes", {"themen": {"Wohnen"}}, True),
        ("not thema", {"thema": None}, True),
        ("a=1 or b=1 and c=1", {"a": 1, "b": 0, "c": 0}, True),
        ("(a=1 or b=1) and c=1", {"a": 1, "b": 0, "c": 0}, False),
        ("anzahl>=10", {"anzahl": 10}, True),
        ("anzahl<10", {"anzahl": 10}, False),
        ("betrag>12.50", {"betrag": Decimal("12.51")}, True),
        ("anzahl>1", {"anzahl": None}, False),
        ("tag<2016-11-01", {"tag": date(2016, 10, 31)}, True),
        ("tag=2016-10-31", {"tag": date(2016, 10, 31)}, True),
        ("tag>gestern", {"tag": date(2016, 10, 31)}, False),
        ("condition: form.widgets.themen:list=x", {"themen": ["x"]}, True),
    ],
)
def test_a_condition_is_decided_by_the_answers(text, values, expected):
    assert conditions.holds(conditions.parse(text), values) is expected


@pytest.mark.parametrize(
    "text", ["", "=x", "a=", "a b", "(a", "a and", "a; action: enable", "a)", "not"]
)
def test_a_condition_that_means_nothing_is_refused(text):
    with pytest.raises(conditions.ConditionError):
        conditions.parse(text)


@pytest.mark.parametrize(
    "text",
    [
        "not " * 3000 + "a",
        "(" * 3000 + "a" + ")" * 3000,
        "a or " * 300 + "a",
        "not " * 11 + "a",
        "(" * 6 + "not " * 5 + "a" + ")" * 6,
    ],
)
def test_a_condition_that_nobody_can_follow_is_refused_before_it_is_read(text):
    with pytest.raises(conditions.TooComplex):
        conditions.parse(text)


def test_brackets_side_by_side_are_not_deep():
    condition = conditions.parse(" and ".join(["(not a)"] * 50))
    assert len(conditions.tests(condition)) == 50


def test_a_condition_goes_to_the_browser_as_it_is_decided_on_the_server():
    condition = conditions.parse("a=x and not (b or c>2)")
    assert conditions.as_json(condition) == [
        "and",
        ["test", "a", "=", "x"],
        ["not", ["or", ["test", "b", "", ""], ["test", "c", ">", "2"]]],
    ]
