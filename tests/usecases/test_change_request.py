"""A municipality asks for another period or plan, or reports."""

from AccessControl import Unauthorized
from dataclasses import replace
from datetime import date
from decimal import Decimal
from kommunaldialog.domain.costplan import Income
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.usecases.change_request import answer_change
from kommunaldialog.usecases.change_request import open_request
from kommunaldialog.usecases.change_request import request_change
from kommunaldialog.usecases.plans import approved_plan
from kommunaldialog.usecases.report import submit_report
from tests.samples import acting
from tests.samples import make_decided
from tests.samples import now
from tests.samples_proof import file
from tests.samples_proof import make_change_requested
from tests.samples_proof import make_proved
import pytest


END = date(2030, 12, 31)


def codes(caught):
    return [refusal.code for refusal in caught.value.refusals]


def cheaper(application):
    """A plan with less in its first row, which balances with the grant."""
    plan = approved_plan(application)
    first = replace(
        plan.expenditure[0], amount=Decimal("2000.00"), eligible=Decimal("2000.00")
    )
    return replace(
        plan,
        expenditure=(first, *plan.expenditure[1:]),
        income=(Income("own_funds", "Haushalt", Decimal("734.56")),),
    )


def test_nothing_changes_before_the_office_has_answered(funding):
    application = make_change_requested(funding)
    assert application.measure_end == date(2030, 9, 30)
    assert open_request(application).end == END


def test_an_accepted_period_counts_from_then_on(funding):
    application = make_change_requested(funding)
    with acting("sachbearbeitung"):
        answered = answer_change(application, now(), True, "Der Zeitraum passt.")
    assert application.measure_end == END
    assert application.measure_start == date(2030, 3, 1)
    assert answered.answered_by == "sachbearbeitung"
    assert open_request(application) is None


def test_a_refused_change_changes_nothing(funding):
    application = make_change_requested(funding)
    with acting("sachbearbeitung"):
        answer_change(application, now(), False, "Das Programm endet vorher.")
    assert application.measure_end == date(2030, 9, 30)


def test_an_accepted_plan_is_the_approved_one_with_the_grant_as_it_is(funding):
    application = make_decided(funding)
    with acting("antragstellung"):
        request_change(application, now(), "Günstiger.", plan=cheaper(application))
    with acting("sachbearbeitung"):
        answer_change(application, now(), True, "Passt.")
    plan = approved_plan(application)
    assert plan.expenditure[0].amount == Decimal("2000.00")
    assert plan.requested == Decimal("2500.00")


def test_a_plan_that_does_not_balance_with_the_grant_is_refused(funding):
    application = make_decided(funding)
    plan = replace(cheaper(application), income=())
    with acting("antragstellung"), pytest.raises(Refused) as caught:
        request_change(application, now(), "Günstiger.", plan=plan)
    assert codes(caught) == ["plan_money_missing"]


def test_what_is_as_it_was_is_no_change(funding):
    application = make_decided(funding)
    with acting("antragstellung"), pytest.raises(Refused) as caught:
        request_change(
            application,
            now(),
            "Nichts.",
            end=date(2030, 9, 30),
            plan=approved_plan(application),
        )
    assert codes(caught) == ["change_of_nothing"]


def test_one_request_waits_at_a_time(funding):
    application = make_change_requested(funding)
    with acting("antragstellung"), pytest.raises(Refused) as caught:
        request_change(application, now(), "Noch etwas.", end=date(2031, 1, 31))
    assert codes(caught) == ["change_open"]


def test_an_answer_needs_a_yes_or_no_and_a_reason(funding):
    application = make_change_requested(funding)
    with acting("sachbearbeitung"), pytest.raises(Refused) as caught:
        answer_change(application, now(), None, " ")
    assert codes(caught) == ["change_answer_missing", "change_reason_missing"]


def test_there_is_no_answer_without_a_request(funding):
    application = make_decided(funding)
    with acting("sachbearbeitung"), pytest.raises(Refused) as caught:
        answer_change(application, now(), True, "Passt.")
    assert codes(caught) == ["change_none_open"]


def test_each_side_does_its_own_part(funding):
    application = make_change_requested(funding)
    with acting("antragstellung"), pytest.raises(Unauthorized):
        answer_change(application, now(), True, "Passt.")
    with acting("sachbearbeitung"), pytest.raises(Unauthorized):
        request_change(application, now(), "Für die Kommune.", end=END)


def test_a_report_is_kept_with_its_files(funding):
    application = make_decided(funding)
    with acting("antragstellung"):
        report = submit_report(application, now(), "Zwei Treffen.", [file()])
    assert application.reports == (report,)
    assert report.files[0].name == "belege.pdf"
    assert application.report_files["report-1-0"].data == file().data


def test_a_report_without_words_is_refused(funding):
    application = make_decided(funding)
    with acting("antragstellung"), pytest.raises(Refused) as caught:
        submit_report(application, now(), "\n")
    assert codes(caught) == ["report_text_missing"]


def test_while_a_proof_is_examined_nothing_is_changed_or_reported(funding):
    application = make_proved(funding)
    with acting("antragstellung"):
        with pytest.raises(Refused) as caught:
            request_change(application, now(), "Zu spät.", end=END)
        assert codes(caught) == ["grant_not_running"]
        with pytest.raises(Refused) as caught:
            submit_report(application, now(), "Zu spät.")
    assert codes(caught) == ["grant_not_running"]
