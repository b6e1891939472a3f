"""A list that is shown a page at a time, with plain links."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode


PAGE_SIZE = 20


@dataclass(frozen=True)
class Listing:
    """One page of ``found``, which is only read where it is shown.

    ``number`` counts from 1; ``query`` is what the links to other pages keep.
    """

    found: Sequence
    number: int
    url: str
    query: dict[str, str]

    @property
    def items(self) -> Sequence:
        start = (self.number - 1) * PAGE_SIZE
        return self.found[start : start + PAGE_SIZE]

    @property
    def count(self) -> int:
        """How many there are on all pages."""
        return len(self.found)

    @property
    def pages(self) -> int:
        """How many pages there are, one at least."""
        return max(1, -(-self.count // PAGE_SIZE))

    @property
    def previous(self) -> str | None:
        """Address of the page before."""
        return self._link(self.number - 1) if self.number > 1 else None

    @property
    def next(self) -> str | None:
        """Address of the page after."""
        return self._link(self.number + 1) if self.number < self.pages else None

    def _link(self, number: int) -> str:
        return f"{self.url}?{urlencode({**self.query, 'seite': str(number)})}"


def listing(
    found: Sequence, number: str, url: str, query: dict[str, str] | None = None
) -> Listing:
    """The page that an address asks for; one that is none is the first or the last."""
    # Python itself refuses to read thousands of digits.
    digits = number.isascii() and number.isdigit() and len(number) < 10
    chosen = int(number) if digits else 1
    last = max(1, -(-len(found) // PAGE_SIZE))
    return Listing(found, max(1, min(chosen, last)), url, query or {})
