"""`make start`: what a newcomer gets, with a real instance in a folder of its own."""

from contextlib import contextmanager
from kommunaldialog.example.accounts import NAMES
from urllib.parse import urlsplit
import os
import pytest
import re
import requests
import signal
import socket
import subprocess
import sys
import time


COMMAND = [sys.executable, "-u", "-m", "kommunaldialog.example.instance"]
PATIENCE = 300


def free_port():
    with socket.socket() as own:
        own.bind(("127.0.0.1", 0))
        return own.getsockname()[1]


def begin(folder, port):
    # A user's shell is seldom empty.
    strange = {"PORT": str(port), "LC_ALL": "C", "LANG": "tr_TR", "TZ": "Asia/Tokyo"}
    log = (folder / f"{port}.log").open("w")
    return subprocess.Popen(
        COMMAND, cwd=folder, env={**os.environ, **strange}, stdout=log, stderr=log
    )


def said(folder, port):
    return (folder / f"{port}.log").read_text()


def wait_for(process, folder, port, words):
    end = time.monotonic() + PATIENCE
    while words not in said(folder, port):
        assert process.poll() is None, said(folder, port)
        assert time.monotonic() < end, said(folder, port)
        time.sleep(0.2)


@contextmanager
def running(folder):
    port = free_port()
    process = begin(folder, port)
    try:
        wait_for(process, folder, port, "The portal is ready")
        yield port
    finally:
        process.send_signal(signal.SIGINT)
        assert process.wait(60) == 0
        assert said(folder, port).endswith("Stopped.\n")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("start")


@pytest.fixture(scope="module")
def interrupted(folder):
    """A first start that somebody stops while the site is being made."""
    port = free_port()
    process = begin(folder, port)
    wait_for(process, folder, port, "The portal is made")
    end = time.monotonic() + PATIENCE
    while not list(folder.glob("instance/var.unfinished/filestorage/Data.fs")):
        assert time.monotonic() < end, said(folder, port)
        time.sleep(0.1)
    assert not (folder / "instance" / "var").exists()
    process.terminate()
    assert process.wait(60) == 0
    assert not (folder / "instance" / "var").exists()
    return said(folder, port)


@pytest.fixture(scope="module")
def started(folder, interrupted):
    """The start after that one, and where it is served."""
    with running(folder) as port:
        yield port


def test_a_first_start_that_is_interrupted_says_so_without_a_traceback(interrupted):
    assert "Stopped." in interrupted
    assert "Traceback" not in interrupted


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_the_first_page_is_german_and_themed(started, host):
    page = requests.get(f"http://{host}:{started}/portal", timeout=PATIENCE)
    assert page.status_code == 200
    assert re.search(r'<html[^>]* lang="de"', page.text)
    (style,) = re.findall(r'href="([^"]+/css/theme\.css)"', page.text)
    assert urlsplit(style).hostname == host
    assert requests.get(style, timeout=PATIENCE).status_code == 200


def test_it_says_where_it_is_and_which_accounts_there_are(started, folder):
    text = said(folder, started)
    assert f"http://127.0.0.1:{started}/portal" in text
    accounts = (folder / "instance" / "accounts").read_text()
    assert accounts in text
    assert [line.split()[0] for line in accounts.splitlines()] == list(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_each_account_can_log_in(started, folder, name):
    lines = (folder / "instance" / "accounts").read_text().splitlines()
    account = dict(line.split() for line in lines)
    address = f"http://127.0.0.1:{started}/portal/@@personal-information"
    if name == "admin":
        # Lives in Zope's root, so Plone has no profile of it.
        address = f"http://127.0.0.1:{started}/portal/@@overview-controlpanel"
    allowed, wrong = (
        requests.get(
            address, auth=(name, password), timeout=PATIENCE, allow_redirects=False
        )
        for password in (account[name], "wrong")
    )
    assert allowed.status_code == 200
    assert wrong.status_code in (302, 401)


def test_a_second_start_is_told_that_the_portal_runs(started, folder):
    other = free_port()
    assert begin(folder, other).wait(60) == 1
    text = said(folder, other)
    assert f"running already: http://127.0.0.1:{started}/portal" in text
    assert "Traceback" not in text


def test_a_port_in_use_is_said_before_anything_else(started, tmp_path):
    assert begin(tmp_path, started).wait(60) == 1
    assert said(tmp_path, started).startswith(f"Port {started} is already in use")
    assert not (tmp_path / "instance").exists()


def test_mail_is_written_into_the_folder(started, folder):
    lines = (folder / "instance" / "accounts").read_text().splitlines()
    password = dict(line.split() for line in lines)["admin"]
    portal = f"http://127.0.0.1:{started}/portal"
    message = {
        "to": "webredaktion@example.org",
        "subject": "Versuch",
        "from": "admin@example.org",
        "message": "Text",
    }
    before = set((folder / "instance" / "mail").glob("*.eml"))
    answer = requests.post(
        f"{portal}/@email-send",
        json=message,
        auth=("admin", password),
        headers={"Accept": "application/json"},
        timeout=PATIENCE,
    )
    assert answer.status_code == 204, answer.text
    (mail,) = set((folder / "instance" / "mail").glob("*.eml")) - before
    assert "Versuch" in mail.read_text()


def test_the_next_start_keeps_data_and_passwords_and_minds_no_leftovers(
    started, tmp_path, folder
):
    # A copy, as after a restore: with the locks and pid file of a killed process.
    subprocess.run(["cp", "-R", str(folder / "instance"), str(tmp_path)], check=True)
    (tmp_path / "instance" / "var" / "zope.pid").write_text("1")
    accounts = (folder / "instance" / "accounts").read_text()
    with running(tmp_path) as port:
        page = requests.get(f"http://127.0.0.1:{port}/portal", timeout=PATIENCE)
        assert page.status_code == 200
        assert accounts in said(tmp_path, port)
        assert "is made" not in said(tmp_path, port)
