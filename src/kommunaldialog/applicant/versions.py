"""Two have changed the same: both versions side by side, and one of them is chosen."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from datetime import datetime
from functools import cached_property
from kommunaldialog import _
from kommunaldialog.applicant.declarations import TITLES
from kommunaldialog.applicant.plan import PlanSection
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.content.foerderantrag import IFoerderantrag
from kommunaldialog.letters.parts import about
from kommunaldialog.letters.parts import plan_html
from kommunaldialog.pages.view import Page
from kommunaldialog.usecases.lines import all_lines
from kommunaldialog.usecases.lines import DECLARATIONS
from kommunaldialog.usecases.lines import slot
from kommunaldialog.usecases.lines import START_DECLARATIONS
from kommunaldialog.usecases.merge import compare
from kommunaldialog.usecases.merge import fingerprints
from kommunaldialog.usecases.merge import flat
from kommunaldialog.usecases.merge import kept_value
from kommunaldialog.usecases.merge import last_change
from kommunaldialog.usecases.merge import Values
from kommunaldialog.usecases.merge import without
from kommunaldialog.usecases.overlay import Overlay
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
import json


THEIRS = "theirs"
YOUR_ANSWER = _("applicant_answer_text", default="Ihre Antwort")


@dataclass(frozen=True)
class Words:
    """A value as a person reads it: as text, or as HTML where it has tables."""

    label: str
    text: str
    html: str = ""


@dataclass(frozen=True)
class Contest:
    """A value that two have changed; ``choice`` is the input that decides it.

    ``mark`` is what the input says for who takes their own: which version of the
    colleague's they have seen.
    """

    choice: str
    mark: str
    person: str
    moment: datetime
    theirs: Words
    mine: Words
    is_file: bool


class Versions(BrowserView):
    """What of a save can be kept, and both versions of what can not.

    The form sends in ``seen`` what it showed when it was opened, and in
    ``version.<name>`` which version of something contested is to be kept.
    """

    index = ViewPageTemplateFile("versions.pt")

    def __init__(self, page: Page, sent: Values) -> None:
        super().__init__(page.context, page.request)
        self.page = page
        self._sent = sent
        self._mine = fingerprints(flat(sent))
        self._seen = self._shown_before()
        self._found = compare(self.context, sent, self._seen)
        self.contests = tuple(self._contest(name) for name in self._found.contested)

    def _shown_before(self) -> dict[str, str]:
        seen = read_seen(self.page.value("seen"))
        if not seen and self.page.value("revision") == str(self.context.revision):
            # Nobody saved since: what was shown is what is kept.
            seen = kept_marks(self.context, self._mine)
        for name, mine in self._mine.items():
            choice = self.page.value(f"version.{name}")
            if choice:
                # Who takes theirs has changed nothing; who takes mine has seen theirs.
                seen[name] = mine if choice == THEIRS else choice
        return seen

    @property
    def values(self) -> dict[str, object]:
        """What is to be saved."""
        return without(self._sent, self._left)

    @property
    def merged(self) -> bool:
        """Whether a colleague's change was kept beside what is saved here."""
        return bool(self._found.theirs)

    @property
    def _left(self) -> tuple[str, ...]:
        return (*self._found.theirs, *self._found.contested)

    @property
    def seen(self) -> str:
        """What the form shows after this save, for the next one."""
        saved = {name: m for name, m in self._mine.items() if name not in self._left}
        return write_seen({**self._seen, **saved})

    def _contest(self, name: str) -> Contest:
        change = last_change(self.context, name)
        return Contest(
            choice=f"version.{name}",
            mark=kept_marks(self.context, [name])[name],
            person=self.page.person(change.actor) if change else "",
            moment=change.moment if change else self.page.moment,
            theirs=words(self.page, self.context, name),
            mine=words(self.page, self._draft, name),
            is_file=hasattr(flat(self._sent)[name], "filename"),
        )

    @property
    def unsaved(self) -> list[Words]:
        """All that was sent and differs from what is kept, as a person reads it."""
        kept = kept_marks(self.context, self._mine)
        return [
            words(self.page, self._draft, name)
            for name, mark in self._mine.items()
            if mark != kept[name]
        ]

    @cached_property
    def _draft(self) -> Overlay:
        return Overlay(self.context, self._sent)

    def render(self) -> str:
        return self.index()


def kept_marks(application: Foerderantrag, names: Iterable[str]) -> dict[str, str]:
    """Fingerprints of what is kept under names as of `merge.flat`."""
    return fingerprints({name: kept_value(application, name) for name in names})


def write_seen(marks: dict[str, str]) -> str:
    """Fingerprints of what a form shows, as the form carries them."""
    return json.dumps(marks, separators=(",", ":"))


def read_seen(text: str) -> dict[str, str]:
    """What `write_seen` wrote; nothing of what something else did."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    if not isinstance(found, dict):
        return {}
    return {name: mark for name, mark in found.items() if isinstance(mark, str)}


def words(page: Page, draft: Foerderantrag | Overlay, name: str) -> Words:
    """One value of a draft as a person reads it; ``name`` is one of `merge.flat`."""
    kind, _dot, plain = name.partition(".")
    if kind == "plan":
        label = page.translate(PlanSection.label)
        return Words(label, "", plan_html(draft.plan, page.language))
    if kind == "declarations":
        return _declared(page, plain, getattr(draft, plain))
    if kind == "answer_text":
        return Words(page.translate(YOUR_ANSWER), draft.answer_text)
    key = slot(plain) if kind == "documents" else plain
    for line in all_lines(draft):
        if line.name == key:
            files = ", ".join(about(file) for file in line.files)
            return Words(line.label, line.text or files)
    # An empty core field may have no line.
    title = page.translate(IFoerderantrag[plain].title) if kind == "core" else plain
    return Words(title, "")


def _declared(page: Page, name: str, value: str | date | None) -> Words:
    label = page.translate(TITLES.get(name, DECLARATIONS))
    if isinstance(value, date):
        return Words(label, page.date(value))
    return Words(label, page.translate(START_DECLARATIONS.get(value, value or "")))
