"""A change of contact and a request for early start, after the application arrived."""

from AccessControl import Unauthorized
from datetime import timedelta
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.history.record import events
from kommunaldialog.usecases.amend import change_contact
from kommunaldialog.usecases.amend import request_early_start
from tests.samples import acting
from tests.samples import make_decided
from tests.samples import make_draft
from tests.samples import make_submitted
from tests.samples import now
from tests.usecases import codes
import pytest


NEW = {
    "contact_name": "Nora Neu",
    "contact_email": "neu@example.org",
    "contact_phone": "0711 123456",
}


@pytest.fixture
def submitted(funding):
    return make_submitted(funding)


def tomorrow():
    return now().date() + timedelta(days=2)


class TestContact:
    def test_old_and_new_are_kept_and_what_was_submitted_stays(self, submitted):
        before = submitted.submission()
        with acting("antragstellung"):
            changed = change_contact(submitted, now(), NEW)
        assert set(changed) == {"contact_name", "contact_email"}
        assert submitted.contact_name == "Nora Neu"
        assert events(submitted)[-1].changes["contact_name"] == (
            "Anna Antrag",
            "Nora Neu",
        )
        assert submitted.submission() is before

    def test_the_same_contact_again_is_no_change(self, submitted):
        with acting("antragstellung"):
            change_contact(submitted, now(), NEW)
            count = len(events(submitted))
            assert change_contact(submitted, now(), NEW) == ()
        assert len(events(submitted)) == count

    def test_whom_to_ask_is_never_left_out(self, submitted):
        empty = dict.fromkeys(NEW, " ")
        with acting("antragstellung"), pytest.raises(Refused) as caught:
            change_contact(submitted, now(), empty)
        assert codes(caught) == [f"core_{name}_missing" for name in NEW]

    def test_an_address_that_is_none_is_refused(self, submitted):
        wrong = {**NEW, "contact_email": "neu@"}
        with acting("antragstellung"), pytest.raises(Refused) as caught:
            change_contact(submitted, now(), wrong)
        assert codes(caught) == ["core_contact_email_wrong"]
        assert submitted.contact_name == "Anna Antrag"

    @pytest.mark.parametrize("user", ["fremde", "sachbearbeitung", "admin"])
    def test_nobody_else_changes_it(self, submitted, user):
        with acting(user), pytest.raises(Unauthorized):
            change_contact(submitted, now(), NEW)

    def test_a_draft_is_edited_instead(self, funding):
        draft = make_draft(funding)
        with acting("antragstellung"), pytest.raises(Refused) as refused:
            change_contact(draft, now(), NEW)
        assert codes(refused) == ["transition_not_possible"]

    def test_after_a_rejection_there_is_nothing_to_ask(self, funding):
        rejected = make_decided(funding, approved=False)
        with acting("antragstellung"), pytest.raises(Refused) as refused:
            change_contact(rejected, now(), NEW)
        assert codes(refused) == ["transition_not_possible"]


class TestEarlyStart:
    @pytest.fixture
    def funding(self, funding):
        funding.early_start_allowed = True
        return funding

    def test_it_is_asked_for_with_day_and_reason(self, submitted):
        with acting("antragstellung"):
            request_early_start(submitted, now(), tomorrow(), "Der Saal ist nur frei.")
        assert submitted.start_declaration == "early_start"
        assert submitted.early_start_from == tomorrow()
        assert events(submitted)[-1].changes["early_start_from"] == (
            "",
            tomorrow().isoformat(),
        )

    def test_asked_twice_it_is_one_request(self, submitted):
        with acting("antragstellung"):
            for _click in range(2):
                request_early_start(submitted, now(), tomorrow(), "Der Saal.")
        kinds = [event.kind for event in events(submitted)]
        assert kinds.count("early_start_requested") == 1

    def test_a_day_that_was_is_refused(self, submitted):
        with acting("antragstellung"), pytest.raises(Refused) as caught:
            request_early_start(submitted, now(), now().date(), "Wir fingen schon an.")
        assert codes(caught) == ["early_start_in_past"]

    def test_where_the_call_allows_none_it_is_refused(self, funding, submitted):
        funding.early_start_allowed = False
        with acting("antragstellung"), pytest.raises(Refused) as caught:
            request_early_start(submitted, now(), tomorrow(), "Der Saal.")
        assert codes(caught) == ["early_start_not_allowed"]

    def test_after_the_decision_it_is_needless(self, funding):
        approved = make_decided(funding)
        with acting("antragstellung"), pytest.raises(Refused) as caught:
            request_early_start(approved, now(), tomorrow(), "Der Saal.")
        assert codes(caught) == ["early_start_decided"]
