"""What a municipality may still change or ask for after its application arrived.

What was submitted stays as it was; old and new are in the record.
"""

from collections.abc import Iterator
from collections.abc import Mapping
from datetime import date
from datetime import datetime
from kommunaldialog.access.permissions import current_user_id
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.dates import local
from kommunaldialog.domain.early_start import check_early_start
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import refuse
from kommunaldialog.domain.text import all_printable
from kommunaldialog.domain.text import printable
from kommunaldialog.history.record import record
from kommunaldialog.usecases.cases import changed
from kommunaldialog.usecases.core import check_core
from kommunaldialog.usecases.reasons import check_reason
from kommunaldialog.usecases.step import authorize


CONTACT_FIELDS = ("contact_name", "contact_email", "contact_phone")


def change_contact(
    application: Foerderantrag, moment: datetime, contact: Mapping[str, str]
) -> tuple[str, ...]:
    """Keeps another contact and returns the names of what changed.

    ``contact`` has all of `CONTACT_FIELDS`. Raises Unauthorized for who may not,
    Refused for what is missing or wrong.
    """
    authorize(application, "change_contact")
    contact = {
        name: " ".join(text.split()) for name, text in all_printable(contact).items()
    }
    refuse(_check_contact(application, contact))
    changes = {
        name: (getattr(application, name) or "", contact[name])
        for name in CONTACT_FIELDS
        if (getattr(application, name) or "") != contact[name]
    }
    if changes:
        for name in changes:
            setattr(application, name, contact[name])
        record(application, "contact_changed", current_user_id(), moment, changes)
        changed(application)
    return tuple(changes)


def _check_contact(
    application: Foerderantrag, contact: Mapping[str, str]
) -> Iterator[Refusal]:
    for name in CONTACT_FIELDS:
        if not contact[name]:
            yield Refusal(f"core_{name}_missing", f"core-{name}")
    yield from check_core(application, contact)


def request_early_start(
    application: Foerderantrag, moment: datetime, begins: date | None, reason: str
) -> None:
    """Asks, after arrival, to be allowed to begin on a day before the decision.

    A second request replaces the first, which stays in the record. Raises Unauthorized
    for who may not, Refused where the programme does not allow it or after the
    decision.
    """
    authorize(application, "request_early_start")
    reason = printable(reason).strip()
    refuse(check_request(application, moment, begins, reason))
    kept = {
        "start_declaration": "early_start",
        "early_start_from": begins,
        "early_start_reason": reason,
    }
    changes = {
        name: (str(getattr(application, name) or ""), str(value))
        for name, value in kept.items()
        if getattr(application, name) != value
    }
    if changes:
        for name, value in kept.items():
            setattr(application, name, value)
        user = current_user_id()
        record(application, "early_start_requested", user, moment, changes)


def check_request(
    application: Foerderantrag, moment: datetime, begins: date | None, reason: str
) -> tuple[Refusal, ...]:
    """What keeps the municipality from asking so for an early start."""
    programme = application.programme()
    if not programme.early_start_allowed:
        return (Refusal("early_start_not_allowed"),)
    if application.early_start_permit is not None:
        return (Refusal("early_start_permitted"),)
    today = local(moment, programme.zone()).date()
    return (
        *check_early_start(begins, reason, today),
        *check_reason(reason, field="early_start_reason"),
    )
