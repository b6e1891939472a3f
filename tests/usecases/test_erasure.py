"""What is left on the disk of a case that was erased, once the database is packed."""

from collections.abc import Iterator
from contextlib import contextmanager
from kommunaldialog.domain.correspondence import Message
from kommunaldialog.domain.correspondence import Note
from kommunaldialog.history.record import record
from kommunaldialog.usecases.retention import erase_case
from pathlib import Path
from plone.app.testing import ploneSite
from tests.samples import acting
from tests.samples import make_consultation
from tests.samples import make_funding
from tests.samples import now
from tests.samples_oversight import make_answered
from tests.samples_oversight import retention_over
from typing import Any
from ZODB.blob import is_blob_record
from ZODB.Connection import TransactionMetaData
from ZODB.DB import DB
from ZODB.FileStorage import FileStorage
from ZODB.utils import z64
import pytest
import time
import transaction


class Disk:
    """The tests' site in files, as an operator has it."""

    def __init__(self, source: Any, folder: Path) -> None:
        self.folder = folder
        storage = FileStorage(
            str(folder / "Data.fs"), blob_dir=str(folder / "blobs"), pack_keep_old=False
        )
        _copy(source, storage, folder / "copied-blob")
        self.database = DB(storage)

    @contextmanager
    def site(self) -> Iterator[Any]:
        """The site; what happens within is committed."""
        with ploneSite(db=self.database) as portal:
            yield portal
            # `ploneSite` would keep an error of its own commit to itself.
            transaction.commit()

    def pack(self) -> None:
        self.database.pack(time.time() + 1)

    def blobs(self) -> list[Path]:
        return sorted(self.folder.glob("blobs/**/*.blob"))

    def content(self) -> bytes:
        return b"\n".join(
            path.read_bytes() for path in (self.folder / "Data.fs", *self.blobs())
        )


def _copy(source: Any, target: FileStorage, scratch: Path) -> None:
    """The newest state of each object; storages of tests can't be copied otherwise."""
    newest = {
        record.oid: (record.tid, record.data)
        for one in source.iterator()
        for record in one
    }
    copying = TransactionMetaData()
    target.tpc_begin(copying)
    for oid, (tid, data) in newest.items():
        if is_blob_record(data):
            scratch.write_bytes(Path(source.loadBlob(oid, tid)).read_bytes())
            target.storeBlob(oid, z64, data, str(scratch), "", copying)
        else:
            target.store(oid, z64, data, "", copying)
    target.tpc_vote(copying)
    target.tpc_finish(copying)


@pytest.fixture
def disk(functional, tmp_path):
    disk = Disk(functional["zodbDB"].storage, tmp_path)
    yield disk
    disk.database.close()


# What the sample says of one measure and of nothing else.
TRACES = (
    "Dialog Ortsmitte",
    "ortsmitte",
    "Anna Gesprächspartnerin",
    "0711 123456",
    "antrag@example.org",
    "Wir bauen die Ortsmitte um",
    "Haushalt der Stadt",
    "konzept.pdf",
    "%PDF",
    "Die Miete der Stadthalle",
    "Brief der Kommune",
    "Alter Stand",
    "Nur für das Amt",
    "Bestand EA 99",
)


def test_nothing_of_an_erased_case_is_left_once_the_database_is_packed(disk):
    with disk.site() as portal:
        funding = make_funding(portal)
    with disk.site() as portal:
        before = disk.blobs()
        funding = portal["kommunale-dialoge"]
        make_consultation(funding, caller="Anna Gesprächspartnerin")
        case = make_answered(funding)
        case.notes = (Note("sachbearbeitung", now(), "Nur für das Amt"),)
        case.messages = (Message("antragstellung", now(), "Brief der Kommune", False),)
        record(case, "noted", "beides", now(), {"note": ("", "Alter Stand")})
        name, moment = case.id, retention_over(case)
    disk.pack()
    content = disk.content()
    assert not [trace for trace in TRACES if trace.encode() not in content]
    assert disk.blobs() != before
    with disk.site() as portal, acting("entscheidung"):
        erase_case(portal["kommunale-dialoge"]["vorgaenge"][name], moment, True)
    disk.pack()
    content = disk.content()
    assert not [trace for trace in (*TRACES, name) if trace.encode() in content]
    assert disk.blobs() == before
