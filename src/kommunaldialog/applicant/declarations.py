"""The section of a draft with what the municipality declares."""

from collections.abc import Iterator
from datetime import date
from kommunaldialog import _
from kommunaldialog.applicant.section import Section
from kommunaldialog.dates import read_day
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.text import printable
from kommunaldialog.history.settings import privacy_version
from kommunaldialog.pages.view import Page
from kommunaldialog.usecases.declarations import check_declarations
from kommunaldialog.usecases.declarations import DECLARATION_FIELDS
from kommunaldialog.usecases.declarations import EARLY_START
from kommunaldialog.usecases.declarations import start_choices
from kommunaldialog.usecases.lines import DECLARATIONS
from kommunaldialog.usecases.lines import START_DECLARATIONS
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.i18nmessageid import Message


DAYS = ("early_start_from", "stated_held")
TEXTS = ("early_start_reason",)

TITLES: dict[str, Message] = {
    "early_start_from": _(
        "applicant_early_start_from", default="Ab welchem Tag möchten Sie beginnen?"
    ),
    "early_start_reason": _(
        "applicant_early_start_reason",
        default="Warum kann die Maßnahme nicht auf die Entscheidung warten?",
    ),
    "stated_held": _("applicant_stated_held", default="Tag der Beratung"),
    "stated_adviser": _("applicant_stated_adviser", default="Wer hat Sie beraten?"),
}


class DeclarationsSection(Section):
    """Reads and shows declarations; inputs are called as the fields."""

    index = ViewPageTemplateFile("declarations.pt")
    slug = "erklaerungen"
    id = "section-declarations"
    label: Message = DECLARATIONS

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._typed: dict[str, str] = {}

    @property
    def begun(self) -> bool:
        return any(getattr(self.context, name) for name in DECLARATION_FIELDS)

    def owns(self, field: str) -> bool:
        return field in DECLARATION_FIELDS

    def kept(self) -> dict[str, object]:
        return {
            "declarations": {name: getattr(self.context, name) for name in self._asked}
        }

    def extract(self) -> tuple[dict[str, object], tuple[Refusal, ...]]:
        values: dict[str, object] = {}
        refusals: list[Refusal] = []
        for name in self._asked:
            sent = self.request.form.get(name)
            # Sent twice it is a list, and none of ours.
            if isinstance(sent, str):
                self._typed[name] = printable(sent)
                refusals.extend(self._read(name, self._typed[name], values))
        return {"declarations": values}, tuple(refusals)

    def _read(
        self, name: str, sent: str, values: dict[str, object]
    ) -> Iterator[Refusal]:
        value: str | date | None = sent.strip()
        if name in DAYS:
            try:
                value = read_day(sent) if sent.strip() else None
            except ValueError:
                yield Refusal("core_not_a_day", name)
                return
        elif name not in TEXTS:
            value = " ".join(sent.split())
        wrong = tuple(check_declarations(self.context, {name: value}))
        if wrong:
            yield from wrong
        else:
            values[name] = value

    @property
    def _asked(self) -> tuple[str, ...]:
        return (
            "start_declaration",
            *(self.early_fields if self.early_start_allowed else ()),
            *(self.stated_fields if self.states_consultation else ()),
        )

    early_fields = ("early_start_from", "early_start_reason")
    stated_fields = ("stated_held", "stated_adviser")

    def summary(self, refusal: Refusal) -> str | None:
        if refusal.code not in ("core_not_a_day", "core_too_long"):
            return None
        return self.title(refusal.field)

    def title(self, name: str) -> str:
        return self.page.translate(TITLES[name])

    def typed(self, name: str) -> str:
        """What an input holds: as typed, or as kept."""
        if name in self._typed:
            return self._typed[name]
        value = getattr(self.context, name)
        return value.isoformat() if isinstance(value, date) else value or ""

    def input_type(self, name: str) -> str:
        if name not in DAYS:
            return "text"
        # A date input would show nothing of what is no ISO date.
        try:
            date.fromisoformat(self.typed(name) or "2000-01-01")
        except ValueError:
            return "text"
        return "date"

    def is_long(self, name: str) -> bool:
        """Whether there are several lines to write."""
        return name in TEXTS

    def start_options(self) -> list[tuple[str, str]]:
        """Values and sentences of what can be declared about the beginning."""
        return [
            (value, self.page.translate(START_DECLARATIONS[value]))
            for value in start_choices(self.context)
        ]

    @property
    def early_start_allowed(self) -> bool:
        return EARLY_START in start_choices(self.context)

    @property
    def begun_definition(self) -> list[str]:
        """What counts as the beginning, in lines; none where it is left to the law."""
        return (self.context.programme().begun_definition or "").splitlines()

    @property
    def states_consultation(self) -> bool:
        """Whether the municipality may state a consultation that nobody recorded."""
        programme = self.context.programme()
        required = programme.consultation_required
        return bool(required and programme.stated_consultation)

    @property
    def privacy_notice(self) -> list[str]:
        """The programme's privacy notice, in lines."""
        return (self.context.programme().privacy_notice or "").splitlines()

    @property
    def privacy_version(self) -> int:
        """Which version of the notice is in force."""
        return privacy_version(self.context.programme())
