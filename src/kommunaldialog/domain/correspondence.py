"""What is written about a case: in the office, and between office and municipality."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Note:
    """A note of the office about a case, which its municipality never reads.

    `actor` is a user id, `moment` is aware.
    """

    actor: str
    moment: datetime
    text: str


@dataclass(frozen=True)
class Message:
    """What office or municipality write to each other; as `Note`, but both read it."""

    actor: str
    moment: datetime
    text: str
    from_office: bool
