"""Hand over for signature, send back, sign and submit; or attach a signed sheet."""

from AccessControl import Unauthorized
from datetime import timedelta
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.history.record import events
from kommunaldialog.usecases.save import save
from kommunaldialog.usecases.sign import attach_scan
from kommunaldialog.usecases.sign import hand_over
from kommunaldialog.usecases.sign import send_back
from kommunaldialog.usecases.sign import sent_back_because
from kommunaldialog.usecases.step import state_of
from kommunaldialog.usecases.submit import submit
from kommunaldialog.usecases.take_back import take_back
from plone.namedfile.file import NamedBlobFile
from tests.samples import acting
from tests.samples import make_consultation
from tests.samples import make_draft
from tests.samples import now
from tests.samples import PDF
from tests.usecases import codes
import hashlib
import pytest


@pytest.fixture
def call(funding):
    """A call whose applications somebody signs."""
    funding.second_signature = True
    make_consultation(funding)
    return funding


@pytest.fixture
def draft(call):
    return make_draft(call)


@pytest.fixture
def handed_over(draft):
    with acting("antragstellung"):
        hand_over(draft, now())
    return draft


def sheet(data=PDF):
    return NamedBlobFile(data, "application/pdf", "unterschrift.pdf")


def test_who_may_not_sign_can_not_submit(draft):
    with acting("antragstellung"), pytest.raises(Refused) as caught:
        submit(draft, now())
    assert codes(caught) == ["signature_missing"]
    assert (state_of(draft), draft.reference) == ("draft", None)


def test_who_may_sign_submits_what_was_handed_over(handed_over):
    with acting("zeichnung"):
        submission = submit(handed_over, now())
    assert state_of(handed_over) == "submitted"
    assert (submission.submitted_by, submission.signed_by) == ("zeichnung",) * 2


def test_who_may_sign_may_submit_what_they_wrote_themselves(draft):
    with acting("zeichnung"):
        save(draft, now(), core={"title": "Dialog Bahnhof"})
        assert submit(draft, now()).signed_by == "zeichnung"


def test_a_call_without_signature_names_nobody_who_signed(funding):
    make_consultation(funding)
    draft = make_draft(funding)
    with acting("zeichnung"):
        assert submit(draft, now()).signed_by == ""


def test_what_waits_for_signature_is_not_changed_meanwhile(handed_over):
    with acting("antragstellung"), pytest.raises(Unauthorized):
        save(handed_over, now(), core={"title": "Etwas anderes"})


@pytest.mark.parametrize("user", ["antragstellung", "fremde", "sachbearbeitung"])
def test_only_who_may_sign_does_so(handed_over, user):
    with acting(user), pytest.raises((Unauthorized, Refused)):
        submit(handed_over, now())
    with acting(user), pytest.raises((Unauthorized, Refused)):
        send_back(handed_over, now(), "Bitte ändern.")
    assert state_of(handed_over) == "to_sign"


def test_an_incomplete_draft_is_not_handed_over(call):
    draft = make_draft(call, title="")
    with acting("antragstellung"), pytest.raises(Refused) as caught:
        hand_over(draft, now())
    assert codes(caught) == ["core_title_missing"]
    assert state_of(draft) == "draft"


def test_after_a_strict_deadline_nobody_is_asked_to_sign(call, draft):
    later = now() + timedelta(days=30)
    with acting("antragstellung"), pytest.raises(Refused) as caught:
        hand_over(draft, later)
    assert codes(caught) == ["deadline_passed"]
    call.strict_deadline = False
    with acting("antragstellung"):
        hand_over(draft, later)
    assert state_of(draft) == "to_sign"


def test_a_second_hand_over_says_that_it_was_done(handed_over):
    with acting("antragstellung"), pytest.raises(Refused) as caught:
        hand_over(handed_over, now())
    assert codes(caught) == ["transition_not_possible"]


def test_it_is_sent_back_with_a_reason_that_is_kept(handed_over):
    with acting("zeichnung"), pytest.raises(Refused) as caught:
        send_back(handed_over, now(), " ")
    assert codes(caught) == ["send_back_reason_missing"]
    with acting("zeichnung"):
        send_back(handed_over, now(), "Bitte die Miete prüfen.")
    assert state_of(handed_over) == "draft"
    assert events(handed_over)[-1].changes == {
        "reason": ("", "Bitte die Miete prüfen.")
    }
    assert sent_back_because(handed_over) == "Bitte die Miete prüfen."
    with acting("antragstellung"):
        save(handed_over, now(), core={"title": "Dialog Bahnhof"})
        hand_over(handed_over, now())
    assert sent_back_because(handed_over) == ""


def test_a_reason_is_no_longer_than_a_page(handed_over):
    with acting("zeichnung"), pytest.raises(Refused) as caught:
        send_back(handed_over, now(), "x" * 2001)
    assert codes(caught) == ["core_too_long"]


def test_who_handed_it_over_can_have_it_back(handed_over):
    with acting("antragstellung"):
        take_back(handed_over, now() + timedelta(days=30))
    assert state_of(handed_over) == "draft"


class TestSheet:
    @pytest.fixture
    def call(self, call):
        call.scan_instead_of_signature = True
        return call

    def test_it_stands_for_the_signature(self, draft):
        with acting("antragstellung"):
            attach_scan(draft, now(), sheet(), draft.revision)
            submission = submit(draft, now())
        assert submission.signed_by == ""
        line = next(line for line in submission.lines if line.name == "signature-scan")
        assert line.files[0].sha256 == hashlib.sha256(PDF).hexdigest()

    def test_without_it_both_ways_are_named(self, draft):
        with acting("antragstellung"), pytest.raises(Refused) as caught:
            submit(draft, now())
        assert codes(caught) == ["signature_or_scan_missing"]

    def test_what_was_changed_since_is_not_signed(self, draft):
        with acting("antragstellung"):
            attach_scan(draft, now(), sheet(), draft.revision)
            save(draft, now(), core={"title": "Etwas anderes"})
            with pytest.raises(Refused) as caught:
                submit(draft, now())
        assert codes(caught) == ["signature_scan_outdated"]

    def test_a_sheet_printed_before_a_colleague_changed_something_is_refused(
        self, draft
    ):
        printed = draft.revision
        with acting("antragstellung"):
            save(draft, now(), core={"title": "Etwas anderes"})
            with pytest.raises(Refused) as caught:
                attach_scan(draft, now(), sheet(), printed)
        assert codes(caught) == ["signature_scan_outdated"]
        assert draft.signature_scan is None

    def test_an_outdated_sheet_does_not_arrive_with_what_was_signed_since(self, draft):
        with acting("antragstellung"):
            attach_scan(draft, now(), sheet(), draft.revision)
            save(draft, now(), core={"title": "Etwas anderes"})
        with acting("zeichnung"):
            submission = submit(draft, now())
        assert "signature-scan" not in [line.name for line in submission.lines]
        assert draft.signature_scan is None

    def test_it_can_be_removed(self, draft):
        with acting("antragstellung"):
            attach_scan(draft, now(), sheet(), draft.revision)
            attach_scan(draft, now(), None, draft.revision)
        assert draft.signature_scan is None
        assert [event.kind for event in events(draft)][-2:] == [
            "scan_attached",
            "scan_removed",
        ]

    def test_where_the_call_takes_none_it_is_refused(self, call, draft):
        call.scan_instead_of_signature = False
        with acting("antragstellung"), pytest.raises(Refused) as caught:
            attach_scan(draft, now(), sheet(), draft.revision)
        assert codes(caught) == ["signature_scan_not_taken"]

    def test_nobody_else_attaches_one(self, draft):
        with acting("fremde"), pytest.raises(Unauthorized):
            attach_scan(draft, now(), sheet(), draft.revision)
