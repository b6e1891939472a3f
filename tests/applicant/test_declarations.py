"""What a municipality declares: the beginning, a consultation; and the notice."""

from bs4 import BeautifulSoup
from datetime import date
from datetime import timedelta
from kommunaldialog.usecases.completeness import missing
from kommunaldialog.usecases.save import save
from tests.samples import acting
from tests.samples import make_draft
from tests.samples import now
import pytest
import transaction


@pytest.fixture
def draft(call):
    """A draft of a call that allows everything that can be declared."""
    call.stated_consultation = True
    call.early_start_allowed = True
    call.begun_definition = "Begonnen ist, wer einen Auftrag vergibt."
    application = make_draft(call)
    transaction.commit()
    return application


@pytest.fixture
def form(anna, draft):
    """The browser on the declarations."""
    anna.open(f"{draft.absolute_url()}/@@bearbeiten/erklaerungen")
    return anna


def words(browser):
    html = BeautifulSoup(browser.contents, "html.parser")
    return " ".join(html.find(id="content").get_text(" ").split())


def save_form(form):
    form.getControl(name="save", index=0).click()


def declared(draft, *names):
    transaction.begin()
    return tuple(getattr(draft, name) for name in names)


def lacks(draft, moment=None, **declarations):
    """Codes of what the draft lacks once this is declared."""
    with acting("antragstellung"):
        save(draft, now(), declarations=declarations)
    return [refusal.code for refusal in missing(draft, moment or now())]


def test_what_counts_as_the_beginning_is_said_where_it_is_declared(form, draft, call):
    assert "Begonnen ist, wer einen Auftrag vergibt." in words(form)
    call.begun_definition = None
    transaction.commit()
    form.open(form.url)
    assert "Abschluss eines Liefer- oder Leistungsvertrags" in words(form)


def test_an_early_start_is_asked_for_with_its_day_and_reason(form, draft):
    form.getControl("vorzeitig beginnen zu dürfen").click()
    form.getControl(name="early_start_from").value = "1.3.2030"
    form.getControl(name="early_start_reason").value = "Das Fest ist\nim März."
    save_form(form)
    names = ("start_declaration", "early_start_from", "early_start_reason")
    expected = ("early_start", date(2030, 3, 1), "Das Fest ist\nim März.")
    assert declared(draft, *names) == expected
    assert form.getControl(name="early_start_from").value == "2030-03-01"


def test_a_call_without_early_start_offers_none(form, draft, call):
    call.early_start_allowed = False
    call.stated_consultation = False
    transaction.commit()
    form.open(form.url)
    html = BeautifulSoup(form.contents, "html.parser")
    assert html.find(id="start_declaration-early_start") is None
    for name in ("early_start_from", "early_start_reason", "stated_held"):
        assert html.find(id=name) is None


def test_a_consultation_is_stated_with_its_day_and_adviser(form, draft):
    form.getControl(name="stated_held").value = "2020-02-03"
    form.getControl(name="stated_adviser").value = " Frau  Rat "
    save_form(form)
    held, adviser = declared(draft, "stated_held", "stated_adviser")
    assert (held, adviser) == (date(2020, 2, 3), "Frau Rat")
    assert "Die Beratung fehlt noch." not in words(form)


def test_a_day_that_is_none_is_shown_again_at_its_place(form, draft):
    form.getControl(name="stated_held").value = "31.2.2020"
    form.getControl(name="stated_adviser").value = "Frau Rat"
    save_form(form)
    assert form.getControl(name="stated_held").value == "31.2.2020"
    html = BeautifulSoup(form.contents, "html.parser")
    (link,) = html.select(".kd-errors a")
    assert link["href"] == "#stated_held"
    assert link.get_text(strip=True).startswith("Tag der Beratung:")
    assert declared(draft, "stated_held", "stated_adviser") == (None, "Frau Rat")


def test_the_privacy_notice_can_be_read_with_its_version(form, call):
    assert "Hinweise zum Datenschutz" not in words(form)
    call.privacy_notice = "Wir speichern nur, was nötig ist."
    transaction.commit()
    form.open(form.url)
    assert "Wir speichern nur, was nötig ist." in words(form)
    assert "Hinweise lesen (Fassung" in words(form)


def test_without_a_declaration_nothing_is_submitted(draft):
    assert "start_declaration_missing" in lacks(draft, start_declaration="")
    assert lacks(draft, start_declaration="not_begun") == []


def test_an_early_start_needs_a_day_to_come_and_a_reason(draft):
    codes = lacks(draft, start_declaration="early_start")
    assert codes == ["early_start_from_missing", "early_start_reason_missing"]
    day = now().date() + timedelta(days=10)
    complete = {"early_start_from": day, "early_start_reason": "Das Fest ist dann."}
    assert lacks(draft, **complete) == []
    # A draft that lay too long is refused by the day on which it is sent.
    later = now() + timedelta(days=11)
    assert lacks(draft, later) == ["early_start_in_past"]


def test_what_the_call_does_not_allow_any_more_has_to_be_declared_again(draft, call):
    with acting("antragstellung"):
        save(draft, now(), declarations={"start_declaration": "early_start"})
    call.early_start_allowed = False
    assert "start_declaration_missing" in [r.code for r in missing(draft, now())]


def test_half_a_statement_of_a_consultation_is_refused(draft, call):
    assert lacks(draft, stated_adviser="Frau Rat") == ["stated_held_missing"]
    call.stated_consultation = False
    assert lacks(draft) == []


@pytest.mark.parametrize(
    ("name", "length"), [("early_start_reason", 2001), ("stated_adviser", 201)]
)
def test_too_long_a_text_is_refused_and_shown_again(form, draft, name, length):
    form.getControl(name=name).value = "x" * length
    save_form(form)
    assert f"#{name}" in form.contents
    assert form.getControl(name=name).value == "x" * length
    assert declared(draft, name) == ("",)
