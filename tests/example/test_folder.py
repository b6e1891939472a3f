"""The instance's folder: one process has it, and half a site is never served."""

from kommunaldialog.example.folder import Folder
from Zope2.Startup.options import ZopeWSGIOptions
import pytest


@pytest.fixture(params=["instance", "mit Leerzeichen und $Dollar %s ä"])
def folder(request, tmp_path):
    return Folder(tmp_path / request.param)


def test_one_process_has_the_folder_and_the_next_is_told_where(folder):
    with (
        folder.held("http://127.0.0.1:8080/portal"),
        pytest.raises(SystemExit, match=r"already: http://127.0.0.1:8080/portal"),
        folder.held("http://127.0.0.1:8081/portal"),
    ):
        raise AssertionError("two processes have it")


def test_what_an_earlier_run_left_behind_is_not_in_the_way(folder):
    folder.home.mkdir()
    folder.lock.write_text("http://127.0.0.1:8080/portal (process 1)\n")
    with folder.held("http://127.0.0.1:8081/portal"):
        assert "8081" in folder.lock.read_text()
        assert "8080" not in folder.lock.read_text()
    assert folder.lock.read_text() == ""


def test_data_gets_its_name_when_it_is_complete(folder):
    folder.home.mkdir()
    folder.begin()
    (folder.unfinished / "Data.fs").write_text("half")
    assert not folder.var.exists()
    folder.begin()
    assert list(folder.unfinished.iterdir()) == []
    folder.finish()
    assert folder.var.exists()
    assert not folder.unfinished.exists()


def test_zope_understands_the_configuration(folder, monkeypatch):
    folder.home.mkdir()
    conf = folder.configure(folder.var)
    root = ZopeWSGIOptions(configfile=str(conf))().configroot
    assert root.instancehome == str(folder.home)
    assert root.clienthome == str(folder.var)
    assert root.environment["KOMMUNALDIALOG_MAIL_FOLDER"] == str(folder.mail)
    accounts = root.environment["KOMMUNALDIALOG_DEMO_PASSWORDS_FILE"]
    assert accounts == str(folder.accounts)
    assert root.max_conflict_retries == 5
    assert not root.debug_mode
    storage = root.databases[0].config.storage.config.base
    assert storage.config.path == str(folder.var / "filestorage" / "Data.fs")
    assert (folder.etc / "site.zcml").exists()
