"""Record a consultation."""

from datetime import date
from datetime import datetime
from datetime import time
from functools import cached_property
from kommunaldialog import _
from kommunaldialog.access.caching import IPrivate
from kommunaldialog.access.people import full_name
from kommunaldialog.access.permissions import current_user_id
from kommunaldialog.content.beratung import Beratung
from kommunaldialog.dates import local
from kommunaldialog.domain.refusal import refuse
from kommunaldialog.pages.municipality import MUNICIPALITY
from kommunaldialog.pages.municipality import MunicipalityField
from kommunaldialog.pages.view import FormPage
from kommunaldialog.usecases.consult import record_consultation
from kommunaldialog.usecases.consult import recorded
from plone import api
from zoneinfo import ZoneInfo
from zope.interface import implementer
import secrets


@implementer(IPrivate)
class RecordConsultation(FormPage):
    """The form; what it asks is what `record_consultation` keeps."""

    def page_title(self) -> str:
        return self.translate(_("granting_consult_title", default="Beratung eintragen"))

    def handle(self) -> str | None:
        if self.municipality.searching:
            return None
        refuse(self.municipality.unclear())
        earlier = recorded(self.context, self.token)
        if earlier is not None:
            return self._lead_to(earlier)
        consultation = record_consultation(
            self.context,
            self.moment,
            ags=self.municipality.key,
            held=self._held(),
            adviser=self.value("adviser"),
            caller=self.value("caller"),
            pillars=tuple(self.chosen_pillars),
            note=self.value("note"),
            recommendation=self.value("recommendation"),
            token=self.token,
        )
        api.portal.show_message(
            _(
                "granting_consult_done",
                default="Die Beratung von ${municipality} ist eingetragen.",
                mapping={"municipality": consultation.title},
            ),
            self.request,
        )
        return self.address("beratungen")

    def _lead_to(self, consultation: Beratung) -> str:
        api.portal.show_message(
            _(
                "granting_consult_twice",
                default=(
                    "Dieses Formular ist schon abgeschickt: Eingetragen ist die "
                    "Beratung, die Sie hier sehen. Für eine weitere Beratung öffnen "
                    "Sie bitte „Beratung eintragen“ neu."
                ),
            ),
            self.request,
        )
        return consultation.absolute_url()

    @cached_property
    def token(self) -> str:
        """So that a double click records nothing twice."""
        return self.value("token")[:64] or secrets.token_urlsafe(16)

    def _held(self) -> datetime | None:
        """Date and time as they were typed; None where one is missing or no date."""
        try:
            day = date.fromisoformat(self.value("held"))
            clock = time.fromisoformat(self.value("held-time"))
        except ValueError:
            return None
        return datetime.combine(day, clock.replace(tzinfo=None), ZoneInfo(self.zone))

    def _day(self) -> date:
        """The day as typed: who existed then may have been advised."""
        try:
            return date.fromisoformat(self.value("held"))
        except ValueError:
            return self.now.date()

    @property
    def now(self) -> datetime:
        """Now, in the portal's zone: what date and time begin with."""
        return local(self.moment, self.zone)

    @property
    def adviser(self) -> str:
        """Who is logged in is who advised, until somebody else is typed."""
        return full_name(current_user_id())

    @property
    def chosen_pillars(self) -> list[str]:
        """Ids of the pillars that are ticked."""
        return self.values("pillars")

    @cached_property
    def pillars(self) -> list[tuple[str, str]]:
        """Id and title of each pillar."""
        return [(pillar.id, pillar.title) for pillar in self.context.pillars()]

    @cached_property
    def municipality(self) -> MunicipalityField:
        """The field for the municipality."""
        return MunicipalityField(
            self.context,
            self.request,
            self._day(),
            title=MUNICIPALITY,
            required=True,
            day_of="held",
        )
