"""How long a list takes in a running portal, and how much memory: run by hand.

    .venv/bin/python bench/register.py URL NAME:PASSWORD PID FILE.csv

Takes the list over by the operator's command, and then once more, which has to change
nothing. PID is that of the portal's process. 1,103 rows have
to be done within a minute.
"""

from base64 import b64encode
from pathlib import Path
from threading import Event
from threading import Thread
from time import perf_counter
from urllib.request import Request
from urllib.request import urlopen
import json
import psutil
import sys


MIB = 1024 * 1024
BOUNDARY = "kommunaldialog-register"
TERMS = {"quelle": "© GeoBasis-DE / BKG 2021", "lizenz": "dl-de/by-2-0"}


class Memory(Thread):
    """Looks each half second how much memory a process has."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.process, self.ended = psutil.Process(pid), Event()
        self.seen: list[float] = []

    def run(self) -> None:
        while not self.ended.wait(0.5):
            self.seen.append(self.process.memory_info().rss / MIB)

    def worked(self) -> float:
        """Seconds of the processor so far."""
        times = self.process.cpu_times()
        return times.user + times.system

    def report(self) -> str:
        quarters = self.seen[:: max(1, len(self.seen) // 8)]
        return " ".join(f"{value:.0f}" for value in quarters) + " MiB"


def body(data: bytes, fields: dict[str, str]) -> bytes:
    """The form with its file."""
    parts = [
        f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}'
        for name, value in fields.items()
    ]
    parts.append(
        f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="datei";'
        ' filename="list.csv"\r\nContent-Type: text/csv\r\n\r\n'
    )
    return "\r\n".join(parts).encode() + data + f"\r\n--{BOUNDARY}--\r\n".encode()


def take_over(url: str, account: str, data: bytes, pid: int) -> dict[str, int]:
    """Posts the list and prints what it took; returns the counts."""
    memory = Memory(pid)
    request = Request(
        f"{url}/@@kommunaldialog-register",
        body(data, {**TERMS, "stand": "2022-05-15", "veroeffentlichen": "1"}),
        {
            "Authorization": "Basic " + b64encode(account.encode()).decode(),
            "Content-Type": f"multipart/form-data; boundary={BOUNDARY}",
            "X-Requested-With": "bench",
        },
    )
    memory.start()
    began, worked = perf_counter(), memory.worked()
    with urlopen(request) as answer:
        counts = json.load(answer)["counts"]
    took, worked = perf_counter() - began, memory.worked() - worked
    print(f"{took:.1f} s, of the processor {worked:.1f} s: {counts}")
    memory.ended.set()
    print(memory.report())
    return counts


def main() -> int:
    url, account, pid, file = sys.argv[1:]
    data = Path(file).read_bytes()
    take_over(url, account, data, int(pid))
    again = take_over(url, account, data, int(pid))
    return 1 if again["new"] or again["changed"] else 0


if __name__ == "__main__":
    sys.exit(main())
