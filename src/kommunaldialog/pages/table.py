"""A list that is delivered as a file for a spreadsheet."""

from collections.abc import Iterable
from collections.abc import Sequence
from kommunaldialog.exports.table import csv_of
from kommunaldialog.exports.table import CSV_TYPE
from kommunaldialog.exports.table import Value
from kommunaldialog.exports.table import xlsx_of
from kommunaldialog.exports.table import XLSX_TYPE
from urllib.parse import quote
from ZPublisher.HTTPRequest import HTTPRequest


FORMATS = ("csv", "xlsx")


def deliver(
    request: HTTPRequest,
    file_format: str,
    name: str,
    columns: Sequence[str],
    rows: Iterable[Sequence[Value]],
) -> bytes:
    """The table as a download; `file_format` of `FORMATS`, `name` without ending."""
    table = csv_of(columns, rows) if file_format == "csv" else xlsx_of(columns, rows)
    filename = quote(f"{name}.{file_format}", safe="")
    for header, value in {
        "Content-Type": CSV_TYPE if file_format == "csv" else XLSX_TYPE,
        "Content-Length": str(len(table)),
        "Content-Disposition": f"attachment; filename*=UTF-8''{filename}",
        "X-Content-Type-Options": "nosniff",
    }.items():
        request.response.setHeader(header, value)
    return table
