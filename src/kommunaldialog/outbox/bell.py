"""The bell by which who queues a mail wakes the courier of the same process."""

import threading


_rung = threading.Event()


def ring() -> None:
    """Let the courier look at once; where none runs, nothing happens."""
    _rung.set()


def wait(seconds: float) -> None:
    """Return when the bell is rung, or after so many seconds."""
    _rung.wait(seconds)
    _rung.clear()
