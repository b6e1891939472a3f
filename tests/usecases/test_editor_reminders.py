"""Web editors are reminded of each thing once."""

from datetime import date
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from kommunaldialog import outbox
from kommunaldialog.usecases.editor_reminders import candidates
from kommunaldialog.usecases.editor_reminders import remind
from kommunaldialog.usecases.editor_reminders import reminder_due
from kommunaldialog.usecases.editor_reminders import reminders
from plone import api
from tests import samples
import pytest


NOW = datetime(2016, 10, 31, 9, tzinfo=UTC)
LONG_AGO = date(2016, 1, 21)


@pytest.fixture
def create(portal):
    """Makes a public page that lacks nothing."""

    def make(portal_type, container=portal, **values):
        if portal_type == "Ergebnis":
            values["summary"] = "Kurz."
        if portal_type == "Dialog":
            contact = make("Kontakt", title="Stelle", checked_on=NOW.date(), phone="1")
            values |= {"goal": "Ja", "use_of_results": "Ja", "contact": contact.UID()}
        with api.env.adopt_roles(["Manager"]):
            item = api.content.create(container, portal_type, **values)
            api.content.transition(item, "publish")
        return item

    return make


@pytest.fixture
def dialogue(create):
    return create("Dialog", title="Ortsmitte", end=LONG_AGO)


def mails(portal):
    return {mail.recipient: mail for _key, mail in outbox.waiting(portal)}


def test_results_promises_and_contacts_are_candidates(portal, create, dialogue):
    promise = create("Ergebnis", title="Zusage", due=LONG_AGO, implementation="open")
    contact = create("Kontakt", title="Stelle", checked_on=LONG_AGO, phone="1")
    create("Kontakt", title="Neu")
    later = NOW + timedelta(days=365)
    found = {portal.unrestrictedTraverse(path) for path in candidates(later)}
    assert {dialogue, promise, contact} <= found
    due = {
        (found.kind, found.due)
        for item in (dialogue, promise, contact)
        for found in reminders(item, later)
    }
    assert due == {
        ("result", date(2016, 2, 18)),
        ("promise", LONG_AGO),
        ("contact", date(2017, 1, 21)),
    }


def test_a_contact_that_only_stands_on_no_page_reminds_nobody(create):
    create("Kontakt", title="Allein", checked_on=NOW.date())
    assert candidates(NOW) == []


def test_each_thing_is_reminded_of_once(dialogue):
    assert reminder_due(dialogue, NOW).kind == "result"
    assert remind(dialogue, NOW).due == date(2016, 2, 18)
    assert reminder_due(dialogue, NOW) is None
    assert remind(dialogue, NOW + timedelta(days=99)) is None


def test_a_promise_that_was_put_off_is_reminded_of_again(create):
    promise = create("Ergebnis", title="Zusage", due=LONG_AGO, implementation="open")
    remind(promise, NOW)
    promise.due = LONG_AGO + timedelta(days=30)
    assert remind(promise, NOW) is not None
    assert remind(promise, NOW) is None


def test_what_a_public_page_lacks_is_reminded_of_once(portal, dialogue):
    dialogue.end = None
    dialogue.goal = ""
    dialogue.reindexObject()
    assert "/".join(dialogue.getPhysicalPath()) in candidates(NOW)
    dialogue.creators = ()
    api.portal.set_registry_record("plone.email_from_address", "portal@example.org")
    assert remind(dialogue, NOW).kind == "incomplete"
    (mail,) = mails(portal).values()
    assert mail.subject == "Etwas fehlt auf der Seite „Ortsmitte“"
    assert remind(dialogue, NOW + timedelta(days=9)) is None
    # Something else that it lacks is another thing.
    dialogue.use_of_results = ""
    assert remind(dialogue, NOW) is not None
    dialogue.goal = dialogue.use_of_results = "Ja"
    dialogue.reindexObject()
    assert reminder_due(dialogue, NOW) is None


def test_who_made_the_page_and_the_editors_of_its_folder_are_told(portal, create):
    samples.make_people()
    with api.env.adopt_roles(["Manager"]):
        folder = api.content.create(portal, "Folder", title="Dialoge")
        folder.manage_setLocalRoles("bewilligung-entscheidung", ["Editor"])
        folder.manage_setLocalRoles("zeichnung", ["Reader"])
    promise = create(
        "Ergebnis", folder, title="Ja", due=LONG_AGO, implementation="open"
    )
    promise.creators = ("webredaktion", "wer-ging")
    remind(promise, NOW)
    found = mails(portal)
    assert set(found) == {
        "webredaktion@example.org",
        "entscheidung@example.org",
        "beides@example.org",
    }
    mail = found["webredaktion@example.org"]
    assert mail.subject == "Zusage überfällig: „Ja“"
    assert "bis zum 21. Januar 2016 zugesagt" in mail.body
    assert promise.absolute_url() in mail.body


def test_an_editor_of_a_nearer_folder_is_told_and_none_further_up(portal, create):
    samples.make_people()
    with api.env.adopt_roles(["Manager"]):
        outer = api.content.create(portal, "Folder", title="Außen")
        inner = api.content.create(outer, "Folder", title="Innen")
        outer.manage_setLocalRoles("zeichnung", ["Editor"])
        inner.manage_setLocalRoles("fremde", ["Editor"])
    dialogue = create("Dialog", inner, title="Ortsmitte", end=LONG_AGO)
    dialogue.creators = ()
    remind(dialogue, NOW)
    assert list(mails(portal)) == ["fremde@example.org"]


def test_where_nobody_is_left_the_portal_itself_is_told(portal, dialogue):
    api.portal.set_registry_record("plone.email_from_address", "portal@example.org")
    dialogue.creators = ("wer-ging",)
    remind(dialogue, NOW)
    assert list(mails(portal)) == ["portal@example.org"]


def test_a_contact_is_asked_about_by_its_name(portal, create):
    api.portal.set_registry_record("plone.email_from_address", "portal@example.org")
    contact = create("Kontakt", title="Stelle\nzwei", checked_on=LONG_AGO)
    contact.creators = ()
    remind(contact, NOW + timedelta(days=365))
    (mail,) = mails(portal).values()
    assert mail.subject == "Bitte prüfen: Kontakt „Stelle zwei“"
