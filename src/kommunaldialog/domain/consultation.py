"""Consultations (Beratungen): the talk with the granting body before applying."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from kommunaldialog.domain.deadline import in_utc
from kommunaldialog.domain.refusal import Refusal


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
    consultations: Iterable[Consultation], ags: str, pillar: str, moment: datetime
) -> tuple[Refusal, ...]:
    """Refuse to submit at `moment` without a consultation that `find` finds."""
    if find(consultations, ags, pillar, moment) is None:
        return (Refusal("consultation_missing"),)
    return ()
