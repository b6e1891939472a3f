"""What was submitted, frozen: the receipt and its checksum are made from it alone."""

from collections.abc import Mapping
from dataclasses import asdict
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from kommunaldialog.domain.costplan import CostPlan
from kommunaldialog.domain.deadline import in_utc
from kommunaldialog.domain.funding import FundingRules
from kommunaldialog.domain.text import all_printable
from typing import Any
import hashlib
import json


@dataclass(frozen=True)
class FileInfo:
    """An attachment as it arrived; `size` in bytes.

    `sha256` is the hex digest of its content, empty in a draft.
    """

    name: str
    content_type: str
    size: int
    sha256: str = ""


@dataclass(frozen=True)
class AnswerLine:
    """One question and its answer, in the words of the form version it came from.

    `name` is the field's id, `text` the answer as a person reads it.
    """

    name: str
    section: str
    label: str
    text: str
    files: tuple[FileInfo, ...] = ()


@dataclass(frozen=True)
class Submission:
    """One submission of an application, never changed afterwards.

    `moment` is the aware instant of arrival; `programme`, `granting_body`,
    `municipality`, `pillar` and `measure` are the names of that time;
    `submitted_by` and `signed_by` (empty where the programme wants no signature, or a
    sheet was attached) are persons as the history names them; `late_reason` is empty
    for what came in time; `sha256` is the hex digest over all else. Contact and period
    are among the `lines`. `funding` holds the rules by which the grant is calculated
    from the `plan`. Where the municipality answered a clarification, `supplemented` is
    the instant of its answer, while number and arrival stay. Raises ValueError for a
    naive moment.
    """

    reference: str
    moment: datetime
    programme: str
    granting_body: str
    municipality: str
    ags: str
    pillar: str
    measure: str
    lines: tuple[AnswerLine, ...]
    plan: CostPlan
    form_version: int
    submitted_by: str
    signed_by: str = ""
    late_reason: str = ""
    funding: FundingRules = field(default_factory=FundingRules)
    supplemented: datetime | None = None
    sha256: str = ""

    def __post_init__(self) -> None:
        in_utc(self.moment)
        if self.supplemented is not None:
            in_utc(self.supplemented)


def to_json(submission: Submission) -> dict[str, Any]:
    """Return the submission in JSON's types: amounts as text, moments in UTC.

    Whoever has this can check it: take `sha256` out and compute `digest`.
    """
    return {
        **{name: getattr(submission, name) for name in _PLAIN},
        "moment": _utc(submission.moment),
        "lines": [
            {**asdict(line), "files": [asdict(file) for file in line.files]}
            for line in submission.lines
        ],
        "plan": submission.plan.to_json(),
        "funding": submission.funding.to_json(),
        **(
            {"supplemented": _utc(submission.supplemented)}
            if submission.supplemented
            else {}
        ),
    }


_PLAIN = (
    "reference",
    "programme",
    "granting_body",
    "municipality",
    "ags",
    "pillar",
    "measure",
    "form_version",
    "submitted_by",
    "signed_by",
    "late_reason",
    "sha256",
)


def freeze(**values: Any) -> Submission:
    """Return the `Submission` of `values` (all of its fields but `sha256`), sealed.

    Raises TypeError where a field is missing or unknown, ValueError for a
    moment without time zone.
    """
    submission = all_printable(Submission(**values))
    return replace(submission, sha256=_seal(submission))


def verify(submission: Submission) -> bool:
    """Say whether `submission` is what was sealed."""
    return submission.sha256 == _seal(submission)


def _seal(submission: Submission) -> str:
    content = to_json(submission)
    del content["sha256"]
    return digest(content)


def digest(content: Mapping[str, Any]) -> str:
    """Return the SHA-256, in hex, of `content` as canonical JSON in UTF-8.

    Canonical: keys sorted, no blanks between tokens, characters unescaped,
    Decimals as text, aware moments as ISO 8601 in UTC ("2016-10-31T22:59:59Z").
    Raises TypeError for other types and for floats, which are not exact.
    """
    canonical = json.dumps(
        _plain(content), sort_keys=True, ensure_ascii=False, separators=(",", ":")
    )
    return hashlib.sha256(canonical.encode("utf-8")).hexdigest()


def _plain(value: object) -> object:
    match value:
        case None | bool() | int() | str():
            return value
        case Decimal():
            return str(value)
        case datetime():
            return _utc(value)
        case Mapping():
            return {str(key): _plain(item) for key, item in value.items()}
        case list() | tuple():
            return [_plain(item) for item in value]
        case _:
            raise TypeError(f"no canonical form: {type(value).__name__}")


def _utc(moment: datetime) -> str:
    return in_utc(moment).isoformat().replace("+00:00", "Z")
