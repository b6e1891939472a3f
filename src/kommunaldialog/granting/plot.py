"""A plot of our own: bars as SVG, drawn by the server, without a script.

Widths are shares of the picture, so that its text stays as large as the page's on a
phone; shapes and not colours tell the bars apart. The page has the same numbers as a
table.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from kommunaldialog.domain.figures import Figures
from kommunaldialog.domain.money import format_euro
from kommunaldialog.domain.money import ZERO


# Pixels, and the share of the width that the longest bar has.
_LABEL, _BAR, _GAP, _BETWEEN = 22, 16, 4, 14
_LONGEST = 60
_LABEL_LENGTH = 38

SERIES = ("requested", "approved", "paid")


@dataclass(frozen=True)
class Bar:
    """One bar: which of the `SERIES`, where (px), how long (%), and its amount."""

    series: str
    y: int
    width: str
    amount: str

    @property
    def text_y(self) -> int:
        """The base line of its amount."""
        return self.y + _BAR - 4


@dataclass(frozen=True)
class Group:
    """The bars of one group under its name, which the table has in full."""

    label: str
    y: int
    bars: tuple[Bar, ...]


@dataclass(frozen=True)
class Plot:
    """The groups of a plot, and how high it is (px)."""

    groups: tuple[Group, ...]
    height: int
    bar: int = _BAR


def plot(figures: Mapping[str, Figures]) -> Plot:
    """Return the bars of each group; all of them have one scale."""
    highest = max(
        (getattr(found, name) for found in figures.values() for name in SERIES),
        default=ZERO,
    )
    step = _LABEL + len(SERIES) * (_BAR + _GAP) + _BETWEEN
    groups = tuple(
        Group(_short(name), number * step, _bars(found, number * step, highest))
        for number, (name, found) in enumerate(figures.items())
    )
    return Plot(groups, len(groups) * step)


def _bars(figures: Figures, y: int, highest: Decimal) -> tuple[Bar, ...]:
    return tuple(
        Bar(
            name,
            y + _LABEL + number * (_BAR + _GAP),
            _width(getattr(figures, name), highest),
            format_euro(getattr(figures, name)),
        )
        for number, name in enumerate(SERIES)
    )


def _width(amount: Decimal, highest: Decimal) -> str:
    # More may have come back in a month than was paid out: such a bar has no length.
    share = max(amount, ZERO) / highest * _LONGEST if highest > 0 else ZERO
    return f"{share:.2f}%"


def _short(name: str) -> str:
    return name if len(name) <= _LABEL_LENGTH else f"{name[: _LABEL_LENGTH - 1]}…"
