"""What a page that is open in a browser does wrong: axe-core, and sideways scroll."""

from importlib.resources import files
from playwright.sync_api import Page
import json


# WCAG 2.2, levels A and AA: what BITV 2.0 and EN 301 549 ask of a public portal.
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")
SCRIPT = (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")


def violations(page: Page, within: str | None = None) -> list[str]:
    """One line for each element of the page that axe-core finds at fault.

    `within` is a CSS selector; without it, the whole page is looked at.
    """
    page.evaluate(SCRIPT)
    context = "document" if within is None else json.dumps(within)
    options = json.dumps({"runOnly": {"type": "tag", "values": TAGS}})
    found = page.evaluate(f"axe.run({context}, {options})")["violations"]
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
