"""A record of changes as a table shows it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Change:
    """One line in words: when, who, what of, and what it was and is."""

    moment: str
    person: str
    what: str
    old: str
    new: str
