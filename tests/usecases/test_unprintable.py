"""What can't be shown is kept by no use case, whoever calls it."""

from dataclasses import replace
from decimal import Decimal
from kommunaldialog.domain.costplan import Income
from kommunaldialog.domain.receipt import verify
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.history.record import events
from kommunaldialog.usecases.decide import decide
from kommunaldialog.usecases.review import assess
from kommunaldialog.usecases.review import return_for_review
from kommunaldialog.usecases.review import take_up
from kommunaldialog.usecases.save import save
from kommunaldialog.usecases.submit import submit
from tests.samples import acting
from tests.samples import make_assessed
from tests.samples import make_consultation
from tests.samples import make_draft
from tests.samples import make_submitted
from tests.samples import now
from tests.samples import PLAN
from tests.usecases import codes
import pytest


BAD = "b\udcffs\x00e\r\n\ud800"


def test_a_draft_and_what_is_submitted_of_it(funding):
    make_consultation(funding)
    application = make_draft(funding)
    plan = replace(PLAN, income=(Income("own_funds", BAD, Decimal("734.56")),))
    with acting("antragstellung"):
        save(
            application, now(), core={"title": BAD}, answers={"anlass": BAD}, plan=plan
        )
        assert save(application, now(), answers={"anlass": BAD}) == ()
    assert (application.title, application.answers["anlass"]) == ("bse\n", "bse\n")
    funding.title = BAD
    with acting("antragstellung"):
        submission = submit(application, now())
    assert submission.plan.income[0].description == "bse\n"
    assert submission.programme == "bse\n"
    assert verify(submission)


def test_an_assessment_and_a_reason_to_hand_it_back(funding):
    application = make_submitted(funding)
    with acting("sachbearbeitung"):
        take_up(application, now())
        assessment = assess(application, now(), text=BAD, recommended=Decimal(1))
    with acting("entscheidung"):
        return_for_review(application, now(), BAD)
    assert assessment.text == "bse"
    assert events(application)[-1].changes["reason"] == ("", "bse")


def test_a_decision_and_the_texts_of_its_letter(funding):
    application = make_assessed(funding)
    funding.conditions = BAD
    with acting("entscheidung"):
        decision = decide(
            application,
            now(),
            approved=True,
            amount=Decimal("2500.00"),
            reason=BAD,
            conditions=BAD,
        )
    kept = (decision.reason, decision.conditions, decision.general_conditions)
    assert kept == ("bse", "bse", "bse\n")


def test_a_reason_of_nothing_that_can_be_read_is_none(funding):
    application = make_assessed(funding)
    with acting("entscheidung"), pytest.raises(Refused) as caught:
        decide(application, now(), approved=False, amount=None, reason="\ud800\x00")
    assert codes(caught) == ["rejection_reason_missing"]


def test_a_consultation(funding):
    consultation = make_consultation(
        funding, adviser=BAD, caller=BAD, note=BAD, recommendation=BAD
    )
    assert (consultation.adviser, consultation.caller) == ("bse", "bse")
    assert (consultation.note, consultation.recommendation) == ("bse\n", "bse\n")
