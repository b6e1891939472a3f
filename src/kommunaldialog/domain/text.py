"""Text as it may be kept: what no letter, no XML and no encoding can take is left out.

A browser sends what it is told to, and Zope hands bytes that are no UTF-8 on as lone
surrogates. Kept once, they would make every page and PDF fail that shows them.
"""

from dataclasses import fields
from dataclasses import is_dataclass
from dataclasses import replace
from kommunaldialog.domain.refusal import Refusal
from typing import TypeVar
import re


Kept = TypeVar("Kept")

# Enough for a page; whoever has to say more sends a letter.
LONGEST_REASON = 2000
# What the office writes at length: an assessment, the reason of a decision, what a
# consultation was about. Some ten pages, so that nobody fills the database with one.
LONGEST_OFFICE_TEXT = 20_000

# C0 but tab and line feed, DEL and C1, lone surrogates, and Unicode's noncharacters:
# XML 1.0, 2.2 excludes or discourages each of them.
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef"
    + "".join(
        chr(plane * 0x10000 + last) for plane in range(17) for last in (0xFFFE, 0xFFFF)
    )
    + "]"
)


def printable(text: str) -> str:
    """Return `text` without what can't be shown, with line feeds as line ends."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _UNPRINTABLE.sub("", text)


def check_length(text: str, field: str) -> tuple[Refusal, ...]:
    """Refuse what the office writes beyond `LONGEST_OFFICE_TEXT`, with its length."""
    if len(text) <= LONGEST_OFFICE_TEXT:
        return ()
    params = {"limit": LONGEST_OFFICE_TEXT, "length": len(text)}
    return (Refusal("office_text_too_long", field, params),)


def all_printable(value: Kept) -> Kept:
    """Return `value` with each text in it printable.

    Looks into tuples, mappings (whose names stay) and frozen dataclasses; all else is
    returned as it is.
    """
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, tuple):
        return tuple(all_printable(item) for item in value)
    if isinstance(value, dict):
        return {name: all_printable(item) for name, item in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        found = {
            field.name: all_printable(getattr(value, field.name))
            for field in fields(value)
        }
        return replace(value, **found)
    return value
