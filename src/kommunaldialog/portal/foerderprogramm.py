"""The page of a call for funding, in the order in which a town hall asks."""

from babel.dates import get_timezone_name
from datetime import datetime
from decimal import Decimal
from functools import cached_property
from kommunaldialog import _
from kommunaldialog.access.groups import municipalities_of
from kommunaldialog.access.groups import ROLE_OF_SUFFIX
from kommunaldialog.access.permissions import may
from kommunaldialog.content.foerderprogramm import APPLICATION_FORM_ID
from kommunaldialog.content.saeule import Saeule
from kommunaldialog.dates import local
from kommunaldialog.domain.deadline import remaining
from kommunaldialog.domain.deadline import Status
from kommunaldialog.forms.versions import versions
from kommunaldialog.portal.page import PublicPage
from kommunaldialog.portal.tense import SENTENCES
from plone import api
from zope.i18nmessageid import Message


STATUS_TITLES = {
    "announced": _("portal_status_announced", default="Angekündigt"),
    "open": _("portal_status_open", default="Offen für Anträge"),
    "closed": _("portal_status_closed", default="Beendet"),
}
KINDS = {
    "gemeinde": _("portal_eligible_gemeinde", default="Gemeinden"),
    "stadt": _("portal_eligible_stadt", default="Städte"),
    "stadtkreis": _("portal_eligible_stadtkreis", default="Stadtkreise"),
    "landkreis": _("portal_eligible_landkreis", default="Landkreise"),
}
STEPS = ("then_arrival", "then_review", "then_decision")


class FoerderprogrammPage(PublicPage):
    """Default view of a Foerderprogramm. Shows nothing of any application."""

    @cached_property
    def status(self) -> Status:
        """Where the call stands at the moment of the request."""
        return self.context.window().status(self.moment)

    @property
    def status_title(self) -> Message:
        return STATUS_TITLES[self.status]

    def say(self, key: str, **params: object) -> str:
        """The sentence for a key, in the tense that fits the moment."""
        return self._filled(SENTENCES[key][self.status == "closed"], params)

    @property
    def headline(self) -> str:
        """One sentence on the deadline."""
        window = self.context.window()
        message = {
            "announced": _(
                "portal_programme_announced",
                default="Anträge sind ab dem ${date} um ${time} Uhr möglich.",
            ),
            "open": _(
                "portal_programme_open",
                default="Anträge sind bis zum ${date} um ${time} Uhr möglich.",
            ),
            "closed": _(
                "portal_programme_closed",
                default="Die Antragsfrist endete am ${date} um ${time} Uhr.",
            ),
        }[self.status]
        announced = self.status == "announced"
        moment = window.opening if announced else window.deadline
        params = {"date": self.date(moment), "time": self.time(moment)}
        return self._filled(message, params)

    @property
    def time_left(self) -> str:
        """ "Noch 60 Tage", for an open call."""
        if self.status != "open":
            return ""
        left = remaining(self.context.window().deadline, self.moment)
        hours, minutes = divmod(int(left.total_seconds()) // 60, 60)
        if left.days >= 2:
            message = _("portal_left_days", default="Noch ${number} Tage")
            number = left.days
        elif hours >= 2:
            message = _("portal_left_hours", default="Noch ${number} Stunden")
            number = hours
        else:
            message = _("portal_left_minutes", default="Noch ${number} Minuten")
            number = hours * 60 + minutes
        return self._filled(message, {"number": number})

    def instant(self, moment: datetime) -> str:
        """ "31. Oktober 2016, 23:59 Uhr (MEZ)", in the portal's zone."""
        there = local(moment, self.zone)
        zone = get_timezone_name(there, width="short", locale=self.language)
        # Babel has abbreviations for those zones that a language's readers know.
        name = zone if zone.isalpha() else there.tzname()
        return f"{self.date_and_time(moment)} ({name})"

    @cached_property
    def pillars(self) -> list[Saeule]:
        return self.context.pillars()

    @cached_property
    def grants(self) -> list[dict[str, object]]:
        """Title, highest grant and lowest own share of each pillar with limits."""
        return [
            {
                "title": pillar.title,
                "grant": self.euro(pillar.highest_grant),
                "share": self._percent(pillar.lowest_own_share),
            }
            for pillar in self.pillars
            if pillar.highest_grant is not None or pillar.lowest_own_share
        ]

    @property
    def eligible(self) -> list[Message]:
        """Who may apply."""
        return [KINDS[kind] for kind in self.context.eligible_kinds or ()]

    @property
    def how_many(self) -> str:
        """How many applications a municipality may make."""
        number = self.context.applications_per_municipality
        if number == 1:
            return self.say("one_each")
        return self.say("some_each", number=number)

    @property
    def steps(self) -> list[str]:
        """What happens after an application, in order."""
        return [self.say(step) for step in STEPS]

    @property
    def measure_period(self) -> Message | None:
        """When measures may run."""
        programme = self.context
        days = {
            "start": self.date(programme.measure_start),
            "end": self.date(programme.measure_end),
        }
        if days["start"] and days["end"]:
            return _("portal_period", default="${start} bis ${end}", mapping=days)
        if days["start"]:
            return _("portal_measure_from", default="ab ${start}", mapping=days)
        if days["end"]:
            return _("portal_period_until", default="bis ${end}", mapping=days)
        return None

    @property
    def has_form(self) -> bool:
        """Whether an application can be begun: a form has been published."""
        return versions(self.context).newest is not None

    @property
    def may_begin(self) -> bool:
        return self.status == "open" and self.has_form

    @property
    def own_applications_url(self) -> str | None:
        """Where members of a municipality find their applications."""
        if api.user.is_anonymous():
            return None
        roles = tuple(ROLE_OF_SUFFIX.values())
        if not municipalities_of(api.user.get_current(), roles):
            return None
        return f"{api.portal.get().absolute_url()}/@@meine-antraege"

    @property
    def form_url(self) -> str | None:
        """The workshop of the application form, for those who publish it."""
        form = self.context.get(APPLICATION_FORM_ID)
        permission = "kommunaldialog: Publish Application Form"
        if form is None or not may(permission, form):
            return None
        return form.absolute_url()

    def _filled(self, message: Message, params: dict[str, object]) -> str:
        return self.translate(Message(message, mapping=params))

    def _percent(self, share: Decimal | None) -> str:
        return f"{self.number(share)}\N{NO-BREAK SPACE}%" if share else ""
