"""Text blocks of letters: prose of the granting body with placeholders like {Betrag}.

Placeholders are German and in ASCII, since case workers type them.
"""

from collections.abc import Iterator
from collections.abc import Mapping
from kommunaldialog.domain.letter import AMENDED
from kommunaldialog.domain.letter import APPROVAL
from kommunaldialog.domain.letter import EARLY_START
from kommunaldialog.domain.letter import REJECTION
from kommunaldialog.domain.letter import REPAYMENT
from kommunaldialog.domain.letter import REVOCATION
from kommunaldialog.domain.refusal import Refusal
import re


LONGEST = 10_000

IN_ALL = (
    "Aktenzeichen",
    "Kommune",
    "Programm",
    "Saeule",
    "Massnahme",
    "Beginn",
    "Ende",
    "Eingang",
    "Beantragt",
    "Datum",
    "Bewilligungsstelle",
    "Rechtsgrundlage",
)

# Letter -> what may be written in its block.
PLACEHOLDERS: Mapping[str, tuple[str, ...]] = {
    APPROVAL: ("Betrag", *IN_ALL),
    REJECTION: IN_ALL,
    AMENDED: ("Betrag", "Bisher", "Bescheiddatum", *IN_ALL),
    EARLY_START: ("Erlaubt_ab", *IN_ALL),
    REVOCATION: ("Betrag", "Bisher", "Bescheiddatum", "Art", "Vorschrift", *IN_ALL),
    REPAYMENT: ("Betrag", "Frist", "Bescheiddatum", "Vorschrift", *IN_ALL),
}

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")


def check_block(kind: str, text: str, field: str | None = None) -> Iterator[Refusal]:
    """Refuse a block that is too long, or whose braces mean nothing in this letter."""
    if len(text) > LONGEST:
        yield Refusal("core_too_long", field, {"limit": LONGEST})
    known = PLACEHOLDERS[kind]
    params = {"known": ", ".join(f"{{{name}}}" for name in known)}
    for name in dict.fromkeys(_PLACEHOLDER.findall(text)):
        if name not in known:
            found = {**params, "found": f"{{{name}}}"}
            yield Refusal("text_block_unknown", field, found)
    if re.search(r"[{}]", _PLACEHOLDER.sub("", text)):
        yield Refusal("text_block_brace", field, params)


def fill(text: str, values: Mapping[str, str]) -> str:
    """Return `text` with each placeholder replaced; what it holds is not read again.

    A placeholder without a value stays as it is, so that somebody notices.
    """
    return _PLACEHOLDER.sub(
        lambda found: values.get(found.group(1), found.group()), text
    )
