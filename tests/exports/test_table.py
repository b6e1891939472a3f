"""Tables for spreadsheets."""

from datetime import date
from datetime import datetime
from datetime import UTC
from decimal import Decimal
from io import BytesIO
from kommunaldialog.exports.table import csv_of
from kommunaldialog.exports.table import xlsx_of
from openpyxl import load_workbook
import pytest


FORMULAS = (
    '=HYPERLINK("http://example.org")',
    "+49 711 123",
    "-1+1",
    "@SUM(A1)",
    "\t=1+1",
    "  =1+1",
    "\n=1+1",
    "＝1+1",
)


def lines(table: bytes) -> list[str]:
    return table.decode("utf-8-sig").split("\r\n")


def sheet(table: bytes):
    return load_workbook(BytesIO(table)).active


def test_csv_opens_in_a_german_spreadsheet():
    row = ("Straßenfest", 3, Decimal("1234.50"), date(2026, 3, 1), None)
    table = csv_of(("Maßnahme", "Zahl", "Betrag", "Tag", "Leer"), [row])
    assert table.startswith(b"\xef\xbb\xbf")
    assert lines(table) == [
        "Maßnahme;Zahl;Betrag;Tag;Leer",
        "Straßenfest;3;1234,50;01.03.2026;",
        "",
    ]


def test_csv_says_a_moment_with_its_hour():
    moment = datetime(2026, 3, 1, 9, 5, tzinfo=UTC)
    assert lines(csv_of(("Tag",), [(moment,)]))[1] == "01.03.2026 09:05"


def test_csv_keeps_a_text_with_semicolons_quotes_and_lines_in_one_cell():
    table = csv_of(("a", "b"), [('eins; "zwei"\ndrei', "vier")])
    assert table.decode("utf-8-sig").endswith('"eins; ""zwei""\ndrei";vier\r\n')


@pytest.mark.parametrize("text", FORMULAS)
def test_csv_runs_no_formula(text):
    cell = lines(csv_of(("a",), [(text,)]))[1].lstrip('"')
    assert cell.startswith("'")


def test_csv_leaves_a_negative_amount_a_number():
    assert lines(csv_of(("a",), [(Decimal("-5.00"),)]))[1] == "-5,00"


@pytest.mark.parametrize("text", [*FORMULAS, "#N/A"])
def test_xlsx_runs_no_formula(text):
    cell = sheet(xlsx_of(("a",), [(text,)]))["A2"]
    assert cell.data_type == "s"
    assert cell.value.strip() == text.strip()


def test_xlsx_has_real_numbers_and_dates():
    moment = datetime(2026, 3, 1, 9, 5, 30, 999, tzinfo=UTC)
    row = (7, Decimal("1234.50"), date(2026, 3, 1), moment, None)
    found = sheet(xlsx_of(("a", "b", "c", "d", "e"), [row]))[2]
    assert [cell.value for cell in found] == [
        7,
        1234.5,
        datetime(2026, 3, 1),
        datetime(2026, 3, 1, 9, 5, 30),
        None,
    ]
    assert found[2].number_format == "dd.mm.yyyy"
    assert found[3].number_format == "dd.mm.yyyy hh:mm"
    assert found[1].number_format == "#,##0.00"


def test_xlsx_can_be_filtered_under_headings_that_stay():
    found = sheet(xlsx_of(("Kommune", "Stand"), [("Musterstadt", "bewilligt")]))
    assert found.freeze_panes == "A2"
    assert found.auto_filter.ref == "A1:B2"
    assert found["A1"].font.bold


def test_what_no_spreadsheet_can_take_is_left_out():
    text = "Straßen\x0bfest\ud800"
    assert sheet(xlsx_of(("a",), [(text,)]))["A2"].value == "Straßenfest"
    assert lines(csv_of(("a",), [(text,)]))[1] == "Straßenfest"


def test_a_list_without_rows_has_its_headings():
    assert lines(csv_of(("a", "b"), []))[0] == "a;b"
    assert sheet(xlsx_of(("a", "b"), []))["B1"].value == "b"
