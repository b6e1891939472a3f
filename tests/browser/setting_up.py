"""A programme is set up: added, divided, its access granted, its forms published."""

from tests.browser.editor import publish
from tests.browser.examining import refused
from tests.browser.grants import CHECKLIST
from tests.browser.visitor import Visitor
from tests.samples_proof import LIST


OPENING, DEADLINE = "2026-01-01", "2029-12-31"
SENTENCE = "Wir freuen uns auf Ihren Dialog."
DECLARATION = "Die Angaben stimmen mit den Büchern überein."
ACCESS = {
    "case_worker_groups": "bewilligung-sachbearbeitung",
    "decision_groups": "bewilligung-entscheidung",
}
BODY = "Landesamt für Beteiligung (Beispiel)"
# Tab of the form -> what is written into its fields.
SETTINGS = {
    "Geld": {
        "budget_year": "2026",
        "budget_chapter": "0902",
        "budget_title": "633 01",
        "plan_tolerance": "20",
    },
    "Prüfung": {"checklist": "\n".join(CHECKLIST)},
    "Verwendungsnachweis": {
        "proof_documents": LIST,
        "proof_declarations": DECLARATION,
    },
    "Beratung und Kontakt": {},
    "Bewilligung": {
        "budget": "9.000,00",
        "legal_basis": "§§ 23 und 44 LHO",
        "conditions": "Die Mittel sind wirtschaftlich zu verwenden.",
        "annexes": "ANBest-K",
        "appeal_instruction": "Gegen diesen Bescheid kann Klage erhoben werden.",
    },
}
# Tab -> what is ticked there, or no longer ticked.
TICKS = {
    "Geld": "payment_after_finality",
    "Beratung und Kontakt": "consultation_required",
}


def add_programme(editor: Visitor, title: str, prefix: str) -> str:
    """Add a programme that is open; first with a wrong prefix. Its address."""
    editor.open("foerderung/++add++Foerderprogramm")
    editor.write("form-widgets-IDublinCore-title", title)
    editor.day("form-widgets-opening", OPENING)
    editor.day("form-widgets-deadline", DEADLINE)
    editor.write("form-widgets-reference_prefix", prefix.lower())
    editor.day("form-widgets-measure_start", "2030-01-01")
    editor.day("form-widgets-measure_end", "2030-12-31")
    for tab, values in SETTINGS.items():
        _open_tab(editor, tab)
        if tab in TICKS:
            editor.tick(f"form-widgets-{TICKS[tab]}-0")
        if tab == "Bewilligung":
            editor.choose("form-widgets-granting_body", BODY)
        for name, value in values.items():
            editor.write(f"form-widgets-{name}", value)
    editor.press("Sichern")
    assert editor.page.locator(".field.error, .is-invalid").count(), editor.text()
    editor.write("form-widgets-reference_prefix", prefix)
    editor.press("Sichern")
    assert title in editor.text()
    return editor.url.removesuffix("/view")


def _open_tab(editor: Visitor, title: str) -> None:
    editor.tab_to(editor.page.locator(".autotoc-nav a").filter(has_text=title))
    editor.page.keyboard.press("Enter")


def add_pillar(editor: Visitor, programme: str, title: str) -> None:
    """Add a pillar with a limit; first with one that the programme can't pay."""
    editor.open(f"{programme}/++add++Saeule")
    editor.write("form-widgets-title", title)
    editor.write("form-widgets-highest_grant", "30.000,00")
    editor.press("Sichern")
    assert "ist höher als die Fördermittel insgesamt" in editor.text()
    editor.write("form-widgets-highest_grant", "3.000,00")
    editor.press("Sichern")
    assert "3.000,00 €" in editor.text()


def give_access(admin: Visitor, programme: str) -> None:
    """Say which groups examine and which decide: only an administrator may."""
    admin.open(f"{programme}/edit")
    _open_tab(admin, "Zugriff")
    for name, group in ACCESS.items():
        lists = admin.page.locator(f"#formfield-form-widgets-{name}")
        admin.tab_to(lists.locator("select").first)
        lists.locator("select").first.select_option(value=group)
        admin.tab_to(lists.get_by_role("button", name="→"))
        admin.page.keyboard.press("Enter")
        assert lists.locator("select").last.locator("option").count() == 1
    admin.press("Sichern")


def publish_form(editor: Visitor, programme: str, link: str) -> None:
    """Publish the form that the link of that name leads to, as it is given."""
    editor.open(programme)
    editor.follow(link)
    publish(editor, 1)


def write_texts(office: Visitor, programme: str) -> None:
    """Add a sentence to the notice of approval; first with an unknown placeholder."""
    office.open(f"{programme}/@@bescheidtexte")
    place = office.page.locator("#block_approval")
    given = place.input_value()
    office.write("block_approval", f"{given}\n\nBis {{Wann}}.")
    office.press("Texte speichern")
    refused(office, "block_approval")
    assert "{Wann}" in place.input_value()
    office.write("block_approval", f"{given}\n\n{SENTENCE}")
    office.press("Texte speichern")
    assert "Die Texte sind gespeichert." in office.text()


def publish_programme(editor: Visitor, programme: str) -> None:
    """Everybody can read it; Plone's menu for that opens under a mouse only."""
    editor.open(programme)
    link = editor.page.locator("a[href*='workflow_action=publish&']")
    editor.open(link.evaluate("link => link.href"))
    status = editor.page.locator("#plone-contentmenu-workflow")
    assert "Veröffentlicht" in str(status.text_content())
