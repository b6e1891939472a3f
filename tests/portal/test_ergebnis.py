"""The page of a result."""

from datetime import date


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
