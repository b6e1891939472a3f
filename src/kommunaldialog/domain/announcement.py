"""How a decision was made known to the municipality (Bekanntgabe, § 41 VwVfG)."""

from dataclasses import dataclass
from datetime import datetime


CHANNELS = ("portal", "post", "delivery", "email")


@dataclass(frozen=True)
class Announcement:
    """Who released a decision, when (aware), and on which of the `CHANNELS`."""

    actor: str
    moment: datetime
    channel: str
