"""Whether the settings of a call may be saved, whatever way they come in."""

from collections.abc import Iterator
from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from kommunaldialog.content.foerderprogramm import CASE_STORE_ID
from kommunaldialog.content.foerderprogramm import Foerderprogramm
from kommunaldialog.content.instants import instant
from kommunaldialog.content.instants import zone
from kommunaldialog.content.prefixes import holder
from kommunaldialog.content.prefixes import prefix_taken
from kommunaldialog.content.saeule import Saeule
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.settings import CallSettings
from kommunaldialog.domain.settings import check_call
from kommunaldialog.domain.settings import check_pillar
from kommunaldialog.domain.settings import PillarSettings
from kommunaldialog.history.settings import as_text
from kommunaldialog.history.settings import noted
from plone.uuid.interfaces import IUUID


# Which of them decide when applications may arrive.
WINDOW_FIELDS = ("opening", "deadline", "deadline_on_holiday")


def has_applications(programme: Foerderprogramm) -> bool:
    """Whether a call has ever taken an application, a draft included.

    It has a prefix for good from then on. What was noted of it counts: plone.restapi
    writes new settings before it asks whether they may be.
    """
    uid = IUUID(programme, None)
    prefix = noted(programme).get("reference_prefix")
    return uid is not None and bool(prefix) and holder(prefix) == uid


def check_programme_settings(
    values: Mapping[str, object], programme: Foerderprogramm | None
) -> tuple[Refusal, ...]:
    """What is wrong with `values`: those of all fields, by their names.

    `programme` is what they are to be saved in, None for a new one.
    """
    saved = programme if programme is not None and CASE_STORE_ID in programme else None
    granted = saved.case_store().ledger.granted if saved is not None else Decimal(0)
    pillars = map(_pillar, saved.pillars()) if saved is not None else ()
    return (
        *_prefix(values["reference_prefix"], saved),
        *(_window(values, saved) if saved is not None else ()),
        *check_call(_call(values, granted), pillars, zone()),
    )


def check_pillar_settings(
    values: Mapping[str, object], programme: Foerderprogramm
) -> tuple[Refusal, ...]:
    """What is wrong with `values` of a pillar that is or will be in `programme`."""
    call = {name: getattr(programme, name) for name in _CALL_FIELDS}
    pillar = PillarSettings(**{name: values[name] for name in _PILLAR_FIELDS})
    return check_pillar(pillar, _call(call, Decimal(0)))


def _prefix(prefix: object, programme: Foerderprogramm | None) -> Iterator[Refusal]:
    if programme is not None and has_applications(programme):
        if prefix != noted(programme)["reference_prefix"]:
            yield Refusal("settings_prefix_fixed", "reference_prefix")
    elif prefix_taken(prefix, programme):
        yield Refusal("settings_prefix_taken", "reference_prefix")


def _window(
    values: Mapping[str, object], programme: Foerderprogramm
) -> Iterator[Refusal]:
    if not has_applications(programme):
        return
    known = noted(programme)
    page = f"{programme.absolute_url()}/@@frist-aendern"
    for name in WINDOW_FIELDS:
        if as_text(values[name]) != known.get(name, ""):
            yield Refusal("settings_deadline_fixed", name, {"page": page})


_PILLAR_FIELDS = (
    "title",
    "highest_grant",
    "lowest_own_share",
    "grant_rate",
    "fixed_grant",
)
_CALL_FIELDS = (
    "opening",
    "deadline",
    "measure_start",
    "measure_end",
    "consultation_required",
    "stated_consultation",
    "second_signature",
    "scan_instead_of_signature",
    "kind_of_funding",
    "budget",
    "highest_grant_per_municipality",
)


def _pillar(pillar: Saeule) -> PillarSettings:
    return PillarSettings(**{name: getattr(pillar, name) for name in _PILLAR_FIELDS})


def _call(values: Mapping[str, object], granted: Decimal) -> CallSettings:
    found = {name: values[name] for name in _CALL_FIELDS}
    moments = {name: _utc(found[name]) for name in ("opening", "deadline")}
    return CallSettings(**{**found, **moments, "granted": granted})


def _utc(value: datetime) -> datetime:
    # In minutes, as people set them: seconds depend on the way in.
    return instant(value).replace(second=0, microsecond=0)
