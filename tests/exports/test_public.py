"""The model of public pages: what everybody may know of them, and nothing more."""

from datetime import date
from datetime import datetime
from datetime import UTC
from kommunaldialog.controlpanel.word_lists import IWordLists
from kommunaldialog.domain.public import Link
from kommunaldialog.domain.public import Place
from kommunaldialog.domain.public import Term
from kommunaldialog.exports.public import listed
from kommunaldialog.exports.public import measures
from kommunaldialog.exports.public_contents import with_contents
from kommunaldialog.exports.public_page import public_page
from kommunaldialog.usecases.funded import funded_measures
from plone import api
from plone.app.testing import logout
from plone.namedfile.file import NamedBlobFile
from tests.samples import make_decided
from tests.samples import make_kommune
from tests.samples import publish
import pytest


TODAY = date(2026, 3, 3)


def make(container, portal_type, id, public=True, **values):
    with api.env.adopt_roles(["Manager"]):
        values.setdefault("title", id.capitalize())
        item = api.content.create(container, portal_type, id, **values)
        if public:
            publish(item)
        return item


@pytest.fixture
def dialog(portal):
    """A dialogue of two municipalities, one of them without a public page."""
    api.portal.set_registry_record(
        "topics", ("wohnen|Wohnen", "klima|Klima"), interface=IWordLists
    )
    make(portal, "Kommune", "musterstadt", ags="08999001")
    make(portal, "Kommune", "beispielstadt", ags="08999002", public=False)
    contact = make(portal, "Kontakt", "rathaus", phone="0711 123")
    programme = make(portal, "Dialog", "programm", kind="programme")
    return make(
        programme,
        "Dialog",
        "ortsmitte",
        central_question="Wie lebt die Ortsmitte?",
        topics=("klima", "verschwunden", "wohnen"),
        status="running",
        start=date(2026, 1, 1),
        participant_number=0,
        municipalities=("08999002", "08999001"),
        phases=[{"title": "Werkstatt", "start": "2026-03-01", "end": None}],
        contact=contact.UID(),
    )


def find(item):
    return api.content.find(UID=item.UID())


def test_a_list_tells_what_the_catalog_knows(portal, dialog):
    logout()
    (told,) = listed(portal, find(dialog))
    assert told.title == "Ortsmitte"
    assert told.state == Term("running", "läuft")
    assert told.topics == (Term("wohnen", "Wohnen"), Term("klima", "Klima"))
    assert (told.start, told.end) == (date(2026, 1, 1), None)
    assert told.participants == 0
    assert told.part_of == (Link("Programm", f"{portal.absolute_url()}/programm"),)
    assert told.modified.tzinfo is not None
    assert told.details is None


def test_a_municipality_without_a_public_page_has_a_name_and_no_address(portal, dialog):
    logout()
    (told,) = listed(portal, find(dialog))
    assert told.municipalities == (
        Place("08999002", "Beispielstadt", None),
        Place("08999001", "Musterstadt", f"{portal.absolute_url()}/musterstadt"),
    )


def test_what_is_no_public_page_is_left_out_of_a_list(portal, dialog):
    brains = api.content.find(portal_type=["Dialog", "Kontakt"])
    assert {told.title for told in listed(portal, brains)} == {"Programm", "Ortsmitte"}


def test_a_page_tells_what_it_shows(dialog):
    logout()
    told = public_page(dialog, TODAY).details
    assert told.central_question == "Wie lebt die Ortsmitte?"
    assert told.contact.phone == "0711 123"
    (phase,) = told.phases
    assert (phase.title, phase.course) == ("Werkstatt", "current")
    assert told.picture is None


def test_a_contact_that_is_not_public_is_not_told(portal, dialog):
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(portal["rathaus"], "retract")
    logout()
    assert public_page(dialog, TODAY).details.contact is None


def test_a_dialogue_lists_only_what_the_reader_may_see(portal, dialog):
    make(dialog, "Ergebnis", "protokoll")
    make(dialog, "Ergebnis", "entwurf", public=False)
    make(
        dialog,
        "Ergebnis",
        "bank",
        implementation="open",
        due=date(2026, 3, 2),
        responsible="Bauhof",
    )
    make(
        dialog,
        "Event",
        "abend",
        start=datetime(2026, 3, 5, 18, tzinfo=UTC),
        end=datetime(2026, 3, 5, 20, tzinfo=UTC),
    )
    make(portal, "Werkzeug", "leitfaden", dialogues=(dialog.UID(),))
    logout()
    told = with_contents(public_page(dialog, TODAY), dialog, TODAY).contents
    assert [result.title for result in told.results] == ["Protokoll"]
    (promise,) = told.promises
    assert (promise.title, promise.responsible) == ("Bank", "Bauhof")
    assert promise.overdue and promise.state.key == "open"
    (event,) = told.events
    assert event.start == datetime(2026, 3, 5, 18, tzinfo=UTC)
    assert [tool.title for tool in told.tools] == ["Leitfaden"]


def test_a_result_tells_of_its_file_and_what_to_expect_of_it(dialog):
    file = NamedBlobFile(b"Text", "text/plain", "Kurz & gut.txt")
    result = make(dialog, "Ergebnis", "protokoll", summary="Kurz.", file=file)
    logout()
    told = public_page(result, TODAY)
    assert told.file.url.endswith("/protokoll/@@download/file/Kurz%20%26%20gut.txt")
    assert (told.file.media_type, told.file.size) == ("text/plain", 4)
    assert [finding.key for finding in told.details.findings] == ["not_pdf"]
    assert [link.title for link in told.part_of] == ["Ortsmitte", "Programm"]
    assert with_contents(told, result, TODAY) is told


def test_a_municipality_tells_what_it_advises_on_and_what_it_took_part_in(
    portal, dialog
):
    town = portal["musterstadt"]
    town.advises_topics, town.advises_on = ("klima",), ("Fördermittel",)
    town.population = 25_424
    town.reindexObject()
    logout()
    told = with_contents(public_page(town, TODAY), town, TODAY)
    assert (told.ags, told.population) == ("08999001", 25_424)
    assert told.advises_topics == (Term("klima", "Klima"),)
    assert told.advises_methods == ()
    assert told.details.advises_on == ("Fördermittel",)
    assert [link.title for link in told.contents.dialogues] == ["Ortsmitte"]


def test_a_tool_tells_from_which_dialogues_it_comes(portal, dialog):
    tool = make(
        portal,
        "Werkzeug",
        "leitfaden",
        kind="guide",
        phases=("prepare",),
        dialogues=(dialog.UID(),),
        summary="So geht es.",
    )
    logout()
    told = public_page(tool, TODAY)
    assert told.kind.title == "Leitfaden"
    assert [phase.key for phase in told.phases] == ["prepare"]
    assert [link.title for link in told.part_of] == ["Ortsmitte"]
    assert told.details.summary == "So geht es."


def test_a_grant_is_told_once_it_is_announced(funding):
    make_decided(funding)
    make_kommune(api.portal.get(), "08998001", "Anderswo")
    logout()
    (told,) = measures(funding, funded_measures(funding))
    assert told.municipality.name == "Musterstadt"
    assert told.measure == "Dialog Ortsmitte"
    assert f"{told.amount:f}" == "2500.00"
    assert told.programme == Link(funding.title, funding.absolute_url())
