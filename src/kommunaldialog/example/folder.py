"""The instance's folder: what lies where, and that one process has it.

Nothing of Zope is imported here: who asks whether the instance runs gets the answer
at once.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
import fcntl
import os
import shutil


SKELETON = Path(__file__).parent / "skel"
THREADS = 4
RUNNING = """The example portal of this folder is running already{where}.
Stop it there with Ctrl-C, or use it as it is."""


class Folder:
    """The parts of an instance folder.

    `home` is the folder, git-ignored. The data (`var`) is made in `unfinished` and
    gets its name when the site is complete.
    """

    def __init__(self, home: Path) -> None:
        self.home = home.absolute()
        self.etc = self.home / "etc"
        self.var = self.home / "var"
        self.unfinished = self.home / "var.unfinished"
        self.mail = self.home / "mail"
        self.accounts = self.home / "accounts"
        self.lock = self.home / "lock"

    @contextmanager
    def held(self, address: str) -> Iterator[None]:
        """Hold the folder for this process, running at `address`.

        The kernel lets the lock go when the process ends, however it ends, so what
        an earlier run left behind never stands in the way. Raises SystemExit with a
        message for people if another process has the folder.
        """
        self.home.mkdir(parents=True, exist_ok=True)
        with open(os.open(self.lock, os.O_RDWR | os.O_CREAT, 0o600), "r+") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                where = lock.read().strip()
                where = f": {where}" if where else ""
                raise SystemExit(RUNNING.format(where=where)) from None
            lock.truncate(0)
            lock.write(f"{address} (process {os.getpid()})\n")
            lock.flush()
            yield
            lock.seek(0)
            lock.truncate(0)

    def begin(self) -> None:
        """Make an empty place for new data; what was left unfinished goes."""
        self.discard()
        self.unfinished.mkdir()

    def discard(self) -> None:
        """Remove data that was not finished."""
        shutil.rmtree(self.unfinished, ignore_errors=True)

    def finish(self) -> None:
        """Give the finished data its name, in one step."""
        self.unfinished.rename(self.var)

    def configure(self, var: Path) -> Path:
        """Write Zope's configuration for the data in `var`; return its path.

        At each start, because the folder may have been moved since.
        """
        for path in (self.etc, self.mail, var / "filestorage", var / "cache"):
            path.mkdir(parents=True, exist_ok=True)
        for path in (var / "blobstorage", var / "log"):
            path.mkdir(mode=0o700, exist_ok=True)
        shutil.copy(_zope_skeleton() / "etc" / "site.zcml", self.etc / "site.zcml")
        template = (SKELETON / "zope.conf.in").read_text("utf-8")
        conf = self.etc / "zope.conf"
        conf.write_text(
            template.format(
                home=_zconfig(self.home), var=_zconfig(var), pool_size=THREADS + 4
            ),
            "utf-8",
        )
        return conf


def _zope_skeleton() -> Path:
    zope = find_spec("Zope2")
    if zope is None or zope.origin is None:
        raise SystemExit("Zope is not installed here. Start with: make start")
    return Path(zope.origin).parent / "utilities" / "skel"


def _zconfig(path: Path) -> str:
    # ZConfig takes a single $ for the beginning of a name.
    return str(path).replace("$", "$$")
