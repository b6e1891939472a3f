"""Applications of people whose access is not confirmed, or was refused."""

from kommunaldialog.access.permissions import may
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.usecases.answer import enter_answer
from kommunaldialog.usecases.by_letter import Letter
from kommunaldialog.usecases.clarify import ask
from kommunaldialog.usecases.provisional import counts
from kommunaldialog.usecases.provisional import nobody_reads
from kommunaldialog.usecases.review import take_up
from kommunaldialog.usecases.step import state_of
from kommunaldialog.usecases.submit import submit
from kommunaldialog.usecases.withdraw import withdraw
from plone.namedfile.file import NamedBlobFile
from tests.samples import acting
from tests.samples import make_consultation
from tests.samples import make_draft
from tests.samples import now
from tests.samples import PDF
from tests.samples_accounts import answer_request
from tests.samples_accounts import make_signed
from tests.samples_accounts import make_unconfirmed
from tests.samples_accounts import make_user
from tests.samples_accounts import make_waiting
from tests.samples_accounts import remove_all
from tests.samples_clarification import in_days
from tests.usecases import codes
import pytest


def flags_of(application):
    """What the office's lists say of it."""
    return application.__parent__.rows[application.id].flags


def make_withdrawn(funding):
    make_waiting(make_user("fritz", "Fritz Frist"))
    draft = make_draft(funding, "fritz")
    with acting("fritz"):
        withdraw(draft, now())
    return draft


def test_what_was_withdrawn_takes_no_place_when_its_author_is_confirmed(funding):
    funding.applications_per_municipality = 1
    withdrawn = make_withdrawn(funding)
    answer_request("fritz", confirm=True)
    assert (withdrawn.provisional, counts(withdrawn)) == ("", False)
    make_consultation(funding)
    own = make_draft(funding)
    with acting("antragstellung"):
        submit(own, now())
    assert state_of(own) == "submitted"


def test_who_withdrew_a_draft_may_begin_another_before_being_confirmed(funding):
    withdrawn = make_withdrawn(funding)
    again = make_draft(funding, "fritz")
    assert again.id != withdrawn.id
    answer_request("fritz", confirm=True)
    assert counts(again)


def test_the_lists_say_how_the_sender_stands(funding):
    application = make_unconfirmed(funding)
    assert flags_of(application) == ("sender_open",)
    answer_request("fritz", confirm=False)
    assert flags_of(application) == ("sender_refused",)
    make_waiting("fritz")
    assert flags_of(application) == ("sender_refused",)


def test_of_who_is_confirmed_nothing_is_said(funding):
    application = make_unconfirmed(funding)
    answer_request("fritz", confirm=True)
    assert (application.provisional, flags_of(application)) == ("", ())


def test_what_a_confirmed_colleague_sends_in_is_the_municipalitys(funding):
    application = make_signed(funding)
    with acting("antragstellung"):
        submit(application, now())
    assert (application.provisional, flags_of(application)) == ("", ())
    answer_request("fritz", confirm=False)
    assert flags_of(application) == ()


def asked(funding):
    application = make_unconfirmed(funding)
    with acting("sachbearbeitung"):
        take_up(application, now())
        ask(application, now(), text="Warum?", due=in_days(14))
    return application


def answer_by_letter(application):
    letter = Letter(now().date(), NamedBlobFile(PDF, "application/pdf", "brief.pdf"))
    with acting("sachbearbeitung"):
        enter_answer(application, now(), letter, text="Darum.")


def test_where_nobody_can_sign_in_the_office_enters_the_answer(funding):
    application = asked(funding)
    with pytest.raises(Refused) as caught:
        answer_by_letter(application)
    assert codes(caught) == ["answer_not_on_paper"]
    remove_all()
    assert nobody_reads(application)
    answer_by_letter(application)
    assert application.clarifications[-1].answer == "Darum."
    assert state_of(application) == "in_review"


def test_who_was_refused_gets_no_draft_back_by_asking_again(funding):
    make_waiting(make_user("fritz", "Fritz Frist"))
    draft = make_draft(funding, "fritz")
    answer_request("fritz", confirm=False)
    make_waiting("fritz")
    with acting("fritz"):
        assert not may("View", draft)
    again = make_draft(funding, "fritz")
    assert again.id != draft.id


def test_who_is_confirmed_after_a_refusal_leaves_both_drafts_to_the_municipality(
    funding,
):
    funding.applications_per_municipality = 2
    make_waiting(make_user("fritz", "Fritz Frist"))
    draft = make_draft(funding, "fritz")
    answer_request("fritz", confirm=False)
    make_waiting("fritz")
    answer_request("fritz", confirm=True)
    assert (draft.provisional, draft.provisional_refused) == ("", False)
    assert counts(draft)


def test_a_stranger_with_a_sheet_takes_nobodys_place_and_no_money(funding):
    funding.applications_per_municipality = 1
    application = make_unconfirmed(funding)
    ledger = funding.case_store().ledger
    assert not counts(application)
    assert ledger.claimed(application.ags, "") == 0
    make_consultation(funding)
    own = make_draft(funding)
    with acting("antragstellung"):
        submit(own, now())
    assert state_of(own) == "submitted"


def test_what_the_office_takes_up_counts(funding):
    application = make_unconfirmed(funding)
    with acting("sachbearbeitung"):
        take_up(application, now())
    ledger = funding.case_store().ledger
    assert counts(application)
    assert ledger.claimed(application.ags, "") == application.plan.requested
