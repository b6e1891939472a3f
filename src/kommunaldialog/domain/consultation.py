"""Consultations (Beratungen): the talk with the granting body before applying."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from datetime import datetime
from kommunaldialog.domain.deadline import in_utc
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.voiding import Voided


@dataclass(frozen=True)
class Consultation:
    """A consultation that was held: with whom, when (aware), about which pillars.

    Raises ValueError for a naive datetime.
    """

    ags: str
    moment: datetime
    pillars: tuple[str, ...]

    def __post_init__(self) -> None:
        in_utc(self.moment)


@dataclass(frozen=True)
class StatedConsultation:
    """A consultation that nobody recorded, as the municipality says that it was held.

    `confirmed` is None until the granting body confirms or denies it; then `actor` (a
    user's id), `moment` (aware) and `note` tell who, when and why. Raises ValueError
    for a naive datetime.
    """

    held: date
    adviser: str
    confirmed: bool | None = None
    actor: str = ""
    moment: datetime | None = None
    note: str = ""

    def __post_init__(self) -> None:
        if self.moment is not None:
            in_utc(self.moment)


@dataclass(frozen=True)
class RecordedConsultation:
    """All that was recorded of a consultation, for the file of a case.

    `held` is aware; `pillars` are titles; `voided` says that it does not count.
    """

    held: datetime
    adviser: str
    caller: str
    pillars: tuple[str, ...]
    note: str
    recommendation: str
    voided: Voided | None


def find(
    consultations: Iterable[Consultation], ags: str, pillar: str, moment: datetime
) -> Consultation | None:
    """Return the latest consultation of that municipality on that pillar.

    Only those count that were held before `moment` (aware, else ValueError).
    """
    before = in_utc(moment)
    fitting = (
        consultation
        for consultation in consultations
        if consultation.ags == ags
        and pillar in consultation.pillars
        and in_utc(consultation.moment) < before
    )
    return max(
        fitting, key=lambda consultation: in_utc(consultation.moment), default=None
    )


def check_consultation(
    consultations: Iterable[Consultation],
    ags: str,
    pillar: str,
    moment: datetime,
    stated: StatedConsultation | None = None,
) -> tuple[Refusal, ...]:
    """Refuse to submit at `moment` without a consultation that `find` finds.

    A `stated` one will do instead, unless the granting body denied it; it is given
    only where the programme allows it.
    """
    if find(consultations, ags, pillar, moment) is not None:
        return ()
    if stated is None:
        return (Refusal("consultation_missing"),)
    if stated.confirmed is False:
        return (Refusal("stated_consultation_denied"),)
    return ()


def check_stated(held: date | None, adviser: str, today: date) -> tuple[Refusal, ...]:
    """Refuse half a statement of a consultation, and one that is yet to come.

    To state nothing is no mistake. `today` is the day of the moment in the portal's
    zone: a talk may be held and the application sent on one day.
    """
    adviser = adviser.strip()
    if held is None and adviser:
        return (Refusal("stated_held_missing", "stated_held"),)
    if held is not None and not adviser:
        return (Refusal("stated_adviser_missing", "stated_adviser"),)
    if held is not None and held > today:
        return (Refusal("stated_in_future", "stated_held"),)
    return ()
