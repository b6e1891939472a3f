"""The list of a long page's sections, made from what the page shows."""

from collections.abc import Iterable
from collections.abc import Iterator
from typing import NamedTuple
import lxml.html


class Entry(NamedTuple):
    """A section: the id of its heading, and what that says."""

    id: str
    title: str


def entries(parts: Iterable[str]) -> Iterator[Entry]:
    """The headings of the second level that can be linked to, in their order."""
    for part in parts:
        for heading in lxml.html.fragment_fromstring(part, create_parent=True).iter(
            "h2"
        ):
            if heading.get("id"):
                yield Entry(heading.get("id"), " ".join(heading.text_content().split()))
