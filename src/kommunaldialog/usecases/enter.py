"""Enter an application that came on paper or by mail, with its day of arrival.

That it arrived is a fact: neither a late day, nor a missing consultation, nor a plan
that does not balance keeps it out. The office examines them with the rest.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from datetime import datetime
from datetime import time
from decimal import Decimal
from kommunaldialog.access.permissions import current_user_id
from kommunaldialog.access.permissions import require
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.content.foerderprogramm import Foerderprogramm
from kommunaldialog.content.register import municipality_kind
from kommunaldialog.domain.costplan import CostPlan
from kommunaldialog.domain.costplan import Expenditure
from kommunaldialog.domain.costplan import Income
from kommunaldialog.domain.deadline import end_of_day
from kommunaldialog.domain.deadline import in_utc
from kommunaldialog.domain.deadline import passed
from kommunaldialog.domain.lifecycle import ENTER
from kommunaldialog.domain.paper import Paper
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import refuse
from kommunaldialog.domain.text import all_printable
from kommunaldialog.forms.versions import versions
from kommunaldialog.usecases.begin import create
from kommunaldialog.usecases.core import check_values
from kommunaldialog.usecases.reasons import check_reason
from kommunaldialog.usecases.receive import receive
from plone.namedfile.file import NamedBlobFile
from zoneinfo import ZoneInfo


@dataclass(frozen=True)
class OnPaper:
    """What the office types off: the rest is on the scanned sheets.

    ``day`` and ``clock`` are when it came, in the portal's zone; without a clock the
    whole day is meant. Amounts are in Euro; only ``requested`` is owed. ``late_reason``
    is what the municipality writes about being late.
    """

    ags: str
    pillar: str
    title: str
    day: date | None
    clock: time | None
    scan: NamedBlobFile | None
    requested: Decimal | None
    expenditure: Decimal | None = None
    eligible: Decimal | None = None
    own_funds: Decimal | None = None
    other_funds: Decimal | None = None
    participants: tuple[str, ...] = ()
    measure_start: date | None = None
    measure_end: date | None = None
    contact_name: str = ""
    contact_email: str = ""
    contact_phone: str = ""
    late_reason: str = ""

    def core(self) -> dict[str, object]:
        """The core fields of the application, by name."""
        return {name: getattr(self, name) for name in (*_MEASURE, *_CONTACT)}

    def plan(self) -> CostPlan:
        """The plan in one line for each kind of amount."""
        spent = (self.expenditure, self.eligible)
        income = (("own_funds", self.own_funds), ("third_party", self.other_funds))
        return CostPlan(
            expenditure=(Expenditure("other", "", *spent),) if any(spent) else (),
            income=tuple(
                Income(source, "", amount) for source, amount in income if amount
            ),
            requested=self.requested,
        )


# As the page asks for them.
_MEASURE = ("pillar", "title", "participants", "measure_start", "measure_end")
_CONTACT = ("contact_name", "contact_email", "contact_phone")
_OWED = ("pillar", "title", "measure_start", "measure_end", "contact_name")


def enter(
    programme: Foerderprogramm, paper: OnPaper, token: str, moment: datetime
) -> Foerderantrag:
    """Makes a submitted application of what came on paper; ``moment`` is now.

    ``token`` comes from the form: a second click finds what the first one entered.
    Raises Unauthorized for who may not, Refused with all that is in the way.
    """
    earlier = entered(programme, token)
    if earlier is not None:
        return earlier
    paper = all_printable(paper)
    refuse(check_enter(programme, paper, moment))
    user = current_user_id()
    application = create(programme, paper.ags, ())
    for name, value in paper.core().items():
        setattr(application, name, value)
    application.plan = paper.plan()
    application.paper_scan = paper.scan
    received = _received(paper, programme.zone(), moment)
    application.paper = Paper(received, user, moment, only_day=paper.clock is None)
    programme.case_store().ledger.begun[(user, token)] = application.id
    receive(
        application,
        "enter",
        received,
        late_reason=paper.late_reason.strip(),
        noted=moment,
    )
    return application


def entered(programme: Foerderprogramm, token: str) -> Foerderantrag | None:
    """What the current user entered with the form of that token, if anything.

    Raises Unauthorized for who may not enter.
    """
    require(ENTER, programme)
    store = programme.case_store()
    found = store.ledger.begun.get((current_user_id(), token))
    return store[found] if found is not None and found in store else None


def check_enter(
    programme: Foerderprogramm, paper: OnPaper, moment: datetime
) -> tuple[Refusal, ...]:
    """All that is missing or can't be, in the order of the page."""
    return (
        *_check_municipality(programme, paper.ags),
        *_check_arrival(programme, paper, moment),
        *(() if paper.scan else (Refusal("enter_scan_missing", "scan"),)),
        *_check_core(programme, paper, _MEASURE),
        *_check_period(paper),
        *_check_money(paper),
        *_check_core(programme, paper, _CONTACT),
        *check_reason(paper.late_reason, field="late-reason"),
    )


def _check_municipality(programme: Foerderprogramm, ags: str) -> Iterator[Refusal]:
    if versions(programme).newest is None or not programme.reference_prefix:
        yield Refusal("begin_not_ready")
    kind = municipality_kind(ags)
    if kind is None:
        yield Refusal("enter_municipality_missing", "ags")
    elif kind not in (programme.eligible_kinds or ()):
        yield Refusal("enter_not_eligible", "ags")
    allowed = programme.applications_per_municipality
    if programme.case_store().ledger.count(ags) >= allowed:
        yield Refusal("enter_too_many", "ags", {"allowed": allowed})


def _check_arrival(
    programme: Foerderprogramm, paper: OnPaper, moment: datetime
) -> Iterator[Refusal]:
    # A date input takes any year, and a slip of the finger in one is none.
    if paper.day is None or not 1900 <= paper.day.year < 9999:
        yield Refusal("enter_received_missing", "received")
        return
    zone, window = programme.zone(), programme.window()
    begin = datetime.combine(paper.day, time(), ZoneInfo(zone))
    end = end_of_day(paper.day, zone)
    received = _received(paper, zone, moment)
    if in_utc(begin) > in_utc(moment) or received > in_utc(moment):
        yield Refusal("enter_in_future", "received")
    elif received < in_utc(window.opening):
        opening = window.opening.astimezone(ZoneInfo(zone))
        yield Refusal("enter_too_early", "received", {"opening": opening})
    elif not paper.clock and _ends_within(window.deadline, begin, end):
        deadline = window.deadline.astimezone(ZoneInfo(zone))
        yield Refusal("enter_time_missing", "received-time", {"deadline": deadline})


def _ends_within(deadline: datetime, begin: datetime, end: datetime) -> bool:
    """Whether some of that day is in time and some of it too late."""
    return passed(deadline, end) and not passed(deadline, begin)


def _received(paper: OnPaper, zone: str, moment: datetime) -> datetime:
    """The instant that counts, in UTC: without a clock the day's end, or now."""
    if paper.clock is None:
        return min(end_of_day(paper.day, zone), in_utc(moment))
    return in_utc(datetime.combine(paper.day, paper.clock, ZoneInfo(zone)))


def _check_core(
    programme: Foerderprogramm, paper: OnPaper, names: tuple[str, ...]
) -> Iterator[Refusal]:
    values = {name: getattr(paper, name) for name in names}
    for name, value in values.items():
        if name in _OWED and not value:
            yield Refusal(f"core_{name}_missing", f"core-{name}")
    yield from check_values(programme, values)
    if paper.ags in values.get("participants", ()):
        yield Refusal("core_participants_itself", "core-participants")


def _check_period(paper: OnPaper) -> Iterator[Refusal]:
    start, end = paper.measure_start, paper.measure_end
    if start and end and end < start:
        yield Refusal("core_end_before_start", "core-measure_end")


def _check_money(paper: OnPaper) -> Iterator[Refusal]:
    if not paper.requested:
        yield Refusal("requested_missing", "requested")
    if (paper.eligible or 0) > (paper.expenditure or 0):
        yield Refusal("enter_eligible_above_total", "eligible")
