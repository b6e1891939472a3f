"""The texts of a call's letters: written by the granting body, each change recorded."""

from collections.abc import Iterator
from collections.abc import Mapping
from datetime import datetime
from kommunaldialog.access.permissions import current_user_id
from kommunaldialog.access.permissions import require
from kommunaldialog.content.foerderprogramm import Foerderprogramm
from kommunaldialog.content.programme_letters import text_block
from kommunaldialog.domain.letter import KINDS
from kommunaldialog.domain.merge import merge
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import refuse
from kommunaldialog.domain.text import printable
from kommunaldialog.domain.text_blocks import check_block
from kommunaldialog.domain.text_blocks import LONGEST
from kommunaldialog.history.settings import as_text
from kommunaldialog.history.settings import Changes
from kommunaldialog.history.settings import note_settings
from kommunaldialog.usecases.merge import fingerprints
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent


# Who writes letters; a programme has no permission of its own for them.
WRITE = "kommunaldialog: Record Consultation"

# What stands in more than one letter, and the most that a line may have.
SHARED = ("legal_basis", "conditions", "annexes", "appeal_instruction")
LONGEST_LINE = 500

BLOCKS: Mapping[str, str] = {f"block_{kind}": kind for kind in KINDS}
TEXTS = (*SHARED, *BLOCKS)


def write_texts(
    programme: Foerderprogramm,
    moment: datetime,
    texts: Mapping[str, str],
    seen: Mapping[str, str] | None = None,
) -> Changes:
    """Sets the `TEXTS` that are given; returns old and new of what is another now.

    Annexes are one a line. An empty block stands for the standard text. What was sent
    already stays as it is. ``seen`` are the `marks` of what a form showed: then only
    what its writer changed is set. Raises Unauthorized for who may not, Refused with
    what is wrong at the field of its name, and for what somebody else changed, too.
    """
    require(WRITE, programme)
    texts = {name: printable(texts[name]).strip() for name in TEXTS if name in texts}
    if seen is not None:
        texts = _changed_by_writer(programme, texts, seen)
    refuse(check_texts(texts))
    user = current_user_id()
    # What nobody has heard of yet must not be taken for a part of this change.
    note_settings(programme, user, moment)
    for name, words in texts.items():
        setattr(programme, name, read(name, words))
    changes = note_settings(programme, user, moment)
    if changes:
        notify(ObjectModifiedEvent(programme))
    return changes


def marks(programme: Foerderprogramm) -> dict[str, str]:
    """Fingerprints of the `TEXTS` as they are kept now."""
    return _marks({name: kept_text(programme, name) for name in TEXTS})


def _marks(texts: Mapping[str, str]) -> dict[str, str]:
    # Forms send the ends of lines as CR LF.
    return fingerprints(
        {name: "\n".join(words.strip().splitlines()) for name, words in texts.items()}
    )


def _changed_by_writer(
    programme: Foerderprogramm, texts: Mapping[str, str], seen: Mapping[str, str]
) -> dict[str, str]:
    found = merge(seen, _marks(texts), marks(programme))
    refuse(Refusal("text_changed_meanwhile", name) for name in found.contested)
    return {name: texts[name] for name in found.mine}


def check_texts(texts: Mapping[str, str]) -> Iterator[Refusal]:
    """What is wrong with texts, by their names."""
    for name, words in texts.items():
        if name in BLOCKS:
            yield from check_block(BLOCKS[name], words, name)
        elif name == "legal_basis" and len(words) > LONGEST_LINE:
            yield Refusal("core_too_long", name, {"limit": LONGEST_LINE})
        elif len(words) > LONGEST:
            yield Refusal("core_too_long", name, {"limit": LONGEST})


def read(name: str, words: str) -> str | tuple[str, ...]:
    """What the programme keeps for the words that were typed."""
    match name:
        case "annexes":
            lines = (line.strip() for line in words.splitlines())
            return tuple(line for line in lines if line)
        case "legal_basis":
            return " ".join(words.split())
        case _:
            return words


def kept_text(programme: Foerderprogramm, name: str) -> str:
    """One of the `TEXTS` as people write it: the standard text where there is none."""
    if name in BLOCKS:
        return text_block(programme, BLOCKS[name])
    return as_text(getattr(programme, name))
