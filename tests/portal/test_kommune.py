"""The page of a municipality, of a contact, of a pillar."""

from datetime import date
from tests.samples import make_people
from tests.samples import make_programme
import pytest


@pytest.fixture
def kommune(make):
    return make(
        "Kommune",
        title="Horb am Neckar",
        ags="08237040",
        kind="stadt",
        official_name="Horb am Neckar, Stadt",
        district="Freudenstadt",
        population=25424,
        population_date=date(2022, 5, 15),
        source="Register 2021, https://www.example.org/daten",
        licence="dl-de/by-2-0",
    )


def test_a_municipality_says_who_it_is(look, kommune):
    assert look(kommune).facts() == {
        "Art": "Stadt",
        "Amtlicher Name": "Horb am Neckar, Stadt",
        "Landkreis": "Freudenstadt",
        "Einwohnerinnen und Einwohner": "25.424 (Stand: 15. Mai 2022)",
        "Amtlicher Gemeindeschlüssel": "08237040",
    }


def test_its_data_is_attributed(look, kommune):
    page = look(kommune)
    assert "Quelle der Daten: Register 2021," in page.text
    assert "Lizenz: dl-de/by-2-0" in page.text
    assert page.links()["https://www.example.org/daten"]


def test_its_dialogues_and_results_are_found(look, make, kommune):
    dialogue = make("Dialog", title="Dialog Horb", municipalities=("08237040",))
    result = make("Ergebnis", dialogue, title="Presse", municipalities=("08237040",))
    make("Dialog", title="Anderer Dialog", municipalities=("08111000",))
    make("Dialog", title="Geheim", municipalities=("08237040",), publish=False)
    assert look(kommune).links() | {"https://www.example.org/daten": ""} == {
        "Dialog Horb": dialogue.absolute_url(),
        "Presse": result.absolute_url(),
        "https://www.example.org/daten": "",
    }


def test_what_lies_in_a_dialogue_is_not_taken_for_one(look, make, kommune):
    dialogue = make("Dialog", title="Dialog Horb", municipalities=("08237040",))
    make("Ergebnis", dialogue, title="Von anderswo")
    assert "Von anderswo" not in look(kommune).links()


def test_a_contact_has_a_page(look, make):
    contact = make("Kontakt", title="Dialogbüro", role="Auskunft", phone="0711 1")
    page = look(contact)
    assert page.headings() == ["Dialogbüro"]
    assert page.facts() == {"Telefon": "0711 1"}
    assert "Dialogbüro" not in page.main.find_class("kd")[0].text_content()


def test_a_contact_that_can_not_be_reached_has_no_empty_list(look, make):
    page = look(make("Kontakt", title="Dialogbüro", role="Auskunft"))
    assert "Auskunft" in page.text
    assert not page.main.findall(".//dl")


def test_a_visitor_of_a_pillar_reads_it_within_its_programme(look, functional_portal):
    programme = make_programme(functional_portal)
    page = look(programme["saeule-1"])
    assert page.headings()[0] == "Kommunale Dialoge"
    assert page.url.endswith("/kommunale-dialoge#saeule-1")
    assert page.main.get_element_by_id("saeule-1").tag == "h3"


def test_an_editor_sees_the_pillar_itself(look, functional_portal):
    make_people()
    programme = make_programme(functional_portal)
    page = look(programme["saeule-1"], "webredaktion")
    assert page.headings() == ["Gemeinsam in Vielfalt"]
    assert page.facts()["Höchster Zuschuss"] == "3.000,00 €"
