"""The page of a municipality, of a contact, of a pillar."""

from datetime import date
from kommunaldialog.content.register import kommunen
from kommunaldialog.controlpanel.interfaces import IKommunaldialogSettings
from kommunaldialog.controlpanel.word_lists import IWordLists
from kommunaldialog.portal.kommune import SHOWN
from plone import api
from tests.samples import AGS
from tests.samples import make_decided
from tests.samples import make_funding
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


def rows(page, section):
    """Titles of the pages that a section of the page lists."""
    return [
        " ".join(link.text_content().split())
        for link in page.main.cssselect(f"section[aria-labelledby={section}] h3 a")
    ]


def test_its_dialogues_and_results_are_found(look, make, kommune):
    dialogue = make("Dialog", title="Dialog Horb", municipalities=("08237040",))
    make("Ergebnis", dialogue, title="Presse", municipalities=("08237040",))
    make("Dialog", title="Anderer Dialog", municipalities=("08111000",))
    make("Dialog", title="Geheim", municipalities=("08237040",), publish=False)
    page = look(kommune)
    assert rows(page, "dialoge") == ["Dialog Horb"]
    assert rows(page, "ergebnisse") == ["Presse"]
    assert page.links()["Dialog Horb"] == dialogue.absolute_url()


def test_without_a_dialogue_it_says_so_and_has_no_empty_sections(look, kommune):
    page = look(kommune)
    assert "noch kein Dialog dieser Kommune" in page.text
    assert page.headings() == [
        "Horb am Neckar",
        "Auf einen Blick",
        "Dialoge",
        "Kommunen beraten Kommunen",
    ]


def test_of_many_the_newest_are_shown_and_an_overview_has_all(look, make, kommune):
    for number in range(SHOWN + 1):
        dialogue = make(
            "Dialog",
            title=f"Dialog {number}",
            municipalities=("08237040",),
            start=date(2010 + number, 1, 1),
        )
        make("Ergebnis", dialogue, title=f"E{number}", municipalities=("08237040",))
    page = look(kommune)
    assert len(rows(page, "dialoge")) == len(rows(page, "ergebnisse")) == SHOWN
    assert rows(page, "dialoge")[0] == "Dialog 10"
    links = page.links()
    everything = links["Alle Dialoge dieser Kommune (11)"]
    assert everything.endswith("/@@dialoge?kommune=08237040")
    assert "Alle Ergebnisse dieser Kommune (11)" in links


def test_a_kreis_leads_to_the_dialogues_of_its_municipalities(look, make):
    kreis = make("Kommune", title="Freudenstadt", ags="08237", kind="landkreis")
    assert not look(kreis).main.cssselect("a[href*='kreis=']")
    make("Dialog", title="Dialog Horb", municipalities=("08237040",))
    url = look(kreis).links()["Dialoge der Kommunen im Landkreis (1)"]
    assert url.endswith("/@@dialoge?kreis=08237")


def test_its_kreis_leads_to_its_neighbours(look, kommune):
    assert look(kommune).links()["Freudenstadt"].endswith("/@@kommunen?kreis=08237")


def test_it_is_shown_on_the_map_where_there_is_one(look, make, kommune):
    link = "Auf der Karte ansehen"
    assert link not in look(kommune).links()
    api.portal.set_registry_record("map_of", "08", interface=IKommunaldialogSettings)
    assert look(kommune).links()[link].endswith("/@@karte?kreis=08237")
    made_up = make("Kommune", title="Musterstadt", ags="08999001")
    assert link not in look(made_up).links()


def test_one_that_was_merged_says_since_when_and_with_whom(look, make):
    new = make("Kommune", title="Neustadt", ags="08999009", valid_from=date(2025, 1, 1))
    old = make(
        "Kommune",
        title="Altstadt",
        ags="08999008",
        valid_to=date(2024, 12, 31),
        successor="08999009",
    )
    page = look(old)
    assert "Diese Kommune gab es bis zum 31. Dezember 2024." in page.text
    assert page.links()["Neustadt"] == new.absolute_url()
    assert look(new).facts()["Besteht seit"] == "1. Januar 2025"
    assert "gab es bis" not in look(new).text


def test_a_successor_that_the_register_lacks_is_said_by_its_key(look, make):
    old = make("Kommune", title="Altstadt", ags="08999008", successor="08999009")
    page = look(old)
    assert "Nachfolgerin: 08999009" in page.text
    assert "gab es bis" not in page.text


def test_what_it_advises_others_on_leads_to_others_that_do(look, make):
    topics = ("wohnen|Bauen und Wohnen",)
    api.portal.set_registry_record("topics", topics, interface=IWordLists)
    town = make(
        "Kommune",
        title="Musterstadt",
        ags="08999001",
        advises_topics=("wohnen",),
        advises_methods=("werkstatt",),
        advises_on=("Moderation",),
    )
    page = look(town)
    assert page.facts()["außerdem"] == "Moderation"
    links = page.links()
    assert links["Bauen und Wohnen"].endswith("/@@beraten?thema=wohnen")
    assert links["Werkstatt"].endswith("/@@beraten?methode=werkstatt")


def test_it_can_look_for_one_that_advises_it(look, kommune):
    page = look(kommune)
    assert "berät andere" not in page.text
    link = page.links()["Kommunen finden, die eine Kommune wie diese beraten"]
    assert link.endswith("/@@beraten?meine=08237040")


def test_what_was_granted_to_it_is_listed_with_its_sum(look, functional_portal):
    funding = make_funding(functional_portal, applications_per_municipality=2)
    make_decided(funding)
    town = kommunen(AGS)[0]
    (row,) = look(town).main.cssselect("#foerderungen ~ table tbody tr")
    cells = [" ".join(cell.text_content().split()) for cell in row]
    assert cells[0] == "Dialog Ortsmitte"
    assert cells[3] == "2.500,00 €"
    assert not look(town).main.cssselect("tfoot")
    make_decided(funding, title="Zweiter Dialog")
    (total,) = look(town).main.cssselect("tfoot td")
    assert total.text_content() == "5.000,00\xa0€"


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


def test_a_municipality_names_the_verbaende_that_it_belongs_to(look, make, kommune):
    make(
        "Kommune",
        title="Zweckverband Neckartal",
        ags="Z080001",
        kind="zweckverband",
        members=("08237040", "08237"),
    )
    page = look(kommune)
    assert page.facts()["Gehört zu"] == "Zweckverband Neckartal"
    assert page.links()["Zweckverband Neckartal"].endswith("/zweckverband-neckartal")


def test_a_verband_names_its_members(look, make, kommune):
    verband = make(
        "Kommune",
        title="Verwaltungsgemeinschaft Horb",
        ags="082375004",
        kind="verwaltungsgemeinschaft",
        members=("08237040",),
    )
    page = look(verband)
    assert page.facts()["Mitglieder"] == "Horb am Neckar"
    assert page.facts()["Art"] == "Verwaltungsgemeinschaft"
    assert page.links()["Horb am Neckar"] == kommune.absolute_url()


def test_a_landkreis_leads_to_its_municipalities(look, make, kommune):
    page = look(make("Kommune", title="Freudenstadt", ags="08237", kind="landkreis"))
    assert page.facts()["Gemeinden"] == "Alle Kommunen im Landkreis"
    assert page.links()["Alle Kommunen im Landkreis"].endswith("kommunen?kreis=08237")
