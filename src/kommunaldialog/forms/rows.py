"""One question made ready for the template: every id and attribute that it needs."""

from dataclasses import dataclass
from datetime import date
from kommunaldialog import _
from kommunaldialog.forms.condition_text import in_words
from kommunaldialog.forms.conditions import as_json
from kommunaldialog.forms.files import human_size
from kommunaldialog.forms.kinds import Kind
from kommunaldialog.forms.kinds import Style
from kommunaldialog.forms.schema import Question
from kommunaldialog.forms.values import typed
from plone.namedfile.interfaces import INamedBlobFile
from typing import TYPE_CHECKING
from urllib.parse import quote
from zope.i18n import translate
from zope.i18nmessageid import Message
import json
import os


if TYPE_CHECKING:
    from kommunaldialog.forms.form import QuestionsForm


NO_ANSWER = _("forms_no_answer", default="keine Angabe")
YES = _("forms_yes", default="Ja")
NO = _("forms_no", default="Nein")

_TYPES = {
    Kind.EMAIL: {"type": "email", "autocomplete": "email"},
    Kind.ADDRESS: {"type": "url", "autocomplete": "url"},
    Kind.INTEGER: {"inputmode": "numeric", "autocomplete": "off"},
    Kind.DECIMAL: {"inputmode": "decimal", "autocomplete": "off"},
}


@dataclass(frozen=True)
class Option:
    """One of several answers to choose from."""

    id: str
    value: str
    title: str | Message


@dataclass(frozen=True)
class CurrentFile:
    """The file that an application holds: "Konzept.pdf (PDF, 2,4 MB)"."""

    name: str
    about: str
    url: str


@dataclass(frozen=True)
class Row:
    """A question with its answer as typed; `condition` is JSON for the script."""

    question: Question
    name: str
    typed: str | list[str]
    options: tuple[Option, ...] = ()
    condition: str | None = None
    when: str | None = None
    current: CurrentFile | None = None
    error: Message | None = None

    @property
    def id(self) -> str:
        return self.question.id

    @property
    def text(self) -> str:
        """What a single input holds."""
        return self.typed if isinstance(self.typed, str) else "".join(self.typed[-1:])

    @property
    def answers(self) -> list[str]:
        """What is typed or ticked, or the name of the file that is kept."""
        if self.current is not None:
            return [self.current.name]
        return [self.typed] if isinstance(self.typed, str) else self.typed

    @property
    def marked_required(self) -> bool:
        """Whether it has to be answered before the application is submitted."""
        question = self.question
        if question.style is Style.BOX:
            return "isChecked" in question.validators
        return question.required

    @property
    def formats(self) -> str:
        """Which files are possible: "PDF (max. 10 MB)"."""
        return ", ".join(
            f"{rule.formats} (max. {human_size(rule.size)})" for rule in self.rules
        )

    @property
    def accept(self) -> str:
        return ",".join(rule.accept for rule in self.rules)

    @property
    def largest(self) -> int:
        """The highest size of a file in bytes."""
        return max(rule.size for rule in self.rules)

    @property
    def rules(self) -> tuple:
        return self.question.file_rules

    @property
    def described_by(self) -> str | None:
        """The ids of the texts that belong to the input."""
        parts = {
            "hint": self.question.hint,
            "formats": self.question.kind is Kind.FILE,
            "when": self.when,
            "error": self.error,
        }
        return " ".join(f"{self.id}-{p}" for p, it in parts.items() if it) or None

    @property
    def attributes(self) -> dict[str, str]:
        """The attributes of an input or a text area that depend on the kind."""
        found = dict(_TYPES.get(self.question.kind, {}))
        if self.question.kind is Kind.DATE and _fits_date_input(self.text):
            found["type"] = "date"
        return {"type": "text", **found}

    def chosen(self, option: Option) -> bool:
        """Whether `option` is ticked."""
        if isinstance(self.typed, str):
            return option.value == self.typed
        return option.value in self.typed or (not self.typed and not option.value)


def _fits_date_input(text: str) -> bool:
    """A date input shows nothing for other texts: wrong input would be lost."""
    try:
        return not text or date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def row(question: Question, value: object, form: "QuestionsForm") -> Row:
    """Return `question` with `value`, the answer as the application holds it."""
    condition = question.condition
    is_file = question.kind is Kind.FILE
    return Row(
        question=question,
        name=f"q.{question.name}",
        typed="" if is_file else typed(question, value),
        options=_options(question),
        condition=None if condition is None else json.dumps(as_json(condition)),
        when=None
        if condition is None
        else in_words(
            condition, form.parsed, lambda text: translate(text, context=form.request)
        ),
        current=_current(question, value, form) if is_file and value else None,
    )


def _options(question: Question) -> tuple[Option, ...]:
    pairs: list[tuple[str, str | Message]]
    if question.style is Style.RADIOS and question.kind is Kind.YES_NO:
        pairs = [("yes", YES), ("no", NO)]
    else:
        pairs = list(question.choices)
    # A radio button can't be cleared again: what may stay open needs a way back.
    if question.style is Style.RADIOS and not question.required:
        pairs.append(("", NO_ANSWER))
    return tuple(
        Option(f"{question.id}-{number}", value, title)
        for number, (value, title) in enumerate(pairs)
    )


def _current(question: Question, value: object, form: "QuestionsForm") -> CurrentFile:
    filename = value.filename
    extension = os.path.splitext(filename)[1].lstrip(".").upper()
    return CurrentFile(
        name=filename,
        about=f"{extension}, {human_size(value.getSize())}",
        url=_url(question, value, form),
    )


def _url(question: Question, value: object, form: "QuestionsForm") -> str:
    # In a trial a file is only named.
    if not INamedBlobFile.providedBy(value):
        return ""
    address = f"{form.context.absolute_url()}/@@{form.files}"
    return f"{address}/{question.name}/{quote(value.filename)}"
