"""The field by which a municipality is chosen: searched for, never picked from a list.

It takes the same words with and without JavaScript. Without, a button searches and the
page comes back with what was found, to tick; with it, `static/municipality.js` makes a
combobox of the same inputs. Their names begin alike: ``<name>`` holds the keys,
``<name>-suche`` what was typed, ``<name>-suchen`` is the button.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from kommunaldialog import _
from kommunaldialog.content.finding import find_municipalities
from kommunaldialog.content.finding import municipalities
from kommunaldialog.content.finding import with_kreis
from kommunaldialog.domain.finding import ended
from kommunaldialog.domain.finding import label
from kommunaldialog.domain.finding import Listed
from kommunaldialog.domain.finding import LONGEST
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.text import printable
from kommunaldialog.static_files import static_url
from plone import api
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.i18n import translate
from zope.i18nmessageid import Message
from zope.interface import Interface
from ZPublisher.HTTPRequest import HTTPRequest


TYPED, SEARCH = "-suche", "-suchen"
# More can't be looked through: whoever finds more types more.
SHOWN = 20

MUNICIPALITY = _("granting_municipality", default="Kommune")
PARTICIPANTS = _(
    "pages_participants", default="Weitere beteiligte Kommunen (freiwillig)"
)
HINT = _(
    "pages_municipality_hint",
    default=(
        "Name, früherer Name, Landkreis oder amtlicher Schlüssel; der Anfang genügt."
    ),
)


def until_words(one: Listed, day: date) -> Message | None:
    """Until when a municipality was there that is no more on ``day``; else None."""
    if not ended(one.valid_to, day):
        return None
    return _(
        "pages_municipality_until",
        default="bis ${year}",
        mapping={"year": str(one.valid_to.year)},
    )


@dataclass(frozen=True)
class Option:
    """A municipality to tick."""

    key: str
    title: str
    id: str
    chosen: bool


class MunicipalityField(BrowserView):
    """One such field: what was sent of it, and how it looks.

    ``id`` is that of its search input, ``many`` whether several can be chosen, ``kept``
    the keys that it begins with, ``error`` what is wrong with it, in words. It offers
    who exists on ``day``, and ``with_ended`` who does no more. ``day_of`` is the id of
    the input that the day was typed into, for the script.
    """

    index = ViewPageTemplateFile("municipality.pt")
    # What the script says, and the script.
    combobox = ViewPageTemplateFile("combobox.pt")

    def __init__(
        self,
        context: Interface,
        request: HTTPRequest,
        day: date,
        *,
        name: str = "ags",
        id: str = "",
        title: Message | str = "",
        hint: Message | str = HINT,
        many: bool = False,
        required: bool = False,
        kept: Iterable[str] = (),
        with_ended: bool = False,
        day_of: str = "",
    ) -> None:
        super().__init__(context, request)
        self.day = day
        self.name, self.id = name, id or name
        self.title, self.hint = title, hint
        self.many, self.required = many, required
        self.kept = tuple(kept)
        self.with_ended, self.day_of = with_ended, day_of
        self.error: str | None = None

    @property
    def sent(self) -> bool:
        """Whether the request has the field at all."""
        return isinstance(self.request.form.get(f"{self.name}{TYPED}"), str)

    @property
    def searching(self) -> bool:
        """Whether its button was pressed."""
        return f"{self.name}{SEARCH}" in self.request.form

    @cached_property
    def typed(self) -> str:
        """What was typed to search."""
        found = self.request.form.get(f"{self.name}{TYPED}")
        return printable(found).strip()[:LONGEST] if isinstance(found, str) else ""

    @cached_property
    def _ticked(self) -> tuple[str, ...]:
        found = self.request.form.get(self.name, ())
        items = found if isinstance(found, list | tuple) else [found]
        keys = [printable(item).strip() for item in items if isinstance(item, str)]
        return tuple(dict.fromkeys(key for key in keys if key))

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The keys that are chosen: sent, or what it begins with.

        What was typed counts where it can mean only one. A single choice that another
        text was typed over is none any more.
        """
        if not self.sent and not self._ticked:
            return self.kept
        ticked = self._ticked if self.many else self._ticked[:1]
        only = (self.found[0].key,) if len(self.found) == 1 else ()
        if self.many:
            return tuple(dict.fromkeys((*ticked, *only)))
        if ticked and (not self.typed or self._means(ticked[0])):
            return ticked
        return only

    @property
    def key(self) -> str:
        """The key of a single choice; empty where there is none."""
        return self.keys[0] if self.keys else ""

    def _means(self, key: str) -> bool:
        # Whoever exists no more may have been chosen earlier.
        known = municipalities((key,))
        shown = [option.title for option in self._options(known, False)]
        return self.typed in shown or key in [one.key for one in self._all]

    def unclear(self) -> tuple[Refusal, ...]:
        """What is wrong with a text that means nobody, or several."""
        if not self.typed or len(self.found) == 1:
            return ()
        if not self.many and self.key:
            return ()
        code = "municipality_unclear" if self.found else "municipality_not_found"
        return (Refusal(code, self.id, {"typed": self.typed}),)

    @cached_property
    def _all(self) -> list[Listed]:
        return find_municipalities(self.typed, self.day, with_ended=self.with_ended)

    @property
    def found(self) -> list[Listed]:
        """Those that may be meant by what was typed."""
        return self._all

    @property
    def more(self) -> bool:
        """Whether more were found than are shown."""
        return len(self._all) > SHOWN

    @cached_property
    def chosen(self) -> list[Option]:
        """What is chosen already; whom the register does not know by the key."""
        known = {one.key: one for one in municipalities(self.keys)}
        listed = [known.get(key, Listed(key, key)) for key in self.keys]
        return self._options(listed, True)

    @property
    def offered(self) -> list[Option]:
        """What was found and is not chosen."""
        found = [one for one in self._all[:SHOWN] if one.key not in self.keys]
        return self._options(found, False)

    def _options(self, found: list[Listed], chosen: bool) -> list[Option]:
        return [
            Option(
                one.key,
                one.key if one.name == one.key else self._label(one, kreis),
                f"{self.id}-{one.key}",
                chosen,
            )
            for one, kreis in with_kreis(found)
        ]

    def _label(self, one: Listed, kreis: str) -> str:
        until = until_words(one, self.day)
        return label(one, kreis, self.words(until) if until else "")

    @property
    def shown_text(self) -> str:
        """What the search input holds: of a single choice, its name."""
        if self.many:
            return "" if self.typed and len(self.found) == 1 else self.typed
        return self.chosen[0].title if self.chosen else self.typed

    @property
    def described_by(self) -> str:
        """The value of ``aria-describedby``."""
        return f"{self.id}-hint {self.id}-error" if self.error else f"{self.id}-hint"

    @property
    def service(self) -> str:
        """Address of the service that the script asks."""
        url = f"{api.portal.get().absolute_url()}/@kommunaldialog-municipalities"
        return f"{url}?ended=1" if self.with_ended else url

    @property
    def script(self) -> str:
        """Address of the script."""
        return static_url("pages", "municipality.js")

    def words(self, message: Message | str) -> str:
        """A message in the language of the page."""
        return translate(message, context=self.request)

    def render(self, error: str | None = None) -> str:
        """The field as HTML, with what is wrong with it."""
        self.error = error
        return self.index()
