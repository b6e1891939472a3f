"""Says on the office's pages of a case that its municipality exists no more."""

from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from kommunaldialog.access.managing import works_for_office
from kommunaldialog.content.kommune import Kommune
from kommunaldialog.content.register import kommunen
from kommunaldialog.content.register import municipality_name
from kommunaldialog.dates import local
from kommunaldialog.domain.finding import ended
from kommunaldialog.pages.view import Page
from plone import api
from urllib.parse import urlencode


@dataclass(frozen=True)
class People:
    """A municipality, and where its people are; no address for who may not see them."""

    name: str
    url: str


class EndedPanel(Page):
    """``@@kommunaldialog-granting-ended``: a part of the case page and of each step."""

    @cached_property
    def kommune(self) -> Kommune | None:
        """The municipality that exists no more; None for one that does."""
        today = local(self.moment, self.zone).date()
        found = kommunen(self.context.ags)
        return next((one for one in found if ended(one.valid_to, today)), None)

    @property
    def since(self) -> str:
        """The first day on which it was no more."""
        return self.date(self.kommune.valid_to + timedelta(days=1))

    @property
    def own(self) -> People:
        return self._people(self.kommune.ags)

    @property
    def successor(self) -> People | None:
        key = self.kommune.successor
        return self._people(key) if key else None

    def _people(self, ags: str) -> People:
        root = api.portal.get_navigation_root(self.context).absolute_url()
        url = f"{root}/@@zugaenge?{urlencode({'kommune': ags})}"
        return People(municipality_name(ags), url if works_for_office() else "")
