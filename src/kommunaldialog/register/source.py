"""What was uploaded, read: rows of a list, and changes of areas."""

from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.domain.register import REQUIRED
from kommunaldialog.domain.register import Row
from kommunaldialog.domain.register import WrongRow
from kommunaldialog.domain.register_ends import CHANGE_FIELDS
from kommunaldialog.domain.register_ends import End
from kommunaldialog.domain.register_ends import read_changes
from kommunaldialog.register.gv100 import GV100
from kommunaldialog.register.gv100 import is_gv100
from kommunaldialog.register.table import counted_on
from kommunaldialog.register.table import decode
from kommunaldialog.register.table import KNOWN_CHANGE_NAMES
from kommunaldialog.register.table import known_columns
from kommunaldialog.register.table import read_table


# All of Germany is 1.5 MB as CSV and 3.5 MB as GV100AD.
MAX_MB = 16
MAX_BYTES = MAX_MB * 1024 * 1024


@dataclass(frozen=True)
class Source:
    """A list: its rows, the lines that can't be read, and what its form tells.

    `header` is empty for a GV100AD, whose columns nobody has to choose; `columns` is
    our name -> column. `day` is the state of its areas and `counted` the day of its
    populations, where the file says so.
    """

    rows: Iterable[tuple[int, Row]]
    header: tuple[str, ...] = ()
    columns: Mapping[str, str] | None = None
    wrong: tuple[WrongRow, ...] = ()
    day: date | None = None
    counted: date | None = None

    @property
    def needs_columns(self) -> bool:
        """Whether somebody has to say which columns hold what there must be."""
        return bool(self.header) and not set(REQUIRED) <= set(self.columns or {})


def read_source(data: bytes, chosen: Mapping[str, str] | None = None) -> Source:
    """Reads a list; `chosen` says which columns somebody has chosen for our names.

    Raises `Refused` for what is no list.
    """
    if len(data) > MAX_BYTES:
        limit = {"limit": MAX_MB}
        raise Refused(Refusal("register_file_too_large", "datei", limit))
    text = decode(data)
    if is_gv100(text):
        found = GV100(text)
        return Source(found.rows, wrong=tuple(found.wrong), day=found.day)
    table = read_table(text)
    columns = known_columns(table.header)
    for name, column in (chosen or {}).items():
        columns.pop(name, None)
        if column in table.header:
            columns[name] = column
    rows = table.rows(columns)
    first = next(rows, None)
    if first is None:
        raise Refused(Refusal("register_file_empty", "datei"))
    return Source(
        chain((first,), rows), table.header, columns, counted=counted_on(columns)
    )


def read_ends(data: bytes | None) -> tuple[tuple[End, ...], tuple[WrongRow, ...]]:
    """Reads a file of changes of areas, where there is one; raises `Refused`."""
    if not data:
        return (), ()
    table = read_table(decode(data))
    columns = known_columns(table.header, KNOWN_CHANGE_NAMES)
    if set(columns) != set(CHANGE_FIELDS):
        raise Refused(Refusal("register_changes_columns", "aenderungen"))
    return read_changes(table.rows(columns))
