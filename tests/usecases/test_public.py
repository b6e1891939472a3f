"""What a public page needs to be published."""

from kommunaldialog.usecases.public import missing
from plone import api
from plone.app.textfield.value import RichTextValue
from plone.namedfile.file import NamedBlobFile
from plone.namedfile.file import NamedBlobImage
import pytest


def lacks(item):
    return [refusal.code for refusal in missing(item)]


@pytest.fixture
def contact(portal):
    with api.env.adopt_roles(["Manager"]):
        contact = api.content.create(portal, "Kontakt", title="Anlaufstelle")
        api.content.transition(contact, "publish")
    return contact


@pytest.fixture
def create(portal):
    def make(portal_type, **values):
        with api.env.adopt_roles(["Manager"]):
            return api.content.create(portal, portal_type, title="Neu", **values)

    return make


@pytest.fixture
def dialogue(create, contact):
    return create(
        "Dialog",
        goal="Miteinander reden",
        use_of_results="Der Gemeinderat berät sie.",
        contact=contact.UID(),
    )


def test_a_dialogue_needs_goal_use_of_results_and_contact(create):
    found = missing(create("Dialog", goal="  "))
    assert [(refusal.code, refusal.field) for refusal in found] == [
        ("public_goal_missing", "form-widgets-goal"),
        ("public_use_of_results_missing", "form-widgets-use_of_results"),
        ("public_contact_missing", "form-widgets-contact"),
    ]


def test_a_dialogue_with_all_of_it_is_complete(dialogue):
    assert missing(dialogue) == ()


def test_a_contact_that_was_deleted_is_missing(dialogue, contact, portal):
    with api.env.adopt_roles(["Manager"]):
        portal.manage_delObjects([contact.getId()])
    assert lacks(dialogue) == ["public_contact_missing"]


def test_a_contact_that_visitors_cannot_see_is_not_enough(dialogue, contact):
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(contact, "retract")
        assert lacks(dialogue) == ["public_contact_unpublished"]
        api.content.transition(contact, "publish")
        assert lacks(dialogue) == []
        api.content.transition(contact, "archive")
    assert lacks(dialogue) == ["public_contact_unpublished"]


def test_a_page_is_listed_as_incomplete_when_its_contact_is_taken_back(
    dialogue, contact
):
    def listed():
        query = {"dialogue_missing": "public_contact_unpublished", "unrestricted": True}
        return [brain.UID for brain in api.content.find(**query)]

    assert listed() == []
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(contact, "retract")
    assert listed() == [dialogue.UID()]


def test_a_picture_needs_an_alternative_text(dialogue, create):
    picture = NamedBlobImage(b"GIF89a", "image/gif", "saal.gif")
    dialogue.image = picture
    assert lacks(dialogue) == ["public_alternative_missing"]
    dialogue.image_alternative = "Menschen an runden Tischen"
    assert lacks(dialogue) == []
    assert lacks(create("Kommune", ags="08111000", image=picture)) == [
        "public_alternative_missing"
    ]


@pytest.mark.parametrize("portal_type", ["Ergebnis", "Werkzeug"])
def test_results_and_tools_can_be_read_on_their_page(create, portal_type):
    file = NamedBlobFile(b"%PDF-", "application/pdf", "a.pdf")
    item = create(portal_type)
    assert lacks(item) == ["public_content_missing"]
    item.file = file
    assert lacks(item) == ["public_summary_missing"]
    item.text = RichTextValue("<p>Text</p>", "text/html", "text/x-html-safe")
    assert lacks(item) == ["public_summary_missing"]
    item.file = None
    assert lacks(item) == []
    item.summary, item.text, item.file = "Das Wichtigste", None, file
    assert lacks(item) == []
    item.kind = None
    assert lacks(item) == ["public_kind_missing"]


def test_nothing_is_asked_of_other_types(create):
    assert missing(create("Document")) == missing(create("Kontakt")) == ()
