"""How fast applications are, next to a stock EasyForm in the same process.

    make bench

Same user, theme and questions for both; each figure is the median of 30 requests
after 3 that warm up, in one process, through the whole of Zope's publisher. Exits
with 1 where a limit of the product is broken.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from datetime import datetime
from datetime import UTC
from decimal import Decimal
from kommunaldialog.access.groups import group_id
from kommunaldialog.domain.costplan import CostPlan
from kommunaldialog.domain.costplan import Expenditure
from kommunaldialog.domain.costplan import Income
from kommunaldialog.domain.lifecycle import ANTRAGSTELLUNG
from kommunaldialog.forms import versions
from kommunaldialog.usecases.begin import begin
from pathlib import Path
from plone import api
from plone.app.testing import applyProfile
from plone.testing import Layer
from statistics import median
from time import perf_counter
from typing import Any
from webtest import TestApp
from zope.component.hooks import setSite
from ZPublisher.WSGIPublisher import publish_module
import base64
import gc
import logging
import psutil
import re
import sys
import transaction


sys.path.insert(0, str(Path(__file__).parent.parent))

from tests.forms.models import many
from tests.forms.models import model
from tests.layers import FUNCTIONAL
from tests.samples import AGS
from tests.samples import make_kommune
from tests.samples import make_programme


USER, PASSWORD = "antragstellung", "Geheim-12345"
STOCK_FIELD = re.compile(r"form\.widgets\.frage_(\d+)(?::list)?")
ROUNDS, WARM_UP = 30, 3
MIB = 1024 * 1024
SAVER = (
    '<field name="saver" type="collective.easyform.actions.SaveData">'
    "<title>Daten</title></field>"
)


CORE = {
    "pillar": "saeule-1",
    "title": "Dialog",
    "contact_name": "Eva Muster",
    "contact_email": "eva@example.org",
    "contact_phone": "0711 1234",
    "measure_start": date(2027, 1, 1),
    "measure_end": date(2027, 6, 30),
    "start_declaration": "not_begun",
}
PLAN = CostPlan(
    (Expenditure("fees", "Moderation", Decimal("3000.00"), Decimal("3000.00")),),
    (Income("own_funds", "", Decimal("1000.00")),),
    Decimal("2000.00"),
)


@dataclass(frozen=True)
class Result:
    """One figure, what it is measured against, and the limit of their ratio."""

    what: str
    ours: float
    limit: float
    unit: str = "ms"

    @property
    def kept(self) -> bool:
        return self.ours <= self.limit

    def __str__(self) -> str:
        verdict = "ok" if self.kept else "TOO MUCH"
        return (
            f"{self.what:<52}{self.ours:9.1f} {self.unit:<4}"
            f"limit {self.limit:8.1f} {self.unit:<4}{verdict}"
        )


class Bench:
    """A portal with applications and stock forms of any length."""

    def __init__(self, portal: Any) -> None:
        self.portal = portal
        token = base64.b64encode(f"{USER}:{PASSWORD}".encode()).decode()
        self.app = TestApp(
            lambda environ, start: publish_module(environ, start),
            extra_environ={"HTTP_AUTHORIZATION": f"Basic {token}"},
        )
        applyProfile(portal, "kommunaldialog:theme")
        make_kommune(portal)
        with api.env.adopt_roles(["Manager"]):
            api.user.create("a@example.org", USER, PASSWORD)
            api.group.add_user(groupname=group_id(AGS, ANTRAGSTELLUNG), username=USER)
        transaction.commit()

    def enter(self) -> None:
        """Make content again after a request: the publisher leaves the site."""
        transaction.begin()
        setSite(self.portal)

    def url(self, content: Any) -> str:
        return f"http://localhost{'/'.join(content.getPhysicalPath())}"

    def stock(self, count: int) -> str:
        """The address of a stock EasyForm of `count` questions that saves its data."""
        self.enter()
        with api.env.adopt_roles(["Manager"]):
            form = api.content.create(
                self.portal,
                "EasyForm",
                id=f"stock-{count}",
                title="Stock",
                fields_model=many(count),
                actions_model=model(SAVER),
            )
            api.content.transition(form, "publish")
        transaction.commit()
        return self.url(form)

    def programme(self, count: int, size: int = 10, **settings: Any) -> Any:
        """A call that asks `count` questions, `size` of them on a page."""
        self.enter()
        made = make_programme(
            self.portal,
            title=f"Programm {count}",
            consultation_required=False,
            reference_prefix=f"BENCH{len(self.portal)}",
            **settings,
        )
        versions.publish(made, many(count, size=size), "bench", datetime.now(UTC))
        return made

    def begin(self, programme: Any, token: str) -> Any:
        with api.env.adopt_user(USER):
            return begin(programme, AGS, token, datetime.now(UTC))

    def draft(self, count: int, size: int) -> str:
        """A page of `size` questions of a draft of `count`."""
        application = self.begin(self.programme(count, size), "draft")
        transaction.commit()
        return f"{self.url(application)}/@@bearbeiten/fragen-1"

    def time(self, ask: Callable[[], object]) -> float:
        """The median of `ask` in milliseconds."""
        taken = []
        for number in range(WARM_UP + ROUNDS):
            gc.collect()
            start = perf_counter()
            ask()
            if number >= WARM_UP:
                taken.append((perf_counter() - start) * 1000)
        return median(taken)

    def get(self, url: str) -> float:
        return self.time(lambda: self.app.get(url, status=200))

    def save(self, url: str) -> float:
        """Every question answered, other answers each time, and saved as a draft."""
        number = iter(range(10**6))

        def ask() -> None:
            fields = self.filled(page, next(number))
            # A page instead of a redirect would mean that something was refused.
            self.app.post(action, fields, status=(302, 303))

        page = sheet(self.app.get(url, status=200))
        action = page.action if page.action.startswith("http") else url
        return self.time(ask)

    def filled(self, page: Any, number: int) -> list[tuple[str, str]]:
        fields = []
        for name, value in page.submit_fields("save"):
            if name.startswith("q.frage_"):
                kind = int(name.removeprefix("q.frage_")) % 4
                value = (f"Text {number}", f"Absatz {number}", "rot", str(number))[kind]
            elif name == "revision":
                # As if the page had been loaded again after each save.
                value = str(int(value) + number)
            fields.append((name, value))
        return fields

    def submit_stock(self, url: str) -> float:
        """Stock easyform's submit, with its data saved."""
        page = self.app.get(url, status=200)
        form = sheet(page)
        fields = []
        for name, value in form.submit_fields("form.buttons.submit"):
            asked = STOCK_FIELD.fullmatch(name)
            if asked:
                value = ("Text", "Absatz", "rot", "3")[int(asked[1]) % 4]
            fields.append((name, value))
        answer = self.app.post(url, fields, status=200)
        if "easyform-thankspage" not in answer.text:
            raise SystemExit("The stock form refused what it was sent.")
        return self.time(lambda: self.app.post(url, fields, status=200))

    def submit(self, count: int) -> float:
        """The click on "submit" of a complete draft: another one each time."""
        programme = self.programme(count, applications_per_municipality=100)
        answers = {
            f"frage_{n}": ("Text", "Absatz", "rot", 3)[n % 4] for n in range(count)
        }
        complete = []
        for number in range(WARM_UP + ROUNDS):
            application = self.begin(programme, str(number))
            for name, value in {**CORE, "plan": PLAN}.items():
                setattr(application, name, value)
            application.answers.update(answers)
            complete.append(f"{self.url(application)}/@@einreichen")
        transaction.commit()
        page = self.app.get(complete[0], status=200)
        forms = page.forms.values()
        form = next(form for form in forms if "einreichen" in form.action)
        sent = form.submit_fields()
        # To the receipt: 200 would mean that something was refused.
        return self.time(lambda: self.app.post(complete.pop(), sent, status=303))

    def growth(self, url: str) -> float:
        """MiB of memory from the 100th to the 600th GET."""
        process = psutil.Process()
        for number in range(600):
            self.app.get(url, status=200)
            # Garbage that only waits for its collection is not kept: without this,
            # it is counted or not as chance will have it.
            if number % 50 == 49:
                gc.collect()
            if number == 99:
                before = process.memory_info().rss
        return (process.memory_info().rss - before) / MIB


def sheet(page: Any) -> Any:
    """The form of a page that holds the questions."""
    return max(page.forms.values(), key=lambda form: len(form.fields))


def run(bench: Bench) -> list[Result]:
    """Measure all that the product promises."""
    # First: what stock forms leave behind would be counted as ours.
    growth = bench.growth(bench.draft(100, size=100))
    stock_get = bench.get(bench.stock(50))
    draft = bench.draft(50, size=50)
    stock_section = bench.get(bench.stock(20))
    section = bench.draft(100, size=20)
    stock_submit = bench.submit_stock(bench.stock(100))
    return [
        Result("GET of a draft of 50 questions", bench.get(draft), 1.2 * stock_get),
        Result("save of a draft of 50 questions", bench.save(draft), 1.2 * stock_get),
        Result("GET of a section of 20 of 100", bench.get(section), stock_section),
        Result("save of a section of 20 of 100", bench.save(section), stock_section),
        Result("submit of 100 questions", bench.submit(100), stock_submit / 10),
        Result(
            "memory from the 100th to the 600th GET of 100 questions",
            growth,
            5,
            "MiB",
        ),
    ]


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
    found = run(Bench(FUNCTIONAL["portal"]))
    print("\n".join(map(str, found)))
    sys.exit(not all(result.kept for result in found))
