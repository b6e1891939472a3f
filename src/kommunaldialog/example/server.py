"""The server of the example, and how much it takes in one request."""

from collections.abc import Callable
from collections.abc import Sequence
from kommunaldialog.example.folder import THREADS
from waitress.server import BaseWSGIServer
from waitress.server import create_server
import socket


# Several files of one section, each within its own limit (at most 25 MB). What is
# announced as more is answered with 413 before it is read.
MOST_BYTES = 128 * 1024 * 1024


def make_server(
    application: Callable, sockets: Sequence[socket.socket]
) -> BaseWSGIServer:
    """A server of `application` that listens on `sockets`, and does not run yet."""
    return create_server(
        application,
        sockets=sockets,
        threads=THREADS,
        ident=None,
        clear_untrusted_proxy_headers=True,
        max_request_body_size=MOST_BYTES,
    )
