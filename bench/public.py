"""How fast the public pages are with 5,000 dialogues and 20,000 results.

    python bench/public.py

Each page is measured for a visitor next to a stock page of Plone of the same site, in
the same process, in turns, through the whole of Zope's publisher: the median after
some requests that warm up. Exits with 1 where a limit of the product is broken.
"""

from bs4 import BeautifulSoup
from datetime import date
from pathlib import Path
from plone import api
from plone.app.testing import applyProfile
from plone.app.testing import logout
from statistics import median
from time import perf_counter
from typing import Any
from webtest import TestApp
from zope.component.hooks import setSite
from ZPublisher.WSGIPublisher import publish_module
import gc
import logging
import sys
import transaction


sys.path.insert(0, str(Path(__file__).parent.parent))

from lists import report
from lists import set_up
from public_data import add
from public_data import add_dialogues
from public_data import add_municipalities
from public_data import ags
from public_data import DIALOGUES
from public_data import make_section
from public_data import RESULTS
from tests.layers import FUNCTIONAL
from tests.samples import make_programme


ITEMS, WARM_UP, ROUNDS = 30, 3, 15
# What comes from memory takes a millisecond or two.
CACHED_ROUNDS = 200
FEW = DIALOGUES // 10
SEARCHES = {
    "ergebnisse": "thema=wohnen&stand=open&art=presentation",
    "dialoge": "thema=wohnen&stand=finished&methode=werkstatt",
}
VIEWS = (
    "bereich",
    "dialoge",
    "dialoge/rss",
    "ergebnisse",
    "kommunen",
    "werkzeuge",
    "werkzeugkasten",
    "karte",
    "beraten",
    "foerderungen",
)
Urls = dict[str, str]


class Visitor:
    """Asks for pages, logged in as nobody."""

    def __init__(self) -> None:
        self.app = TestApp(lambda environ, start: publish_module(environ, start))

    def get(self, url: str) -> Any:
        return self.app.get(url, status=200)

    def links(self, url: str) -> int:
        """How many links the page itself has, without what surrounds it."""
        soup = BeautifulSoup(self.get(url).text, "html.parser")
        return len(soup.select("#content a[href]"))

    def milliseconds(self, url: str) -> float:
        begun = perf_counter()
        self.get(url)
        return (perf_counter() - begun) * 1000

    def side_by_side(self, *urls: str, rounds: int = ROUNDS) -> list[float]:
        """The median of each in milliseconds; all have the same noise."""
        for url in urls * WARM_UP:
            self.get(url)
        gc.collect()
        taken = [[self.milliseconds(url) for url in urls] for _round in range(rounds)]
        return [median(times) for times in zip(*taken, strict=True)]


def furnish(portal: Any, section: Any) -> Urls:
    """Make a page of each kind, with as much on it as a busy one has: name -> URL."""
    contact = add(portal, "Kontakt", "kontakt", "Büro", email="buero@example.org")
    places = tuple(ags(number) for number in range(5))
    shared = {"topics": ("wohnen",), "contact": contact.UID()}
    dialogue = add(
        section,
        "Dialog",
        "reich",
        "Dialog mit vielen Ergebnissen",
        goal="Gemeinsam entscheiden.",
        use_of_results="Der Gemeinderat berät sie.",
        status="running",
        start=date(2026, 1, 1),
        municipalities=places,
        exclude_from_nav=True,
        **shared,
    )
    for number in range(ITEMS):
        promised = "open" if number % 3 == 0 else None
        add(
            dialogue,
            "Ergebnis",
            f"ergebnis-{number}",
            f"Ergebnis {number}",
            kind="minutes",
            summary="Die Häuser an der Straße.",
            municipalities=places[:1],
            implementation=promised,
        )
    tool = add(section, "Werkzeug", "werkzeug", "Leitfaden", **shared)
    programme = make_programme(portal)
    with api.env.adopt_roles(["Manager"]):
        stock = api.content.create(portal, "Document", title="Seite von Plone")
        api.content.transition(stock, "publish")
    pages = {
        "Document": stock,
        "Dialog": dialogue,
        "Ergebnis": dialogue["ergebnis-0"],
        "Kommune": portal["kommunen"]["k0"],
        "Kontakt": contact,
        "Werkzeug": tool,
        "Foerderprogramm": programme,
    }
    transaction.commit()
    base = section.absolute_url()
    found = {name: page.absolute_url() for name, page in pages.items()}
    return found | {f"@@{view}": f"{base}/@@{view}" for view in VIEWS}


def overviews(visitor: Visitor, base: str) -> bool:
    """With all that there is: no slower than Plone's listing."""
    kept = True
    for view, asked in SEARCHES.items():
        url = f"{base}/@@{view}?{asked}"
        assert "gefunden" in visitor.get(url).text
        stock = f"{base}/listing_view?b_size={ITEMS}"
        ours, theirs = visitor.side_by_side(url, stock)
        what = f"@@{view}, three facets / stock, {ITEMS} items"
        kept &= report(what, ours, theirs, "ms")
    return kept


def dialogue_page(visitor: Visitor, base: str, url: str) -> bool:
    """Next to Plone's listing with as many links."""
    links = visitor.links(url)
    size = links
    while visitor.links(f"{base}/listing_view?b_size={size}") > links:
        size -= 1
    stock = f"{base}/listing_view?b_size={size}"
    ours, theirs = visitor.side_by_side(url, stock)
    what = f"Dialog of {links} links / stock, {size} items"
    return report(what, ours, 1.5 * theirs, "ms")


def cached(visitor: Visitor, portal: Any, urls: Urls) -> bool:
    """With both profiles: next to a stock page that comes from memory, too."""
    setSite(portal)
    transaction.begin()
    for profile in (
        "plone.app.caching:default",
        "plone.app.caching:without-caching-proxy",
        "kommunaldialog:caching",
    ):
        applyProfile(portal, profile)
    transaction.commit()
    stock = urls.pop("Document")
    kept = True
    for name, url in urls.items():
        ours, theirs = visitor.side_by_side(url, stock, rounds=CACHED_ROUNDS)
        # A new minute may have begun: a page is made anew then.
        visitor.get(url)
        assert "X-RAMCache" in visitor.get(url).headers, f"{name} was not kept"
        kept &= report(f"{name} from memory / stock Document", ours, theirs / 0.9, "ms")
    return kept


def measure(portal: Any) -> bool:
    """Measures all; whether every limit was kept."""
    # As Plone's own buildout and cookiecutter set it; the test layer has 400.
    portal._p_jar.db().setCacheSize(30_000)
    add_municipalities(portal)
    section = make_section(portal)
    base, visitor = section.absolute_url(), Visitor()
    many = f"{base}/@@ergebnisse?{SEARCHES['ergebnisse']}"
    add_dialogues(section, 0, FEW)
    logout()
    # A page that knows nothing of results tells how fast the machine is at the moment.
    gauge = f"{portal.absolute_url()}/login"
    few, then = visitor.side_by_side(many, gauge)
    setSite(portal)
    transaction.begin()
    add_dialogues(section, FEW, DIALOGUES)
    urls = furnish(portal, section)
    ours, now = visitor.side_by_side(many, gauge)
    what = f"@@ergebnisse of {RESULTS} / of {RESULTS // 10}"
    kept = report(what, ours, 1.5 * few * now / then, "ms")
    kept &= overviews(visitor, base)
    kept &= dialogue_page(visitor, base, urls["Dialog"])
    return kept & cached(visitor, portal, urls)


if __name__ == "__main__":
    # Setting a test layer up warns about much that is none of ours.
    logging.disable(logging.ERROR)
    set_up(FUNCTIONAL, set())
    set_up(FUNCTIONAL, set(), test=True)
    setSite(FUNCTIONAL["portal"])
    sys.exit(not measure(FUNCTIONAL["portal"]))
