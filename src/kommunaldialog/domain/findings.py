"""What stands between a file and those who read it with a screen reader.

Only what a machine can tell for sure: a file without findings may still be hard to
read. Sources: ISO 14289-1 (PDF/UA-1), sections 7.1 and 7.2; BITV 2.0.
"""

from dataclasses import dataclass


NOT_PDF = "not_pdf"
UNREADABLE = "unreadable"
LOCKED = "locked"
NO_TEXT = "no_text"
UNTAGGED = "untagged"
NO_LANGUAGE = "no_language"
NO_TITLE = "no_title"
# Of a page's text, and of no file.
NO_ALTERNATIVE = "no_alternative"

# In the order in which they are shown: the gravest first.
CODES = (UNREADABLE, LOCKED, NO_TEXT, UNTAGGED, NO_LANGUAGE, NO_TITLE, NOT_PDF)


@dataclass(frozen=True)
class PdfFacts:
    """What a PDF says of itself.

    `locked` means that it asks for a password or forbids screen readers to read it.
    """

    locked: bool = False
    has_text: bool = True
    tagged: bool = True
    language: str = ""
    title: str = ""


def findings_of(facts: PdfFacts) -> tuple[str, ...]:
    """Codes of what is wrong with a PDF, the gravest first; empty for nothing."""
    if facts.locked:
        # Of a file that can't be opened nothing else is known.
        return (LOCKED,)
    wrong = {
        NO_TEXT: not facts.has_text,
        UNTAGGED: not facts.tagged,
        NO_LANGUAGE: not facts.language.strip(),
        NO_TITLE: not facts.title.strip(),
    }
    return tuple(code for code in CODES if wrong.get(code))


def to_mend(codes: tuple[str, ...]) -> tuple[str, ...]:
    """Those of `codes` that somebody should do something about.

    A file that is no PDF was not looked into, which is no fault of its own.
    """
    return tuple(code for code in codes if code != NOT_PDF)
