"""The page of a dialogue."""

from DateTime import DateTime
from datetime import date
from datetime import datetime
from kommunaldialog.content.ergebnis import Ergebnis
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


def test_easy_language_and_sign_language_come_before_everything_else(look, dialogue):
    dialogue.easy_language = "https://example.org/leicht"
    dialogue.sign_language_video = "https://example.org/video"
    page = look(dialogue)
    links = {a.get("href"): a for a in page.main.iter("a")}
    assert links["https://example.org/leicht"].get("hreflang") == "de-simple"
    assert links["https://example.org/video"].get("hreflang") == "gsg"
    assert page.text.index("Leichte Sprache") < page.text.index("Die Leitfrage")


def test_a_topic_leads_to_the_dialogues_about_it(look, fetch, dialogue):
    dialogue.reindexObject()
    url = look(dialogue).links()["Wohnen"]
    assert url.endswith("/@@dialoge?thema=wohnen")
    assert "1 Dialog gefunden" in fetch(url).contents


def test_an_archived_dialogue_says_so_and_keeps_its_address(look, dialogue):
    url = dialogue.absolute_url()
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(dialogue, "archive")
    page = look(dialogue)
    assert page.url == url
    assert "Diese Seite ist archiviert" in page.text


def test_events_to_come_stand_before_those_that_are_over(look, make, dialogue):
    for title, year in (("Auftakt", 2016), ("Abschluss", 2099)):
        start = BERLIN.localize(datetime(year, 1, 21, 14, 0))
        make("Event", dialogue, title=title, start=start, end=start)
    text = look(dialogue).text
    assert text.index("Kommende Termine") < text.index("Abschluss")
    assert text.index("Abschluss") < text.index("Frühere Termine")
    assert text.index("Frühere Termine") < text.index("Auftakt")


def test_pages_beside_a_dialogue_are_found_unless_they_are_hidden(look, make, dialogue):
    page = make("Document", dialogue, title="So melden Sie sich an")
    make("Document", dialogue, title="Intern", exclude_from_nav=True)
    shown = look(dialogue)
    assert shown.links()["So melden Sie sich an"] == page.absolute_url()
    assert "Intern" not in shown.text


def test_the_page_is_as_of_the_last_change_of_what_it_lists(look, make, dialogue):
    result = make("Ergebnis", dialogue, title="Protokoll", summary="Kurz.")
    dialogue.modification_date = DateTime("2026-03-02T12:00:00+00:00")
    result.modification_date = DateTime("2026-04-01T12:00:00+00:00")
    catalog = api.portal.get_tool("portal_catalog")
    catalog.reindexObject(result, idxs=["modified"], update_metadata=1)
    assert "Stand: 1. April 2026" in look(dialogue).text


def test_no_result_is_loaded_to_show_a_dialogue(look, make, dialogue, monkeypatch):
    make("Ergebnis", dialogue, title="Protokoll", summary="Kurz.")
    monkeypatch.setattr(
        Ergebnis, "__setstate__", lambda self, state: pytest.fail("loaded")
    )
    assert "Protokoll" in look(dialogue).links()


def test_a_long_page_begins_with_the_sections_to_jump_to(look, make, dialogue):
    dialogue.goal, dialogue.concerns = "Schatten", "Lärm"
    dialogue.use_of_results, dialogue.partners = "Der Rat berät.", ("Städtetag",)
    dialogue.municipality_count, dialogue.participant_number = 3, 12
    make("Ergebnis", dialogue, title="Protokoll", summary="Kurz.")
    make("Ergebnis", dialogue, title="Licht", implementation="open")
    make("Document", dialogue, title="Seite")
    page = look(dialogue)
    (nav,) = page.main.cssselect(".kd-contents")
    told = {a.get("href")[1:]: a.text_content().strip() for a in nav.iter("a")}
    there = {
        heading.get("id"): " ".join(heading.text_content().split())
        for heading in page.main.iter("h2")
        if heading.get("id")
    }
    assert list(told.items()) == list(there.items())
    assert {"ergebnisse", "zusagen", "kommunen", "partner", "mehr"} <= set(told)


def test_a_short_page_needs_none(look, make):
    page = look(make("Dialog", title="Kurz", goal="Schatten"))
    assert not page.main.cssselect(".kd-contents")
