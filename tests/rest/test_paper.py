"""What came on paper is entered by REST, with its files, as on the pages."""

from decimal import Decimal
from kommunaldialog.usecases.lines import file_of
from kommunaldialog.usecases.step import state_of
from tests.client import Client
from tests.rest.test_workflow import take
from tests.samples import AGS
from tests.samples import make_decided
from tests.samples import make_funding
from tests.samples import now
from tests.samples import PDF
from tests.samples_clarification import make_asked_on_paper
from tests.samples_money import IBAN
from tests.samples_paper import make_awaited
from tests.samples_paper import SCAN
from tests.samples_paper import told
from tests.samples_proof import LIST
import json
import pytest
import transaction


OFFICE = "sachbearbeitung"
TODAY = now().date().isoformat()
LETTER = {"received": TODAY, "scan": SCAN}
PAPER = {
    "ags": AGS,
    "pillar": "saeule-1",
    "title": "Dialog Ortsmitte",
    "received": TODAY,
    "scan": SCAN,
    "requested": "1.500,00",
    "measure_start": "2030-03-01",
    "measure_end": "2030-09-30",
    "contact_name": "Anna Antrag",
    "token": "abc",
}


@pytest.fixture
def funding(functional_portal):
    return make_funding(functional_portal)


def enter(funding, user, **values):
    """Status and JSON of an application on paper that is sent."""
    transaction.commit()
    client = Client(funding.getPhysicalRoot(), user)
    url = f"{funding.absolute_url()}/@paper-application"
    answer = client.rest("POST", url, {**PAPER, **values})
    transaction.begin()
    return answer.status, json.loads(answer.text)


def test_an_application_on_paper_is_entered_once(funding):
    status, found = enter(funding, OFFICE)
    assert (status, found["review_state"], found["flags"]) == (
        201,
        "submitted",
        ["paper"],
    )
    status, again = enter(funding, OFFICE)
    assert again["reference"] == found["reference"]
    (application,) = funding.case_store().objectValues()
    assert application.paper_scan.data == PDF
    assert application.plan.requested == Decimal("1500.00")
    assert application.paper.only_day


def test_what_is_wrong_with_an_application_on_paper_is_said_as_on_the_page(funding):
    status, found = enter(funding, OFFICE, scan=None, title="", contact_name="")
    codes = [error["code"] for error in found["error"]["errors"]]
    assert status == 400
    assert codes == [
        "enter_scan_missing",
        "core_title_missing",
        "core_contact_name_missing",
    ]
    assert enter(funding, OFFICE, received_time="25:00")[0] == 400
    assert not funding.case_store().objectValues()


@pytest.mark.parametrize("user", ["antragstellung", "entscheidung", None])
def test_nobody_but_a_case_worker_makes_an_application_of_paper(funding, user):
    assert enter(funding, user)[0] == 401
    assert not funding.case_store().objectValues()


@pytest.mark.parametrize(
    ("scan", "status", "codes"),
    [
        ({**SCAN, "filename": "brief.exe"}, 400, ["enter_file_wrong"]),
        ({**SCAN, "filename": "brief.png"}, 400, ["enter_file_wrong"]),
        ({**SCAN, "data": ""}, 400, ["enter_file_wrong"]),
        ({**SCAN, "data": "%%%"}, 400, []),
        ({**SCAN, "encoding": "quoted-printable"}, 400, []),
        ("brief.pdf", 400, []),
        (None, 400, ["letter_scan_missing"]),
    ],
)
def test_a_file_by_rest_is_checked_as_one_by_page(funding, scan, status, codes):
    application = make_decided(funding)
    values = {"text": "Zwei Treffen.", "received": TODAY, "scan": scan}
    assert take(application, OFFICE, "enter_report", **values) == (status, codes)
    assert application.reports == ()


def test_letters_are_entered_by_rest(funding):
    application = make_awaited(funding)
    call = {
        "amount": "500,00",
        "iban": IBAN,
        "holder": "Stadtkasse",
        "purpose": "Moderation",
        "spent_from": "2030-03-01",
        "spent_until": "2030-04-30",
    }
    proof = {
        "answers": {"verlauf": "Zwei Abende."},
        "plan": told(application).plan.to_json(),
        "documents": {LIST: SCAN},
        "confirmed": True,
    }
    steps = {
        "enter_payment_call": call,
        "enter_change_request": {"text": "Gesperrt.", "end": "2030-12-31"},
        "enter_report": {"text": "Zwei Treffen.", "files": [SCAN, SCAN]},
        "enter_proof": proof,
        "enter_waiver": {"after": "100", "confirmed": True, "unbiased": True},
    }
    for step, values in steps.items():
        assert take(application, OFFICE, step, **LETTER, **values) == (200, []), step
    assert [letter.event for letter in application.paper_letters] == [
        "payment_called",
        "change_requested",
        "report_submitted",
        "proof_submitted",
        "grant_waived",
    ]
    assert file_of(application, "paper-letter-5").data == PDF
    assert len(application.report_files) == 2
    seen = {"seen": application.unconfirmed.letter.entered.isoformat()}
    assert take(application, OFFICE, "confirm_waiver", **seen) == (
        400,
        ["letter_same_person"],
    )
    confirm = {**seen, "unbiased": True}
    assert take(application, "entscheidung", "confirm_waiver", **confirm) == (200, [])
    assert application.grant_changes[-1].after == 100
    assert application.proofs[-1].lines[-1].files[0].name == "brief.pdf"


def test_a_letter_is_handed_back_by_rest(funding):
    application = make_decided(funding)
    waiver = {"after": "0", "confirmed": True, "unbiased": True}
    assert take(application, OFFICE, "enter_waiver", **LETTER, **waiver) == (200, [])
    reason = {"reason": "Falsch abgeschrieben."}
    assert take(application, OFFICE, "hand_letter_back", **reason) == (200, [])
    nothing = (400, ["letter_none_waits"])
    assert take(application, OFFICE, "hand_letter_back", **reason) == nothing
    assert take(application, OFFICE, "enter_waiver", **LETTER, **waiver) == (200, [])


def test_a_proof_by_rest_names_what_is_not_asked_for(funding):
    application = make_awaited(funding)
    for wrong in ({"answers": {"anderes": "x"}}, {"documents": {"Foto": SCAN}}):
        assert take(application, OFFICE, "enter_proof", **LETTER, **wrong) == (400, [])
    status, codes = take(application, OFFICE, "enter_proof", **LETTER)
    assert status == 400
    assert {"answer_wrong", "proof_amount_missing", "document_missing"} <= set(codes)
    assert state_of(application) == "approved"


def test_an_answer_by_letter_is_entered_by_rest(funding):
    application = make_asked_on_paper(funding)
    values = {"answer": "Wie im Brief.", **LETTER}
    assert take(application, OFFICE, "enter_answer", **values) == (200, [])
    assert application.clarifications[-1].received.isoformat() == TODAY
