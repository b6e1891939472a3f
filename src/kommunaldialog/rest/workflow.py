"""Steps of an application by REST: the same use cases as on the page.

plone.restapi's own service writes publication dates before it asks the workflow, and
what it wrote stays although it answers 400.
"""

from AccessControl import Unauthorized
from collections.abc import Callable
from datetime import datetime
from kommunaldialog.access.arrival import arrival
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.rest.application import ApplicationToJson
from kommunaldialog.rest.application import state_told
from kommunaldialog.rest.fields import check_fields
from kommunaldialog.rest.service import StepService
from kommunaldialog.rest.steps_case import CASE_STEPS
from kommunaldialog.rest.steps_clarification import CLARIFICATION_STEPS
from kommunaldialog.rest.steps_decision import DECISION_STEPS
from kommunaldialog.rest.steps_money import MONEY_STEPS
from kommunaldialog.rest.steps_oversight import OVERSIGHT_STEPS
from kommunaldialog.rest.steps_paper import PAPER_STEPS
from kommunaldialog.rest.steps_proof import PROOF_STEPS
from kommunaldialog.rest.steps_review import declare_unbiased
from kommunaldialog.rest.steps_review import REVIEW_STEPS
from kommunaldialog.rest.values import amount_value
from kommunaldialog.rest.values import flag_value
from kommunaldialog.rest.values import text_value
from kommunaldialog.usecases import decide
from kommunaldialog.usecases import late
from kommunaldialog.usecases import review
from kommunaldialog.usecases import sign
from kommunaldialog.usecases import stated
from kommunaldialog.usecases import submit
from kommunaldialog.usecases import take_back
from kommunaldialog.usecases import withdraw
from kommunaldialog.vocabularies.static import STATES
from kommunaldialog.vocabularies.static import title_of
from plone.restapi.deserializer import json_body
from plone.restapi.services import Service
from typing import Any
from zope.i18n import translate
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


Step = Callable[[Foerderantrag, datetime, dict[str, Any]], object]


def _decide(application: Foerderantrag, moment: datetime, data: dict[str, Any]) -> None:
    approved = flag_value(data, "approved")
    if approved is None:
        raise Refused(Refusal("decision_missing", "approved"))
    declare_unbiased(application, moment, data, "decide")
    decide.decide(
        application,
        moment,
        approved=approved,
        amount=amount_value(data, "amount"),
        reason=text_value(data, "reason"),
        conditions=text_value(data, "conditions"),
    )


def _reject_late(
    application: Foerderantrag, moment: datetime, data: dict[str, Any]
) -> None:
    declare_unbiased(application, moment, data, "reject_late")
    late.reject_late(application, moment, text_value(data, "reason"))


def _answer(application: Foerderantrag, moment: datetime, data: dict[str, Any]) -> None:
    confirmed = flag_value(data, "confirmed")
    stated.answer_stated(application, moment, confirmed, text_value(data, "note"))


# The transitions of an application, but the one by which it comes in on paper: that
# begins at a programme (see `paper`). Then what changes no state.
STEPS: dict[str, Step] = {
    "hand_over": lambda application, moment, data: sign.hand_over(application, moment),
    "send_back": lambda application, moment, data: sign.send_back(
        application, moment, text_value(data, "reason")
    ),
    "submit": lambda application, moment, data: submit.submit(
        application, moment, text_value(data, "late_reason")
    ),
    "take_back": lambda application, moment, data: take_back.take_back(
        application, moment
    ),
    "withdraw": lambda application, moment, data: withdraw.withdraw(
        application, moment
    ),
    "return_for_review": lambda application, moment, data: review.return_for_review(
        application, moment, text_value(data, "reason")
    ),
    "decide": _decide,
    "discard_decision": lambda application, moment, data: decide.discard_decision(
        application, moment, text_value(data, "reason")
    ),
    "reject_late": _reject_late,
    "accept_late": lambda application, moment, data: late.accept_late(
        application, moment, text_value(data, "reason")
    ),
    "answer_stated": _answer,
    **CASE_STEPS,
    **CLARIFICATION_STEPS,
    **REVIEW_STEPS,
    **DECISION_STEPS,
    **MONEY_STEPS,
    **PROOF_STEPS,
    **PAPER_STEPS,
    **OVERSIGHT_STEPS,
}


@implementer(IPublishTraverse)
class ApplicationStep(StepService):
    """POST …/@workflow/<transition> with the step's values as JSON.

    Amounts are German text ("2.500,00"), as on the page. Answers 400 with all
    refusals, 401 or 403 for who may not, 404 for no such step, 204 once it is erased.
    """

    step: str | None = None

    def publishTraverse(self, request: Any, name: str) -> "ApplicationStep":
        self.step = name
        return self

    def reply(self) -> dict[str, Any]:
        if self.step not in STEPS:
            self.request.response.setStatus(404)
            return {"error": {"type": "NotFound", "message": "No such step."}}
        self.check_intent()
        data = json_body(self.request)
        check_fields(self.step, data)
        try:
            STEPS[self.step](self.context, arrival(self.request), data)
        except Refused as refused:
            return self.refused(refused)
        if self.context.getId() not in self.context.__parent__:
            return self.reply_no_content()
        return ApplicationToJson(self.context, self.request)()


class StateOfApplication(Service):
    """GET …/@workflow: the state that the reader may know, and no transition.

    The steps are in `docs/rest.md`; plone.restapi's answer would tell the state itself.
    """

    def reply(self) -> dict[str, Any]:
        state = state_told(self.context)
        title = translate(title_of(STATES, state), context=self.request)
        return {
            "@id": f"{self.context.absolute_url()}/@workflow",
            "history": [],
            "transitions": [],
            "state": {"id": state, "title": title},
        }


class NoService(Service):
    """A service of plone.restapi that records do not have."""

    def reply(self) -> None:
        raise Unauthorized(self.__name__)
