"""The frame of every letter: who writes to whom, when, under which reference."""

from collections.abc import Sequence
from kommunaldialog.domain.letter import Letterhead
from kommunaldialog.letters.template import LANGUAGE
from kommunaldialog.letters.template import Template
from pathlib import Path


NO_HEAD = Letterhead()

_FRAME = Template("letter.pt")

STYLE = Path(__file__).with_name("letter.css").read_text("utf-8")


def letter_html(
    *,
    title: str,
    body: str,
    sender: str,
    reference: str,
    date: str,
    recipient: Sequence[str] = (),
    draft: bool = False,
    links: Sequence[tuple[str, str]] = (),
    head: Letterhead = NO_HEAD,
) -> str:
    """Return a whole letter as HTML, for `pdf.render` or to be read and printed.

    `body` is HTML whose values are escaped already (made by a `Template`); all else
    is text: `sender` is the granting body, `recipient` the lines of whom it goes to,
    `date` the day in words. `title` is the subject, the heading and the PDF's title.
    `draft` says on every page that nothing of it counts; `links`, addresses and their
    words, are shown above a letter that is read on a screen; `head` is what the sender
    has beside the name. It brings its style along.
    """
    return _FRAME(
        LANGUAGE,
        lang=LANGUAGE,
        title=title,
        body=body,
        sender=sender,
        head=head,
        reference=reference,
        date=date,
        recipient=recipient,
        draft=draft,
        links=links,
        style=STYLE,
    )
