"""What is written about a case stays as it was written."""

from dataclasses import FrozenInstanceError
from datetime import datetime
from datetime import UTC
from kommunaldialog.domain.correspondence import Message
from kommunaldialog.domain.correspondence import Note
import pytest


MOMENT = datetime(2026, 5, 4, tzinfo=UTC)


@pytest.mark.parametrize(
    "written",
    [
        Note("sabine", MOMENT, "Telefonat mit der Kämmerei."),
        Message("sabine", MOMENT, "Wann beginnen Sie?", from_office=True),
    ],
)
def test_nobody_changes_what_was_written(written):
    with pytest.raises(FrozenInstanceError):
        written.text = "Etwas anderes."
