"""A portal of a Land with many dialogues, for bench/public.py.

Objects are put into the database and the catalog without their events: what counts is
how pages read them, and each is what an editor would have saved and published.
"""

from collections.abc import Iterator
from DateTime import DateTime
from datetime import date
from datetime import timedelta
from kommunaldialog.controlpanel.word_lists import IWordLists
from persistent.mapping import PersistentMapping
from plone import api
from plone.dexterity.utils import createContent
from plone.uuid.interfaces import ATTRIBUTE_NAME
from typing import Any
from uuid import uuid4
import transaction


KREISE, MUNICIPALITIES, DIALOGUES, RESULTS = 44, 1_103, 5_000, 20_000
TOPICS = (
    "wohnen|Bauen und Wohnen",
    "arbeit|Lernen und Arbeiten",
    "gemeinschaft|Gemeinschaft",
    "sicherheit|Sicherheit",
    "klima|Klima und Energie",
    "verkehr|Verkehr",
    "jugend|Kinder und Jugend",
    "ortsmitte|Ortsmitte",
)
METHODS = ("werkstatt", "world-cafe", "runder-tisch", "buergerrat", "befragung")
KINDS = ("short_information", "minutes", "presentation", "evaluation", "measures")
STATES = ("planned", "running", "finished")
IMPLEMENTATION = (None, None, "open", "in_progress", "done")
WORKFLOW = "kommunaldialog_public"
SAVEPOINT = 500
FIRST = date(2016, 1, 21)


def ags(number: int) -> str:
    """The key of a municipality, evenly over the Kreise."""
    return f"08{100 + number % KREISE}{1 + number // KREISE:03}"


def topic(number: int) -> str:
    return TOPICS[number % len(TOPICS)].partition("|")[0]


def add(container: Any, portal_type: str, name: str, title: str, **values: Any) -> Any:
    """A published object in a folder, in the catalog."""
    item = createContent(portal_type, title=title, **values)
    item.id = name
    setattr(item, ATTRIBUTE_NAME, uuid4().hex)
    item.creation_date = item.modification_date = item.effective_date = DateTime()
    container._setObject(name, item, suppress_events=True)
    item = container[name]
    state = {"action": None, "actor": "", "comments": "", "time": DateTime()}
    item.workflow_history = PersistentMapping(
        {WORKFLOW: ({**state, "review_state": "published"},)}
    )
    api.portal.get_tool("portal_workflow")[WORKFLOW].updateRoleMappingsFor(item)
    api.portal.get_tool("portal_catalog").catalog_object(item)
    return item


def add_municipalities(portal: Any) -> Any:
    """The register; the folder in which it lies."""
    api.portal.set_registry_record("topics", TOPICS, interface=IWordLists)
    register = _folder(portal, "Kommunen")
    for number in range(MUNICIPALITIES):
        add(
            register,
            "Kommune",
            f"k{number}",
            f"Gemeinde {number:04}",
            ags=ags(number),
            kind="stadt" if number % 3 == 0 else "gemeinde",
            district=f"Kreis {number % KREISE:02}",
            population=500 + (number * 7919) % 120_000,
        )
        if number % SAVEPOINT == 0:
            transaction.savepoint(optimistic=True)
    transaction.commit()
    return register


def add_dialogues(section: Any, first: int, last: int) -> None:
    """Dialogues with their results, four each, by number."""
    for number in range(first, last):
        begun = FIRST + timedelta(days=number * 13 % 3_900)
        places = (ags(number * 31 % MUNICIPALITIES), ags(number * 17 % MUNICIPALITIES))
        dialogue = add(
            section,
            "Dialog",
            f"d{number}",
            f"Dialog {number * 7 % DIALOGUES:05}",
            description="Wie wir hier zusammen leben wollen.",
            goal="Gemeinsam entscheiden, was als Nächstes gebaut wird.",
            use_of_results="Der Gemeinderat berät sie.",
            topics=tuple({topic(number), topic(number // 3)}),
            methods=(METHODS[number % len(METHODS)],),
            municipalities=tuple(dict.fromkeys(places)),
            status=STATES[number % 3],
            start=begun,
            end=begun + timedelta(days=number % 500),
            # As docs/operations.md says: the overviews list them, not the navigation.
            exclude_from_nav=True,
        )
        for result in _results(number):
            add(dialogue, "Ergebnis", **result, municipalities=places[:1])
        if number % (SAVEPOINT // 5) == 0:
            transaction.savepoint(optimistic=True)
    transaction.commit()


def _results(dialogue: int) -> Iterator[dict[str, Any]]:
    each = RESULTS // DIALOGUES
    for place in range(each):
        number = dialogue * each + place
        yield {
            "name": f"e{place}",
            "title": f"Ergebnis {number * 11 % RESULTS:05}",
            "description": "Was dabei herauskam, in zwei Sätzen.",
            "kind": KINDS[number % len(KINDS)],
            "date": FIRST + timedelta(days=number * 29 % 3_900),
            "summary": "Die Häuser an der Straße werden zuerst geplant.",
            "implementation": IMPLEMENTATION[number % len(IMPLEMENTATION)],
        }


def make_section(portal: Any) -> Any:
    """The folder in which the dialogues lie."""
    return _folder(portal, "Dialoge")


def _folder(portal: Any, title: str) -> Any:
    with api.env.adopt_roles(["Manager"]):
        folder = api.content.create(portal, "Folder", title=title)
        api.content.transition(folder, "publish")
    return folder
