"""What the address of ``@@beraten`` asks: who one is, and what about."""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import replace
from kommunaldialog.domain.text import printable
from typing import Self
from urllib.parse import urlencode


# Parameter of the address -> field.
PARAMETERS = {
    "ort": "place",
    "meine": "own",
    "groesse": "size",
    "art": "kind",
    "thema": "topic",
    "methode": "method",
}
LONGEST = 100
MOST_PAGES = 10_000


@dataclass(frozen=True)
class Asked:
    """Keys, or "" where nothing is said; `place` is what was typed as the own name.

    `own` is an AGS, `page` the page of the list, counted from 1.
    """

    place: str = ""
    own: str = ""
    size: str = ""
    kind: str = ""
    topic: str = ""
    method: str = ""
    page: int = 1

    @classmethod
    def from_form(cls, form: Mapping[str, object]) -> Self:
        """What a request's ``form`` says; what is no text is left out."""
        texts = {field: _text(form.get(name)) for name, field in PARAMETERS.items()}
        page = _text(form.get("seite"))
        number = int(page) if page.isascii() and page.isdigit() else 1
        return cls(**texts, page=min(max(1, number), MOST_PAGES))

    def query(self, **changes: str | int) -> str:
        """The address's query of this, or with other values of some fields.

        Any change but of the page leads to the first page.
        """
        changed = replace(self, **{"page": 1, **changes}) if changes else self
        pairs = [
            (name, getattr(changed, field))
            for name, field in PARAMETERS.items()
            if getattr(changed, field)
        ]
        if changed.page > 1:
            pairs.append(("seite", str(changed.page)))
        return f"?{urlencode(pairs)}" if pairs else ""


def _text(value: object) -> str:
    return printable(value).strip()[:LONGEST] if isinstance(value, str) else ""
