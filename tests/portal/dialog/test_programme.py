"""A programme of dialogues, and what they add up to."""

from dataclasses import replace
from kommunaldialog.portal.dialog import page as dialog_page
from plone import api
from tests.portal.test_funded import grant
from tests.samples import make_programme
import pytest


@pytest.fixture
def programme(make):
    return make("Dialog", title="Programm", kind="programme")


@pytest.fixture
def local(make, programme):
    """Two dialogues, of which one lies in a folder, and a third in draft."""
    first = make(
        "Dialog",
        programme,
        title="Dialog A",
        status="running",
        municipalities=("08999001",),
        participant_number=40,
    )
    folder = make("Folder", programme, title="Jahr 2016")
    second = make(
        "Dialog", folder, title="Dialog B", municipalities=("08999001", "08999002")
    )
    make("Dialog", programme, title="Geheim", participant_number=9, publish=False)
    return first, second


def test_a_programme_lists_its_dialogues_with_their_state(look, programme, local):
    page = look(programme)
    assert page.links()["Dialog A"] == local[0].absolute_url()
    assert page.links()["Dialog B"] == local[1].absolute_url()
    assert "Dialog A läuft" in page.text
    assert "Geheim" not in page.text


def test_a_programme_says_what_its_dialogues_add_up_to(look, make, programme, local):
    make("Ergebnis", local[0], title="Licht", implementation="done")
    make("Ergebnis", local[1], title="Platz", implementation="open")
    make("Ergebnis", local[1], title="Protokoll", summary="Wer da war.")
    page = look(programme)
    facts = page.facts()
    assert facts["Dialoge"] == "2"
    assert facts["Kommunen, die beteiligt sind"] == "2"
    assert facts["Teilnehmende (aus 1 von 2 Dialogen bekannt)"] == "40"
    assert facts["Ergebnisse"] == "3"
    assert facts["Zusagen, die umgesetzt sind"] == "1 von 2"
    # They stand on the pages of their dialogues.
    assert "Licht" not in page.text


def test_where_not_all_municipalities_are_known_by_name_their_number_counts(
    look, programme, local
):
    programme.municipality_count = 10
    assert look(programme).facts()["Kommunen, die beteiligt sind"] == "10"
    programme.municipality_count = 1
    assert look(programme).facts()["Kommunen, die beteiligt sind"] == "2"


def test_a_programme_says_what_was_granted_for_its_dialogues(
    look, functional_portal, programme, local
):
    call = make_programme(functional_portal)
    grant(call, 1, "Dialog A")
    grant(call, 2, "Aus der anderen Säule", pillar="Anderes", **{"id": "a2"})
    call.case_store().rows["a2"] = replace(call.case_store().rows["a2"], pillar="zwei")
    grant(call, 3, "Noch nicht bekannt gegeben", announced=None)
    assert "Bewilligte Förderung" not in look(programme).facts()
    call["saeule-1"].dialogues = (local[0].UID(),)
    call["saeule-1"].reindexObject()
    assert look(programme).facts()["Bewilligte Förderung"] == "1.000,50 €"
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(call, "retract")
    assert "Bewilligte Förderung" not in look(programme).facts()


def test_the_sums_lead_to_what_was_counted(look, fetch, make, programme, local):
    make("Ergebnis", local[0], title="Licht", implementation="done")
    make("Ergebnis", local[1], title="Platz", implementation="open")
    links = look(programme).links()
    assert "1 Ergebnis gefunden" in fetch(links["1 von 2"]).contents


def test_what_nobody_counted_is_left_out(look, programme, local):
    local[0].participant_number = None
    local[0].reindexObject()
    facts = look(programme).facts()
    assert "Ergebnisse" not in facts
    assert not [title for title in facts if title.startswith("Teilnehmende")]


def test_a_municipal_dialogue_leads_to_its_programme(look, programme, local):
    assert look(local[1]).links()["Programm"] == programme.absolute_url()


def test_a_long_list_ends_with_a_link_to_all(look, programme, local, monkeypatch):
    monkeypatch.setattr(dialog_page, "MOST", 1)
    page = look(programme)
    assert "Dialog B" not in page.links()
    assert page.links()["Alle 2 Dialoge"] == f"{programme.absolute_url()}/@@dialoge"


def test_a_tool_from_the_dialogue_stands_on_its_page_wherever_it_lies(
    look, make, programme
):
    tool = make(
        "Werkzeug", title="Leitfaden", summary="Kurz.", dialogues=(programme.UID(),)
    )
    page = look(programme)
    assert "Werkzeuge aus diesem Dialog" in page.headings()
    assert page.links()["Leitfaden"] == tool.absolute_url()
