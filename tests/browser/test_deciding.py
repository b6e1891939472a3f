"""From the application to the closed case, as office and municipality go together."""

from datetime import datetime
from io import BytesIO
from tests.browser import deciding
from tests.browser import examining
from tests.browser import grants
from tests.browser import money
from tests.browser import proving
from zipfile import ZipFile
import pytest


GRANT, REPAY = "2.200,00", "500,00"
KEPT = {
    "antrag": (examining.BETTER,),
    "vorgang": (examining.WHY_CUT, proving.WHY_MORE, proving.WHY_LESS),
    "verlauf": (examining.QUESTION, examining.NOTE, REPAY),
}
WIDTHS = pytest.mark.parametrize("width", grants.WIDTHS)


def _today():
    return datetime.now(examining.ZONE).date().isoformat()


@WIDTHS
def test_from_the_application_to_the_closed_case(visitors, width):
    town, office, decider = _people(visitors, width)
    editor = visitors(width)
    editor.log_in("webredaktion")
    programme = f"{office.portal.url}/foerderung/{grants.WHOLE}-{width}"
    address, reference = examining.submit(town, f"{grants.MEASURE} {width}")
    end = examining.end_call(editor, programme)
    examining.find(office, programme, reference, "Eingegangen")
    examining.take_up(office)
    examining.ask(office, address)
    examining.wait_for(end, town)
    examining.answer(town, address)
    examining.read_answer(office, address)
    examining.assess(office, address)
    examining.may_not_decide(office, address)

    deciding.approve(decider, address, "2.700,00")
    deciding.sees_nothing(town, address, ("2.700,00", deciding.REASON))
    deciding.consent(town, address)
    deciding.announce(office, address, "Abruf im Portal")
    notice = deciding.retrieve(town, address)
    assert "2.700,00 €" in notice
    assert examining.WHY_CUT in " ".join(notice.split())

    money.call(town, address, "1.500,00")
    deciding.make_known(office, address, _today())
    deciding.become_final(office, address, _today())
    money.pay(office, decider, address, _today())
    money.too_much(town, address, "1.200,01")
    money.call(town, address, "1.200,00")
    money.pay(office, decider, address, _today())

    proving.write(town, address)
    proving.submit(town)
    proving.check(office, address, REPAY)
    proving.may_not_close(office, address, REPAY)
    money.demand(office, decider, address, REPAY)
    money.receive(office, address, REPAY, _today())
    proving.close(office, address)
    _stands_in_the_supervision_list(office, programme, reference)
    _is_kept_in_one_file(office, address, reference)


def _stands_in_the_supervision_list(office, programme, reference):
    office.open(f"{programme}/@@antraege")
    office.follow("Aufsichtsliste")
    row = office.page.locator("tbody tr").filter(has_text=reference).inner_text()
    for words in ("Musterstadt", grants.MEASURE, GRANT):
        assert words in row


def _is_kept_in_one_file(office, address, reference):
    office.open(f"{address}/@@vorgang")
    with ZipFile(BytesIO(office.document("Die ganze Akte"))) as file:
        names = file.namelist()
        told = {name: file.read(f"{name}.html").decode() for name in KEPT}
    assert any(name.startswith("schreiben/bescheid") for name in names)
    assert any(name.endswith("belege.pdf") for name in names)
    for name, words in KEPT.items():
        assert [word for word in words if word not in told[name]] == []
    assert reference in told["vorgang"]


def test_a_rejection_is_contested_and_examined_anew(visitors):
    town, office, decider = _people(visitors, 320)
    address, reference = examining.submit(town, grants.REJECTED)
    programme = f"{office.portal.url}/foerderung/{grants.REFUSED}"
    examining.find(office, programme, reference, "Eingegangen")
    examining.take_up(office)
    examining.propose_rejection(office)
    why = "Ein Parkplatz ist kein Dialog."
    deciding.reject(decider, address, why)
    deciding.sees_nothing(town, address, (why, "Abgelehnt"))

    deciding.announce(office, address, "Brief mit der Post")
    deciding.make_known(office, address, _today())
    town.open(address)
    assert "Abgelehnt" in town.text()
    assert why in " ".join(deciding.notice(town).split())

    deciding.contest(office, address, _today())
    deciding.remedy(decider, address)
    town.open(address)
    assert "In Prüfung" in town.text()


def _people(visitors, width):
    names = ("antragstellung", "sachbearbeitung", "entscheidung")
    people = [visitors(width) for _name in names]
    for person, name in zip(people, names, strict=True):
        person.log_in(name)
    return people


def test_of_five_decided_together_one_finds_the_money_gone(visitors):
    decider = visitors(1280)
    decider.log_in("entscheidung")
    programme = f"{decider.portal.url}/foerderung/{grants.SCARCE}"
    together = deciding.choose_all(decider, programme)
    assert together == len(grants.FIVE)
    refused, decided = deciding.decide_together(decider)
    assert len(refused) == 1
    assert len(decided) == len(grants.FIVE) - 1
    decider.open(f"{programme}/@@antraege?zustand=ready_for_decision")
    assert decider.page.locator("tbody tr").count() == 1
    assert refused[0] in decider.text()


def test_of_two_deciders_with_money_for_one_the_second_is_told(visitors):
    deciders = [visitors(320), visitors(320)]
    for decider in deciders:
        decider.log_in("entscheidung")
    programme = f"{deciders[0].portal.url}/foerderung/{grants.LAST}"
    addresses = [deciding.case_of(deciders[0], programme, name) for name in grants.TWO]
    for decider, address in zip(deciders, addresses, strict=True):
        deciding.confirm(decider, address, "2.500,00")
    first, second = deciders
    first.press("Verbindlich bewilligen")
    assert "noch nicht bekannt gegeben" in first.text()
    second.press("Verbindlich bewilligen")
    deciding.told_that_money_is_gone(second)
    second.open(f"{addresses[1]}/@@vorgang")
    assert "Zur Entscheidung vorgelegt" in second.text()
