"""Instants that people set as a day and, where they want to, a time of that day."""

from dataclasses import replace
from datetime import datetime
from datetime import UTC
from kommunaldialog import _
from kommunaldialog.content.wrong import Wrong
from kommunaldialog.dates import local
from kommunaldialog.dates import read_day
from kommunaldialog.domain.deadline import deadline_at
from kommunaldialog.domain.deadline import opening_at
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.messages import text
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from z3c.form.converter import BaseDataConverter
from z3c.form.interfaces import IFieldWidget
from z3c.form.interfaces import IFormLayer
from z3c.form.interfaces import IWidget
from z3c.form.interfaces import NO_VALUE
from z3c.form.widget import FieldWidget
from z3c.form.widget import Widget
from zope import schema
from zope.component import adapter
from zope.i18nmessageid import Message
from zope.interface import implementer
from zope.schema.interfaces import IDatetime


# A date input takes any year, and at the ends of the calendar no rule can count on.
_YEARS = range(1900, 9000)


class IInstant(IDatetime):
    """A field for an instant; `ends_day` tells what a day without a time means."""


class IInstantWidget(IWidget):
    """Asks for a day and for a time."""


@implementer(IInstant)
class Instant(schema.Datetime):
    """A day without a time is the day's end where `ends_day`, else its start."""

    def __init__(self, *, ends_day: bool = False, **settings: object) -> None:
        super().__init__(**settings)
        self.ends_day = ends_day

    def read(self, day: str, clock: str = "") -> datetime:
        """The instant, in UTC, that a day and a time name in the portal's zone.

        Raises Refused for what is no day or no time of that day.
        """
        at = deadline_at if self.ends_day else opening_at
        try:
            # Read as the clock on the wall: no time zone, and no fractions.
            hours = datetime.strptime(clock.strip(), "%H:%M").time() if clock else None
            moment = at(read_day(day), hours, zone())
            self.validate(moment)
        except Refused as refused:
            found = (replace(found, field=self.__name__) for found in refused.refusals)
            raise Refused(*found) from refused
        except (ValueError, OverflowError, Wrong) as error:
            raise Refused(Refusal("instant_wrong", self.__name__)) from error
        return moment

    def _validate(self, value: datetime) -> None:
        super()._validate(value)
        if value.year not in _YEARS:
            raise Wrong(text(Refusal("instant_wrong")))


def zone() -> str:
    """The IANA name of the portal's time zone."""
    return api.portal.get_registry_record("plone.portal_timezone")


def instant(value: datetime | None) -> datetime | None:
    """An aware datetime in UTC; a naive one is UTC (as plone.restapi stores it)."""
    if value is None:
        return None
    return (value.replace(tzinfo=UTC) if value.tzinfo is None else value).astimezone(
        UTC
    )


@implementer(IInstantWidget)
class InstantWidget(Widget):
    """Two inputs: the browser's own for a day, and for a time that may stay empty.

    The value between them and the converter is "2026-10-31 23:59".
    """

    template = ViewPageTemplateFile("instants.pt")

    def render(self) -> str:
        return self.template()

    def extract(self, default: object = NO_VALUE) -> object:
        """What was sent; `default` where nothing was."""
        if self.name not in self.request.form:
            return default
        return f"{self._sent(self.name)} {self._sent(self.time_name)}".strip()

    def _sent(self, name: str) -> str:
        sent = self.request.form.get(name, "")
        return sent if isinstance(sent, str) else ""

    @property
    def time_name(self) -> str:
        return f"{self.name}-time"

    @property
    def day(self) -> str:
        """What stands in the first input."""
        return (self.value or "").partition(" ")[0]

    @property
    def clock(self) -> str:
        """What stands in the second input."""
        return (self.value or "").partition(" ")[2]

    @property
    def time_label(self) -> Message:
        """What the second input is called; it says what no time means."""
        if self.field.ends_day:
            return _("content_instant_end", default="Uhrzeit (ohne: Ende des Tages)")
        return _("content_instant_start", default="Uhrzeit (ohne: Beginn des Tages)")


@implementer(IFieldWidget)
@adapter(IInstant, IFormLayer)
def instant_widget(field: Instant, request: object) -> InstantWidget:
    """The widget for the field."""
    return FieldWidget(field, InstantWidget(request))


@adapter(IInstant, IInstantWidget)
class InstantConverter(BaseDataConverter):
    """Between an instant and what stands in the inputs, in the portal's zone."""

    def toWidgetValue(self, value: datetime | None) -> str:
        if value is None:
            return ""
        return f"{local(instant(value), zone()):%Y-%m-%d %H:%M}"

    def toFieldValue(self, value: str) -> datetime | None:
        day, _blank, clock = value.partition(" ")
        if not day and not clock:
            return self.field.missing_value
        try:
            return self.field.read(day, clock)
        except Refused as refused:
            raise Wrong(text(refused.refusals[0])) from refused
