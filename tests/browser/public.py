"""The public pages of the example, and what a reader's window tells about one."""

from itertools import pairwise
from playwright.sync_api import Locator
from playwright.sync_api import Page
from tests.browser.visitor import FAR
from tests.browser.visitor import Visitor
import re


INITIATIVE = "dialoge/kommunale-dialoge-2016"
RUNNING = "dialoge/musterstadt-zusammen-wohnen"
FINISHED = "dialoge/beispielhausen-ortsmitte"
PAGES = {
    "start of the portal": "",
    "start of a section": "dialoge/@@bereich",
    "programme of dialogues": INITIATIVE,
    "dialogue with phases": RUNNING,
    "dialogue with a ledger": FINISHED,
    "planned dialogue": f"{INITIATIVE}/dialog-horb",
    "result with a file": f"{INITIATIVE}/protokoll",
    "promise": f"{FINISHED}/zusage-schulweg",
    "municipality": "kommunen/musterstadt",
    "municipality that advises": "kommunen/beispielhausen",
    "contact": "dialoge/kontakt-beispielhausen",
    "tool": "dialoge/werkzeugkasten/leitfaden-vorbereiten",
    "toolkit": "@@werkzeugkasten",
    "dialogues": "@@dialoge",
    "dialogues by two facets": "@@dialoge?thema=gemeinschaft&stand=running",
    "dialogues by a word": "@@dialoge?suche=wohnung",
    "no dialogue": "@@dialoge?suche=gibtesnicht",
    "results": "@@ergebnisse",
    "results by kind": "@@ergebnisse?art=minutes",
    "municipalities": "@@kommunen",
    "tools": "@@werkzeuge",
    "map": "@@karte",
    "part of the map": "@@karte?kreis=08136",
    "advice": "@@beraten",
    "who advises a town": "@@beraten?meine=08999001&thema=gemeinschaft",
    "nobody advises": "@@beraten?thema=lernen-und-arbeiten&methode=planungszelle",
    "funded measures": "@@foerderungen",
    "funded measures of a year": "@@foerderungen?jahr=2025",
    "call": "foerderung/kommunale-dialoge",
    "data": "@@daten",
}
# A page for each way to put things on it.
KINDS = (
    "start of the portal",
    "dialogue with phases",
    "dialogue with a ledger",
    "municipality that advises",
    "dialogues by two facets",
    "map",
    "who advises a town",
    "funded measures",
)
HEADINGS = """() => [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")]
  .filter((heading) => heading.checkVisibility())
  .map((heading) => Number(heading.localName[1]))"""
# What one sees of the content and does not go elsewhere by.
TEXTS = """() => {
  const ways = `nav, form, script, .kd-actions, .kd-remove, .kd-no-print, .kd-no-paper,
    .documentByLine`;
  const content = document.querySelector("#content");
  const nodes = document.createTreeWalker(content, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (nodes.nextNode()) {
    const { data, parentElement } = nodes.currentNode;
    const text = data.trim();
    const seen = parentElement.checkVisibility() && !parentElement.closest(ways);
    if (text && seen) texts.push(text);
  }
  return texts;
}"""
NAVIGATION = """() =>
  [...document.querySelectorAll("nav, form, button, #portal-footer")]
  .filter((element) => element.checkVisibility())
  .map((element) => element.outerHTML.slice(0, 80))"""
# All that Tab should lead to, in order, and how each looks without the focus.
LOOK = """(element) => {
  const one = (part) => {
    const { outline, boxShadow, backgroundColor, stroke } = getComputedStyle(part);
    return [outline, boxShadow, backgroundColor, stroke].join();
  };
  return [element, ...element.querySelectorAll("path, span")].map(one).join();
}"""
BEGIN = f"""() => {{
  const ways = "a[href], button, input:not([type=hidden]), select, textarea, summary";
  window.look = {LOOK};
  window.stops = [...document.querySelectorAll(ways)]
    .filter((element) => element.tabIndex >= 0 && !element.disabled)
    .filter((element) => element.checkVisibility({{ visibilityProperty: true }}));
  window.looks = stops.map(look);
  return stops.length;
}}"""
# Which stop has the focus, and what is wrong with how one sees that; null at the end.
STOP = """() => {
  const element = document.activeElement;
  if (element === document.body) return null;
  const number = stops.indexOf(element);
  const faults = [];
  if (number < 0) faults.push("is no stop");
  if (look(element) === looks[number]) faults.push("looks as without the focus");
  const middles = [...element.getClientRects()].map((box) =>
    document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2));
  const seen = (at) => at && (element.contains(at) || at.contains(element));
  // What is drawn need not be under its own middle.
  if (!element.closest("svg") && !middles.some(seen)) faults.push("is covered");
  const name = (element.innerText || element.id || element.outerHTML).slice(0, 60);
  return { number, faults: faults.map((fault) => `${name}: ${fault}`) };
}"""


def disorder(page: Page) -> list[str]:
    """What is wrong with the page's headings, language and title."""
    levels = page.evaluate(HEADINGS)
    wrong = []
    if levels.count(1) != 1 or levels[0] != 1:
        wrong.append(f"h1 is not first, or not one: {levels}")
    if any(lower > upper + 1 for upper, lower in pairwise(levels)):
        wrong.append(f"a level of headings is left out: {levels}")
    if page.locator("html").get_attribute("lang") != "de":
        wrong.append("not said to be German")
    heading = page.locator("h1").first.inner_text()
    if not page.title().startswith(heading):
        wrong.append(f"{heading} is called {page.title()}")
    return wrong


def walk(page: Page) -> list[str]:
    """Press Tab from the page's beginning to its end; what was wrong on the way.

    Each link, button and field has its turn once, in the order of the page.
    """
    count = page.evaluate(BEGIN)
    numbers, wrong = [], []
    for _press in range(FAR):
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        # After the last one Chromium goes to its own window, or begins anew.
        if stop is None or (numbers and stop["number"] == 0):
            break
        numbers.append(stop["number"])
        wrong += stop["faults"]
    if numbers != list(range(count)):
        wrong.append(f"{count} stops, gone to as {numbers}")
    return wrong


def hits(reader: Visitor) -> Locator:
    """The entries of the list that was found."""
    return reader.page.locator("#content .kd-rows > li")


def found(reader: Visitor) -> int:
    """How many the heading of a list says that there are."""
    (number,) = re.findall(r"\d+", reader.page.locator("#treffer").inner_text())
    return int(number)
