"""What every page of the product does the same way: words, dates, errors, POST."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from datetime import datetime
from datetime import UTC
from decimal import Decimal
from functools import cached_property
from kommunaldialog import _
from kommunaldialog.access.arrival import arrival
from kommunaldialog.access.login import log_in
from kommunaldialog.access.login import logs_in
from kommunaldialog.access.people import full_name
from kommunaldialog.access.permissions import may
from kommunaldialog.dates import clock
from kommunaldialog.dates import local
from kommunaldialog.dates import long_date
from kommunaldialog.domain.money import format_euro
from kommunaldialog.domain.money import parse_amount
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.domain.text import printable
from kommunaldialog.messages import text
from kommunaldialog.vocabularies.static import STATES
from kommunaldialog.vocabularies.static import title_of
from plone import api
from plone.protect import CheckAuthenticator
from Products.Five import BrowserView
from zExceptions import Forbidden
from zope.i18n import translate
from zope.i18nmessageid import Message
from zope.interface import implementer
from zope.interface import Interface


class IPage(Interface):
    """A page of the product, which says its own title (see `title.py`)."""


class WrittenByAnother(Forbidden):
    """Raised for a form that was not drawn for who sends it; see `expired.py`."""


@implementer(IPage)
class Page(BrowserView):
    """A page that shows something."""

    def page_title(self) -> str:
        """What the browser's window is called; the context's title unless said."""
        return self.context.Title()

    @cached_property
    def moment(self) -> datetime:
        """When the request arrived (UTC)."""
        return arrival(self.request)

    @cached_property
    def zone(self) -> str:
        """IANA name of the portal's time zone."""
        return api.portal.get_registry_record("plone.portal_timezone")

    @cached_property
    def language(self) -> str:
        """Language code of this request's page."""
        return api.portal.get_current_language(self.context)

    def translate(self, message: Message | str) -> str:
        return translate(message, context=self.request)

    def date(self, value: date | None) -> str:
        """ "31. Oktober 2016"; a datetime is read in the portal's zone."""
        if value is None:
            return ""
        if isinstance(value, datetime):
            value = local(value.replace(tzinfo=value.tzinfo or UTC), self.zone)
        return long_date(value, self.language)

    def time(self, value: datetime) -> str:
        """ "23:59", in the portal's zone."""
        return clock(local(value, self.zone), self.language)

    def date_and_time(self, value: datetime) -> str:
        """ "31. Oktober 2016, 23:59 Uhr", in the portal's zone."""
        return self.translate(
            _(
                "pages_date_and_time",
                default="${date}, ${time} Uhr",
                mapping={"date": self.date(value), "time": self.time(value)},
            )
        )

    def arrival(self, moment: datetime, only_day: bool) -> str:
        """When something arrived; the day where that is all that is known."""
        return self.date(moment) if only_day else self.date_and_time(moment)

    def euro(self, amount: Decimal | str | None) -> str:
        """ "3.000,00 €"; empty for no amount."""
        if amount is None or amount == "":
            return ""
        return format_euro(Decimal(amount))

    def state_title(self, state: str) -> str:
        return self.translate(title_of(STATES, state))

    def person(self, user_id: str) -> str:
        """The full name of a user, or the id where there is none."""
        return full_name(user_id)

    def may(self, permission: str) -> bool:
        """Whether the current user holds the permission (by title) here."""
        return may(permission, self.context)

    def errors(self, refusals: Iterable[Refusal]) -> list[dict[str, str | None]]:
        """``field`` (the id of the input) and ``message`` of each refusal."""
        return [
            {
                "field": refusal.field,
                "message": self.translate(text(refusal, self.language)),
            }
            for refusal in refusals
        ]

    def address(self, view: str = "") -> str:
        """Address of the context, or of one of its views."""
        url = self.context.absolute_url()
        return f"{url}/@@{view}" if view else url


class FormPage(Page):
    """A page with a form that posts to itself.

    ``handle`` does what was asked for and returns where to go next, or None to show
    the page again. What it refuses is shown, and nothing that was typed is lost:
    templates take the values from ``value``.
    """

    refusals: tuple[Refusal, ...] = ()

    def __call__(self) -> str:
        self.update()
        if self.request.response.getStatus() in (302, 303):
            return ""
        if self.request.method == "POST":
            self.authenticate()
            try:
                target = self.handle()
            except Refused as refused:
                self.refusals = refused.refusals
                target = None
            if target:
                self.request.response.redirect(target, status=303)
                return ""
        return self.index()

    def authenticate(self) -> None:
        """Raises `WrittenByAnother` unless the form was drawn for the current user."""
        try:
            CheckAuthenticator(self.request)
        except Forbidden as error:
            raise WrittenByAnother(str(error)) from error
        if logs_in(self.request):
            log_in(self.request)

    def update(self) -> None:
        """What GET and POST both need; raises Unauthorized or redirects."""

    def handle(self) -> str | None:
        """Does what was posted; returns the address of the next page."""
        raise NotImplementedError

    def value(self, name: str, default: str = "") -> str:
        """What was typed into an input, to be shown again."""
        posted = self.request.form.get(name)
        return printable(posted) if isinstance(posted, str) else default

    def values(self, name: str) -> list[str]:
        """What was ticked under one name; whatever is no text is none of ours."""
        posted = self.request.form.get(name, [])
        items = posted if isinstance(posted, list) else [posted]
        return [printable(item) for item in items if isinstance(item, str)]

    def amount(self, name: str) -> tuple[Decimal | None, tuple[Refusal, ...]]:
        """The amount (Euro) typed into an input or None; what is wrong with it."""
        typed = self.value(name).strip()
        if not typed:
            return None, ()
        try:
            return parse_amount(typed), ()
        except Refused as refused:
            return None, tuple(replace(found, field=name) for found in refused.refusals)

    def invalid(self, field: str) -> str | None:
        """The value of ``aria-invalid`` for one input."""
        return "true" if self.error(field) else None

    def described_by(self, field: str, hint: bool = False) -> str | None:
        """The value of ``aria-describedby``: ids of hint and message, if any."""
        ids = [f"{field}-hint"] if hint else []
        if self.error(field):
            ids.append(f"{field}-error")
        return " ".join(ids) or None

    def error(self, field: str) -> str | None:
        """The message for one input."""
        for error in self.errors(self.refusals):
            if error["field"] == field:
                return error["message"]
        return None
