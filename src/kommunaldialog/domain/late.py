"""Too late, and with a reason: what an ordinary deadline allows, a strict one does not.

Whether a late application is accepted is for the granting body to say. The fact stays
with the application; it is no state of it.
"""

from dataclasses import dataclass
from datetime import datetime
from kommunaldialog.domain.deadline import in_utc
from kommunaldialog.domain.deadline import Window
from kommunaldialog.domain.refusal import Refusal


@dataclass(frozen=True)
class Late:
    """An application came after its deadline, and the municipality says why.

    `accepted` is None until the granting body has said so; then `actor` (a user's id),
    `moment` (aware) and `note` tell who, when and why. Raises ValueError for a naive
    datetime.
    """

    reason: str
    deadline: datetime
    accepted: bool | None = None
    actor: str = ""
    moment: datetime | None = None
    note: str = ""

    def __post_init__(self) -> None:
        in_utc(self.deadline)
        if self.moment is not None:
            in_utc(self.moment)


def check_arrival(
    window: Window, strict: bool, late_reason: str, moment: datetime, zone: str
) -> tuple[Refusal, ...]:
    """Refuse what may not arrive at `moment` (aware, else ValueError).

    Before the opening nothing may; after a strict deadline neither, and after an
    ordinary one only what comes with a reason. Moments in the params are in `zone`
    (an IANA name).
    """
    refusals = window.check(moment, zone)
    if strict or window.status(moment) != "closed":
        return refusals
    if late_reason.strip():
        return ()
    return tuple(
        Refusal("late_reason_missing", "late-reason", refusal.params)
        for refusal in refusals
    )
