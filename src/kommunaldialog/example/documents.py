"""The example's PDFs, made from the HTML beside them.

    python -m kommunaldialog.example.documents

They are committed, so that the example has them on a machine without Pango, too.
"""

from importlib.resources import files
from kommunaldialog.letters.pdf import render
from pathlib import Path
from plone.namedfile.file import NamedBlobFile
import tomllib


DATA = files(__package__) / "data"


def document(name: str) -> NamedBlobFile:
    """A PDF of the example, by its file name."""
    content = (DATA / "pdf" / name).read_bytes()
    return NamedBlobFile(content, "application/pdf", name)


def texts(name: str) -> dict:
    """One of the example's TOML files, by its name without suffix."""
    return tomllib.loads((DATA / f"{name}.toml").read_text("utf-8"))


def model(name: str) -> str:
    """The fields or actions of an EasyForm of the example, by the file's name."""
    return (DATA / f"{name}.xml").read_text("utf-8")


def main() -> None:
    """Make all PDFs anew."""
    for source in sorted(Path(str(DATA / "pdf")).glob("*.html")):
        source.with_suffix(".pdf").write_bytes(render(source.read_text("utf-8")))


if __name__ == "__main__":
    main()
