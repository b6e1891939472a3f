"""The record of what happened."""

from kommunaldialog.history.record import events
from kommunaldialog.history.record import record
from plone.dexterity.utils import resolveDottedName
from tests.samples import acting
from tests.samples import make_draft
from tests.samples import now
from tests.samples import OTHER_AGS
import pytest
import transaction


def test_events_are_kept_on_their_own_application_oldest_first(funding):
    first = make_draft(funding)
    second = make_draft(funding, "fremde", OTHER_AGS)
    record(first, "taken_up", "sachbearbeitung", now())
    assert [event.kind for event in events(first)] == ["begun", "saved", "taken_up"]
    assert [event.kind for event in events(second)] == ["begun", "saved"]


def test_an_event_is_part_of_the_object_in_the_database(funding):
    application = make_draft(funding)
    assert "kommunaldialog.history" in vars(application)["__annotations__"]


def test_many_saves_stay_in_order_and_a_new_one_does_not_write_all_again(funding):
    application = make_draft(funding)
    for number in range(500):
        record(application, "saved", str(number), now())
    actors = [event.actor for event in events(application)[2:]]
    assert actors == [str(number) for number in range(500)]
    written = []
    connection = application._p_jar
    transaction.savepoint()
    kept = vars(application)["__annotations__"]["kommunaldialog.history"]
    register = connection.register
    connection.register = lambda obj: (written.append(obj), register(obj))
    record(application, "saved", "last", now())
    connection.register = register
    assert written
    assert kept not in written
    assert all(len(part) < 100 for part in written)


def test_an_event_without_time_zone_is_refused(funding):
    with acting("antragstellung"):
        application = make_draft(funding)
    with pytest.raises(ValueError, match="time zone"):
        record(application, "saved", "antragstellung", now().replace(tzinfo=None))


def test_no_content_class_has_type_hints_that_would_take_the_annotations(portal):
    """zope.annotation would write into the class: see content/foerderantrag.py."""
    classes = [
        resolveDottedName(fti.klass)
        for fti in portal.portal_types.objectValues()
        if getattr(fti, "klass", "").startswith("kommunaldialog.")
    ]
    assert classes
    hinted = {
        base
        for content in classes
        for base in content.__mro__
        if vars(base).get("__annotations__")
    }
    assert hinted == set()
