"""The sample of a second Land: another configuration, register, programme and form.

All that differs is in data/sachsen; the code is the example's own. Its configuration
is a file as `@@konfiguration` writes it.
"""

from datetime import date
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from kommunaldialog.dates import local
from kommunaldialog.example.dialogue import last_second
from kommunaldialog.example.dialogue import portal_zone
from kommunaldialog.example.dialogue import start_of_day
from kommunaldialog.example.documents import DATA
from kommunaldialog.example.documents import texts
from kommunaldialog.example.make import make
from kommunaldialog.example.municipalities import make_municipalities
from kommunaldialog.example.municipalities import Register
from kommunaldialog.example.people import make_people
from kommunaldialog.example.programme import first_of_next_month
from kommunaldialog.example.programme import list_programmes
from kommunaldialog.example.programme import make_call
from kommunaldialog.exports.configuration_file import read
from kommunaldialog.exports.configuration_import import take_up
from plone import api
from plone.dexterity.content import DexterityContent
from Products.GenericSetup.tool import SetupTool


FOLDER = "sachsen"
OPEN_SINCE = timedelta(days=14)
OPEN_FOR = timedelta(days=75)
BEFORE_MEASURES = timedelta(days=110)

# Made up: the Land of these keys has no Direktionsbezirk 9.
MUNICIPALITIES = {"14999001": "Musterau", "14999002": "Beispielwalde"}
REGISTER = Register(
    f"{FOLDER}/gemeinden.csv",
    ("14999", "Landkreis Musterland"),
    MUNICIPALITIES,
    {"14999001": ("stadt", 18_200), "14999002": ("gemeinde", 3_100)},
)


def install(tool: SetupTool) -> None:
    """Makes the sample in the portal that the tool belongs to.

    What is there already stays as it is. Its dates follow from the day of the run.
    """
    moment = datetime.now(UTC)
    portal = api.portal.get()
    with api.env.adopt_roles(["Manager"]):
        content = (DATA / FOLDER / "konfiguration.json").read_bytes()
        take_up(read(content), portal, moment)
        make_people(portal, MUNICIPALITIES)
        towns = make(portal, "Folder", {"id": "kommunen", "title": "Kommunen"})
        make_municipalities(towns, REGISTER)
        funding = make(portal, "Folder", {"id": "foerderung", "title": "Förderung"})
        make_programme(funding, moment)


def make_programme(folder: DexterityContent, moment: datetime) -> DexterityContent:
    """The call of the year of ``moment``, with its published forms."""
    facts = texts(f"{FOLDER}/programme")
    today = local(moment, portal_zone()).date()
    programme = make_call(
        folder,
        facts["programme"],
        facts,
        year=today.year,
        opening=start_of_day(today - OPEN_SINCE),
        deadline=last_second(today + OPEN_FOR),
        measure_start=first_of_next_month(today + BEFORE_MEASURES),
        measure_end=date(today.year + 1, 12, 31),
    )
    list_programmes(folder)
    return programme
