"""The page of a result."""

from datetime import date
from kommunaldialog.controlpanel.word_lists import IWordLists
from plone import api
from plone.namedfile.file import NamedBlobFile


def test_a_result_is_read_without_opening_its_file(look, make, pdf):
    result = make(
        "Ergebnis",
        title="Protokoll",
        kind="minutes",
        date=date(2016, 1, 21),
        summary="Erstens.\n\nZweitens.",
        file=pdf,
    )
    page = look(result)
    assert page.headings() == [
        "Protokoll",
        "Das Wichtigste in Kürze",
        "Zum Herunterladen",
    ]
    assert "Protokoll 21. Januar 2016" in page.text
    assert "Erstens. Zweitens." in page.text


def test_its_file_is_a_link_that_works(look, fetch, make, pdf):
    result = make("Ergebnis", title="Protokoll", summary="Kurz.", file=pdf)
    url = look(result).links()["Protokoll (PDF, 12 KB)"]
    browser = fetch(url)
    assert browser.headers["Content-Type"].startswith("application/pdf")
    assert len(browser.contents) == pdf.getSize()


def test_what_becomes_of_it_is_shown_where_it_is_known(look, make):
    result = make(
        "Ergebnis",
        title="Spielplatz",
        implementation="in_progress",
        responsible="Bauamt",
        due=date(2027, 3, 1),
        statement="Der Gemeinderat hat zugestimmt.",
    )
    page = look(result)
    assert page.facts() == {
        "Stand der Umsetzung": "in Umsetzung",
        "Zuständig": "Bauamt",
        "Zugesagt bis": "1. März 2027",
    }
    assert "Der Gemeinderat hat zugestimmt." in page.text


def test_a_result_alone_has_no_empty_sections(look, make):
    assert look(make("Ergebnis", title="Leer")).headings() == ["Leer"]


def test_a_result_names_the_municipalities_that_it_is_about(look, make):
    kommune = make("Kommune", title="Musterstadt", ags="08999001")
    result = make("Ergebnis", title="Presse", municipalities=("08999001",))
    assert look(result).links()["Musterstadt"] == kommune.absolute_url()


def test_a_result_leads_to_its_dialogue(look, make):
    dialogue = make("Dialog", title="Dialog Ortsmitte")
    result = make("Ergebnis", dialogue, title="Protokoll", summary="Kurz.")
    assert look(result).links()["Dialog Ortsmitte"] == dialogue.absolute_url()


def test_a_dialogue_that_is_not_public_is_not_named(look, make):
    dialogue = make("Dialog", title="Geheim", publish=False)
    result = make("Ergebnis", dialogue, title="Protokoll", summary="Kurz.")
    assert "Geheim" not in look(result).text


def test_the_file_says_what_to_expect_of_it(look, make):
    text = NamedBlobFile(b"Hallo", "text/plain", "a.txt")
    result = make("Ergebnis", title="Protokoll", summary="Kurz.", file=text)
    page = look(result)
    assert "Hinweise zur Barrierefreiheit:" in page.text
    assert "Die Datei ist kein PDF." in page.text


def test_a_kind_that_was_removed_from_the_list_is_not_shown(look, make):
    result = make("Ergebnis", title="Protokoll", kind="minutes", summary="Kurz.")
    api.portal.set_registry_record("result_kinds", (), interface=IWordLists)
    page = look(result)
    assert "minutes" not in page.text


def test_an_archived_result_says_so_and_keeps_its_address(look, make):
    result = make("Ergebnis", title="Protokoll", summary="Kurz.")
    url = result.absolute_url()
    assert "archiviert" not in look(result).text
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(result, "archive")
    page = look(result)
    assert page.url == url
    assert "Diese Seite ist archiviert" in page.text
