"""From setting up a programme to the closed case, as all sides go together."""

from datetime import datetime
from io import BytesIO
from tests.browser import deciding
from tests.browser import examining
from tests.browser import grants
from tests.browser import money
from tests.browser import proving
from tests.browser import setting_up
from tests.browser import town as applying
from tests.samples import PDF
from zipfile import ZipFile
import pytest


GRANT, REPAY = "2.200,00", "500,00"
KEPT = {
    "antrag": (examining.BETTER,),
    "vorgang": (examining.WHY_CUT, proving.WHY_MORE, proving.WHY_LESS),
    "verlauf": (examining.QUESTION, examining.NOTE, REPAY),
}
FUNDING = ("antragstellung", "sachbearbeitung", "entscheidung")
WIDTHS = pytest.mark.parametrize("width", grants.WIDTHS)


def _today():
    return datetime.now(examining.ZONE).date().isoformat()


@WIDTHS
def test_from_setting_up_a_programme_to_the_closed_case(visitors, width):
    editor, admin = _people(visitors, width, "webredaktion", "admin")
    programme = _set_up(editor, admin, width)
    town, office, decider = _people(visitors, width, *FUNDING)
    address, reference = _apply(town, programme, f"{grants.MEASURE} {width}")
    end = examining.end_call(editor, programme)
    examining.find(office, programme, reference, "Eingegangen")
    examining.take_up(office)
    examining.ask(office, address)
    setting_up.publish_form(editor, programme, "Verwendungsnachweis gestalten")
    setting_up.write_texts(office, programme)
    examining.wait_for(end, town)
    examining.answer(town, address)
    examining.read_answer(office, address)
    examining.assess(office, address)
    examining.may_not_decide(office, address)

    deciding.approve(decider, address, "2.700,00")
    deciding.sees_nothing(town, address, ("2.700,00", deciding.REASON))
    deciding.consent(town, address)
    deciding.announce(office, address, "Abruf im Portal")
    notice = " ".join(deciding.retrieve(town, address).split())
    for words in ("2.700,00 €", examining.WHY_CUT, setting_up.SENTENCE):
        assert words in notice

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


def _set_up(editor, admin, width):
    programme = setting_up.add_programme(editor, f"Ganzer Weg {width}", f"GW{width}")
    setting_up.add_pillar(editor, programme, "Gemeinsam in Vielfalt")
    setting_up.publish_form(editor, programme, "Antragsformular bearbeiten")
    setting_up.publish_programme(editor, programme)
    setting_up.give_access(admin, programme)
    return programme


def _apply(town, programme, title):
    applying.begin(town, programme)
    town.write("core-title", title)
    town.press("Entwurf speichern")
    applying.fill_in(town, "gemeinsam-in-vielfalt", PDF)
    applying.plan(town)
    applying.declare(town, PDF)
    return examining.submit(town, title)


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


@WIDTHS
def test_a_rejection_is_contested_and_examined_anew(visitors, width):
    town, office, decider = _people(visitors, width, *FUNDING)
    address, reference = examining.submit(town, f"{grants.REJECTED} {width}")
    programme = f"{office.portal.url}/foerderung/{grants.REFUSED}-{width}"
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


def _people(visitors, width, *names):
    people = [visitors(width) for _name in names]
    for person, name in zip(people, names, strict=True):
        person.log_in(name)
    return people


@WIDTHS
def test_of_five_decided_together_one_finds_the_money_gone(visitors, width):
    (decider,) = _people(visitors, width, "entscheidung")
    programme = f"{decider.portal.url}/foerderung/{grants.SCARCE}-{width}"
    together = deciding.choose_all(decider, programme)
    assert together == len(grants.FIVE)
    refused, decided = deciding.decide_together(decider)
    assert len(refused) == 1
    assert len(decided) == len(grants.FIVE) - 1
    decider.open(f"{programme}/@@antraege?zustand=ready_for_decision")
    assert decider.page.locator("tbody tr").count() == 1
    assert refused[0] in decider.text()


@WIDTHS
def test_of_two_deciders_at_the_same_moment_with_money_for_one_one_is_told(
    visitors, width
):
    deciders = _people(visitors, width, "entscheidung", "entscheidung")
    programme = f"{deciders[0].portal.url}/foerderung/{grants.LAST}-{width}"
    addresses = [deciding.case_of(deciders[0], programme, name) for name in grants.TWO]
    for decider, address in zip(deciders, addresses, strict=True):
        deciding.confirm(decider, address, "2.500,00")
    (told,) = deciding.approve_at_once(deciders)
    deciding.told_that_money_is_gone(told)
    decided, undecided = addresses if told is deciders[1] else addresses[::-1]
    told.open(f"{undecided}/@@vorgang")
    assert "Zur Entscheidung vorgelegt" in told.text()
    told.open(f"{decided}/@@vorgang")
    assert "noch nicht bekannt gegeben" in told.text()
