"""The page of a tool."""

from kommunaldialog.controlpanel.word_lists import IWordLists
from kommunaldialog.usecases.section import begin_section
from plone import api


def test_a_tool_says_what_it_is_for_and_leads_to_others_like_it(look, make, pdf):
    api.portal.set_registry_record(
        "topics", ("wohnen|Wohnen", "klima|Klima"), interface=IWordLists
    )
    section = make("Folder", title="Bereich")
    with api.env.adopt_roles(["Manager"]):
        begin_section(section)
    dialogue = make("Dialog", section, title="Ortsmitte")
    draft = make("Dialog", section, title="Entwurf", publish=False)
    contact = make("Kontakt", section, title="Rita Rat", phone="0711 1")
    tool = make(
        "Werkzeug",
        section,
        title="Einladen",
        kind="checklist",
        phases=("invite", "prepare"),
        topics=("wohnen", "gibt-es-nicht-mehr"),
        summary="Erstens.\n\nZweitens.",
        file=pdf,
        dialogues=(dialogue.UID(), draft.UID()),
        contact=contact.UID(),
    )
    page = look(tool)
    assert page.headings() == [
        "Einladen",
        "Das Wichtigste in Kürze",
        "Zum Herunterladen",
        "Auf einen Blick",
        "Aus diesen Dialogen",
        "Wen Sie fragen können",
    ]
    assert "Erstens. Zweitens." in page.text
    assert page.facts()["Art"] == "Checkliste"
    assert page.facts()["Hilft beim"] == "Vorbereiten Einladen"
    links = page.links()
    url = section.absolute_url()
    assert links["Wohnen"] == f"{url}/@@werkzeuge?thema=wohnen"
    assert links["Vorbereiten"] == f"{url}/@@werkzeuge?phase=prepare"
    assert links["Ortsmitte"] == dialogue.absolute_url()
    assert "Einladen (PDF, 12 KB)" in links
    assert "Hinweise zur Barrierefreiheit:" in page.text
    assert "Rita Rat" in page.text
    assert "Entwurf" not in page.text


def test_a_tool_alone_has_no_empty_sections(look, make):
    page = look(make("Werkzeug", title="Leer", kind="example"))
    assert page.headings() == ["Leer", "Auf einen Blick"]
    assert page.facts() == {"Art": "Beispiel"}
