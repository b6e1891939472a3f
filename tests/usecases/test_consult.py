"""Record a consultation."""

from AccessControl import Unauthorized
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.history.record import events
from kommunaldialog.usecases.consult import record_consultation
from tests.samples import acting
from tests.samples import AGS
from tests.samples import make_consultation
from tests.samples import now
from tests.usecases import codes
from zoneinfo import ZoneInfo
import pytest


BERLIN = ZoneInfo("Europe/Berlin")
NEW_YORK = ZoneInfo("America/New_York")


def test_a_consultation_is_kept_in_utc_and_belongs_to_nobody(funding):
    held = datetime(2026, 3, 29, 3, 30, tzinfo=ZoneInfo("Europe/Berlin"))
    consultation = make_consultation(funding, held=held, adviser=" Sabine S. ")
    assert consultation.moment == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)
    assert consultation.adviser == "Sabine S."
    assert consultation.__ac_local_roles__ in (None, {})
    (event,) = events(consultation)
    assert (event.kind, event.actor) == ("recorded", "sachbearbeitung")


def test_all_that_is_missing_is_said_at_once(funding):
    with acting("sachbearbeitung"), pytest.raises(Refused) as caught:
        record_consultation(
            funding, now(), ags="", held=None, adviser=" ", caller="", pillars=()
        )
    assert codes(caught) == [
        "consultation_municipality_missing",
        "consultation_moment_missing",
        "consultation_adviser_missing",
        "consultation_caller_missing",
        "consultation_pillars_missing",
    ]
    assert not funding.case_store().objectIds()


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"ags": "08999099"}, "consultation_municipality_missing"),
        ({"pillars": ("saeule-9",)}, "core_pillar_unknown"),
        ({"held": now() + timedelta(days=1)}, "consultation_in_future"),
        ({"held": datetime(1, 1, 1, tzinfo=BERLIN)}, "consultation_moment_missing"),
        (
            {"held": datetime(9999, 12, 31, tzinfo=NEW_YORK)},
            "consultation_moment_missing",
        ),
    ],
)
def test_what_cannot_be_is_refused(funding, values, code):
    with pytest.raises(Refused) as caught:
        make_consultation(funding, **values)
    assert codes(caught) == [code]


def test_a_form_that_is_sent_twice_records_once(funding):
    first = make_consultation(funding, token="a")
    assert make_consultation(funding, token="a", caller="").id == first.id
    assert make_consultation(funding, token="b").id != first.id
    assert make_consultation(funding).id != make_consultation(funding).id


@pytest.mark.parametrize(
    "user",
    ["antragstellung", "webredaktion", "entscheidung", "ministerium", "admin"],
)
def test_only_a_case_worker_records(funding, user):
    with acting(user), pytest.raises(Unauthorized):
        record_consultation(
            funding,
            now(),
            ags=AGS,
            held=now(),
            adviser="A",
            caller="B",
            pillars=("saeule-1",),
        )
