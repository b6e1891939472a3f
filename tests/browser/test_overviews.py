"""What the office reads and does beside its cases: lists, figures, texts, deputies."""

from tests.browser.examining import refused
from tests.browser.grants import WIDTHS
from tests.browser.programmes import LAST_YEAR
import pytest


PROGRAMME = f"foerderung/{LAST_YEAR}"
WIDTHS = pytest.mark.parametrize("width", WIDTHS)


@pytest.fixture
def person(visitors, width):
    """Lets somebody in who is logged in."""

    def enter(name):
        visitor = visitors(width)
        visitor.log_in(name)
        return visitor

    return enter


@WIDTHS
def test_the_lists_show_each_case_and_what_is_asked_for(person):
    office = person("sachbearbeitung")
    office.open(f"{PROGRAMME}/@@antraege")
    every = office.page.locator("tbody tr").count()
    assert every > 2
    office.write("suche", "gibt es nicht")
    office.press("Filtern")
    assert "Kein Antrag passt zu dieser Auswahl." in office.text()
    assert office.page.input_value("#suche") == "gibt es nicht"
    office.follow("Alle Anträge zeigen")
    assert office.page.locator("tbody tr").count() == every

    office.follow("Vorgänge aller Ihrer Programme")
    assert office.page.locator("#programm option").count() > 2
    office.write("suche", "Ortsmitte")
    office.press("Filtern")
    rows = office.page.locator("tbody tr").all_inner_texts()
    assert rows
    assert [row for row in rows if "Ortsmitte" not in row] == []

    for place in (PROGRAMME, "."):
        office.open(f"{place}/@@aufsichtsliste")
        assert "Beispiel: Nachbarschaft im Gespräch" in office.text()


@WIDTHS
def test_the_figures_say_in_each_plot_what_their_table_says(person):
    ministry = person("ministerium")
    for place in (PROGRAMME, "."):
        ministry.open(f"{place}/@@kennzahlen")
        plots = ministry.page.locator("svg[role=img]")
        assert plots.count() >= 3
        for number in range(plots.count()):
            assert "Tabelle" in str(plots.nth(number).get_attribute("aria-label"))
        assert ministry.page.locator("table.kd-table").count() == plots.count()


@WIDTHS
def test_a_deputy_without_days_and_texts_with_a_wrong_placeholder_are_refused(person):
    office = person("sachbearbeitung")
    office.open(f"{PROGRAMME}/@@vertretungen")
    office.choose("absent", "Sachbearbeitung (Beispiel)")
    office.day("first", "2030-12-24")
    office.press("Vertretung eintragen")
    errors = office.page.locator("#kd-errors a")
    assert errors.count() == 2, errors.all_inner_texts()
    assert office.page.input_value("#first") == "2030-12-24"

    office.open(f"{PROGRAMME}/@@bescheidtexte")
    office.write("block_rejection", "Leider nein, {Vorname}.")
    office.press("Texte speichern")
    refused(office, "block_rejection")
    error = office.page.locator("#block_rejection-error").inner_text()
    assert "{Vorname}" in error


@WIDTHS
def test_who_hands_cases_over_says_to_whom(person):
    office = person("sachbearbeitung")
    office.open(f"{PROGRAMME}/@@antraege")
    office.press("Ausgewählte übergeben")
    assert office.page.locator("#kd-errors").count() == 1
    office.open(f"{PROGRAMME}/@@antraege")
    box = office.page.locator("tbody [type=checkbox]").first
    office.tick(str(box.get_attribute("id")))
    office.press("Ausgewählte übergeben")
    office.press("Übergeben")
    refused(office, "case_worker")


@WIDTHS
def test_a_sample_is_drawn_with_a_size_and_says_how(person, width):
    office = person("sachbearbeitung")
    office.open(f"{PROGRAMME}/@@stichprobe")
    office.write("size", "zwei")
    office.press("Ziehen")
    refused(office, "size")
    office.write("size", "1")
    office.write("seed", f"gewürfelt {width}")
    office.press("Ziehen")
    assert "Die Stichprobe ist gezogen." in office.text()
    assert f"gewürfelt {width}" in office.text()


@WIDTHS
def test_what_is_offered_to_an_archive_names_it(person):
    decider = person("entscheidung")
    decider.open(f"{PROGRAMME}/@@aufbewahrung")
    box = decider.page.locator("tbody [type=checkbox]").first
    decider.tick(str(box.get_attribute("id")))
    decider.press("Angebot vermerken")
    refused(decider, "archive")
    assert box.is_checked()
