"""What was funded, for everybody."""

from datetime import datetime
from datetime import UTC
from decimal import Decimal
from kommunaldialog.domain.case_row import CaseRow
from kommunaldialog.portal.funded import PAGE_SIZE
from kommunaldialog.portal.funded_selection import FundedSelection
from kommunaldialog.usecases.funded import funded_measures
from plone import api
from plone.app.testing import logout
from tests.client import Client
from tests.portal.conftest import Page
from tests.samples import AGS
from tests.samples import make_decided
from tests.samples import make_funding
from tests.samples import make_kommune
from tests.samples import make_programme
from tests.samples import OTHER_AGS
from tests.samples_decision import make_pending
import pytest
import transaction


@pytest.fixture
def funding(functional_portal):
    return make_funding(functional_portal)


def page(functional_app, item, view="", user=None):
    transaction.commit()
    return Client(functional_app, user).get(f"{item.absolute_url()}{view}").text


def test_announced_grants_are_listed_with_municipality_measure_and_amount(
    functional_app, funding
):
    make_decided(funding)
    text = page(functional_app, funding, "/@@foerderungen")
    for said in ("Musterstadt", "Dialog Ortsmitte", "2.500,00"):
        assert said in text
    for secret in ("KD-2", "Emil Entscheidung", "Anna Antrag"):
        assert secret not in text
    assert "@@foerderungen" in page(functional_app, funding)


def test_a_decision_that_waits_and_a_rejection_are_not(functional_app, funding):
    make_pending(funding)
    make_decided(funding, approved=False, user="fremde", ags=OTHER_AGS)
    text = page(functional_app, funding, "/@@foerderungen")
    assert "Bisher ist keine Förderung bekannt gegeben." in text
    assert "Dialog Ortsmitte" not in text
    assert "@@foerderungen" not in page(functional_app, funding)


def grant(programme, number, measure, ags=AGS, year=2025, pillar="Vielfalt", **values):
    """A row as the office's lists keep it, of a grant that was announced."""
    # At midnight in Berlin the new year has begun; in UTC it has not.
    moment = datetime(year - 1, 12, 31, 23, 30, tzinfo=UTC)
    programme.case_store().rows[f"a{number}"] = CaseRow(
        **{
            "id": f"a{number}",
            "reference": f"KD-{number}",
            "file_number": "",
            "ags": ags,
            "municipality": "So hieß sie damals",
            "kreis": ags[:5],
            "pillar": "saeule-1",
            "pillar_title": pillar,
            "measure": measure,
            "state": "approved",
            "flags": (),
            "arrived": moment,
            "only_day": False,
            "case_worker": "",
            "requested": Decimal("3000.00"),
            "approved": Decimal("1000.50"),
            "announced": moment,
            **values,
        }
    )


@pytest.fixture
def section(functional_portal):
    """Two public calls with grants, one call that is not public, one elsewhere."""
    with api.env.adopt_roles(["Manager"]):
        section = api.content.create(functional_portal, "Folder", title="Dialoge")
        api.content.transition(section, "publish")
    make_kommune(functional_portal, AGS, "Musterstadt")
    make_kommune(functional_portal, OTHER_AGS, "Beispielhausen")
    first = make_programme(section, title="Aufruf 2024", reference_prefix="A")
    second = make_programme(section, title="Aufruf 2025", reference_prefix="B")
    hidden = make_programme(section, title="Geheim", reference_prefix="C")
    elsewhere = make_programme(functional_portal, title="X", reference_prefix="D")
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(hidden, "retract")
    grant(first, 1, "Ortsmitte", year=2024)
    grant(second, 2, "Radwege")
    grant(second, 3, "Jugend", OTHER_AGS, pillar="Jugend vor Ort")
    grant(second, 4, "Fremde Maßnahme", ags="07111000")
    grant(second, 5, "Noch geheim", announced=None)
    grant(hidden, 6, "Ganz geheim")
    grant(elsewhere, 7, "Anderswo")
    # Whoever made all this would see what is not public.
    logout()
    return section


def chosen(section, **form):
    selection = FundedSelection.from_request(section, form)
    return [row.measure for row in selection.found]


def test_a_section_lists_the_grants_of_all_its_public_calls(fetch, section):
    page = Page(fetch(f"{section.absolute_url()}/@@foerderungen"))
    assert page.headings() == [
        "Förderung",
        "Was Kommunen beantragen können",
        "Auswahl eingrenzen",
        "4 geförderte Maßnahmen, zusammen 4.002,00 €",
    ]
    for absent in ("geheim", "Geheim", "Anderswo", "KD-"):
        assert absent not in page.text
    rows = [
        [" ".join(cell.text_content().split()) for cell in row]
        for row in page.tree.xpath("//table[@aria-labelledby='massnahmen']//tr")
    ]
    assert rows[1:] == [
        ["Beispielhausen", "Jugend Jugend vor Ort", "2025", "1.000,50 €"],
        ["Musterstadt", "Ortsmitte Vielfalt", "2024", "1.000,50 €"],
        ["Musterstadt", "Radwege Vielfalt", "2025", "1.000,50 €"],
        ["So hieß sie damals", "Fremde Maßnahme Vielfalt", "2025", "1.000,50 €"],
        ["Zusammen", "4.002,00 €"],
    ]
    assert page.links()["Musterstadt"].endswith("/musterstadt")
    assert "2025 3 3.001,50 € 2024 1 1.000,50 €" in page.text
    assert "Jugend vor Ort 1 1.000,50 € Vielfalt 3 3.001,50 €" in page.text


def test_choices_narrow_the_list_by_plain_links_and_can_be_taken_back(fetch, section):
    url = f"{section.absolute_url()}/@@foerderungen"
    page = Page(fetch(f"{url}?jahr=2025&kreis=08999"))
    assert "2 geförderte Maßnahmen, zusammen 2.001,00 €" in page.headings()
    for present, absent in (("Radwege", "Ortsmitte"), ("Jugend", "Fremde")):
        assert present in page.text
        assert absent not in page.text
    links = {a.get("id"): a for a in page.tree.iter("a")}
    # The other year counts within the Kreis; so does the pillar, with the year.
    assert " ".join(links["jahr-2024"].text_content().split()) == "2024 (1)"
    assert " ".join(links["saeule-vielfalt"].text_content().split()) == "Vielfalt (1)"
    assert links["jahr-2025"].get("aria-current") == "true"
    # What is chosen keeps its place.
    years = [name for name in links if name and name.startswith("jahr-")]
    assert years == ["jahr-2025", "jahr-2024"]
    page = Page(fetch(f"{url}?jahr=2024"))
    years = [a.get("id") for a in page.tree.iter("a") if "jahr-" in a.get("id", "")]
    assert years == ["jahr-2025", "jahr-2024"]
    assert links["jahr-2025"].get("href") == f"{url}?kreis=08999"
    assert links["auswahl-aufheben"].get("href") == url
    page = Page(fetch(f"{url}?jahr=1999&saeule=%3Cb%3E"))
    assert "Keine geförderte Maßnahme" in page.headings()
    assert "Säule: <b>" in page.text


def test_choices_combine_and_what_is_no_choice_is_left_out(section):
    assert chosen(section, jahr="2024") == ["Ortsmitte"]
    assert chosen(section, jahr=["2024", "2025"], saeule="jugend-vor-ort") == ["Jugend"]
    programme = section["aufruf-2024"].UID()
    assert chosen(section, programm=programme) == ["Ortsmitte"]
    assert len(chosen(section, jahr="", kreis=object(), seite="9" * 5000)) == 4


def test_a_long_list_has_pages_that_keep_the_choice(fetch, section):
    for number in range(100, 100 + PAGE_SIZE):
        grant(section["aufruf-2025"], number, f"Maßnahme {number}", year=2023)
    url = f"{section.absolute_url()}/@@foerderungen"
    first = Page(fetch(url))
    assert "Seite 1 von 2" in first.text
    assert first.links()["Weiter"] == f"{url}?seite=2"
    # The sums are of all that was found, not of the page.
    assert "104 geförderte Maßnahmen, zusammen 104.052,00 €" in first.headings()
    last = Page(fetch(f"{url}?seite=99"))
    assert "Seite 2 von 2" in last.text
    assert last.links()["Zurück"] == url
    assert "Fremde Maßnahme" in last.text
    alone = Page(fetch(f"{url}?jahr=2023"))
    assert "Seite 1" not in alone.text


def test_the_grants_of_one_municipality_are_found_in_the_whole_portal(
    functional_portal, section
):
    found = funded_measures(functional_portal, OTHER_AGS)
    assert [(row.measure, row.municipality) for row in found] == [
        ("Jugend", "Beispielhausen")
    ]
    assert len(funded_measures(functional_portal, AGS)) == 3
