"""Old addresses of pages that were moved, and of what belongs to them."""

from kommunaldialog.content.public import ISection
from plone import api
from zope.interface import alsoProvides
import pytest


@pytest.fixture
def result(make, pdf):
    """A result with a file, in a dialogue."""
    dialogue = make("Dialog", title="Dialog Ortsmitte")
    return make("Ergebnis", dialogue, title="Protokoll", summary="Kurz.", file=pdf)


def where(answer):
    status, headers = answer
    return status[:3], headers.get("Location")


def test_the_old_address_of_a_page_leads_to_the_new_one_for_good(ask, make, move):
    dialogue = make("Dialog", title="Dialog Ortsmitte")
    old = dialogue.absolute_url()
    moved = move(dialogue, make("Folder", title="Archiv"))
    assert where(ask(old)) == ("301", moved.absolute_url())
    assert where(ask(old, "HEAD")) == ("301", moved.absolute_url())
    assert where(ask(f"{old}?ansicht=druck"))[1] == (
        f"{moved.absolute_url()}?ansicht=druck"
    )


@pytest.mark.parametrize(
    "part",
    [
        "/@@download/file/Kurz%20%26%20gut.pdf",
        "/@@download/file",
        "/view",
        "/view/what/ever",
    ],
)
def test_a_file_below_a_moved_page_moves_with_it(ask, make, move, result, part):
    dialogue = result.__parent__
    old = result.absolute_url()
    moved = move(dialogue, make("Folder", title="Archiv"))
    assert where(ask(old + part)) == (
        "301",
        f"{moved.absolute_url()}/{result.id}{part}",
    )


def test_the_file_itself_is_at_the_new_address(ask, fetch, make, move, result):
    old = f"{result.absolute_url()}/@@download/file/Kurz%20%26%20gut.pdf"
    move(result.__parent__, make("Folder", title="Archiv"))
    browser = fetch(ask(old)[1]["Location"])
    assert browser.headers["Content-Type"] == "application/pdf"


def test_a_plain_file_in_a_section_leads_on_as_well(ask, make, move, pdf):
    section = make("Folder", title="Beteiligung")
    alsoProvides(section, ISection)
    file = make("File", title="Flyer", file=pdf, publish=False)
    old = file.absolute_url()
    moved = move(file, section)
    assert where(ask(old)) == ("301", moved.absolute_url())


@pytest.mark.parametrize("portal_type", ["Kontakt", "Foerderprogramm"])
def test_contacts_and_calls_lead_on_outside_of_sections_too(
    ask, make, move, portal_type
):
    page = make(portal_type, title="Alt")
    old = page.absolute_url()
    moved = move(page, make("Folder", title="Archiv"))
    assert where(ask(old)) == ("301", moved.absolute_url())


def test_no_browser_remembers_for_ever_where_a_page_was_moved(ask, make, move):
    dialogue = make("Dialog", title="Dialog Ortsmitte")
    old = dialogue.absolute_url()
    move(dialogue, make("Folder", title="Archiv"))
    assert ask(old)[1]["Cache-Control"] == "no-cache"


def test_where_a_page_was_moved_that_is_not_public_any_more_is_told_to_nobody(
    ask, make, move
):
    dialogue = make("Dialog", title="Dialog Ortsmitte")
    old = dialogue.absolute_url()
    moved = move(dialogue, make("Folder", title="Archiv"))
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(moved, "retract")
    assert where(ask(old)) == ("404", None)


def test_a_page_moved_into_one_of_its_old_name_leads_in_no_circle(ask, make, move):
    folder = make("Folder", title="Archiv")
    dialogue = make("Dialog", folder, title="Dialog Ortsmitte")
    old = dialogue.absolute_url()
    moved = move(dialogue, make("Folder", title="Anderswo"))
    there = make("Folder", folder, title="Dialog Ortsmitte")
    assert there.absolute_url() == old
    move(moved, there)
    url = f"{old}/gibt-es-nicht"
    for _step in range(3):
        url = where(ask(url))[1] or url
    assert where(ask(url))[0] == "404"


def test_other_pages_of_the_portal_are_left_to_plone(ask, make, move):
    page = make("Document", title="Impressum")
    old = page.absolute_url()
    moved = move(page, make("Folder", title="Archiv"))
    assert where(ask(old)) == ("302", moved.absolute_url())


def test_what_never_was_is_not_found(ask, functional_portal):
    assert where(ask(f"{functional_portal.absolute_url()}/nie")) == ("404", None)
