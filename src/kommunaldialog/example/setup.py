"""The demo profile's handler: accounts and content of the example."""

from datetime import datetime
from datetime import UTC
from kommunaldialog.controlpanel.interfaces import IKommunaldialogSettings
from kommunaldialog.controlpanel.word_lists import IWordLists
from kommunaldialog.controlpanel.word_lists import words
from kommunaldialog.example.applications import make_applications
from kommunaldialog.example.dialogue import make_dialogue
from kommunaldialog.example.documents import texts
from kommunaldialog.example.make import make
from kommunaldialog.example.municipal import make_municipal_dialogues
from kommunaldialog.example.municipalities import make_municipalities
from kommunaldialog.example.pages import make_pages
from kommunaldialog.example.people import make_people
from kommunaldialog.example.programme import make_last_programme
from kommunaldialog.example.programme import make_programme
from kommunaldialog.example.toolkit import make_toolkit
from plone import api
from Products.GenericSetup.tool import SetupTool


LAND = "Baden-Württemberg"
HOLIDAYS = "BW"
MAP = "08"
LICENCE = "dl-by-de/2.0"


def install(tool: SetupTool) -> None:
    """Makes the example in the portal that the tool belongs to.

    What is there already stays as it is, so that it can be run again. Its dates
    follow from the day of the first run.
    """
    moment = datetime.now(UTC)
    portal = api.portal.get()
    _settings()
    _words()
    make_people(portal)
    dialogues = make(portal, "Folder", {"id": "dialoge", "title": "Dialoge"})
    funding = make(portal, "Folder", {"id": "foerderung", "title": "Förderung"})
    towns = make(portal, "Folder", {"id": "kommunen", "title": "Kommunen"})
    make_municipalities(towns)
    dialogue = make_dialogue(dialogues)
    make_municipal_dialogues(dialogues, dialogue, moment)
    make_toolkit(dialogues)
    last_year = make_last_programme(funding, moment)
    programme = make_programme(funding, moment)
    make_pages(portal)
    make_applications(last_year, moment, "grants")
    make_applications(programme, moment, "applications")


def _settings() -> None:
    for name, value in (
        ("land", LAND),
        ("holiday_land", HOLIDAYS),
        ("map_of", MAP),
        ("data_publisher", LAND),
        ("data_licence", LICENCE),
        ("mail_signature", "Beteiligungsportal (Beispiel)"),
    ):
        known = api.portal.get_registry_record(name, interface=IKommunaldialogSettings)
        if not known:
            api.portal.set_registry_record(
                name, value, interface=IKommunaldialogSettings
            )


def _words() -> None:
    for name, lines in texts("dialogue")["words"].items():
        if not words(name):
            api.portal.set_registry_record(name, tuple(lines), interface=IWordLists)
