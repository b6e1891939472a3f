"""The courier: a thread of each Zope process that delivers what waits.

It is woken by each commit that queued a mail, looks once when the process starts, and
then each minute, for what failed before or was queued by a process that is gone.
"""

from collections.abc import Iterator
from datetime import datetime
from datetime import UTC
from kommunaldialog import logger
from kommunaldialog.outbox import bell
from kommunaldialog.outbox.delivery import deliver
from plone.base.interfaces import IPloneSiteRoot
from typing import Any
import threading
import transaction


INTERVAL = 60.0
LONGEST_PAUSE = 600.0

_starting = threading.Lock()
_thread: threading.Thread | None = None


def start(event: Any = None) -> None:
    """Start the courier of this process, once. Zope's start of a process does it."""
    global _thread
    with _starting:
        if _thread is None or not _thread.is_alive():
            _thread = threading.Thread(
                target=_run, name="kommunaldialog-outbox", daemon=True
            )
            _thread.start()


def make_round() -> int:
    """Deliver in all sites what is due, with a connection of its own.

    Returns how many mails were sent. Raises what the database raises.
    """
    import Zope2

    root = Zope2.app()
    try:
        return sum(_deliver_all(site) for site in _sites(root))
    finally:
        transaction.abort()
        root._p_jar.close()


def _run() -> None:
    pause = 0.0
    while True:
        bell.wait(pause)
        try:
            make_round()
            pause = INTERVAL
        except Exception:
            # The database is away or closing: nothing is lost, it is all in there.
            pause = min(max(2 * pause, INTERVAL), LONGEST_PAUSE)
            logger.exception("The outbox could not be looked at; again in %d s", pause)


def _deliver_all(site: Any) -> int:
    total = 0
    while sent := deliver(site, datetime.now(UTC)).sent:
        total += sent
    return total


def _sites(folder: Any) -> Iterator[Any]:
    for child in folder.objectValues():
        if IPloneSiteRoot.providedBy(child):
            yield child
        elif child.meta_type == "Folder":
            yield from _sites(child)
