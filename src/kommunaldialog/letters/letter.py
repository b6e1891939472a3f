"""The frame of every letter: who writes to whom, when, under which reference."""

from collections.abc import Sequence
from kommunaldialog.letters.template import LANGUAGE
from kommunaldialog.letters.template import Template


_FRAME = Template("letter.pt")


def letter_html(
    *,
    title: str,
    body: str,
    sender: str,
    reference: str,
    date: str,
    recipient: Sequence[str] = (),
) -> str:
    """Return a whole letter as HTML for `pdf.render`.

    `body` is HTML whose values are escaped already (made by a `Template`); all else
    is text: `sender` is the granting body, `recipient` the lines of whom it goes to,
    `date` the day in words. `title` is the subject, the heading and the PDF's title.
    """
    return _FRAME(
        LANGUAGE,
        lang=LANGUAGE,
        title=title,
        body=body,
        sender=sender,
        reference=reference,
        date=date,
        recipient=recipient,
    )
