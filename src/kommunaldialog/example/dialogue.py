"""The initiative of 2016 with its event, results and programme; facts in data/."""

from datetime import date
from datetime import datetime
from datetime import time
from kommunaldialog.domain.deadline import end_of_day
from kommunaldialog.example.documents import document
from kommunaldialog.example.documents import texts
from kommunaldialog.example.make import make
from kommunaldialog.example.make import publish
from kommunaldialog.example.people import CASE_WORKERS
from kommunaldialog.example.people import DECIDERS
from kommunaldialog.example.people import MINISTRY
from plone import api
from plone.dexterity.content import DexterityContent
from zoneinfo import ZoneInfo
import pytz


PAYS_FOR_DIALOGUES = "saeule-2"

OFFICE = {
    "case_worker_groups": [CASE_WORKERS],
    "decision_groups": [DECIDERS],
    "ministry_groups": [MINISTRY],
}


def make_dialogue(folder: DexterityContent) -> DexterityContent:
    """The Dialog of 2016 with all that belongs to it."""
    facts = texts("dialogue")
    dialogue = make(folder, "Dialog", facts["dialogue"], complete=False)
    contact = make_contact(dialogue, facts["contact"])
    if not dialogue.contact:
        dialogue.contact = contact.UID()
        publish(dialogue)
    make(dialogue, "Event", _event(facts["event"]))
    for result in facts["results"]:
        make(dialogue, "Ergebnis", _result(result))
    _make_programme(dialogue, contact, facts["programme"])
    return dialogue


def make_contact(
    container: DexterityContent, facts: dict[str, object]
) -> DexterityContent:
    """A contact record that navigation does not list."""
    return make(container, "Kontakt", {**facts, "exclude_from_nav": True})


def portal_zone() -> str:
    """IANA name of the portal's time zone."""
    return api.portal.get_registry_record("plone.portal_timezone")


def start_of_day(day: date) -> datetime:
    """The first instant of a day in the portal's zone, in UTC."""
    return datetime.combine(day, time(), ZoneInfo(portal_zone())).astimezone(pytz.utc)


def last_second(day: date) -> datetime:
    """The end of a day in the portal's zone, in UTC as plone.restapi can read it."""
    return end_of_day(day, portal_zone()).astimezone(pytz.utc)


def instant(day: date, clock: time) -> datetime:
    """A moment in the portal's zone, for an event."""
    # As Plone's own form keeps it; a ZoneInfo can't be stored.
    zone = pytz.timezone(portal_zone())
    return zone.localize(datetime.combine(day, clock))


def _event(facts: dict[str, object]) -> dict[str, object]:
    day = facts.pop("day")
    return {
        **facts,
        "start": instant(day, time()),
        "end": instant(day, time(23, 59, 59)),
        "whole_day": True,
    }


def _result(facts: dict[str, object]) -> dict[str, object]:
    name = facts.pop("document", None)
    return {**facts, "file": document(name)} if name else facts


def _make_programme(
    dialogue: DexterityContent, contact: DexterityContent, facts: dict
) -> None:
    first, last = facts.pop("first_day"), facts.pop("last_day")
    pillars = facts.pop("pillars")
    values = {
        **facts,
        **OFFICE,
        "opening": start_of_day(first),
        "deadline": last_second(last),
        "contact": contact.UID(),
    }
    programme = make(dialogue, "Foerderprogramm", values)
    for pillar in pillars:
        paid = (dialogue.UID(),) if pillar["id"] == PAYS_FOR_DIALOGUES else ()
        make(programme, "Saeule", {**pillar, "dialogues": paid})
