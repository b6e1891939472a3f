"""When a call can be applied for, and what a municipality then meets."""

from babel.dates import format_date
from babel.dates import get_timezone_name
from datetime import date
from datetime import datetime
from functools import cached_property
from kommunaldialog import _
from kommunaldialog.content.holidays import holiday_name
from kommunaldialog.dates import local
from kommunaldialog.domain.deadline import remaining
from kommunaldialog.history.settings import deadline_changes
from kommunaldialog.history.settings import DeadlineChange
from kommunaldialog.portal.page import PublicPage
from kommunaldialog.portal.tense import SENTENCES
from kommunaldialog.usecases.standing import Standing
from kommunaldialog.usecases.standing import standing
from zope.i18nmessageid import Message


STATUS_TITLES: dict[Standing, Message] = {
    "announced": _("portal_status_announced", default="Angekündigt"),
    "open": _("portal_status_open", default="Offen für Anträge"),
    "closed": _("portal_status_closed", default="Beendet"),
    "decided": _("portal_status_decided", default="Beendet, alle Anträge entschieden"),
}
ANNOUNCED = _(
    "portal_programme_announced",
    default="Anträge sind ab dem ${date} um ${time} Uhr möglich.",
)
OPEN = _(
    "portal_programme_open",
    default="Anträge sind bis zum ${date} um ${time} Uhr möglich.",
)
ENDED = _(
    "portal_programme_closed",
    default="Die Antragsfrist endete am ${date} um ${time} Uhr.",
)
STRICT = _(
    "portal_deadline_strict",
    default=(
        "Das ist eine Ausschlussfrist: Danach kann niemand mehr einreichen, gleich aus "
        "welchem Grund."
    ),
)
ORDINARY = _(
    "portal_deadline_ordinary",
    default=(
        "Haben Sie vorher einen Entwurf begonnen, können Sie ihn auch danach noch "
        "senden, mit einer Begründung. Die Bewilligungsstelle entscheidet, ob sie ihn "
        "annimmt."
    ),
)
FIXED = _(
    "portal_deadline_fixed",
    default=(
        "Die Frist gilt auch, wenn ihr letzter Tag auf ein Wochenende oder einen "
        "Feiertag fällt."
    ),
)
NEXT_WORKING_DAY = _(
    "portal_deadline_next_working_day",
    default=(
        "Fällt der letzte Tag auf ein Wochenende oder einen Feiertag, endet die Frist "
        "am nächsten Werktag (§ 31 Abs. 3 VwVfG)."
    ),
)
MOVED = _(
    "portal_deadline_moved",
    default=(
        "Der ${date} fällt auf einen freien Tag (${why}). Die Frist endet deshalb erst "
        "am nächsten Werktag (§ 31 Abs. 3 VwVfG)."
    ),
)
LONGER = _(
    "portal_deadline_put_off", default="Verlängert bis ${instant}, vorher ${before}."
)
SHORTER = _(
    "portal_deadline_brought_forward",
    default="Verkürzt auf ${instant}, vorher ${before}.",
)
OUTAGE = _(
    "portal_deadline_unreachable",
    default=(
        "Weil das Portal nicht erreichbar war, verlängert bis ${instant}, "
        "vorher ${before}."
    ),
)


class CallPage(PublicPage):
    """The times of a Foerderprogramm."""

    @cached_property
    def status(self) -> Standing:
        """Where the call stands at the moment of the request."""
        return standing(self.context, self.moment)

    @property
    def status_title(self) -> Message:
        return STATUS_TITLES[self.status]

    @property
    def over(self) -> bool:
        """Whether the deadline has passed."""
        return self.status in ("closed", "decided")

    def say(self, key: str, **params: object) -> str:
        """The sentence for a key, in the tense that fits the moment."""
        return self.filled(SENTENCES[key][self.over], **params)

    def filled(self, message: Message, **params: object) -> str:
        """The sentence with its values in it."""
        return self.translate(Message(message, mapping=params))

    @property
    def headline(self) -> str:
        """One sentence on the deadline."""
        window = self.context.window()
        announced = self.status == "announced"
        message = ENDED if self.over else ANNOUNCED if announced else OPEN
        moment = window.opening if announced else window.deadline
        return self.filled(message, date=self.date(moment), time=self.time(moment))

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
        return self.filled(message, number=number)

    @property
    def after_deadline(self) -> Message | None:
        """What becomes of an application that comes later."""
        if not self.context.strict_deadline:
            return ORDINARY if self.status != "decided" else None
        return None if self.over else STRICT

    @property
    def weekend_rule(self) -> str:
        """What a weekend or a holiday does to the deadline; empty once it is over."""
        if self.over:
            return ""
        if self.context.deadline_on_holiday != "next_working_day":
            return self.translate(FIXED)
        wanted = local(self.context.set_deadline(), self.zone).date()
        if wanted == local(self.context.window().deadline, self.zone).date():
            return self.translate(NEXT_WORKING_DAY)
        return self.filled(MOVED, date=self.date(wanted), why=self._why_free(wanted))

    def _why_free(self, day: date) -> str:
        holiday = holiday_name(day, self.language)
        return holiday or format_date(day, "EEEE", locale=self.language)

    @cached_property
    def deadline_changes(self) -> list[dict[str, str]]:
        """Day, sentence and reason of each change of the deadline, newest first."""
        return [
            {
                "day": self.date(change.moment),
                "change": self._change(change),
                "reason": change.reason,
            }
            for change in reversed(deadline_changes(self.context))
        ]

    def _change(self, change: DeadlineChange) -> str:
        longer = OUTAGE if change.outage else LONGER
        return self.filled(
            longer if change.new > change.old else SHORTER,
            instant=self.instant(change.new),
            before=self.instant(change.old),
        )

    def instant(self, moment: datetime) -> str:
        """ "31. Oktober 2016, 23:59 Uhr (MEZ)", in the portal's zone."""
        there = local(moment, self.zone)
        zone = get_timezone_name(there, width="short", locale=self.language)
        # Babel has abbreviations for those zones that a language's readers know.
        name = zone if zone.isalpha() else there.tzname()
        return f"{self.date_and_time(moment)} ({name})"
