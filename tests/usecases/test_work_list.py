"""What editors should mend."""

from datetime import date
from datetime import timedelta
from kommunaldialog.usecases.work_list import WorkList
from plone import api
from plone.app.testing import logout
from plone.app.textfield.value import RichTextValue
from plone.namedfile.file import NamedBlobFile
from tests.samples import publish
import pytest


TODAY = date(2016, 10, 31)
DAY = timedelta(days=1)


@pytest.fixture
def create(portal):
    def make(portal_type, container=portal, public=True, **values):
        with api.env.adopt_roles(["Manager"]):
            item = api.content.create(container, portal_type, **values)
            if public:
                publish(item)
        return item

    return make


@pytest.fixture
def work(portal):
    return WorkList(portal, TODAY, everything=True)


def titles(brains):
    return [brain.Title for brain in brains]


def test_incomplete_pages_are_listed_the_public_ones_first(create, work):
    create("Dialog", public=False, title="Entwurf")
    create("Dialog", title="Öffentlich")
    create("Ergebnis", title="Vollständig", summary="Kurz und gut.")
    archived = create("Dialog", title="Archiviert")
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(archived, "archive")
    assert titles(work.incomplete()) == ["Öffentlich", "Entwurf"]


def test_only_what_lies_below_the_folder_and_what_the_user_sees_is_listed(
    create, portal
):
    folder = create("Folder", title="Ordner")
    create("Dialog", folder, public=False, title="Drinnen")
    create("Dialog", public=False, title="Draußen")
    with api.env.adopt_roles(["Manager"]):
        assert titles(WorkList(folder, TODAY).incomplete()) == ["Drinnen"]
    logout()
    assert titles(WorkList(portal, TODAY).incomplete()) == []


def test_a_dialogue_should_have_a_result_four_weeks_after_its_end(create, work):
    end = TODAY - 29 * DAY
    create("Dialog", title="Ohne", end=end)
    create("Dialog", title="Noch Zeit", end=end + DAY)
    create("Dialog", title="Entwurf", public=False, end=end)
    told = create("Dialog", title="Mit", end=end)
    create("Ergebnis", told, title="Protokoll", summary="Kurz")
    drafted = create("Dialog", title="Nur Entwurf", end=end - DAY)
    create("Ergebnis", drafted, public=False, title="Protokoll")
    assert titles(work.without_result()) == ["Nur Entwurf", "Ohne"]


def test_a_result_of_a_dialogue_is_one_of_its_programme_too(create, work):
    programme = create("Dialog", title="Programm", end=TODAY - 60 * DAY)
    dialogue = create("Dialog", programme, title="Dialog", end=TODAY - 60 * DAY)
    create("Ergebnis", dialogue, title="Protokoll", summary="Kurz")
    assert work.without_result() == []


def test_a_promise_is_overdue_the_day_after_its_day_unless_it_is_done(create, work):
    def promise(title, due, implementation):
        create("Ergebnis", title=title, due=due, implementation=implementation)

    promise("Gestern", TODAY - DAY, "open")
    promise("Heute", TODAY, "open")
    promise("Lange", TODAY - 99 * DAY, "in_progress")
    promise("Erledigt", TODAY - DAY, "done")
    promise("Aufgegeben", TODAY - DAY, "dropped")
    assert titles(work.overdue()) == ["Lange", "Gestern"]


def test_files_with_findings_are_listed_and_those_that_are_no_pdf_are_not(create, work):
    def result(title, data):
        file = NamedBlobFile(data, "application/pdf", "a.pdf")
        create("Ergebnis", title=title, summary="Kurz", file=file)

    result("Kaputt", b"%PDF-1.4")
    result("Tabelle", b"PK\x03\x04")
    assert titles(work.files()) == ["Kaputt"]


def test_files_of_plone_beside_the_pages_are_listed_too(create, work):
    file = NamedBlobFile(b"%PDF-1.4", "application/pdf", "a.pdf")
    create("File", public=False, title="Flyer", file=file)
    assert titles(work.files()) == ["Flyer"]


@pytest.mark.parametrize(
    ("image", "lacking"),
    [
        ('<img src="a.png" />', True),
        ('<img src="a.png" alt=" " />', True),
        ('<img src="a.png" alt="Der Saal" />', False),
        ('<img src="a.png" alt="" role="presentation" />', False),
    ],
)
def test_an_image_in_a_text_says_what_it_shows(create, work, image, lacking):
    text = RichTextValue(f"<p>{image}</p>", "text/html", "text/html")
    create("Document", title="Seite", text=text)
    create("Dialog", title="Dialog", text=text)
    assert titles(work.images()) == (["Dialog", "Seite"] if lacking else [])


def reasons(work):
    return {task.contact.title: task.reasons for task in work.contacts()}


def test_contacts_are_checked_each_year(create, work):
    def contact(title, checked, **values):
        made = create("Kontakt", title=title, checked_on=checked, phone="1", **values)
        create("Dialog", title=title, contact=made.UID())

    contact("Heute fällig", date(2015, 10, 31))
    contact("Morgen fällig", date(2015, 11, 1))
    contact("Nicht öffentlich", TODAY, public=False)
    assert reasons(work) == {
        "Heute fällig": ("contact_unchecked",),
        "Nicht öffentlich": ("contact_not_public",),
    }


def test_a_contact_needs_an_address_and_a_page(create, portal):
    create("Kontakt", title="Allein")
    archived = create("Kontakt", title="Archiviert")
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(archived, "archive")
    # Made today, it counts as checked.
    today = WorkList(portal, date.today(), everything=True)
    assert reasons(today) == {"Allein": ("contact_unreachable", "contact_unused")}


def test_pages_with_broken_links_say_which(create, work):
    text = RichTextValue('<p><a href="weg">x</a><a href=".">y</a></p>', "text/html")
    create("Document", title="Seite", text=text)
    create("Document", title="Gut")
    ((page, gone),) = work.links()
    assert (page.Title, gone) == ("Seite", ["/plone/weg"])
