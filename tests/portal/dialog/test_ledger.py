"""What was promised in a dialogue, and what became of it."""

from datetime import date
from kommunaldialog.portal.dialog import page as dialog_page
import pytest


@pytest.fixture
def dialogue(make):
    dialogue = make("Dialog", title="Dialog Ortsmitte")
    make(
        "Ergebnis",
        dialogue,
        title="Mehr Licht",
        implementation="done",
        responsible="Bauamt",
        due=date(2020, 3, 1),
        statement="Die Lampen hängen.",
    )
    make("Ergebnis", dialogue, title="Spielplatz", implementation="open")
    make("Ergebnis", dialogue, title="Protokoll", summary="Wer da war.")
    return dialogue


def lines(page):
    return [
        [" ".join(cell.text_content().split()) for cell in row]
        for row in page.main.cssselect("tbody tr")
    ]


def test_the_ledger_has_the_promises_and_nothing_else(look, dialogue):
    page = look(dialogue)
    assert "Was zugesagt wurde und was daraus wurde" in page.headings()
    assert lines(page) == [
        ["Mehr Licht", "Bauamt", "1. März 2020", "umgesetzt", "Die Lampen hängen."],
        ["Spielplatz", "–", "–", "noch offen", "–"],
    ]


def test_what_is_late_says_so(look, dialogue):
    late = dialogue["spielplatz"]
    late.due = date(2020, 1, 1)
    late.reindexObject()
    page = look(dialogue)
    assert lines(page)[1][3] == "noch offen überfällig"
    assert "Umgesetzt: 1 von 2 Zusagen. Überfällig: 1." in page.text
    assert "noch offen überfällig" in look(late).text


def test_nobody_is_late_who_kept_what_was_promised(look, dialogue):
    page = look(dialogue)
    assert "Umgesetzt: 1 von 2 Zusagen." in page.text
    assert "überfällig" not in page.text.lower()


def test_a_promise_in_draft_is_not_in_the_ledger(look, make, dialogue):
    make("Ergebnis", dialogue, title="Geheim", implementation="open", publish=False)
    assert "Geheim" not in look(dialogue).text


def test_a_dialogue_without_promises_has_no_ledger(look, make):
    dialogue = make("Dialog", title="Dialog")
    make("Ergebnis", dialogue, title="Protokoll", summary="Wer da war.")
    assert "Was zugesagt wurde und was daraus wurde" not in look(dialogue).headings()


def test_a_promise_stands_in_the_ledger_and_not_among_the_results_again(look, dialogue):
    headings = [h.text_content() for h in look(dialogue).main.cssselect("article h3")]
    assert [" ".join(heading.split()) for heading in headings] == ["Protokoll"]


def test_a_long_ledger_ends_with_a_link_to_all_results(look, dialogue, monkeypatch):
    monkeypatch.setattr(dialog_page, "MOST", 1)
    page = look(dialogue)
    assert len(lines(page)) == 1
    assert "Umgesetzt: 1 von 2 Zusagen." in page.text
    assert page.links()["Alle 3 Ergebnisse"] == (
        f"{dialogue.absolute_url()}/@@ergebnisse"
    )
