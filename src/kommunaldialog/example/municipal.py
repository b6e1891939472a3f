"""Dialogues of single municipalities; facts in data/municipal.toml."""

from collections.abc import Iterator
from collections.abc import Mapping
from datetime import date
from datetime import datetime
from datetime import time
from datetime import timedelta
from kommunaldialog.content.register import kommunen
from kommunaldialog.dates import local
from kommunaldialog.example.dialogue import instant
from kommunaldialog.example.dialogue import make_contact
from kommunaldialog.example.dialogue import portal_zone
from kommunaldialog.example.documents import texts
from kommunaldialog.example.make import make
from plone.dexterity.content import DexterityContent
from typing import Any


DAYS = "_days"


def make_municipal_dialogues(
    folder: DexterityContent, initiative: DexterityContent, moment: datetime
) -> None:
    """Those planned in 2016, in the initiative; the made-up ones beside it."""
    facts = texts("municipal")
    today = local(moment, portal_zone()).date()
    _make_planned(initiative, facts["planned"])
    contacts = {
        adviser["ags"]: _make_adviser(folder, adviser) for adviser in facts["advisers"]
    }
    for dialogue in facts["dialogues"]:
        (ags,) = dialogue["municipalities"]
        _make_dialogue(
            folder, dated(dialogue, today), contacts.get(ags, initiative.contact)
        )


def dated(facts: Mapping[str, Any], today: date) -> dict[str, Any]:
    """Facts whose ``…_days``, counted from today, are days; those of phases in ISO."""
    return dict(_dated(facts, today))


def _dated(facts: Mapping[str, Any], today: date) -> Iterator[tuple[str, Any]]:
    for name, value in facts.items():
        if name.endswith(DAYS):
            yield name.removesuffix(DAYS), today + timedelta(days=value)
        elif name == "phases":
            yield name, [_phase(dated(row, today)) for row in value]
        elif name in ("events", "results"):
            yield name, [dated(row, today) for row in value]
        else:
            yield name, value


def _phase(row: Mapping[str, Any]) -> dict[str, str]:
    return {name: str(value) for name, value in row.items()}


def _make_planned(initiative: DexterityContent, facts: dict[str, Any]) -> None:
    press = f"resolveuid/{initiative['pressemitteilung'].UID()}"
    for town in facts.pop("towns"):
        words = {
            name: value.format(town=town["town"], press=press)
            for name, value in facts.items()
        }
        values = {
            **words,
            "id": town["id"],
            "municipalities": [town["ags"]],
            "contact": initiative.contact,
        }
        make(initiative, "Dialog", values)


def _make_adviser(folder: DexterityContent, facts: dict[str, Any]) -> str:
    """UID of the contact of a municipality that passes on what it has learnt."""
    (kommune,) = kommunen(facts.pop("ags"))
    contact = facts.pop("contact")
    known = contact["id"] in folder
    made = make_contact(folder, contact)
    if not known:
        for name, value in facts.items():
            setattr(kommune, name, tuple(value))
        kommune.contact = made.UID()
        kommune.reindexObject()
    return made.UID()


def _make_dialogue(
    folder: DexterityContent, facts: dict[str, Any], contact: str
) -> None:
    events = facts.pop("events", ())
    results = facts.pop("results", ())
    dialogue = make(folder, "Dialog", {**facts, "contact": contact})
    for event in events:
        make(dialogue, "Event", _event(event))
    for result in results:
        make(dialogue, "Ergebnis", result)


def _event(facts: dict[str, Any]) -> dict[str, Any]:
    day, hours = facts.pop("at"), facts.pop("hours")
    start, end = (instant(day, time(hour)) for hour in hours)
    return {**facts, "start": start, "end": end}
