"""The office enters what a municipality writes in a letter."""

from AccessControl import Unauthorized
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.history.record import events
from kommunaldialog.usecases.amendment import announce_amendment
from kommunaldialog.usecases.amendment import decide_amendment
from kommunaldialog.usecases.bias import declare
from kommunaldialog.usecases.change_request import answer_change
from kommunaldialog.usecases.check_proof import check_proof
from kommunaldialog.usecases.check_proof import question_proof
from kommunaldialog.usecases.enter_proof import enter_proof
from kommunaldialog.usecases.enter_proof import Told
from kommunaldialog.usecases.enter_proof import told_before
from kommunaldialog.usecases.lines import file_of
from kommunaldialog.usecases.payments import call_payment
from kommunaldialog.usecases.payments import prepare_payment
from kommunaldialog.usecases.payments import refuse_payment
from kommunaldialog.usecases.payments import release_payment
from kommunaldialog.usecases.proof import save_proof
from kommunaldialog.usecases.report import submit_report
from kommunaldialog.usecases.rows import row_of
from kommunaldialog.usecases.step import state_of
from kommunaldialog.usecases.waive import waive
from kommunaldialog.usecases.withdraw import confirm_withdrawal
from kommunaldialog.usecases.withdraw import withdraw
from tests.samples import acting
from tests.samples import make_decided
from tests.samples import make_submitted
from tests.samples import now
from tests.samples import PDF
from tests.samples_decision import make_proposed
from tests.samples_decision import proposed
from tests.samples_money import call
from tests.samples_office import make_entered
from tests.samples_paper import BY_LETTER
from tests.samples_paper import letter
from tests.samples_paper import make_awaited
from tests.samples_paper import read
from tests.samples_paper import told
from tests.samples_paper import unbiased
from tests.samples_proof import in_days
from tests.samples_proof import make_change_requested
from tests.samples_proof import make_proof_draft
from tests.samples_proof import make_proved
import itertools
import pytest


OFFICE = "sachbearbeitung"


# What waits for a second person, as the history calls it.
TO_CONFIRM = {"withdrawn": "withdrawal_entered", "grant_waived": "waiver_entered"}


def codes(caught):
    return [refusal.code for refusal in caught.value.refusals]


def made_for(funding, event):
    """An application in whose state that can come by letter."""
    return make_submitted(funding) if event == "withdrawn" else make_awaited(funding)


@pytest.mark.parametrize(
    ("event", "user"),
    zip(BY_LETTER, itertools.cycle([OFFICE, "entscheidung"]), strict=False),
)
def test_the_facts_say_that_it_came_by_letter_and_who_entered_it(funding, event, user):
    application = made_for(funding, event)
    with acting(user):
        fact = BY_LETTER[event](application, letter())
    (kept,) = application.paper_letters
    today = now().date()
    assert (kept.event, kept.received, kept.entered_by) == (event, today, user)
    assert file_of(application, "paper-letter-1").data == PDF
    kind = TO_CONFIRM.get(event, event)
    last = next(e for e in reversed(events(application)) if e.kind == kind)
    assert last.actor == user
    assert last.changes["letter_received"] == ("", today.isoformat())
    assert last.changes["entered_by"] == ("", user)
    assert last.changes["scan"] == ("", "brief.pdf")
    if fact is not None:
        assert fact.letter == kept


@pytest.mark.parametrize("event", ["withdrawn", "payment_called", "proof_submitted"])
def test_no_letter_is_entered_without_a_possible_day_and_a_scan(funding, event):
    application = made_for(funding, event)
    cases = (
        (letter(received=None, scan=None), ["received_missing", "scan_missing"]),
        (letter(received=in_days(1)), ["received_in_future"]),
        (letter(received=in_days(-1)), ["received_too_early"]),
    )
    before, state = len(events(application)), state_of(application)
    for found, expected in cases:
        with acting(OFFICE), pytest.raises(Refused) as caught:
            BY_LETTER[event](application, found)
        assert codes(caught) == [f"letter_{code}" for code in expected]
    assert (len(events(application)), state_of(application)) == (before, state)
    assert application.paper_letters == ()


def test_only_who_handles_the_case_enters_a_letter(funding):
    application, event = make_decided(funding), "payment_called"
    for user in (
        "antragstellung",
        "zeichnung",
        "fremde",
        "ministerium",
        "webredaktion",
    ):
        with acting(user), pytest.raises(Unauthorized):
            BY_LETTER[event](application, letter())
    with acting("beides"):
        declare(application, now(), free=False)
        with pytest.raises(Refused) as caught:
            BY_LETTER[event](application, letter())
    assert codes(caught) == ["bias_declared"]


def test_the_office_takes_no_step_of_a_municipality_without_a_letter(funding):
    application = make_decided(funding)
    with acting(OFFICE):
        with pytest.raises(Unauthorized):
            waive(application, now(), Decimal(0))
        with pytest.raises(Unauthorized):
            call_payment(application, now(), call())
        with pytest.raises(Unauthorized):
            submit_report(application, now(), "Zwei Treffen.")


def test_what_can_not_be_done_now_is_not_entered_either(funding):
    submitted = make_submitted(funding)
    with acting(OFFICE):
        for event in set(BY_LETTER) - {"withdrawn", "proof_submitted"}:
            with pytest.raises(Refused):
                BY_LETTER[event](submitted, letter())
        BY_LETTER["withdrawn"](submitted, letter())
    with acting("entscheidung"):
        confirm_withdrawal(unbiased(submitted), now(), read(submitted))
        with pytest.raises(Refused) as caught:
            withdraw(submitted, now(), letter("noch einmal"))
    assert state_of(submitted) == "withdrawn"
    assert codes(caught) == ["transition_not_possible"]


def test_the_rules_of_the_municipality_hold_for_its_letters(funding):
    application = make_change_requested(funding)
    with acting(OFFICE):
        with pytest.raises(Refused) as caught:
            BY_LETTER["change_requested"](application, letter())
        assert codes(caught) == ["change_open"]
        with pytest.raises(Refused) as caught:
            call_payment(application, now(), call("9000", iban="DE00"), letter())
        assert codes(caught) == ["call_above_left", "iban_wrong"]


def test_a_second_click_enters_nothing_twice(funding):
    application = make_decided(funding)
    with acting(OFFICE):
        call_payment(application, now(), call("500"), letter())
        with pytest.raises(Refused) as caught:
            call_payment(application, now(), call("500"), letter())
        assert codes(caught) == ["letter_entered_already"]
        # Another letter, and the same one about something else.
        call_payment(application, now(), call("500"), letter("zweiter Brief"))
        submit_report(application, now(), "Zwei Treffen.", (), letter())
    assert [payment.number for payment in application.payments] == [1, 2]
    assert [kept.number for kept in application.paper_letters] == [1, 2, 3]


def test_who_entered_a_call_for_money_does_not_release_it(funding):
    application = make_decided(funding)
    with acting("beides"):
        payment = call_payment(application, now(), call(), letter())
    assert payment.requested_by == ""
    with acting(OFFICE):
        prepare_payment(application, now(), 1, 2026, "0902", "633 01")
    with acting("beides"), pytest.raises(Refused) as caught:
        release_payment(application, now(), 1)
    assert codes(caught) == ["payment_entered_by_same"]
    with acting("entscheidung"):
        assert release_payment(application, now(), 1).status == "released"


def test_a_letter_of_last_week_counts_from_the_day_on_which_it_came(funding):
    application = make_awaited(funding)
    week = timedelta(days=7)
    application.decision = replace(application.decision, moment=now() - week)
    day = in_days(-3)
    with acting(OFFICE):
        proof = enter_proof(
            application, now(), letter(received=day), told(application), True
        )
    assert proof.moment.date() == day
    assert proof.submitted_by == ""
    assert row_of(application).proof_received == proof.moment


def test_a_withdrawal_may_have_come_any_day_since_the_application(funding):
    day = (now() - timedelta(days=1)).date()
    application = make_entered(funding)
    with acting(OFFICE):
        with pytest.raises(Refused) as caught:
            BY_LETTER["withdrawn"](
                application, letter(received=day - timedelta(days=1))
            )
        BY_LETTER["withdrawn"](application, letter(received=day))
    assert codes(caught) == ["letter_received_too_early"]
    assert application.unconfirmed.letter.received == day


def test_a_proof_in_a_letter_owes_what_every_proof_owes(funding):
    application = make_awaited(funding)
    with acting(OFFICE), pytest.raises(Refused) as caught:
        enter_proof(application, now(), letter(), Told(), confirmed=False)
    fields = [refusal.field for refusal in caught.value.refusals]
    assert fields[0] == "q-verlauf"
    assert {"expenditure-0-amount", "income-0-amount", "confirmed"} <= set(fields)
    assert application.proof_plan is None


def test_who_entered_a_proof_may_check_it(funding):
    application = make_awaited(funding)
    with acting(OFFICE):
        BY_LETTER["proof_submitted"](application, letter())
        check_proof(application, now(), "Alles belegt.")
    assert state_of(application) == "proof_checked"


def test_a_draft_gives_way_to_the_proof_in_a_letter_and_stays_unseen(funding):
    application = make_proof_draft(funding)
    assert told_before(application) == Told()
    with acting(OFFICE):
        enter_proof(
            application, now(), letter(), told(application, "1500.00", "900.00"), True
        )
    assert application.proofs[-1].plan.total_expenditure == Decimal("2400.00")
    assert application.proof_plan.total_expenditure == Decimal("2400.00")


def test_a_better_proof_in_a_letter_begins_with_the_last_one(funding):
    application = make_proved(funding)
    with acting(OFFICE):
        question_proof(application, now(), "Bitte die Belege 3 und 4.", in_days(14))
    before = told_before(application)
    assert before.answers == {"verlauf": "Zwei Abende mit 80 Menschen."}
    assert before.plan.total_expenditure == Decimal("3000.00")
    with acting("antragstellung"):
        save_proof(application, now(), answers={"verlauf": "Drei Abende."})
    # What the municipality writes now is not the office's.
    before = told_before(application)
    assert (before.answers, before.documents) == ({}, {})
    assert before.plan.total_expenditure == Decimal("3000.00")
    with acting(OFFICE):
        BY_LETTER["proof_submitted"](application, letter())
    assert len(application.proofs) == 2
    assert application.proof_questions[-1].answered is not None


def test_a_case_on_paper_goes_on_in_the_portal_when_the_town_likes(funding):
    application = make_entered(funding)
    with acting("antragstellung"):
        withdraw(application, now())
    assert state_of(application) == "withdrawn"
    assert application.paper_letters == ()


def test_letters_go_on_coming_after_a_decision_was_amended(funding):
    application = make_proposed(funding)
    with acting("entscheidung"):
        decide_amendment(application, now(), proposed(application))
        announce_amendment(application, now())
    with acting(OFFICE):
        submit_report(application, now(), "Es geht voran.", letter=letter())
    assert application.paper_letters[-1].entered_by == OFFICE


def test_a_letter_that_was_entered_wrong_is_entered_again(funding):
    application = make_awaited(funding)
    with acting(OFFICE):
        for event, undo in (
            ("payment_called", lambda it: refuse_payment(it, now(), 1, "Verlesen.")),
            ("change_requested", lambda it: refuse_change(it)),
            (
                "proof_submitted",
                lambda it: question_proof(it, now(), "Verlesen.", in_days(9)),
            ),
        ):
            BY_LETTER[event](application, letter())
            if event != "proof_submitted":
                with pytest.raises(Refused):
                    BY_LETTER[event](application, letter())
            undo(application)
            BY_LETTER[event](application, letter())
    assert len(application.paper_letters) == 6


def refuse_change(application):
    answer_change(application, now(), accepted=False, reason="Verlesen.")
