"""Say whether a consultation was held that only the municipality knows of."""

from AccessControl import Unauthorized
from kommunaldialog import _
from kommunaldialog.domain.lifecycle import REVIEW
from kommunaldialog.granting.case_page import CasePage
from kommunaldialog.pages.view import FormPage
from kommunaldialog.usecases.stated import answer_stated
from plone import api


class StatedConsultation(CasePage, FormPage):
    """``@@beratung-bestaetigen``."""

    def page_title(self) -> str:
        return self.translate(
            _(
                "granting_stated_title",
                default="Angegebene Beratung: ${reference}",
                mapping={"reference": self.submission.reference},
            )
        )

    def update(self) -> None:
        """Whoever comes when nothing is open is led to the case."""
        if "stated_open" not in self.flags:
            message = _(
                "granting_stated_over",
                default="Hier ist keine Beratung (mehr) zu bestätigen.",
            )
            api.portal.show_message(message, self.request, type="info")
            self.request.response.redirect(self.address("vorgang"))
        elif not self.may(REVIEW):
            raise Unauthorized(REVIEW)

    def handle(self) -> str:
        answer = {"yes": True, "no": False}.get(self.value("held"))
        answer_stated(self.context, self.moment, answer, self.value("note"))
        message = _(
            "granting_stated_no",
            default="Festgehalten: Die Beratung ist nicht bestätigt.",
        )
        if answer:
            message = _(
                "granting_stated_yes", default="Festgehalten: Die Beratung gilt."
            )
        api.portal.show_message(message, self.request)
        return self.address("vorgang")
