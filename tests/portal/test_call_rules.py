"""What the page of a call says of the rules that its programme decides."""

from datetime import datetime
from datetime import timedelta
from datetime import UTC
from decimal import Decimal
from kommunaldialog.dates import local
from kommunaldialog.dates import long_date
from kommunaldialog.usecases.change_deadline import change_deadline
from kommunaldialog.usecases.withdraw import withdraw
from plone import api
from tests.samples import acting
from tests.samples import make_decided
from tests.samples import make_funding
from tests.samples import make_programme
from tests.samples import make_submitted
from tests.samples import now
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent
import pytest


@pytest.fixture
def call(functional_portal):
    return make_programme(functional_portal)


def close(call):
    call.opening = datetime(2016, 1, 21, 8, 0, tzinfo=UTC)
    call.deadline = datetime(2016, 10, 31, 22, 59, tzinfo=UTC)


def test_a_strict_deadline_says_that_nobody_can_submit_afterwards(look, call):
    assert "Ausschlussfrist: Danach kann niemand mehr einreichen" in look(call).text


def test_an_ordinary_deadline_says_how_to_be_late(look, call):
    call.strict_deadline = False
    text = look(call).text
    assert "auch danach noch senden, mit einer Begründung" in text
    assert "Ausschlussfrist" not in text
    close(call)
    assert "auch danach noch senden, mit einer Begründung" in look(call).text


def test_a_fixed_deadline_says_that_weekends_do_not_move_it(look, call):
    assert "Die Frist gilt auch, wenn ihr letzter Tag auf ein Wochen" in look(call).text


def test_a_deadline_that_can_move_says_so_before_it_does(look, call):
    call.deadline_on_holiday = "next_working_day"
    call.deadline = datetime(2040, 10, 31, 22, 59, tzinfo=UTC)  # a Wednesday
    page = look(call)
    assert "endet die Frist am nächsten Werktag" in page.text
    assert page.facts()["Antragsfrist"] == "31. Oktober 2040, 23:59 Uhr (MEZ)"


def test_a_deadline_on_a_saturday_says_where_it_went(look, call):
    call.deadline_on_holiday = "next_working_day"
    call.deadline = datetime(2043, 10, 31, 22, 59, tzinfo=UTC)
    page = look(call)
    assert page.facts()["Antragsfrist"] == "2. November 2043, 23:59 Uhr (MEZ)"
    assert "Der 31. Oktober 2043 fällt auf einen freien Tag (Samstag)" in page.text


def test_a_deadline_on_a_holiday_names_it(look, call):
    call.deadline_on_holiday = "next_working_day"
    call.deadline = datetime(2040, 10, 3, 21, 59, tzinfo=UTC)
    assert "(Tag der Deutschen Einheit)" in look(call).text


def test_a_call_is_decided_when_no_application_waits_any_more(look, functional_portal):
    call = make_funding(functional_portal, applications_per_municipality=2)
    make_decided(call)
    waiting = make_submitted(call)
    close(call)
    assert "alle Anträge entschieden" not in look(call).text
    with acting("antragstellung"):
        withdraw(waiting, now())
    assert "alle Anträge entschieden" in look(call).text


def test_an_open_call_is_not_decided_before_its_deadline(look, functional_portal):
    call = make_funding(functional_portal)
    make_decided(call)
    assert "Offen für Anträge" in look(call).text


def test_a_call_that_nobody_answered_is_only_closed(look, call):
    close(call)
    text = look(call).text
    assert "Beendet" in text
    assert "entschieden" not in text.partition("Was gefördert")[0]


@pytest.mark.parametrize(
    ("kind", "word"),
    [
        ("share", "Anteilfinanzierung"),
        ("shortfall", "Fehlbedarfsfinanzierung"),
        ("fixed", "Festbetragsfinanzierung"),
        ("full", "Vollfinanzierung"),
    ],
)
def test_it_says_how_the_grant_follows_from_the_costs(look, call, kind, word):
    call.kind_of_funding = kind
    assert look(call).facts()["Art der Finanzierung"].startswith(word)


def test_a_share_has_its_rate_and_a_fixed_amount_its_amount(look, call):
    pillar = call["saeule-1"]
    pillar.grant_rate, pillar.fixed_grant = Decimal("80"), Decimal("1500.00")
    call.kind_of_funding = "share"
    text = look(call).text
    assert "Fördersatz" in text and "80 %" in text
    assert "1.500,00" not in text
    call.kind_of_funding = "fixed"
    text = look(call).text
    assert "Festbetrag " in text and "1.500,00 €" in text
    assert "80 %" not in text


def test_what_a_pillar_lacks_is_a_dash_in_its_row(look, call):
    with api.env.adopt_roles(["Manager"]):
        api.content.create(call, "Saeule", id="zwei", title="Zwei")
    call["zwei"].lowest_own_share = Decimal("10")
    rows = [
        [" ".join(cell.text_content().split()) for cell in row]
        for row in look(call).main.xpath(".//tbody/tr")
    ]
    assert rows == [["Gemeinsam in Vielfalt", "3.000,00 €", "–"], ["Zwei", "–", "10 %"]]


def test_the_limit_of_a_municipality_and_what_counts_in_kind(look, call):
    call.highest_grant_per_municipality = Decimal("9000.00")
    call.in_kind_allowed = True
    facts = look(call).facts()
    assert facts["Höchster Zuschuss je Kommune"] == "9.000,00 €"
    assert facts["Sachleistungen und Eigenarbeit"] == "zählen als Eigenanteil"


def test_who_signs_is_said_where_somebody_has_to(look, call):
    assert "zeichnen darf" not in look(call).text
    call.second_signature = True
    assert "Einreichen kann nur eine Person" in look(call).text
    call.scan_instead_of_signature = True
    assert "Unterschriftsblatt" in look(call).text


def test_each_pillar_lists_the_documents_that_it_asks_for(look, call):
    call["saeule-1"].documents = ("Beschluss des Gemeinderats",)
    text = look(call).text
    assert "gehören als Dateien zum Antrag: Beschluss des Gemeinderats" in text


def test_a_call_can_be_asked_for_where_there_is_a_form(look, make, call):
    form = make("EasyForm", title="Rückruf anfragen")
    call.callback_form = form.UID()
    assert look(call).links()["Rückruf anfragen"] == form.absolute_url()
    close(call)
    assert "Rückruf anfragen" not in look(call).links()


def test_a_form_that_is_not_public_is_not_linked(look, make, call):
    call.callback_form = make("EasyForm", title="Rückruf", publish=False).UID()
    assert "Rückruf anfragen" not in look(call).links()


def test_who_talked_on_the_phone_may_say_so_where_that_counts(look, call):
    assert "mit wem Sie gesprochen haben" not in look(call).text
    call.stated_consultation = True
    assert "mit wem Sie gesprochen haben" in look(call).text


def test_the_beginning_of_a_measure_is_defined_and_an_early_one_explained(look, call):
    assert "Beginn der Maßnahme" not in look(call).text
    call.begun_definition = "Der erste Auftrag an Dritte."
    call.early_start_allowed = True
    text = look(call).text
    assert "Als Beginn gilt: Der erste Auftrag an Dritte." in text
    assert "vorzeitigen Beginn" in text


def test_it_says_when_a_forgotten_draft_is_erased(look, call):
    call.draft_days = 45
    assert "löschen wir 45 Tage nach der letzten Änderung" in look(call).text


def test_a_pillar_names_the_dialogues_that_it_pays_for(look, make, call):
    dialogue = make("Dialog", title="Dialoge 2016", use_of_results="Sie zählen.")
    hidden = make("Dialog", title="Geheim", publish=False)
    call["saeule-1"].dialogues = (dialogue.UID(), hidden.UID())
    page = look(call)
    assert page.links()["Dialoge 2016"] == dialogue.absolute_url()
    assert "Geheim" not in page.text


def test_the_time_left_is_that_of_the_deadline_as_it_was_moved(look, call):
    call.deadline_on_holiday = "next_working_day"
    saturday = now() + timedelta(days=(5 - now().weekday()) % 7 + 14)
    call.deadline = saturday.replace(hour=12, minute=0, second=0, microsecond=0)
    days = (call.window().deadline - now()).days
    assert days >= (saturday - now()).days + 1
    assert f"Noch {days} Tage." in look(call).text


def change(call, deadline, **values):
    with acting("webredaktion"):
        change_deadline(call, now(), deadline=deadline, **values)


def test_a_deadline_that_was_put_off_says_why(look, functional_portal):
    call = make_funding(functional_portal, deadline=datetime(2040, 10, 31, tzinfo=UTC))
    assert "Änderungen der Frist" not in look(call).text
    later = datetime(2040, 11, 15, 22, 59, tzinfo=UTC)
    change(call, later, reason="Viele Räte tagen erst im November.")
    text = look(call).text
    assert (
        "Verlängert bis 15. November 2040, 23:59 Uhr (MEZ), "
        "vorher 31. Oktober 2040, 01:00 Uhr (MEZ). "
        "Grund: Viele Räte tagen erst im November."
    ) in text
    assert "Wolf Web" not in text
    change(call, later + timedelta(days=1), reason="Wartung", outage=True)
    change(call, later - timedelta(days=5), reason="Haushaltsschluss")
    text = look(call).text
    assert "Weil das Portal nicht erreichbar war, verlängert bis 16. November" in text
    assert "Grund: Wartung" in text
    shorter = text.index("Verkürzt auf 10. November 2040")
    assert shorter < text.index("Wartung") < text.index("Viele Räte")


def test_the_privacy_notice_says_its_version_and_day(look, functional_portal):
    call = make_programme(functional_portal, privacy_notice="Verantwortlich: das Amt.")
    today = local(now(), "Europe/Berlin")
    assert f"Fassung 1 vom {long_date(today)}" in look(call).text
    call.privacy_notice = "Verantwortlich: ein anderes Amt."
    notify(ObjectModifiedEvent(call))
    assert f"Fassung 2 vom {long_date(today)}" in look(call).text


def test_without_privacy_notice_there_is_no_version_of_it(look, call):
    assert "Fassung" not in look(call).text
