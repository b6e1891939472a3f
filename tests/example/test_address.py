"""Where the example portal listens, and what it says when it can't."""

from kommunaldialog.example import address
from pathlib import Path
import os
import pytest
import socket
import subprocess
import sys


@pytest.fixture
def taken():
    with socket.socket() as own:
        own.bind(("127.0.0.1", 0))
        own.listen()
        yield own.getsockname()[1]


@pytest.fixture
def free():
    with socket.socket() as own:
        own.bind(("127.0.0.1", 0))
        port = own.getsockname()[1]
    return port


def test_without_a_choice_it_is_8080(monkeypatch):
    monkeypatch.delenv("PORT", raising=False)
    assert address.chosen_port() == 8080


def test_the_environment_chooses_another(monkeypatch):
    monkeypatch.setenv("PORT", "8123")
    assert address.chosen_port() == 8123


@pytest.mark.parametrize("text", ["http", "0", "65536", "-1", "80 80", "8o8o", "²"])
def test_what_is_no_port_is_refused_with_an_example(monkeypatch, text):
    monkeypatch.setenv("PORT", text)
    with pytest.raises(SystemExit, match="make start PORT=8081"):
        address.chosen_port()


def test_a_port_in_use_is_refused_with_what_to_do(taken):
    with pytest.raises(SystemExit) as refused:
        address.bind(taken)
    assert f"Port {taken} is already in use" in str(refused.value)
    assert f"make start PORT={taken + 1}" in str(refused.value)


def test_a_port_that_only_the_system_may_have_is_refused(monkeypatch):
    def bind(own, where):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(socket.socket, "bind", bind)
    with pytest.raises(SystemExit, match="Permission denied"):
        address.bind(80)


def test_only_this_machine_is_served(free):
    sockets = address.bind(free)
    try:
        hosts = {own.getsockname()[0] for own in sockets}
        assert "127.0.0.1" in hosts
        assert hosts <= {"127.0.0.1", "::1"}
    finally:
        for own in sockets:
            own.close()


@pytest.mark.parametrize(("which", "code"), [("taken", 1), ("free", 0)])
def test_the_check_needs_nothing_but_python(request, which, code):
    result = subprocess.run(
        [sys.executable, "-I", "-S", str(Path(address.__file__))],
        env={**os.environ, "PORT": str(request.getfixturevalue(which))},
        capture_output=True,
        text=True,
    )
    assert result.returncode == code
    assert ("already in use" in result.stderr) is bool(code)
    assert "Traceback" not in result.stderr
