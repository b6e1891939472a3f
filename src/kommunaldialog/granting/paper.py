"""Enter an application that came on paper or by mail."""

from collections.abc import Callable
from datetime import date
from datetime import time
from functools import cached_property
from kommunaldialog import _
from kommunaldialog.access.caching import IPrivate
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.dates import local
from kommunaldialog.dates import read_day
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import refuse
from kommunaldialog.forms.files import SCAN_10
from kommunaldialog.forms.uploads import read_file
from kommunaldialog.forms.values import Unreadable
from kommunaldialog.pages.municipality import MUNICIPALITY
from kommunaldialog.pages.municipality import MunicipalityField
from kommunaldialog.pages.municipality import PARTICIPANTS
from kommunaldialog.pages.view import FormPage
from kommunaldialog.usecases.enter import check_enter
from kommunaldialog.usecases.enter import enter
from kommunaldialog.usecases.enter import entered
from kommunaldialog.usecases.enter import OnPaper
from plone import api
from plone.namedfile.file import NamedBlobFile
from zope.interface import implementer
import secrets


TEXTS = ("pillar", "title", "contact_name", "contact_email", "contact_phone")
AMOUNTS = ("requested", "expenditure", "eligible", "own_funds", "other_funds")


@implementer(IPrivate)
class EnterPaper(FormPage):
    """``@@papierantrag`` on a programme: what it asks is what `OnPaper` holds."""

    accept = SCAN_10.accept
    amounts = (
        (
            "requested",
            _("granting_paper_requested", default="Beantragter Zuschuss in Euro"),
        ),
        (
            "expenditure",
            _(
                "granting_paper_expenditure",
                default="Ausgaben insgesamt in Euro (freiwillig)",
            ),
        ),
        (
            "eligible",
            _(
                "granting_paper_eligible",
                default="davon zuwendungsfähig in Euro (freiwillig)",
            ),
        ),
        (
            "own_funds",
            _("granting_paper_own", default="Eigenmittel in Euro (freiwillig)"),
        ),
        (
            "other_funds",
            _("granting_paper_other", default="Mittel Dritter in Euro (freiwillig)"),
        ),
    )

    def page_title(self) -> str:
        return self.translate(
            _("granting_paper_title", default="Antrag auf Papier erfassen")
        )

    def handle(self) -> str | None:
        if self.municipality.searching or self.participants.searching:
            # No page can keep a file until the next click.
            again = Refusal("enter_scan_again", "scan")
            refuse((again,) if self._scan()[0] is not None else ())
            return None
        earlier = entered(self.context, self.token)
        if earlier is not None:
            return self._lead_to(
                earlier,
                _(
                    "granting_paper_twice",
                    default=(
                        "Dieses Formular ist schon abgeschickt: Erfasst ist der Antrag "
                        "${reference}, den Sie hier sehen."
                    ),
                    mapping={"reference": earlier.reference},
                ),
            )
        paper, wrong = self._read()
        typed = (*self.municipality.unclear(), *self.participants.unclear())
        found = self._all_that_is_wrong(paper, (*typed, *wrong))
        if found and paper.scan is not None:
            # No page can keep a file until the next click.
            found.append(Refusal("enter_scan_again", "scan"))
        refuse(found)
        application = enter(self.context, paper, self.token, self.moment)
        return self._lead_to(
            application,
            _(
                "granting_paper_done",
                default="Der Antrag ist erfasst. Aktenzeichen: ${reference}.",
                mapping={"reference": application.reference},
            ),
        )

    def _all_that_is_wrong(
        self, paper: OnPaper, wrong: tuple[Refusal, ...]
    ) -> list[Refusal]:
        # What is wrong with a value as it was typed says more than "missing".
        fields = {refusal.field for refusal in wrong}
        others = check_enter(self.context, paper, self.moment)
        return [*wrong, *(other for other in others if other.field not in fields)]

    def _lead_to(self, application: Foerderantrag, message: str) -> str:
        api.portal.show_message(message, self.request)
        return f"{application.absolute_url()}/@@vorgang"

    def _read(self) -> tuple[OnPaper, tuple[Refusal, ...]]:
        """What was typed and chosen; what of it can't be read."""
        wrong: list[Refusal] = []

        def read(
            reader: Callable[[str], object], name: str, field: str, code: str
        ) -> object:
            try:
                return reader(self.value(name)) if self.value(name).strip() else None
            except ValueError:
                wrong.append(Refusal(code, field))
                return None

        days = {
            name: read(read_day, f"core-{name}", f"core-{name}", "core_not_a_day")
            for name in ("measure_start", "measure_end")
        }
        day = read(read_day, "received", "received", "core_not_a_day")
        clock = read(_clock, "received-time", "received-time", "enter_not_a_time")
        amounts = {}
        for name in AMOUNTS:
            amounts[name], refusals = self.amount(name)
            wrong.extend(refusals)
        scan, refusals = self._scan()
        wrong.extend(refusals)
        paper = OnPaper(
            ags=self.municipality.key,
            day=day,
            clock=clock,
            scan=scan,
            participants=self.participants.keys,
            late_reason=self.value("late-reason"),
            **{name: self.value(f"core-{name}").strip() for name in TEXTS},
            **days,
            **amounts,
        )
        return paper, tuple(wrong)

    def _scan(self) -> tuple[NamedBlobFile | None, tuple[Refusal, ...]]:
        upload = self.request.form.get("scan")
        if not getattr(upload, "filename", ""):
            return None, ()
        try:
            return read_file(SCAN_10, upload), ()
        except Unreadable as unreadable:
            params = {"problem": unreadable.message}
            return None, (Refusal("enter_file_wrong", "scan", params),)

    @cached_property
    def token(self) -> str:
        """So that a double click enters nothing twice."""
        return self.value("token")[:64] or secrets.token_urlsafe(16)

    @property
    def today(self) -> date:
        return local(self.moment, self.zone).date()

    @property
    def received(self) -> date:
        """The day of arrival as typed: who existed then may have applied."""
        try:
            return read_day(self.value("received"))
        except ValueError:
            return self.today

    @cached_property
    def pillars(self) -> list[tuple[str, str]]:
        """Id and title of each pillar."""
        return [(pillar.id, pillar.title) for pillar in self.context.pillars()]

    @property
    def chosen_pillar(self) -> str:
        only = self.pillars[0][0] if len(self.pillars) == 1 else ""
        return self.value("core-pillar", only)

    @cached_property
    def participants(self) -> MunicipalityField:
        """The field for the other municipalities that take part."""
        return MunicipalityField(
            self.context,
            self.request,
            self.received,
            name="core-participants",
            title=PARTICIPANTS,
            many=True,
            day_of="received",
        )

    @cached_property
    def municipality(self) -> MunicipalityField:
        """The field for the municipality."""
        return MunicipalityField(
            self.context,
            self.request,
            self.received,
            title=MUNICIPALITY,
            required=True,
            day_of="received",
        )


def _clock(text: str) -> time:
    return time.fromisoformat(text.strip()).replace(tzinfo=None)
