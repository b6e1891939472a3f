"""What a page that is open in a browser does wrong: axe-core, and sideways scroll."""

from importlib.resources import files
from playwright.sync_api import Page
import json


# WCAG 2.2, levels A and AA: what BITV 2.0 and EN 301 549 ask of a public portal.
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")
SCRIPT = (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")
# What else axe-core could tell takes longer to tell than to find.
OPTIONS = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}
# What axe-core's rules look at: elements, their attributes, where there is text. Not
# what the text says, nor where links lead, nor whose the page is. First of the page
# without its parts, then of each of these.
PARTS = ".kd > *"
SHAPES = f"""() => {{
  const UNSEEN = /^(href|src|action|formaction|value|content|datetime|data-.*)$/;
  const NAMES = /[0-9a-f]{{8,}}|[0-9]{{4,}}|\\b(sub)?section-\\S+/g;
  const parts = new Set(document.querySelectorAll("{PARTS}"));
  const within = (node) => {{
    if (node.nodeType === Node.TEXT_NODE) return node.data.trim() ? "text" : "";
    return node.nodeType === Node.ELEMENT_NODE && !parts.has(node) ? shape(node) : "";
  }};
  const shape = (element) => {{
    const marks = [...element.attributes]
      .filter(({{ name }}) => !UNSEEN.test(name))
      .map(({{ name, value }}) => `${{name}}=${{value.replace(NAMES, "#")}}`);
    const inner = [...element.childNodes].map(within).join("");
    return `<${{[element.localName, ...marks].join(" ")}}>${{inner}}</>`;
  }};
  const window = `${{matchMedia("print").matches}} ${{innerWidth}} `;
  return [document.documentElement, ...parts].map((one) => window + shape(one));
}}"""
# Of all of that, what nothing was found in so far, in this run.
_faultless: set[int] = set()


def violations(page: Page, within: str | None = None) -> list[str]:
    """One line for each element of the page that axe-core finds at fault.

    `within` is a CSS selector; without it, the whole page is looked at.
    """
    return _found(page, "document" if within is None else json.dumps(within))


def new_violations(page: Page, within: str | None = None) -> list[str]:
    """The same, only of what was not found faultless before.

    A walk comes by the same page many times, and most of it is as it was.
    """
    whole, *parts = (hash((shape, within)) for shape in page.evaluate(SHAPES))
    new = [number for number, part in enumerate(parts) if part not in _faultless]
    if whole in _faultless and not new:
        return []
    if whole in _faultless and within is None:
        every = f"[...document.querySelectorAll('{PARTS}')]"
        context = f"{{ include: {every}.filter((_, n) => {new}.includes(n)) }}"
        found = _found(page, context)
    else:
        found = violations(page, within)
    if not found:
        _faultless.update((whole, *parts))
    return found


def _found(page: Page, context: str) -> list[str]:
    """What axe-core finds in what it takes for a context, written as JavaScript."""
    page.evaluate(SCRIPT)
    run = f"axe.run({context}, {json.dumps(OPTIONS)})"
    found = page.evaluate(f"{run}.then(result => result.violations)")
    return [
        f"{rule['id']}: {node['target'][-1]}: {_reason(node)}"
        for rule in found
        for node in rule["nodes"]
    ]


def sideways_scroll(page: Page) -> bool:
    """Whether the page is wider than the window that shows it."""
    return page.evaluate(
        "document.scrollingElement.scrollWidth > document.documentElement.clientWidth"
    )


def _reason(node: dict) -> str:
    checks = [*node["any"], *node["all"], *node["none"]]
    return "; ".join(check["message"] for check in checks)
