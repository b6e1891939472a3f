"""Tables for spreadsheets, as CSV and XLSX: what a list shows, with dates and numbers.

Most of the text in them was written by strangers. A spreadsheet takes a text that
begins with "=" for a formula, which could send what stands beside it elsewhere
(OWASP, CSV Injection).
"""

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Sequence
from csv import QUOTE_MINIMAL
from csv import writer
from datetime import date
from datetime import datetime
from decimal import Decimal
from io import BytesIO
from io import StringIO
from kommunaldialog.domain.text import printable
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet


# A datetime is written as its own zone reads it: convert it to the portal's before.
Value = str | int | Decimal | date | datetime | None

CSV_TYPE = "text/csv; charset=utf-8"
XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

_FORMULA = ("=", "+", "-", "@", "\t", "＝", "＋", "－", "＠")
_WIDEST = 60


def csv_of(columns: Sequence[str], rows: Iterable[Sequence[Value]]) -> bytes:
    """The table as German spreadsheets open it by a double click.

    Semicolons, UTF-8 with a byte order mark, "31.12.2026" and "1234,56". A text that
    could be a formula gets an apostrophe in front.
    """
    target = StringIO(newline="")
    lines = writer(target, delimiter=";", quoting=QUOTE_MINIMAL, lineterminator="\r\n")
    lines.writerow([_plain(title) for title in columns])
    lines.writerows([_plain(value) for value in row] for row in rows)
    return target.getvalue().encode("utf-8-sig")


def xlsx_of(
    columns: Sequence[str], rows: Iterable[Sequence[Value]], title: str = "Liste"
) -> bytes:
    """The table as a workbook with one sheet, which can be filtered and sorted.

    Dates and numbers are such, text is never a formula. `title` is the sheet's, at
    most 31 characters without any of []:*?/\\. Rows are written one at a time.
    """
    book = Workbook(write_only=True)
    sheet = book.create_sheet(title)
    sheet.freeze_panes = "A2"
    for number, name in enumerate(columns, start=1):
        width = min(max(len(name) + 4, 14), _WIDEST)
        sheet.column_dimensions[get_column_letter(number)].width = width
    count = 1
    sheet.append(_heading(sheet, columns))
    for row in rows:
        sheet.append(_cells(sheet, row))
        count += 1
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{count}"
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def _plain(value: Value) -> str:
    match value:
        case None:
            return ""
        case datetime():
            return value.strftime("%d.%m.%Y %H:%M")
        case date():
            return value.strftime("%d.%m.%Y")
        case Decimal():
            return f"{value:f}".replace(".", ",")
        case int():
            return str(value)
    text = printable(value)
    return f"'{text}" if text.lstrip(" \n\xa0").startswith(_FORMULA) else text


def _heading(sheet: Worksheet, columns: Sequence[str]) -> Iterator[WriteOnlyCell]:
    for cell in _cells(sheet, columns):
        cell.font = Font(bold=True)
        yield cell


def _cells(sheet: Worksheet, row: Sequence[Value]) -> Iterator[WriteOnlyCell]:
    for value in row:
        match value:
            case str():
                cell = WriteOnlyCell(sheet, printable(value))
                # Not what the library takes a leading "=" or "#N/A" for.
                cell.data_type = "s"
            case datetime():
                cell = WriteOnlyCell(sheet, value.replace(tzinfo=None, microsecond=0))
                cell.number_format = "dd.mm.yyyy hh:mm"
            case date():
                cell = WriteOnlyCell(sheet, value)
                cell.number_format = "dd.mm.yyyy"
            case Decimal():
                cell = WriteOnlyCell(sheet, value)
                cell.number_format = "#,##0.00"
            case _:
                cell = WriteOnlyCell(sheet, value)
        yield cell
