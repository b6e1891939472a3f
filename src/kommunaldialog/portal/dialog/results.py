"""The results of a dialogue, read from the catalog's records."""

from collections.abc import Iterable
from dataclasses import dataclass
from kommunaldialog.portal.overview.words import words
from kommunaldialog.portal.page import PublicPage
from Products.ZCatalog.interfaces import ICatalogBrain
import datetime


@dataclass(frozen=True)
class ResultRow:
    """A result as it is shown; `file` is what `PublicPage.file_of` returns."""

    url: str
    title: str
    kind: str
    date: datetime.date | None
    summary: str
    file: dict[str, str] | None


def result_rows(page: PublicPage, brains: Iterable[ICatalogBrain]) -> list[ResultRow]:
    """What a page says of each result."""
    kinds = words(page, "ResultKinds")
    return [
        ResultRow(
            url=brain.getURL(),
            title=brain.Title,
            kind=kinds.get(brain.dialogue_kind, ""),
            date=brain.dialogue_day or None,
            summary=brain.Description,
            file=_file(page, brain),
        )
        for brain in brains
    ]


def _file(page: PublicPage, brain: ICatalogBrain) -> dict[str, str] | None:
    facts = brain.dialogue_file
    return page.file_facts(brain.getURL(), facts) if facts else None
