"""Invitations, requests and the last rules of who works for a municipality."""

from dataclasses import replace
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from kommunaldialog.domain.accounts import check_busy
from kommunaldialog.domain.accounts import check_change
from kommunaldialog.domain.accounts import check_decision
from kommunaldialog.domain.accounts import check_link
from kommunaldialog.domain.accounts import check_offer
from kommunaldialog.domain.accounts import check_own
from kommunaldialog.domain.accounts import check_request
from kommunaldialog.domain.accounts import check_resend
from kommunaldialog.domain.accounts import check_waiting
from kommunaldialog.domain.accounts import difference
from kommunaldialog.domain.accounts import expiry
from kommunaldialog.domain.accounts import hash_of
from kommunaldialog.domain.accounts import in_order
from kommunaldialog.domain.accounts import is_mail
from kommunaldialog.domain.accounts import Link
from kommunaldialog.domain.accounts import mail_is_due
from kommunaldialog.domain.accounts import MINUTES_BETWEEN
from kommunaldialog.domain.accounts import MOST_INVITATIONS
from kommunaldialog.domain.accounts import MOST_MAILS
from kommunaldialog.domain.accounts import MOST_REQUESTS
from kommunaldialog.domain.accounts import MOST_SENDINGS
from kommunaldialog.domain.accounts import MOST_WAITING
from kommunaldialog.domain.accounts import Offer
from kommunaldialog.domain.accounts import opens
from kommunaldialog.domain.accounts import read_link
from kommunaldialog.domain.accounts import Request
from kommunaldialog.domain.accounts import ROLES
from kommunaldialog.domain.accounts import Standing
from kommunaldialog.domain.accounts import standing
from kommunaldialog.domain.lifecycle import ANTRAGSTELLUNG
from kommunaldialog.domain.lifecycle import SACHBEARBEITUNG
from kommunaldialog.domain.lifecycle import ZUGANGSVERWALTUNG
from kommunaldialog.domain.provisional import check_provisional
import pytest


NOW = datetime(2026, 10, 31, 20, tzinfo=UTC)
AGS = "08999001"
ID = "0123456789abcdef"
LINK = Link(AGS, ID, "geheim")
OFFER = Offer(
    AGS,
    ID,
    "neu@example.org",
    (ANTRAGSTELLUNG,),
    "zugang",
    NOW,
    expiry(NOW, 14),
    hash_of("geheim"),
)
REQUEST = Request(
    AGS,
    ID,
    "Fritz Frist",
    "fritz@example.org",
    "0711",
    (ANTRAGSTELLUNG,),
    NOW,
    expiry(NOW, 3),
    hash_of("geheim"),
    Standing.WAITING,
    "fritz",
)


def codes(refusals):
    return [refusal.code for refusal in refusals]


def test_a_link_is_read_as_it_was_written():
    assert read_link(str(LINK)) == LINK


@pytest.mark.parametrize("text", ["", "08999001", "08999001.x.y", f"a b.{ID}.y"])
def test_what_is_no_link_is_none(text):
    assert read_link(text) is None


def test_only_the_secret_opens():
    assert opens(LINK, OFFER)
    assert not opens(replace(LINK, secret="geraten"), OFFER)
    assert not opens(replace(LINK, secret="\udc80"), OFFER)


def test_an_invitation_holds_until_the_moment_before_it_expires():
    assert check_link(OFFER, OFFER.expires - timedelta(microseconds=1)) == ()
    assert codes(check_link(OFFER, OFFER.expires)) == ["access_link_expired"]


@pytest.mark.parametrize(
    "outcome", [Standing.ACCEPTED, Standing.WITHDRAWN, Standing.WAITING]
)
def test_what_was_used_says_so_also_after_its_time(outcome):
    used = replace(OFFER, outcome=outcome)
    assert standing(used, OFFER.expires + timedelta(days=400)) is outcome
    assert codes(check_link(used, NOW)) == [f"access_link_{outcome}"]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("anna@musterstadt.de", True),
        ("a.b+c@x.y.de", True),
        ("anna", False),
        ("anna@musterstadt", False),
        ("anna@muster stadt.de", False),
        ("anna@a.de, b@c.de", False),
        ("<anna@a.de>", False),
        (f"{'a' * 200}@x.de", False),
    ],
)
def test_an_address_is_told_from_what_is_none(text, right):
    assert is_mail(text) is right


def test_an_invitation_needs_address_and_task():
    assert check_offer("neu@example.org", (ANTRAGSTELLUNG,), (), NOW) == ()
    assert codes(check_offer("neu", (), (), NOW)) == [
        "access_mail_wrong",
        "access_roles_missing",
    ]


def test_no_role_of_the_office_is_given_to_a_municipality():
    roles = (ANTRAGSTELLUNG, SACHBEARBEITUNG)
    assert codes(check_offer("neu@example.org", roles, (), NOW)) == [
        "access_roles_missing"
    ]
    assert in_order((SACHBEARBEITUNG, ZUGANGSVERWALTUNG, ANTRAGSTELLUNG)) == (
        ANTRAGSTELLUNG,
        ZUGANGSVERWALTUNG,
    )


def test_one_address_is_invited_once_until_it_expires():
    found = check_offer("NEU@example.org ", ROLES, (OFFER,), NOW)
    assert codes(found) == ["access_mail_wrong"]
    found = check_offer("NEU@example.org", ROLES, (OFFER,), NOW)
    assert codes(found) == ["access_invited_already"]
    assert check_offer("NEU@example.org", ROLES, (OFFER,), OFFER.expires) == ()


def test_open_invitations_of_a_municipality_come_to_an_end():
    many = [replace(OFFER, mail=f"a{n}@example.org") for n in range(MOST_INVITATIONS)]
    assert codes(check_offer("neu@example.org", ROLES, many, NOW)) == [
        "access_too_many_open"
    ]
    assert check_offer("neu@example.org", ROLES, many[1:], NOW) == ()


def test_an_invitation_is_not_sent_again_at_once():
    soon = NOW + timedelta(minutes=MINUTES_BETWEEN)
    early = soon - timedelta(microseconds=1)
    assert codes(check_resend(OFFER, (OFFER,), early)) == ["access_sent_lately"]
    assert check_resend(OFFER, (OFFER,), soon) == ()
    again = replace(OFFER, sent_again=(soon,))
    assert codes(check_resend(again, (again,), soon)) == ["access_sent_lately"]


def test_one_address_gets_so_many_invitations_a_day():
    moments = [NOW + timedelta(hours=hours) for hours in range(1, MOST_SENDINGS)]
    often = replace(OFFER, sent_again=tuple(moments))
    later = moments[-1] + timedelta(hours=1)
    assert codes(check_resend(often, (often,), later)) == ["access_sent_often"]
    assert check_resend(often, (often,), NOW + timedelta(days=1)) == ()
    other = replace(OFFER, mail="andere@example.org")
    assert check_resend(other, (often, other), later) == ()


def test_who_withdraws_and_invites_anew_sends_no_more_often():
    gone = replace(OFFER, outcome=Standing.WITHDRAWN)
    found = check_offer(OFFER.mail, ROLES, (gone,) * MOST_SENDINGS, NOW)
    assert codes(found) == ["access_sent_often"]
    assert check_offer(OFFER.mail, ROLES, (gone,) * (MOST_SENDINGS - 1), NOW) == ()


def test_nobody_gives_a_task_to_themselves():
    assert codes(check_own("a", "a", (ZUGANGSVERWALTUNG,), ROLES)) == [
        "access_own_roles"
    ]
    assert check_own("a", "a", ROLES, (ZUGANGSVERWALTUNG,)) == ()
    assert check_own("a", "b", (), ROLES) == ()


def test_an_address_is_proved_by_its_link_or_by_the_persons_provider():
    assert not REQUEST.mail_proved
    assert replace(REQUEST, followed=True).mail_proved
    assert replace(REQUEST, claim="kommune").mail_proved


def test_a_request_says_who_asks_and_how_to_check_it():
    assert check_request("Fritz", "f@example.org", "0711", (ANTRAGSTELLUNG,)) == ()
    assert codes(check_request("", "x", "", ())) == [
        "access_name_missing",
        "access_phone_missing",
        "access_mail_wrong",
        "access_roles_missing",
    ]
    found = check_request("a" * 201, "f@example.org", "1" * 61, (ANTRAGSTELLUNG,))
    assert [(one.field, one.code) for one in found] == [
        ("name", "core_too_long"),
        ("phone", "core_too_long"),
    ]


def test_an_address_gets_so_many_mails_within_a_day():
    asked = [REQUEST] * MOST_REQUESTS
    assert not mail_is_due("Fritz@example.org", asked, NOW)
    assert mail_is_due("Fritz@example.org", asked[1:], NOW)
    assert mail_is_due("fritz@example.org", asked, NOW + timedelta(days=1))
    assert mail_is_due("andere@example.org", asked, NOW)


def test_an_account_waits_once_for_each_municipality_and_not_for_all():
    many = [str(number) for number in range(MOST_WAITING)]
    assert codes(check_waiting(many, "0")) == ["access_request_waits"]
    assert codes(check_waiting(many, AGS)) == ["access_too_many_requests"]
    assert check_waiting(many[1:], AGS) == ()


def test_all_strangers_together_ask_so_often_within_an_hour():
    asked = [REQUEST] * MOST_MAILS
    assert codes(check_busy(asked, NOW)) == ["access_busy"]
    assert check_busy(asked[1:], NOW) == ()
    assert check_busy(asked, NOW + timedelta(hours=1)) == ()


def change(managers, user, roles, successor_invited=False):
    return codes(
        check_change(managers, user, roles, successor_invited=successor_invited)
    )


def test_the_last_who_manages_access_stays():
    assert change({"a"}, "a", ()) == ["access_last_manager"]
    assert change({"a"}, "a", (ANTRAGSTELLUNG,)) == ["access_last_manager"]
    assert change({"a"}, "a", (ZUGANGSVERWALTUNG,)) == []
    assert change({"a", "b"}, "a", ()) == []
    assert change({"a"}, "b", ()) == []
    assert change({"a"}, "a", (), successor_invited=True) == []


def test_a_request_is_answered_once_by_somebody_else_and_with_a_reason():
    def decide(request, by="office", confirm=True, roles=(ANTRAGSTELLUNG,), reason=""):
        return codes(check_decision(request, by, confirm, roles, reason))

    assert decide(REQUEST) == []
    assert decide(REQUEST, roles=()) == ["access_roles_missing"]
    assert decide(REQUEST, by="fritz") == ["access_request_own"]
    assert decide(REQUEST, confirm=False) == ["access_reason_missing"]
    assert decide(REQUEST, confirm=False, reason="Unbekannt.") == []
    for outcome in (Standing.OPEN, Standing.ACCEPTED, Standing.REFUSED):
        answered = replace(REQUEST, outcome=outcome)
        assert decide(answered) == ["access_request_decided"]


def test_a_change_of_roles_is_recorded_and_none_is_not():
    assert difference((), (ZUGANGSVERWALTUNG, ANTRAGSTELLUNG)) == {
        "roles": ("", "Antragstellung, Zugangsverwaltung")
    }
    assert difference(ROLES, tuple(reversed(ROLES))) == {}


@pytest.mark.parametrize(
    ("unconfirmed", "allowed", "scan", "code"),
    [
        (False, False, False, None),
        (True, True, True, None),
        (True, True, False, "access_or_scan_missing"),
        (True, False, True, "access_not_confirmed"),
        (True, False, False, "access_not_confirmed"),
    ],
)
def test_who_is_not_confirmed_submits_with_a_signed_sheet_only(
    unconfirmed, allowed, scan, code
):
    assert codes(check_provisional(unconfirmed, allowed, scan)) == (
        [code] if code else []
    )
