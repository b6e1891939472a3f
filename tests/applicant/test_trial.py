"""A trial application goes the whole way and leaves nothing behind."""

from bs4 import BeautifulSoup
from io import BytesIO
from kommunaldialog.applicant.trial_state import NamedFile
from kommunaldialog.applicant.trial_state import TrialState
from tests.samples import make_programme
from tests.samples import PDF
import gc
import pytest
import transaction


def soup(browser):
    return BeautifulSoup(browser.contents, "html.parser")


def words(browser):
    return " ".join(soup(browser).find(id="content").get_text(" ").split())


def go(browser, where):
    """Press the button that leads there."""
    buttons = [button["value"] for button in soup(browser).select("button[name=go]")]
    browser.getControl(name="go", index=buttons.index(where)).click()


def step(browser):
    return browser.getControl(name="step").value


@pytest.fixture
def trial(browser_of, call):
    """The browser of a visitor without account, on the first page of the trial."""
    browser = browser_of(None)
    browser.open(f"{call.absolute_url()}/@@probeantrag")
    return browser


@pytest.fixture
def objects(functional):
    """Counts what the database holds."""
    storage = functional["portal"]._p_jar.db().storage

    def count():
        transaction.begin()
        return len(storage), storage.lastTransaction()

    return count


def fill_in(browser):
    """Goes from the first section to the summary."""
    browser.getControl(name="core-pillar").value = ["saeule-1"]
    browser.getControl(name="core-title").value = "Dialog Ortsmitte"
    browser.getControl(name="core-contact_name").value = "Anna Antrag"
    browser.getControl(name="core-contact_email").value = "antrag@example.org"
    browser.getControl(name="core-contact_phone").value = "0711 123456"
    browser.getControl(name="core-measure_start").value = "2030-03-01"
    browser.getControl(name="core-measure_end").value = "2030-09-30"
    go(browser, "fragen-1")
    browser.getControl(name="q.anlass").value = "Wir bauen um & reden."
    browser.getControl(name="q.konzept").add_file(
        BytesIO(PDF), "application/pdf", "konzept.pdf"
    )
    go(browser, "kostenplan")
    browser.getControl(name="expenditure-0-kind").value = ["fees"]
    browser.getControl(name="expenditure-0-amount").value = "1.000,00"
    browser.getControl(name="expenditure-0-eligible").value = "1.000,00"
    browser.getControl(name="requested").value = "1.000,00"
    go(browser, "erklaerungen")
    browser.getControl(name="start_declaration").value = ["not_begun"]
    go(browser, "zusammenfassung")


def test_the_whole_way_ends_with_a_receipt_marked_as_a_trial(trial):
    assert "Nichts davon wird gespeichert" in words(trial)
    fill_in(trial)
    assert "Der Antrag wäre vollständig" in words(trial)
    go(trial, "muster")
    text = words(trial)
    assert "Probe – Muster einer Eingangsbestätigung" in text
    assert "Aktenzeichen: PROBE ." in text or "Aktenzeichen: PROBE." in text
    assert "Wir bauen um & reden." in text
    assert "konzept.pdf (PDF, 1 KB)" in text
    assert "Dialog Ortsmitte" in text
    assert "1.000,00 €" in text.replace("\xa0", " ")


def test_nothing_is_left_behind(trial, objects, tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    before = objects()
    fill_in(trial)
    go(trial, "muster")
    gc.collect()
    assert objects() == before
    assert list(tmp_path.rglob("*")) == []


def test_who_goes_back_finds_what_was_typed(trial):
    fill_in(trial)
    go(trial, "erklaerungen")
    go(trial, "kostenplan")
    assert trial.getControl(name="expenditure-0-amount").value == "1.000,00"
    go(trial, "fragen-1")
    assert trial.getControl(name="q.anlass").value == "Wir bauen um & reden."
    assert "konzept.pdf" in words(trial)
    assert not [link for link in soup(trial).find_all("a") if "datei" in link["href"]]
    go(trial, "massnahme")
    assert trial.getControl(name="core-title").value == "Dialog Ortsmitte"


def test_a_file_that_is_removed_again_is_not_named_any_more(trial):
    fill_in(trial)
    go(trial, "erklaerungen")
    go(trial, "kostenplan")
    go(trial, "fragen-1")
    trial.getControl(name="q.konzept.remove").value = ["1"]
    go(trial, "kostenplan")
    go(trial, "erklaerungen")
    go(trial, "zusammenfassung")
    assert "konzept.pdf" not in words(trial)


def test_what_is_wrong_is_said_at_its_place_before_it_goes_on(trial):
    trial.getControl(name="core-contact_email").value = "niemand"
    go(trial, "fragen-1")
    assert step(trial) == "massnahme"
    assert trial.getControl(name="core-contact_email").value == "niemand"
    assert soup(trial).find(id="core-contact_email-error").get_text(strip=True)
    assert soup(trial).select(".kd-errors a[href='#core-contact_email']")
    assert soup(trial).title.string.startswith("Fehler: Probeantrag")


def test_who_goes_back_is_not_kept_by_what_is_wrong(trial):
    go(trial, "fragen-1")
    go(trial, "kostenplan")
    trial.getControl(name="requested").value = "12.5"
    go(trial, "fragen-1")
    assert step(trial) == "fragen-1"
    go(trial, "kostenplan")
    assert trial.getControl(name="requested").value == "12.5"
    assert "Meinten Sie 12,50?" in words(trial)


def test_rows_of_the_plan_are_added_and_removed(trial):
    go(trial, "fragen-1")
    go(trial, "kostenplan")
    trial.getControl(name="expenditure-0-amount").value = "1"
    trial.getControl(name="add-expenditure").click()
    assert step(trial) == "kostenplan"
    trial.getControl(name="expenditure-1-amount").value = "2"
    trial.getControl(name="remove-expenditure", index=0).click()
    assert trial.getControl(name="expenditure-0-amount").value == "2"
    go(trial, "kostenplan")
    assert trial.getControl(name="expenditure-count").value == "1"


def test_what_a_real_application_would_lack_leads_to_its_section(trial):
    for where in ("fragen-1", "kostenplan", "erklaerungen", "zusammenfassung"):
        go(trial, where)
    assert "würde in einem echten Antrag noch fehlen" in words(trial)
    go(trial, "kostenplan")
    assert step(trial) == "kostenplan"
    go(trial, "erklaerungen")
    go(trial, "zusammenfassung")
    go(trial, "muster")
    assert "Es ist nichts eingegangen" in words(trial)


def test_a_programme_without_a_form_has_nothing_to_try(functional, browser_of):
    programme = make_programme(functional["portal"])
    transaction.commit()
    browser = browser_of(None)
    browser.open(f"{programme.absolute_url()}/@@probeantrag")
    assert "noch kein Antragsformular veröffentlicht" in words(browser)


def test_no_cache_keeps_what_was_typed(trial):
    assert "no-store" in trial.headers["Cache-Control"]


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "null", '{"texts": 5}', '{"texts": {"a": 5}}', "[" * 100000],
)
def test_a_hidden_field_that_was_tampered_with_is_empty(text):
    state = TrialState.from_text(text)
    assert not any(state.texts.values()) and not state.files


def test_a_hidden_field_holds_texts_and_the_names_of_files():
    state = TrialState(
        {"kostenplan": {"requested": "12,50", "many": ["a", "b"]}},
        {"answers": {"konzept": NamedFile("konzept.pdf", 12)}, "documents": {}},
    )
    assert TrialState.from_text(state.to_text()) == state


def test_only_names_and_sizes_of_files_are_taken_from_the_hidden_field():
    state = TrialState.from_text(
        '{"files": {"answers": {"a": ["../b.pdf", 1], "c": ["d", -1], "e": 5},'
        ' "plan": {"f": ["g.pdf", 1]}}}'
    )
    assert state.files == {"answers": {"a": NamedFile("b.pdf", 1)}}


def test_a_size_beyond_all_files_is_none():
    state = TrialState.from_text(
        f'{{"files": {{"answers": {{"konzept": ["a.pdf", 1{"0" * 400}]}}}}}}'
    )
    assert state.files == {"answers": {}}
