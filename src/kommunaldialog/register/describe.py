"""``@@gemeinderegister-angaben``: which column is what, and what holds for the list."""

from functools import cached_property
from kommunaldialog import _
from kommunaldialog.access.caching import IPrivate
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.domain.register import FIELDS
from kommunaldialog.domain.register import REQUIRED
from kommunaldialog.domain.register_changes import Scope
from kommunaldialog.history.register import last_imports
from kommunaldialog.pages.view import FormPage
from kommunaldialog.register.folders import folders
from kommunaldialog.register.job import current_job
from kommunaldialog.register.job import Job
from kommunaldialog.register.page import iso
from kommunaldialog.register.source import Source
from kommunaldialog.register.terms import read_terms
from zope.i18nmessageid import Message
from zope.interface import implementer


TITLES: dict[str, Message] = {
    "ags": _("register_field_ags", default="Gemeindeschlüssel (AGS)"),
    "name": _("register_field_name", default="Name"),
    "ars": _("register_field_ars", default="Regionalschlüssel (ARS)"),
    "official_name": _("register_field_official_name", default="Amtlicher Name"),
    "kind": _("register_field_kind", default="Art (Stadt, Gemeinde …)"),
    "belonging": _("register_field_belonging", default="Zugehörigkeit (kreisfrei …)"),
    "kreis_ags": _("register_field_kreis_ags", default="Schlüssel des Kreises"),
    "kreis": _("register_field_kreis", default="Name des Kreises"),
    "kreis_kind": _("register_field_kreis_kind", default="Art des Kreises"),
    "population": _("register_field_population", default="Einwohnerzahl"),
    "longitude": _("register_field_longitude", default="Längengrad"),
    "latitude": _("register_field_latitude", default="Breitengrad"),
    "members": _("register_field_members", default="Mitglieder (Schlüssel)"),
}
SCOPES: tuple[tuple[Scope, Message], ...] = (
    (
        Scope.LAENDER,
        _(
            "register_scope_laender",
            default="alle Kommunen der Länder, die darin vorkommen",
        ),
    ),
    (
        Scope.KREISE,
        _(
            "register_scope_kreise",
            default="alle Kommunen der Kreise, die darin vorkommen",
        ),
    ),
    (Scope.NOTHING, _("register_scope_nothing", default="nur einzelne Kommunen")),
)
PREFIX = "spalte-"


class JobPage(FormPage):
    """A page about the list that is on its way; without one the first page follows."""

    job: Job

    def page_title(self) -> str:
        return self.translate(_("register_title", default="Gemeinderegister"))

    def update(self) -> None:
        job = current_job()
        if job is None:
            self._go("gemeinderegister")
        elif job.begun:
            self._go("gemeinderegister-lauf")
        else:
            self.job = job

    def _go(self, view: str) -> None:
        self.request.response.redirect(self.address(view), status=303)


@implementer(IPrivate)
class DescribePage(JobPage):
    """Columns that are known by themselves are chosen; days come from the file."""

    scopes = SCOPES

    def handle(self) -> str:
        chosen = {name: self.value(f"{PREFIX}{name}") for name in FIELDS}
        if self.source.header:
            self.job.choose(chosen)
        source = self.job.source()
        refusals: tuple[Refusal, ...] = ()
        if source.needs_columns:
            refusals = (Refusal("register_columns_missing", f"{PREFIX}{REQUIRED[0]}"),)
        try:
            terms = read_terms(self.value, source)
        except Refused as refused:
            raise Refused(*refusals, *refused.refusals) from None
        if refusals:
            raise Refused(*refusals)
        publish = self.value("veroeffentlichen") == "1"
        self.job.describe(terms, self.value("ordner"), publish)
        return self.address("gemeinderegister-vorschau")

    @cached_property
    def source(self) -> Source:
        """The list as its file names its columns, or as they were chosen before."""
        return self.job.source()

    @property
    def columns(self) -> list[dict[str, object]]:
        """`field`, `title`, `chosen` and whether it is `required`, for each name."""
        known = self.source.columns or {}
        return [
            {
                "field": f"{PREFIX}{name}",
                "title": self.translate(TITLES[name]),
                "chosen": self.value(f"{PREFIX}{name}", known.get(name, "")),
                "required": name in REQUIRED,
            }
            for name in FIELDS
        ]

    @property
    def unknown_columns(self) -> bool:
        """Whether somebody has to choose; otherwise the choice is folded away."""
        return self.source.needs_columns or bool(self.error(f"{PREFIX}{REQUIRED[0]}"))

    @cached_property
    def folders(self) -> list[tuple[str, str]]:
        return folders()

    def first(self, name: str) -> str:
        """What an input begins with: as said before, as the file says, as last time."""
        terms, last = self.job.terms, next(last_imports(1), None)
        begins = {
            "stand": iso(
                terms.valid_on if terms else self.source.day or self.source.counted
            ),
            "einwohner": iso(terms.population_date if terms else self.source.counted),
            "quelle": terms.source if terms else last.source if last else "",
            "lizenz": terms.licence if terms else "",
            "umfang": terms.scope if terms else Scope.LAENDER,
            "ordner": self.job.folder if terms else self.folders[0][0],
        }
        return self.value(name, begins[name])

    @property
    def publishes(self) -> bool:
        """Whether new pages are published; they are unless somebody says otherwise."""
        if self.request.method == "POST":
            return self.value("veroeffentlichen") == "1"
        return self.job.publish if self.job.terms else True
