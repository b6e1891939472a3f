"""What the office reads of a sender whom nobody has confirmed, or who was refused."""

from kommunaldialog.usecases.clarify import ask
from kommunaldialog.usecases.review import take_up
from tests.samples import acting
from tests.samples import now
from tests.samples_accounts import answer_request
from tests.samples_accounts import make_unconfirmed
from tests.samples_accounts import remove_all
from tests.samples_clarification import in_days
import pytest
import transaction


@pytest.fixture
def sent(call):
    application = make_unconfirmed(call)
    transaction.commit()
    return application


def test_the_office_is_told_of_a_sender_whom_nobody_has_confirmed(sent, browser_of):
    office = browser_of("sachbearbeitung")
    office.open(f"{sent.absolute_url()}/@@vorgang")
    assert "ist noch nicht bestätigt" in office.contents
    assert "wurde abgelehnt" not in office.contents
    office.getLink("Anfragen um Zugang").click()
    assert "Fritz Frist" in office.contents


def test_the_office_is_told_of_a_sender_who_was_refused(call, sent, browser_of):
    answer_request("fritz", confirm=False)
    transaction.commit()
    office = browser_of("sachbearbeitung")
    office.open(f"{call.absolute_url()}/@@antraege")
    assert "Absender abgelehnt (1)" in office.contents
    office.getControl(name="merkmal").value = ["sender_refused"]
    office.getControl("Filtern").click()
    office.getLink(sent.reference).click()
    assert "Wer diesen Antrag eingereicht hat, wurde abgelehnt." in office.contents
    assert "ist noch nicht bestätigt" not in office.contents


def test_of_who_is_confirmed_the_case_says_nothing(sent, browser_of):
    answer_request("fritz", confirm=True)
    transaction.commit()
    office = browser_of("sachbearbeitung")
    office.open(f"{sent.absolute_url()}/@@vorgang")
    assert "eingereicht hat" not in office.contents


def test_who_asks_reads_that_nobody_can_sign_in_and_enters_the_letter(sent, browser_of):
    with acting("sachbearbeitung"):
        take_up(sent, now())
    transaction.commit()
    office = browser_of("sachbearbeitung")
    office.open(f"{sent.absolute_url()}/@@rueckfrage")
    assert "noch niemand anmelden" not in office.contents
    remove_all()
    transaction.commit()
    with acting("sachbearbeitung"):
        office.open(f"{sent.absolute_url()}/@@rueckfrage")
        assert "noch niemand anmelden" in office.contents
        ask(sent, now(), text="Warum?", due=in_days(14), reopen=("answers.anlass",))
    transaction.commit()
    office.open(f"{sent.absolute_url()}/@@vorgang")
    office.getLink("Antwort per Brief eintragen").click()
    assert "@@antwort-eintragen" in office.url
    assert "Warum möchten Sie diesen Dialog führen?" in office.contents
