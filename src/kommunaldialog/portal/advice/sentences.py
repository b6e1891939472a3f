"""Why a municipality is found, in words."""

from collections.abc import Mapping
from kommunaldialog import _
from kommunaldialog.domain.advice import Adviser
from kommunaldialog.domain.advice import DIALOGUE
from kommunaldialog.domain.advice import KIND
from kommunaldialog.domain.advice import KREIS
from kommunaldialog.domain.advice import Match
from kommunaldialog.domain.advice import METHODS
from kommunaldialog.domain.advice import Reason
from kommunaldialog.domain.advice import RUNNING
from kommunaldialog.domain.advice import SIZE
from kommunaldialog.domain.advice import TOPICS
from kommunaldialog.portal.overview.words import words
from kommunaldialog.portal.page import PublicPage
from typing import NamedTuple
from zope.i18nmessageid import Message


RUNS = _("portal_advice_runs", default="führt gerade einen Dialog")
RUNS_ABOUT = _(
    "portal_advice_runs_about", default="führt gerade einen Dialog zu ${topics}"
)
HELD = _("portal_advice_held", default="hat einen Dialog geführt")
HELD_ABOUT = _(
    "portal_advice_held_about", default="hat einen Dialog zu ${topics} geführt"
)
HELD_IN = _("portal_advice_held_in", default="hat ${year} einen Dialog geführt")
HELD_IN_ABOUT = _(
    "portal_advice_held_in_about",
    default="hat ${year} einen Dialog zu ${topics} geführt",
)

SENTENCES = {
    SIZE: _("portal_advice_size", default="ähnliche Größe: ${number} Einwohner"),
    KIND: _("portal_advice_kind", default="ebenfalls: ${kind}"),
    KREIS: _("portal_advice_kreis", default="liegt im selben Kreis"),
    TOPICS: _("portal_advice_topics", default="berät zu: ${topics}"),
    METHODS: _("portal_advice_methods", default="berät zur Methode: ${methods}"),
}


class Said(NamedTuple):
    """A reason in words; of a dialogue also its title, address and method asked for."""

    text: str
    title: str = ""
    url: str = ""
    method: str = ""


class Hit(NamedTuple):
    """A municipality that advises, and why it is found."""

    ags: str
    name: str
    reasons: tuple[Said, ...]


class Sentences:
    """Turns matches into words, in the language of a page."""

    def __init__(self, page: PublicPage, method: str) -> None:
        self.page = page
        self.method = method
        self.topics = words(page, "Topics")
        self.methods = words(page, "Methods")
        self.kinds = words(page, "MunicipalityKinds")

    def hit(self, match: Match) -> Hit:
        """A match with its reasons in words."""
        adviser = match.adviser
        said = tuple(self._say(adviser, reason) for reason in match.reasons)
        return Hit(adviser.ags, adviser.name, said)

    def _say(self, adviser: Adviser, reason: Reason) -> Said:
        if reason.code == DIALOGUE:
            return self._dialogue(reason)
        mapping = {
            "number": self.page.number(adviser.population or 0),
            "kind": self.kinds.get(adviser.kind, adviser.kind),
            "topics": _named(self.topics, reason.keys),
            "methods": _named(self.methods, reason.keys),
        }
        return Said(self._words(SENTENCES[reason.code], mapping))

    def _dialogue(self, reason: Reason) -> Said:
        held = reason.held
        topics = _named(self.topics, reason.keys)
        if held.state == RUNNING:
            message = RUNS_ABOUT if topics else RUNS
        elif held.year:
            message = HELD_IN_ABOUT if topics else HELD_IN
        else:
            message = HELD_ABOUT if topics else HELD
        used = self.method in held.methods
        return Said(
            text=self._words(message, {"topics": topics, "year": str(held.year)}),
            title=held.title,
            url=held.url,
            method=self.methods.get(self.method, "") if used else "",
        )

    def _words(self, message: Message, mapping: Mapping[str, str]) -> str:
        return self.page.translate(Message(message, mapping=mapping))


def _named(titles: Mapping[str, str], keys: tuple[str, ...]) -> str:
    # In the editors' order; a word that is gone is left out.
    return ", ".join(title for key, title in titles.items() if key in keys)
