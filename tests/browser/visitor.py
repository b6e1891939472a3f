"""Somebody with a browser: goes by keyboard, and minds what each page does wrong."""

from playwright.sync_api import Browser
from playwright.sync_api import ConsoleMessage
from playwright.sync_api import Locator
from playwright.sync_api import Request
from playwright.sync_api import Response
from tests.browser.axe import new_violations
from tests.browser.axe import sideways_scroll
from tests.browser.example import Example
from typing import Any


# More than the tab stops of the longest page.
FAR = 250
# How often `Visitor` looks whether something is still loaded, at least.
LOOKS = 200
IDLE = """() => new Promise((idle) => {
  setTimeout(() => requestIdleCallback(idle, { timeout: 1000 }), 20);
})"""
DIALOG = ".modal-dialog"
FOCUSED = "element => element === document.activeElement"
MAIN = "main-container"
# The page was just opened, and what is meant is in its main part.
SKIPS = f"""element => document.activeElement === document.body
  && element.closest("#{MAIN}") !== null"""
# Chromium's word for a page that is refused; what is loaded by a page is in `_answer`.
REFUSED = "Failed to load resource"
# By person and kind of window, the cookies of who has logged in by the form.
_sessions: dict[tuple[str, str, int, bool], list[Any]] = {}


class Visitor:
    """A window of some width on the example, and who sits in front of it."""

    def __init__(
        self, browser: Browser, portal: Example, width: int, script: bool = True
    ) -> None:
        self.portal = portal
        self.width = width
        self.script = script
        self.faults: list[str] = []
        self.context = browser.new_context(
            viewport={"width": width, "height": 800},
            reduced_motion="reduce",
            locale="de-DE",
            timezone_id="Europe/Berlin",
            java_script_enabled=script,
        )
        self.loading: set[Request] = set()
        self.context.on("request", self._asked)
        self.context.on("requestfinished", self._loaded)
        self.context.on("requestfailed", self._loaded)
        self.context.on("response", self._answer)
        self.context.on("console", self._said)
        self.context.on(
            "weberror", lambda error: self.faults.append(f"script: {error.error}")
        )
        self.page = self.context.new_page()
        self.page.set_default_timeout(30_000)
        # Who listens only before the key is pressed may be too late.
        self.page.on("filechooser", lambda chooser: None)

    def _asked(self, request: Request) -> None:
        self.loading.add(request)
        url = request.url
        if not url.startswith((f"{self.portal.origin}/", "data:", "blob:", "about:")):
            self.faults.append(f"leaves the portal: {url}")

    def _loaded(self, request: Request) -> None:
        self.loading.discard(request)

    def _answer(self, response: Response) -> None:
        document = response.request.resource_type == "document"
        if response.status >= (500 if document else 400):
            self.faults.append(f"{response.status}: {response.url}")

    def _said(self, message: ConsoleMessage) -> None:
        if message.type == "error" and not message.text.startswith(REFUSED):
            self.faults.append(f"console: {message.text} ({message.location['url']})")

    def leave(self) -> None:
        """Close the window; raises AssertionError for what went wrong unseen."""
        self.context.close()
        assert self.faults == []

    def check(self) -> None:
        """Nothing is wrong with the page that is open, nor was on the way to it."""
        self._settle()
        wrong = self._violations()
        if sideways_scroll(self.page):
            wrong.append("sideways scroll")
        assert [*self.faults, *wrong] == [], self.page.url

    def _violations(self) -> list[str]:
        # axe-core waits for timers, which stand still where no script may run; the
        # page is the same as with scripts, but for what these change.
        if not self.script:
            return []
        # What lies behind a dialog is not for anybody until it is closed.
        dialog = self.page.locator(DIALOG)
        return new_violations(self.page, within=DIALOG if dialog.count() else None)

    def _settle(self) -> None:
        """Until nothing is loaded and no script runs; "networkidle" takes longer.

        What a page began to load before it was left may never be said to have ended.
        """
        self.page.wait_for_load_state()
        quiet = 0
        for _look in range(LOOKS if self.script else 0):
            self.page.evaluate(IDLE)
            quiet = 0 if self.loading else quiet + 1
            if quiet == 2:
                return
        self.loading.clear()

    def open(self, url: str) -> None:
        """Go to an address, by its path in the portal or in full."""
        if not url.startswith("http"):
            url = f"{self.portal.url}/{url}"
        self.page.goto(url)
        self.check()

    @property
    def url(self) -> str:
        """The address of the page that is open, without a place in it."""
        return self.page.url.partition("#")[0]

    def text(self) -> str:
        """What the page says, messages at its top included."""
        return " ".join(self.page.locator(".kd-page").inner_text().split())

    # by keyboard

    def tab_to(self, target: Locator) -> None:
        """Press Tab until the target has the focus; raises AssertionError if never.

        On a new page the first Tab leads to the link that skips navigation and toolbar.
        """
        element = target.element_handle()
        if element.evaluate(SKIPS):
            self._skip()
        for _press in range(FAR):
            if element.evaluate(FOCUSED):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"Tab does not lead to {target}")

    def _skip(self) -> None:
        self.page.keyboard.press("Tab")
        link = self.page.locator(f"a[href='#{MAIN}']")
        # Where a link led into the page, Tab goes on from there.
        if link.count() and link.evaluate(FOCUSED):
            self.page.keyboard.press("Enter")
            assert self.page.evaluate("document.activeElement.id") == MAIN

    def write(self, name: str, text: str) -> None:
        """Tab to the input of that id and type over what is in it."""
        self.tab_to(self.page.locator(f"#{name}"))
        self.page.keyboard.press("Control+A")
        self.page.keyboard.press("Delete")
        # At once, as if pasted: each key takes two messages to the browser.
        self.page.keyboard.insert_text(text)

    def day(self, name: str, iso: str) -> None:
        """Tab to the date input of that id and set it.

        By its value: in which order it is typed depends on Chromium's language.
        """
        target = self.page.locator(f"#{name}")
        self.tab_to(target)
        target.fill(iso)

    def tick(self, name: str) -> None:
        """Tab to the box or radio button of that id, and press Space."""
        self.tab_to(self.page.locator(f"#{name}"))
        self.page.keyboard.press("Space")

    def tick_titled(self, title: str) -> None:
        """The same for the one of that name."""
        self.tab_to(self.page.get_by_label(title, exact=True))
        self.page.keyboard.press("Space")

    def pick(self, target: Locator) -> None:
        """Tab to a group of radio buttons and go down to the one that is meant.

        Tab leads to the one that is on, if there is one.
        """
        name = f'[name="{target.get_attribute("name")}"]'
        group, chosen = self.page.locator(name), self.page.locator(f"{name}:checked")
        self.tab_to(chosen if chosen.count() else group.first)
        self.page.keyboard.press("Space")
        for _press in range(group.count()):
            if target.is_checked():
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"The arrows do not lead to {target}")

    def choose(self, name: str, title: str) -> None:
        """Tab to the list of that id, and go down to the entry."""
        target = self.page.locator(f"#{name}")
        self.tab_to(target)
        self.page.keyboard.press("Home")
        for _press in range(target.locator("option").count()):
            if target.locator("option:checked").inner_text() == title:
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"The arrows do not lead to {title}")

    def attach(self, name: str, content: bytes, filename: str) -> None:
        """Tab to the file input of that id, press Enter, and pick a PDF."""
        target = self.page.locator(f"#{name}")
        self.tab_to(target)
        with self.page.expect_file_chooser() as chooser:
            self.page.keyboard.press("Enter")
        file = {"name": filename, "mimeType": "application/pdf", "buffer": content}
        chooser.value.set_files(file)

    def enter(self, target: Locator) -> None:
        """Tab to a button or link, press Enter, and see what comes."""
        self.tab_to(target)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")
        self.check()

    def press(self, title: str) -> None:
        """The same with the first button of that name."""
        self.enter(self.page.get_by_role("button", name=title, exact=True).first)

    def follow(self, title: str) -> None:
        """The same with the first link of that name, or the beginning of it."""
        self.enter(self.page.get_by_role("link", name=title).first)

    def document(self, title: str) -> bytes:
        """What the first link of that name leads to, as this person gets it."""
        target = self.page.get_by_role("link", name=title).first
        self.tab_to(target)
        answer = self.context.request.get(target.evaluate("link => link.href"))
        assert answer.status == 200
        return answer.body()

    def log_in(self, name: str) -> None:
        """Be logged in: by the form, or as by the form in such a window before."""
        kind = (self.portal.url, name, self.width, self.script)
        if kind in _sessions and not self.context.cookies():
            self.context.add_cookies(_sessions[kind])
            return
        self.log_in_by_form(name, self.portal.passwords[name])
        _sessions[kind] = self.context.cookies()

    def log_in_by_form(self, name: str, password: str) -> None:
        """Log in by the link at the top."""
        self.open("login")
        self.write("__ac_name", name)
        self.write("__ac_password", password)
        self.press("Anmelden")
