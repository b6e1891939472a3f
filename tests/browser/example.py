"""The example portal as `make start` serves it, with a folder and a port of its own."""

from collections.abc import Callable
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from pathlib import Path
import os
import requests
import socket
import subprocess
import sys
import time


COMMAND = [sys.executable, "-u", "-m", "kommunaldialog.example.instance"]
PROGRAMMES = [sys.executable, "-m", "tests.browser.programmes"]
PATIENCE = 300
# The account of another municipality, which has no password until one is set.
NEIGHBOUR = "beispielhausen"


@dataclass(frozen=True)
class Example:
    """A running portal: its address, the accounts' passwords, where its mail goes."""

    url: str
    passwords: dict[str, str]
    mail: Path

    @property
    def origin(self) -> str:
        """What the address of everything that the portal serves begins with."""
        return self.url.removesuffix("/portal")

    @property
    def programme(self) -> str:
        """The address of the call that is open."""
        return f"{self.url}/foerderung/kommunale-dialoge"

    def letter(self, word: str) -> EmailMessage:
        """The mail with that word in its text or subject; it may take a moment."""
        return self._find(word, lambda mail: f"{mail['Subject']}\n{mail.get_content()}")

    def letter_to(self, address: str) -> EmailMessage:
        """The first mail to an address; it may take a moment."""
        return self._find(address, lambda mail: mail["To"])

    def _find(self, word: str, text: Callable[[EmailMessage], str]) -> EmailMessage:
        end = time.monotonic() + 30
        while time.monotonic() < end:
            for file in sorted(self.mail.glob("*.eml")):
                parser = BytesParser(policy=policy.default)
                mail = parser.parsebytes(file.read_bytes())
                if word in text(mail):
                    return mail
            time.sleep(0.2)
        raise AssertionError(f"No mail with {word} came")


@contextmanager
def example(folder: Path) -> Iterator[Example]:
    """Serve a new example portal from `folder` until the end of the block."""
    with served(folder):
        pass
    subprocess.run([*PROGRAMMES, str(folder / "instance")], check=True)
    with served(folder) as origin:
        yield _opened(folder / "instance", f"{origin}/portal")


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The same, made where it is missing; gives what its addresses begin with."""
    port = _free_port()
    log = folder / "log"
    with log.open("w") as out:
        process = subprocess.Popen(
            COMMAND,
            cwd=folder,
            env={**os.environ, "PORT": str(port)},
            stdout=out,
            stderr=out,
        )
    try:
        _wait(process, log)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(60)


def _free_port() -> int:
    with socket.socket() as own:
        own.bind(("127.0.0.1", 0))
        return own.getsockname()[1]


def _wait(process: subprocess.Popen, log: Path) -> None:
    end = time.monotonic() + PATIENCE
    while "The portal is ready" not in log.read_text():
        assert process.poll() is None, log.read_text()
        assert time.monotonic() < end, log.read_text()
        time.sleep(0.2)


def _opened(instance: Path, url: str) -> Example:
    lines = (instance / "accounts").read_text("ascii").splitlines()
    passwords = dict(line.split() for line in lines)
    passwords[NEIGHBOUR] = passwords["admin"]
    answer = requests.patch(
        f"{url}/@users/{NEIGHBOUR}",
        json={"password": passwords[NEIGHBOUR]},
        auth=("admin", passwords["admin"]),
        headers={"Accept": "application/json"},
        timeout=PATIENCE,
    )
    assert answer.status_code == 204, answer.text
    return Example(url, passwords, instance / "mail")
