"""Finding a municipality of the register by what somebody types."""

from collections.abc import Iterable
from plone.i18n.normalizer import baseNormalize
import re


# (AGS, name)
Named = tuple[str, str]

_UMLAUT = re.compile("([aou])e")


def fitting(typed: str, names: Iterable[Named]) -> list[Named]:
    """The municipalities that may be meant, the likeliest first.

    One whose whole name was typed is meant alone, unless several are called so. Else
    those whose name begins so, then those in which a word does. Case, umlauts and what
    stands between words do not count: "muellheim" and "mullheim" are "Müllheim".
    """
    wanted = _plain(typed)
    if not wanted:
        return []
    known = [(_plain(name), (key, name)) for key, name in names]
    exact = [named for plain, named in known if plain == wanted]
    if exact:
        return exact
    first = [named for plain, named in known if plain.startswith(wanted)]
    within = [named for plain, named in known if f" {wanted}" in plain]
    return list(dict.fromkeys((*first, *within)))


def _plain(name: str) -> str:
    folded = _UMLAUT.sub(r"\1", baseNormalize(name).casefold())
    return " ".join(re.findall(r"\w+", folded))
