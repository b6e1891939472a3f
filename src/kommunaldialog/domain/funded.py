"""What the public may know of an application: a grant that was announced."""

from collections import Counter
from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from kommunaldialog.domain.case_row import CaseRow
from kommunaldialog.domain.case_row import DECIDED
from kommunaldialog.domain.money import ZERO


@dataclass(frozen=True)
class Funded:
    """A grant in force, as everybody may read it.

    `kreis` are the first five
    digits of the AGS, `pillar` a key made from the pillar's title, `programme` the UID
    of the call; `amount` is what is granted now, in euros; `year` the one in which
    the decision in force was announced.
    """

    ags: str
    municipality: str
    kreis: str
    programme: str
    programme_title: str
    pillar: str
    pillar_title: str
    measure: str
    amount: Decimal
    year: str


# Facet -> keys of which one has to be a measure's.
Choices = Mapping[str, tuple[str, ...]]
FACETS = ("year", "kreis", "pillar", "programme")


def funded(row: CaseRow) -> bool:
    """Say whether a row belongs into the public list of funded measures.

    Neither a decision that waits to be announced, or whose notice its municipality has
    not fetched yet, nor a grant of which nothing is left.
    """
    announced = row.announced is not None and row.state != DECIDED and not row.waits
    return announced and row.approved is not None and row.approved > 0


def narrowed(rows: Iterable[Funded], choices: Choices) -> list[Funded]:
    """Return the rows that fit each facet of which something was chosen."""
    return [
        row
        for row in rows
        if all(getattr(row, facet) in keys for facet, keys in choices.items() if keys)
    ]


def counted(rows: Iterable[Funded], choices: Choices, facet: str) -> dict[str, int]:
    """Return key -> how many rows there would be with it alone of its facet."""
    others = {name: keys for name, keys in choices.items() if name != facet}
    return Counter(getattr(row, facet) for row in narrowed(rows, others))


def total(rows: Iterable[Funded]) -> Decimal:
    """Return the sum of what is granted, in euros."""
    return sum((row.amount for row in rows), ZERO)


def summed(rows: Iterable[Funded], facet: str) -> dict[str, tuple[int, Decimal]]:
    """Return key -> number and sum (euros) of the rows that have it."""
    sums: dict[str, tuple[int, Decimal]] = {}
    for row in rows:
        number, amount = sums.get(getattr(row, facet), (0, ZERO))
        sums[getattr(row, facet)] = (number + 1, amount + row.amount)
    return sums
