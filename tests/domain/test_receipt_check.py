"""Whether a receipt is genuine."""

from dataclasses import replace
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from decimal import Decimal
from kommunaldialog.domain.costplan import CostPlan
from kommunaldialog.domain.costplan import Expenditure
from kommunaldialog.domain.receipt import AnswerLine
from kommunaldialog.domain.receipt import freeze
from kommunaldialog.domain.receipt import to_json
from kommunaldialog.domain.receipt_check import Claim
from kommunaldialog.domain.receipt_check import filed_claim
from kommunaldialog.domain.receipt_check import judge
from kommunaldialog.domain.receipt_check import LARGEST_FILE
from kommunaldialog.domain.receipt_check import typed_claim
from kommunaldialog.domain.receipt_check import Verdict
from kommunaldialog.domain.refusal import Refused
import hashlib
import json
import pytest


MOMENT = datetime(2016, 10, 31, 22, 59, 59, tzinfo=UTC)


def frozen(**values):
    return freeze(
        **{
            "reference": "KD-2016-0007",
            "moment": MOMENT,
            "programme": "Kommunale Dialoge",
            "granting_body": "Landesamt",
            "municipality": "Musterstadt",
            "ags": "08999001",
            "pillar": "Gemeinsam in Vielfalt",
            "measure": "Dialog „Ortsmitte“",
            "lines": (AnswerLine("anlass", "Vorhaben", "Warum?", "Weil.\nDarum."),),
            "plan": CostPlan(
                (Expenditure("fees", "Moderation", Decimal("3.50"), Decimal(3)),)
            ),
            "form_version": 1,
            "submitted_by": "anna",
            **values,
        }
    )


EARLIER = frozen()
LATEST = frozen(moment=MOMENT + timedelta(hours=1), measure="Dialog Bahnhof")


def claim_of(submission):
    return Claim(submission.reference, submission.sha256)


def filed(submission, **changes):
    return json.dumps({**to_json(submission), **changes}).encode()


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        (claim_of(LATEST), Verdict.GENUINE),
        (claim_of(EARLIER), Verdict.SUPERSEDED),
        (Claim("KD-2016-0007", "0" * 64), Verdict.UNCONFIRMED),
        (replace(claim_of(LATEST), reference="KD-2016-0008"), Verdict.UNCONFIRMED),
    ],
)
def test_a_receipt_is_genuine_superseded_or_unconfirmed(claim, verdict):
    assert judge(claim, (EARLIER, LATEST)) is verdict


def test_nothing_was_submitted_so_nothing_is_confirmed():
    assert judge(claim_of(LATEST), ()) is Verdict.UNCONFIRMED


def test_number_and_checksum_are_read_as_people_copy_them():
    sha256 = LATEST.sha256
    copied = f" {sha256[:30].upper()}\r\n {sha256[30:]} "
    assert typed_claim(" kd-2016-0007 ", copied) == claim_of(LATEST)


def test_a_checksum_that_was_not_entered_is_asked_for():
    with pytest.raises(Refused) as refused:
        typed_claim("KD-2016-0007", " ")
    assert [(r.code, r.field) for r in refused.value.refusals] == [
        ("checksum_missing", "checksum")
    ]


def test_what_is_neither_number_nor_checksum_is_named_at_its_field():
    with pytest.raises(Refused) as refused:
        typed_claim("KD-7", "abc")
    assert [(r.code, r.field) for r in refused.value.refusals] == [
        ("reference_unreadable", "reference"),
        ("checksum_unreadable", "checksum"),
    ]


def test_a_receipt_as_file_claims_what_it_says():
    assert filed_claim(filed(LATEST)) == claim_of(LATEST)


def test_who_has_the_file_can_check_it_without_the_portal():
    # As docs/operations.md says, with nothing but the standard library.
    receipt = json.loads(filed(LATEST))
    sha256 = receipt.pop("sha256")
    canonical = json.dumps(
        receipt, sort_keys=True, ensure_ascii=False, separators=(",", ":")
    )
    assert hashlib.sha256(canonical.encode()).hexdigest() == sha256


def test_a_file_that_an_editor_saved_with_a_mark_of_its_encoding_is_read():
    assert filed_claim(b"\xef\xbb\xbf" + filed(LATEST)) == claim_of(LATEST)


@pytest.mark.parametrize(
    "changes",
    [
        {"measure": "Dialog im Schloss"},
        {"sha256": "0" * 64},
        {"extra": "mehr"},
        {"form_version": 1.0},
        {"measure": "\ud800"},
    ],
)
def test_a_file_that_was_changed_contradicts_itself(changes):
    assert filed_claim(filed(LATEST, **changes)) is None


def test_a_file_that_says_one_thing_twice_is_no_receipt():
    text = filed(LATEST).decode()
    twice = text.replace("{", '{"measure": "Schloss", ', 1)
    assert json.loads(twice) == json.loads(text)
    assert filed_claim(twice.encode()) is None


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"%PDF-1.7",
        b"\xff\xfe{}",
        b"[]",
        b"{}",
        b'{"reference": "KD-2016-0007"}',
        b'{"reference": 7, "sha256": "0"}',
        b'{"reference": "KD-2016-0007", "sha256": []}',
        b"[" * 100_000,
        b" " * (LARGEST_FILE + 1),
    ],
)
def test_what_is_no_receipt_is_refused_with_what_to_do(content):
    with pytest.raises(Refused) as refused:
        filed_claim(content)
    assert refused.value.refusals[0].code == "receipt_file_unreadable"


@pytest.mark.parametrize("depth", [10, 600, 900, 100_000])
def test_lists_in_lists_in_lists_are_no_receipt(depth):
    content = filed(EARLIER)[:-1] + b', "x": ' + b"[" * depth + b"]" * depth + b"}"
    try:
        assert filed_claim(content) is None
    except Refused as refused:
        assert refused.refusals[0].code == "receipt_file_unreadable"
