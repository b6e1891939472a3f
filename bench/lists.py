"""How fast the office's lists are with 10,000 applications in one programme.

    .venv/bin/python bench/lists.py

The list with three filters is measured next to Plone's own listing of 30 items, which
the same case worker sees of the same programme, with the same toolbar, in the same
process: the median of 15 requests of each, in turns, after 3 that warm up, through the
whole of Zope's publisher. The figures are compared with a recount of what was stored.
Loading objects of the database is counted, by their class. Exits with 1 where a limit
of the product is broken.
"""

from bs4 import BeautifulSoup
from collections import Counter
from collections.abc import Callable
from datetime import date
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from decimal import Decimal
from io import BytesIO
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.domain.case_row import CaseRow
from kommunaldialog.domain.money import format_euro
from kommunaldialog.domain.money import ZERO
from openpyxl import load_workbook
from pathlib import Path
from plone import api
from plone.testing import Layer
from statistics import median
from time import perf_counter
from typing import Any
from webtest import TestApp
from ZODB.Connection import Connection
from zoneinfo import ZoneInfo
from zope.component.hooks import setSite
from ZPublisher.WSGIPublisher import publish_module
import base64
import logging
import sys
import tracemalloc
import transaction


sys.path.insert(0, str(Path(__file__).parent.parent))

from tests.layers import FUNCTIONAL
from tests.samples import make_funding
from tests.samples import PASSWORD


APPLICATIONS, GRANTS, ITEMS = 10_000, 1_000, 30
ROUNDS, WARM_UP = 15, 3
MIB = 1024 * 1024
USER = "sachbearbeitung"
FLAGS = ((), (), (), ("paper",), ("late",))
STATES = ("submitted", "in_review", "ready_for_decision", "rejected", "approved")
NOW = datetime.now(UTC)
# When the first of the money was paid, so long ago that all came back since.
DAY = NOW.date() - timedelta(days=400)
ZONE = ZoneInfo("Europe/Berlin")


def row(number: int) -> CaseRow:
    """An application; every tenth was granted, and most of it was paid.

    Of every fifth grant something came back.
    """
    granted = number % (APPLICATIONS // GRANTS) == 0
    state = "approved" if granted else STATES[number % 4]
    paid = Decimal(400 + number % 500) if granted else ZERO
    repaid = Decimal("99.90") if number % 50 == 0 else ZERO
    moves = ((DAY, paid), (DAY + timedelta(days=number % 300), -repaid))
    return CaseRow(
        id=f"a{number:05}",
        reference=f"KD-2026-{number:04}",
        file_number=f"50-{number}",
        ags=f"08{number % 40:03}001",
        municipality=f"Gemeinde {number % 1100}",
        kreis=f"08{number % 40:03}",
        pillar="saeule-1",
        pillar_title="Gemeinsam in Vielfalt",
        measure=f"Dialog {number}",
        state=state,
        flags=FLAGS[number % 5],
        arrived=NOW - timedelta(hours=number),
        only_day=False,
        case_worker=("", "sachbearbeitung", "beides")[number % 3],
        requested=Decimal(1000 + number % 2000),
        approved=Decimal(1000 + number % 1000) if granted else None,
        decided=NOW if granted else None,
        announced=NOW - timedelta(days=number % 200) if granted else None,
        paid=paid,
        repaid=repaid,
        due=(("proof", date.today() + timedelta(days=number % 400 - 200)),),
        proof_due=date.today() + timedelta(days=number % 400 - 200),
        proof_received=NOW if granted and number % 3 == 0 else None,
        movements=tuple(move for move in moves if move[1]),
    )


def furnish(portal: Any) -> Any:
    """A programme with its applications, their rows, and 30 pages in all."""
    programme = make_funding(portal)
    store = programme.case_store()
    for number in range(1, APPLICATIONS + 1):
        kept = row(number)
        application = Foerderantrag(id=kept.id)
        application.portal_type = "Foerderantrag"
        # Past the events: ten thousand are not indexed, as no list asks the catalog.
        store._setOb(kept.id, application)
        store.rows[kept.id] = kept
        if number % 1000 == 0:
            transaction.savepoint(optimistic=True)
    catalog = api.portal.get_tool("portal_catalog")
    path = {"query": "/".join(programme.getPhysicalPath()), "depth": 1}
    with api.env.adopt_roles(["Manager"]):
        for number in range(ITEMS - len(catalog(path=path))):
            page = api.content.create(programme, "Document", title=f"Seite {number}")
            api.content.transition(page, "publish")
    transaction.commit()
    return programme


class Loads:
    """Counts the objects that connections load, by class."""

    def __init__(self) -> None:
        self.count: Counter[str] = Counter()
        self._setstate = Connection.setstate

    def __enter__(self) -> "Loads":
        def watched(connection: Connection, item: Any) -> None:
            self.count[type(item).__name__] += 1
            self._setstate(connection, item)

        Connection.setstate = watched
        return self

    def __exit__(self, *error: object) -> None:
        Connection.setstate = self._setstate


class Browser:
    """The case worker's requests."""

    def __init__(self) -> None:
        token = base64.b64encode(f"{USER}:{PASSWORD}".encode()).decode()
        self.app = TestApp(
            lambda environ, start: publish_module(environ, start),
            extra_environ={"HTTP_AUTHORIZATION": f"Basic {token}"},
        )

    def get(self, url: str) -> bytes:
        return self.app.get(url, status=200).body

    def milliseconds(self, url: str) -> float:
        begun = perf_counter()
        self.get(url)
        return (perf_counter() - begun) * 1000


def side_by_side(browser: Browser, *urls: str) -> list[float]:
    """The median of each in milliseconds; in turns, so that all have the same noise."""
    for url in urls * WARM_UP:
        browser.get(url)
    rounds = [[browser.milliseconds(url) for url in urls] for _round in range(ROUNDS)]
    return [median(taken) for taken in zip(*rounds, strict=True)]


def recount(group: Callable[[CaseRow], str]) -> list[list[str]]:
    """What the figures have to say of each group, without any of the product's sums."""
    found: dict[str, list[Any]] = {}
    for number in range(1, APPLICATIONS + 1):
        one = row(number)
        line = found.setdefault(group(one), [0, ZERO, 0, ZERO, ZERO])
        line[0] += 1
        line[1] += one.requested
        if one.approved is not None:
            line[2] += 1
            line[3] += one.approved
        line[4] += sum(amount for _day, amount in one.movements)
    return sorted(map(_shown, found.values()))


def recount_months() -> list[list[str]]:
    """The same by month: each amount in the month of what happened."""
    found: dict[str, list[Any]] = {}

    def line(day: date) -> list[Any]:
        return found.setdefault(f"{day:%Y-%m}", [0, ZERO, 0, ZERO, ZERO])

    for number in range(1, APPLICATIONS + 1):
        one = row(number)
        arrived = line(one.arrived.astimezone(ZONE).date())
        arrived[0] += 1
        arrived[1] += one.requested
        if one.approved is not None:
            announced = line(one.announced.astimezone(ZONE).date())
            announced[2] += 1
            announced[3] += one.approved
        for day, amount in one.movements:
            line(day)[4] += amount
    return sorted(map(_shown, found.values()))


def _shown(line: list[Any]) -> list[str]:
    requests, requested, grants, approved, paid = line
    amounts = map(format_euro, (requested, approved, paid))
    asked, granted, given = (
        amount.replace("\N{NO-BREAK SPACE}", " ") for amount in amounts
    )
    return [str(requests), asked, str(grants), granted, given]


def figures_of(page: bytes, heading: str) -> list[list[str]]:
    """The numbers in a table of the page of figures, without the names of the lines."""
    soup = BeautifulSoup(page, "html.parser")
    table = soup.find("table", attrs={"aria-labelledby": heading})
    lines = [
        [" ".join(cell.get_text().split()) for cell in line.select("td")]
        for line in table.select("tbody tr")
    ]
    return sorted(lines)


def report(what: str, ours: float, limit: float, unit: str) -> bool:
    """Says one figure, and whether it keeps its limit."""
    kept = ours <= limit
    verdict = "ok" if kept else "TOO MUCH"
    print(f"{what:<58}{ours:9.1f} {unit:<4}limit {limit:8.1f} {unit:<4}{verdict}")
    return kept


def measure(portal: Any) -> bool:
    """Measures all; whether every limit was kept."""
    # As Plone's own buildout and cookiecutter set it; the test layer has 400.
    portal._p_jar.db().setCacheSize(30_000)
    url = furnish(portal).absolute_url()
    stock, sheet = f"{url}/listing_view?b_size={ITEMS}", f"{url}/@@aufsichtsliste"
    asked = "zustand=submitted&zustaendig=sachbearbeitung&suche=dialog"
    filtered = f"{url}/@@antraege?{asked}"
    portal._p_jar.db().cacheMinimize()
    browser = Browser()
    with Loads() as cold:
        assert b"Gemeinde" in browser.get(filtered)
    kept = report(
        "Applications loaded, nothing cached", cold.count["Foerderantrag"], 0, ""
    )
    assert browser.get(stock).count(b">Seite ") >= ITEMS - 5
    ours, theirs = side_by_side(browser, filtered, stock)
    kept &= report(
        "List of 10,000, three filters / stock, 30 items", ours, theirs, "ms"
    )
    (milliseconds,) = side_by_side(browser, f"{url}/@@kennzahlen")
    kept &= report("Figures of 10,000", milliseconds, 1000, "ms")
    page = browser.get(f"{url}/@@kennzahlen")
    wrong = [
        name
        for name, expected in (
            ("saeule", recount(lambda one: one.pillar)),
            ("kreis", recount(lambda one: one.kreis)),
            ("monat", recount_months()),
        )
        if figures_of(page, name) != expected
    ]
    kept &= report("Tables of figures that differ from a recount", len(wrong), 0, "")
    with Loads() as loads:
        begun = perf_counter()
        body = browser.get(f"{sheet}?format=xlsx")
        seconds = perf_counter() - begun
    lines = load_workbook(BytesIO(body), read_only=True).active
    assert sum(1 for _line in lines.iter_rows()) == GRANTS + 1
    kept &= report("Supervision list of 1,000 grants, XLSX", seconds, 5, "s")
    kept &= report("Applications loaded for it", loads.count["Foerderantrag"], 0, "")
    tracemalloc.start()
    browser.get(f"{sheet}?format=xlsx")
    peak = tracemalloc.get_traced_memory()[1] / MIB
    tracemalloc.stop()
    return kept & report("Memory for it at its peak", peak, 50, "MiB")


def set_up(layer: Layer, done: set[Layer], test: bool = False) -> None:
    """Set up `layer` as a test runner does, after what it is based on."""
    for base in layer.__bases__:
        set_up(base, done, test)
    if layer not in done:
        done.add(layer)
        (layer.testSetUp if test else layer.setUp)()


if __name__ == "__main__":
    # Setting a test layer up warns about much that is none of ours.
    logging.disable(logging.ERROR)
    set_up(FUNCTIONAL, set())
    set_up(FUNCTIONAL, set(), test=True)
    setSite(FUNCTIONAL["portal"])
    sys.exit(not measure(FUNCTIONAL["portal"]))
