"""The phases of a dialogue in its edit form: a row each, more rows by a button."""

from datetime import date
from itertools import accumulate
from kommunaldialog import _
from kommunaldialog.content.wrong import Wrong
from kommunaldialog.dates import read_day
from kommunaldialog.static_files import static_url
from plone.schema.jsonfield import IJSONField
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from z3c.form.converter import BaseDataConverter
from z3c.form.interfaces import IFieldWidget
from z3c.form.interfaces import IWidget
from z3c.form.interfaces import NO_VALUE
from z3c.form.widget import FieldWidget
from z3c.form.widget import Widget
from zope.component import adapter
from zope.interface import implementer


Row = dict[str, str]

PARTS = ("title", "start", "end")
# How many empty rows stand below the filled ones, and come with the button.
EMPTY = 2
# More than a dialogue has; whoever sends more is no editor at a form.
MOST = 50


class IPhasesWidget(IWidget):
    """Asks for any number of phases."""


@implementer(IPhasesWidget)
class PhasesWidget(Widget):
    """Three inputs for each phase: what it is called, its first and its last day.

    The value between them and the converter is a list of rows as they were typed.
    Without JavaScript the button sends the form, which is shown again with all that
    was typed and with more rows; nothing is saved by it.
    """

    template = ViewPageTemplateFile("phases.pt")

    def render(self) -> str:
        return self.template()

    def extract(self, default: object = NO_VALUE) -> object:
        """What was sent, without empty rows; `default` where nothing was."""
        count = self._sent(f"{self.name}.rows")
        if not count.isdecimal():
            return default
        numbers = range(min(int(count), MOST))
        rows = [
            {part: self._part(number, part) for part in PARTS} for number in numbers
        ]
        return [row for row in rows if any(row.values())]

    # Not "rows": Plone's list of a type's fields takes that for a text area's height.
    @property
    def table(self) -> list[Row]:
        """What stands in the form: the phases, and empty rows below them."""
        more = EMPTY if self._sent(self.more_name) else 0
        empty = dict.fromkeys(PARTS, "")
        filled = self.value or []
        return [*filled, *[empty] * (EMPTY + more)]

    @property
    def shown(self) -> list[str]:
        """The phases where nothing can be typed."""
        return [
            " – ".join(row[part] for part in PARTS if row[part])
            for row in self.value or []
        ]

    @property
    def more_name(self) -> str:
        """Name of the button that asks for more rows."""
        return f"{self.name}.more"

    @property
    def script(self) -> str:
        """Address of the script by which rows come without sending the form."""
        return static_url("portal", "phases.js")

    def _part(self, number: int, part: str) -> str:
        return self._sent(f"{self.name}.{number}.{part}").strip()

    def _sent(self, name: str) -> str:
        sent = self.request.form.get(name, "")
        return sent if isinstance(sent, str) else ""


@implementer(IFieldWidget)
def phases_widget(field: IJSONField, request: object) -> PhasesWidget:
    """The widget for the field."""
    return FieldWidget(field, PhasesWidget(request))


@adapter(IJSONField, IPhasesWidget)
class PhasesConverter(BaseDataConverter):
    """Between the rows that are kept and the rows of the form."""

    def toWidgetValue(self, value: list[dict[str, str | None]] | None) -> list[Row]:
        return [{part: row.get(part) or "" for part in PARTS} for row in value or []]

    def toFieldValue(self, value: list[Row]) -> list[dict[str, str | None]]:
        """Raises Wrong, which names the row, for what is no phase.

        In the order of their first days; a phase without one stays below the one that
        it was typed below.
        """
        phases = [_phase(number, row) for number, row in enumerate(value, 1)]
        firsts = accumulate(
            (phase["start"] or "" for phase in phases), lambda last, own: own or last
        )
        ordered = sorted(zip(firsts, phases, strict=True), key=lambda pair: pair[0])
        return [phase for _first, phase in ordered]


def _phase(number: int, row: Row) -> dict[str, str | None]:
    mapping = {"number": str(number)}
    if not row["title"]:
        raise Wrong(
            _(
                "content_phases_no_title",
                default="Phase ${number}: Bitte geben Sie an, was dann geschieht.",
                mapping=mapping,
            )
        )
    start, end = (_day(row[part], mapping) for part in ("start", "end"))
    if start and end and end < start:
        raise Wrong(
            _(
                "content_phases_order",
                default=(
                    "Phase ${number}: Das Ende liegt vor dem Beginn. Bitte prüfen Sie "
                    "die beiden Tage."
                ),
                mapping=mapping,
            )
        )
    return {
        "title": row["title"],
        "start": start and start.isoformat(),
        "end": end and end.isoformat(),
    }


def _day(typed: str, mapping: dict[str, str]) -> date | None:
    try:
        return read_day(typed) if typed else None
    except ValueError as error:
        raise Wrong(
            _(
                "content_phases_no_day",
                default=(
                    "Phase ${number}: „${typed}“ ist kein Tag. Bitte schreiben Sie ihn "
                    "zum Beispiel so: 31.10.2016."
                ),
                mapping={**mapping, "typed": typed},
            )
        ) from error
