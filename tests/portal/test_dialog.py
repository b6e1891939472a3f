"""The page of a dialogue."""

from datetime import date
from datetime import datetime
from kommunaldialog.controlpanel.word_lists import IWordLists
from plone import api
from plone.app.textfield.value import RichTextValue
import pytest
import pytz


# As Plone keeps the zone of an event: a ZoneInfo can not be stored.
BERLIN = pytz.timezone("Europe/Berlin")


@pytest.fixture
def dialogue(make):
    api.portal.set_registry_record("topics", ("wohnen|Wohnen",), interface=IWordLists)
    return make(
        "Dialog",
        title="Dialog Ortsmitte",
        description="Wie die Ortsmitte wieder lebt.",
        kind="programme",
        central_question="Wie wollen wir zusammenleben?",
        text=RichTextValue("<p>Viele ziehen zu.</p>", "text/html", "text/html"),
        goal="Miteinander reden.",
        use_of_results="Der Gemeinderat berät sie.",
        concerns="Manche sorgen sich um Wohnraum.",
        topics=("wohnen",),
        participant_groups=("zivilgesellschaft",),
        status="finished",
        municipality_count=10,
        initiators=("Land",),
        science=("Universität",),
    )


def test_the_central_question_comes_before_everything_else(look, dialogue):
    text = look(dialogue).text
    assert text.index("Wie wollen wir zusammenleben?") < text.index("Viele ziehen zu.")
    assert text.index("Dialog Ortsmitte") < text.index("Wie wollen wir")


def test_the_sections_follow_the_questions_of_a_reader(look, dialogue):
    assert look(dialogue).headings() == [
        "Dialog Ortsmitte",
        "Worum es geht",
        "Wo der Dialog steht",
        "Das Ziel",
        "Was mit den Ergebnissen geschieht",
        "Sorgen und Einwände",
        "Themen",
        "Wer mitredete",
        "Beteiligte Kommunen",
        "Wer dahintersteht",
    ]


def test_an_empty_dialogue_has_no_empty_sections(look, make):
    page = look(make("Dialog", title="Neu"))
    assert page.headings() == ["Neu", "Wo der Dialog steht"]


def test_municipalities_that_are_only_counted_are_not_named(look, dialogue):
    page = look(dialogue)
    assert "Zehn Kommunen waren beteiligt. Ihre Namen sind nicht bekannt." in page.text


def test_a_large_number_of_municipalities_is_written_in_digits(look, dialogue):
    dialogue.municipality_count = 1101
    dialogue.status = "running"
    assert "1.101 Kommunen sind beteiligt." in look(dialogue).text


def test_a_named_municipality_leads_to_its_page(look, make, dialogue):
    kommune = make("Kommune", title="Musterstadt", ags="08999001")
    dialogue.municipalities = ("08999001",)
    page = look(dialogue)
    assert page.links()["Musterstadt"] == kommune.absolute_url()
    assert "Hier stehen nur die, deren Namen bekannt sind." in page.text


def test_a_municipality_without_a_public_page_is_named_without_a_link(
    look, make, dialogue
):
    make("Kommune", title="Musterstadt", ags="08999001", publish=False)
    dialogue.municipalities = ("08999001",)
    page = look(dialogue)
    assert "Musterstadt" in page.text
    assert "Musterstadt" not in page.links()


def test_an_event_has_its_date_place_and_calendar_entry(look, fetch, make, dialogue):
    event = make(
        "Event",
        dialogue,
        title="Auftakt",
        start=BERLIN.localize(datetime(2016, 1, 21, 14, 0)),
        end=BERLIN.localize(datetime(2016, 1, 21, 17, 30)),
        location="Stuttgart",
    )
    page = look(dialogue)
    assert "21. Januar 2016, 14:00 bis 17:30 Uhr" in page.text
    assert "Stuttgart" in page.text
    calendar = page.links()["In den Kalender: Auftakt (iCal)"]
    assert calendar == event.absolute_url() + "/ics_view"
    assert fetch(calendar).headers["Content-Type"].startswith("text/calendar")


def test_an_event_of_a_whole_day_has_no_time(look, make, dialogue):
    make(
        "Event",
        dialogue,
        title="Auftakt",
        start=BERLIN.localize(datetime(2016, 1, 21)),
        end=BERLIN.localize(datetime(2016, 1, 21)),
        whole_day=True,
    )
    page = look(dialogue)
    assert "21. Januar 2016" in page.text
    assert "Uhr" not in page.text


def test_a_result_is_read_on_the_page_and_its_file_says_what_it_is(
    look, make, dialogue, pdf
):
    make(
        "Ergebnis",
        dialogue,
        title="Protokoll des Auftakts",
        kind="minutes",
        date=date(2016, 1, 21),
        summary="Zehn Kommunen waren da.",
        file=pdf,
    )
    page = look(dialogue)
    assert "Protokoll 21. Januar 2016" in page.text
    assert "Zehn Kommunen waren da." in page.text
    assert "Protokoll des Auftakts (PDF, 12 KB)" in page.links()


def test_what_is_not_published_is_not_shown(look, make, dialogue):
    make("Ergebnis", dialogue, title="Entwurf", summary="Geheim", publish=False)
    page = look(dialogue)
    assert "Entwurf" not in page.text
    assert "Ergebnisse" not in page.headings()


def test_initiators_and_partners_stand_with_their_roles(look, dialogue):
    facts = look(dialogue).facts()
    assert (facts["Initiiert von"], facts["Wissenschaft"]) == ("Land", "Universität")
    assert "Förderer" not in facts


def test_a_contact_can_be_called_and_written_to(look, make, dialogue):
    contact = make(
        "Kontakt",
        title="Dialogbüro",
        phone="(0711) 999-0",
        email="dialog@example.org",
    )
    dialogue.contact = contact.UID()
    links = look(dialogue).links()
    assert links["(0711) 999-0"] == "tel:07119990"
    assert links["dialog@example.org"] == "mailto:dialog@example.org"
