"""What was submitted is frozen, and any change to it shows."""

from dataclasses import FrozenInstanceError
from dataclasses import replace
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from decimal import Decimal
from kommunaldialog.domain.costplan import CostPlan
from kommunaldialog.domain.costplan import Expenditure
from kommunaldialog.domain.costplan import Income
from kommunaldialog.domain.funding import FundingRules
from kommunaldialog.domain.receipt import AnswerLine
from kommunaldialog.domain.receipt import digest
from kommunaldialog.domain.receipt import FileInfo
from kommunaldialog.domain.receipt import freeze
from kommunaldialog.domain.receipt import to_json
from kommunaldialog.domain.receipt import verify
from zoneinfo import ZoneInfo
import hashlib
import json
import pickle
import pytest


VALUES = {
    "reference": "KD-2026-0001",
    "moment": datetime(2026, 5, 4, 10, 0, tzinfo=UTC),
    "granting_body": "Landesamt",
    "programme": "Kommunale Dialoge 2026",
    "municipality": "Musterstadt",
    "ags": "08999001",
    "pillar": "Säule 2",
    "measure": "Dialog am Marktplatz",
    "lines": (
        AnswerLine("ziel", "Vorhaben", "Was ist Ihr Ziel?", "Reden & zuhören"),
        AnswerLine(
            "beschluss",
            "Anlagen",
            "Beschluss",
            "beschluss.pdf",
            (FileInfo("beschluss.pdf", "application/pdf", 1234),),
        ),
    ),
    "plan": CostPlan(
        (Expenditure("rooms", "Saal", Decimal("4000"), Decimal("4000")),),
        (Income("own_funds", "Haushalt", Decimal("1000")),),
        Decimal("3000"),
    ),
    "form_version": 2,
    "funding": FundingRules(limit=Decimal("3000")),
    "submitted_by": "antragstellung",
    "signed_by": "zeichnung",
    "late_reason": "",
}
SUBMISSION = freeze(**VALUES)


def test_a_submission_is_sealed_when_it_is_frozen():
    assert len(SUBMISSION.sha256) == 64
    assert verify(SUBMISSION)


def test_a_submission_can_not_be_changed_in_place():
    with pytest.raises(FrozenInstanceError):
        SUBMISSION.measure = "Etwas anderes"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("reference", "KD-2026-0002"),
        ("moment", VALUES["moment"] + timedelta(microseconds=1)),
        ("programme", "Kommunale Dialoge 2027"),
        ("municipality", "Beispielhausen"),
        ("ags", "08999002"),
        ("pillar", "Säule 1"),
        ("measure", "Dialog am Rathausplatz"),
        ("lines", VALUES["lines"][:1]),
        ("lines", VALUES["lines"][::-1]),
        (
            "lines",
            (
                VALUES["lines"][0],
                replace(
                    VALUES["lines"][1],
                    files=(FileInfo("beschluss.pdf", "application/pdf", 1235),),
                ),
            ),
        ),
        ("plan", replace(VALUES["plan"], requested=Decimal("2999.99"))),
        ("form_version", 3),
        ("submitted_by", "zeichnung"),
        ("funding", FundingRules("full")),
        ("signed_by", ""),
        ("late_reason", "Hochwasser im Rathaus"),
        ("sha256", "0" * 64),
    ],
)
def test_any_change_breaks_the_seal(name, value):
    assert not verify(replace(SUBMISSION, **{name: value}))


def test_the_same_instant_on_another_clock_is_the_same_submission():
    local = VALUES["moment"].astimezone(ZoneInfo("Europe/Berlin"))
    assert freeze(**{**VALUES, "moment": local}).sha256 == SUBMISSION.sha256


def test_a_stored_submission_is_still_genuine():
    copy = pickle.loads(pickle.dumps(SUBMISSION))
    assert copy == SUBMISSION
    assert verify(copy)


def test_who_has_the_json_can_check_it_with_standard_tools():
    content = json.loads(json.dumps(to_json(SUBMISSION)))
    claimed = content.pop("sha256")
    canonical = json.dumps(
        content, sort_keys=True, ensure_ascii=False, separators=(",", ":")
    )
    assert hashlib.sha256(canonical.encode()).hexdigest() == claimed


def test_the_json_holds_all_that_was_submitted():
    content = to_json(SUBMISSION)
    assert content["moment"] == "2026-05-04T10:00:00Z"
    assert content["plan"]["requested"] == "3000.00"
    assert content["funding"]["kind"] == "shortfall"
    assert content["lines"][1]["files"] == [
        {
            "name": "beschluss.pdf",
            "content_type": "application/pdf",
            "size": 1234,
            "sha256": "",
        }
    ]
    assert set(content) == {*VALUES, "sha256"}


def test_a_submission_without_a_time_zone_or_a_field_is_a_programming_error():
    with pytest.raises(ValueError, match="time zone"):
        freeze(**{**VALUES, "moment": datetime(2026, 5, 4, 10, 0)})
    with pytest.raises(TypeError):
        freeze(reference="KD-2026-0001")


def test_the_digest_is_taken_over_canonical_json():
    content = {
        "b": Decimal("12.50"),
        "a": [None, True, 3, "ä"],
        "c": {
            "at": datetime(2016, 10, 31, 23, 59, 59, tzinfo=ZoneInfo("Europe/Berlin"))
        },
    }
    canonical = '{"a":[null,true,3,"ä"],"b":"12.50","c":{"at":"2016-10-31T22:59:59Z"}}'
    assert digest(content) == hashlib.sha256(canonical.encode("utf-8")).hexdigest()


@pytest.mark.parametrize("value", [12.5, {1, 2}, b"bytes"])
def test_what_has_no_canonical_form_has_no_digest(value):
    with pytest.raises(TypeError, match="canonical"):
        digest({"value": value})
