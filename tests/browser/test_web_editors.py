"""What web editors do: write a dialogue, publish it, report on it, put it away."""

from importlib.resources import files
from io import BytesIO
from playwright.sync_api import expect
from playwright.sync_api import Locator
from tests.browser.example import Example
from tests.browser.visitor import Visitor
import pikepdf
import pytest
import re


WIDTHS = pytest.mark.parametrize("width", [1280, 320])
CORE = "form-widgets-IDublinCore"
GOAL = "Der Gemeinderat weiß, was den Menschen am Brunnen fehlt."
USE = "Der Gemeinderat berät öffentlich über jeden Vorschlag."
SUMMARY = "Dreißig Menschen wünschen sich Bänke und Schatten."
TOPIC = "@@listenwort?liste=topics&wort=sicherheit"


@pytest.fixture
def editor(visitors: type, width: int) -> Visitor:
    visitor = visitors(width)
    visitor.log_in("webredaktion")
    return visitor


def untagged(name: str) -> bytes:
    """A PDF of the example as it is where nobody minds headings."""
    out = BytesIO()
    source = files("kommunaldialog.example") / "data" / "pdf" / name
    with pikepdf.open(BytesIO(source.read_bytes())) as pdf:
        del pdf.Root.StructTreeRoot, pdf.Root.MarkInfo
        pdf.save(out)
    return out.getvalue()


def choose_step(editor: Visitor, step: str) -> None:
    """A step of the menu of states, by keyboard."""
    menu = editor.page.locator("#plone-contentmenu-workflow")
    editor.tab_to(menu.locator(".dropdown-toggle"))
    editor.page.keyboard.press("Enter")
    item = menu.locator(f"#workflow-transition-{step}")
    expect(item).to_be_visible()
    for _press in range(menu.locator("li").count()):
        if item.evaluate("item => item === document.activeElement"):
            break
        editor.page.keyboard.press("ArrowDown")
    editor.enter(item)


def open_tab(editor: Visitor, title: str) -> None:
    """One of the parts of Plone's form."""
    tab = editor.page.locator(".autotoc-nav a", has_text=title)
    editor.tab_to(tab)
    editor.page.keyboard.press("Enter")
    expect(tab).to_have_class(re.compile(r"\bactive\b"))


def missing(editor: Visitor) -> Locator:
    """The box above the page that says what it lacks."""
    return editor.page.locator("[aria-labelledby=kd-missing]")


def write_draft(editor: Visitor, title: str) -> str:
    """Save a dialogue of which only the title is known; its address."""
    editor.open("dialoge/++add++Dialog")
    editor.write(f"{CORE}-title", title)
    editor.press("Sichern")
    address = editor.url.removesuffix("/view")
    assert "Bevor die Seite veröffentlicht werden kann" in missing(editor).inner_text()
    return address


def be_refused(editor: Visitor) -> None:
    """What is missing is said twice: what happened, and where to go."""
    choose_step(editor, "publish")
    told = editor.page.locator(".portalMessage").inner_text()
    links = missing(editor).locator("a")
    assert "wurde nicht veröffentlicht" in told
    assert links.count() == 3
    assert [words for words in links.all_inner_texts() if words not in told] == []
    assert "Entwurf" in editor.page.locator("#plone-contentmenu-workflow").inner_text()


def fill_in(editor: Visitor) -> None:
    """Each missing thing by its link, which opens the right part of the form."""
    link = missing(editor).locator("a", has_text="was mit den Ergebnissen geschieht")
    editor.enter(link)
    field = editor.page.locator("#form-widgets-use_of_results")
    expect(field).to_be_focused()
    editor.page.keyboard.insert_text(USE)
    open_tab(editor, "Standard")
    editor.write("form-widgets-goal", GOAL)
    editor.tick("form-widgets-topics-3")
    open_tab(editor, "Kontakt und Zugang")
    editor.choose("form-widgets-contact", "Beispiel: Hauptamt Beispielhausen")
    editor.press("Sichern")
    assert missing(editor).count() == 0


def report(editor: Visitor, address: str, title: str) -> str:
    """Publish a result whose file is hard to read for some; its address."""
    editor.open(f"{address}/++add++Ergebnis")
    editor.write(f"{CORE}-title", title)
    editor.choose("form-widgets-kind", "Protokoll")
    editor.write("form-widgets-summary", SUMMARY)
    file = untagged("protokoll.pdf")
    editor.attach("form-widgets-file-input", file, "protokoll.pdf")
    editor.press("Sichern")
    assert "Überschriften, Listen und Tabellen sind nicht ausgezeichnet" in _main(
        editor
    )
    choose_step(editor, "publish")
    return editor.url.removesuffix("/view")


def _main(editor: Visitor) -> str:
    return editor.page.locator("#content").inner_text()


@WIDTHS
def test_a_dialogue_goes_from_a_title_to_the_archive(visitors, editor, width):
    title = f"Dialog am Brunnen {width}"
    reader = visitors(width)
    address = write_draft(editor, title)
    be_refused(editor)
    reader.open(address)
    assert title not in reader.page.content()

    fill_in(editor)
    choose_step(editor, "publish")
    result = report(editor, address, f"Protokoll vom Brunnen {width}")

    editor.open("@@redaktion")
    row = editor.page.locator("tr", has_text=f"Protokoll vom Brunnen {width}")
    assert "nicht ausgezeichnet" in row.inner_text()
    editor.enter(row.get_by_role("link", name="Bearbeiten"))
    assert editor.url == f"{result}/edit"

    reader.open(address)
    for words in (GOAL, USE, "Hauptamt Beispielhausen", "Protokoll vom Brunnen"):
        assert words in _main(reader)
    reader.open(f"@@ergebnisse?suche=Brunnen+{width}")
    reader.follow(f"Protokoll vom Brunnen {width}")
    assert SUMMARY in _main(reader)
    assert "PDF" in _main(reader)

    editor.open(address)
    choose_step(editor, "archive")
    reader.open(address)
    assert "Diese Seite ist archiviert" in _main(reader)
    assert GOAL in _main(reader)


@WIDTHS
def test_a_topic_has_its_new_name_everywhere_at_once(
    visitors, editor, portal: Example, width
):
    reader = visitors(width)
    rename_topic(editor, "Sicherheit", f"Sicher leben {width}")
    reader.open("@@dialoge?thema=sicherheit")
    chosen = reader.page.locator(".kd-chosen").inner_text()
    assert f"Sicher leben {width}" in chosen
    reader.open("dialoge/testingen-nachbarschaft")
    assert f"Sicher leben {width}" in _main(reader)
    rename_topic(editor, f"Sicher leben {width}", "Sicherheit")
    changes = editor.page.locator("[aria-labelledby=changes] tr").nth(1)
    assert "Webredaktion" in changes.inner_text()
    assert f"Sicher leben {width}" in changes.inner_text()


def rename_topic(editor: Visitor, old: str, new: str) -> None:
    """By its link in the lists, which are shown again at the end."""
    editor.open("@@redaktion")
    editor.follow("Listen pflegen")
    editor.enter(editor.page.get_by_role("link", name=old, exact=True))
    editor.write("german", "")
    editor.press("Umbenennen")
    expect(editor.page.locator("#kd-errors")).to_be_visible()
    editor.write("german", new)
    editor.press("Umbenennen")
    assert new in _main(editor)
