"""What the list of an overview says of each page, read from the catalog's records."""

from collections.abc import Callable
from collections.abc import Iterable
from dataclasses import dataclass
from kommunaldialog import _
from kommunaldialog.content.register import kreis_names
from kommunaldialog.content.register import municipality_names
from kommunaldialog.domain.ags import kreis
from kommunaldialog.portal.overview.words import words
from kommunaldialog.portal.page import PublicPage
from plone import api
from typing import Any


# So many municipalities are named; of the others the number is said.
NAMED = 3


@dataclass(frozen=True)
class Row:
    """One page of the list; `tag` is (style, words) of its state, `facts` are short."""

    url: str
    title: str
    description: str
    tag: tuple[str, str] | None
    facts: tuple[str, ...]
    topics: str


class Rows:
    """Makes the rows of one page of the list; looks each kind of name up once."""

    def __init__(self, page: PublicPage, brains: list[Any]) -> None:
        self.page = page
        self.brains = brains
        self._words: dict[str, dict[str, str]] = {}
        self._label = page.translate(_("portal_overview_row_topics", default="Themen:"))
        self._municipalities = municipality_names(
            {key for brain in brains for key in _tuple(brain.dialogue_municipalities)}
        )
        self._dialogues = _titles_by_uid(
            {uid for brain in brains for uid in _tuple(brain.dialogue_of)[:1]}
        )
        kreise = {kreis(_text(brain.ags)) for brain in brains if _text(brain.ags)}
        self._kreise = kreis_names(kreise) if kreise else {}

    def rows(self) -> list[Row]:
        """In the order of the records."""
        return [self._row(brain) for brain in self.brains]

    def _row(self, brain: Any) -> Row:
        facts = FACTS[brain.portal_type](self, brain)
        return Row(
            url=brain.getURL(),
            title=brain.Title,
            description=brain.Description,
            tag=self._tag(brain),
            facts=tuple(fact for fact in facts if fact),
            topics=self._topics(brain),
        )

    def _topics(self, brain: Any) -> str:
        named = ", ".join(self._called("Topics", brain.dialogue_topics))
        return f"{self._label} {named}" if named else ""

    def _tag(self, brain: Any) -> tuple[str, str] | None:
        state = _text(brain.dialogue_state)
        if not state:
            return None
        # "open" is what the style sheet calls a call that takes applications.
        style = "to_do" if state == "open" else state
        return style, self._title(STATES[brain.portal_type], state)

    def _dialogue(self, brain: Any) -> Iterable[str]:
        yield self._title("DialogKinds", brain.dialogue_kind)
        yield self._period(brain)
        yield self._named(brain)

    def _result(self, brain: Any) -> Iterable[str]:
        yield self._title("ResultKinds", brain.dialogue_kind)
        yield self.page.date(_value(brain.dialogue_day))
        yield self._named(brain)
        for uid in _tuple(brain.dialogue_of)[:1]:
            yield self._dialogues.get(uid, "")

    def _municipality(self, brain: Any) -> Iterable[str]:
        yield self._title("MunicipalityKinds", brain.dialogue_kind)
        name = self._kreise.get(kreis(_text(brain.ags)), "")
        # A Kreis, and a Stadtkreis, is none in a Kreis.
        yield "" if name == brain.Title or name.isdigit() else name
        yield self._inhabitants(_value(brain.dialogue_population))
        if brain.dialogue_ended:
            last = self.page.date(brain.dialogue_ended)
            yield self.page.translate(
                _(
                    "portal_period_until",
                    default="bis ${end}",
                    mapping={"end": last},
                )
            )

    def _tool(self, brain: Any) -> Iterable[str]:
        yield self._title("ToolKinds", brain.dialogue_kind)
        yield ", ".join(self._called("ToolPhases", brain.dialogue_phases))

    def _period(self, brain: Any) -> str:
        days = {
            "start": self.page.date(_value(brain.dialogue_day)),
            "end": self.page.date(_value(brain.dialogue_end)),
        }
        if not days["start"] and not days["end"]:
            return ""
        message = _("portal_period", default="${start} bis ${end}", mapping=days)
        if not days["end"]:
            message = _("portal_period_from", default="seit ${start}", mapping=days)
        if not days["start"]:
            message = _("portal_period_until", default="bis ${end}", mapping=days)
        return self.page.translate(message)

    def _named(self, brain: Any) -> str:
        keys = _tuple(brain.dialogue_municipalities)
        names = [self._municipalities.get(key, key) for key in keys[:NAMED]]
        if len(keys) == NAMED + 1:
            names.append(self._municipalities.get(keys[NAMED], keys[NAMED]))
        named = ", ".join(names)
        if len(names) == len(keys):
            return named
        return self.page.translate(
            _(
                "portal_overview_and_others",
                default="${names} und ${number} weitere",
                mapping={
                    "names": named,
                    "number": self.page.number(len(keys) - len(names)),
                },
            )
        )

    def _inhabitants(self, population: int | None) -> str:
        if population is None:
            return ""
        return self.page.translate(
            _(
                "portal_overview_inhabitants",
                default="${number} Einwohner",
                mapping={"number": self.page.number(population)},
            )
        )

    def _called(self, vocabulary: str, keys: Any) -> list[str]:
        chosen = set(_tuple(keys))
        return [title for key, title in self._list(vocabulary).items() if key in chosen]

    def _title(self, vocabulary: str, key: Any) -> str:
        return self._list(vocabulary).get(_text(key), _text(key))

    def _list(self, vocabulary: str) -> dict[str, str]:
        if vocabulary not in self._words:
            self._words[vocabulary] = words(self.page, vocabulary)
        return self._words[vocabulary]


STATES = {"Dialog": "DialogStands", "Ergebnis": "ImplementationStates"}
FACTS: dict[str, Callable[[Rows, Any], Iterable[str]]] = {
    "Dialog": Rows._dialogue,
    "Ergebnis": Rows._result,
    "Kommune": Rows._municipality,
    "Werkzeug": Rows._tool,
}


def _titles_by_uid(uids: set[str]) -> dict[str, str]:
    # Only of those that the user may see.
    if not uids:
        return {}
    return {brain.UID: brain.Title for brain in api.content.find(UID=list(uids))}


def _value(column: Any) -> Any:
    # A record says Missing.Value, which is false, of what it does not know.
    return column if column or column == 0 else None


def _tuple(column: Any) -> tuple[str, ...]:
    return tuple(column or ())


def _text(column: Any) -> str:
    return column or ""
