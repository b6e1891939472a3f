"""Classes of size: municipalities of about the same number of inhabitants.

The limits are those at which the law of municipalities and the statistics of the
Länder commonly draw a line, so that people know them.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class SizeClass:
    """From `lowest` up to and including `highest` inhabitants; None is no limit."""

    key: str
    lowest: int
    highest: int | None


SIZE_CLASSES = (
    SizeClass("unter-5000", 0, 4_999),
    SizeClass("5000-9999", 5_000, 9_999),
    SizeClass("10000-19999", 10_000, 19_999),
    SizeClass("20000-49999", 20_000, 49_999),
    SizeClass("50000-99999", 50_000, 99_999),
    SizeClass("ab-100000", 100_000, None),
)


def size_class(population: int | None) -> SizeClass | None:
    """The class that a number of inhabitants falls into; None where it is unknown."""
    if population is None:
        return None
    return next(
        found for found in reversed(SIZE_CLASSES) if found.lowest <= max(population, 0)
    )
