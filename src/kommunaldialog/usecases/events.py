"""What use cases tell the rest of the house, within the same transaction."""

from dataclasses import dataclass
from datetime import datetime
from kommunaldialog.content.foerderantrag import Foerderantrag


@dataclass(frozen=True)
class ApplicationSubmitted:
    """An application arrived; ``moment`` is its moment of arrival (UTC)."""

    application: Foerderantrag
    moment: datetime


@dataclass(frozen=True)
class ApplicationDecided:
    """An application was approved or rejected."""

    application: Foerderantrag
    moment: datetime
