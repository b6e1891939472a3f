"""The evening of the deadline: 8 clients at once submit 400 applications.

    python bench/rush.py

They go to the instance that `make start` makes, over HTTP. Then the same clients send
as many forms of as many questions to a stock EasyForm that saves its data. Exits with
1 where an application failed, was lost or came twice, a number is missing, or one in
twenty took longer than three seconds.
"""

from collections.abc import Callable
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import Any
import json
import re
import requests
import subprocess
import sys
import tempfile


sys.path.insert(0, str(Path(__file__).parent.parent))

from bs4 import BeautifulSoup
from tests.browser.example import served


LIMIT = 3.0  # seconds, 95th percentile
STOCK_FIELD = re.compile(r"form\.widgets\.frage_(\d+)(?::list)?")
DATA = Path(__file__).parent / "rush_data.py"


@dataclass(frozen=True)
class Sent:
    """One click on "submit": how long it took (seconds), whether it went well."""

    seconds: float
    well: bool


def percentile(sent: list[Sent], percent: int) -> float:
    """The time that `percent` of the clicks did not exceed, in seconds."""
    times = sorted(item.seconds for item in sent)
    return times[min(len(times) - 1, len(times) * percent // 100)]


def fields_of(page: str, action: str) -> dict[str, str]:
    """The hidden fields and the choices of the form with `action` in its address."""
    forms = BeautifulSoup(page, "html.parser").find_all("form")
    form = next(form for form in forms if action in form.get("action", ""))
    return {
        item["name"]: item.get("value", "")
        for item in form.find_all("input")
        if item.get("name") and item.get("type") in ("hidden", "text")
    }


class Client(requests.Session):
    """A town at its browser."""

    def __init__(self, origin: str, town: str, password: str) -> None:
        super().__init__()
        self.origin = origin
        self.auth = (town, password)
        self.headers["Accept"] = "text/html"


def submit(client: Client, path: str) -> Sent:
    """The summary page of a draft, and the click on it."""
    url = f"{client.origin}{path}/@@einreichen"
    page = client.get(url, timeout=120)
    sent = fields_of(page.text, "einreichen")
    start = perf_counter()
    answer = client.post(url, sent, timeout=120, allow_redirects=False)
    taken = perf_counter() - start
    well = answer.status_code == 303 and "eingang" in answer.headers["Location"]
    return Sent(taken, well)


def submit_stock(client: Client, path: str) -> Sent:
    """A stock form, filled in and sent."""
    url = f"{client.origin}{path}"
    page = BeautifulSoup(client.get(url, timeout=300).text, "html.parser")
    form = max(page.find_all("form"), key=lambda form: len(form.find_all("input")))
    # Without its button's name stock easyform thanks and saves nothing.
    sent = {"form.buttons.submit": "1"}
    for item in form.find_all(["input", "textarea", "select"]):
        name = item.get("name")
        asked = STOCK_FIELD.fullmatch(name or "")
        if asked:
            sent[name] = ("Text", "Absatz", "rot", "3")[int(asked[1]) % 4]
        elif name and item.get("type") == "hidden":
            sent[name] = item.get("value", "")
    start = perf_counter()
    answer = client.post(url, sent, timeout=300)
    taken = perf_counter() - start
    return Sent(taken, answer.ok and "easyform-thankspage" in answer.text)


def rush(jobs: list[Callable[[], list[Sent]]]) -> tuple[list[Sent], float]:
    """All clients at once; what they sent, and how long all of it took (seconds)."""
    start = perf_counter()
    with ThreadPoolExecutor(len(jobs)) as pool:
        sent = [item for done in pool.map(lambda job: job(), jobs) for item in done]
    return sent, perf_counter() - start


def data(step: str, folder: Path) -> dict[str, Any]:
    """What `rush_data.py` prints."""
    command = [sys.executable, str(DATA), step, str(folder)]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True)
    return json.loads(done.stdout.splitlines()[-1])


@contextmanager
def prepared() -> Iterator[tuple[Path, dict[str, Any]]]:
    """The example's instance folder with what the rush needs."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with served(folder):
            pass
        yield folder, data("prepare", folder / "instance")


def report(what: str, sent: list[Sent], seconds: float) -> None:
    failed = sum(not item.well for item in sent)
    print(
        f"{what:<34}{len(sent):4d} sent, {failed:3d} failed, "
        f"median {percentile(sent, 50):6.2f} s, 95 % {percentile(sent, 95):6.2f} s, "
        f"all in {seconds:6.1f} s"
    )


def main() -> bool:
    """Whether all that the product promises was kept."""
    with prepared() as (folder, made):
        with served(folder) as origin:
            clients = {
                town: Client(origin, town, made["password"]) for town in made["drafts"]
            }
            jobs = [
                lambda town=town, paths=paths: [
                    submit(clients[town], path) for path in paths
                ]
                for town, paths in made["drafts"].items()
            ]
            ours, seconds = rush(jobs)
            report("applications of 50 questions", ours, seconds)
            jobs = [
                lambda town=town, paths=paths: [
                    submit_stock(clients[town], made["stock"]) for _path in paths
                ]
                for town, paths in made["drafts"].items()
            ]
            stock, seconds = rush(jobs)
            report("stock EasyForm of 50 questions", stock, seconds)
        kept = data("count", folder / "instance")
    expected = len(ours)
    numbers = [int(reference.rsplit("-", 1)[1]) for reference in kept["references"]]
    complete = sorted(numbers) == list(range(1, expected + 1))
    print(f"in the database: {kept['states']}, {kept['submissions']} submissions")
    print(
        f"numbers 1 to {expected} complete, none twice: {'yes' if complete else 'NO'}"
    )
    print(f"stock: {kept['rows']} rows saved of {len(stock)}")
    return (
        all(item.well for item in ours)
        and kept["states"] == {"submitted": expected}
        and kept["submissions"] == expected
        and complete
        and percentile(ours, 95) < LIMIT
    )


if __name__ == "__main__":
    sys.exit(not main())
