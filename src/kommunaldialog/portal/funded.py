"""What was funded: the announced grants of a call or of a section, for everybody."""

from functools import cached_property
from kommunaldialog import _
from kommunaldialog.content.foerderprogramm import IFoerderprogramm
from kommunaldialog.content.register import kreis_names
from kommunaldialog.domain.funded import counted
from kommunaldialog.domain.funded import Funded
from kommunaldialog.domain.funded import summed
from kommunaldialog.domain.funded import total
from kommunaldialog.portal.calls import Call
from kommunaldialog.portal.calls import calls
from kommunaldialog.portal.data_sets.sets import file_url
from kommunaldialog.portal.funded_selection import FundedSelection
from kommunaldialog.portal.funded_selection import PARAMETERS
from kommunaldialog.portal.funded_selection import TITLES
from kommunaldialog.portal.overview.facets import Choice
from kommunaldialog.portal.overview.facets import LONG
from kommunaldialog.portal.overview.facets import OPEN
from kommunaldialog.portal.overview.facets import SHOWN
from kommunaldialog.portal.overview.facets import Shown
from kommunaldialog.portal.overview.words import by_name
from kommunaldialog.portal.page import PublicPage
from plone import api
from typing import NamedTuple


PAGE_SIZE = 100


class Sum(NamedTuple):
    """A line of the sums: a year or a pillar, how many measures, how much."""

    title: str
    number: str
    amount: str


class FundedPage(PublicPage):
    """``@@foerderungen``: municipality, measure and amount, and nothing else of a case.

    On a section also the calls that one can apply for.
    """

    @cached_property
    def selection(self) -> FundedSelection:
        """What was chosen."""
        return FundedSelection.from_request(self.context, self.request.form)

    @property
    def of_programme(self) -> bool:
        """Whether it is the page of one call."""
        return IFoerderprogramm.providedBy(self.context)

    def page_title(self) -> str:
        if not self.of_programme:
            return f"{self.title} – {self.status}"
        return self.translate(
            _(
                "portal_funded_title",
                default="Geförderte Maßnahmen: ${programme}",
                mapping={"programme": self.context.title},
            )
        )

    @property
    def title(self) -> str:
        """What the page is called, above it."""
        if self.of_programme:
            return self.translate(_("portal_funded", default="Geförderte Maßnahmen"))
        return self.translate(_("portal_section_funding", default="Förderung"))

    @property
    def status(self) -> str:
        """ "12 geförderte Maßnahmen, zusammen 30.000,00 €"."""
        found = self.selection.found
        numbers = {"number": self.number(len(found)), "sum": self.euro(total(found))}
        if not found:
            message = _("portal_funded_no", default="Keine geförderte Maßnahme")
        elif len(found) == 1:
            message = _(
                "portal_funded_one",
                default="1 geförderte Maßnahme: ${sum}",
                mapping=numbers,
            )
        else:
            message = _(
                "portal_funded_some",
                default="${number} geförderte Maßnahmen, zusammen ${sum}",
                mapping=numbers,
            )
        return self.translate(message)

    @cached_property
    def calls(self) -> list[Call]:
        """What a municipality can apply for in the section."""
        return [] if self.of_programme else calls(self)

    @property
    def rows(self) -> list[Funded]:
        """The page of the list that is shown."""
        start = (self.page - 1) * PAGE_SIZE
        return self.selection.found[start : start + PAGE_SIZE]

    @cached_property
    def pages(self) -> int:
        """How many pages the list has."""
        return max(1, -(-len(self.selection.found) // PAGE_SIZE))

    @property
    def page(self) -> int:
        """The page that is shown: the last, where none is so high."""
        return min(self.selection.page, self.pages)

    @property
    def previous(self) -> str | None:
        """Address of the page before."""
        return self.selection.url(self.page - 1) if self.page > 1 else None

    @property
    def next(self) -> str | None:
        """Address of the page after."""
        return self.selection.url(self.page + 1) if self.page < self.pages else None

    @property
    def total(self) -> str:
        """Euro of all that was found, in words."""
        return self.euro(total(self.selection.found))

    @cached_property
    def addresses(self) -> dict[str, str]:
        """AGS -> page of the municipality, where the visitor may see it."""
        keys = list({row.ags for row in self.rows})
        brains = api.content.find(portal_type="Kommune", ags=keys) if keys else ()
        return {brain.ags: brain.getURL() for brain in brains}

    @property
    def table_url(self) -> str:
        """Address of all that was found as a table."""
        return file_url(self.context, "foerderungen.csv", self.selection)

    @property
    def years(self) -> list[Sum]:
        """What was granted in each year, the newest first."""
        return self._sums("jahr")

    @property
    def pillars(self) -> list[Sum]:
        """What was granted for each pillar."""
        return self._sums("saeule")

    @cached_property
    def facets(self) -> list[Shown]:
        """By what can be narrowed."""
        shown: list[Shown] = []
        for name in PARAMETERS:
            facet = self._facet(name, opened=len(shown) < OPEN)
            # One key that all have leaves nothing to choose.
            if self.selection.keys(name) or len(facet.choices) > 1:
                shown.append(facet)
        return shown

    @property
    def chosen(self) -> list[dict[str, str]]:
        """All that was chosen: facet, what it is called, how to take it back."""
        selection = self.selection
        return [
            {
                "facet": self.translate(TITLES[name]),
                "title": self._titles[name].get(key, key),
                "url": selection.toggled(name, key).url(),
            }
            for name, keys in selection.chosen
            for key in keys
        ]

    def _facet(self, name: str, opened: bool) -> Shown:
        selection = self.selection
        chosen = selection.keys(name)
        counts = counted(selection.all, selection.choices, PARAMETERS[name])
        offered = {**dict.fromkeys(chosen, 0), **counts}
        # What no measure has, as somebody typed it into an address, comes last.
        titles = {**self._titles[name]}
        titles |= {key: key for key in offered if key not in titles}
        choices = [
            Choice(
                id=f"{name}-{key}",
                title=title,
                number=self.number(offered[key]),
                url=selection.toggled(name, key).url(),
                chosen=key in chosen,
            )
            for key, title in titles.items()
            if key in offered
        ]
        front = choices[: len(choices) if len(choices) <= LONG else SHOWN]
        front += [choice for choice in choices if choice.chosen and choice not in front]
        return Shown(
            name=name,
            title=TITLES[name],
            choices=tuple(front),
            folded=tuple(choice for choice in choices if choice not in front),
            open=opened or bool(chosen),
        )

    @cached_property
    def _titles(self) -> dict[str, dict[str, str]]:
        # Parameter -> key -> what it is called, in the order in which it is shown.
        rows = self.selection.all
        return {
            "jahr": {row.year: row.year for row in sorted(rows, key=_year)[::-1]},
            "saeule": by_name({row.pillar: row.pillar_title for row in rows}),
            "kreis": by_name(kreis_names({row.kreis for row in rows})),
            "programm": by_name({row.programme: row.programme_title for row in rows}),
        }

    def _sums(self, name: str) -> list[Sum]:
        sums = summed(self.selection.found, PARAMETERS[name])
        return [
            Sum(title, self.number(sums[key][0]), self.euro(sums[key][1]))
            for key, title in self._titles[name].items()
            if key in sums
        ]


def _year(row: Funded) -> str:
    return row.year
