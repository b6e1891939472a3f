"""The facets of an overview as they are shown: what can be chosen, with its number."""

from dataclasses import dataclass
from kommunaldialog.domain.ags import kreis
from kommunaldialog.portal.overview.hits import Hits
from kommunaldialog.portal.overview.kinds import Facet
from kommunaldialog.portal.overview.kinds import KREIS
from kommunaldialog.portal.overview.kinds import MUNICIPALITY
from kommunaldialog.portal.overview.words import titles
from kommunaldialog.portal.page import PublicPage
from typing import NamedTuple
from zope.i18nmessageid import Message


# So many are shown of a facet with more than LONG; the others are folded away.
SHOWN, LONG = 8, 12
# Municipalities are offered once a Kreis is chosen or no more than these are left.
FEW_MUNICIPALITIES = 20
# So many facets are open before anything is chosen.
OPEN = 2


class Choice(NamedTuple):
    """One key of a facet; its link chooses it, or takes it back where it is chosen."""

    id: str
    title: str
    number: str
    url: str
    chosen: bool


@dataclass(frozen=True)
class Shown:
    """A facet with what is there to choose; `folded` are those behind "more"."""

    name: str
    title: Message
    choices: tuple[Choice, ...]
    folded: tuple[Choice, ...]
    open: bool


def facets(page: PublicPage, hits: Hits) -> list[Shown]:
    """The facets in which there is something to choose."""
    shown: list[Shown] = []
    for facet in hits.selection.overview.facets:
        counts = _offered(hits, facet)
        if _narrows(hits, facet, counts):
            shown.append(_shown(page, hits, facet, counts, opened=len(shown) < OPEN))
    return shown


def _narrows(hits: Hits, facet: Facet, counts: dict[str, int]) -> bool:
    # One key that all have leaves nothing to choose.
    return bool(hits.selection.chosen(facet.name)) or any(
        number < len(hits) for number in counts.values()
    )


def _offered(hits: Hits, facet: Facet) -> dict[str, int]:
    # Key -> number; what was chosen stays even where nothing is left of it.
    chosen = dict.fromkeys(hits.selection.chosen(facet.name), 0)
    kreise = hits.selection.chosen(KREIS)
    if facet.name != MUNICIPALITY:
        return chosen | hits.counts(facet)
    if kreise:
        counts = hits.counts(facet)
        return chosen | {key: n for key, n in counts.items() if kreis(key) in kreise}
    if hits.have_keys(facet, FEW_MUNICIPALITIES):
        return chosen
    return chosen | hits.counts(facet)


def _shown(
    page: PublicPage, hits: Hits, facet: Facet, counts: dict[str, int], opened: bool
) -> Shown:
    selection = hits.selection
    chosen = selection.chosen(facet.name)
    urls = selection.toggles(facet.name, counts)
    choices = [
        Choice(
            id=f"{facet.name}-{key}",
            title=title,
            number=page.number(counts[key]),
            url=urls[key],
            chosen=key in chosen,
        )
        for key, title in titles(page, facet, counts).items()
    ]
    front = set(counts)
    if len(counts) > LONG:
        often = sorted(counts, key=lambda key: (key not in chosen, -counts[key]))
        front = {*often[:SHOWN], *chosen}
    ids = {f"{facet.name}-{key}" for key in front}
    return Shown(
        name=facet.name,
        title=facet.title,
        choices=tuple(choice for choice in choices if choice.id in ids),
        folded=tuple(choice for choice in choices if choice.id not in ids),
        open=opened or bool(chosen),
    )
