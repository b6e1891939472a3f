"""How much the example's server takes in one request."""

from kommunaldialog.example.server import make_server
from kommunaldialog.example.server import MOST_BYTES
import pytest
import socket
import threading


@pytest.fixture
def address():
    """Where a server listens whose application takes everything."""

    def application(environ, start_response):
        environ["wsgi.input"].read()
        start_response("200 OK", [("Content-Length", "0")])
        return []

    listening = socket.create_server(("127.0.0.1", 0))
    server = make_server(application, [listening])
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    yield listening.getsockname()
    # What is written to its trigger ends the loop from within.
    server.trigger.pull_trigger(server.close)
    thread.join(10)


def status_of(address, announced, sent=b""):
    with socket.create_connection(address, timeout=10) as client:
        client.sendall(
            b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: %d\r\n\r\n" % announced
        )
        client.sendall(sent)
        return client.recv(100).split()[1]


def test_more_than_the_limit_is_refused_before_it_is_sent(address):
    assert status_of(address, MOST_BYTES + 1) == b"413"


def test_what_is_within_the_limit_is_taken(address):
    assert status_of(address, 4, b"file") == b"200"
