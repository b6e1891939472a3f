"""The municipalities that advise others, with the dialogues that they held."""

from collections import defaultdict
from datetime import date
from kommunaldialog.domain.advice import Adviser
from kommunaldialog.domain.advice import FINISHED
from kommunaldialog.domain.advice import Held
from kommunaldialog.domain.advice import RUNNING
from kommunaldialog.domain.finding import ended
from plone import api
from plone.dexterity.content import DexterityContent
from typing import Any


def advisers(context: DexterityContent, day: date) -> list[Adviser]:
    """All that the current user may see, with their dialogues from `context` on.

    Who was no more on `day` advises nobody.

    Read from the catalog's records: nothing is loaded.
    """
    catalog = api.portal.get_tool("portal_catalog")
    offered = list(catalog.Indexes["dialogue_advises"].uniqueValues())
    if not offered:
        return []
    brains = [
        brain
        for brain in api.content.find(portal_type="Kommune", dialogue_advises=offered)
        if not ended(brain.dialogue_ended or None, day)
    ]
    held = _held(context, [brain.ags for brain in brains])
    return [
        Adviser(
            ags=brain.ags,
            name=brain.Title,
            kind=brain.dialogue_kind or "",
            population=_number(brain.dialogue_population),
            topics=tuple(brain.dialogue_topics or ()),
            methods=tuple(brain.dialogue_methods or ()),
            held=tuple(held[brain.ags]),
        )
        for brain in brains
    ]


def _held(context: DexterityContent, keys: list[str]) -> dict[str, list[Held]]:
    # AGS -> its dialogues; one that is only planned has taught nobody anything yet.
    found: dict[str, list[Held]] = defaultdict(list)
    for brain in api.content.find(
        context,
        portal_type="Dialog",
        dialogue_municipalities=keys,
        dialogue_state=[FINISHED, RUNNING],
    ):
        day = brain.dialogue_day or brain.dialogue_end
        held = Held(
            title=brain.Title,
            url=brain.getURL(),
            state=brain.dialogue_state,
            year=day.year if day else None,
            topics=tuple(brain.dialogue_topics or ()),
            methods=tuple(brain.dialogue_methods or ()),
        )
        for key in brain.dialogue_municipalities:
            found[key].append(held)
    return found


def _number(column: Any) -> int | None:
    # A record says Missing.Value, which is false, of what it does not know.
    return column if column or column == 0 else None
