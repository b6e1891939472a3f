"""The first section of a draft: municipality and measure."""

from collections.abc import Collection
from collections.abc import Iterator
from datetime import date
from functools import cached_property
from kommunaldialog import _
from kommunaldialog.applicant.section import Section
from kommunaldialog.content.foerderantrag import IFoerderantrag
from kommunaldialog.content.register import municipality_label
from kommunaldialog.dates import local
from kommunaldialog.dates import read_day
from kommunaldialog.domain.money import format_euro
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.text import printable
from kommunaldialog.pages.municipality import MunicipalityField
from kommunaldialog.pages.municipality import PARTICIPANTS
from kommunaldialog.pages.view import Page
from kommunaldialog.usecases.core import check_core
from kommunaldialog.usecases.core import CORE_SECTION
from kommunaldialog.usecases.save import CORE_FIELDS
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.i18nmessageid import Message


DAYS = ("measure_start", "measure_end")
# WCAG 1.3.5: the contact is mostly the person who types.
AUTOCOMPLETE = {
    "contact_name": "name",
    "contact_email": "email",
    "contact_phone": "tel",
}
TYPES = {"contact_email": "email", "contact_phone": "tel"}


PARTICIPANTS_HINT = _(
    "applicant_participants_hint",
    default=(
        "Wer macht bei der Maßnahme mit? Suchen Sie nach Name, Landkreis oder "
        "amtlichem Schlüssel; der Anfang genügt. Grenzen je Kommune, etwa für die Zahl "
        "der Anträge, gelten nur für Ihre eigene."
    ),
)


class CoreSection(Section):
    """Reads and shows the core fields; inputs are called ``core-`` and the name."""

    index = ViewPageTemplateFile("core.pt")
    names: Collection[str] = CORE_FIELDS
    slug = "massnahme"
    id = "section-core"
    label: Message = CORE_SECTION

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._typed: dict[str, str] = {}

    @property
    def begun(self) -> bool:
        return any(getattr(self.context, name) for name in self.names)

    def owns(self, field: str) -> bool:
        return field.startswith("core-")

    def kept(self) -> dict[str, object]:
        return {"core": {name: getattr(self.context, name) for name in self.names}}

    def extract(self) -> tuple[dict[str, object], tuple[Refusal, ...]]:
        values: dict[str, object] = {}
        refusals: list[Refusal] = []
        for name in self.names:
            if name == "participants":
                refusals.extend(self._read_participants(values))
                continue
            sent = self.request.form.get(f"core-{name}")
            # Sent twice it is a list, and none of ours.
            if isinstance(sent, str):
                self._typed[name] = printable(sent)
                refusals.extend(self._read(name, sent, values))
        return {"core": values}, tuple(refusals)

    def _read_participants(self, values: dict[str, object]) -> Iterator[Refusal]:
        field = self.participants
        if not field.sent:
            return
        if not field.searching:
            yield from field.unclear()
        wrong = tuple(check_core(self.context, {"participants": field.keys}))
        if wrong:
            yield from wrong
        else:
            values["participants"] = field.keys

    @cached_property
    def participants(self) -> MunicipalityField:
        """The field for the other municipalities that take part."""
        return MunicipalityField(
            self.context,
            self.request,
            local(self.page.moment, self.page.zone).date(),
            name="core-participants",
            title=PARTICIPANTS,
            hint=PARTICIPANTS_HINT,
            many=True,
            kept=self.context.participants,
        )

    @property
    def asks_again(self) -> bool:
        return "participants" in self.names and self.participants.searching

    def _read(
        self, name: str, sent: str, values: dict[str, object]
    ) -> Iterator[Refusal]:
        text = " ".join("".join(filter(_readable, sent)).split())
        value: str | date | None = text
        if name in DAYS:
            try:
                value = read_day(text) if text else None
            except ValueError:
                yield Refusal("core_not_a_day", f"core-{name}")
                return
        wrong = tuple(check_core(self.context, {name: value}))
        if wrong:
            yield from wrong
        else:
            values[name] = value

    def summary(self, refusal: Refusal) -> str | None:
        if refusal.code not in ("core_not_a_day", "core_too_long"):
            return None
        return self.title(refusal.field.removeprefix("core-"))

    def inputs(self) -> list[str]:
        """The names of the fields below the pillar, in their order."""
        apart = ("pillar", "participants")
        return [n for n in CORE_FIELDS if n in self.names and n not in apart]

    def title(self, name: str) -> str:
        return self.page.translate(IFoerderantrag[name].title)

    def typed(self, name: str) -> str:
        """What an input holds: as typed, or as kept."""
        if name in self._typed:
            return self._typed[name]
        value = getattr(self.context, name)
        return value.isoformat() if isinstance(value, date) else value or ""

    def input_type(self, name: str) -> str:
        if name not in DAYS:
            return TYPES.get(name, "text")
        # A date input would show nothing of what is no ISO date.
        try:
            date.fromisoformat(self.typed(name) or "2000-01-01")
        except ValueError:
            return "text"
        return "date"

    def autocomplete(self, name: str) -> str:
        return AUTOCOMPLETE.get(name, "off")

    def municipality(self) -> str:
        return municipality_label(self.context.ags)

    def pillars(self) -> list[dict[str, str | None]]:
        """The pillars to choose from, each with what it grants at most."""
        return [
            {
                "id": pillar.id,
                "title": pillar.title,
                "limit": format_euro(pillar.highest_grant)
                if pillar.highest_grant is not None
                else None,
            }
            for pillar in self.context.programme().pillars()
        ]

    def period(self) -> dict[str, str]:
        """The days between which measures may run, in words; empty where none are."""
        programme = self.context.programme()
        return {
            "first": self.page.date(programme.measure_start),
            "last": self.page.date(programme.measure_end),
        }


def _readable(character: str) -> bool:
    return character.isprintable() or character.isspace()
