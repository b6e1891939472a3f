"""Work on a draft: nothing is lost, and what is wrong is said at its place."""

from bs4 import BeautifulSoup
from datetime import date
from io import BytesIO
from kommunaldialog.usecases.begin import begin
from kommunaldialog.usecases.save import save
from tests.samples import acting
from tests.samples import AGS
from tests.samples import make_draft
from tests.samples import make_submitted
from tests.samples import now
from tests.samples import PDF
import pytest
import transaction


CORE = {
    "title": "Dialog Ortsmitte",
    "contact_name": "Anna Antrag",
    "contact_email": "antrag@example.org",
    "contact_phone": "0711 123456",
    "measure_start": date(2030, 3, 1),
    "measure_end": date(2030, 9, 30),
}


@pytest.fixture
def draft(call):
    """A draft in which nothing was filled in yet."""
    with acting("antragstellung"):
        application = begin(call, AGS, "token", now())
    transaction.commit()
    return application


@pytest.fixture
def at(anna, draft):
    """Opens a section of the draft, by its slug."""

    def open_section(slug):
        anna.open(f"{draft.absolute_url()}/@@bearbeiten/{slug}")
        return anna

    return open_section


@pytest.fixture
def form(at):
    """The browser on the first section."""
    return at("massnahme")


@pytest.fixture
def questions(at):
    """The browser on the programme's own questions."""
    return at("fragen-1")


@pytest.fixture
def plan(at):
    """The browser on the cost and financing plan."""
    return at("kostenplan")


def fresh(application):
    """The application as the last request left it."""
    transaction.begin()
    return application


def button(form, name, index=None):
    return form.getControl(name=name, index=index)


def soup(form):
    return BeautifulSoup(form.contents, "html.parser")


def error_links(form):
    return {
        link["href"]: link.get_text(strip=True)
        for link in soup(form).select(".kd-errors a[href]")
    }


def add_file(form, data):
    control = form.getControl(name="q.konzept")
    control.add_file(BytesIO(data), "application/pdf", "konzept.pdf")


def choose_pillar(draft):
    with acting("antragstellung"):
        save(draft, now(), core={"pillar": "saeule-1"})
    transaction.commit()


def test_what_is_valid_is_kept_and_saving_says_so(form, draft):
    form.getControl(name="core-pillar").value = ["saeule-1"]
    form.getControl(name="core-title").value = "Dialog Ortsmitte"
    form.getControl(name="core-measure_start").value = "2030-03-01"
    button(form, "save", 0).click()
    assert "Ihr Entwurf ist gespeichert" in form.contents
    assert "noch nicht eingereicht" in form.contents
    kept = fresh(draft)
    assert (kept.pillar, kept.title) == ("saeule-1", "Dialog Ortsmitte")
    assert form.getControl(name="core-measure_start").value == "2030-03-01"
    assert "von Anna Antrag" in form.contents


def test_a_day_can_be_typed_the_german_way(form, draft):
    form.getControl(name="core-measure_start").value = "1.3.2030"
    button(form, "save", 0).click()
    assert fresh(draft).measure_start.isoformat() == "2030-03-01"


def test_wrong_input_is_shown_again_at_its_place_and_the_rest_is_kept(form, draft):
    form.getControl(name="core-title").value = "Dialog"
    form.getControl(name="core-contact_email").value = "niemand"
    form.getControl(name="core-measure_end").value = "31.2.2030"
    button(form, "save", 0).click()
    assert form.getControl(name="core-contact_email").value == "niemand"
    assert form.getControl(name="core-measure_end").value == "31.2.2030"
    assert list(error_links(form)) == ["#core-contact_email", "#core-measure_end"]
    assert "Alles andere ist gespeichert" in form.contents
    assert soup(form).title.string.startswith("Fehler:")
    kept = fresh(draft)
    assert (kept.title, kept.contact_email, kept.measure_end) == ("Dialog", "", None)


@pytest.mark.parametrize(
    ("slug", "name"),
    [
        ("massnahme", "core-contact_email"),
        ("kostenplan", "expenditure-0-amount"),
        ("erklaerungen", "stated_held"),
    ],
)
def test_an_error_is_tied_to_its_input(at, call, slug, name):
    call.stated_consultation = True
    transaction.commit()
    form = at(slug)
    form.getControl(name=name).value = "viel"
    button(form, "save", 0).click()
    html = soup(form)
    control = html.find(id=name)
    assert control["aria-invalid"] == "true"
    assert f"{name}-error" in control["aria-describedby"].split()
    assert html.find(id=f"{name}-error").get_text(strip=True)


def test_enter_in_an_input_saves_and_removes_nothing(plan):
    first = soup(plan).find(id="content").find("form").find("button")
    assert (first["name"], first["type"]) == ("save", "submit")


def test_a_wrong_file_is_refused_at_its_question_and_the_rest_is_kept(questions, draft):
    add_file(questions, b"MZ")
    questions.getControl(name="q.anlass").value = "Wir bauen um."
    button(questions, "save", 0).click()
    assert list(error_links(questions)) == ["#q-konzept"]
    kept = fresh(draft)
    assert "konzept" not in kept.answers
    assert kept.answers["anlass"] == "Wir bauen um."


def test_a_file_that_was_kept_is_shown_with_its_address(questions, draft):
    add_file(questions, PDF)
    button(questions, "save", 0).click()
    assert fresh(draft).answers["konzept"].filename == "konzept.pdf"
    link = questions.getLink("konzept.pdf")
    assert link.url.endswith("/@@datei/konzept/konzept.pdf")


@pytest.mark.parametrize(
    "slug", ["massnahme", "fragen-1", "kostenplan", "unterlagen", "erklaerungen"]
)
def test_unknown_fields_and_choices_change_nothing(form, draft, slug):
    data = {
        "_authenticator": form.getControl(name="_authenticator").value,
        "revision": "0",
        "core-pillar": "vorgaenge",
        "core-ags": "08999002",
        "core-reference": "KD-2026-9999",
        "q.sections:list": "vorhaben",
        "q.reference": "x",
        "expenditure-count": "999999999",
        "expenditure-0-kind": "bribes",
        "expenditure-0-amount": "1",
        "requested": "",
        "document-x": "x",
        "start_declaration": "early_start",
        "early_start_reason": "Wir sind schon fertig.",
        "stated_adviser": "Ein Freund",
        "save": "1",
    }
    form.post(
        f"{draft.absolute_url()}/@@bearbeiten/{slug}",
        "&".join(f"{name}={value}" for name, value in data.items()),
    )
    kept = fresh(draft)
    assert (kept.ags, kept.reference, kept.pillar) == (AGS, None, "")
    assert {row.kind for row in kept.plan.expenditure} <= {""}
    assert (dict(kept.documents), kept.start_declaration) == ({}, "")
    assert (kept.early_start_reason, kept.stated_adviser) == ("", "")
    wrong = {"massnahme": ["#core-pillar"], "erklaerungen": ["#start_declaration"]}
    assert list(error_links(form)) == wrong.get(slug, [])


def test_a_section_that_does_not_exist_is_not_found(at):
    for path in ("fragen-2", "section-core", "massnahme/mehr", "context"):
        assert at(path).headers["status"].startswith("404"), path


def test_a_request_from_elsewhere_changes_nothing(form, draft):
    form.post(form.url, "core-title=x&revision=0&save=1")
    assert form.headers["status"].startswith("403")
    assert fresh(draft).title == ""


def test_the_sections_follow_each_other_and_each_is_saved(form, draft):
    slugs = ["massnahme", "fragen-1", "kostenplan", "erklaerungen"]
    for slug in slugs:
        assert form.url.endswith(f"/@@bearbeiten/{slug}")
        button(form, "next").click()
    assert form.url == draft.absolute_url()
    assert fresh(draft).seen_sections == frozenset(slugs)


def test_going_on_saves_what_was_typed(form, draft):
    form.getControl(name="core-title").value = "Dialog"
    button(form, "next").click()
    assert fresh(draft).title == "Dialog"


def test_nobody_goes_on_past_what_can_not_be_read(form, draft):
    form.getControl(name="core-contact_email").value = "niemand"
    button(form, "next").click()
    assert list(error_links(form)) == ["#core-contact_email"]


def test_editing_begins_where_something_is_still_to_do(anna, at, draft):
    button(at("massnahme"), "next").click()
    choose_pillar(draft)
    anna.open(f"{draft.absolute_url()}/@@bearbeiten")
    assert anna.url.endswith("/@@bearbeiten/massnahme")
    with acting("antragstellung"):
        save(draft, now(), core=CORE)
    transaction.commit()
    anna.open(f"{draft.absolute_url()}/@@bearbeiten")
    assert anna.url.endswith("/@@bearbeiten/fragen-1")


@pytest.mark.parametrize(
    ("slug", "expected"),
    [
        ("massnahme", {"#core-pillar", "#core-title", "#core-measure_end"}),
        ("fragen-1", {"#q-anlass"}),
        ("kostenplan", {"#expenditure", "#requested"}),
        ("erklaerungen", {"#start_declaration"}),
    ],
)
def test_what_is_missing_is_shown_at_its_place_when_asked_for(at, slug, expected):
    form = at(f"{slug}?pruefen=1")
    links = error_links(form)
    assert expected <= set(links)
    html = soup(form)
    for href in links:
        target = html.find(id=href.removeprefix("#"))
        assert target is not None, href
        assert html.find(id=f"{href.removeprefix('#')}-error"), href


def test_what_people_typed_is_escaped(anna, call):
    application = make_draft(
        call, title="<script>alert(1)</script>", contact_name='"><b>x</b>'
    )
    transaction.commit()
    for view in ("@@bearbeiten/massnahme", "view", "@@einreichen"):
        anna.open(f"{application.absolute_url()}/{view}")
        assert "<script>alert(1)" not in anna.contents
        assert "<b>x</b>" not in anna.contents
        assert "&lt;script&gt;" in anna.contents


def test_after_submitting_an_old_link_leads_to_the_application(anna, call):
    application = make_submitted(call)
    transaction.commit()
    anna.open(f"{application.absolute_url()}/@@bearbeiten")
    assert anna.url == application.absolute_url()
    assert "kein Entwurf mehr" in anna.contents


@pytest.mark.parametrize(
    "name", ["fremde", "sachbearbeitung", "webredaktion", "ministerium", None]
)
def test_a_stranger_does_not_get_in(browser_of, draft, name):
    browser = browser_of(name)
    edit = "/@@bearbeiten/massnahme"
    for view in ("", "/@@bearbeiten", edit, "/@@einreichen", "/@@zurueckziehen"):
        browser.open(f"{draft.absolute_url()}{view}")
        assert "Entwurf – noch nicht eingereicht" not in browser.contents
        assert "Musterstadt" not in soup(browser).find(id="content").get_text()


def test_others_that_take_part_are_searched_for_and_kept(form, draft):
    form.getControl(name="core-title").value = "Dialog Ortsmitte"
    form.getControl(name="core-participants-suche").value = "beispielh"
    form.getControl(name="core-participants-suchen").click()
    assert form.getControl(name="core-participants:list").value == ["08999002"]
    assert fresh(draft).participants == ("08999002",)
    assert fresh(draft).title == "Dialog Ortsmitte"
    form.getControl(name="core-participants:list").value = []
    form.getControl(name="save", index=0).click()
    assert fresh(draft).participants == ()


def test_a_name_that_nobody_has_is_said_at_the_field(form, draft):
    form.getControl(name="core-participants-suche").value = "Atlantis"
    form.getControl(name="save", index=0).click()
    assert "„Atlantis“ steht nicht im Register" in form.contents
    assert form.getControl(name="core-participants-suche").value == "Atlantis"
