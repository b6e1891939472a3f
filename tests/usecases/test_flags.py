"""What is special about how an application came."""

from datetime import date
from datetime import datetime
from datetime import UTC
from kommunaldialog.domain.consultation import StatedConsultation
from kommunaldialog.domain.correspondence import Message
from kommunaldialog.domain.late import Late
from kommunaldialog.domain.paper import Entered
from kommunaldialog.domain.paper import Paper
from kommunaldialog.domain.paper import PaperLetter
from kommunaldialog.domain.receipt import FileInfo
from kommunaldialog.usecases.flags import FLAGS
from kommunaldialog.usecases.flags import flags
from types import SimpleNamespace
import pytest


MOMENT = datetime(2026, 5, 4, tzinfo=UTC)
DAY = date(2026, 5, 1)
SCAN = FileInfo("brief.pdf", "application/pdf", 100, "ab12")
LETTER = PaperLetter(1, "withdrawn", DAY, "sabine", MOMENT, SCAN)
QUESTION = Message("sabine", MOMENT, "Wann?", from_office=True)
REPLY = Message("anna", MOMENT, "Im Mai.", from_office=False)


def found(late=None, stated=None, paper=None, messages=(), unconfirmed=None):
    facts = {"late": late, "stated_consultation": stated, "paper": paper}
    facts["unconfirmed"], facts["provisional"] = unconfirmed, ""
    facts["messages"] = messages
    return list(flags(SimpleNamespace(**facts)))


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({}, []),
        ({"late": Late("Post", MOMENT)}, ["late_open"]),
        ({"late": Late("Post", MOMENT, accepted=True)}, ["late"]),
        ({"late": Late("Post", MOMENT, accepted=False)}, ["late"]),
        ({"stated": StatedConsultation(DAY, "Frau Rat")}, ["stated_open"]),
        ({"stated": StatedConsultation(DAY, "Frau Rat", confirmed=True)}, []),
        (
            {"stated": StatedConsultation(DAY, "Frau Rat", confirmed=False)},
            ["stated_denied"],
        ),
        ({"unconfirmed": Entered(LETTER)}, ["letter_open"]),
        ({"messages": (REPLY,)}, ["message_open"]),
        ({"messages": (REPLY, QUESTION)}, []),
        ({"paper": Paper(MOMENT, "sabine", MOMENT)}, ["paper"]),
        (
            {
                "late": Late("", MOMENT),
                "paper": Paper(MOMENT, "sabine", MOMENT),
            },
            ["late_open", "paper"],
        ),
    ],
)
def test_each_fact_has_its_flag(facts, expected):
    assert found(**facts) == expected
    assert set(expected) <= {flag for flag, _title in FLAGS}
