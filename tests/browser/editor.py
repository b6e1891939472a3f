"""The main job, seen by who edits pages: change a question, publish the form."""

from playwright.sync_api import Locator
from tests.browser.visitor import Visitor


def open_form(editor: Visitor) -> int:
    """From the programme to its form; how many versions are published."""
    editor.open(editor.portal.programme)
    editor.follow("Antragsformular bearbeiten")
    return editor.page.locator(".kd-table tbody tr").count()


def be_refused(editor: Visitor) -> None:
    """Ask for a file without saying which: it can't be published, and is mended."""
    editor.follow("Fragen bearbeiten")
    dialog = _dialog(editor, editor.page.locator("#add-field"))
    editor.write("form-widgets-title", "Lageplan")
    editor.write("form-widgets-__name__", "lageplan")
    editor.choose("form-widgets-factory", "Datei-Upload")
    _confirm(editor, dialog, "Hinzufügen")
    editor.press("Zurück zum Antragsformular")
    editor.press("Formular veröffentlichen")
    errors = editor.page.locator("#problems")
    assert "lageplan" in errors.inner_text()
    editor.follow("Fragen bearbeiten")
    editor.page.on("dialog", lambda question: question.accept())
    target = editor.page.locator("a[href*='fields/lageplan/@@delete']")
    editor.tab_to(target)
    editor.page.keyboard.press("Enter")
    target.wait_for(state="detached")
    editor.check()


def change(editor: Visitor, question: str) -> None:
    """Ask another question in the place of the second one."""
    editor.tab_to(editor.page.get_by_role("link", name="Ihr Vorhaben"))
    editor.page.keyboard.press("Enter")
    dialog = _dialog(editor, editor.page.locator("a[href$='fields/ziel']"))
    editor.write("form-widgets-title", question)
    _confirm(editor, dialog, "Sichern")
    editor.press("Zurück zum Antragsformular")


def publish(editor: Visitor, number: int) -> None:
    """Publish the form, as that version."""
    editor.press("Formular veröffentlichen")
    assert f"als Fassung {number} veröffentlicht" in editor.text()
    assert editor.page.locator(".kd-table tbody tr").count() == number


def _dialog(editor: Visitor, opener: Locator) -> Locator:
    """Open one of easyform's dialogs."""
    editor.tab_to(opener)
    editor.page.keyboard.press("Enter")
    dialog = editor.page.get_by_role("dialog")
    dialog.locator("#form-widgets-title").wait_for()
    editor.check()
    return dialog


def _confirm(editor: Visitor, dialog: Locator, title: str) -> None:
    editor.tab_to(dialog.get_by_role("button", name=title))
    with editor.page.expect_navigation():
        editor.page.keyboard.press("Enter")
    editor.check()
