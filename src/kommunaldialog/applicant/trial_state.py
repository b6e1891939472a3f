"""What a trial application carries from page to page, in a hidden field alone."""

from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from kommunaldialog.domain.text import printable
from kommunaldialog.forms.uploads import file_name
import json


# What one section of a form sent: texts by the names of their inputs.
Texts = Mapping[str, str | list[str]]

# The groups of values that may be files: see `save`.
FILES = ("answers", "documents")
# In bytes; no server takes more, and beyond some number nothing can be said in MB.
LARGEST = 2**40


@dataclass(frozen=True)
class NamedFile:
    """A file of which nothing was kept but how it is called; `size` in bytes."""

    filename: str
    size: int
    contentType: str = "application/octet-stream"

    def getSize(self) -> int:
        """As plone.namedfile calls it."""
        return self.size


@dataclass(frozen=True)
class TrialState:
    """What was typed, by the slugs of sections; files by group and name."""

    texts: Mapping[str, Texts] = field(default_factory=dict)
    files: Mapping[str, Mapping[str, NamedFile]] = field(default_factory=dict)

    def to_text(self) -> str:
        """Return it as the value of a hidden field."""
        files = {
            group: {name: [file.filename, file.size] for name, file in found.items()}
            for group, found in self.files.items()
        }
        return json.dumps({"texts": self.texts, "files": files}, ensure_ascii=False)

    @classmethod
    def from_text(cls, text: str) -> "TrialState":
        """Return what `to_text` wrote; what is of another shape is left out."""
        try:
            data = json.loads(text)
        except (ValueError, RecursionError):
            return cls()
        return cls(
            {slug: dict(_texts(sent)) for slug, sent in _items(data, "texts")},
            {
                group: dict(_files(found))
                for group, found in _items(data, "files")
                if group in FILES
            },
        )


def texts_of(form: Mapping[str, object]) -> Texts:
    """Return the texts of a posted form; files and all else are left out."""
    return dict(_texts(form))


def _items(data: object, name: str) -> Iterator[tuple[str, object]]:
    found = data.get(name) if isinstance(data, dict) else None
    return iter(found.items() if isinstance(found, dict) else ())


def _texts(sent: object) -> Iterator[tuple[str, str | list[str]]]:
    for name, value in sent.items() if isinstance(sent, Mapping) else ():
        if isinstance(value, str):
            yield name, printable(value)
        elif isinstance(value, list):
            yield name, [printable(item) for item in value if isinstance(item, str)]


def _files(found: object) -> Iterator[tuple[str, NamedFile]]:
    for name, about in found.items() if isinstance(found, dict) else ():
        match about:
            case [str(filename), int(size)] if 0 <= size <= LARGEST:
                yield name, NamedFile(file_name(filename), size)
