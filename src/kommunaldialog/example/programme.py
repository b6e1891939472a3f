"""The calls of the example: the one that is open, to try, and that of last year."""

from collections.abc import Mapping
from datetime import date
from datetime import datetime
from datetime import timedelta
from kommunaldialog.content.foerderprogramm import APPLICATION_FORM_ID
from kommunaldialog.content.foerderprogramm import PROOF_FORM_ID
from kommunaldialog.dates import local
from kommunaldialog.example.dialogue import last_second
from kommunaldialog.example.dialogue import make_contact
from kommunaldialog.example.dialogue import OFFICE
from kommunaldialog.example.dialogue import portal_zone
from kommunaldialog.example.dialogue import start_of_day
from kommunaldialog.example.documents import model
from kommunaldialog.example.documents import texts
from kommunaldialog.example.make import make
from kommunaldialog.forms.versions import versions
from kommunaldialog.usecases.publish_form import publish_form
from plone import api
from plone.dexterity.content import DexterityContent


OPEN_SINCE = timedelta(days=30)
OPEN_FOR = timedelta(days=60)
BEFORE_MEASURES = timedelta(days=90)
LAST_OPENED = timedelta(days=520)
LAST_CLOSED = timedelta(days=430)
LAST_MEASURES_END = timedelta(days=180)

QUERY = [
    {
        "i": "portal_type",
        "o": "plone.app.querystring.operation.selection.any",
        "v": ["Foerderprogramm"],
    }
]


def make_programme(folder: DexterityContent, moment: datetime) -> DexterityContent:
    """The programme of the year of ``moment``, with its published forms."""
    facts = texts("programme")
    today = local(moment, portal_zone()).date()
    programme = make_call(
        folder,
        facts["programme"],
        facts,
        year=today.year,
        opening=start_of_day(today - OPEN_SINCE),
        deadline=last_second(today + OPEN_FOR),
        measure_start=first_of_next_month(today + BEFORE_MEASURES),
        measure_end=date(today.year + 2, 6, 30),
        callback_form=make_callback_form(folder, facts["callback"]).UID(),
    )
    list_programmes(folder)
    return programme


def make_last_programme(folder: DexterityContent, moment: datetime) -> DexterityContent:
    """The programme of the year before, whose grants are being used."""
    facts = texts("programme")
    today = local(moment, portal_zone()).date()
    year = today.year - 1
    return make_call(
        folder,
        {**facts["programme"], **facts["last_programme"]},
        facts,
        year=year,
        reference_prefix=f"KD{year % 100}",
        budget_year=year,
        opening=start_of_day(today - LAST_OPENED),
        deadline=last_second(today - LAST_CLOSED),
        measure_start=first_of_next_month(today - LAST_CLOSED),
        measure_end=today + LAST_MEASURES_END,
    )


def make_call(
    folder: DexterityContent,
    facts: Mapping[str, object],
    parts: Mapping[str, object],
    *,
    year: int,
    opening: datetime,
    **values: object,
) -> DexterityContent:
    """A published call of `facts`, with the contact, pillars and form of `parts`."""
    programme = make(
        folder,
        "Foerderprogramm",
        {
            **facts,
            **OFFICE,
            "title": facts["title"].format(year=year),
            "opening": opening,
            "contact": make_contact(folder, parts["contact"]).UID(),
            **values,
        },
    )
    for pillar in parts["pillars"]:
        make(programme, "Saeule", pillar)
    if versions(programme).newest is None:
        if "form" in parts:
            programme[APPLICATION_FORM_ID].fields_model = model(parts["form"])
        with api.env.adopt_user(username="webredaktion"):
            for form_id in (APPLICATION_FORM_ID, PROOF_FORM_ID):
                publish_form(programme[form_id], opening)
    return programme


def make_callback_form(
    folder: DexterityContent, facts: dict[str, object]
) -> DexterityContent:
    """An ordinary EasyForm of the site: mails what was asked for, and keeps nothing."""
    models = {
        "fields_model": model("callback"),
        "actions_model": model("callback-mail"),
    }
    return make(folder, "EasyForm", {**facts, **models, "exclude_from_nav": True})


def first_of_next_month(day: date) -> date:
    """The first day of the month after that of a day."""
    return (day.replace(day=1) + timedelta(days=32)).replace(day=1)


def list_programmes(folder: DexterityContent) -> None:
    """Lists all calls of the portal, wherever they lie, as the folder's page."""
    if "alle-programme" in folder:
        return
    make(
        folder,
        "Collection",
        {
            "id": "alle-programme",
            "title": "Förderung",
            "description": "Programme, aus denen Kommunen Geld für Dialoge bekommen.",
            "query": QUERY,
            "sort_on": "created",
            "sort_reversed": True,
            "exclude_from_nav": True,
        },
    )
    folder.setDefaultPage("alle-programme")
