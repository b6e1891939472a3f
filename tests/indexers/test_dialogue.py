"""What a result takes from its dialogue."""

from DateTime import DateTime
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from kommunaldialog.content.ergebnis import Ergebnis
from kommunaldialog.controlpanel.word_lists import IWordLists
from kommunaldialog.indexers.dialogue import tell_in_time
from kommunaldialog.indexers.dialogue import time_has_come
from kommunaldialog.indexers.dialogue import whose_time_may_have_come
from kommunaldialog.indexers.lexicon import text_query
from plone import api
from plone.app.testing import login
from plone.app.testing import SITE_OWNER_NAME
from tests.samples import publish
from zope.event import notify
from zope.lifecycleevent import Attributes
from zope.lifecycleevent import ObjectModifiedEvent
import pytest


NOW = datetime.now(UTC)
DAY = timedelta(days=1)


@pytest.fixture
def dialogue(app, portal):
    login(app, SITE_OWNER_NAME)
    api.portal.set_registry_record(
        "topics", ("wohnen|Wohnungsbau|Housing",), interface=IWordLists
    )
    return api.content.create(
        portal,
        "Dialog",
        title="Ortsmitte",
        topics=("wohnen",),
        methods=("werkstatt",),
        participant_groups=("jugend",),
        phases=[{"title": "Planungszelle"}],
    )


@pytest.fixture
def result(dialogue):
    found = api.content.create(dialogue, "Ergebnis", title="Protokoll", summary="Kurz.")
    publish(found)
    return found


QUERIES = (
    {"dialogue_topics": "wohnen"},
    {"dialogue_methods": "werkstatt"},
    {"dialogue_groups": "jugend"},
    {"dialogue_text": text_query("Wohnungsbau")},
    {"dialogue_text": text_query("Planungszelle")},
)


def taken():
    """How many of the queries find the result."""
    return sum(
        bool(api.content.find(portal_type="Ergebnis", **query)) for query in QUERIES
    )


def test_a_result_tells_nothing_of_a_dialogue_that_is_not_public(dialogue, result):
    assert taken() == 0
    (brain,) = api.content.find(result)
    assert not brain.dialogue_topics


def test_it_follows_when_the_dialogue_is_published_and_taken_back(dialogue, result):
    publish(dialogue)
    assert taken() == len(QUERIES)
    api.content.transition(dialogue, "archive")
    assert taken() == len(QUERIES)
    api.content.transition(dialogue, "restore")
    api.content.transition(dialogue, "retract")
    assert taken() == 0


def test_a_dialogue_that_appears_later_tells_its_results_then(dialogue, result):
    dialogue.setEffectiveDate(DateTime(NOW + DAY))
    publish(dialogue)
    dialogue.reindexObject(["effective"])
    assert taken() == 0
    path = "/".join(dialogue.getPhysicalPath())
    assert not time_has_come(dialogue, NOW)
    assert path in whose_time_may_have_come(NOW + 2 * DAY)
    assert path not in whose_time_may_have_come(NOW)
    dialogue.setEffectiveDate(DateTime(NOW - DAY))
    assert time_has_come(dialogue, NOW)
    assert tell_in_time(dialogue, NOW)
    assert taken() == len(QUERIES)
    assert not tell_in_time(dialogue, NOW)


def test_a_dialogue_that_expires_takes_back_what_it_told(dialogue, result):
    publish(dialogue)
    dialogue.setExpirationDate(DateTime(NOW - DAY))
    dialogue.reindexObject(["expires"])
    assert "/".join(dialogue.getPhysicalPath()) in whose_time_may_have_come(NOW)
    assert tell_in_time(dialogue, NOW)
    assert taken() == 0


def test_a_result_belongs_to_the_nearest_dialogue_alone(dialogue, result):
    local = api.content.create(dialogue, "Dialog", title="Werkstatt Nord")
    board = api.content.create(local, "Ergebnis", title="Tafel")

    def own(item):
        return [brain.UID for brain in api.content.find(dialogue_nearest=item.UID())]

    assert own(dialogue) == [result.UID()]
    assert own(local) == [board.UID()]


@pytest.fixture
def reindexed(monkeypatch, result):
    told = []
    monkeypatch.setattr(
        Ergebnis, "reindexObject", lambda self, idxs=None: told.append(self.title)
    )
    return told


def changed(dialogue, *names):
    notify(ObjectModifiedEvent(dialogue, Attributes(None, *names)))


def test_only_a_change_that_concerns_results_makes_them_look(dialogue, reindexed):
    changed(dialogue, "goal")
    changed(dialogue, "IRichText.text")
    assert reindexed == []
    changed(dialogue, "goal", "topics")
    changed(dialogue, "IPublication.effective")
    notify(ObjectModifiedEvent(dialogue))
    assert reindexed == ["Protokoll"] * 3


def test_what_is_put_beside_a_result_leaves_it_alone(dialogue, reindexed):
    api.content.create(dialogue, "Document", title="Seite")
    assert reindexed == []


def test_a_programme_leaves_the_results_of_its_dialogues_alone(dialogue, reindexed):
    local = api.content.create(dialogue, "Dialog", title="Werkstatt Nord")
    api.content.create(local, "Ergebnis", title="Tafel")
    reindexed.clear()
    changed(dialogue, "topics")
    assert reindexed == ["Protokoll"]
