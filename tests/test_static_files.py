"""Scripts and style sheets: what an update brings, everybody has with the next page."""

from hashlib import sha256
from kommunaldialog.static_files import static_url
from pathlib import Path
from tests.client import Client
from urllib.parse import parse_qs
from urllib.parse import urlsplit
import kommunaldialog
import pytest


PACKAGE = Path(kommunaldialog.__file__).parent
# A theme brings its own, by its manifest.
FILES = [
    file
    for file in sorted(PACKAGE.glob("*/static/*"))
    if file.suffix in {".css", ".js"} and file.parts[-3] != "theme"
]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_an_address_names_what_its_file_holds(functional_app, functional_portal, file):
    url = static_url(file.parts[-3], file.name)
    answer = Client(functional_app).get(url)
    assert answer.status == 200
    assert answer.text == file.read_text("utf-8")
    fingerprint = sha256(file.read_bytes()).hexdigest()
    assert parse_qs(urlsplit(url).query)["v"] == [fingerprint[:12]]


def test_no_file_is_no_address(functional_portal):
    with pytest.raises(FileNotFoundError):
        static_url("forms", "gone.js")


def test_no_page_asks_for_a_file_by_another_address():
    sources = [*PACKAGE.rglob("*.py"), *PACKAGE.rglob("*.pt")]
    found = [
        path.name
        for path in sources
        if "++resource++kommunaldialog" in path.read_text("utf-8")
    ]
    assert found == ["static_files.py"]
