"""An editor says where a section of public pages begins."""

from kommunaldialog.content.public import ISection
from kommunaldialog.usecases.section import begin_section
from kommunaldialog.usecases.section import end_section
from kommunaldialog.usecases.section import may_begin_section
from plone import api
from tests.client import Client
from tests.samples import acting
from tests.samples import make_people
from tests.samples import make_programme
import pytest
import transaction


BEGIN = "Als Startseite der Dialoge verwenden"
END = "Nicht mehr als Startseite der Dialoge verwenden"


@pytest.fixture
def folder(functional_portal):
    """A published folder with a page of its own as its front page."""
    make_people()
    with api.env.adopt_roles(["Manager"]):
        folder = api.content.create(functional_portal, "Folder", title="Dialoge")
        page = api.content.create(folder, "Document", title="Willkommen")
        for item in (folder, page):
            api.content.transition(item, "publish")
        folder.setDefaultPage("willkommen")
    transaction.commit()
    return folder


def test_an_editor_begins_a_section_and_ends_it_again(functional_app, folder):
    browser = Client(functional_app, "webredaktion").browser()
    browser.open(folder.absolute_url())
    assert "Wozu suchen Sie einen Dialog?" not in browser.contents
    browser.getLink(BEGIN).click()
    browser.getForm(action="@@bereich-einrichten").submit()
    assert browser.url == folder.absolute_url()
    assert "Wozu suchen Sie einen Dialog?" in browser.contents
    assert "Diese Seite ist jetzt die Startseite der Dialoge." in browser.contents
    browser.getLink(END).click()
    browser.getForm(action="@@bereich-einrichten").submit()
    assert "Wozu suchen Sie einen Dialog?" not in browser.contents
    assert "Willkommen" in browser.contents
    transaction.begin()
    assert folder.getDefaultPage() == "willkommen"
    assert not ISection.providedBy(folder)
    browser.getLink(BEGIN)


def test_nothing_begins_by_a_link_or_for_who_may_not_choose_what_is_shown(
    functional_app, folder
):
    url = f"{folder.absolute_url()}/@@bereich-einrichten"
    editor = Client(functional_app, "webredaktion")
    assert editor.get(url).status == 200
    # No form was drawn for it: it comes from another site.
    assert editor.ask("POST", url).status == 403
    town = Client(functional_app, "antragstellung")
    assert town.ask("POST", url).status == 403
    assert BEGIN not in town.get(folder.absolute_url()).text
    transaction.begin()
    assert not ISection.providedBy(folder)


def test_what_an_editor_chose_meanwhile_stays(folder):
    with acting("webredaktion"):
        begin_section(folder)
        folder.setDefaultPage("willkommen")
        before = folder.getLayout()
        end_section(folder)
    assert folder.getLayout() != before
    assert folder.getDefaultPage() == "willkommen"


def test_a_section_begins_at_no_page_of_the_product(functional_app, functional_portal):
    make_people()
    programme = make_programme(functional_portal)
    with api.env.adopt_roles(["Manager"]):
        dialogue = api.content.create(functional_portal, "Dialog", title="Ortsmitte")
        for item in (programme, dialogue):
            assert not may_begin_section(item)
            begin_section(item)
            assert not ISection.providedBy(item)
    transaction.commit()
    url = f"{programme.absolute_url()}/@@bereich-einrichten"
    assert Client(functional_app, "webredaktion").get(url).status == 404
