"""The page of a call for funding."""

from datetime import date
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from decimal import Decimal
from kommunaldialog.domain.deadline import end_of_day
from kommunaldialog.vocabularies.static import MUNICIPALITY_KINDS
from tests.samples import make_funding
from tests.samples import make_programme
from tests.samples import make_submitted
from tests.samples import now
import pytest
import re


ACTIONS = {
    "Antrag beginnen": "/@@antrag-beginnen",
    "Anträge bearbeiten": "/@@antraege",
    "Beratung eintragen": "/@@beratung-erfassen",
    "Antragsformular bearbeiten": "/antragsformular",
}


@pytest.fixture
def call(functional_portal, make):
    contact = make("Kontakt", title="Förderbüro", phone="0711 1234")
    return make_funding(
        functional_portal,
        contact=contact.UID(),
        deadline=now() + timedelta(days=20, hours=1),
        documents=("Konzept als PDF",),
        privacy_notice="Ihre Daten werden nur für den Antrag genutzt.",
    )


def closed(call):
    call.opening = datetime(2016, 1, 21, 8, 0, tzinfo=UTC)
    call.deadline = end_of_day(date(2016, 10, 31), "Europe/Berlin")
    return call


def actions(page, call):
    url = call.absolute_url()
    return {
        label
        for label, href in page.links().items()
        if href == url + ACTIONS.get(label, "?")
    }


def test_the_page_names_every_kind_that_may_apply(look, call):
    call.eligible_kinds = tuple(kind for kind, title in MUNICIPALITY_KINDS)
    assert "Verwaltungsgemeinschaften Zweckverbände Gemeindefreie Gebiete" in " ".join(
        look(call).text.split()
    )


def test_the_page_follows_the_questions_of_a_town_hall(look, call):
    assert look(call).headings() == [
        "Kommunale Dialoge",
        "Was gefördert wird",
        "Wer einen Antrag stellen kann",
        "Wie viel es gibt",
        "Bis wann",
        "Was Sie zuerst tun",
        "Welche Unterlagen Sie brauchen",
        "Was danach geschieht",
        "Wen Sie fragen können",
        "Rechtsgrundlage und Zuständigkeit",
        "Datenschutz",
    ]


def test_an_open_call_says_how_long(look, call):
    call.deadline = now() + timedelta(days=20, minutes=5)
    text = look(call).text
    assert "Offen für Anträge" in text
    assert "Noch 20 Tage." in text


def test_near_the_deadline_hours_count(look, call):
    call.deadline = now() + timedelta(hours=30, minutes=5)
    assert "Noch 30 Stunden." in look(call).text


def test_at_last_minutes_count(look, call):
    call.deadline = now() + timedelta(minutes=45)
    # A deadline's minute counts to its end, and the clock goes on meanwhile.
    assert re.search(r"Noch 4[45] Minuten\.", look(call).text)


def test_the_deadline_has_its_time_and_zone(look, call):
    facts = look(closed(call)).facts()
    assert facts["Antragsfrist"] == "31. Oktober 2016, 23:59 Uhr (MEZ)"


def test_what_opens_says_from_when_and_what_is_over_does_not(look, call):
    call.opening = datetime(2016, 7, 21, 8, 0, tzinfo=UTC)
    assert look(call).facts()["Anträge ab"] == "21. Juli 2016, 10:00 Uhr (MESZ)"
    assert "Anträge ab" not in look(closed(call)).facts()


def test_a_deadline_in_summer_is_in_summer_time(look, call):
    call.opening = datetime(2016, 1, 1, tzinfo=UTC)
    call.deadline = end_of_day(date(2016, 7, 31), "Europe/Berlin")
    assert look(call).facts()["Antragsfrist"] == "31. Juli 2016, 23:59 Uhr (MESZ)"


def test_a_closed_call_speaks_in_the_past_tense(look, call):
    page = look(closed(call))
    assert "Die Antragsfrist endete am 31. Oktober 2016 um 23:59 Uhr." in page.text
    assert "Was gefördert wurde" in page.headings()
    assert "Jede Kommune konnte einen Antrag stellen." in page.text
    for word in (" kann ", " können ", " gibt ", " stehen "):
        assert word not in page.text.replace("Wen Sie fragen können", "")
    assert "Antrag beginnen" not in page.links()


def test_a_call_that_is_announced_says_from_when(look, call):
    call.opening = datetime(2040, 3, 1, 8, 0, tzinfo=UTC)
    call.deadline = datetime(2040, 4, 1, 8, 0, tzinfo=UTC)
    page = look(call)
    assert "Anträge sind ab dem 1. März 2040 um 09:00 Uhr möglich." in page.text
    assert "Antrag beginnen" not in page.links()


def test_the_consultation_comes_with_a_telephone_number(look, call):
    page = look(call)
    assert "Bitte lassen Sie sich vor dem Antrag beraten." in page.text
    assert "Telefon für die Beratung: 0711 1234" in page.text


def test_a_call_without_consultation_does_not_ask_for_one(look, call):
    call.consultation_required = False
    assert "beraten" not in look(call).text


def test_amounts_are_written_as_money(look, call):
    call["saeule-1"].lowest_own_share = Decimal("10")
    text = look(call).text
    assert "3.000,00 €" in text
    assert "10 %" in text
    assert "Insgesamt stehen 10.000,00 € zur Verfügung." in text


def test_a_visitor_may_only_begin(look, call):
    assert actions(look(call), call) == {"Antrag beginnen"}


def test_without_a_published_form_nobody_begins(look, functional_portal):
    page = look(make_programme(functional_portal))
    assert "Antrag beginnen" not in page.links()
    assert "Das Antragsformular wird noch vorbereitet." in page.text


def test_an_editor_is_told_that_there_is_no_number_to_call(look, call):
    warning = "hier steht keine Nummer zum Anrufen"
    assert warning not in look(call, "webredaktion").text
    call.contact = None
    assert warning in look(call, "webredaktion").text
    assert warning not in look(call, "antragstellung").text
    call.consultation_required = False
    assert warning not in look(call, "webredaktion").text


@pytest.mark.parametrize(
    ("account", "offered"),
    [
        ("antragstellung", {"Antrag beginnen"}),
        ("sachbearbeitung", {"Anträge bearbeiten", "Beratung eintragen"}),
        ("entscheidung", {"Anträge bearbeiten"}),
        ("ministerium", {"Anträge bearbeiten"}),
        ("webredaktion", {"Antragsformular bearbeiten"}),
    ],
)
def test_each_is_led_to_what_they_do(look, call, account, offered):
    assert actions(look(call, account), call) == offered


def test_members_of_a_municipality_find_their_applications(look, call):
    links = look(call, "antragstellung").links()
    assert links["Meine Anträge"].endswith("/@@meine-antraege")
    assert "Meine Anträge" not in look(call).links()


def test_applications_leave_no_trace_on_the_page(look, call):
    def anonymous():
        tree = look(call).tree
        for token in tree.xpath("//*[@name='_authenticator']"):
            token.getparent().remove(token)
        return tree.text_content()

    before = anonymous()
    application = make_submitted(call)
    after = anonymous()
    assert after == before
    assert application.reference not in after
