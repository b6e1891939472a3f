"""``@kommunaldialog-municipalities?q=``: who of the register may be meant.

For the search field of the pages (`pages/municipality.py`): names and keys, which are
public, of those that exist today, or on the day ``day`` (ISO 8601); with ``ended``
also of those that exist no more.
"""

from datetime import date
from kommunaldialog.access.arrival import arrival
from kommunaldialog.content.finding import find_municipalities
from kommunaldialog.content.finding import with_kreis
from kommunaldialog.dates import local
from kommunaldialog.domain.finding import label
from kommunaldialog.domain.finding import Listed
from kommunaldialog.domain.finding import LONGEST
from kommunaldialog.domain.text import printable
from kommunaldialog.pages.municipality import SHOWN
from kommunaldialog.pages.municipality import until_words
from plone import api
from plone.restapi.services import Service
from typing import Any
from zope.i18n import translate


class FindMunicipalities(Service):
    """GET: at most 20 municipalities, the likeliest first, and whether there are more.

    Too little typed finds nobody.
    """

    def reply(self) -> dict[str, Any]:
        typed = self.request.form.get("q")
        text = printable(typed)[:LONGEST] if isinstance(typed, str) else ""
        moment = arrival(self.request)
        zone = api.portal.get_registry_record("plone.portal_timezone")
        day = self._day() or local(moment, zone).date()
        wanted = bool(self.request.form.get("ended"))
        found = find_municipalities(text, day, with_ended=wanted)
        return {
            "@id": f"{self.context.absolute_url()}/@kommunaldialog-municipalities",
            "items": [
                {
                    "ags": one.key,
                    "title": one.name,
                    "kind": one.kind,
                    "district": kreis,
                    "label": label(one, kreis, self._until(one, day)),
                }
                for one, kreis in with_kreis(found[:SHOWN])
            ],
            "more": len(found) > SHOWN,
        }

    def _day(self) -> date | None:
        try:
            return date.fromisoformat(self.request.form.get("day"))
        except (TypeError, ValueError):
            return None

    def _until(self, one: Listed, day: date) -> str:
        until = until_words(one, day)
        return translate(until, context=self.request) if until else ""
