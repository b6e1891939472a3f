"""Which funded measures a visitor chose, as the address says it."""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import replace
from functools import cached_property
from kommunaldialog import _
from kommunaldialog.domain.funded import Choices
from kommunaldialog.domain.funded import Funded
from kommunaldialog.domain.funded import narrowed
from kommunaldialog.domain.text import printable
from kommunaldialog.usecases.funded import funded_measures
from plone.dexterity.content import DexterityContent
from typing import Self
from urllib.parse import urlencode
from zope.i18nmessageid import Message


PAGE = "seite"
# More than anybody chooses.
MOST_KEYS = 50

# Parameter of the address -> facet of `domain/funded.py`.
PARAMETERS = {
    "jahr": "year",
    "saeule": "pillar",
    "kreis": "kreis",
    "programm": "programme",
}
TITLES: dict[str, Message] = {
    "jahr": _("portal_overview_year", default="Jahr"),
    "saeule": _("portal_funded_pillar", default="Säule"),
    "kreis": _("portal_overview_kreis", default="Landkreis oder Stadtkreis"),
    "programm": _("portal_funded_programme", default="Förderprogramm"),
}


@dataclass(frozen=True)
class FundedSelection:
    """The measures from `context` on that fit what was chosen.

    `chosen` are parameters with their keys, `page` the page of the list, from 1.
    """

    context: DexterityContent
    base: str
    chosen: tuple[tuple[str, tuple[str, ...]], ...] = ()
    page: int = 1

    @classmethod
    def from_request(
        cls, context: DexterityContent, form: Mapping[str, object]
    ) -> Self:
        """What an address asks for; what is no text or number is left out."""
        chosen = ((name, _keys(form.get(name, ()))) for name in PARAMETERS)
        return cls(
            context,
            f"{context.absolute_url()}/@@foerderungen",
            tuple((name, keys) for name, keys in chosen if keys),
            _number(form.get(PAGE)),
        )

    @cached_property
    def all(self) -> list[Funded]:
        """All measures, with nothing chosen."""
        return funded_measures(self.context)

    @cached_property
    def found(self) -> list[Funded]:
        """The measures that fit."""
        return narrowed(self.all, self.choices)

    @property
    def choices(self) -> Choices:
        """Facet -> what was chosen of it."""
        return {PARAMETERS[name]: keys for name, keys in self.chosen}

    def keys(self, name: str) -> tuple[str, ...]:
        """What was chosen of a parameter."""
        return dict(self.chosen).get(name, ())

    def toggled(self, name: str, key: str) -> "FundedSelection":
        """This selection with one key more, or without it where it was chosen."""
        keys = self.keys(name)
        without = tuple(other for other in keys if other != key)
        chosen = {**dict(self.chosen), name: without if key in keys else (*keys, key)}
        return replace(self, chosen=tuple(chosen.items()), page=1)

    def url(self, page: int = 1) -> str:
        """The address of one page of what was chosen."""
        pairs = [(name, key) for name, keys in self.chosen for key in keys]
        if page > 1:
            pairs.append((PAGE, str(page)))
        return f"{self.base}?{urlencode(pairs)}" if pairs else self.base


def _keys(found: object) -> tuple[str, ...]:
    items = found if isinstance(found, list | tuple) else [found]
    keys = (printable(item) for item in items if isinstance(item, str))
    return tuple(dict.fromkeys(key for key in keys if key))[:MOST_KEYS]


def _number(found: object) -> int:
    text = found if isinstance(found, str) else ""
    # Python itself refuses to read thousands of digits.
    if text.isascii() and text.isdigit() and len(text) < 7:
        return max(1, int(text))
    return 1
