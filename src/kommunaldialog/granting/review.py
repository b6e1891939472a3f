"""Examine an application: take it up, assess it, present it for decision."""

from AccessControl import Unauthorized
from kommunaldialog import _
from kommunaldialog.domain.decision import check_assessment
from kommunaldialog.domain.lifecycle import REVIEW
from kommunaldialog.domain.money import format_amount
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.granting.case_page import CasePage
from kommunaldialog.pages.view import FormPage
from kommunaldialog.usecases.review import assess
from kommunaldialog.usecases.review import take_up
from plone import api


class Review(CasePage, FormPage):
    """In "submitted" a button to take up, in "in review" the assessment's form."""

    def page_title(self) -> str:
        return self.translate(
            _(
                "granting_review_title",
                default="Antrag prüfen: ${reference}",
                mapping={"reference": self.submission.reference},
            )
        )

    def update(self) -> None:
        """Whoever comes when there is nothing to examine is led to the case."""
        if self.state not in ("submitted", "in_review"):
            api.portal.show_message(
                _(
                    "granting_review_over",
                    default=(
                        "Hier ist nichts mehr zu prüfen. "
                        "Der Antrag hat jetzt den Stand „${state}“."
                    ),
                    mapping={"state": self.state_title(self.state)},
                ),
                self.request,
                type="info",
            )
            self.request.response.redirect(self.address("vorgang"))
        elif not self.may(REVIEW):
            raise Unauthorized(REVIEW)

    def handle(self) -> str:
        if "take_up" in self.request.form:
            return self._take_up()
        return self._assess()

    def _take_up(self) -> str:
        # A second click finds it taken up, which is what was wanted.
        if self.state == "submitted":
            take_up(self.context, self.moment)
        return self.address("pruefen")

    def _assess(self) -> str:
        text = self.value("text")
        recommended, wrong = self.amount("recommended")
        if wrong:
            requested = self.submission.plan.requested
            others = check_assessment(text, None, requested)
            raise Refused(*(o for o in others if o.field != "recommended"), *wrong)
        assess(self.context, self.moment, text=text, recommended=recommended)
        api.portal.show_message(
            _(
                "granting_review_done",
                default="Der Antrag ${reference} ist zur Entscheidung vorgelegt.",
                mapping={"reference": self.submission.reference},
            ),
            self.request,
        )
        return self.address("vorgang")

    @property
    def first_text(self) -> str:
        """What the text begins with: the last assessment, if the case came back."""
        return self.assessment.text if self.assessment else ""

    @property
    def first_recommended(self) -> str:
        return format_amount(self.assessment.recommended) if self.assessment else ""
