"""Money by REST: the same use cases, and clear answers to what is wrong."""

from decimal import Decimal
from kommunaldialog.usecases.step import state_of
from kommunaldialog.usecases.sums import to_repay
from tests.client import Client
from tests.samples import make_decided
from tests.samples import make_funding
from tests.samples_money import IBAN
from tests.samples_money import in_days
from tests.samples_money import today
import json
import pytest
import transaction


CALL = {
    "amount": "1.000,00",
    "iban": IBAN,
    "holder": "Stadtkasse Musterstadt",
    "purpose": "Moderation",
    "spent_from": "2030-03-01",
    "spent_until": "2030-04-30",
}
PLACE = {"number": 1, "budget_year": 2026, "chapter": "0902", "title": "633 01"}


@pytest.fixture
def application(functional_portal):
    return make_decided(make_funding(functional_portal))


def take(application, user, step, **values):
    """Status and codes of what is refused."""
    transaction.commit()
    client = Client(application.getPhysicalRoot(), user)
    url = f"{application.absolute_url()}/@workflow/{step}"
    answer = client.rest("POST", url, values)
    transaction.begin()
    error = json.loads(answer.text).get("error", {})
    return answer.status, [found["code"] for found in error.get("errors", [])]


def read(application, user):
    """What somebody reads of it."""
    client = Client(application.getPhysicalRoot(), user)
    return json.loads(client.rest("GET", application.absolute_url()).text)


OK = (200, [])


def test_money_goes_out_and_comes_back_by_rest(application):
    def step(user, name, **values):
        assert take(application, user, name, **values) == OK

    step("antragstellung", "call_payment", **CALL)
    step("antragstellung", "call_payment", **CALL)
    step("sachbearbeitung", "prepare_payment", **PLACE)
    step("entscheidung", "send_payment_back", number=1, reason="Falscher Titel.")
    step("sachbearbeitung", "prepare_payment", **PLACE)
    step("entscheidung", "release_payment", number=1)
    step("sachbearbeitung", "record_paid", number=1, paid_on=today().isoformat())
    part = {"after": "900,00", "reason": "Günstiger."}
    unconfirmed = (400, ["waiver_unconfirmed"])
    assert take(application, "zeichnung", "waive", **part) == unconfirmed
    step("zeichnung", "waive", confirmed=True, **part)
    assert state_of(application) == "approved"
    due = in_days(30).isoformat()
    claim = {"amount": "100,00", "reason": "Verzicht.", "due": due}
    step("sachbearbeitung", "prepare_repayment", **claim)
    step("entscheidung", "send_repayment_back", reason="Bitte prüfen.")
    nothing = (400, ["repayment_none_prepared"])
    assert take(application, "entscheidung", "release_repayment") == nothing
    step("sachbearbeitung", "prepare_repayment", **claim)
    del application.bias_declarations["entscheidung"]
    assert take(application, "entscheidung", "release_repayment") == (
        400,
        ["bias_undeclared", "seen_missing"],
    )
    assert (
        take(application, "entscheidung", "release_repayment", seen="gestern")[0] == 400
    )
    assert read(application, "zeichnung")["waiting"] is None
    waits = read(application, "entscheidung")["waiting"]["demand"]
    assert (waits["amount"], waits["due"]) == ("100.00", due)
    seen = waits["seen"]
    other = seen.replace("+00:00", "+01:00")
    replaced = (400, ["seen_replaced"])
    release = {"unbiased": True, "seen": other}
    assert take(application, "entscheidung", "release_repayment", **release) == replaced
    step("entscheidung", "release_repayment", seen=seen)
    came = {"number": 1, "day": today().isoformat(), "amount": "40,00"}
    step("sachbearbeitung", "record_receipt", **came)
    assert to_repay(application) == Decimal("60.00")
    step("entscheidung", "remit_repayment", number=1, reason="Kleinbetrag.")
    assert to_repay(application) == 0
    step("sachbearbeitung", "refuse_payment", number=2, refusal="Zu wenig.")


def test_a_grant_is_taken_away_by_rest_after_its_hearing(application):
    values = {"kind": "revoked", "after": "0", "text": "Zweck verfehlt."}
    until = in_days(9).isoformat()
    assert take(application, "sachbearbeitung", "hear", until=until, **values) == OK
    taken = {"kind": "revoked", "after": "0", "reason": "Zweck verfehlt."}
    assert take(application, "entscheidung", "revoke", **taken) == (
        400,
        ["hearing_running"],
    )
    answer = {"answer": "Nein."}
    assert take(application, "zeichnung", "answer_hearing", **answer) == OK
    assert take(application, "sachbearbeitung", "record_hearing_answer", **answer) == (
        400,
        ["hearing_not_open"],
    )
    assert take(application, "entscheidung", "revoke", **taken) == OK
    assert state_of(application) == "revoked"


def test_a_step_says_which_payment_or_claim_it_means(application):
    assert take(application, "entscheidung", "release_payment") == (
        400,
        ["payment_unknown"],
    )
    assert take(application, "sachbearbeitung", "record_receipt") == (
        400,
        ["repayment_unknown"],
    )
    status, _codes = take(application, "entscheidung", "release_payment", number="1")
    assert status == 400


def test_what_is_missing_in_a_call_is_said_at_once(application):
    assert take(application, "antragstellung", "call_payment") == (
        400,
        [
            "call_amount_missing",
            "call_purpose_missing",
            "call_spent_from_missing",
            "call_spent_until_missing",
            "call_holder_missing",
            "iban_missing",
        ],
    )
