"""Plone's own pages in this theme: whole pages, on a wide and a narrow screen."""

from datetime import datetime
from datetime import UTC
from plone import api
from plone.app.testing import applyProfile
from plone.app.testing import setRoles
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from plone.app.testing import TEST_USER_ID
from plone.app.textfield import RichTextValue
from tests.browser.axe import sideways_scroll
from tests.browser.axe import violations
import pytest
import transaction


FOR_ALL = (
    "",
    "login",
    "@@search?SearchableText=Auftakt",
    "@@search?SearchableText=nichts",
    "dialoge",
    "dialoge/seite",
    "dialoge/meldung",
    "dialoge/termin",
    "sitemap",
    "contact-info",
    "accessibility-info",
    "gibt-es-nicht",
)
FOR_EDITORS = (
    "dialoge/seite",
    "dialoge/seite/edit",
    "dialoge/termin/edit",
    "dialoge/++add++Document",
    "dialoge/folder_contents",
    "dialoge/@@sharing",
    "dialoge/seite/@@manage-portlets",
    "@@overview-controlpanel",
    "@@site-controlpanel",
    "@@usergroup-userprefs",
    "@@personal-preferences",
    "@@personal-information",
)
TEXT = """
<h2>Worum es geht</h2><p>Gemeinden reden mit. <a href="#frist">Bis wann</a></p>
<table class="plain"><thead><tr><th>Säule</th><th>Betrag</th></tr></thead>
<tbody><tr><td>Dialog vor Ort</td><td>3.000,00 €</td></tr></tbody></table>
"""


@pytest.fixture
def address(functional):
    """A portal in this theme with a folder, a page, a news item and an event."""
    portal = functional["portal"]
    setRoles(portal, TEST_USER_ID, ["Manager"])
    applyProfile(portal, "kommunaldialog:theme")
    text = RichTextValue(TEXT, "text/html", "text/x-html-safe")
    folder = api.content.create(portal, "Folder", "dialoge", title="Dialoge")
    below = api.content.create(folder, "Folder", "frueher", title="Frühere Dialoge")
    start = datetime(2026, 1, 21, 17, tzinfo=UTC)
    made = [
        folder,
        below,
        api.content.create(
            folder,
            "Document",
            "seite",
            title="Auftakt",
            text=text,
            subject=("Rathaus",),
        ),
        api.content.create(folder, "News Item", "meldung", title="Auftakt", text=text),
        api.content.create(
            folder,
            "Event",
            "termin",
            title="Auftakt",
            start=start,
            end=start,
            text=text,
        ),
    ]
    for item in made:
        api.content.transition(item, "publish")
    transaction.commit()
    return f"http://{functional['host']}:{functional['port']}/{portal.getId()}"


@pytest.fixture(params=[1280, 320])
def visitor(chromium, request):
    """A window of the given width."""
    context = chromium.new_context(
        viewport={"width": request.param, "height": 800}, reduced_motion="reduce"
    )
    page = context.new_page()
    page.set_default_timeout(60_000)
    yield page
    context.close()


@pytest.fixture
def editor(visitor, address):
    visitor.goto(f"{address}/login")
    visitor.fill("#__ac_name", SITE_OWNER_NAME)
    visitor.fill("#__ac_password", SITE_OWNER_PASSWORD)
    visitor.click("#buttons-login")
    visitor.wait_for_selector("#edit-zone")
    return visitor


def faults(page, address, paths):
    """Path → what is wrong there; a path without a fault is left out."""
    found = {}
    for path in paths:
        page.goto(f"{address}/{path}", wait_until="networkidle")
        assert page.locator("#portal-footer").count() == 1, f"{path} has no theme"
        wrong = violations(page)
        if sideways_scroll(page):
            wrong.append("sideways scroll")
        if wrong:
            found[path] = wrong
    return found


def test_every_page_that_the_public_meets_is_accessible(visitor, address):
    asked = []
    visitor.on("request", lambda request: asked.append(request.url))
    assert faults(visitor, address, FOR_ALL) == {}
    ours = address.rsplit("/", 1)[0]
    assert [url for url in asked if not url.startswith((ours, "data:", "blob:"))] == []


def test_every_page_that_editors_meet_is_accessible(editor, address):
    assert faults(editor, address, FOR_EDITORS) == {}


def test_the_menu_opens_by_keyboard_and_without_a_script(chromium, address):
    context = chromium.new_context(
        viewport={"width": 320, "height": 800}, java_script_enabled=False
    )
    page = context.new_page()
    page.goto(f"{address}/dialoge")
    below = page.locator("#portal-globalnav a", has_text="Frühere Dialoge")
    assert not below.is_visible()
    page.get_by_text("Menü").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.locator("#portal-globalnav summary").first.focus()
    page.keyboard.press("Enter")
    assert below.is_visible()
    context.close()


def test_the_first_tab_stop_leads_past_the_navigation(visitor, address):
    visitor.goto(address)
    visitor.keyboard.press("Tab")
    skip = visitor.get_by_role("link", name="Zum Inhalt")
    assert skip.evaluate("link => link === document.activeElement")
    assert skip.bounding_box()["y"] >= 0
    visitor.keyboard.press("Enter")
    assert visitor.evaluate("document.activeElement.id") == "main-container"
