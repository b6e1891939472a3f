"""Submit with a consultation that is stated, and within what a municipality may get."""

from decimal import Decimal
from kommunaldialog.domain.consultation import StatedConsultation
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.usecases.submit import submit
from kommunaldialog.usecases.withdraw import withdraw
from tests.samples import acting
from tests.samples import make_consultation
from tests.samples import make_decided
from tests.samples import make_draft
from tests.samples import make_submitted
from tests.samples import now
from tests.usecases import codes
import pytest


class TestStatedConsultation:
    @pytest.fixture
    def draft(self, funding):
        funding.stated_consultation = True
        draft = make_draft(funding)
        draft.stated_held = now().date()
        draft.stated_adviser = "Frau Rat"
        return draft

    def test_it_stands_for_a_record_and_is_flagged(self, draft):
        with acting("antragstellung"):
            submission = submit(draft, now())
        assert draft.stated_consultation.adviser == "Frau Rat"
        assert draft.stated_consultation.confirmed is None
        (line,) = (x for x in submission.lines if x.name == "stated_consultation")
        assert "Frau Rat" in line.text

    def test_beside_a_record_there_is_nothing_to_confirm(self, funding, draft):
        make_consultation(funding)
        with acting("antragstellung"):
            submit(draft, now())
        assert draft.stated_consultation is None

    def test_where_the_call_does_not_take_their_word_it_is_refused(
        self, funding, draft
    ):
        funding.stated_consultation = False
        with acting("antragstellung"), pytest.raises(Refused) as caught:
            submit(draft, now())
        assert codes(caught) == ["consultation_missing"]

    def test_what_the_office_denied_is_not_stated_again(self, draft):
        draft.stated_consultation = StatedConsultation(
            draft.stated_held, draft.stated_adviser, confirmed=False
        )
        with acting("antragstellung"), pytest.raises(Refused) as caught:
            submit(draft, now())
        assert codes(caught) == ["stated_consultation_denied"]
        draft.stated_adviser = "Herr Tat"
        with acting("antragstellung"):
            submit(draft, now())
        assert draft.stated_consultation.confirmed is None


class TestLimitOfTheMunicipality:
    @pytest.fixture
    def funding(self, funding):
        funding.applications_per_municipality = 3
        funding.highest_grant_per_municipality = Decimal("5000.00")
        return funding

    def test_all_of_its_applications_together_stay_below_it(self, funding):
        make_submitted(funding)
        with pytest.raises(Refused) as caught:
            make_submitted(funding)
        assert codes(caught) == ["requested_above_municipality"]
        assert caught.value.refusals[0].params["claimed"] == Decimal("3000.00")

    def test_it_may_be_reached_but_not_passed(self, funding):
        funding.highest_grant_per_municipality = Decimal("6000.00")
        for _application in range(2):
            make_submitted(funding)
        with pytest.raises(Refused):
            make_submitted(funding)

    def test_what_was_withdrawn_does_not_count(self, funding):
        first = make_submitted(funding)
        with acting("antragstellung"):
            withdraw(first, now())
        make_submitted(funding)

    def test_of_what_was_granted_only_the_grant_counts(self, funding):
        funding.highest_grant_per_municipality = Decimal("5500.00")
        make_decided(funding)
        make_submitted(funding)

    def test_what_was_rejected_does_not_count(self, funding):
        make_decided(funding, approved=False)
        make_submitted(funding)
