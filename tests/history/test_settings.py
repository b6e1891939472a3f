"""The settings of a call: who changed what when, whatever way the change came in."""

from datetime import datetime
from datetime import UTC
from decimal import Decimal
from kommunaldialog.controlpanel.interfaces import IKommunaldialogSettings
from kommunaldialog.history.settings import noted
from kommunaldialog.history.settings import privacy_notices
from kommunaldialog.history.settings import privacy_version
from kommunaldialog.history.settings import settings_events
from plone import api
from tests.samples import acting
from tests.samples import make_programme
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent
import pytest


def change(item, **values):
    for name, value in values.items():
        setattr(item, name, value)
    with acting("admin"):
        notify(ObjectModifiedEvent(item))


def last(programme):
    return settings_events(programme)[-1]


def test_the_record_begins_with_the_settings_of_a_new_call(programme):
    first = settings_events(programme)[0]
    assert first.kind == "settings_begun"
    assert first.changes["reference_prefix"] == ("", "KD")
    assert first.changes["budget"] == ("", "10000")


def test_a_changed_setting_is_recorded_with_old_and_new(programme):
    change(programme, budget=Decimal("20000.50"))
    event = last(programme)
    assert (event.kind, event.actor) == ("settings_changed", "admin")
    assert event.changes == {"budget": ("10000", "20000.5")}


def test_what_stays_the_same_is_not_recorded(programme):
    before = settings_events(programme)
    change(programme, budget=Decimal("10000"), deadline=programme.set_deadline())
    assert settings_events(programme) == before


def test_a_text_that_a_form_sends_again_is_no_new_one(programme):
    change(programme, privacy_notice="Verantwortlich ist das Amt.\nSie haben Rechte.")
    before = settings_events(programme)
    change(programme, privacy_notice="Verantwortlich ist das Amt.\r\nSie haben Rechte.")
    assert settings_events(programme) == before
    assert privacy_version(programme) == 1


def test_a_deadline_that_another_lands_holidays_move_is_recorded(portal, programme):
    wednesday = datetime(2040, 10, 31, 22, 59, tzinfo=UTC)
    change(programme, deadline=wednesday, deadline_on_holiday="next_working_day")
    fixed = make_programme(portal, reference_prefix="FIX", deadline=wednesday)
    before = settings_events(fixed)
    with acting("admin"):
        api.portal.set_registry_record(
            "holiday_land", "NI", interface=IKommunaldialogSettings
        )
    event = last(programme)
    assert (event.kind, event.actor) == ("settings_changed", "admin")
    ends = ("2040-10-31T22:59:59+00:00", "2040-11-01T22:59:59+00:00")
    assert event.changes == {"deadline_ends": ends}
    assert settings_events(fixed) == before


def test_a_tick_that_is_taken_away_is_recorded(programme):
    change(programme, strict_deadline=False)
    assert last(programme).changes == {"strict_deadline": ("true", "")}


def test_a_pillar_is_recorded_when_it_is_added_changed_and_removed(programme):
    with acting("admin"):
        pillar = api.content.create(
            programme, "Saeule", id="zwei", title="Zwei", documents=("Konzept", "Plan")
        )
    assert last(programme).changes == {
        "zwei.title": ("", "Zwei"),
        "zwei.documents": ("", "Konzept\nPlan"),
    }
    change(pillar, highest_grant=Decimal("500"))
    assert last(programme).changes == {"zwei.highest_grant": ("", "500")}
    with acting("admin"):
        api.content.delete(pillar)
    assert last(programme).changes == {
        "zwei.title": ("Zwei", ""),
        "zwei.documents": ("Konzept\nPlan", ""),
        "zwei.highest_grant": ("500", ""),
    }


def test_a_copied_call_begins_a_record_of_its_own(portal, programme):
    change(programme, budget=Decimal("20000"))
    with acting("admin"):
        copy = api.content.copy(programme, portal, id="kopie")
    (first,) = settings_events(copy)
    assert first.changes["budget"] == ("", "20000")
    assert first.changes["saeule-1.highest_grant"] == ("", "3000")
    assert "reference_prefix" not in first.changes
    assert len(settings_events(programme)) > 1


def test_an_instant_is_the_same_whatever_zone_it_was_kept_in(programme):
    change(programme, opening=datetime(2026, 7, 1, 0, 0))
    change(programme, opening=datetime(2026, 7, 1, 0, 0, 12, tzinfo=UTC))
    assert last(programme).changes["opening"][1] == "2026-07-01T00:00+00:00"
    assert noted(programme)["opening"] == "2026-07-01T00:00+00:00"


def test_each_text_of_the_privacy_notice_has_a_number_and_stays_readable(programme):
    assert privacy_version(programme) == 0
    change(programme, privacy_notice="Wir speichern.")
    change(programme, privacy_notice="Wir speichern und löschen.")
    assert privacy_version(programme) == 2
    assert [(notice.number, notice.text) for notice in privacy_notices(programme)] == [
        (1, "Wir speichern."),
        (2, "Wir speichern und löschen."),
    ]


def test_a_call_whose_notice_was_taken_away_has_none_in_force(programme):
    change(programme, privacy_notice="Wir speichern.")
    change(programme, privacy_notice=None)
    assert privacy_version(programme) == 0
    change(programme, privacy_notice="Wieder da.")
    assert privacy_version(programme) == 2


@pytest.mark.parametrize("name", ["legal_basis", "conditions", "appeal_instruction"])
def test_the_texts_of_the_decision_belong_to_the_record(programme, name):
    change(programme, **{name: "Neu."})
    assert last(programme).changes == {name: ("", "Neu.")}
