"""A proof of use: drafted, submitted, asked back, checked, and what follows from it."""

from AccessControl import Unauthorized
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from kommunaldialog.domain.cuts import Cut
from kommunaldialog.domain.proof import verify_proof
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.history.record import events
from kommunaldialog.usecases.change_request import answer_change
from kommunaldialog.usecases.change_request import request_change
from kommunaldialog.usecases.check_proof import check_proof
from kommunaldialog.usecases.check_proof import question_proof
from kommunaldialog.usecases.proof import figures
from kommunaldialog.usecases.proof import missing_of_proof
from kommunaldialog.usecases.proof import save_proof
from kommunaldialog.usecases.proof_due import proof_awaited
from kommunaldialog.usecases.proof_due import proof_due
from kommunaldialog.usecases.submit_proof import submit_proof
from kommunaldialog.usecases.sums import current_grant
from plone import api
from tests.samples import acting
from tests.samples import make_decided
from tests.samples import now
from tests.samples_proof import file
from tests.samples_proof import in_days
from tests.samples_proof import LIST
from tests.samples_proof import make_change_requested
from tests.samples_proof import make_proof_draft
from tests.samples_proof import make_proved
from tests.samples_proof import spent
import pytest


def codes(caught):
    return [refusal.code for refusal in caught.value.refusals]


def state(application):
    return api.content.get_state(application)


def ledger(application):
    return application.programme().case_store().ledger


def test_a_complete_proof_is_frozen_with_its_files(funding):
    application = make_proof_draft(funding)
    with acting("antragstellung"):
        proof = submit_proof(application, now(), confirmed=True)
    assert state(application) == "proof_submitted"
    assert verify_proof(proof)
    assert proof.lines[0].text == "Zwei Abende mit 80 Menschen."
    (info,) = proof.lines[1].files
    assert application.proof_files[info.sha256].data == file().data
    assert proof.declarations == ("Die Angaben stimmen mit den Büchern überein.",)
    assert proof.plan.requested == Decimal("2500.00")
    assert [line.verdict for line in proof.comparison] == ["kept", "kept"]


def test_a_second_click_submits_nothing_twice(funding):
    application = make_proved(funding)
    with acting("antragstellung"):
        again = submit_proof(application, now(), confirmed=True)
    assert application.proofs == (again,)


def test_all_that_a_proof_lacks_is_named_at_once(funding):
    application = make_proof_draft(funding)
    with acting("antragstellung"):
        save_proof(
            application,
            now(),
            answers={"verlauf": None},
            plan=spent(application, "2000.00", "1500.00"),
            explanations=("", " "),
            documents={LIST: None},
        )
        with pytest.raises(Refused) as caught:
            submit_proof(application, now(), confirmed=False)
    assert codes(caught) == [
        "answer_wrong",
        "proof_explain_beyond",
        "document_missing",
        "proof_not_confirmed",
    ]
    assert state(application) == "approved"


def test_an_explained_deviation_can_be_submitted(funding):
    application = make_proof_draft(funding)
    with acting("antragstellung"):
        plan = spent(application, "1500.00", "1500.00")
        save_proof(application, now(), plan=plan, explanations=("", "Die Miete stieg."))
        proof = submit_proof(application, now(), confirmed=True)
    assert proof.explanations == ("", "Die Miete stieg.")
    assert [line.verdict for line in proof.comparison] == ["kept", "beyond"]


def test_without_a_form_a_proof_is_figures_only(funding):
    application = make_decided(funding)
    with acting("antragstellung"):
        save_proof(
            application,
            now(),
            plan=spent(application, "2500.00", "1000.00"),
            explanations=("", ""),
        )
        proof = submit_proof(application, now(), confirmed=False)
    assert (proof.lines, proof.declarations, proof.form_version) == ((), (), 0)


def test_the_office_writes_no_proof(funding):
    application = make_proof_draft(funding)
    for user in ("sachbearbeitung", "entscheidung"):
        with acting(user):
            with pytest.raises(Unauthorized):
                save_proof(application, now(), answers={"verlauf": "Fremd"})
            with pytest.raises(Unauthorized):
                submit_proof(application, now(), confirmed=True)


def test_who_has_an_old_draft_before_them_overwrites_nothing(funding):
    application = make_proof_draft(funding)
    revision = application.proof_revision
    with acting("zeichnung"):
        save_proof(application, now(), answers={"verlauf": "Neu"}, revision=revision)
        with pytest.raises(Refused) as caught:
            save_proof(
                application, now(), answers={"verlauf": "Alt"}, revision=revision
            )
        assert codes(caught) == ["proof_changed_meanwhile"]
        with pytest.raises(Refused) as caught:
            submit_proof(application, now(), confirmed=True, revision=revision)
    assert codes(caught) == ["proof_changed_meanwhile"]
    assert application.proof_answers["verlauf"] == "Neu"


def test_what_nobody_asks_for_is_not_kept(funding):
    application = make_proof_draft(funding)
    with acting("antragstellung"):
        with pytest.raises(KeyError):
            save_proof(application, now(), answers={"fremd": "x"})
        with pytest.raises(KeyError):
            save_proof(application, now(), documents={"Fremd": file()})
        with pytest.raises(Refused) as caught:
            save_proof(application, now(), explanations=("x" * 2001,))
    assert codes(caught) == ["core_too_long"]


def test_a_question_back_opens_the_proof_and_keeps_what_was_submitted(funding):
    application = make_proved(funding)
    with acting("sachbearbeitung"):
        question_proof(application, now(), "Welche Miete?", in_days(10))
    assert state(application) == "approved"
    assert proof_awaited(application) == in_days(10)
    with acting("antragstellung"):
        save_proof(application, now(), answers={"verlauf": "Genauer."})
        proof = submit_proof(application, now(), confirmed=True)
    assert application.proof_questions[0].answered is not None
    assert [one.number for one in application.proofs] == [1, 2]
    assert proof.lines[0].text == "Genauer."
    assert application.proofs[0].lines[0].text == "Zwei Abende mit 80 Menschen."


def test_a_question_back_needs_words_and_a_day_to_come(funding):
    application = make_proved(funding)
    with acting("sachbearbeitung"), pytest.raises(Refused) as caught:
        question_proof(application, now(), " ", None)
    assert codes(caught) == ["proof_question_missing", "proof_question_due_missing"]


def test_a_measure_that_cost_what_was_planned_keeps_its_grant(funding):
    application = make_proved(funding)
    with acting("sachbearbeitung"):
        result = check_proof(application, now(), "Alles belegt.")
    assert state(application) == "proof_checked"
    assert (result.grant, result.repay) == (Decimal("2500.00"), 0)
    assert application.grant_changes == ()


def test_a_measure_that_cost_less_frees_money_for_others(funding):
    application = make_proved(funding, amounts=("1000.00", "1000.00"))
    with acting("sachbearbeitung"):
        result = check_proof(application, now(), "Günstiger als geplant.")
    assert result.grant == current_grant(application) == Decimal("1500.00")
    assert ledger(application).granted == Decimal("1500.00")
    assert application.grant_changes[-1].kind == "lapsed"


def test_what_is_not_recognised_lowers_the_grant(funding):
    application = make_proved(funding)
    cut = Cut(1, Decimal("0.00"), "Nicht belegt.")
    with acting("sachbearbeitung"):
        result = check_proof(application, now(), "Ein Beleg fehlt.", (cut,))
    assert result.recognised == Decimal("2000.00")
    assert result.grant == Decimal("2000.00")
    assert result.cuts == (cut,)


def test_a_check_without_words_or_with_a_cut_without_reason_is_refused(funding):
    application = make_proved(funding)
    with acting("sachbearbeitung"), pytest.raises(Refused) as caught:
        check_proof(application, now(), "", (Cut(0, Decimal("1.00"), ""),))
    assert codes(caught) == ["cut_reason_missing", "proof_check_text_missing"]


def test_nobody_checks_the_proof_of_their_own_municipality(funding):
    application = make_proved(funding)
    with acting("entscheidung"), pytest.raises(Unauthorized):
        check_proof(application, now(), "Alles belegt.")
    application.proofs = (replace(application.proofs[0]),)
    api.group.add_user(groupname="kommune-08999001-antrag", username="sachbearbeitung")
    with acting("sachbearbeitung"), pytest.raises(Refused) as caught:
        check_proof(application, now(), "Alles belegt.")
    assert codes(caught) == ["own_application"]


def test_a_proof_is_due_months_after_the_end_that_was_approved_last(funding):
    application = make_change_requested(funding)
    assert str(proof_due(application)) == "2031-03-30"
    with acting("sachbearbeitung"):
        answer_change(application, now(), True, "Passt.")
    assert str(proof_due(application)) == "2031-06-30"


def test_no_proof_is_due_of_what_was_rejected(funding):
    application = make_decided(funding, approved=False)
    assert proof_due(application) is None
    assert proof_awaited(application) is None


def test_figures_that_were_typed_follow_a_changed_plan(funding):
    application = make_proof_draft(funding)
    plan, _words = figures(application)
    swapped = replace(
        plan,
        expenditure=tuple(
            replace(row, amount=Decimal("1500.00"), eligible=Decimal("1500.00"))
            for row in reversed(plan.expenditure)
        ),
    )
    with acting("antragstellung"):
        request_change(
            application, now() + timedelta(1), "Andere Verteilung.", plan=swapped
        )
    with acting("sachbearbeitung"):
        answer_change(application, now(), True, "Passt.")
    after, _words = figures(application)
    assert [row.description for row in after.expenditure] == [
        "Stadthalle",
        "Moderation",
    ]
    assert [row.amount for row in after.expenditure] == [1000, 2000]
    (beyond,) = missing_of_proof(application)
    assert beyond.field == "expenditure-1-explanation"


def test_each_step_is_in_the_history(funding):
    application = make_proved(funding)
    with acting("sachbearbeitung"):
        check_proof(application, now(), "Alles belegt.")
    found = {event.kind: event for event in events(application)}
    assert found["proof_submitted"].actor == "antragstellung"
    assert found["proof_checked"].changes["text"] == ("", "Alles belegt.")
    assert found["proof_checked"].changes["grant"] == ("2500.00", "2500.00")
