"""Whether a receipt is genuine: what it claims, held against what was submitted."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from kommunaldialog.domain.receipt import digest
from kommunaldialog.domain.receipt import Submission
from kommunaldialog.domain.reference import parse_reference
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import Refused
import json
import re


# Far more than the answers to any form: a request can't make the server read more.
LARGEST_FILE = 4_000_000

_SHA256 = re.compile(r"[0-9a-f]{64}")


class Verdict(Enum):
    """All that the public learns of a receipt."""

    GENUINE = "genuine"
    SUPERSEDED = "superseded"
    UNCONFIRMED = "unconfirmed"


@dataclass(frozen=True)
class Claim:
    """What a receipt says of itself: its number and the checksum of its answers."""

    reference: str
    sha256: str


def typed_claim(reference: str, checksum: str) -> Claim:
    """Return the claim of a printed receipt, as a person types or copies it.

    Blanks, line breaks and capital letters in the checksum do not matter. Raises
    `Refused` with what can be neither a number nor a checksum, each at its field.
    """
    refusals = []
    try:
        parse_reference(reference)
    except Refused:
        refusals.append(Refusal("reference_unreadable", "reference"))
    sha256 = "".join(checksum.split()).lower()
    if not sha256:
        refusals.append(Refusal("checksum_missing", "checksum"))
    elif not _SHA256.fullmatch(sha256):
        params = {"characters": len(sha256)}
        refusals.append(Refusal("checksum_unreadable", "checksum", params))
    if refusals:
        raise Refused(*refusals)
    return Claim(reference.strip().upper(), sha256)


def filed_claim(content: bytes) -> Claim | None:
    """Return the claim of a receipt as JSON; None where the file contradicts itself.

    It does where its answers have another checksum than it says, and where it names
    one thing twice: two readers could take it for two receipts. Raises `Refused`
    (`receipt_file_unreadable`) for what is no receipt at all.
    """
    try:
        if len(content) > LARGEST_FILE:
            raise ValueError("too large")
        receipt = json.loads(content.decode("utf-8-sig"), object_pairs_hook=_pairs)
        if not isinstance(receipt, dict):
            raise ValueError("no receipt")
        claim = Claim(receipt["reference"], receipt.pop("sha256"))
        if not (isinstance(claim.reference, str) and isinstance(claim.sha256, str)):
            raise ValueError("no receipt")
    except _Twice:
        return None
    except (ValueError, KeyError, RecursionError):
        raise Refused(Refusal("receipt_file_unreadable", "file")) from None
    try:
        return claim if digest(receipt) == claim.sha256 else None
    except (TypeError, ValueError, RecursionError):
        # A decimal point, half of a character, lists in lists in lists: not in ours.
        return None


def judge(claim: Claim, submissions: Iterable[Submission]) -> Verdict:
    """Return what `claim` is, given all submissions of one application, oldest first.

    An earlier one is superseded: it did arrive, and another one took its place.
    """
    found = [
        (submission.reference, submission.sha256) == (claim.reference, claim.sha256)
        for submission in submissions
    ]
    if not any(found):
        return Verdict.UNCONFIRMED
    return Verdict.GENUINE if found[-1] else Verdict.SUPERSEDED


class _Twice(Exception):
    """Raised where one name stands twice in an object."""


def _pairs(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise _Twice
    return found
