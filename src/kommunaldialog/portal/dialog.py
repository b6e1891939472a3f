"""The page of a dialogue: what it is about, where it stands, what came of it."""

from datetime import datetime
from functools import cached_property
from kommunaldialog import _
from kommunaldialog.content.ergebnis import Ergebnis
from kommunaldialog.portal.page import PublicPage
from plone import api
from plone.dexterity.content import DexterityContent
from plone.event.interfaces import IEventAccessor
from zope.i18nmessageid import Message


ROLES = (
    ("initiators", _("portal_role_initiators", default="Initiiert von")),
    ("organisers", _("portal_role_organisers", default="Veranstalter")),
    ("funders", _("portal_role_funders", default="Förderer")),
    ("science", _("portal_role_science", default="Wissenschaft")),
    ("partners", _("portal_role_partners", default="Partner")),
)

# One message, so that a language writes its numbers as it does.
NUMBERS = _(
    "portal_number_words",
    default="null eine zwei drei vier fünf sechs sieben acht neun zehn elf zwölf",
)


class DialogPage(PublicPage):
    """Default view of a Dialog."""

    @cached_property
    def results(self) -> list[Ergebnis]:
        """The published results, in the editors' order."""
        return self._children("Ergebnis")

    @cached_property
    def events(self) -> list[dict[str, object]]:
        """Title, address, when and where of each event, the earliest first."""
        events = sorted(self._children("Event"), key=lambda event: event.start)
        return [self._event(event) for event in events]

    @cached_property
    def local_dialogues(self) -> list[DexterityContent]:
        """The municipal dialogues within a programme of dialogues."""
        return self._children("Dialog")

    @cached_property
    def programmes(self) -> list[DexterityContent]:
        """The calls for funding within the dialogue."""
        return self._children("Foerderprogramm")

    @cached_property
    def municipalities(self) -> list[dict[str, str | None]]:
        """Those that are known by name."""
        return self.municipality_links(self.context.municipalities or ())

    @cached_property
    def people(self) -> list[dict[str, object]]:
        """Initiators and partners by role; roles that nobody has are left out."""
        return [
            {"role": role, "names": getattr(self.context, name)}
            for name, role in ROLES
            if getattr(self.context, name)
        ]

    @property
    def municipality_count(self) -> str:
        """ "Zehn Kommunen": how many take part, where not all are named."""
        count = self.context.municipality_count
        if not count:
            return ""
        words = self.translate(NUMBERS).split()
        word = words[count] if count < len(words) else self.number(count)
        message = _(
            "portal_dialog_count",
            default="${number} Kommunen",
            mapping={"number": word[:1].upper() + word[1:]},
        )
        if count == 1:
            message = _("portal_dialog_count_one", default="Eine Kommune")
        return self.translate(message)

    @property
    def names_incomplete(self) -> Message | None:
        """What to say about the municipalities that are not named."""
        count = self.context.municipality_count or 0
        named = len(self.context.municipalities or ())
        if count <= named:
            return None
        if named:
            return _(
                "portal_dialog_names_some",
                default="Hier stehen nur die, deren Namen bekannt sind.",
            )
        return _(
            "portal_dialog_names_unknown", default="Ihre Namen sind nicht bekannt."
        )

    @property
    def period(self) -> Message | None:
        """From when until when, as far as it is known."""
        days = {
            "start": self.date(self.context.start),
            "end": self.date(self.context.end),
        }
        if days["start"] and days["end"]:
            return _("portal_period", default="${start} bis ${end}", mapping=days)
        if days["start"]:
            return _("portal_period_from", default="seit ${start}", mapping=days)
        if days["end"]:
            return _("portal_period_until", default="bis ${end}", mapping=days)
        return None

    def _children(self, portal_type: str) -> list[DexterityContent]:
        brains = api.content.find(
            self.context,
            depth=1,
            portal_type=portal_type,
            sort_on="getObjPositionInParent",
        )
        return [brain.getObject() for brain in brains]

    def _event(self, event: DexterityContent) -> dict[str, object]:
        facts = IEventAccessor(event)
        return {
            "title": event.title,
            "description": event.description,
            "url": event.absolute_url(),
            "iso": _iso(facts.start, facts.whole_day),
            "when": self._when(facts),
            "where": facts.location or "",
        }

    def _when(self, facts: IEventAccessor) -> str:
        start, end = facts.start, facts.end
        show = self.date if facts.whole_day else self.date_and_time
        if facts.open_end or show(start) == show(end):
            return show(start)
        if self.date(start) == self.date(end):
            return self.translate(
                _(
                    "portal_event_hours",
                    default="${date}, ${from} bis ${to} Uhr",
                    mapping={
                        "date": self.date(start),
                        "from": self.time(start),
                        "to": self.time(end),
                    },
                )
            )
        return f"{show(start)} – {show(end)}"


def _iso(moment: datetime, whole_day: bool) -> str:
    return moment.date().isoformat() if whole_day else moment.isoformat()
