"""Which settings of a call can't be together: odd ones are refused when saved.

A refusal's field is the setting to mend in what is being saved. What a programme and
a pillar have to agree on is asked when either is saved.
"""

from collections.abc import Iterable
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from datetime import datetime
from decimal import Decimal
from kommunaldialog.domain.refusal import Refusal
from zoneinfo import ZoneInfo


_ALL = Decimal(100)


@dataclass(frozen=True)
class CallSettings:
    """What a programme decides, by the names of its fields; amounts in Euro.

    `opening` is aware, `deadline` (aware) as it was set. `granted` is not a setting:
    what has been granted so far.
    """

    opening: datetime
    deadline: datetime
    measure_start: date | None = None
    measure_end: date | None = None
    consultation_required: bool = False
    stated_consultation: bool = False
    second_signature: bool = False
    scan_instead_of_signature: bool = False
    kind_of_funding: str = "shortfall"
    budget: Decimal | None = None
    highest_grant_per_municipality: Decimal | None = None
    granted: Decimal = Decimal(0)


@dataclass(frozen=True)
class PillarSettings:
    """What a pillar decides, by the names of its fields; amounts in Euro."""

    title: str
    highest_grant: Decimal | None = None
    lowest_own_share: Decimal | None = None
    grant_rate: Decimal | None = None
    fixed_grant: Decimal | None = None

    @property
    def limit(self) -> Decimal | None:
        """The most that an application can get, where that is limited."""
        amounts = (self.highest_grant, self.fixed_grant)
        return max((amount for amount in amounts if amount is not None), default=None)


def check_call(
    call: CallSettings, pillars: Iterable[PillarSettings], zone: str
) -> tuple[Refusal, ...]:
    """Refuse what can't be in a programme with its pillars; days are read in `zone`."""
    found = [*_in_time(call, zone), *_in_rules(call), *_in_money(call)]
    for pillar in pillars:
        found += _of_pillar_in_call(call, pillar)
    # One refusal at each field: mended, the next one shows.
    return tuple({refusal.field: refusal for refusal in reversed(found)}.values())[::-1]


def check_pillar(pillar: PillarSettings, call: CallSettings) -> tuple[Refusal, ...]:
    """Refuse what can't be in a pillar, alone or with its programme."""
    return (
        *_limits(pillar, call),
        *_funding(pillar, call.kind_of_funding),
    )


def _in_time(call: CallSettings, zone: str) -> Iterator[Refusal]:
    if call.deadline <= call.opening:
        yield Refusal("settings_deadline_before_opening", "deadline")
    start, end = call.measure_start, call.measure_end
    if start and end and end < start:
        yield Refusal("settings_measures_end", "measure_end")
    elif end and end < call.opening.astimezone(ZoneInfo(zone)).date():
        yield Refusal("settings_measures_over", "measure_end")


def _in_rules(call: CallSettings) -> Iterator[Refusal]:
    if call.stated_consultation and not call.consultation_required:
        yield Refusal("settings_stated_without_consultation", "stated_consultation")
    if call.scan_instead_of_signature and not call.second_signature:
        yield Refusal("settings_scan_without_signature", "scan_instead_of_signature")


def _in_money(call: CallSettings) -> Iterator[Refusal]:
    if call.budget is None:
        return
    if call.budget < call.granted:
        params = {"granted": call.granted}
        yield Refusal("settings_budget_below_granted", "budget", params)
    highest = call.highest_grant_per_municipality
    if highest is not None and highest > call.budget:
        yield Refusal(
            "settings_limit_above_budget",
            "highest_grant_per_municipality",
            {"limit": highest, "budget": call.budget},
        )


def _of_pillar_in_call(call: CallSettings, pillar: PillarSettings) -> Iterator[Refusal]:
    params = {"pillar": pillar.title}
    if pillar.limit is not None:
        limit = {**params, "limit": pillar.limit}
        if _above(pillar.limit, call.budget):
            yield Refusal("settings_pillar_above_budget", "budget", limit)
        if _above(pillar.limit, call.highest_grant_per_municipality):
            yield Refusal(
                "settings_pillar_above_municipality",
                "highest_grant_per_municipality",
                limit,
            )
    match call.kind_of_funding:
        case "share" if not pillar.grant_rate:
            yield Refusal("settings_pillar_without_rate", "kind_of_funding", params)
        case "fixed" if not pillar.fixed_grant:
            yield Refusal(
                "settings_pillar_without_fixed_grant", "kind_of_funding", params
            )
        case "full" if pillar.lowest_own_share:
            share = {**params, "percent": pillar.lowest_own_share}
            yield Refusal("settings_pillar_with_own_share", "kind_of_funding", share)


def _limits(pillar: PillarSettings, call: CallSettings) -> Iterator[Refusal]:
    highest = call.highest_grant_per_municipality
    for field in ("highest_grant", "fixed_grant"):
        amount = getattr(pillar, field)
        if amount is None:
            continue
        if _above(amount, call.budget):
            params = {"limit": amount, "budget": call.budget}
            yield Refusal("settings_limit_above_budget", field, params)
        elif _above(amount, highest):
            params = {"highest": highest}
            yield Refusal("settings_limit_above_municipality", field, params)
        elif field == "fixed_grant" and _above(amount, pillar.highest_grant):
            params = {"limit": pillar.highest_grant}
            yield Refusal("settings_fixed_above_limit", field, params)


def _above(amount: Decimal, limit: Decimal | None) -> bool:
    return limit is not None and amount > limit


def _funding(pillar: PillarSettings, kind: str) -> Iterator[Refusal]:
    own_share = pillar.lowest_own_share or Decimal(0)
    match kind:
        case "share" if not pillar.grant_rate:
            yield Refusal("settings_rate_missing", "grant_rate")
        case "share" if pillar.grant_rate + own_share > _ALL:
            yield Refusal("settings_shares_above_all", "lowest_own_share")
        case "fixed" if not pillar.fixed_grant:
            yield Refusal("settings_fixed_grant_missing", "fixed_grant")
        case "full" if own_share:
            yield Refusal("settings_own_share_in_full_funding", "lowest_own_share")
        case _ if own_share == _ALL:
            yield Refusal("settings_own_share_is_all", "lowest_own_share")
