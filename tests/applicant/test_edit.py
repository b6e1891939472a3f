"""Work on a draft: nothing is lost, and what is wrong is said at its place."""

from bs4 import BeautifulSoup
from decimal import Decimal
from io import BytesIO
from kommunaldialog.domain.costplan import Income
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


@pytest.fixture
def draft(call):
    """A draft in which nothing was filled in yet."""
    with acting("antragstellung"):
        application = begin(call, AGS, "token", now())
    transaction.commit()
    return application


@pytest.fixture
def form(anna, draft):
    """The browser on its form."""
    anna.open(f"{draft.absolute_url()}/@@bearbeiten")
    return anna


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


def fill_row(form, table, number, **values):
    for column, value in values.items():
        control = form.getControl(name=f"{table}-{number}-{column}")
        control.value = [value] if column in ("kind", "source") else value


def test_what_is_valid_is_kept_and_saving_says_so(form, draft):
    form.getControl(name="core-pillar").value = ["saeule-1"]
    form.getControl(name="core-title").value = "Dialog Ortsmitte"
    form.getControl(name="core-measure_start").value = "2030-03-01"
    form.getControl(name="q.anlass").value = "Wir bauen um."
    button(form, "save", 0).click()
    assert "Ihr Entwurf ist gespeichert" in form.contents
    assert "noch nicht eingereicht" in form.contents
    kept = fresh(draft)
    assert (kept.pillar, kept.title) == ("saeule-1", "Dialog Ortsmitte")
    assert kept.answers["anlass"] == "Wir bauen um."
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
    fill_row(form, "expenditure", 0, kind="fees", amount="12.5", description="Mod.")
    button(form, "save", 0).click()
    assert form.getControl(name="core-contact_email").value == "niemand"
    assert form.getControl(name="core-measure_end").value == "31.2.2030"
    assert form.getControl(name="expenditure-0-amount").value == "12.5"
    links = error_links(form)
    assert list(links) == [
        "#core-contact_email",
        "#core-measure_end",
        "#expenditure-0-amount",
    ]
    assert "Ausgaben, Zeile 1, Betrag in Euro" in links["#expenditure-0-amount"]
    assert "12,50" in links["#expenditure-0-amount"]
    assert "Alles andere ist gespeichert" in form.contents
    assert soup(form).title.string.startswith("Fehler:")
    kept = fresh(draft)
    assert (kept.title, kept.contact_email, kept.measure_end) == ("Dialog", "", None)
    (row,) = kept.plan.expenditure
    assert (row.kind, row.description, row.amount) == ("fees", "Mod.", None)


def test_an_error_is_tied_to_its_input(form):
    form.getControl(name="core-contact_email").value = "niemand"
    form.getControl(name="expenditure-0-amount").value = "viel"
    button(form, "save", 0).click()
    for name in ("core-contact_email", "expenditure-0-amount"):
        html = soup(form)
        control = html.find(id=name)
        assert control["aria-invalid"] == "true"
        assert f"{name}-error" in control["aria-describedby"].split()
        assert html.find(id=f"{name}-error").get_text(strip=True)


def test_rows_are_added_with_all_that_was_typed(form, draft):
    fill_row(form, "expenditure", 0, kind="rooms", description="Halle", amount="100")
    form.getControl(name="core-title").value = "Dialog"
    button(form, "add-expenditure").click()
    assert form.getControl(name="expenditure-0-description").value == "Halle"
    assert form.getControl(name="expenditure-0-kind").value == ["rooms"]
    assert form.getControl(name="expenditure-1-amount").value == ""
    assert form.getControl(name="core-title").value == "Dialog"
    assert fresh(draft).title == "Dialog"


def test_the_button_leads_to_the_new_row(form):
    add = soup(form).find(attrs={"name": "add-income"})
    assert add["formaction"].endswith("/@@bearbeiten#income-1-source")
    button(form, "add-income").click()
    html = soup(form)
    assert html.find(id="income-1-source")
    remove = html.find_all(attrs={"name": "remove-income"})[1]
    assert remove["aria-label"] == "Finanzierung, Zeile 2 entfernen"
    assert html.find(id=remove["formaction"].partition("#")[2])


def test_a_row_is_removed_and_the_others_stay(form, draft):
    fill_row(form, "income", 0, source="own_funds", amount="1")
    button(form, "add-income").click()
    fill_row(form, "income", 1, source="third_party", amount="2", description="Bank")
    form.getControl(name="remove-income", index=0).click()
    assert form.getControl(name="income-0-description").value == "Bank"
    assert fresh(draft).plan.income == (Income("third_party", "Bank", Decimal(2)),)


def test_enter_in_an_input_saves_and_removes_nothing(form):
    first = soup(form).find(id="content").find("form").find("button")
    assert (first["name"], first["type"]) == ("save", "submit")


def test_the_sums_and_what_is_missing_are_shown(form):
    form.getControl(name="core-pillar").value = ["saeule-1"]
    fill_row(form, "expenditure", 0, kind="fees", amount="3.000,10", eligible="3000")
    fill_row(form, "income", 0, source="own_funds", amount="0,20")
    form.getControl(name="requested").value = "2999"
    button(form, "save", 0).click()
    sums = {
        place["data-kd-sum"]: place.get_text(strip=True)
        for place in soup(form).select("[data-kd-sum]")
    }
    assert sums == {
        "expenditure": "3.000,10\xa0€",
        "eligible": "3.000,00\xa0€",
        "income": "2.999,20\xa0€",
    }
    difference = soup(form).find(attrs={"data-kd-difference": True})
    assert "Es fehlen 0,90\xa0€" in " ".join(difference.get_text().split(" "))
    assert "höchstens" in soup(form).find(id="requested-limit").get_text()


def test_a_request_above_the_limit_is_told_before_submitting(form):
    form.getControl(name="core-pillar").value = ["saeule-1"]
    form.getControl(name="requested").value = "3.000,01"
    button(form, "save", 0).click()
    notice = soup(form).find(id="section-plan").select_one(".kd-notice--warning")
    assert "höchstens 3.000,00" in " ".join(notice.get_text().split(" "))


def test_rows_without_anything_in_them_are_not_kept(form, draft):
    button(form, "add-expenditure").click()
    button(form, "add-expenditure").click()
    fill_row(form, "expenditure", 2, kind="other", amount="5")
    button(form, "save", 0).click()
    assert len(fresh(draft).plan.expenditure) == 1


def test_a_file_is_kept_although_something_else_is_wrong(form, draft):
    form.getControl(name="q.konzept").add_file(
        BytesIO(PDF), "application/pdf", "konzept.pdf"
    )
    form.getControl(name="requested").value = "viel"
    button(form, "save", 0).click()
    assert fresh(draft).answers["konzept"].filename == "konzept.pdf"
    assert form.getLink("konzept.pdf").url.endswith("/@@datei/konzept/konzept.pdf")


def test_a_wrong_file_is_refused_at_its_question(form, draft):
    form.getControl(name="q.konzept").add_file(
        BytesIO(b"MZ"), "application/pdf", "konzept.pdf"
    )
    button(form, "save", 0).click()
    assert "#q-konzept" in error_links(form)
    assert "konzept" not in fresh(draft).answers


def test_unknown_fields_and_choices_change_nothing(form, draft):
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
        "save": "1",
    }
    form.post(
        f"{draft.absolute_url()}/@@bearbeiten",
        "&".join(f"{name}={value}" for name, value in data.items()),
    )
    kept = fresh(draft)
    assert (kept.ags, kept.reference, kept.pillar) == (AGS, None, "")
    assert kept.plan.expenditure[0].kind == ""
    assert "#core-pillar" in error_links(form)


def test_a_request_from_elsewhere_changes_nothing(form, draft):
    form.post(f"{draft.absolute_url()}/@@bearbeiten", "core-title=x&revision=0&save=1")
    assert form.headers["status"].startswith("403")
    assert fresh(draft).title == ""


class TestSomebodyElseSavedMeanwhile:
    @pytest.fixture
    def stale(self, form, draft):
        with acting("zeichnung"):
            save(draft, now(), core={"title": "Titel von Zeno"})
        transaction.commit()
        form.getControl(name="core-title").value = "Titel von Anna"
        button(form, "save", 0).click()
        return form

    def test_nothing_is_overwritten_in_silence(self, stale, draft):
        assert "Ihre Eingaben sind noch nicht gespeichert" in stale.contents
        assert "Zeno Zeichnung" in stale.contents
        assert stale.getControl(name="core-title").value == "Titel von Anna"
        assert fresh(draft).title == "Titel von Zeno"

    def test_saving_again_is_refused_again(self, stale, draft):
        button(stale, "save", 0).click()
        assert "Ihre Eingaben sind noch nicht gespeichert" in stale.contents
        assert fresh(draft).title == "Titel von Zeno"

    def test_who_has_seen_it_may_save_over_it(self, stale, draft):
        button(stale, "overwrite").click()
        assert "Ihr Entwurf ist gespeichert" in stale.contents
        assert fresh(draft).title == "Titel von Anna"

    def test_what_came_after_that_is_not_overwritten_either(self, stale, draft):
        with acting("zeichnung"):
            save(draft, now(), core={"title": "Noch einer"})
        transaction.commit()
        button(stale, "overwrite").click()
        assert "Ihre Eingaben sind noch nicht gespeichert" in stale.contents
        assert fresh(draft).title == "Noch einer"

    def test_the_other_state_can_be_loaded(self, stale):
        stale.getLink("Den anderen Stand laden").click()
        assert stale.getControl(name="core-title").value == "Titel von Zeno"


def test_a_double_click_on_save_is_no_conflict(form, draft):
    form.getControl(name="core-title").value = "Dialog"
    with acting("antragstellung"):
        save(draft, now(), core={"title": "Dialog"})
    transaction.commit()
    button(form, "save", 0).click()
    assert "Ihr Entwurf ist gespeichert" in form.contents


def test_checking_saves_first_and_leads_to_submitting(form, draft):
    form.getControl(name="core-title").value = "Dialog"
    button(form, "submit").click()
    assert form.url.endswith("/@@einreichen")
    assert fresh(draft).title == "Dialog"


def test_what_is_missing_is_shown_at_its_place_when_asked_for(anna, draft):
    anna.open(f"{draft.absolute_url()}/@@bearbeiten?pruefen=1")
    links = error_links(anna)
    assert {"#core-title", "#q-anlass", "#expenditure", "#requested"} <= set(links)
    html = soup(anna)
    for href in links:
        target = html.find(id=href.removeprefix("#"))
        assert target is not None, href
    assert html.find(id="core-title-error")
    assert html.find(id="q-anlass-error")


def test_what_people_typed_is_escaped(anna, call):
    application = make_draft(
        call, title="<script>alert(1)</script>", contact_name='"><b>x</b>'
    )
    transaction.commit()
    for view in ("@@bearbeiten", "view", "@@einreichen"):
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
    for view in ("", "/@@bearbeiten", "/@@einreichen", "/@@zurueckziehen"):
        browser.open(f"{draft.absolute_url()}{view}")
        assert "Entwurf – noch nicht eingereicht" not in browser.contents
        assert "Musterstadt" not in soup(browser).find(id="content").get_text()
