"""What a municipality has to do next, and by when."""

from datetime import timedelta
from kommunaldialog.applicant.next_step import next_step
from kommunaldialog.domain.finality import Finality
from kommunaldialog.usecases.proof_due import proof_due
from kommunaldialog.usecases.save import save
from kommunaldialog.usecases.sign import hand_over
from kommunaldialog.usecases.sign import send_back
from kommunaldialog.usecases.submit import submit
from tests.samples import acting
from tests.samples import make_consultation
from tests.samples import make_decided
from tests.samples import make_draft
from tests.samples import make_submitted
from tests.samples import now
from tests.samples_money import make_demanded
from zope.i18n import translate
import pytest


DAY = timedelta(days=1)
CLOSED = "Einreichen ist nicht mehr möglich"


def step(application, user="antragstellung", moment=None):
    with acting(user):
        return next_step(application, moment or now())


def words(*args, **kwargs):
    return translate(step(*args, **kwargs).text, target_language="de")


@pytest.fixture
def draft(funding):
    return make_draft(funding)


def test_a_consultation_comes_before_all_else(funding, draft):
    assert words(draft) == "Beratungsgespräch vereinbaren"
    make_consultation(funding)
    assert words(draft) == "Prüfen und einreichen"
    assert step(draft).deadline == funding.window().deadline


def test_what_is_missing_is_counted(funding, draft):
    make_consultation(funding)
    with acting("antragstellung"):
        save(draft, now(), core={"contact_phone": ""})
        assert words(draft) == "Eine Angabe fehlt noch"
        save(draft, now(), core={"contact_name": ""})
    assert words(draft) == "2 Angaben fehlen noch"


def test_a_complete_draft_goes_to_who_may_sign_for_the_town(funding, draft):
    funding.second_signature = True
    make_consultation(funding)
    assert words(draft) == "Zur Unterschrift geben"
    assert words(draft, "zeichnung") == "Prüfen und einreichen"


def test_signing_is_for_one_and_waiting_for_the_other(funding, draft):
    funding.second_signature = True
    make_consultation(funding)
    with acting("antragstellung"):
        hand_over(draft, now())
    assert words(draft) == "Wartet auf die Unterschrift"
    assert (
        words(draft, "zeichnung") == "Unterschreiben und einreichen, oder zurückgeben"
    )
    assert step(draft, "zeichnung").deadline == funding.window().deadline
    with acting("zeichnung"):
        send_back(draft, now(), "Bitte die Miete prüfen.")
    assert words(draft) == "Ohne Unterschrift zurück: Grund lesen"


def test_after_a_strict_deadline_nothing_is_left_to_do(funding, draft):
    late = funding.window().deadline + DAY
    found = step(draft, moment=late)
    assert translate(found.text, target_language="de") == CLOSED
    assert (found.deadline, found.overdue) == (None, False)


def test_after_an_ordinary_deadline_it_can_be_sent_with_a_reason(funding, draft):
    funding.strict_deadline = False
    make_consultation(funding)
    late = funding.window().deadline + DAY
    found = step(draft, moment=late)
    assert (found.deadline, found.overdue) == (None, True)
    with acting("antragstellung"):
        submit(draft, late, "Der Server stand still.")
    assert "trotz Verspätung" in words(draft, moment=late)


def test_after_arrival_others_are_next_and_then_there_is_a_notice(funding):
    assert words(make_submitted(funding)) == "Die Bewilligungsstelle prüft"
    decided = make_decided(funding, user="fremde", ags="08999002")
    assert words(decided, "fremde") == "Bescheid lesen"


def test_a_final_grant_is_proved_in_time_and_before_that_its_notice_is_read(funding):
    decided = make_decided(funding)
    assert words(decided) == "Bescheid lesen"
    decided.finality = Finality("waiver", now().date(), "sachbearbeitung", now())
    assert words(decided) == "Verwendungsnachweis einreichen"
    assert step(decided).deadline.date() == proof_due(decided)
    later = now() + timedelta(days=365 * 10)
    assert step(decided, moment=later).deadline is None
    assert step(decided, moment=later).passed == proof_due(decided)


def test_what_has_to_be_paid_back_comes_before_a_later_proof(funding):
    demanded = make_demanded(funding)
    assert words(demanded) == "Betrag erstatten"
