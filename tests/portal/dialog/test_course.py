"""Where a dialogue stands."""

from datetime import date
from datetime import timedelta
import pytest


TODAY = date.today()
YESTERDAY = (TODAY - timedelta(days=1)).isoformat()
TOMORROW = (TODAY + timedelta(days=1)).isoformat()


@pytest.fixture
def dialogue(make):
    return make(
        "Dialog",
        title="Dialog Ortsmitte",
        status="running",
        phases=[
            {"title": "Einladen", "start": None, "end": YESTERDAY},
            {"title": "Beraten", "start": YESTERDAY, "end": TOMORROW},
            {"title": "Beschließen", "start": TOMORROW, "end": None},
            {"title": "Umsetzen", "start": None, "end": None},
        ],
    )


def phases(page):
    return [
        (" ".join(li.text_content().split()), li.get("aria-current"))
        for li in page.main.cssselect("ol li")
    ]


def test_each_phase_says_in_words_where_it_stands(look, dialogue):
    shown = phases(look(dialogue))
    assert [current for _, current in shown] == [None, "step", None, None]
    words = [text for text, _ in shown]
    assert words[0].startswith("Einladen vorbei bis ")
    assert words[1].startswith("Beraten läuft jetzt ")
    assert words[2].startswith("Beschließen kommt noch ab ")
    assert words[3] == "Umsetzen"


def test_a_phase_may_run_on_when_its_dialogue_is_over(look, dialogue):
    dialogue.status = "finished"
    assert [current for _, current in phases(look(dialogue))].count("step") == 1


@pytest.mark.parametrize(
    ("days", "words"),
    [
        ((date(2016, 1, 21), date(2017, 6, 30)), "21. Januar 2016 bis 30. Juni 2017"),
        ((date(2016, 1, 21), date(2016, 1, 21)), "21. Januar 2016"),
        ((date(2016, 1, 21), None), "seit 21. Januar 2016"),
        ((None, date(2017, 6, 30)), "bis 30. Juni 2017"),
        ((date(2099, 1, 1), None), "ab 1. Januar 2099"),
    ],
)
def test_a_period_is_told_as_far_as_it_is_known(look, make, days, words):
    dialogue = make("Dialog", title="Dialog", start=days[0], end=days[1])
    assert look(dialogue).facts()["Zeitraum"] == words


def test_who_decides_and_until_when_stands_with_what_happens_then(look, make):
    dialogue = make(
        "Dialog",
        title="Dialog",
        decided_by="Der Gemeinderat",
        decided_until=date(2027, 3, 1),
        participation_level="consult",
    )
    page = look(dialogue)
    assert "Was mit den Ergebnissen geschieht" in page.headings()
    facts = page.facts()
    assert facts["Wer entscheidet"] == "Der Gemeinderat"
    assert facts["Bis wann"] == "1. März 2027"
    assert facts["Grad der Beteiligung"] == "anhören"
