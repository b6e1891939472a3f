"""What a list of municipalities changes in the register."""

from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import asdict
from dataclasses import dataclass
from dataclasses import field
from datetime import date
from enum import StrEnum
from kommunaldialog.domain.register import Checked
from kommunaldialog.domain.register import Entry
import hashlib
import json


# What the register takes from a list; all else of a municipality is its editors'.
OFFICIAL = (
    "title",
    "official_name",
    "kind",
    "ars",
    "district",
    "members",
    "population",
    "population_date",
    "longitude",
    "latitude",
    "source",
    "licence",
)


GEMEINDE_DIGITS = 8


class Scope(StrEnum):
    """Of what a list is complete, so that who is missing in it is gone."""

    LAENDER = "laender"
    KREISE = "kreise"
    NOTHING = "nothing"


@dataclass(frozen=True)
class Terms:
    """What holds for a whole list: the day of its state, its origin, its scope."""

    valid_on: date
    source: str
    licence: str
    population_date: date | None = None
    scope: Scope = Scope.LAENDER


@dataclass(frozen=True)
class Known:
    """A municipality as the register has it; `values` by the names in `OFFICIAL`."""

    ags: str
    values: Mapping[str, object]
    former_names: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None
    successor: str | None = None

    @property
    def title(self) -> str:
        return str(self.values["title"])


@dataclass(frozen=True)
class Change:
    """What becomes of a municipality's fields: name -> (from, to)."""

    ags: str
    title: str
    fields: Mapping[str, tuple[object, object]]
    former_names: tuple[str, ...]

    @property
    def renamed(self) -> bool:
        return "title" in self.fields


@dataclass(frozen=True)
class Comparison:
    """What is to be done; `ended` are in the list although the register ended them."""

    new: tuple[Entry, ...] = ()
    changed: tuple[Change, ...] = ()
    gone: tuple[Known, ...] = ()
    ended: tuple[Known, ...] = ()
    unchanged: int = 0
    renamed: tuple[Change, ...] = field(init=False)

    def __post_init__(self) -> None:
        found = tuple(change for change in self.changed if change.renamed)
        object.__setattr__(self, "renamed", found)

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys that something is to be written for, sorted."""
        return tuple(sorted(item.ags for item in (*self.new, *self.changed)))

    def digest(self) -> str:
        """SHA-256 of all that would be done, so that it can be recognised."""
        said = [
            [asdict(entry) for entry in self.new],
            [[change.ags, dict(change.fields)] for change in self.changed],
            sorted(known.ags for known in self.gone),
        ]
        text = json.dumps(said, sort_keys=True, default=str)
        return hashlib.sha256(text.encode()).hexdigest()


def official(entry: Entry, terms: Terms) -> dict[str, object]:
    """What the list says of a municipality, by the names in `OFFICIAL`."""
    said = {
        name: value for name, value in asdict(entry).items() if name in OFFICIAL
    } | {"source": terms.source, "licence": terms.licence}
    if entry.population is not None:
        said["population_date"] = terms.population_date or terms.valid_on
    return {name: value for name, value in said.items() if value is not None}


def compare(checked: Checked, known: Mapping[str, Known], terms: Terms) -> Comparison:
    """Holds a list against the register, which is given by AGS."""
    new, changed, ended, unchanged = [], [], [], 0
    for ags, entry in sorted(checked.entries.items()):
        found = known.get(ags)
        if found is None:
            new.append(entry)
        elif found.valid_to is not None:
            ended.append(found)
        elif change := change_of(found, entry, terms):
            changed.append(change)
        else:
            unchanged += 1
    return Comparison(
        tuple(new),
        tuple(changed),
        tuple(_gone(checked, known, terms.scope)),
        tuple(ended),
        unchanged,
    )


def change_of(known: Known, entry: Entry, terms: Terms) -> Change | None:
    """What the list changes; None for nothing. Where it is silent, nothing changes."""
    fields = {
        name: (known.values.get(name), value)
        for name, value in official(entry, terms).items()
        if known.values.get(name) != value
    }
    if not fields:
        return None
    names = known.former_names
    if "title" in fields:
        names = tuple(
            name for name in dict.fromkeys((*names, known.title)) if name != entry.title
        )
    return Change(known.ags, known.title, fields, names)


def _gone(
    checked: Checked, known: Mapping[str, Known], scope: Scope
) -> Iterator[Known]:
    if scope == Scope.NOTHING:
        return
    digits = 2 if scope == Scope.LAENDER else 5
    covered = {ags[:digits] for ags in checked.entries}
    forms = {len(ags) for ags in checked.entries} | {GEMEINDE_DIGITS}
    for ags, found in sorted(known.items()):
        missing = ags not in checked.keys and found.valid_to is None
        # A list may be one of Gemeinden alone.
        if missing and len(ags) in forms and ags[:digits] in covered:
            yield found
