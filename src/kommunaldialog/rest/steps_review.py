"""Steps of the examination: unbiased, taken up, assessed, noted, written about."""

from collections.abc import Iterator
from datetime import datetime
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.domain.checklist import CheckItem
from kommunaldialog.domain.cuts import Cut
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.rest.values import amount_value
from kommunaldialog.rest.values import flag_value
from kommunaldialog.rest.values import text_value
from kommunaldialog.usecases import bias
from kommunaldialog.usecases import messages
from kommunaldialog.usecases import notes
from kommunaldialog.usecases import review
from kommunaldialog.usecases.step import authorize
from typing import Any
from zExceptions import BadRequest


def declare_unbiased(
    application: Foerderantrag, moment: datetime, data: dict[str, Any], step: str
) -> None:
    """Keeps ``"unbiased": true``, the page's tick, of who may take ``step`` now.

    Once for each person and application; said again, it changes nothing.
    """
    if flag_value(data, "unbiased") and bias.check_declared(application):
        authorize(application, step)
        bias.declare(application, moment, free=True)


def _declare(
    application: Foerderantrag, moment: datetime, data: dict[str, Any]
) -> None:
    bias.declare(
        application, moment, flag_value(data, "free"), text_value(data, "note")
    )


def _take_up(
    application: Foerderantrag, moment: datetime, data: dict[str, Any]
) -> None:
    declare_unbiased(application, moment, data, "take_up")
    review.take_up(application, moment)


def _present(
    application: Foerderantrag, moment: datetime, data: dict[str, Any]
) -> None:
    declare_unbiased(application, moment, data, "present")
    review.assess(application, moment, **_findings(application, data))


def _save(application: Foerderantrag, moment: datetime, data: dict[str, Any]) -> None:
    declare_unbiased(application, moment, data, "present")
    review.save_assessment(application, moment, **_findings(application, data))


def _findings(application: Foerderantrag, data: dict[str, Any]) -> dict[str, Any]:
    draft = application.assessment_draft
    return {
        "text": text_value(data, "assessment"),
        "recommended": amount_value(data, "recommended"),
        "checklist": tuple(
            CheckItem(
                text_value(item, "label"),
                text_value(item, "answer"),
                text_value(item, "note").strip(),
            )
            for item in _rows(data, "checklist")
        ),
        "cuts": tuple(_cut(item) for item in _rows(data, "cuts")),
        # No draft was shown, so that none is missed: this one takes its place.
        "seen": draft.moment if draft else None,
    }


def _cut(item: dict[str, Any]) -> Cut:
    row = item.get("row")
    if not isinstance(row, int) or isinstance(row, bool):
        raise BadRequest("row must be the number of a row, from 0")
    eligible = amount_value(item, "eligible")
    if eligible is None:
        field = f"cut-{row}-eligible"
        raise Refused(Refusal("cut_amount_missing", field, {"row": row + 1}))
    return Cut(row, eligible, text_value(item, "reason").strip())


def _rows(data: dict[str, Any], name: str) -> Iterator[dict[str, Any]]:
    rows = data.get(name) or []
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise BadRequest(f"{name} must be a list of objects")
    return iter(rows)


REVIEW_STEPS = {
    "declare": _declare,
    "take_up": _take_up,
    "present": _present,
    "save_assessment": _save,
    "add_note": lambda application, moment, data: notes.add_note(
        application, moment, text_value(data, "text")
    ),
    "write_message": lambda application, moment, data: messages.write_message(
        application, moment, text_value(data, "text")
    ),
    "reply": lambda application, moment, data: messages.reply(
        application, moment, text_value(data, "text")
    ),
}
