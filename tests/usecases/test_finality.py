"""Appeals, their end, finality; the remedy of a rejection."""

from AccessControl import Unauthorized
from datetime import timedelta
from decimal import Decimal
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.history.record import events
from kommunaldialog.usecases.announce import announce
from kommunaldialog.usecases.decide import decide
from kommunaldialog.usecases.finality import day_of
from kommunaldialog.usecases.finality import end_appeal
from kommunaldialog.usecases.finality import is_final
from kommunaldialog.usecases.finality import open_appeal
from kommunaldialog.usecases.finality import record_appeal
from kommunaldialog.usecases.finality import record_finality
from kommunaldialog.usecases.late import reject_late
from kommunaldialog.usecases.remedy import remedy
from kommunaldialog.usecases.review import assess
from kommunaldialog.usecases.step import state_of
from tests.samples import acting
from tests.samples import AGS
from tests.samples import make_decided
from tests.samples import now
from tests.samples_decision import make_contested
from tests.samples_decision import make_known
from tests.samples_decision import make_pending
from tests.samples_decision import make_won
from tests.samples_office import make_late
from tests.usecases import codes
import pytest


def test_a_decision_becomes_final_on_its_day(funding):
    application = make_known(funding)
    today = day_of(application, now())
    with acting("sachbearbeitung"):
        record_finality(application, now(), kind="final", day=today)
    assert is_final(application, today)
    assert not is_final(application, today - timedelta(days=1))


def test_within_the_month_only_a_waiver_makes_it_final(funding):
    application = make_known(funding, days=5)
    today = day_of(application, now())
    with acting("sachbearbeitung"):
        with pytest.raises(Refused) as caught:
            record_finality(application, now(), kind="final", day=today)
        assert codes(caught) == ["final_too_early"]
        record_finality(application, now(), kind="waiver", day=today)
    assert is_final(application, today)


def test_a_mistaken_entry_is_replaced_and_both_are_in_the_history(funding):
    application = make_known(funding)
    today = day_of(application, now())
    with acting("sachbearbeitung"):
        yesterday = today - timedelta(days=1)
        record_finality(application, now(), kind="final", day=yesterday)
        record_finality(application, now(), kind="final", day=today)
    assert events(application)[-1].changes["day"] == (str(yesterday), str(today))


def test_an_open_appeal_keeps_it_from_being_final(funding):
    application = make_known(funding)
    today = day_of(application, now())
    with acting("sachbearbeitung"):
        record_finality(application, now(), kind="final", day=today)
        record_appeal(application, now(), kind="lawsuit", filed=today)
        assert not is_final(application, today)
        with pytest.raises(Refused) as caught:
            record_finality(application, now(), kind="final", day=today)
        assert codes(caught) == ["appeal_open"]
        end_appeal(application, now(), ended=today, outcome="unsuccessful")
        record_finality(application, now(), kind="final", day=today)
    assert is_final(application, today)


def test_one_appeal_is_open_at_a_time(funding):
    application = make_contested(funding)
    today = day_of(application, now())
    with acting("sachbearbeitung"), pytest.raises(Refused) as caught:
        record_appeal(application, now(), kind="lawsuit", filed=today)
    assert codes(caught) == ["appeal_open"]


def test_the_end_of_an_appeal_is_kept_with_its_outcome(funding):
    application = make_contested(funding)
    today = day_of(application, now())
    with acting("sachbearbeitung"):
        end_appeal(application, now(), ended=today, outcome="settled", note="Geeinigt.")
    (appeal,) = application.appeals
    assert open_appeal(application) is None
    assert (appeal.outcome, appeal.note) == ("settled", "Geeinigt.")
    assert appeal.ended_by == "sachbearbeitung"


def test_what_was_not_announced_is_not_contested(funding):
    application = make_pending(funding)
    today = day_of(application, now())
    with acting("sachbearbeitung"), pytest.raises(Refused) as caught:
        record_appeal(application, now(), kind="objection", filed=today)
    assert codes(caught) == ["nothing_announced"]


@pytest.mark.parametrize("user", ["antragstellung", "ministerium"])
def test_only_the_office_enters_appeals_and_finality(funding, user):
    application = make_decided(funding)
    today = day_of(application, now())
    with acting(user):
        with pytest.raises(Unauthorized):
            record_appeal(application, now(), kind="objection", filed=today)
        with pytest.raises(Unauthorized):
            record_finality(application, now(), kind="waiver", day=today)


def test_after_a_successful_appeal_it_is_examined_and_decided_anew(funding):
    application = make_won(funding)
    rejection = application.decision
    with acting("entscheidung"):
        remedy(application, now(), "Das Gericht hat so entschieden.")
    assert state_of(application) == "in_review"
    ledger = funding.case_store().ledger
    assert ledger.claims[AGS] == {application.id: Decimal("3000.00")}
    with acting("sachbearbeitung"):
        assess(application, now(), text="Doch.", recommended=Decimal("2500.00"))
    with acting("entscheidung"):
        amount = Decimal("2500.00")
        decide(application, now(), approved=True, amount=amount, reason="Miete.")
        announce(application, now())
    (earlier,) = application.earlier_decisions
    assert (state_of(application), earlier.decision) == ("approved", rejection)


def test_another_decision_has_to_become_final_again(funding):
    application = make_won(funding)
    today = day_of(application, now())
    with acting("sachbearbeitung"):
        record_finality(application, now(), kind="waiver", day=today)
    with acting("entscheidung"):
        remedy(application, now(), "Abhilfe.")
    with acting("sachbearbeitung"):
        assess(application, now(), text="Doch.", recommended=Decimal("3000.00"))
    with acting("entscheidung"):
        decide(application, now(), approved=True, amount=Decimal("3000.00"))
        announce(application, now())
    assert application.finality is None
    assert application.earlier_decisions[0].finality.kind == "waiver"


@pytest.mark.parametrize("make", [make_decided, make_contested])
def test_without_a_successful_appeal_nothing_is_remedied(funding, make):
    application = make(funding, approved=False)
    with acting("entscheidung"), pytest.raises(Refused) as caught:
        remedy(application, now(), "Einfach so.")
    assert codes(caught) == ["no_successful_appeal"]
    assert state_of(application) == "rejected"


def test_a_remedy_has_a_reason_and_is_for_who_decides(funding):
    application = make_won(funding)
    with acting("entscheidung"), pytest.raises(Refused) as caught:
        remedy(application, now(), " ")
    assert codes(caught) == ["remedy_reason_missing"]
    with acting("sachbearbeitung"), pytest.raises(Unauthorized):
        remedy(application, now(), "Abhilfe.")


def test_what_was_rejected_as_late_counts_as_accepted_after_the_remedy(funding):
    application = make_late(funding)
    today = day_of(application, now())
    with acting("entscheidung"):
        reject_late(application, now(), "Zu spät.")
        announce(application, now())
    with acting("sachbearbeitung"):
        record_appeal(application, now(), kind="lawsuit", filed=today)
        end_appeal(application, now(), ended=today, outcome="successful")
    with acting("entscheidung"):
        remedy(application, now(), "Das Netz war ausgefallen.")
    late = application.late
    assert (late.accepted, late.note) == (True, "Das Netz war ausgefallen.")


def test_after_an_appeal_finality_is_entered_anew(funding):
    application = make_known(funding)
    today = day_of(application, now())
    with acting("sachbearbeitung"):
        record_finality(application, now(), kind="final", day=today)
        record_appeal(application, now(), kind="objection", filed=today)
        assert events(application)[-1].changes["finality"] == (str(today), "")
        end_appeal(application, now(), ended=today, outcome="unsuccessful")
    assert not is_final(application, today)
