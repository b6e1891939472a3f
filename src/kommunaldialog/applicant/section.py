"""One section of a draft: a page of its own, read, shown and judged by itself."""

from collections.abc import Iterable
from collections.abc import Mapping
from enum import StrEnum
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.pages.view import Page
from Products.Five.browser import BrowserView
from zope.i18nmessageid import Message


class Status(StrEnum):
    """How far somebody got with a section."""

    DONE = "done"
    INCOMPLETE = "incomplete"
    NOT_BEGUN = "not_begun"


class Section(BrowserView):
    """What all sections have in common.

    ``slug`` is the last part of the page's address, ``id`` the HTML id of its frame.
    A section reads its application from ``page.context`` and what was sent from
    ``page.request``; it keeps nothing itself and changes nothing, so that it works
    over anything that has an application's attributes.
    """

    slug: str
    id: str
    label: str | Message
    description = ""

    def __init__(self, page: Page) -> None:
        super().__init__(page.context, page.request)
        self.page = page

    @property
    def applies(self) -> bool:
        """Whether there is anything in it for this application."""
        return True

    @property
    def begun(self) -> bool:
        """Whether anything in it was filled in."""
        raise NotImplementedError

    @property
    def asks_again(self) -> bool:
        """Whether a button in it was pressed that only changes what it shows."""
        return False

    def owns(self, field: str) -> bool:
        """Whether the input with that HTML id belongs to it."""
        raise NotImplementedError

    def extract(self) -> tuple[Mapping[str, object], tuple[Refusal, ...]]:
        """What was sent: arguments for `save`, and what is wrong with the rest.

        Whatever is wrong is shown again by `render`, as it was typed.
        """
        raise NotImplementedError

    def kept(self) -> Mapping[str, object]:
        """What the application holds of it, in the shape that `extract` gives."""
        raise NotImplementedError

    def show(self, refusals: Iterable[Refusal]) -> None:
        """Prepares to show what is wrong in it at its place."""

    def summary(self, refusal: Refusal) -> str | None:
        """Which input is meant, where the refusal's sentence does not tell it."""
        return None

    def status(self, refusals: Iterable[Refusal]) -> Status:
        """How far it is, by what the whole application still lacks."""
        if not self.begun and self.slug not in self.context.seen_sections:
            return Status.NOT_BEGUN
        wrong = any(self.owns(refusal.field or "") for refusal in refusals)
        return Status.INCOMPLETE if wrong else Status.DONE

    def error(self, field: str) -> str | None:
        """The message for one input."""
        return self.page.error(field)

    def described_by(self, field: str, *others: str) -> str | None:
        """The value of ``aria-describedby``: ids of the texts about an input."""
        ids = [*others, *([f"{field}-error"] if self.error(field) else [])]
        return " ".join(ids) or None

    def render(self) -> str:
        """The section as HTML."""
        return self.index()
