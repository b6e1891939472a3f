"""Where the example portal listens.

Needs nothing but Python: make runs this file before anything is installed, so that
a port in use is known at once and not after minutes.
"""

from collections.abc import Sequence
import errno
import os
import socket
import sys


DEFAULT_PORT = "8080"
IN_USE = """Port {port} is already in use.
Either the example portal is running already: look at http://127.0.0.1:{port}/portal
Or another program has the port: choose another one, for example
    make start PORT={other}"""
NOT_ALLOWED = """Port {port} may not be used here: {reason}.
Choose another one, for example: make start PORT=8081"""
NO_PORT = """PORT={port} is not a port. It is a number from 1 to 65535, for example
    make start PORT=8081"""


def chosen_port() -> int:
    """Return the port that the environment's `PORT` asks for, 8080 without it.

    Raises SystemExit with a message for people if it is none.
    """
    text = os.environ.get("PORT") or DEFAULT_PORT
    if not (text.isascii() and text.isdigit() and 0 < int(text) < 65536):
        raise SystemExit(NO_PORT.format(port=text))
    return int(text)


def bind(port: int) -> Sequence[socket.socket]:
    """Return sockets bound to this machine's own addresses, not yet listening.

    Both, because `localhost` means ::1 to some programs. A machine without IPv6 gets
    one. Raises SystemExit with a message for people if the port is taken.
    """
    wanted = [(socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1")]
    bound = []
    for family, host in wanted:
        try:
            own = socket.socket(family, socket.SOCK_STREAM)
            # The port of a portal that was just stopped can be had again at once.
            own.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            own.bind((host, port))
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                raise SystemExit(in_use(port)) from None
            if family == socket.AF_INET:
                reason = error.strerror
                raise SystemExit(NOT_ALLOWED.format(port=port, reason=reason)) from None
            continue
        bound.append(own)
    return bound


def in_use(port: int) -> str:
    """Return what to say when the port is taken."""
    return IN_USE.format(port=port, other=port + 1 if port < 65535 else 8080)


def main() -> None:
    """Say whether the chosen port can be had."""
    for own in bind(chosen_port()):
        own.close()


if __name__ == "__main__":
    sys.exit(main())
