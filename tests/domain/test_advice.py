"""Which municipality can advise another, and why."""

from kommunaldialog.domain.advice import Adviser
from kommunaldialog.domain.advice import DIALOGUE
from kommunaldialog.domain.advice import FINISHED
from kommunaldialog.domain.advice import Held
from kommunaldialog.domain.advice import KIND
from kommunaldialog.domain.advice import KREIS
from kommunaldialog.domain.advice import matches
from kommunaldialog.domain.advice import METHODS
from kommunaldialog.domain.advice import similar_size
from kommunaldialog.domain.advice import SIZE
from kommunaldialog.domain.advice import TOPICS
from kommunaldialog.domain.advice import Wish
from typing import Any
import pytest


HOUSING = Held("Ortsmitte", "/ortsmitte", FINISHED, 2016, ("wohnen",), ("werkstatt",))
MINE = Wish(ags="08999001", population=25_000, kind="stadt")


def adviser(name: str, ags: str = "08111000", **values: Any) -> Adviser:
    return Adviser(ags=ags, name=name, **{"kind": "stadt", **values})


def names(wish: Wish, *advisers: Adviser) -> list[str]:
    return [match.adviser.name for match in matches(wish, advisers)]


def codes(wish: Wish, one: Adviser) -> list[str]:
    (match,) = matches(wish, [one])
    return [reason.code for reason in match.reasons]


def test_without_a_question_all_who_advise_are_found():
    assert names(Wish(), adviser("B"), adviser("A")) == ["A", "B"]


def test_nobody_is_advised_by_itself():
    assert names(MINE, adviser("Ich", ags="08999001"), adviser("Du")) == ["Du"]


def test_who_neither_advises_on_a_topic_nor_did_it_is_not_found():
    wish = Wish(topic="wohnen")
    assert names(
        wish,
        adviser("Berät", topics=("wohnen",)),
        adviser("Hat es getan", held=(HOUSING,)),
        adviser("Anderes", topics=("sicherheit",)),
    ) == ["Hat es getan", "Berät"]


def test_topic_and_method_both_have_to_fit():
    wish = Wish(topic="wohnen", method="werkstatt")
    assert names(
        wish,
        adviser("Beides", topics=("wohnen",), methods=("werkstatt",)),
        adviser("Beides getan", held=(HOUSING,)),
        adviser("Nur das Thema", topics=("wohnen",)),
        adviser("Nur die Methode", methods=("werkstatt",)),
    ) == ["Beides getan", "Beides"]


def test_who_did_it_comes_before_who_is_of_the_same_size():
    wish = Wish(population=25_000, topic="wohnen")
    assert names(
        wish,
        adviser("Gleich groß", population=25_000, topics=("wohnen",)),
        adviser("Erfahren", population=200_000, held=(HOUSING,)),
    ) == ["Erfahren", "Gleich groß"]


def test_the_nearest_in_size_comes_first_and_the_unknown_last():
    assert names(
        MINE,
        adviser("Unbekannt"),
        adviser("Winzig", population=0),
        adviser("Doppelt", population=50_000),
        adviser("Fast gleich", population=24_000),
    ) == ["Fast gleich", "Doppelt", "Winzig", "Unbekannt"]


def test_a_class_of_size_can_stand_for_the_own_size():
    wish = Wish(size="20000-49999")
    same, other = adviser("Z", population=21_000), adviser("A", population=4_000)
    assert names(wish, other, same) == ["Z", "A"]
    assert similar_size(wish, same)
    assert not similar_size(wish, other)


def test_a_class_of_size_that_does_not_exist_says_nothing():
    wish = Wish(size="riesig")
    assert not similar_size(wish, adviser("A", population=1))


@pytest.mark.parametrize(
    ("population", "similar"),
    [(25_000, True), (37_500, True), (16_667, True), (37_600, False), (16_600, False)],
)
def test_half_as_many_again_is_a_similar_size(population, similar):
    assert similar_size(MINE, adviser("A", population=population)) is similar


def test_among_the_equally_large_kind_then_kreis_then_experience_decide():
    assert names(
        MINE,
        adviser("D", population=25_000, kind="gemeinde"),
        adviser("C", population=25_000, held=(HOUSING,)),
        adviser("B", population=25_000, held=(HOUSING, HOUSING)),
        adviser("A", ags="08999003", population=25_000, held=(HOUSING,)),
    ) == ["A", "B", "C", "D"]


def test_each_hit_says_why_it_is_there():
    one = adviser(
        "A",
        ags="08999003",
        population=24_000,
        topics=("wohnen",),
        methods=("werkstatt",),
        held=(HOUSING,),
    )
    wish = Wish(**{**vars(MINE), "topic": "wohnen"})
    assert codes(wish, one) == [DIALOGUE, SIZE, KIND, KREIS, TOPICS, METHODS]


def test_a_town_in_another_kreis_of_another_kind_and_size_gets_no_such_reason():
    one = adviser("A", population=500, kind="gemeinde", topics=("wohnen",))
    assert codes(MINE, one) == [TOPICS]


def test_nobody_in_particular_has_no_kreis_and_no_kind():
    assert codes(Wish(), adviser("A", methods=("werkstatt",))) == [METHODS]


def test_of_a_dialogue_the_topic_is_said_that_is_asked_for():
    held = Held("Viel", "/viel", FINISHED, 2016, ("wohnen", "sicherheit"))
    one = adviser("A", held=(held,))
    (asked,) = matches(Wish(topic="wohnen"), [one])
    (open_question,) = matches(Wish(), [one])
    assert asked.reasons[0].keys == ("wohnen",)
    assert open_question.reasons[0].keys == ("wohnen", "sicherheit")


def test_the_three_newest_dialogues_are_named_and_only_those_that_fit():
    years = (2014, None, 2018, 2016)
    fitting = [Held(str(year), "/", FINISHED, year, ("wohnen",)) for year in years]
    other = Held("Anderes", "/", FINISHED, 2026, ("sicherheit",))
    held = (*fitting, other)
    (match,) = matches(Wish(topic="wohnen"), [adviser("A", held=held)])
    assert [reason.held.title for reason in match.reasons] == ["2018", "2016", "2014"]
