"""A stranger who was refused hears no more of what they sent in."""

from datetime import date
from kommunaldialog.domain.paper import PaperLetter
from kommunaldialog.domain.receipt import FileInfo
from kommunaldialog.letters.letter_mails import tell_permit
from kommunaldialog.letters.mails import tell_decision
from kommunaldialog.letters.post import senders_of
from kommunaldialog.usecases.clarify import ask
from kommunaldialog.usecases.events import ApplicationDecided
from kommunaldialog.usecases.events import EarlyStartPermitted
from kommunaldialog.usecases.events import GrantNews
from kommunaldialog.usecases.events import LetterNews
from kommunaldialog.usecases.events import ProofNews
from kommunaldialog.usecases.messages import write_message
from kommunaldialog.usecases.review import take_up
from tests.samples import acting
from tests.samples import now
from tests.samples_accounts import answer_request
from tests.samples_accounts import mails_to
from tests.samples_accounts import make_unconfirmed
from tests.samples_clarification import in_days
from zope.event import notify
import pytest


STRANGER, TYPED = "fritz@example.org", "fremd@example.org"
TOWN = "antragstellung@example.org"


@pytest.fixture
def sent(funding):
    return make_unconfirmed(funding, contact_email=TYPED)


def counted():
    return [len(mails_to(address)) for address in (STRANGER, TYPED, TOWN)]


def test_who_waits_is_told_like_everybody(sent):
    assert set(senders_of(sent)) == {STRANGER, TYPED}


def test_who_is_refused_is_not_told_but_who_applies_for_the_municipality(sent):
    answer_request("fritz", confirm=False)
    assert set(senders_of(sent)) == {TOWN}
    assert set(senders_of(sent, "entscheidung")) == {TOWN, "entscheidung@example.org"}


def letter():
    scan = FileInfo("brief.pdf", "application/pdf", 100, "ab12")
    return PaperLetter(1, "withdrawn", date(2026, 5, 1), "sabine", now(), scan)


NEWS = {
    "decided": lambda it: tell_decision(ApplicationDecided(it, now())),
    "letter": lambda it: tell_permit(EarlyStartPermitted(it, now())),
    "grant": lambda it: notify(GrantNews(it, now(), "payment")),
    "proof": lambda it: notify(ProofNews(it, now(), "checked")),
    "paper": lambda it: notify(LetterNews(it, now(), letter(), "entered")),
    "message": lambda it: write_message(it, now(), "Bitte rufen Sie an."),
    "question": lambda it: ask(it, now(), text="Warum?", due=in_days(14)),
}


@pytest.mark.parametrize("news", NEWS)
def test_no_news_of_any_kind_goes_to_who_was_refused(sent, news):
    with acting("sachbearbeitung"):
        take_up(sent, now())
    answer_request("fritz", confirm=False)
    stranger, typed, town = counted()
    with acting("sachbearbeitung"):
        NEWS[news](sent)
    assert counted() == [stranger, typed, town + 1]
