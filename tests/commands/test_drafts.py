"""The commands on drafts, as a scheduler calls them."""

from datetime import date
from datetime import timedelta
from kommunaldialog import outbox
from kommunaldialog.controlpanel.interfaces import IKommunaldialogSettings
from kommunaldialog.letters import post
from kommunaldialog.usecases.begin import begin
from kommunaldialog.usecases.drafts import announce_erasure
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from plone.namedfile.file import NamedBlobFile
from tests.client import Client
from tests.samples import acting
from tests.samples import AGS
from tests.samples import make_decided
from tests.samples import make_funding
from tests.samples import now
from tests.samples import OTHER_AGS
from tests.samples import publish
from ZODB.serialize import referencesf
import json
import pytest
import requests
import transaction


DAY = timedelta(days=1)


@pytest.fixture
def portal(functional):
    return functional["portal"]


@pytest.fixture
def funding(portal):
    """A call that ends in six days, with two old drafts."""
    funding = make_funding(portal, opening=now() - 300 * DAY, deadline=now() + 6 * DAY)
    for user, ags in (("antragstellung", AGS), ("fremde", OTHER_AGS)):
        with acting(user):
            begin(funding, ags, "token", now() - 200 * DAY)
    transaction.commit()
    return funding


@pytest.fixture
def call(functional, portal):
    def ask(name, query="", user=SITE_OWNER_NAME, password=SITE_OWNER_PASSWORD):
        client = Client(functional["app"], user, password)
        answer = client.ask("POST", f"{portal.absolute_url()}/@@{name}{query}")
        transaction.begin()
        return answer

    return ask


def waiting(portal):
    return sorted(mail.recipient for _key, mail in outbox.waiting(portal))


def test_each_draft_is_reminded_of_once_however_often_the_command_runs(
    portal, funding, call
):
    first = json.loads(call("erinnerungen-versenden").text)
    assert [done["reminder"] for done in first["done"]] == ["7d", "7d"]
    assert {done["ags"] for done in first["done"]} == {AGS, OTHER_AGS}
    second = json.loads(call("erinnerungen-versenden").text)
    assert second == {"dry_run": False, "done": [], "failed": 0}
    assert waiting(portal) == ["antragstellung@example.org", "fremde@example.org"]


@pytest.mark.parametrize("command", ["erinnerungen-versenden", "entwuerfe-loeschen"])
def test_while_there_is_no_funding_no_draft_is_touched(portal, funding, call, command):
    funding.deadline = now() - 100 * DAY
    api.portal.set_registry_record("parts", ("map",), interface=IKommunaldialogSettings)
    transaction.commit()
    assert json.loads(call(command).text)["done"] == []
    assert waiting(portal) == []


def test_a_dry_run_says_what_would_be_done_and_does_nothing(portal, funding, call):
    dry = json.loads(call("erinnerungen-versenden", "?probelauf=1").text)
    assert dry["dry_run"] is True
    assert len(dry["done"]) == 2
    assert waiting(portal) == []
    assert len(json.loads(call("erinnerungen-versenden").text)["done"]) == 2


def test_a_draft_that_fails_holds_up_no_other(portal, funding, call, monkeypatch):
    def queue(recipients, *args):
        if recipients == ["fremde@example.org"]:
            raise RuntimeError("out of order")
        return outbox.queue(recipients, *args)

    monkeypatch.setattr(post, "queue", queue)
    answer = call("erinnerungen-versenden")
    assert answer.status == 500
    found = json.loads(answer.text)
    assert ([done["ags"] for done in found["done"]], found["failed"]) == ([AGS], 1)
    assert waiting(portal) == ["antragstellung@example.org"]
    monkeypatch.undo()
    again = json.loads(call("erinnerungen-versenden").text)
    assert [done["ags"] for done in again["done"]] == [OTHER_AGS]


def test_drafts_are_announced_and_two_weeks_later_erased(portal, funding, call):
    funding.deadline = now() - 100 * DAY
    funding.draft_days = 30
    first, second = funding.case_store().objectIds()
    with api.env.adopt_roles(["Manager"]):
        announce_erasure(funding.case_store()[first], now() - 20 * DAY)
    transaction.commit()
    expected = {first: "erased", second: "announced"}

    def steps(query=""):
        done = json.loads(call("entwuerfe-loeschen", query).text)["done"]
        return {item["draft"].rsplit("/", 1)[1]: item["step"] for item in done}

    assert steps("?probelauf=1") == expected
    assert first in funding.case_store()
    assert steps() == expected
    assert list(funding.case_store().objectIds()) == [second]
    assert steps() == {}


def test_what_is_erased_leaves_the_disk_when_the_database_is_packed(
    functional, portal, funding, call
):
    name = funding.case_store().objectIds()[0]
    draft = funding.case_store()[name]
    content = b"Strategiepapier " * 5000
    draft.answers["konzept"] = NamedBlobFile(content, filename="konzept.pdf")
    transaction.commit()
    blob = draft.answers["konzept"]._blob
    oid, connection = blob._p_oid, blob._p_jar
    funding.deadline = now() - 100 * DAY
    funding.draft_days = 30
    with api.env.adopt_roles(["Manager"]):
        announce_erasure(draft, now() - 20 * DAY)
    transaction.commit()
    assert oid in _reachable(connection)
    call("entwuerfe-loeschen")
    assert oid not in _reachable(connection)


def _reachable(connection):
    """The ids of all objects that a pack would keep."""
    found, waiting = set(), [connection.root()._p_oid]
    while waiting:
        oid = waiting.pop()
        if oid not in found:
            found.add(oid)
            waiting += referencesf(connection.db().storage.load(oid)[0])
    return found


def test_two_runs_at_once_send_one_mail(functional, portal, funding, call, monkeypatch):
    others = []

    def queue(*args):
        outbox.queue(*args)
        if not others:
            # The same command, in the middle of this one, by another scheduler.
            others.append(None)
            url = f"http://{functional['host']}:{functional['port']}/plone"
            others[0] = requests.post(
                f"{url}/@@erinnerungen-versenden",
                auth=(SITE_OWNER_NAME, SITE_OWNER_PASSWORD),
                timeout=60,
            ).json()

    monkeypatch.setattr(post, "queue", queue)
    first = json.loads(call("erinnerungen-versenden").text)
    assert (first["failed"], others[0]["failed"]) == (0, 0)
    assert len(first["done"]) + len(others[0]["done"]) == 2
    assert waiting(portal) == ["antragstellung@example.org", "fremde@example.org"]


def test_the_office_learns_that_drafts_were_erased_but_not_whose(
    functional, portal, funding, call
):
    def listed():
        client = Client(functional["app"], "sachbearbeitung")
        text = client.get(f"{funding.absolute_url()}/@@antraege").text
        start = text.find("Gelöschte Entwürfe")
        return " ".join(text[start : start + 200].split()) if start > 0 else ""

    assert listed() == ""
    funding.deadline = now() - 100 * DAY
    funding.draft_days = 30
    with api.env.adopt_roles(["Manager"]):
        for draft in funding.case_store().objectValues():
            announce_erasure(draft, now() - 20 * DAY)
    transaction.commit()
    call("entwuerfe-loeschen")
    assert "nie eingereicht wurden: 2, zuletzt am" in listed()
    assert "Musterstadt" not in listed()


@pytest.mark.parametrize("name", ["erinnerungen-versenden", "entwuerfe-loeschen"])
def test_only_a_manager_can_and_only_by_post(functional, portal, funding, call, name):
    answer = call(name, user="webredaktion", password="kommunaldialog-example")
    assert answer.status in (302, 401, 403)
    manager = Client(functional["app"], SITE_OWNER_NAME, SITE_OWNER_PASSWORD)
    answer = manager.get(f"{portal.absolute_url()}/@@{name}")
    assert (answer.status, answer.headers["Allow"]) == (405, "POST")
    assert waiting(portal) == []


def test_who_owes_a_proof_of_use_is_reminded_once(portal, call):
    funding = make_funding(portal, proof_months=1)
    application = make_decided(funding)
    application.measure_end = (now() - 27 * DAY).date()
    transaction.commit()
    dry = json.loads(call("erinnerungen-versenden", "?probelauf=1").text)
    first = json.loads(call("erinnerungen-versenden").text)
    assert [done["reminder"] for done in first["done"]] == ["proof"]
    assert dry["done"] == first["done"]
    assert json.loads(call("erinnerungen-versenden").text)["done"] == []


def test_web_editors_are_reminded_by_the_same_command(portal, call):
    with api.env.adopt_roles(["Manager"]):
        dialogue = api.content.create(
            portal, "Dialog", title="Ortsmitte", end=date(2016, 1, 21)
        )
        publish(dialogue)
        # Complete, so that the missing result is all that there is to say.
        dialogue.goal = dialogue.use_of_results = "Ja"
        contact = api.content.create(portal, "Kontakt", title="Stelle", phone="1")
        publish(contact)
        dialogue.contact = contact.UID()
        dialogue.reindexObject()
    transaction.commit()
    reminded = {
        "page": dialogue.absolute_url(),
        "reminder": "result",
        "due": "2016-02-18",
    }
    dry = json.loads(call("erinnerungen-versenden", "?probelauf=1").text)
    assert dry["done"] == [reminded]
    assert json.loads(call("erinnerungen-versenden").text)["done"] == [reminded]
    assert json.loads(call("erinnerungen-versenden").text)["done"] == []
