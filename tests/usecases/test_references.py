"""What pages refer to, and what of it is not there any more."""

from kommunaldialog.usecases.references import broken
from kommunaldialog.usecases.references import references
from kommunaldialog.usecases.references import used_by
from plone import api
from plone.app.testing import logout
from plone.app.textfield.value import RichTextValue
from Products.CMFCore.indexing import processQueue
from tests.samples import make_draft
from z3c.relationfield import RelationValue
from zope.component import getUtility
from zope.intid.interfaces import IIntIds
from zope.lifecycleevent import modified
import pytest


@pytest.fixture
def create(portal):
    def make(portal_type, container=portal, **values):
        with api.env.adopt_roles(["Manager"]):
            return api.content.create(container, portal_type, **values)

    return make


@pytest.fixture
def contact(create):
    return create("Kontakt", title="Anlaufstelle")


@pytest.fixture
def folder(create):
    return create("Folder", id="treff", title="Treff")


def rich(link):
    return RichTextValue(f'<p><a href="{link}">x</a></p>', "text/html", "text/html")


def delete(item):
    with api.env.adopt_roles(["Manager"]):
        item.__parent__.manage_delObjects([item.getId()])


def test_a_page_refers_to_its_contact_and_to_what_its_text_links_to(
    create, contact, folder
):
    text = RichTextValue(
        f'<p><a href="../resolveuid/{folder.UID()}#a">x</a><a href="#oben">o</a>'
        '<a href="mailto:a@b.c">y</a><a href="https://example.org/">z</a></p>',
        "text/html",
        "text/html",
    )
    dialogue = create("Dialog", title="Ortsmitte", contact=contact.UID(), text=text)
    assert references(dialogue) == (contact.UID(), folder.UID())


@pytest.mark.parametrize(
    ("link", "path"),
    [
        ("anmeldung", "/plone/treff/anmeldung"),
        ("../kontakt/view", "/plone/kontakt"),
        ("bild.png/@@images/image/large", "/plone/treff/bild.png"),
        ("/plone/treff/", "/plone/treff"),
        ("/treff?b_start=20", "/plone/treff"),
        ("{portal}/b%C3%BCro", "/plone/büro"),
        ("{portal}", "/plone"),
    ],
)
def test_a_link_by_address_is_kept_as_the_path_that_it_means(
    create, folder, link, path
):
    link = link.format(portal=api.portal.get().absolute_url())
    page = create("Document", folder, title="Seite", text=rich(link))
    assert references(page) == (path,)


def test_a_tool_refers_to_the_dialogues_that_it_comes_from(create):
    dialogue = create("Dialog", title="Ortsmitte")
    tool = create("Werkzeug", title="Leitfaden", dialogues=(dialogue.UID(),))
    assert references(tool) == (dialogue.UID(),)


def test_a_relation_is_broken_when_its_target_is_deleted(create, folder):
    target = create("Document", folder, id="ziel", title="Ziel")
    dialogue = create("Dialog", title="Ortsmitte")
    relation = RelationValue(getUtility(IIntIds).getId(target))
    dialogue.relatedItems = [relation]
    modified(dialogue)
    assert references(dialogue) == (target.UID(),)
    assert broken() == []
    delete(target)
    assert broken() == list(references(dialogue)) == ["/ziel"]


def test_a_contact_tells_where_it_is_used_also_before_publication(create, contact):
    dialogue = create("Dialog", title="Ortsmitte", contact=contact.UID())
    with api.env.adopt_roles(["Manager"]):
        assert [brain.UID for brain in used_by(contact.UID())] == [dialogue.UID()]
    logout()
    assert list(used_by(contact.UID())) == []


def test_what_is_deleted_leaves_broken_links(create, contact, folder):
    create("Dialog", title="Ortsmitte", contact=contact.UID(), text=rich("treff"))
    create("Document", title="Seite", text=rich("weg"))
    create("Document", title="Ansicht", text=rich("sitemap"))
    assert broken() == ["/plone/weg"]
    uid = contact.UID()
    delete(contact)
    delete(folder)
    assert broken() == sorted(["/plone/weg", "/plone/ortsmitte/treff", uid])


def test_records_are_not_looked_into(funding):
    assert references(make_draft(funding)) == ()


def test_an_empty_text_refers_to_nothing(create):
    page = create("Document", title="Seite", text=RichTextValue(" "))
    assert references(page) == ()


@pytest.mark.parametrize("link", ["http://[Adresse]/", "//[foo"])
def test_a_link_that_is_no_address_leads_to_nothing_of_the_portal(create, link):
    page = create("Document", title="Seite")
    # Plone's own check of links would stumble over it when it is saved.
    page.text = rich(link)
    assert references(page) == ()


@pytest.mark.parametrize(
    ("portal_type", "field"),
    [
        ("Link", "remoteUrl"),
        ("Dialog", "easy_language"),
        ("Dialog", "sign_language_video"),
        ("Kommune", "website"),
    ],
)
def test_an_address_in_a_field_counts_where_it_leads_into_the_portal(
    create, folder, portal_type, field
):
    home = api.portal.get().absolute_url()
    page = create(portal_type, folder, title="Seite", id="seite")
    setattr(page, field, f"{home}/leicht")
    assert references(page) == ("/plone/leicht",)
    setattr(page, field, f"https{home[4:]}/leicht")
    assert references(page) == ("/plone/leicht",)
    setattr(page, field, "https://example.org/leicht")
    assert references(page) == ()


def test_a_link_of_plone_is_written_in_its_own_way(create, folder):
    page = create("Link", title="Verweis")
    page.remoteUrl = "${portal_url}/weg"
    assert references(page) == ("/plone/weg",)
    page.remoteUrl = f"${{navigation_root_url}}/resolveuid/{folder.UID()}"
    assert references(page) == (folder.UID(),)
    page.reindexObject()
    processQueue()
    assert broken() == []
    uid = folder.UID()
    delete(folder)
    assert broken() == [uid]
