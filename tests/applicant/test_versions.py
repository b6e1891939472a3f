"""Two colleagues in one draft: each learns of the other, and no word is lost."""

from bs4 import BeautifulSoup
from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from kommunaldialog.usecases.save import save
from kommunaldialog.usecases.submit import submit
from plone.namedfile.file import NamedBlobFile
from tests.samples import acting
from tests.samples import make_consultation
from tests.samples import make_draft
from tests.samples import now
from tests.samples import PDF
from tests.samples import PLAN
import pytest
import transaction


@pytest.fixture
def draft(call):
    application = make_draft(call)
    transaction.commit()
    return application


def open_section(browser, draft, slug="massnahme"):
    browser.open(f"{draft.absolute_url()}/@@bearbeiten/{slug}")
    return browser


def zeno_saves(draft, **values):
    with acting("zeichnung"):
        save(draft, now(), **values)
    transaction.commit()


def press_save(browser):
    browser.getControl(name="save", index=0).click()


def fresh(application):
    transaction.begin()
    return application


def text(browser, selector=".kd"):
    part = BeautifulSoup(browser.contents, "html.parser").select_one(selector)
    return " ".join(part.get_text(" ").split())


@pytest.fixture
def contested(anna, draft):
    """Anna's page after both have changed the title, and Zeno the contact too."""
    open_section(anna, draft)
    zeno_saves(draft, core={"title": "Von Zeno", "contact_name": "Zeno Zeichnung"})
    anna.getControl(name="core-title").value = "Von Anna"
    anna.getControl(name="core-contact_phone").value = "0711 9"
    press_save(anna)
    return anna


def test_both_versions_are_shown_side_by_side(contested, draft):
    versions = text(contested, ".kd-versions")
    assert "Name der Maßnahme" in versions
    assert "Von Zeno" in versions
    assert "Von Anna" in versions
    assert "Zeno Zeichnung, " in versions
    assert fresh(draft).title == "Von Zeno"
    assert contested.getControl(name="core-title").value == "Von Anna"


def test_everything_else_is_saved_and_the_colleagues_words_stay(contested, draft):
    kept = fresh(draft)
    assert (kept.contact_phone, kept.contact_name) == ("0711 9", "Zeno Zeichnung")


def test_without_a_choice_nothing_is_overwritten(contested, draft):
    press_save(contested)
    assert "Von Zeno" in text(contested, ".kd-versions")
    assert fresh(draft).title == "Von Zeno"


def test_mine_can_be_chosen(contested, draft):
    (mark,) = contested.getControl(name="version.core.title").options[1:]
    contested.getControl(name="version.core.title").value = [mark]
    press_save(contested)
    assert "Ihr Entwurf ist gespeichert" in contested.contents
    kept = fresh(draft)
    assert (kept.title, kept.contact_name) == ("Von Anna", "Zeno Zeichnung")


def test_both_can_be_put_together_in_the_form(contested, draft):
    mark = contested.getControl(name="version.core.title").options[1]
    contested.getControl(name="version.core.title").value = [mark]
    contested.getControl(name="core-title").value = "Von Anna und Zeno"
    press_save(contested)
    assert fresh(draft).title == "Von Anna und Zeno"


def test_theirs_can_be_chosen(contested, draft):
    contested.getControl(name="version.core.title").value = ["theirs"]
    press_save(contested)
    assert "Ihr Entwurf ist gespeichert" in contested.contents
    assert fresh(draft).title == "Von Zeno"
    assert contested.getControl(name="core-title").value == "Von Zeno"


def test_what_came_after_the_choice_was_shown_is_not_overwritten_either(
    contested, draft
):
    mark = contested.getControl(name="version.core.title").options[1]
    zeno_saves(draft, core={"title": "Noch einmal Zeno"})
    contested.getControl(name="version.core.title").value = [mark]
    press_save(contested)
    assert "Noch einmal Zeno" in text(contested, ".kd-versions")
    assert fresh(draft).title == "Noch einmal Zeno"


def test_changes_of_different_answers_are_both_kept_and_it_is_said(anna, draft):
    open_section(anna, draft)
    zeno_saves(draft, core={"title": "Von Zeno"})
    anna.getControl(name="core-contact_phone").value = "0711 9"
    press_save(anna)
    assert "Beides ist gespeichert" in anna.contents
    kept = fresh(draft)
    assert (kept.title, kept.contact_phone) == ("Von Zeno", "0711 9")


def test_an_error_elsewhere_does_not_let_an_old_word_win_later(anna, draft):
    open_section(anna, draft)
    zeno_saves(draft, core={"title": "Von Zeno"})
    anna.getControl(name="core-contact_email").value = "niemand"
    press_save(anna)
    anna.getControl(name="core-contact_email").value = "anna@example.org"
    press_save(anna)
    kept = fresh(draft)
    assert (kept.title, kept.contact_email) == ("Von Zeno", "anna@example.org")


def test_a_double_click_on_save_is_no_conflict(anna, draft):
    open_section(anna, draft)
    anna.getControl(name="core-title").value = "Dialog"
    zeno_saves(draft, core={"title": "Dialog"})
    press_save(anna)
    assert "Ihr Entwurf ist gespeichert" in anna.contents


def test_both_plans_are_shown(anna, draft):
    open_section(anna, draft, "kostenplan")
    zeno_saves(draft, plan=replace(PLAN, requested=Decimal("2000.00")))
    anna.getControl(name="requested").value = "1.000,00"
    press_save(anna)
    versions = text(anna, ".kd-versions")
    assert "2.000,00" in versions
    assert "1.000,00" in versions
    assert fresh(draft).plan.requested == 2000


def test_of_two_files_for_one_question_both_are_named(anna, draft):
    open_section(anna, draft, "fragen-1")
    theirs = NamedBlobFile(PDF, "application/pdf", "zeno.pdf")
    zeno_saves(draft, answers={"konzept": theirs})
    anna.getControl(name="q.konzept").add_file(
        BytesIO(PDF), "application/pdf", "anna.pdf"
    )
    press_save(anna)
    versions = text(anna, ".kd-versions")
    assert "zeno.pdf" in versions
    assert "anna.pdf" in versions
    assert fresh(draft).answers["konzept"].filename == "zeno.pdf"


def test_a_form_that_says_nothing_of_what_it_showed_overwrites_nothing(anna, draft):
    token = open_section(anna, draft).getControl(name="_authenticator").value
    for seen in ("", "[]", "{", '{"core.title": 1}'):
        anna.post(
            f"{draft.absolute_url()}/@@bearbeiten/massnahme",
            f"_authenticator={token}&revision=0&seen={seen}&core-title=x&save=1",
        )
        assert "Zwei haben dasselbe geändert" in anna.contents
        assert fresh(draft).title == "Dialog Ortsmitte"


def test_the_second_is_told_who_has_the_draft_open(anna, browser_of, draft):
    open_section(anna, draft, "kostenplan")
    assert "hat den Antrag auch geöffnet" not in text(anna)
    zeno = open_section(browser_of("zeichnung"), draft)
    told = text(zeno, "[data-kd-others]")
    assert "Anna Antrag hat den Antrag auch geöffnet" in told
    assert "Kosten- und Finanzierungsplan" in told
    assert "Zeno Zeichnung" in text(open_section(anna, draft), "[data-kd-others]")


@pytest.fixture
def too_late(anna, call, draft):
    """Anna's page after Zeno has submitted while she was typing."""
    open_section(anna, draft)
    make_consultation(call)
    with acting("antragstellung"):
        submit(draft, now())
    transaction.commit()
    anna.getControl(name="core-title").value = "Von <Anna>"
    anna.getControl(name="core-measure_end").value = "irgendwann"
    press_save(anna)
    return anna


def test_what_was_typed_is_shown_when_a_colleague_submitted_meanwhile(too_late, draft):
    assert "kein Entwurf mehr" in text(too_late, ".kd-errors")
    shown = text(too_late, ".kd-facts")
    assert "Von <Anna>" in shown
    assert "irgendwann" in shown
    assert "0711 123456" not in shown
    assert fresh(draft).title == "Dialog Ortsmitte"


def test_what_comes_from_elsewhere_is_not_shown_as_typed(anna, too_late, draft):
    anna.post(f"{draft.absolute_url()}/@@bearbeiten/massnahme", "core-title=theirs")
    assert anna.headers["status"].startswith("403")
    assert "theirs" not in text(anna)


def test_a_form_that_was_tampered_with_is_shown_again_with_its_words(anna, draft):
    open_section(anna, draft)
    zeno_saves(draft, core={"title": "Von Zeno"})
    anna.getControl(name="seen").value = "[" * 100_000
    anna.getControl(name="core-title").value = "Von Anna"
    press_save(anna)
    assert anna.headers["status"].startswith("200")
    assert anna.getControl(name="core-title").value == "Von Anna"
    assert fresh(draft).title == "Von Zeno"
