"""Examine an application: take it up, assess it, present it for decision."""

from AccessControl import Unauthorized
from datetime import datetime
from functools import cached_property
from kommunaldialog import _
from kommunaldialog.dates import read_moment
from kommunaldialog.domain.checklist import CheckItem
from kommunaldialog.domain.checklist import on_list
from kommunaldialog.domain.cuts import check_cuts
from kommunaldialog.domain.decision import AssessmentDraft
from kommunaldialog.domain.lifecycle import REVIEW
from kommunaldialog.domain.money import format_amount
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import refuse
from kommunaldialog.granting.examined import ANSWER_TITLES
from kommunaldialog.granting.examined import calculation_of
from kommunaldialog.granting.examined import Findings
from kommunaldialog.granting.findings import cut_inputs
from kommunaldialog.granting.findings import CutInput
from kommunaldialog.granting.findings import typed_checklist
from kommunaldialog.granting.findings import typed_cuts
from kommunaldialog.granting.unbiased import UnbiasedPage
from kommunaldialog.usecases.review import assess
from kommunaldialog.usecases.review import beginning
from kommunaldialog.usecases.review import check_findings
from kommunaldialog.usecases.review import save_assessment
from kommunaldialog.usecases.review import take_up
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.i18nmessageid import Message


# The parts of the form in their order on the page, by how the ids of inputs begin.
PARTS = ("check", "cut", "text", "recommended")


class Review(UnbiasedPage):
    """In "submitted" a button to take up, in "in review" the assessment's form."""

    parts = ViewPageTemplateFile("review_parts.pt")

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
        self.declare_unbiased()
        if "take_up" in self.request.form:
            return self._take_up()
        if "save" in self.request.form:
            return self._save()
        return self._present()

    def _take_up(self) -> str:
        # A second click finds it taken up, which is what was wanted.
        if self.state == "submitted":
            take_up(self.context, self.moment)
        return self.address("pruefen")

    def _save(self) -> str:
        typed, wrong = self._typed
        refuse(wrong)
        save_assessment(self.context, self.moment, **_values(typed), seen=self._seen)
        api.portal.show_message(
            _(
                "granting_review_saved",
                default=(
                    "Der Entwurf des Prüfvermerks ist gespeichert, die Berechnung ist"
                    " auf diesem Stand. Die Kommune sieht beides nicht."
                ),
            ),
            self.request,
        )
        return f"{self.address('pruefen')}#calculation"

    def _present(self) -> str:
        typed, wrong = self._typed
        if wrong:
            # What is wrong as it is written says more than "missing".
            fields = {refusal.field for refusal in wrong}
            others = check_findings(self.context, typed)
            found = (*wrong, *(one for one in others if one.field not in fields))
            refuse(sorted(found, key=_place))
        assess(self.context, self.moment, **_values(typed), seen=self._seen)
        api.portal.show_message(
            _(
                "granting_review_done",
                default="Der Antrag ${reference} ist zur Entscheidung vorgelegt.",
                mapping={"reference": self.submission.reference},
            ),
            self.request,
        )
        return self.address("vorgang")

    @cached_property
    def _typed(self) -> tuple[AssessmentDraft, tuple[Refusal, ...]]:
        """What was posted, as far as it can be read, and what can't."""
        recommended, amount_wrong = self.amount("recommended")
        cuts, cuts_wrong = typed_cuts(self, self.submission.plan)
        draft = AssessmentDraft(
            "",
            self.moment,
            self.value("text"),
            recommended,
            typed_checklist(self),
            cuts,
        )
        return draft, (*cuts_wrong, *amount_wrong)

    @property
    def _seen(self) -> datetime | None:
        return read_moment(self.value("seen"))

    @cached_property
    def beginning(self) -> AssessmentDraft:
        """What the form begins with: draft, last assessment, or nothing."""
        return beginning(self.context, self.moment)

    @property
    def checks(self) -> tuple[CheckItem, ...]:
        """The programme's checklist, with the answers so far."""
        if self.request.method != "POST":
            return self.beginning.checklist
        return on_list(self.programme.checklist, self._typed[0].checklist)

    @property
    def rows(self) -> list[CutInput]:
        """The rows of the plan of which something could be cut."""
        return cut_inputs(self, self.submission.plan, self.beginning)

    @property
    def answers(self) -> tuple[tuple[str, Message], ...]:
        """What a line of the checklist can be answered with."""
        return ANSWER_TITLES

    @property
    def first_recommended(self) -> str:
        amount = self.beginning.recommended
        return "" if amount is None else format_amount(amount)

    @property
    def seen(self) -> str:
        """Which draft of a colleague the reader has before them."""
        draft = self.context.assessment_draft
        now = draft.moment.isoformat() if draft else ""
        return now if self.theirs else self.value("seen", now)

    @property
    def theirs(self) -> Findings | None:
        """The draft that a colleague saved since this form was drawn."""
        codes = {refusal.code for refusal in self.refusals}
        if "assessment_saved_meanwhile" not in codes:
            return None
        return self.findings(self.context.assessment_draft)

    @property
    def draft(self) -> AssessmentDraft | None:
        """The draft that was saved last."""
        return self.context.assessment_draft

    def calculation(self) -> str:
        """The calculation with the cuts in the form, as HTML.

        With those that were saved while one in the form is wrong.
        """
        plan = self.submission.plan
        cuts = self.beginning.cuts
        if self.request.method == "POST":
            typed, wrong = self._typed
            if not wrong and not check_cuts(plan, typed.cuts):
                cuts = typed.cuts
        return calculation_of(self.context, plan, cuts, self.language)


def _values(draft: AssessmentDraft) -> dict[str, object]:
    return {
        "text": draft.text,
        "recommended": draft.recommended,
        "checklist": draft.checklist,
        "cuts": draft.cuts,
    }


def _place(refusal: Refusal) -> int:
    part = (refusal.field or "").split("-")[0]
    return PARTS.index(part) if part in PARTS else len(PARTS)
