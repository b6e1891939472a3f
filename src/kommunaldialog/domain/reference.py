"""Reference numbers (Aktenzeichen): prefix of the programme, year, running number."""

from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import Refused
from typing import NamedTuple
import re


# The number has four digits or, above 9999, as many as it needs: one spelling each.
_REFERENCE = re.compile(
    r"([A-Z0-9]+(?:-[A-Z0-9]+)*)-([0-9]{4})-([0-9]{4}|[1-9][0-9]{4,9})"
)


class Reference(NamedTuple):
    """The parts of a reference number; `number` counts from 1 in its programme."""

    prefix: str
    year: int
    number: int


def format_reference(prefix: str, year: int, number: int) -> str:
    """Return the reference number, such as "KD-2026-0001".

    `prefix` consists of capital letters A to Z and digits, in groups parted by
    hyphens. Raises ValueError for parts that would not be read back.
    """
    text = f"{prefix}-{year:04}-{number:04}"
    match = _REFERENCE.fullmatch(text)
    if match is None or match[1] != prefix or number < 1:
        raise ValueError(f"no reference number: {(prefix, year, number)!r}")
    return text


def parse_reference(text: str) -> Reference:
    """Return the parts of a reference number as a person may have typed it.

    Small letters and blanks around it are accepted. Raises `Refused` with
    `reference_unreadable`.
    """
    match = _REFERENCE.fullmatch(text.strip().upper())
    if match is None or not int(match[3]):
        raise Refused(Refusal("reference_unreadable"))
    return Reference(match[1], int(match[2]), int(match[3]))
