"""Whether who works on a case may be biased (Befangenheit, §§ 20 and 21 VwVfG)."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Declaration:
    """What somebody of the office declared on one application, when (aware).

    `free` says that nothing speaks against their impartiality; `note` is what they
    add.
    """

    actor: str
    moment: datetime
    free: bool
    note: str = ""
