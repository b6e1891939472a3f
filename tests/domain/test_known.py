"""What a municipality is told of its application, and what it is not."""

from kommunaldialog.domain import known
import pytest


@pytest.mark.parametrize(
    "kind", ["noted", "assigned", "bias_declared", "decided", "decision_discarded"]
)
def test_what_the_office_does_within_is_not_told(kind):
    assert kind not in known.KNOWN


def test_how_somebody_wrote_is_no_step_of_the_case():
    assert not known.WRITING & known.TOLD


def test_a_reminder_is_known_to_whom_it_was_sent():
    assert known.REMINDERS <= known.KNOWN
