"""Takes the documents' pictures of a running example portal, fresh from `make start`.

    python docs/images/take.py http://127.0.0.1:8080/portal instance/accounts

It begins a dialogue of the web editors and an application of the example municipality,
which stay there as drafts.
"""

from pathlib import Path
from PIL import Image
from playwright.sync_api import Browser
from playwright.sync_api import Page
from playwright.sync_api import sync_playwright
import io
import shutil
import sys


HERE = Path(__file__).parent
COLOURS = 128

# Address in the portal, name of the picture, height.
PUBLIC = (
    ("", "start", 1500),
    ("dialoge/musterstadt-zusammen-wohnen", "dialog", 1700),
    ("@@dialoge", "overview", 1500),
    ("@@karte", "map", 1500),
    ("@@foerderungen", "funded", 1150),
)
# The first two sections.
ANSWERS = (
    {
        "#core-title": "Dialog zur Ortsmitte",
        "#core-contact_name": "Anna Antrag",
        "#core-contact_email": "antrag@example.org",
        "#core-contact_phone": "0711 123456",
    },
    {"#q-anlass": "Der Platz vor dem Rathaus wird umgebaut. Viele wollen mitreden."},
)
EXPENDITURE = (
    ("fees", "Moderation von drei Abenden", "2.400,00"),
    ("rooms", "Stadthalle mit Technik", "850,00"),
    ("publicity", "Einladungen an alle Haushalte", "612,50"),
)


class Photographer:
    """Takes pictures of a portal as one of its accounts sees it."""

    def __init__(self, browser: Browser, url: str, accounts: dict[str, str]) -> None:
        self.browser = browser
        self.url = url
        self.accounts = accounts

    def visit(self, account: str | None, width: int = 1280, height: int = 900) -> Page:
        """A window of that size, logged in."""
        page = self.browser.new_page(
            viewport={"width": width, "height": height},
            locale="de-DE",
            reduced_motion="reduce",
        )
        if account:
            page.goto(f"{self.url}/login")
            page.fill("#__ac_name", account)
            page.fill("#__ac_password", self.accounts[account])
            page.click("#buttons-login")
        return page

    def take(self, page: Page, path: str, name: str) -> None:
        """Save what the window shows of the page at that path in the portal."""
        page.goto(f"{self.url}/{path}")
        save(page, name)


def save(page: Page, name: str) -> None:
    """Write what the window shows as a small PNG."""
    page.wait_for_load_state("networkidle")
    picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    picture.quantize(COLOURS).save(HERE / f"{name}.png", optimize=True)


def begin_dialogue(page: Page, folder: str) -> None:
    """Save a dialogue of which little is known."""
    page.goto(f"{folder}/++add++Dialog")
    page.fill("#form-widgets-IDublinCore-title", "Wie soll der Brunnenplatz werden?")
    page.fill("#form-widgets-goal", "Der Gemeinderat weiß, was den Menschen fehlt.")
    page.click("#form-buttons-save")


def fill_in(page: Page, programme: str) -> None:
    """Begin an application and fill in some of it, its plan included."""
    page.goto(f"{programme}/@@antrag-beginnen")
    page.click("main button[type=submit]")
    page.check("#core-pillar-saeule-1")
    for answers in ANSWERS:
        for field, text in answers.items():
            page.fill(field, text)
        page.click("button[name=next]")
    page.goto(page.url.replace("/fragen-2", "/kostenplan"))
    for row, (kind, description, amount) in enumerate(EXPENDITURE):
        if row:
            page.click("#expenditure-add")
        page.select_option(f"#expenditure-{row}-kind", kind)
        page.fill(f"#expenditure-{row}-description", description)
        page.fill(f"#expenditure-{row}-amount", amount)
        page.fill(f"#expenditure-{row}-eligible", amount)
    page.select_option("#income-0-source", "own_funds")
    page.fill("#income-0-description", "Haushalt der Stadt")
    page.fill("#income-0-amount", "862,50")
    page.fill("#requested", "3.000,00")
    page.locator("button[name=save]").last.click()


def main(url: str, accounts: dict[str, str]) -> None:
    """Take all pictures."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        camera = Photographer(browser, url, accounts)
        programme = "foerderung/kommunale-dialoge"

        for path, name, height in PUBLIC:
            camera.take(camera.visit(None, height=height), path, name)
        camera.take(camera.visit(None), programme, "programme")
        camera.take(camera.visit(None, 320, 720), programme, "phone")

        editor = camera.visit("webredaktion")
        begin_dialogue(editor, f"{url}/dialoge")
        save(editor, "missing")
        camera.take(editor, "@@redaktion", "work-list")

        office = camera.visit("sachbearbeitung", height=1150)
        camera.take(office, f"{programme}/@@antraege", "list")
        decided = office.locator("tbody tr", has_text="Bewilligt").locator("a")
        case = decided.get_attribute("href") or ""
        camera.take(
            office,
            case.replace("@@vorgang", "@@eingang").split("/portal/")[1],
            "receipt",
        )

        decider = camera.visit("entscheidung", height=1100)
        decider.goto(f"{url}/{programme}/@@antraege?zustand=ready_for_decision")
        decider.click("main tbody a")
        decider.get_by_role("link", name="Antrag entscheiden").click()
        save(decider, "decision")

        town = camera.visit("antragstellung", height=1150)
        fill_in(town, f"{url}/{programme}")
        town.evaluate("document.activeElement.blur()")
        town.evaluate("document.querySelector('#section-plan').scrollIntoView()")
        save(town, "application")
        browser.close()


if __name__ == "__main__":
    lines = Path(sys.argv[2]).read_text("ascii").splitlines()
    main(sys.argv[1].rstrip("/"), dict(line.split() for line in lines))
