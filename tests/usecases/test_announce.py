"""Announce a decision, send it, make it known."""

from AccessControl import Unauthorized
from datetime import timedelta
from decimal import Decimal
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.history.record import events
from kommunaldialog.usecases.announce import announce
from kommunaldialog.usecases.decide import budget_left
from kommunaldialog.usecases.decide import discard_decision
from kommunaldialog.usecases.deliver import consent_to_portal
from kommunaldialog.usecases.deliver import record_delivery
from kommunaldialog.usecases.deliver import retrieve
from kommunaldialog.usecases.deliver import to_retrieve
from kommunaldialog.usecases.finality import day_of
from kommunaldialog.usecases.finality import record_appeal
from kommunaldialog.usecases.finality import record_finality
from kommunaldialog.usecases.payments import call_payment
from kommunaldialog.usecases.payments import prepare_payment
from kommunaldialog.usecases.payments import refuse_payment
from kommunaldialog.usecases.payments import release_payment
from kommunaldialog.usecases.step import state_of
from tests.samples import acting
from tests.samples import make_assessed
from tests.samples import make_decided
from tests.samples import make_draft
from tests.samples import make_submitted
from tests.samples import now
from tests.samples_decision import make_in_portal
from tests.samples_decision import make_known
from tests.samples_decision import make_pending
from tests.samples_money import call
from tests.usecases import codes
import pytest


@pytest.mark.parametrize("user", ["sachbearbeitung", "entscheidung"])
@pytest.mark.parametrize(
    ("approved", "state"), [(True, "approved"), (False, "rejected")]
)
def test_a_decision_is_in_force_once_it_is_announced(funding, user, approved, state):
    application = make_pending(funding, approved=approved)
    with acting(user):
        announcement = announce(application, now())
    assert (state_of(application), application.pending_decision) == (state, None)
    assert application.decision.approved is approved
    assert (announcement.actor, announcement.channel) == (user, "post")


@pytest.mark.parametrize("user", ["antragstellung", "ministerium", "admin"])
def test_nobody_else_announces(funding, user):
    application = make_pending(funding)
    with acting(user), pytest.raises(Unauthorized):
        announce(application, now())
    assert application.decision is None


def test_what_was_not_decided_is_not_announced(funding):
    application = make_assessed(funding)
    with acting("sachbearbeitung"), pytest.raises(Refused) as caught:
        announce(application, now())
    assert codes(caught) == ["no_pending_decision"]


def test_without_its_legal_basis_nothing_is_announced_until_it_is_there(funding):
    funding.legal_basis = ""
    application = make_pending(funding)
    with acting("sachbearbeitung"):
        with pytest.raises(Refused) as caught:
            announce(application, now())
        assert codes(caught) == ["notice_legal_basis_missing"]
        assert caught.value.refusals[0].field == "legal_basis"
        funding.legal_basis = "§ 44 LHO"
        announce(application, now())
    assert application.decision.legal_basis == "§ 44 LHO"


def test_what_the_decision_said_when_it_was_made_stays(funding):
    application = make_pending(funding)
    funding.legal_basis = "etwas Neues"
    with acting("sachbearbeitung"):
        announce(application, now())
    assert application.decision.legal_basis == "§§ 23 und 44 LHO"


def test_a_discarded_decision_frees_its_money_and_can_be_made_anew(funding):
    application = make_pending(funding)
    with acting("entscheidung"):
        discard_decision(application, now(), "Der Betrag ist verschrieben.")
    assert (application.pending_decision, application.decision) == (None, None)
    assert budget_left(funding) == Decimal("10000.00")
    assert (
        events(application)[-1].changes["reason"][1] == "Der Betrag ist verschrieben."
    )


def test_a_decision_is_discarded_with_a_reason_by_who_decides(funding):
    application = make_pending(funding)
    with acting("entscheidung"), pytest.raises(Refused) as caught:
        discard_decision(application, now(), " ")
    assert codes(caught) == ["discard_reason_missing"]
    with acting("sachbearbeitung"), pytest.raises(Unauthorized):
        discard_decision(application, now(), "Weil.")


def test_the_portal_needs_the_consent_of_the_municipality(funding):
    application = make_pending(funding)
    with acting("sachbearbeitung"):
        with pytest.raises(Refused) as caught:
            announce(application, now(), "portal")
        assert codes(caught) == ["portal_consent_missing"]
        consent_to_portal(application, now(), True, "Schreiben vom 3. März")
    assert application.portal_consent.note == "Schreiben vom 3. März"


def test_consent_can_be_taken_back(funding):
    application = make_pending(funding)
    with acting("antragstellung"):
        consent_to_portal(application, now(), True)
        consent_to_portal(application, now(), False)
    assert application.portal_consent is None
    assert events(application)[-1].changes["agreed"] == ("yes", "no")


def test_the_office_says_how_it_knows_of_a_consent(funding):
    application = make_submitted(funding)
    with acting("sachbearbeitung"), pytest.raises(Refused) as caught:
        consent_to_portal(application, now(), None)
    assert codes(caught) == ["consent_missing", "consent_note_missing"]


def test_a_draft_gets_no_notice(funding):
    application = make_draft(funding)
    with acting("antragstellung"), pytest.raises(Refused) as caught:
        consent_to_portal(application, now(), True)
    assert codes(caught) == ["nothing_submitted"]


def test_another_municipality_or_the_ministry_consents_to_nothing(funding):
    application = make_submitted(funding)
    for user in ("fremde", "ministerium"):
        with acting(user), pytest.raises(Unauthorized):
            consent_to_portal(application, now(), True)


def test_the_first_retrieval_counts_once(funding):
    application = make_in_portal(funding)
    assert to_retrieve(application)
    first = now()
    with acting("antragstellung"):
        retrieve(application, first)
        retrieve(application, first + timedelta(hours=1))
    announcement = application.announcement
    assert (announcement.retrieved, announcement.retrieved_by) == (
        first,
        "antragstellung",
    )
    assert not to_retrieve(application)
    # Known the day after (§ 41 (2a) VwVfG).
    assert announcement.known == day_of(application, first) + timedelta(1)
    (event,) = [one for one in events(application) if one.kind == "notice_retrieved"]
    assert event.changes["known"] == ("", str(announcement.known))
    kinds = [event.kind for event in events(application)]
    assert kinds.count("notice_retrieved") == 1


def test_what_is_not_fetched_in_ten_days_stands_out_and_is_sent_by_other_means(funding):
    application = make_in_portal(funding)
    last = day_of(application, now()) + timedelta(10)
    assert funding.case_store().rows[application.id].due[0] == ("notice", last)
    later = now() + timedelta(11)
    with acting("antragstellung"):
        retrieve(application, later)
    # It was fetched, but that made nothing known.
    assert application.announcement.known is None
    assert funding.case_store().rows[application.id].is_overdue(last + timedelta(1))
    sent = day_of(application, later)
    with acting("sachbearbeitung"):
        record_delivery(application, later, sent=sent, known=None)
    assert not to_retrieve(application)
    assert funding.case_store().rows[application.id].due[0][0] != "notice"


def test_the_office_fetches_nothing_for_the_municipality(funding):
    application = make_in_portal(funding)
    with acting("sachbearbeitung"), pytest.raises(Unauthorized):
        retrieve(application, now())
    assert to_retrieve(application)


def test_what_came_by_mail_is_not_fetched(funding):
    application = make_decided(funding)
    with acting("antragstellung"), pytest.raises(Refused) as caught:
        retrieve(application, now())
    assert codes(caught) == ["nothing_to_retrieve"]


def test_the_days_of_a_letter_are_entered_and_corrected(funding):
    application = make_decided(funding)
    today = day_of(application, now())
    with acting("sachbearbeitung"):
        record_delivery(application, now(), sent=today, known=None)
        record_delivery(application, now(), sent=today, known=today)
    assert application.announcement.known == today
    assert events(application)[-1].changes["known"] == ("", str(today))


def test_nothing_was_sent_before_the_announcement(funding):
    application = make_pending(funding)
    with acting("sachbearbeitung"), pytest.raises(Refused) as caught:
        record_delivery(application, now(), sent=None, known=None)
    assert codes(caught) == ["nothing_announced"]


def make_final(funding):
    """Made known sixty days ago, and final since today; with that day."""
    application = make_known(funding)
    today = day_of(application, now())
    with acting("sachbearbeitung"):
        record_finality(application, now(), kind="final", day=today)
    return application, today


def test_a_wrong_day_of_making_known_ends_the_finality_that_followed_from_it(funding):
    application, today = make_final(funding)
    sent, known = application.announcement.sent, application.announcement.known
    with acting("sachbearbeitung"):
        record_delivery(application, now(), sent=sent, known=known + timedelta(1))
        assert application.finality.day == today
        right = today - timedelta(20)
        record_delivery(application, now(), sent=sent, known=right)
    assert (application.announcement.known, application.finality) == (right, None)
    changes = events(application)[-1].changes
    assert changes["known"] == (str(known + timedelta(1)), str(right))
    assert changes["finality"] == (str(today), "")


def test_a_waiver_of_appeal_does_not_depend_on_the_day_of_making_known(funding):
    application = make_decided(funding)
    today = day_of(application, now())
    with acting("sachbearbeitung"):
        record_finality(application, now(), kind="waiver", day=today)
        record_delivery(application, now(), sent=today, known=today)
    assert application.finality.kind == "waiver"


def make_relied_on(funding, asked=True):
    """Final, with money released on that, as the programme asks for it or not."""
    funding.payment_after_finality = asked
    application, today = make_final(funding)
    with acting("antragstellung"):
        call_payment(application, now(), call())
    with acting("sachbearbeitung"):
        prepare_payment(application, now(), 1, 2026, "0902", "633 01")
    with acting("entscheidung"):
        release_payment(application, now(), 1)
    return application, today


@pytest.mark.parametrize("asked", [True, False])
def test_what_the_programme_asked_for_at_the_release_counts(funding, asked):
    application, today = make_relied_on(funding, asked)
    funding.payment_after_finality = not asked
    sent = application.announcement.sent
    with acting("sachbearbeitung"):
        if asked:
            with pytest.raises(Refused) as caught:
                record_delivery(
                    application, now(), sent=sent, known=today - timedelta(20)
                )
            assert codes(caught) == ["known_relied_on"]
        else:
            record_delivery(application, now(), sent=sent, known=today - timedelta(20))


@pytest.mark.parametrize("way", ["waiver", "appeal"])
def test_no_other_entry_leads_around_what_money_relied_on(funding, way):
    application, today = make_relied_on(funding)
    with acting("sachbearbeitung"):
        if way == "waiver":
            record_finality(application, now(), kind=way, day=today)
        else:
            record_appeal(application, now(), kind="objection", filed=today)
        with pytest.raises(Refused) as caught:
            record_delivery(
                application,
                now(),
                sent=application.announcement.sent,
                known=today - timedelta(20),
            )
    assert codes(caught) == ["known_relied_on"]


def test_it_does_not_become_final_only_after_money_was_released_on_it(funding):
    application, today = make_relied_on(funding)
    later = now() + timedelta(3)
    with acting("sachbearbeitung"):
        with pytest.raises(Refused) as caught:
            record_finality(application, later, kind="final", day=today + timedelta(2))
        assert codes(caught) == ["final_relied_on"]
        record_finality(application, later, kind="final", day=today)
    assert application.finality.day == today


def test_the_day_stays_while_money_that_waited_for_the_finality_is_out(funding):
    application, today = make_relied_on(funding)
    sent, known = application.announcement.sent, application.announcement.known
    wrong = today - timedelta(20)
    with acting("sachbearbeitung"):
        with pytest.raises(Refused) as caught:
            record_delivery(application, now(), sent=sent, known=wrong)
        assert codes(caught) == ["known_relied_on"]
        record_delivery(application, now(), sent=sent, known=known + timedelta(1))
        refuse_payment(application, now(), 1, "Noch nicht bestandskräftig.")
        record_delivery(application, now(), sent=sent, known=wrong)
    assert application.finality is None
