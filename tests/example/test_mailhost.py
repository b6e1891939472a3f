"""The development instance writes mail into a folder."""

from email import message_from_bytes
from kommunaldialog.example import mailhost
from Products.MailHost.interfaces import IMailHost
from zope.component import getUtility
import pytest
import transaction


@pytest.fixture
def folder(tmp_path, monkeypatch):
    path = tmp_path / "mail"
    monkeypatch.setenv(mailhost.FOLDER_VARIABLE, str(path))
    return path


def send(site, **how):
    site.MailHost.send(
        "Aktenzeichen KD-2026-0001",
        mto="rathaus@example.org",
        mfrom="portal@example.org",
        subject="Eingang",
        charset="utf-8",
        **how,
    )


def messages(folder):
    return [message_from_bytes(file.read_bytes()) for file in sorted(folder.glob("*"))]


def test_a_mail_is_a_file_in_the_folder(portal, folder):
    mailhost.use_folder(portal)
    send(portal, immediate=True)
    ((message),) = messages(folder)
    assert message["To"] == "rathaus@example.org"
    assert [file.suffix for file in folder.iterdir()] == [".eml"]


def test_the_files_sort_by_time(portal, folder):
    mailhost.use_folder(portal)
    for number in range(3):
        portal.MailHost._makeMailer().send("", [], str(number).encode())
    texts = [file.read_text() for file in sorted(folder.iterdir())]
    assert texts == ["0", "1", "2"]


def test_a_mail_of_plone_itself_leaves_with_the_commit(functional_portal, folder):
    mailhost.use_folder(functional_portal)
    send(functional_portal)
    assert not folder.exists()
    transaction.commit()
    assert len(messages(folder)) == 1


def test_a_mail_of_a_transaction_that_is_given_up_is_not_written(portal, folder):
    mailhost.use_folder(portal)
    send(portal)
    transaction.abort()
    assert not folder.exists()


def test_all_parts_of_plone_find_the_same_mailhost(portal, folder):
    mailhost.use_folder(portal)
    assert isinstance(portal.MailHost, mailhost.FolderMailHost)
    assert getUtility(IMailHost) == portal.MailHost


def test_the_add_on_leaves_the_mailhost_of_a_portal_alone(portal):
    assert not isinstance(portal.MailHost, mailhost.FolderMailHost)
