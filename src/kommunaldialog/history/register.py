"""The append-only record of lists taken into the municipalities' register."""

from BTrees.IOBTree import IOBTree
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from datetime import datetime
from itertools import islice
from plone import api
from zope.annotation.interfaces import IAnnotations


_KEY = "kommunaldialog.register.imports"


@dataclass(frozen=True)
class Import:
    """A list that was taken over: when, by whom, which file, what it changed.

    `digest` is the SHA-256 of the file; `counts` has `new`, `changed`, `renamed` (which
    are among the changed), `ended` and `wrong` (rows that were left out).
    """

    moment: datetime
    actor: str
    filename: str
    digest: str
    source: str
    valid_on: date
    counts: Mapping[str, int]


def record_import(done: Import) -> None:
    """Appends an import; it is never changed."""
    kept = IAnnotations(api.portal.get()).setdefault(_KEY, IOBTree())
    kept[kept.maxKey() + 1 if kept else 1] = done


def last_imports(number: int) -> Iterator[Import]:
    """The last imports, so many of them, the newest first."""
    kept = IAnnotations(api.portal.get()).get(_KEY)
    return islice(reversed(kept.values()) if kept else (), number)


def forget_imports() -> None:
    """Removes the record, when the product is taken out."""
    IAnnotations(api.portal.get()).pop(_KEY, None)
