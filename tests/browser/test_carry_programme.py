"""A web editor takes the example's programme out as a file, and makes another of it."""

import json
import pytest


@pytest.mark.parametrize("width", [1280, 320])
def test_a_programme_goes_through_a_file(visitors, width):
    editor = visitors(width)
    editor.log_in("webredaktion")
    editor.open(editor.portal.programme)
    editor.follow("Programm exportieren")
    file = editor.document("Datei herunterladen")
    content = json.loads(file)
    title = content["programme"]["title"]

    editor.open("foerderung/@@programm-importieren")
    editor.press("Programm anlegen")
    assert "Bitte wählen Sie die Datei" in editor.text()
    assert "Fehler" in editor.page.title()
    editor.page.set_input_files(
        "#datei",
        {"name": "programm.json", "mimeType": "application/json", "buffer": file},
    )
    editor.press("Programm anlegen")
    assert "Dieses Kürzel hat schon ein anderes Förderprogramm" in editor.text()
    assert "Ihre Datei ist noch da" in editor.text()
    editor.write("kuerzel", f"DATEI{width}")
    editor.press("Programm anlegen")
    assert "noch nicht veröffentlicht" in editor.text()
    assert editor.page.locator("h1").inner_text() == title
    for pillar in content["pillars"]:
        assert pillar["title"] in editor.text()
