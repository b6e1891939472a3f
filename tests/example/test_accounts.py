"""The example's accounts and their password."""

from kommunaldialog.example import accounts
import pytest


@pytest.fixture
def file(tmp_path, monkeypatch):
    path = tmp_path / "accounts"
    monkeypatch.setenv(accounts.FILE_VARIABLE, str(path))
    return path


def test_the_passwords_are_made_once_and_kept(file):
    first = accounts.passwords()
    assert accounts.passwords() == first
    assert tuple(first) == accounts.NAMES


def test_the_file_has_a_name_and_a_password_a_line(file):
    found = accounts.passwords()
    assert file.read_text().splitlines() == [
        f"{name} {found[name]}" for name in accounts.NAMES
    ]


def test_nobody_else_may_read_the_file(file):
    accounts.passwords()
    assert file.stat().st_mode & 0o777 == 0o600
    assert list(file.parent.iterdir()) == [file]


def test_a_password_is_long_and_made_anew_for_each_instance(file):
    (first,) = set(accounts.passwords().values())
    file.unlink()
    (second,) = set(accounts.passwords().values())
    assert first != second
    assert len(first) == len(second) == 16


def test_without_a_file_nobody_knows_the_password(monkeypatch):
    monkeypatch.delenv(accounts.FILE_VARIABLE, raising=False)
    assert accounts.passwords() != accounts.passwords()
    assert tuple(accounts.passwords()) == accounts.NAMES


def test_a_file_that_lacks_an_account_is_named(file):
    file.write_text("admin secret\n")
    with pytest.raises(ValueError, match="has no password for webredaktion"):
        accounts.passwords()
