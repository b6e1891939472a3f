"""Office documents are known by what is in them, not by their name or first bytes."""

from io import BytesIO
from kommunaldialog.forms import packages
from kommunaldialog.forms.files import DOCX
from kommunaldialog.forms.files import ODS
from kommunaldialog.forms.files import ODT
from kommunaldialog.forms.files import PDF
from kommunaldialog.forms.files import XLSX
from zipfile import ZIP_DEFLATED
from zipfile import ZipFile
import pytest


TYPES = "[Content_Types].xml"
ODT_TYPE = "application/vnd.oasis.opendocument.text"
ODS_TYPE = "application/vnd.oasis.opendocument.spreadsheet"


def zipped(parts):
    file = BytesIO()
    with ZipFile(file, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return file


WORD = {TYPES: "<Types/>", "word/document.xml": "<document/>"}
SHEET = {TYPES: "<Types/>", "xl/workbook.xml": "<workbook/>"}


@pytest.mark.parametrize(
    ("kind", "parts"),
    [
        (DOCX, WORD),
        (XLSX, SHEET),
        (ODT, {"mimetype": ODT_TYPE, "content.xml": "<office/>"}),
        (ODS, {"mimetype": f"{ODS_TYPE}\n", "content.xml": "<office/>"}),
    ],
)
def test_a_document_is_known_by_what_is_in_it(kind, parts):
    file = zipped(parts)
    assert kind.fits(file)
    assert file.tell() == 0


@pytest.mark.parametrize(
    ("kind", "parts"),
    [
        (DOCX, {"setup.exe": "MZ"}),
        (DOCX, SHEET),
        (DOCX, {**WORD, "word/vbaProject.bin": "macros"}),
        (XLSX, {**SHEET, "xl/vbaProject.bin": "macros"}),
        (ODT, WORD),
        (ODT, {"mimetype": ODS_TYPE}),
        (ODS, {"mimetype": f"{ODS_TYPE}-template"}),
        (PDF, WORD),
    ],
)
def test_another_zip_under_its_name_is_not_taken_for_it(kind, parts):
    assert not kind.fits(zipped(parts))


def test_the_first_bytes_of_a_zip_are_no_document():
    assert not DOCX.fits(BytesIO(b"PK\x03\x04" + b"\0" * 100))


def test_what_is_encrypted_can_not_be_known():
    file = zipped({"mimetype": ODT_TYPE})
    data = bytearray(file.getvalue())
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert not ODT.fits(BytesIO(bytes(data)))


def test_a_directory_without_end_is_not_read(monkeypatch):
    file = zipped(WORD)
    assert DOCX.fits(file)
    monkeypatch.setattr(packages, "_LARGEST_DIRECTORY", 50)
    assert not DOCX.fits(file)


def test_a_directory_that_says_its_size_elsewhere_is_not_read():
    data = zipped(WORD).getvalue()
    end = data.rindex(b"PK\x05\x06")
    locator = b"PK\x06\x07" + bytes(16)
    assert not DOCX.fits(BytesIO(data[:end] + locator + data[end:]))


def test_a_media_type_that_has_to_be_unpacked_is_none():
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as package:
        package.writestr("mimetype", ODT_TYPE)
    assert not ODT.fits(file)
