"""The editors' work list and the boxes on the pages themselves."""

from datetime import date
from datetime import timedelta
from kommunaldialog.editing import work_list
from lxml import html
from plone import api
from tests import samples
from tests.client import Client
import pytest
import transaction


BOX = "//section[@aria-labelledby='kd-missing']"


@pytest.fixture
def portal(functional_portal):
    samples.make_people()
    return functional_portal


@pytest.fixture
def create(portal):
    def make(portal_type, container=portal, public=True, **values):
        with api.env.adopt_roles(["Manager"]):
            item = api.content.create(container, portal_type, **values)
            if public:
                samples.publish(item)
        return item

    return make


@pytest.fixture
def show(functional_app):
    """The main part of a page, as an account sees it."""

    def get(url, user="webredaktion"):
        transaction.commit()
        answer = Client(functional_app, user).get(url)
        assert answer.status == 200, answer.status
        return html.fromstring(answer.text).get_element_by_id("main-container")

    return get


def words(node):
    return " ".join(" ".join(node.itertext()).split())


def rows(page):
    """Words of each task, and where it is mended."""
    return {
        words(row): row.xpath("td[last()]/a/@href")[0]
        for row in page.xpath("//tbody/tr")
    }


def test_each_task_says_what_is_wrong_and_leads_to_where_it_is_mended(
    portal, create, show
):
    long_ago = date.today() - timedelta(days=60)
    dialogue = create("Dialog", title="Ortsmitte", end=long_ago, contact="0" * 32)
    create("Kontakt", title="Allein")
    create(
        "Ergebnis", title="Zusage", summary="Ja", due=long_ago, implementation="open"
    )
    page = show(f"{portal.absolute_url()}/@@redaktion")
    assert [words(heading) for heading in page.iter("h2")] == [
        "Übersicht",
        "Unvollständige Seiten",
        "Dialoge ohne Ergebnis",
        "Überfällige Zusagen",
        "Kontakte, die zu prüfen sind",
        "Verweise, die ins Leere führen",
    ]
    url = dialogue.absolute_url()
    missing, result, promise, contact, link = rows(page).items()
    assert missing[0].startswith("Ortsmitte Das Ziel fehlt: Was soll am Ende anders")
    assert missing[1] == f"{url}/edit#form-widgets-goal"
    assert "ein Ergebnis war bis" in result[0]
    assert result[1] == f"{url}/++add++Ergebnis"
    assert "Was ist daraus geworden?" in promise[0]
    assert "Weder E-Mail noch Telefon sind angegeben. Steht auf keiner" in contact[0]
    assert "Führt ins Leere: eine Seite, die gelöscht wurde" in link[0]


def test_of_many_tasks_the_first_are_shown_and_all_are_counted(
    portal, create, show, monkeypatch
):
    monkeypatch.setattr(work_list, "MOST", 1)
    for title in ("Eins", "Zwei"):
        create("Dialog", public=False, title=title)
    page = show(f"{portal.absolute_url()}/@@redaktion")
    assert len(page.xpath("//tbody/tr")) == 1
    assert "Unvollständige Seiten (2)" in words(page)
    assert "Weitere 1 stehen hier" in words(page)


def test_where_all_is_done_the_list_says_so(portal, create, show):
    folder = create("Folder", title="Leer")
    page = show(f"{folder.absolute_url()}/@@redaktion")
    assert "Hier ist nichts zu tun." in words(page)


def test_only_editors_see_the_work_list(portal, functional_app):
    transaction.commit()
    answer = Client(functional_app, "antragstellung").get(
        f"{portal.absolute_url()}/@@redaktion"
    )
    assert answer.status in (302, 401, 403)


def test_an_incomplete_page_tells_its_editor_with_links_to_the_fields(create, show):
    dialogue = create("Dialog", public=False, title="Ortsmitte")
    shown = show(dialogue.absolute_url())
    box = shown.xpath(BOX)[0]
    assert words(box).startswith("Bevor die Seite veröffentlicht werden kann:")
    url = dialogue.absolute_url()
    assert box.xpath(".//a/@href") == [
        f"{url}/edit#form-widgets-{name}"
        for name in ("goal", "use_of_results", "contact")
    ]
    form = show(f"{url}/edit")
    for name in ("goal", "use_of_results", "contact"):
        assert form.xpath(f"//*[@id='form-widgets-{name}']")
    assert form.xpath("//*[@id='form-widgets-IPicture-image_alternative']")


def test_a_public_page_keeps_it_from_everybody_else(create, show):
    dialogue = create("Dialog", title="Ortsmitte")
    (box,) = show(dialogue.absolute_url()).xpath(BOX)
    assert words(box).startswith("Auf dieser Seite fehlt etwas:")
    for user in (None, "antragstellung"):
        assert not show(dialogue.absolute_url(), user).xpath(BOX)


def test_who_may_only_publish_reads_what_is_missing_without_links(create, show):
    dialogue = create("Dialog", public=False, title="Ortsmitte")
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(dialogue, "submit")
        dialogue.manage_permission("Modify portal content", ["Manager"])
    box = show(dialogue.absolute_url()).xpath(
        "//section[@aria-labelledby='kd-missing']"
    )
    assert "Das Ziel fehlt" in words(box[0])
    assert not box[0].xpath(".//a")


def test_a_contact_shows_its_editor_the_pages_on_which_it_stands(create, show):
    contact = create("Kontakt", title="Anlaufstelle")
    url = contact.absolute_url()
    assert "Auf keiner." in words(show(url))
    create("Dialog", title="Ortsmitte", contact=contact.UID())
    shown = show(url)
    assert shown.xpath(
        "//h2[contains(., 'Dieser Kontakt')]/following::a[1]/text()"
    ) == ["Ortsmitte"]
    assert "Dieser Kontakt" not in words(show(url, None))
