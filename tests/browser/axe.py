"""What a page that is open in a browser does wrong: axe-core, and sideways scroll."""

from importlib.resources import files
from playwright.sync_api import Page
import json


# WCAG 2.2, levels A and AA: what BITV 2.0 and EN 301 549 ask of a public portal.
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")
SCRIPT = (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")
# What else axe-core could tell takes longer to tell than to find.
OPTIONS = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}
# All of a page that axe-core's rules look at: elements, their attributes, where there
# is text. Not what the text says, nor where links lead, nor whose the page is.
SHAPE = """() => {
  const UNSEEN = /^(href|src|action|formaction|value|content|datetime|data-.*)$/;
  const NAMES = /[0-9a-f]{8,}|[0-9]{4,}|\\b(sub)?section-\\S+/g;
  const shape = (element) => {
    const marks = [...element.attributes]
      .filter(({ name }) => !UNSEEN.test(name))
      .map(({ name, value }) => `${name}=${value.replace(NAMES, "#")}`);
    const within = [];
    for (const node of element.childNodes) {
      if (node.nodeType === Node.ELEMENT_NODE) within.push(shape(node));
      if (node.nodeType === Node.TEXT_NODE && node.data.trim()) within.push("text");
    }
    return `<${[element.localName, ...marks].join(" ")}>${within.join("")}</>`;
  };
  const media = matchMedia("print").matches ? "print" : "screen";
  return `${media} ${innerWidth} ${shape(document.documentElement)}`;
}"""
# The shapes of the pages of this run in which nothing was found.
_faultless: set[int] = set()


def violations(page: Page, within: str | None = None) -> list[str]:
    """One line for each element of the page that axe-core finds at fault.

    `within` is a CSS selector; without it, the whole page is looked at.
    """
    page.evaluate(SCRIPT)
    context = "document" if within is None else json.dumps(within)
    run = f"axe.run({context}, {json.dumps(OPTIONS)})"
    found = page.evaluate(f"{run}.then(result => result.violations)")
    return [
        f"{rule['id']}: {node['target'][-1]}: {_reason(node)}"
        for rule in found
        for node in rule["nodes"]
    ]


def new_violations(page: Page, within: str | None = None) -> list[str]:
    """The same, of a page that was not found faultless before.

    A walk comes by the same page in the same state many times, and another walk again.
    """
    shape = hash((page.evaluate(SHAPE), within))
    if shape in _faultless:
        return []
    found = violations(page, within)
    if not found:
        _faultless.add(shape)
    return found


def sideways_scroll(page: Page) -> bool:
    """Whether the page is wider than the window that shows it."""
    return page.evaluate(
        "document.scrollingElement.scrollWidth > document.documentElement.clientWidth"
    )


def _reason(node: dict) -> str:
    checks = [*node["any"], *node["all"], *node["none"]]
    return "; ".join(check["message"] for check in checks)
