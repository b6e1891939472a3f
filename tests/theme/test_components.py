"""The product's stylesheet in a real browser, without Plone: stock theme and ours."""

from importlib.resources import files
from kommunaldialog.theme.build import STYLESHEET
from pathlib import Path
from tests.browser.axe import sideways_scroll
from tests.browser.axe import violations
from tests.theme.test_palette import PRODUCT
import pytest


SAMPLE = Path(__file__).with_name("components.html").read_text("utf-8")
STOCK = files("plonetheme.barceloneta") / "theme" / "css" / "barceloneta.min.css"
DARK = "body { background: #111; color: #eee } a { color: #333 } p { color: #ddd }"
THEMES = {
    "stock": STOCK.read_text("utf-8"),
    "ours": STYLESHEET.read_text("utf-8"),
    "dark": DARK,
    "none": "",
}


@pytest.fixture(params=[1280, 320])
def page(chromium, request):
    page = chromium.new_page(viewport={"width": request.param, "height": 800})
    yield page
    page.close()


def show(page, theme, body=SAMPLE):
    """A page as a portal with this theme shows it; the theme's CSS comes last."""
    styles = (
        f"<style>{PRODUCT.read_text('utf-8')}</style><style>{THEMES[theme]}</style>"
    )
    page.set_content(
        '<!doctype html><html lang="de"><head><title>Bausteine</title>'
        f"{styles}</head><body><main><h1>Bausteine</h1>{body}</main></body></html>"
    )


@pytest.mark.parametrize("theme", THEMES)
def test_every_component_is_accessible_in_any_theme(page, theme):
    show(page, theme)
    assert violations(page, within=".kd") == []
    assert not sideways_scroll(page)


def test_the_check_itself_finds_what_is_wrong(page):
    show(page, "dark", '<p style="color: #222">dunkel</p><input type="text">')
    rules = {line.split(":")[0] for line in violations(page)}
    assert {"color-contrast", "label"} <= rules
    page.set_content('<div style="width: 3000px">breit</div>')
    assert sideways_scroll(page)


@pytest.mark.parametrize("theme", THEMES)
def test_whoever_tabs_to_a_control_sees_where_they_are(page, theme):
    show(page, theme)
    for control in ("#measure", "#pillar", "#ok", ".btn-primary", ".kd-files a"):
        page.locator(control).first.focus()
        page.keyboard.press("Shift+Tab")
        page.keyboard.press("Tab")
        outline = page.evaluate(
            "(s => [s.outlineStyle, s.outlineWidth, s.outlineColor])"
            "(getComputedStyle(document.activeElement))"
        )
        assert outline == ["solid", "3px", "rgb(10, 53, 65)"], control


def test_paper_gets_what_is_for_paper_and_no_buttons(page):
    show(page, "ours")
    assert not page.locator(".kd-print-only").is_visible()
    page.emulate_media(media="print")
    assert page.locator(".kd-print-only").is_visible()
    assert not page.locator(".kd-actions").is_visible()
    assert not page.get_by_role("button", name="Zeile 1 entfernen").is_visible()
