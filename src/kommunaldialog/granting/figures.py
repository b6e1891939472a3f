"""``@@kennzahlen``: what was requested, approved and paid, for ministry and office."""

from AccessControl import Unauthorized
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from kommunaldialog import _
from kommunaldialog.access.caching import IPrivate
from kommunaldialog.content.foerderprogramm import Foerderprogramm
from kommunaldialog.content.foerderprogramm import IFoerderprogramm
from kommunaldialog.dates import local
from kommunaldialog.dates import month_name
from kommunaldialog.domain.figures import Figures
from kommunaldialog.granting.plot import Plot
from kommunaldialog.granting.plot import plot
from kommunaldialog.pages.table import deliver
from kommunaldialog.pages.table import FORMATS
from kommunaldialog.pages.view import Page
from kommunaldialog.usecases.figures import key_figures
from kommunaldialog.usecases.figures import KeyFigures
from kommunaldialog.usecases.listed import LIST
from kommunaldialog.usecases.listed import listed_programmes
from zope.i18nmessageid import Message
from zope.interface import implementer


BY_PROGRAMME = _("granting_figures_programme", default="Förderprogramm")
BY_PILLAR = _("granting_figures_pillar", default="Säule")
BY_KREIS = _("granting_figures_kreis", default="Kreis")
BY_MONTH = _("granting_figures_month", default="Monat")
ALL = _("granting_figures_all", default="Insgesamt")

COLUMNS = (
    _("granting_figures_by", default="Gliederung"),
    _("granting_figures_group", default="Gruppe"),
    _("granting_figures_applications", default="Anträge"),
    _("granting_figures_grants", default="Bewilligungen"),
    _("granting_figures_requested", default="Beantragt"),
    _("granting_figures_approved", default="Bewilligt"),
    _("granting_figures_paid", default="Ausgezahlt"),
)


@dataclass(frozen=True)
class Section:
    """The figures by one thing, as table and plot; `id` for headings and links."""

    id: str
    title: Message
    figures: Mapping[str, Figures]
    plot: Plot


@implementer(IPrivate)
class ProgrammeFigures(Page):
    """The figures of one programme."""

    def page_title(self) -> str:
        return self.translate(
            _(
                "granting_figures_title",
                default="Kennzahlen: ${programme}",
                mapping={"programme": self.context.Title()},
            )
        )

    @cached_property
    def programmes(self) -> list[Foerderprogramm]:
        return [self.context]

    @property
    def of_programme(self) -> bool:
        """Whether it is about one programme, which the page links to."""
        return IFoerderprogramm.providedBy(self.context)

    def __call__(self) -> str | bytes:
        file_format = self.request.form.get("format")
        if file_format in FORMATS:
            today = local(self.moment, self.zone).date()
            return deliver(
                self.request,
                file_format,
                f"kennzahlen-{today.isoformat()}",
                [self.translate(title) for title in COLUMNS],
                self.lines(),
            )
        return self.index()

    @cached_property
    def figures(self) -> KeyFigures:
        return key_figures(self.programmes, self.zone)

    @cached_property
    def sections(self) -> list[Section]:
        """The tables, each with its plot; by programme only where there are several."""
        figures = self.figures
        months = {self.month(month): found for month, found in figures.by_month.items()}
        found = [
            ("programm", BY_PROGRAMME, figures.by_programme),
            ("saeule", BY_PILLAR, figures.by_pillar),
            ("kreis", BY_KREIS, figures.by_kreis),
            ("monat", BY_MONTH, months),
        ]
        return [
            Section(name, title, table, plot(table))
            for name, title, table in found[len(self.programmes) == 1 :]
        ]

    def month(self, month: str) -> str:
        """ "März 2026" for "2026-03"."""
        year, number = map(int, month.split("-"))
        return month_name(date(year, number, 1), self.language)

    def lines(self) -> Iterator[tuple]:
        """The tables of the page below each other, as a file has them."""
        yield (self.translate(ALL), "", *_numbers(self.figures.total))
        for section in self.sections:
            title = self.translate(section.title)
            for name, found in section.figures.items():
                yield (title, name, *_numbers(found))


class AllFigures(ProgrammeFigures):
    """Those of all programmes that the user may list; Unauthorized for none."""

    def page_title(self) -> str:
        return self.translate(_("granting_figures", default="Kennzahlen"))

    @cached_property
    def programmes(self) -> list[Foerderprogramm]:
        found = listed_programmes()
        if not found:
            raise Unauthorized(LIST)
        return found


def _numbers(figures: Figures) -> tuple:
    return (
        figures.applications,
        figures.grants,
        figures.requested,
        figures.approved,
        figures.paid,
    )
