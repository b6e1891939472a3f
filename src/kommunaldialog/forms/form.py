"""A programme's questions, rendered and read over an application.

    form = QuestionsForm(application, request)
    form.update()
    form.show(answers.validate(...))     # what is still missing, at its question
    for section in form.sections:
        values, errors = section.extract()   # of a POST; then a use case saves `values`
        section.render()

A form of easyform is never instantiated: it would save, mail and run scripts. There
is no widget, no action and no class per request (D1, D2, D8, D10, D12 to D15).
"""

from collections.abc import Collection
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import replace
from functools import cached_property
from kommunaldialog.domain.text import printable
from kommunaldialog.forms import apart
from kommunaldialog.forms.answers import check
from kommunaldialog.forms.kinds import Kind
from kommunaldialog.forms.rows import Row
from kommunaldialog.forms.rows import row
from kommunaldialog.forms.schema import ParsedForm
from kommunaldialog.forms.schema import Question
from kommunaldialog.forms.schema import Section
from kommunaldialog.forms.uploads import read_upload
from kommunaldialog.forms.values import read
from kommunaldialog.forms.values import typed
from kommunaldialog.forms.values import Unreadable
from kommunaldialog.forms.versions import parsed_form
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.i18nmessageid import Message
from ZPublisher.HTTPRequest import HTTPRequest


PREFIX = "q."
SECTIONS = "q.sections"


@dataclass(frozen=True)
class FieldError:
    """What is wrong at one question: for the summary that links to `#id`."""

    name: str
    id: str
    label: str
    message: Message


class SectionView(BrowserView):
    """One section of the form as HTML."""

    index = ViewPageTemplateFile("questions.pt")

    def __init__(self, form: "QuestionsForm", section: Section) -> None:
        super().__init__(form.context, form.request)
        self.form = form
        self.section = section
        self.name = section.name
        self.id = f"section-{section.name}"
        self.label = section.label
        self.description = section.description
        self.names = section.names

    @property
    def errors(self) -> tuple[FieldError, ...]:
        """What is wrong in this section, in its order."""
        return tuple(e for e in self.form.errors if e.name in self.names)

    @cached_property
    def possible(self) -> tuple[str, ...]:
        """The names of the questions that are shown."""
        if not self.form.apart:
            return self.names
        return apart.possible(*self._on_page)

    def extract(self) -> tuple[dict[str, object], tuple[FieldError, ...]]:
        """Read what was sent; return what to keep and what is wrong.

        The values of right answers are returned even where others are wrong, None
        for those that were emptied; questions that were not sent and files that
        stay are left out. Empty answers are no errors: it may be a draft. Wrong
        input is shown again by `render`.
        """
        values: dict[str, object] = {}
        if self.name in _texts(self.request.form.get(SECTIONS)):
            for name in self.possible:
                self.form.read(self.form.parsed.questions[name], values)
        return values, self.errors

    def rows(self) -> list[Row]:
        """The questions as the template shows them."""
        return [self.form.row(name) for name in self.possible]

    def answered_elsewhere(self) -> list[Row]:
        """The questions of other pages that the script has to know the answers of."""
        if not self.form.apart:
            return []
        names = apart.elsewhere(*self._on_page)
        return [self.form.row(name) for name in names]

    @property
    def _on_page(self) -> tuple:
        form = self.form
        return form.parsed, self.section, self.context.answers, form.only

    def render(self) -> str:
        """Return the section's HTML: a fieldset, or a group without legend."""
        return self.index()


class QuestionsForm:
    """The form over an application: anything with `answers` and `absolute_url`.

    `parsed` is given for a preview; otherwise it is the published version that the
    application refers to. With `readonly` every input is disabled. With `apart` each
    section is shown on a page of its own, or with `only` those questions alone on one
    page. `files` is the view of the context that answers with a file.
    """

    def __init__(
        self,
        context: object,
        request: HTTPRequest,
        parsed: ParsedForm | None = None,
        readonly: bool = False,
        apart: bool = False,
        files: str = "datei",
        only: Collection[str] | None = None,
    ) -> None:
        self.context = context
        self.request = request
        self.parsed = parsed
        self.readonly = readonly
        self.apart = apart
        self.files = files
        self.only = only
        self._typed: dict[str, str | list[str]] = {}
        self._messages: dict[str, Message] = {}

    def update(self) -> None:
        """Find the form's version and its sections."""
        if self.parsed is None:
            self.parsed = parsed_form(self.context)
        self.sections = [SectionView(self, part) for part in self.parsed.sections]

    @property
    def errors(self) -> tuple[FieldError, ...]:
        """What `extract` and `show` found, in the order of the form."""
        return tuple(
            FieldError(name, question.id, question.label, self._messages[name])
            for name, question in self.parsed.questions.items()
            if name in self._messages
        )

    def read(self, question: Question, values: dict[str, object]) -> None:
        """Put what was sent for `question` into `values`, or remember what is wrong."""
        if not question.asks:
            return
        try:
            if question.kind is Kind.FILE:
                values.update(self._file(question))
                return
            raw = _texts(self.request.form.get(PREFIX + question.name))
            self._typed[question.name] = raw
            value = read(question, raw)
        except Unreadable as error:
            self._messages[question.name] = error.message
            return
        message = check(question, value, required=False)
        if message is not None:
            self._messages[question.name] = message
        else:
            values[question.name] = value
            self._typed[question.name] = typed(question, value)

    def _file(self, question: Question) -> Mapping[str, object]:
        upload = self.request.form.get(PREFIX + question.name)
        # Without a file chosen browsers send an empty text or an empty file name.
        if getattr(upload, "filename", ""):
            return {question.name: read_upload(question, upload)}
        if self.request.form.get(f"{PREFIX}{question.name}.remove"):
            return {question.name: None}
        return {}

    def show(self, messages: Mapping[str, Message]) -> None:
        """Show `messages` (question → sentence) too; what `extract` found stays."""
        self._messages = {**messages, **self._messages}

    def row(self, name: str) -> Row:
        """Return one question as the template shows it."""
        question = self.parsed.questions[name]
        answers = self.context.answers
        value = answers.get(name, question.field.default) if question.asks else None
        found = row(question, value, self)
        if name in self._typed and question.kind is not Kind.FILE:
            found = replace(found, typed=self._typed[name])
        return replace(found, error=self._messages.get(name))


def _texts(sent: object) -> list[str]:
    """Return what a browser sent under one name as texts; files are none."""
    items = sent if isinstance(sent, list | tuple) else [sent]
    return [printable(item) for item in items if isinstance(item, str)]
