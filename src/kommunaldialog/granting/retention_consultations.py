"""``@@aufbewahrung-beratungen``: consultations that need not be kept any more."""

from AccessControl import Unauthorized
from collections.abc import Sequence
from functools import cached_property
from kommunaldialog import _
from kommunaldialog.access.caching import IPrivate
from kommunaldialog.access.permissions import holds
from kommunaldialog.content.beratung import Beratung
from kommunaldialog.content.register import municipality_name
from kommunaldialog.domain.lifecycle import ENTSCHEIDUNG
from kommunaldialog.history.record import Event
from kommunaldialog.pages.view import FormPage
from kommunaldialog.usecases.retention_consultations import consultations_over
from kommunaldialog.usecases.retention_consultations import erase_consultations
from kommunaldialog.usecases.retention_consultations import erased_consultations
from plone import api
from zope.interface import implementer


# At most so many are shown, and erased, at once.
AT_ONCE = 100


@implementer(IPrivate)
class RetainedConsultations(FormPage):
    """Who lists the applications reads it; who decides in the programme erases."""

    def page_title(self) -> str:
        return self.translate(
            _("granting_retained_consultations", default="Beratungen löschen")
        )

    @cached_property
    def over(self) -> list[Beratung]:
        return consultations_over(self.context, self.moment)

    @property
    def shown(self) -> list[Beratung]:
        return self.over[:AT_ONCE]

    @cached_property
    def may_dispose(self) -> bool:
        """Whether the user decides in this programme."""
        return holds((ENTSCHEIDUNG,), self.context)

    def municipality(self, consultation: Beratung) -> str:
        return municipality_name(consultation.ags)

    @property
    def erased(self) -> Sequence[Event]:
        """The record of what was erased, newest first."""
        return erased_consultations(self.context)[::-1]

    def handle(self) -> str:
        if not self.may_dispose:
            raise Unauthorized("dispose")
        confirmed = bool(self.value("confirmed"))
        erase_consultations(self.context, self.values("ids"), self.moment, confirmed)
        message = _(
            "granting_consultations_erased", default="Die Beratungen sind gelöscht."
        )
        api.portal.show_message(message, self.request)
        return self.address("aufbewahrung-beratungen")
