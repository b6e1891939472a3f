"""Old and new stand side by side, the rows of the plan like all else."""

from bs4 import BeautifulSoup
from dataclasses import replace
from decimal import Decimal
from kommunaldialog.domain.receipt import AnswerLine
from kommunaldialog.domain.receipt import FileInfo
from kommunaldialog.letters.changes import changes_html
from tests.samples import PLAN


WHY = AnswerLine("anlass", "Vorhaben", "Warum?", "Weil <b>es</b>\ngut ist.")


def cells(old, new, plans=(PLAN, PLAN)):
    """The rows of the table, each cell in one line."""
    html = changes_html(
        (old, new), plans, lambda side, line, file: f"/{side}/{line.name}/{file.name}"
    )
    soup = BeautifulSoup(html, "html.parser")
    return soup, [
        [" ".join(cell.get_text(" ").split()) for cell in row.select("th, td")]
        for row in soup.select("tbody tr")
    ]


def test_each_changed_answer_shows_both_and_what_people_wrote_is_escaped():
    soup, rows = cells((WHY,), (replace(WHY, text=""),))
    assert rows == [["Warum?", "Weil <b>es</b> gut ist.", "keine Angabe"]]
    assert not soup.select("td b")


def test_both_files_can_be_had():
    old = AnswerLine("k", "", "Konzept", "", (FileInfo("a.pdf", "x", 2000, "0a"),))
    new = replace(old, files=(FileInfo("b.pdf", "x", 2000, "0b"),))
    soup, _rows = cells((old,), (new,))
    links = [link["href"] for link in soup.select("a")]
    assert links == ["/old/k/a.pdf", "/new/k/b.pdf"]


def test_only_those_rows_of_the_plan_are_shown_that_differ():
    hall = replace(PLAN.expenditure[1], eligible=Decimal("800.00"))
    plan = replace(
        PLAN,
        expenditure=(PLAN.expenditure[0], hall),
        income=(),
        requested=Decimal("2500.00"),
        net=True,
    )
    _soup, rows = cells((), (), (PLAN, plan))
    words = [[cell.replace("\xa0", " ") for cell in row] for row in rows]
    labels = [row[0] for row in words]
    assert labels == [
        "Alle Beträge",
        "Ausgaben, Zeile 2",
        "Beantragter Zuschuss",
        "Finanzierung, Zeile 1",
    ]
    assert words[0][1:] == ["mit Umsatzsteuer (brutto)", "ohne Umsatzsteuer (netto)"]
    assert "davon zuwendungsfähig 1.000,00 €" in words[1][1]
    assert "davon zuwendungsfähig 800,00 €" in words[1][2]
    assert words[2][1:] == ["3.000,00 €", "2.500,00 €"]
    assert words[3][2] == "keine Angabe"


def test_where_nothing_differs_it_is_said():
    soup, rows = cells((WHY,), (WHY,))
    assert rows == []
    assert "Keine Angabe ist" in soup.get_text()
