"""Whether letters can be made as PDF; what makes them lies above the use cases."""

from kommunaldialog.domain.announcement import PORTAL
from kommunaldialog.domain.refusal import Refusal
from zope.component import getUtility
from zope.interface import Interface


class IPress(Interface):
    """The utility that makes PDFs (`letters/pdf.py`)."""

    def available() -> bool:
        """Say whether PDFs can be made here."""


def check_press(channel: str) -> tuple[Refusal, ...]:
    """Refuses to announce in the portal what could only be printed."""
    if channel != PORTAL or getUtility(IPress).available():
        return ()
    return (Refusal("letter_no_pdf", "channel-portal"),)
