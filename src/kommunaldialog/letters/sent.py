"""What was sent so far: a list with links, for office and municipality."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from kommunaldialog import _
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.dates import local
from kommunaldialog.dates import long_date
from kommunaldialog.domain.letter import AMENDED
from kommunaldialog.domain.letter import APPROVAL
from kommunaldialog.domain.letter import EARLY_START
from kommunaldialog.domain.letter import REPAYMENT
from kommunaldialog.domain.letter import REVOCATION
from kommunaldialog.forms.files import human_size
from kommunaldialog.history.record import events
from kommunaldialog.letters.issue import STEMS
from kommunaldialog.letters.notice import TITLES
from kommunaldialog.letters.template import Template
from zope.i18n import translate


_NAMES = {
    STEMS[kind]: TITLES[kind] for kind in (AMENDED, EARLY_START, REVOCATION, REPAYMENT)
} | {STEMS[APPROVAL]: _("letters_sent_notice", default="Bescheid")}

_LIST = Template("sent.pt")


@dataclass(frozen=True)
class SentLetter:
    """A letter that was issued: its name, when (aware), and its SHA-256 in hex."""

    name: str
    moment: datetime
    sha256: str


def letter_title(name: str) -> str:
    """What a kept letter of that name is called."""
    return _NAMES[name.rpartition("-")[0]]


def sent_letters(application: Foerderantrag) -> list[SentLetter]:
    """The letters that were issued, oldest first."""
    return [
        SentLetter(event.changes["letter"][1], event.moment, event.changes["sha256"][1])
        for event in events(application)
        if event.kind == "letter_issued"
    ]


def sent_html(
    application: Foerderantrag,
    language: str,
    url_of: Callable[[str], str],
    *,
    checksums: bool = False,
    without: str = "",
) -> str:
    """Return the list as HTML; `url_of` gives the address of a letter's name.

    ``without`` names the letter that waits to be fetched: its size tells of it.
    """
    zone = application.programme().zone()
    return _LIST(
        language,
        letters=[one for one in sent_letters(application) if one.name != without],
        title=lambda letter: translate(
            letter_title(letter.name), target_language=language
        ),
        day=lambda letter: long_date(local(letter.moment, zone), language),
        about=lambda letter: _about(application, letter),
        url_of=url_of,
        checksums=checksums,
    )


def _about(application: Foerderantrag, letter: SentLetter) -> str:
    file = application.letters[letter.name]
    ending = file.filename.rpartition(".")[2].upper()
    return f"{ending}, {human_size(file.getSize())}"
