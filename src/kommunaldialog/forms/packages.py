"""Office documents of today are ZIP files; what lies in them tells them from others."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO
from zipfile import BadZipFile
from zipfile import ZIP_STORED
from zipfile import ZipFile
import os
import struct


# What a directory may have, in bytes: it is read as a whole, and a document's is small.
_LARGEST_DIRECTORY = 2 * 1024 * 1024
# The end of a ZIP: signature, four counts, size and place of the directory, comment.
_END = struct.Struct("<4s4H2LH")
_SIGNATURE = b"PK\x05\x06"
# Says that the end's numbers do not count, but others.
_ZIP64 = b"PK\x06\x07"
_LONGEST_COMMENT = 65_535
_MIMETYPE = "mimetype"
_MACROS = "vbaproject.bin"
# What `zipfile` raises for a file that is broken or encrypted.
_UNREADABLE = (BadZipFile, OSError, ValueError, RuntimeError, EOFError, struct.error)


@dataclass(frozen=True)
class Package:
    """What a kind of document has in it: a part, or its media type as ODF writes it."""

    part: str = ""
    media_type: str = ""

    def fits(self, file: BinaryIO) -> bool:
        """Whether a file is such a document, and has no macros.

        Reads the directory of the ZIP and at most its entry with the media type, which
        ODF keeps uncompressed: nothing is unpacked. Leaves the file at its start.
        """
        try:
            return _is_small(file) and self._fits(file)
        except _UNREADABLE:
            return False
        finally:
            file.seek(0)

    def _fits(self, file: BinaryIO) -> bool:
        with ZipFile(file) as package:
            names = package.namelist()
            if any(name.lower().endswith(_MACROS) for name in names):
                return False
            if self.part:
                return {"[Content_Types].xml", self.part} <= set(names)
            if _MIMETYPE not in names:
                return False
            if package.getinfo(_MIMETYPE).compress_type != ZIP_STORED:
                return False
            wanted = self.media_type.encode()
            with package.open(_MIMETYPE) as found:
                return found.read(len(wanted) + 1).rstrip() == wanted


def _is_small(file: BinaryIO) -> bool:
    """Whether the ZIP's directory, by what the end of the file says, can be read."""
    file.seek(0, os.SEEK_END)
    file.seek(max(0, file.tell() - _END.size - _LONGEST_COMMENT))
    tail = file.read()
    largest = max(_sizes(tail), default=0)
    return _ZIP64 not in tail and largest <= _LARGEST_DIRECTORY


def _sizes(tail: bytes) -> Iterator[int]:
    # A comment may hold what looks like an end: the largest claim counts.
    start = tail.find(_SIGNATURE)
    while start >= 0:
        if start + _END.size <= len(tail):
            yield _END.unpack_from(tail, start)[5]
        start = tail.find(_SIGNATURE, start + 1)
