"""`make start`: the example portal in a folder of its own.

    python -m kommunaldialog.example.instance

makes the instance at the first start, and serves it. The folder is `instance` in the
current one; the environment's `PORT` chooses the port.
"""

from collections.abc import Sequence
from kommunaldialog.example import address
from kommunaldialog.example.folder import Folder
from pathlib import Path
import errno
import logging
import logging.handlers
import signal
import socket
import subprocess
import sys


HOME = Path("instance")
BUILD = "--build"
BUILDING = "The portal is made with its example (about a minute, only this time) ..."
FAILED = """The example portal could not be made; the reason is above.
Nothing of it was kept: make start begins anew."""
READY = """
The portal is ready:  {address}

{accounts}
Mail is written to:   {mail}
Stop it with Ctrl-C. `make accounts` shows the accounts again."""


def main(arguments: Sequence[str]) -> None:
    """Serve the instance; with `--build`, make its data (in a process of its own)."""
    # So that a stop by the system ends as cleanly as Ctrl-C, and Ctrl-C does so too
    # where a shell that started this in the background had it ignored.
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, signal.default_int_handler)
    folder = Folder(HOME)
    if BUILD in arguments:
        try:
            _build(folder)
        except KeyboardInterrupt:
            raise SystemExit(1) from None
        return
    port = address.chosen_port()
    url = f"http://127.0.0.1:{port}/portal"
    sockets = address.bind(port)
    with folder.held(url):
        try:
            if not folder.var.exists():
                _make(folder)
            _serve(folder, sockets, url)
        except KeyboardInterrupt:
            pass
        print("Stopped.")


def _make(folder: Folder) -> None:
    # Another process, because a process opens its databases once: here they are
    # under the name that they have while the site is unfinished.
    print(BUILDING)
    folder.begin()
    command = [sys.executable, "-m", "kommunaldialog.example.instance", BUILD]
    child = subprocess.Popen(command)
    try:
        failed = child.wait() != 0
    finally:
        if child.poll() is None:
            child.terminate()
            child.wait()
    if failed:
        folder.discard()
        raise SystemExit(FAILED)
    folder.finish()


def _build(folder: Folder) -> None:
    conf = folder.configure(folder.unfinished)
    # Plone's own profiles warn of much that nobody has to act on.
    logging.basicConfig(level=logging.ERROR)
    from Zope2.Startup.run import configure_wsgi

    # Not prepare(), which would start what works in the background.
    configure_wsgi(str(conf))
    import Zope2

    root = Zope2.app()
    try:
        # Only now: it imports Zope's module Testing, which before the database is
        # open would put one for tests in its place.
        from kommunaldialog.example import portal

        portal.build(root)
    finally:
        root._p_jar.close()
        for database in Zope2.opened:
            database.close()


def _serve(folder: Folder, sockets: Sequence[socket.socket], url: str) -> None:
    conf = folder.configure(folder.var)
    _log_to(folder.var / "log" / "event.log")
    from kommunaldialog.example.server import make_server
    from Zope2.Startup.run import make_wsgi_app
    from ZPublisher.httpexceptions import HTTPExceptionHandler
    import Zope2

    print("The portal starts ...")
    try:
        application = HTTPExceptionHandler(make_wsgi_app({}, str(conf)))
        server = make_server(application, sockets)
        text = _accounts(folder)
        print(READY.format(address=url, accounts=text, mail=folder.mail), flush=True)
        server.run()
    except OSError as error:
        if error.errno != errno.EADDRINUSE:
            raise
        # Bound is not listening: two starts at the same moment get here.
        raise SystemExit(address.in_use(address.chosen_port())) from None
    finally:
        for database in Zope2.opened:
            database.close()


def _accounts(folder: Folder) -> str:
    try:
        return folder.accounts.read_text("ascii")
    except OSError as error:
        return f"The accounts can't be read: {error}\n"


def _log_to(file: Path) -> None:
    kept = logging.handlers.RotatingFileHandler(file, maxBytes=5_000_000, backupCount=3)
    shown = logging.StreamHandler()
    shown.setLevel(logging.ERROR)
    logging.basicConfig(
        level=logging.INFO,
        handlers=[kept, shown],
        format="%(asctime)s %(levelname)s [%(name)s] %(message)s",
    )


if __name__ == "__main__":
    main(sys.argv[1:])
