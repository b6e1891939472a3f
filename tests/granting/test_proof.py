"""The office checks proofs, answers changes, closes and opens cases, by HTTP."""

from decimal import Decimal
from tests.client import Client
from tests.granting import linked_errors
from tests.granting import main
from tests.granting import message_at
from tests.samples import make_decided
from tests.samples_proof import in_days
from tests.samples_proof import make_change_requested
from tests.samples_proof import make_checked
from tests.samples_proof import make_proved
import json
import transaction


WORKER = "sachbearbeitung"


def control(browser, name):
    return browser.getControl(name=name)


def test_a_check_is_calculated_first_and_concluded_then(office):
    case = office.make(make_proved)
    browser = office.opened(WORKER, case, "vorgang")
    browser.getLink("Verwendungsnachweis prüfen").click()
    assert "Zuwendung nach der Prüfung 2.500,00" in main(browser)
    control(browser, "cut-1-eligible").value = "400"
    browser.getControl("Neu berechnen").click()
    assert linked_errors(browser) == ["cut-1-reason"]
    assert message_at(browser, "cut-1-reason")
    control(browser, "cut-1-reason").value = "Nicht belegt."
    browser.getControl("Neu berechnen").click()
    assert "Zuwendung nach der Prüfung 2.400,00" in main(browser)
    transaction.begin()
    assert case.proof_check is None
    browser.getControl("Prüfung abschließen").click()
    assert linked_errors(browser) == ["text"]
    assert control(browser, "cut-1-reason").value == "Nicht belegt."
    control(browser, "text").value = "Ein Beleg fehlt."
    browser.getControl("Prüfung abschließen").click()
    assert browser.url.endswith("@@vorgang")
    transaction.begin()
    assert case.proof_check.grant == Decimal("2400.00")
    town = office.opened("antragstellung", case, "view")
    assert "Nicht belegt." in main(town)
    assert "Sabine" not in main(town)


def test_the_office_reads_the_report_and_the_files_of_a_proof(office):
    case = office.make(make_proved)
    browser = office.opened(WORKER, case, "nachweis")
    assert "Zwei Abende mit 80 Menschen." in main(browser)
    browser.getLink("belege.pdf").click()
    assert browser.headers["content-type"] == "application/pdf"
    assert office.status("fremde", case, "nachweis") in (302, 401, 404)


def test_a_question_back_reaches_the_municipality(office):
    case = office.make(make_proved)
    browser = office.opened(WORKER, case, "nachweis-rueckfrage")
    browser.getControl("Rückfrage stellen").click()
    assert linked_errors(browser) == ["text", "due"]
    control(browser, "text").value = "Welche Miete?"
    control(browser, "due").value = in_days(10).isoformat()
    browser.getControl("Rückfrage stellen").click()
    town = office.opened("antragstellung", case, "verwendungsnachweis")
    assert "Welche Miete?" in main(town)


def test_a_change_is_answered_with_a_reason(office):
    case = office.make(make_change_requested)
    browser = office.opened(WORKER, case, "aenderungsantrag-beantworten")
    assert "Die Halle war gesperrt." in main(browser)
    browser.getControl("Entscheiden und der Kommune mitteilen").click()
    assert len(linked_errors(browser)) == 2
    control(browser, "answer").value = ["yes"]
    control(browser, "reason").value = "Passt."
    browser.getControl("Entscheiden und der Kommune mitteilen").click()
    transaction.begin()
    assert str(case.measure_end) == "2030-12-31"
    town = office.opened("antragstellung", case, "view")
    assert "angenommen" in main(town)


def test_what_is_open_is_no_mistake_until_somebody_closes_the_case(office):
    case = office.make(make_decided, approved=False)
    browser = office.opened(WORKER, case, "abschliessen")
    assert "Noch offen Die Ablehnung kann noch angefochten werden." in main(browser)
    assert "Bitte prüfen Sie" not in main(browser)
    browser.getControl("Vorgang jetzt abschließen").click()
    assert "Noch offen" not in main(browser)
    assert "Bitte prüfen Sie" in main(browser)
    assert "Die Ablehnung kann noch angefochten werden." in main(browser)


def test_a_case_is_closed_and_opened_again(office):
    case = office.make(make_checked)
    browser = office.opened(WORKER, case, "abschliessen")
    browser.getControl("Vorgang jetzt abschließen").click()
    assert "Abgeschlossen am" in main(browser)
    assert office.status(WORKER, case, "wieder-oeffnen") in (302, 401)
    decider = office.opened("entscheidung", case, "wieder-oeffnen")
    control(decider, "reason").value = "Neue Belege."
    decider.getControl("Vorgang wieder öffnen").click()
    assert "Abgeschlossen am" not in main(decider)


def test_rest_takes_the_same_steps(office):
    case = office.make(make_proved)
    worker = Client(office.app, WORKER)
    url = f"{case.absolute_url()}/@workflow"
    wrong = worker.rest("POST", f"{url}/check_proof", {"text": "", "cuts": [1]})
    assert wrong.status == 400
    cuts = [{"row": 1, "eligible": "400,00", "reason": ""}]
    refused = worker.rest("POST", f"{url}/check_proof", {"text": "", "cuts": cuts})
    assert refused.status == 400
    assert "cut-1-reason" in refused.text
    cuts[0]["reason"] = "Nicht belegt."
    data = {"text": "Ein Beleg fehlt.", "cuts": cuts}
    checked = worker.rest("POST", f"{url}/check_proof", data)
    assert checked.status == 200
    assert json.loads(checked.text)["proof"]["sha256"] == case.proofs[0].sha256
    assert worker.rest("POST", f"{url}/close", {}).status == 200
    decider = Client(office.app, "entscheidung")
    assert decider.rest("POST", f"{url}/reopen", {"reason": "Belege."}).status == 200
    transaction.begin()
    assert case.proof_check.grant == Decimal("2400.00")


def test_rest_asks_for_a_change_in_the_shape_of_a_plan(office):
    case = office.make(make_change_requested)
    worker, town = Client(office.app, WORKER), Client(office.app, "antragstellung")
    url = f"{case.absolute_url()}/@workflow"
    answer = {"accepted": False, "reason": "Nein."}
    assert worker.rest("POST", f"{url}/answer_change", answer).status == 200
    data = {"text": "Warum", "plan": {"expenditure": 3}}
    assert town.rest("POST", f"{url}/request_change", data).status == 400
    plan = case.plan.to_json()
    plan["income"][0]["amount"] = "1234.56"
    data = {"text": "Mehr Eigenmittel.", "plan": plan}
    assert town.rest("POST", f"{url}/request_change", data).status == 200
    assert town.rest("POST", f"{url}/submit_report", {"text": "Läuft."}).status == 200
    transaction.begin()
    assert case.change_requests[-1].plan.own_share == Decimal("1234.56")
