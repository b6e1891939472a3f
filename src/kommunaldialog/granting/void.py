"""Say that a consultation was recorded by mistake."""

from kommunaldialog import _
from kommunaldialog.access.permissions import require
from kommunaldialog.granting.consultations import Consultation
from kommunaldialog.pages.view import FormPage
from kommunaldialog.usecases.consult import RECORD
from kommunaldialog.usecases.consult import void_consultation
from plone import api


class VoidConsultation(FormPage, Consultation):
    """``@@beratung-ungueltig`` on a consultation."""

    def page_title(self) -> str:
        return self.translate(
            _(
                "granting_void_title",
                default="Eintrag für ungültig erklären: ${municipality}",
                mapping={"municipality": self.municipality},
            )
        )

    def update(self) -> None:
        """Raises Unauthorized for who may not; a voided one is just shown."""
        require(RECORD, self.programme)
        if self.context.voided is not None:
            self.request.response.redirect(self.address())

    def handle(self) -> str:
        void_consultation(self.context, self.moment, self.value("reason"))
        message = _(
            "granting_void_done",
            default="Der Eintrag gilt nicht mehr. Er bleibt hier sichtbar.",
        )
        api.portal.show_message(message, self.request)
        return self.address()
