"""``@@gemeinderegister-vorschau`` and what follows: nothing is written before it."""

from collections.abc import Iterator
from functools import cached_property
from kommunaldialog import _
from kommunaldialog.access.caching import IPrivate
from kommunaldialog.access.groups import roles_by_group
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import refuse
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.domain.register_changes import Known
from kommunaldialog.domain.register_ends import check_end
from kommunaldialog.domain.register_ends import End
from kommunaldialog.domain.register_ends import make_end
from kommunaldialog.exports.table import csv_of
from kommunaldialog.exports.table import CSV_TYPE
from kommunaldialog.history.register import last_imports
from kommunaldialog.pages.view import FormPage
from kommunaldialog.register.describe import JobPage
from kommunaldialog.register.job import AT_ONCE
from kommunaldialog.register.job import current_job
from kommunaldialog.register.job import discard_job
from kommunaldialog.register.lists import COUNTS
from kommunaldialog.register.lists import Listing
from kommunaldialog.register.lists import Listings
from kommunaldialog.register.page import iso
from kommunaldialog.register.plan import Plan
from kommunaldialog.static_files import static_url
from plone import api
from zExceptions import NotFound
from zope.interface import implementer


# So many rows of each list are shown; its file has all.
SHOWN = 50
# For so many that are missing can be said here what became of them.
ASKED = 100


class PlanPage(JobPage):
    """A page that shows what would be done; without what it takes, that comes first."""

    def update(self) -> None:
        super().update()
        if getattr(self, "job", None) and self.job.terms is None:
            self._go("gemeinderegister-angaben")

    @cached_property
    def plan(self) -> Plan:
        return self.job.plan()

    @cached_property
    def listings(self) -> list[Listing]:
        """The tables that have rows."""
        return Listings(self.plan, self.translate, self.language).all()


@implementer(IPrivate)
class PreviewPage(PlanPage):
    """What a list would change, and the button that begins it."""

    shown = SHOWN

    def handle(self) -> str:
        if self.value("step") == "discard":
            discard_job()
            _say(self, _("register_discarded", default="Die Liste ist verworfen."))
            return self.address("gemeinderegister")
        chosen = tuple(self._chosen())
        self.job.confirm(self.plan, self.value("stamp"), chosen)
        if self.job.total <= AT_ONCE:
            return go_on(self, self.job)
        return self.address("gemeinderegister-lauf")

    @property
    def counts(self) -> list[tuple[str, int]]:
        """What there is and how often, in the order of the page."""
        found = self.plan.counts()
        return [(self.translate(title), found[name]) for name, title in COUNTS.items()]

    @property
    def newer(self) -> str | None:
        """The day of a newer list that was taken over already."""
        last = next(last_imports(1), None)
        older = last is not None and last.valid_on > self.job.terms.valid_on
        return self.date(last.valid_on) if older else None

    @property
    def stamp(self) -> str:
        """What the confirmation sends back."""
        return self.job.stamp(self.plan)

    def csv_url(self, listing: Listing) -> str:
        return f"{self.address('gemeinderegister-liste')}?liste={listing.name}"

    @property
    def missing(self) -> tuple[Known, ...]:
        """Those that are missing in the list and of whom nobody has said why."""
        return self.plan.open[:ASKED]

    @property
    def not_asked(self) -> int:
        """How many more there are."""
        return len(self.plan.open) - len(self.missing)

    def members(self, known: Known) -> int:
        """How many people have access for a municipality, in all of its groups."""
        found = set()
        for group in roles_by_group(known.ags):
            there = api.group.get(group)
            found.update(there.getGroupMemberIds() if there else ())
        return len(found)

    @property
    def first_day(self) -> str:
        """From when on a successor is there, unless somebody says otherwise."""
        return iso(self.job.terms.valid_on)

    def _chosen(self) -> Iterator[End]:
        refusals: list[Refusal] = []
        for known in self.missing:
            try:
                found = self._end(known.ags)
            except Refused as refused:
                refusals.extend(
                    Refusal(item.code, _place(item.field, known.ags), item.params)
                    for item in refused.refusals
                )
                continue
            if found is not None:
                yield found
        refuse(refusals)

    def _end(self, ags: str) -> End | None:
        """What somebody said became of one; raises `Refused` for what can't be."""
        successor = self.value(f"nachfolge-{ags}").strip()
        without = self.value(f"ohne-{ags}") == "1"
        if successor and without:
            raise Refused(Refusal("register_end_both", "new"))
        if not successor and not without:
            return None
        found = make_end(ags, successor, self.value(f"tag-{ags}"))
        plan = self.plan
        refuse(check_end(found, plan.known, plan.checked.entries.__contains__))
        return found


def _place(field: str | None, ags: str) -> str:
    """The id of the input that a refusal of an end is about."""
    return f"tag-{ags}" if field == "on" else f"nachfolge-{ags}"


class ListingFile(PlanPage):
    """``@@gemeinderegister-liste``: one table of the preview as CSV, with all rows."""

    def __call__(self) -> bytes | str:
        self.update()
        response = self.request.response
        if response.getStatus() in (302, 303):
            return ""
        for listing in self.listings:
            if listing.name == self.value("liste"):
                response.setHeader("Content-Type", CSV_TYPE)
                response.setHeader(
                    "Content-Disposition",
                    f'attachment; filename="register-{listing.name}.csv"',
                )
                titles = [self.translate(title) for title in listing.columns]
                return csv_of(titles, listing.rows)
        raise NotFound("liste")


@implementer(IPrivate)
class ProgressPage(FormPage):
    """``@@gemeinderegister-lauf``: a batch with each POST, until all is written."""

    def page_title(self) -> str:
        return self.translate(
            _("register_progress_title", default="Die Liste wird übernommen")
        )

    @property
    def script(self) -> str:
        """Address of the script that asks for the next batch."""
        return static_url("register", "go_on.js")

    def update(self) -> None:
        self.job = current_job()
        if self.job is None or not self.job.begun:
            self.request.response.redirect(self.address("gemeinderegister"), status=303)

    def handle(self) -> str:
        if self.value("step") == "discard":
            discard_job()
            message = _(
                "register_stopped",
                default=(
                    "Abgebrochen. Was schon übernommen war, bleibt. Mit derselben"
                    " Liste können Sie den Rest später übernehmen."
                ),
            )
            _say(self, message)
            return self.address("gemeinderegister")
        return go_on(self, self.job)

    @property
    def per_cent(self) -> int:
        return 100 * self.job.done // max(1, self.job.total)


def go_on(page: FormPage, job: object) -> str:
    """Writes the next batch; returns where that leads."""
    total = job.total
    if not job.step(page.moment):
        return page.address("gemeinderegister-lauf")
    message = _(
        "register_done",
        default="Die Liste ist übernommen. Geschriebene Kommunen: ${number}",
        mapping={"number": total},
    )
    _say(page, message)
    return page.address("gemeinderegister")


def _say(page: FormPage, message: str) -> None:
    api.portal.show_message(message, page.request)
