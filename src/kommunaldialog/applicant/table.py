"""A table of inputs: rows as they were typed, added and removed by submit buttons."""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from kommunaldialog.domain.text import printable


# More than any plan needs: a request can't make the server build an endless table.
MOST_ROWS = 100
LONGEST = 1000

Row = Mapping[str, str]


@dataclass(frozen=True)
class Table:
    """Rows of text; inputs are called ``<name>-<row>-<column>``, rows from 0."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...] = field(default=())

    def read(self, form: Mapping[str, object]) -> "Table":
        """The rows that were sent, after what the buttons ask for."""
        count = _number(form.get(f"{self.name}-count"))
        rows = [
            {column: self._cell(form, number, column) for column in self.columns}
            for number in range(min(count or 0, MOST_ROWS))
        ]
        removed = _number(form.get(f"remove-{self.name}"))
        if removed is not None and removed < len(rows):
            del rows[removed]
        if f"add-{self.name}" in form and len(rows) < MOST_ROWS:
            rows.append(self.blank)
        return replace(self, rows=tuple(rows))

    def _cell(self, form: Mapping[str, object], number: int, column: str) -> str:
        sent = form.get(f"{self.name}-{number}-{column}")
        return printable(sent[:LONGEST]) if isinstance(sent, str) else ""

    @property
    def blank(self) -> Row:
        """A row in which nothing was typed yet."""
        return dict.fromkeys(self.columns, "")

    def shown(self) -> tuple[Row, ...]:
        """The rows to show: there is always one to type into."""
        return self.rows or (self.blank,)

    def changes(self, form: Mapping[str, object]) -> bool:
        """Whether one of its buttons was pressed."""
        return f"add-{self.name}" in form or f"remove-{self.name}" in form


def is_blank(row: Row) -> bool:
    """Whether nothing was typed into a row."""
    return not any(text.strip() for text in row.values())


def _number(sent: object) -> int | None:
    if isinstance(sent, str) and sent.isascii() and sent.isdigit() and len(sent) < 10:
        return int(sent)
    return None
