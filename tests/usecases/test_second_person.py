"""A letter that ends an application or a grant: one enters it, another confirms it."""

from AccessControl import Unauthorized
from decimal import Decimal
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.history.record import events
from kommunaldialog.outbox import waiting
from kommunaldialog.usecases.announce import announce
from kommunaldialog.usecases.bias import declare
from kommunaldialog.usecases.close import open_matters
from kommunaldialog.usecases.decide import decide
from kommunaldialog.usecases.payments import release_payment
from kommunaldialog.usecases.revoke import revoke
from kommunaldialog.usecases.second_person import hand_letter_back
from kommunaldialog.usecases.second_person import waiting_letter
from kommunaldialog.usecases.step import state_of
from kommunaldialog.usecases.sums import current_grant
from kommunaldialog.usecases.waive import confirm_waiver
from kommunaldialog.usecases.waive import waive
from kommunaldialog.usecases.withdraw import confirm_withdrawal
from kommunaldialog.usecases.withdraw import withdraw
from plone import api
from tests.samples import acting
from tests.samples import make_assessed
from tests.samples import make_decided
from tests.samples import make_submitted
from tests.samples import now
from tests.samples_decision import make_pending
from tests.samples_money import make_heard
from tests.samples_money import make_prepared
from tests.samples_paper import BY_LETTER
from tests.samples_paper import letter
from tests.samples_paper import read
from tests.samples_paper import unbiased
from tests.samples_proof import make_checked
from tests.usecases import codes
import pytest


OFFICE, OTHER = "sachbearbeitung", "entscheidung"


def entered(make, event):
    """One about which a case worker has entered such a letter."""

    def maker(funding):
        application = make(funding)
        with acting(OFFICE):
            BY_LETTER[event](application, letter())
        return application

    return maker


withdrawal = entered(make_submitted, "withdrawn")
waiver = entered(make_decided, "grant_waived")


def test_a_letter_ends_nothing_before_another_person_confirms_it(funding):
    application = withdrawal(funding)
    assert state_of(application) == "submitted"
    assert waiting_letter(application).letter.entered_by == OFFICE
    with acting(OTHER):
        confirm_withdrawal(unbiased(application), now(), read(application))
    assert (state_of(application), application.unconfirmed) == ("withdrawn", None)
    last = events(application)[-1]
    assert (last.kind, last.actor) == ("withdrawn", OTHER)
    assert last.changes["entered_by"] == ("", OFFICE)


def test_a_waiver_takes_nothing_before_another_person_confirms_it(funding):
    application = make_decided(funding)
    with acting(OFFICE):
        waive(unbiased(application), now(), Decimal("900"), "Weniger.", letter())
    assert current_grant(application) == Decimal("2500")
    with acting(OTHER):
        change = confirm_waiver(unbiased(application), now(), read(application))
    assert (change.after, change.reason, change.actor) == (900, "Weniger.", OTHER)
    assert change.letter == application.paper_letters[0]
    assert state_of(application) == "approved"
    assert current_grant(application) == Decimal("900")


def test_all_of_a_grant_is_waived_by_two(funding):
    application = waiver(funding)
    with acting(OTHER):
        confirm_waiver(unbiased(application), now(), read(application))
    assert state_of(application) == "waived"


@pytest.mark.parametrize(
    ("make", "confirm"),
    [(withdrawal, confirm_withdrawal), (waiver, confirm_waiver)],
)
def test_who_entered_it_is_biased_or_read_something_else_does_not_confirm(
    funding, make, confirm
):
    application = make(funding)
    state = state_of(application)
    for user, seen, code in (
        (OFFICE, read(application), "letter_same_person"),
        ("beides", None, "seen_missing"),
        ("beides", now(), "seen_replaced"),
    ):
        with acting(user), pytest.raises(Refused) as caught:
            confirm(unbiased(application), now(), seen)
        assert codes(caught) == [code]
    application.bias_declarations.pop(OTHER, None)
    with acting(OTHER), pytest.raises(Refused) as caught:
        confirm(application, now(), read(application))
    assert codes(caught) == ["bias_undeclared"]
    for user in ("antragstellung", "ministerium"):
        with acting(user), pytest.raises(Unauthorized):
            confirm(application, now(), read(application))
    with acting(OFFICE):
        declare(application, now(), free=False)
    with acting(OTHER), pytest.raises(Refused) as caught:
        confirm(unbiased(application), now(), read(application))
    assert codes(caught) == ["letter_enterer_biased"]
    assert state_of(application) == state


def test_who_enters_it_declares_to_be_free_of_bias(funding):
    application = make_submitted(funding)
    application.bias_declarations.pop(OFFICE, None)
    with acting(OFFICE), pytest.raises(Refused) as caught:
        withdraw(application, now(), letter())
    assert codes(caught) == ["bias_undeclared"]
    assert application.paper_letters == ()


def test_what_was_entered_wrong_is_handed_back_and_entered_again(funding):
    application = waiver(funding)
    with acting(OFFICE), pytest.raises(Refused) as caught:
        BY_LETTER["grant_waived"](application, letter("ein anderer"))
    assert codes(caught) == ["letter_waits"]
    with acting(OTHER):
        with pytest.raises(Refused) as caught:
            hand_letter_back(application, now(), " ")
        assert codes(caught) == ["letter_back_reason_missing"]
        hand_letter_back(application, now(), "Im Brief steht ein Teil.")
        for step in (confirm_waiver, hand_letter_back):
            with pytest.raises(Refused) as caught:
                step(application, now(), "Noch einmal.")
            assert codes(caught) == ["letter_none_waits"]
    (back,) = application.letters_back
    assert (back.number, back.actor, back.reason) == (
        1,
        OTHER,
        "Im Brief steht ein Teil.",
    )
    with acting(OFFICE):
        waive(application, now(), Decimal("900"), "", letter())
    assert waiting_letter(application).letter.number == 2


def test_nothing_overtakes_a_letter_that_waits(funding):
    funding.applications_per_municipality = 5

    def refused(step):
        with acting(OTHER), pytest.raises(Refused) as caught:
            step()
        assert "letter_waits" in codes(caught)

    presented = entered(make_assessed, "withdrawn")(funding)
    refused(lambda: decide(presented, now(), approved=True, amount=Decimal("2500")))
    decided = entered(make_pending, "withdrawn")(funding)
    refused(lambda: announce(decided, now()))
    prepared = entered(make_prepared, "grant_waived")(funding)
    refused(lambda: release_payment(prepared, now(), 1))
    heard = entered(make_heard, "grant_waived")(funding)
    refused(lambda: revoke(heard, now(), "revoked", Decimal(0), "Zweck verfehlt."))
    checked = entered(make_checked, "grant_waived")(funding)
    found = [refusal.code for refusal in open_matters(checked, now())]
    assert found == ["letter_waits"]


def test_the_municipality_itself_need_not_wait_for_the_office(funding):
    application = withdrawal(funding)
    with acting("antragstellung"):
        withdraw(application, now())
    assert (state_of(application), waiting_letter(application)) == ("withdrawn", None)
    assert overtaken(application) == [1]


def overtaken(application):
    """The numbers of the letters that the municipality overtook, as is on record."""
    reasons = [
        event.changes["reason"][1]
        for event in events(application)
        if event.kind == "letter_handed_back"
    ]
    found = application.letters_back
    assert reasons == [back.reason for back in found]
    assert {back.actor for back in found} <= {"antragstellung", "zeichnung"}
    assert all("hat im Portal gehandelt" in reason for reason in reasons)
    return [back.number for back in found]


def test_a_letter_that_a_waiver_overtook_is_on_record_told_and_entered_again(funding):
    application = waiver(funding)
    with acting("zeichnung"):
        waive(application, now(), Decimal("800"))
    assert overtaken(application) == [1]
    assert "bleibt ohne Wirkung" in [*waiting(api.portal.get())][-1][1].body
    with acting(OFFICE):
        BY_LETTER["grant_waived"](application, letter())
    assert waiting_letter(application).letter.number == 2


def test_a_letter_that_is_confirmed_is_not_overtaken(funding):
    application = waiver(funding)
    with acting(OTHER):
        confirm_waiver(unbiased(application), now(), read(application))
    assert application.letters_back == ()


def test_a_waiver_of_what_is_not_granted_any_more_is_not_confirmed(funding):
    application = make_decided(funding)
    with acting(OFFICE):
        waive(unbiased(application), now(), Decimal("900"), "", letter())
    application.grant_changes = ()
    with acting("zeichnung"):
        # Its own, of the part that it names itself.
        change = waive(application, now(), Decimal("800"))
    assert change.after == Decimal("800")
    assert waiting_letter(application) is None


@pytest.mark.parametrize("event", ["payment_called", "grant_waived"])
def test_the_municipality_is_told_of_each_letter_and_not_what_it_says(funding, event):
    application = make_decided(funding)
    with acting(OFFICE):
        BY_LETTER[event](application, letter())
    subject = f"Ihr Brief zum Antrag {application.reference}"
    found = [
        mail for _key, mail in waiting(api.portal.get()) if mail.subject == subject
    ]
    assert {mail.recipient for mail in found} == {
        "antragstellung@example.org",
        "antrag@example.org",
    }
    for mail in found:
        assert "hat die Bewilligungsstelle einen Brief von Ihnen" in mail.body
        assert application.absolute_url() in mail.body
        assert not {"1.000", "verzicht", "Verzicht"} & set(mail.body.split())


def test_a_confirmed_letter_and_one_handed_back_are_told_as_well(funding):
    funding.applications_per_municipality = 2
    with acting(OTHER):
        for make, step in (
            (waiver, lambda it: confirm_waiver(unbiased(it), now(), read(it))),
            (withdrawal, lambda it: hand_letter_back(it, now(), "Verlesen.")),
        ):
            with acting(OFFICE):
                application = make(funding)
            step(application)
    bodies = "\n".join(mail.body for _key, mail in waiting(api.portal.get()))
    assert "wirkt jetzt Ihr Brief" in bodies
    assert "bleibt ohne Wirkung" in bodies
    assert "Verlesen" not in bodies
