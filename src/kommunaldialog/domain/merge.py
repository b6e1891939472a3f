"""Two write in one draft: whose words are kept, and what both have changed.

Each value is known by its fingerprint only; what belongs together (a text, a file, the
whole cost plan) is one value.
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Merge:
    """What becomes of the values of one save, by their names.

    ``mine`` are saved. ``theirs`` were changed by somebody else and not by who saves:
    they stay. ``contested`` were changed by both, and one of the two has to choose.
    """

    mine: tuple[str, ...]
    theirs: tuple[str, ...]
    contested: tuple[str, ...]


def merge(
    seen: Mapping[str, str], mine: Mapping[str, str], kept: Mapping[str, str]
) -> Merge:
    """Compares what was sent with what was shown before, and with what is kept now.

    ``seen``, ``mine`` and ``kept`` map names to fingerprints of values: as the form
    showed it when it was opened, as it was sent, as it is kept now. What was sent but
    not shown counts as changed by both where it differs. A name that was not sent is
    in no part of the answer.
    """
    parts: dict[str, list[str]] = {"mine": [], "theirs": [], "contested": []}
    for name, sent in mine.items():
        before, now = seen.get(name), kept[name]
        if sent == now:
            continue
        if sent == before:
            parts["theirs"].append(name)
        elif now == before:
            parts["mine"].append(name)
        else:
            parts["contested"].append(name)
    return Merge(**{part: tuple(names) for part, names in parts.items()})
