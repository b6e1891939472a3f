"""A grant is given up, taken away or lowered; what is freed returns to the budget."""

from AccessControl import Unauthorized
from datetime import timedelta
from decimal import Decimal
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.history.record import events
from kommunaldialog.usecases.amendment import decide_amendment
from kommunaldialog.usecases.amendment import propose_amendment
from kommunaldialog.usecases.decide import budget_left
from kommunaldialog.usecases.hearing import answer_hearing
from kommunaldialog.usecases.hearing import end_hearing
from kommunaldialog.usecases.hearing import hear
from kommunaldialog.usecases.hearing import hearing_of
from kommunaldialog.usecases.hearing import record_hearing_answer
from kommunaldialog.usecases.payments import refuse_payment
from kommunaldialog.usecases.revoke import revoke
from kommunaldialog.usecases.step import state_of
from kommunaldialog.usecases.sums import current_grant
from kommunaldialog.usecases.sums import to_repay
from kommunaldialog.usecases.waive import waive
from tests.samples import acting
from tests.samples import AGS
from tests.samples import make_decided
from tests.samples import make_submitted
from tests.samples import now
from tests.samples_decision import make_proposed
from tests.samples_decision import proposed
from tests.samples_money import in_days
from tests.samples_money import make_heard
from tests.samples_money import make_paid
from tests.samples_money import make_released
from tests.samples_money import make_waived
from tests.usecases import codes
import pytest


ALL = Decimal(0)
REASON = "Das Geld wurde nicht für den Zweck verwendet."


def test_there_is_no_grant_before_a_decision_and_after_a_rejection(funding):
    funding.applications_per_municipality = 2
    assert current_grant(make_submitted(funding)) == 0
    assert current_grant(make_decided(funding, approved=False)) == 0


def test_waiving_a_part_lowers_the_grant_and_frees_the_budget(funding):
    application = make_decided(funding)
    assert budget_left(funding) == Decimal("7500")
    with acting("zeichnung"):
        change = waive(application, now(), Decimal("2000"), "Der Saal ist umsonst.")
    assert (change.before, change.after) == (Decimal("2500"), Decimal("2000"))
    assert (state_of(application), current_grant(application)) == (
        "approved",
        Decimal("2000"),
    )
    assert budget_left(funding) == Decimal("8000")
    ledger = funding.case_store().ledger
    assert ledger.claims[AGS][application.id] == Decimal("2000")
    event = events(application)[-1]
    assert (event.kind, event.changes["grant"]) == ("grant_waived", ("2500.00", "2000"))


def test_waiving_all_ends_the_grant(funding):
    application = make_decided(funding)
    with acting("antragstellung"):
        waive(application, now(), ALL)
    assert (state_of(application), current_grant(application)) == ("waived", 0)
    assert budget_left(funding) == Decimal("10000")


def test_what_was_paid_is_not_free_before_it_is_back(funding):
    application = make_waived(funding)
    assert to_repay(application) == Decimal("1000")
    assert budget_left(funding) == Decimal("9000")


def test_what_the_bank_was_told_to_pay_is_not_free_for_others(funding):
    application = make_released(funding)
    with acting("antragstellung"):
        waive(application, now(), ALL)
    assert budget_left(funding) == Decimal("9000")
    with acting("sachbearbeitung"):
        refuse_payment(application, now(), 1, "Auf die Zuwendung wurde verzichtet.")
    assert budget_left(funding) == Decimal("10000")


def test_what_was_proposed_before_the_grant_was_lowered_is_not_decided(funding):
    application = make_heard(funding, after="500")
    with acting("sachbearbeitung"):
        propose_amendment(
            application, now(), amount=Decimal("2800"), reason="Mehr Miete."
        )
    with acting("entscheidung"):
        revoke(application, now(), "revoked", Decimal("500"), REASON)
        with pytest.raises(Refused) as caught:
            decide_amendment(application, now(), proposed(application))
    assert codes(caught) == ["no_proposal"]
    assert current_grant(application) == Decimal("500")


@pytest.mark.parametrize(
    ("after", "code"),
    [
        (None, "grant_after_missing"),
        (Decimal("2500"), "grant_not_lowered"),
    ],
)
def test_waiving_leaves_less_than_there_was(funding, after, code):
    application = make_decided(funding)
    with acting("zeichnung"), pytest.raises(Refused) as caught:
        waive(application, now(), after)
    assert codes(caught) == [code]


@pytest.mark.parametrize("user", ["fremde", "sachbearbeitung", "entscheidung"])
def test_nobody_but_the_municipality_waives(funding, user):
    application = make_decided(funding)
    with acting(user), pytest.raises(Unauthorized):
        waive(application, now(), ALL)


def test_a_revocation_after_the_hearing_takes_all_of_it(funding):
    application = make_heard(funding)
    with acting("entscheidung"):
        revoke(application, now(), "revoked", ALL, REASON)
    assert state_of(application) == "revoked"
    assert (current_grant(application), to_repay(application)) == (0, Decimal("1000"))
    assert "grant_revoked" in [event.kind for event in events(application)]
    assert hearing_of(application) is None


def test_a_part_is_taken_back_and_the_rest_stays_granted(funding):
    application = make_heard(funding, "800", "withdrawn")
    with acting("entscheidung"):
        revoke(application, now(), "withdrawn", Decimal("800"), REASON)
    assert (state_of(application), current_grant(application)) == (
        "approved",
        Decimal("800"),
    )
    assert to_repay(application) == Decimal("200")
    assert budget_left(funding) == Decimal("9000")


def test_nothing_is_taken_without_a_hearing(funding):
    application = make_paid(funding)
    with acting("entscheidung"), pytest.raises(Refused) as caught:
        revoke(application, now(), "revoked", ALL, REASON)
    assert codes(caught) == ["hearing_missing"]


def test_nothing_is_taken_while_the_municipality_may_still_answer(funding):
    application = make_decided(funding)
    with acting("sachbearbeitung"):
        hear(application, now(), "revoked", ALL, REASON, in_days(14))
    with acting("entscheidung"), pytest.raises(Refused) as caught:
        revoke(application, now(), "revoked", ALL, REASON)
    assert codes(caught) == ["hearing_running"]
    with acting("zeichnung"):
        answer_hearing(application, now(), "Das war ein Versehen.")
    with acting("entscheidung"):
        revoke(application, now(), "revoked", ALL, REASON)
    assert state_of(application) == "revoked"


def test_who_held_the_hearing_does_not_take_the_grant_away(funding):
    application = make_decided(funding)
    with acting("beides"):
        hear(application, now() - timedelta(9), "revoked", ALL, REASON, in_days(-2))
        with pytest.raises(Refused) as caught:
            revoke(application, now(), "revoked", ALL, REASON)
    assert codes(caught) == ["taking_same_person"]


def test_a_revocation_has_its_reasons(funding):
    application = make_heard(funding)
    with acting("entscheidung"), pytest.raises(Refused) as caught:
        revoke(application, now(), "revoked", ALL, " ")
    assert codes(caught) == ["taking_reason_missing"]


def test_one_hearing_runs_at_a_time(funding):
    application = make_decided(funding)
    with acting("sachbearbeitung"):
        hear(application, now(), "revoked", ALL, REASON, in_days(14))
        with pytest.raises(Refused) as caught:
            hear(application, now(), "withdrawn", ALL, REASON, in_days(14))
    assert codes(caught) == ["hearing_running"]


def test_a_hearing_may_end_without_consequences(funding):
    application = make_heard(funding)
    with acting("sachbearbeitung"):
        with pytest.raises(Refused) as caught:
            end_hearing(application, now(), " ")
        assert codes(caught) == ["hearing_end_reason_missing"]
        end_hearing(application, now(), "Der Zweck ist doch erfüllt.")
        with pytest.raises(Refused) as caught:
            end_hearing(application, now(), "Noch einmal.")
        assert codes(caught) == ["hearing_not_open"]
    with acting("entscheidung"), pytest.raises(Refused) as caught:
        revoke(application, now(), "revoked", ALL, REASON)
    assert codes(caught) == ["hearing_missing"]
    assert current_grant(application) == Decimal("2500")


def test_an_answer_by_letter_is_typed_in_by_the_office(funding):
    application = make_heard(funding)
    with acting("sachbearbeitung"):
        hearing = record_hearing_answer(application, now(), "Wir widersprechen.")
    assert (hearing.answer, hearing.answered_by) == (
        "Wir widersprechen.",
        "sachbearbeitung",
    )
    with acting("zeichnung"), pytest.raises(Refused) as caught:
        answer_hearing(application, now(), "Noch etwas.")
    assert codes(caught) == ["hearing_not_open"]


def test_an_answer_is_not_empty_and_from_those_who_are_heard(funding):
    application = make_heard(funding)
    with acting("zeichnung"), pytest.raises(Refused) as caught:
        answer_hearing(application, now(), " ")
    assert codes(caught) == ["hearing_answer_missing"]
    for user in ("fremde", "sachbearbeitung", "ministerium"):
        with acting(user), pytest.raises(Unauthorized):
            answer_hearing(application, now(), "Ich sage etwas.")


@pytest.mark.parametrize("user", ["zeichnung", "sachbearbeitung", "ministerium"])
def test_nobody_but_the_deciding_person_takes_a_grant_away(funding, user):
    application = make_heard(funding)
    with acting(user), pytest.raises(Unauthorized):
        revoke(application, now(), "revoked", ALL, REASON)


def test_an_amendment_that_a_waiver_overtakes_is_discarded_in_the_history(funding):
    application = make_proposed(funding)
    with acting("entscheidung"):
        decide_amendment(application, now(), proposed(application))
    with acting("zeichnung"):
        waive(application, now(), Decimal("2000"))
    kinds = [event.kind for event in events(application)]
    assert kinds[-2:] == ["decision_discarded", "grant_waived"]
