"""Invitations, people and requests of municipalities: what is done, by whom."""

from AccessControl import Unauthorized
from datetime import timedelta
from kommunaldialog.access import book
from kommunaldialog.access.groups import group_id
from kommunaldialog.access.members import members
from kommunaldialog.access.members import roles_of
from kommunaldialog.access.permissions import own_municipalities
from kommunaldialog.domain.lifecycle import ANTRAGSTELLUNG
from kommunaldialog.domain.lifecycle import VIEW
from kommunaldialog.domain.lifecycle import ZEICHNUNGSBERECHTIGUNG
from kommunaldialog.domain.lifecycle import ZUGANGSVERWALTUNG
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.usecases.ask_access import ask
from kommunaldialog.usecases.ask_access import confirm_mail
from kommunaldialog.usecases.ask_access import decide
from kommunaldialog.usecases.ask_access import waiting_requests
from kommunaldialog.usecases.invite import accept
from kommunaldialog.usecases.invite import invite
from kommunaldialog.usecases.invite import offer_of
from kommunaldialog.usecases.invite import open_offers
from kommunaldialog.usecases.invite import resend
from kommunaldialog.usecases.invite import withdraw_offer
from kommunaldialog.usecases.new_account import create_account
from kommunaldialog.usecases.people import change_roles
from kommunaldialog.usecases.people import leave
from kommunaldialog.usecases.people import people
from plone import api
from tests.samples import acting
from tests.samples import AGS
from tests.samples import make_draft
from tests.samples import now
from tests.samples import OTHER_AGS
from tests.samples import PASSWORD
from tests.samples_accounts import code_to
from tests.samples_accounts import mails_to
from tests.samples_accounts import make_manager
from tests.samples_accounts import make_user
from tests.samples_accounts import make_waiting
from zope.annotation.interfaces import IAnnotations
from zope.globalrequest import getRequest
import pytest


MAIL = "neu@musterstadt.example.org"


def codes(refused):
    return [refusal.code for refusal in refused.value.refusals]


def kinds(ags=AGS):
    return [event.kind for event in book.log(ags)]


@pytest.fixture
def office(funding):
    """The one who invites from the granting body."""
    return "sachbearbeitung"


def invited(by, roles=(ZUGANGSVERWALTUNG,), mail=MAIL, ags=AGS, moment=None):
    with acting(by):
        invite(ags, mail, roles, moment or now())
    return code_to(mail)


def test_the_granting_body_invites_and_the_invited_person_belongs(office):
    code = invited(office, (ANTRAGSTELLUNG, ZUGANGSVERWALTUNG))
    assert api.user.get(username=MAIL) is None
    user = create_account(MAIL, "Nora Neu", PASSWORD, PASSWORD)
    with acting_id(user):
        accept(code, now())
    assert roles_of(user, AGS) == (ANTRAGSTELLUNG, ZUGANGSVERWALTUNG)
    assert roles_of(user, OTHER_AGS) == ()
    assert kinds() == ["access_accepted", "access_invited"]


def acting_id(user):
    return api.env.adopt_user(user=api.user.get(userid=user))


def test_the_secret_of_a_link_is_not_kept(office):
    secret = invited(office).split(".", 2)[2]
    assert secret not in repr(book.offers(AGS))


def test_a_link_is_good_once(office):
    code = invited(office)
    with acting(make_user("gast")):
        accept(code, now())
    with acting(make_user("zweite")), pytest.raises(Refused) as refused:
        accept(code, now())
    assert codes(refused) == ["access_link_accepted"]
    assert roles_of("zweite", AGS) == ()


def test_a_link_ends_with_its_time_and_says_so(office):
    code = invited(office, moment=now() - timedelta(days=14))
    with acting(make_user("gast")), pytest.raises(Refused) as refused:
        accept(code, now())
    assert codes(refused) == ["access_link_expired"]


@pytest.mark.parametrize("made_up", ["", "x", f"{AGS}.0123456789abcdef.geheim"])
def test_a_link_that_was_made_up_leads_nowhere(office, made_up):
    with pytest.raises(Refused) as refused:
        offer_of(made_up, now())
    assert codes(refused) == ["access_link_unknown"]


def test_another_municipality_in_the_link_leads_nowhere(office):
    code = invited(office)
    with pytest.raises(Refused) as refused:
        offer_of(code.replace(AGS, OTHER_AGS), now())
    assert codes(refused) == ["access_link_unknown"]


def test_an_invitation_that_is_sent_again_has_another_link(office):
    old = invited(office, moment=now() - timedelta(hours=1))
    with acting(office):
        (offer,) = open_offers(AGS)
        resend(AGS, offer.id, now())
        with pytest.raises(Refused) as refused:
            resend(AGS, offer.id, now())
    assert codes(refused) == ["access_sent_lately"]
    with pytest.raises(Refused):
        offer_of(old, now())
    assert offer_of(code_to(MAIL), now()).id == offer.id


def test_a_mail_with_a_link_that_leads_nowhere_does_not_go_out_any_more(office):
    invited(office, mail="andere@example.org")
    old = invited(office, moment=now() - timedelta(hours=1))
    with acting(office):
        (offer,) = [one for one in open_offers(AGS) if one.mail == MAIL]
        resend(AGS, offer.id, now())
        (mail,) = mails_to(MAIL)
        assert old not in mail.body
        withdraw_offer(AGS, offer.id, now())
    assert mails_to(MAIL) == []
    assert len(mails_to("andere@example.org")) == 1


def test_an_invitation_that_is_withdrawn_leads_nowhere(office):
    code = invited(office)
    with acting(office):
        (offer,) = open_offers(AGS)
        withdraw_offer(AGS, offer.id, now())
        assert open_offers(AGS) == []
        with pytest.raises(Refused) as refused:
            resend(AGS, offer.id, now())
    assert codes(refused) == ["access_invitation_gone"]
    with pytest.raises(Refused) as refused:
        offer_of(code, now())
    assert codes(refused) == ["access_link_withdrawn"]


def test_who_invited_can_not_accept(office):
    code = invited(office)
    with acting(office), pytest.raises(Refused) as refused:
        accept(code, now())
    assert codes(refused) == ["access_own_invitation"]


def test_who_accepts_with_another_address_is_recorded_with_both(office):
    code = invited(office)
    with acting(make_user("gast")):
        accept(code, now())
    event = book.log(AGS)[0]
    assert (event.actor, event.changes["mail"]) == ("gast", ("", MAIL))


@pytest.mark.parametrize(
    "name", ["antragstellung", "zeichnung", "fremde", "entscheidung", "ministerium"]
)
def test_nobody_else_invites_or_sees_who_works_for_a_municipality(funding, name):
    with acting(name):
        for act in (
            lambda: invite(AGS, MAIL, (ANTRAGSTELLUNG,), now()),
            lambda: people(AGS),
            lambda: open_offers(AGS),
            lambda: change_roles(AGS, "zeichnung", (), now()),
        ):
            with pytest.raises(Unauthorized):
                act()


def test_a_manager_of_one_municipality_manages_no_other(funding):
    with acting(make_manager()), pytest.raises(Unauthorized):
        invite(OTHER_AGS, MAIL, (ANTRAGSTELLUNG,), now())


def test_a_manager_invites_changes_and_removes_colleagues(funding):
    with acting(make_manager()):
        change_roles(AGS, "antragstellung", (ZEICHNUNGSBERECHTIGUNG,), now())
        assert roles_of("antragstellung", AGS) == (ZEICHNUNGSBERECHTIGUNG,)
        change_roles(AGS, "antragstellung", (), now())
    assert kinds() == ["access_removed", "access_changed"]
    with acting("antragstellung"):
        assert own_municipalities((ANTRAGSTELLUNG, ZEICHNUNGSBERECHTIGUNG)) == ()
    assert "Musterstadt" in mails_to("antragstellung@example.org")[-1].subject


def test_a_manager_gives_no_further_task_to_themselves(funding):
    make_manager()
    with acting(make_manager(name="zweite")), pytest.raises(Refused) as refused:
        change_roles(AGS, "zweite", (ANTRAGSTELLUNG, ZUGANGSVERWALTUNG), now())
    assert codes(refused) == ["access_own_roles"]
    assert roles_of("zweite", AGS) == (ZUGANGSVERWALTUNG,)
    with acting("zugang"):
        change_roles(AGS, "zweite", (ANTRAGSTELLUNG, ZUGANGSVERWALTUNG), now())
    with acting("zweite"):
        change_roles(AGS, "zweite", (ANTRAGSTELLUNG,), now())
    assert roles_of("zweite", AGS) == (ANTRAGSTELLUNG,)


def test_who_else_manages_access_hears_of_every_change(funding):
    make_manager()
    make_manager(name="zweite")
    with acting("zugang"):
        change_roles(AGS, "antragstellung", (ZEICHNUNGSBERECHTIGUNG,), now())
    (mail,) = mails_to("zweite@example.org")
    assert "Person: Anna Antrag" in mail.body
    assert "Aufgaben jetzt: Anträge unterschreiben" in mail.body
    assert "Veranlasst von: Zita Zugang" in mail.body
    assert mails_to("zugang@example.org") == []
    with acting("zugang"):
        change_roles(AGS, "zweite", (), now())
    assert len(mails_to("zweite@example.org")) == 2
    assert "ist beendet" in mails_to("zweite@example.org")[-1].subject


def test_who_manages_access_hears_of_who_accepts_or_is_confirmed(office):
    make_manager()
    code = invited(office, (ANTRAGSTELLUNG,))
    with acting(make_user("gast", "Gerd Gast")):
        accept(code, now())
    assert "Person: Gerd Gast" in mails_to("zugang@example.org")[-1].body
    request = make_waiting(make_user("fritz", "Fritz Frist"))
    with acting(office):
        decide(AGS, request.id, True, now(), (ANTRAGSTELLUNG,))
    assert "Person: Fritz Frist" in mails_to("zugang@example.org")[-1].body
    assert mails_to("gast@example.org") == []


def test_who_belongs_to_another_municipality_is_not_changed_from_here(funding):
    with acting(make_manager()), pytest.raises(Refused) as refused:
        change_roles(AGS, "fremde", (ANTRAGSTELLUNG,), now())
    assert codes(refused) == ["access_person_gone"]
    assert roles_of("fremde", AGS) == ()


@pytest.mark.parametrize("roles", [(), (ANTRAGSTELLUNG,)])
def test_the_last_manager_hands_over_before(funding, roles):
    make_manager()
    with api.env.adopt_roles(["Manager"]):
        api.group.add_user(groupname=group_id(AGS, ANTRAGSTELLUNG), username="zugang")
    with acting("zugang"), pytest.raises(Refused) as refused:
        change_roles(AGS, "zugang", roles, now())
    assert codes(refused) == ["access_last_manager"]
    with acting("zugang"), pytest.raises(Refused):
        leave(AGS, now())
    make_manager(name="nachfolge")
    with acting("zugang"):
        leave(AGS, now())
    assert roles_of("zugang", AGS) == ()


def test_the_office_removes_the_last_manager_once_another_is_invited(office):
    make_manager()
    with acting(office), pytest.raises(Refused):
        change_roles(AGS, "zugang", (), now())
    invited(office)
    with acting(office):
        change_roles(AGS, "zugang", (), now())
    assert roles_of("zugang", AGS) == ()


def test_a_manager_does_not_leave_on_the_strength_of_an_invitation(funding):
    invited(make_manager())
    with acting("zugang"), pytest.raises(Refused):
        change_roles(AGS, "zugang", (), now())


def test_a_group_of_the_portal_in_ours_gives_its_people_the_role(funding):
    draft = make_draft(funding)
    with api.env.adopt_roles(["Manager"]):
        api.group.create("rathaus", title="Rathaus Musterstadt")
        make_user("berta", "Berta Bau")
        api.group.add_user(groupname="rathaus", username="berta")
        tool = api.portal.get_tool("portal_groups")
        tool.addPrincipalToGroup("rathaus", group_id(AGS, ANTRAGSTELLUNG))
    with acting("berta"):
        assert own_municipalities((ANTRAGSTELLUNG,)) == (AGS,)
        assert api.user.has_permission(VIEW, obj=draft)
        assert len(api.content.find(portal_type="Foerderantrag")) == 1
    (member,) = [one for one in members(AGS) if one.id == "berta"]
    assert member.roles == member.by_group == (ANTRAGSTELLUNG,)
    with acting(make_manager()), pytest.raises(Refused) as refused:
        change_roles(AGS, "berta", (), now())
    assert codes(refused) == ["access_by_group"]


def stranger(mail=MAIL, role=ANTRAGSTELLUNG, moment=None):
    with api.env.adopt_roles(["Anonymous"]):
        ask(AGS, "Fritz Frist", mail, "0711 1", role, moment or now())


def test_a_stranger_gets_one_mail_whether_there_is_an_account_or_not(funding):
    stranger()
    stranger("antragstellung@example.org")
    new, known = mails_to(MAIL), mails_to("antragstellung@example.org")
    assert len(new) == len(known) == 1
    assert "Adresse wurde gebeten, für Musterstadt" in new[0].body
    assert "Passwort" in new[0].body and "schon ein Konto" in known[0].body
    assert book.log(AGS) == []


def test_the_fourth_mail_within_a_day_is_not_sent(funding):
    for _number in range(4):
        stranger()
    assert len(mails_to(MAIL)) == 3


def test_who_never_followed_the_link_is_forgotten(funding):
    stranger(moment=now() - timedelta(days=4))
    stranger("andere@example.org")
    assert [one.mail for one in book.requests()] == ["andere@example.org"]


def test_a_confirmed_address_waits_for_an_answer_of_office_or_municipality(funding):
    make_manager()
    stranger()
    user = create_account(MAIL, "Fritz Frist", PASSWORD, PASSWORD)
    with acting_id(user):
        confirm_mail(code_to(MAIL), now())
        assert own_municipalities((ANTRAGSTELLUNG,)) == ()
        assert waiting_requests() == []
    for address in ("sachbearbeitung@example.org", "zugang@example.org"):
        assert len(mails_to(address)) == 1
    assert mails_to("entscheidung@example.org") == []
    with acting("zugang"):
        (request,) = waiting_requests()
        assert request.mail_proved
        decide(AGS, request.id, True, now(), (ANTRAGSTELLUNG,))
    assert roles_of(user, AGS) == (ANTRAGSTELLUNG,)
    assert "bestätigt" in mails_to(MAIL)[-1].subject
    assert kinds() == ["access_request_confirmed", "access_requested"]


def test_who_asked_sees_their_draft_only_until_somebody_refuses(funding, portal):
    own = make_draft(funding)
    make_waiting(make_user("fritz", "Fritz Frist"))
    draft = make_draft(funding, "fritz")
    found = {}
    with acting("fritz"):
        found = {b.getPath() for b in api.content.find(portal_type="Foerderantrag")}
        assert not api.user.has_permission(VIEW, obj=own)
        assert api.user.has_permission(VIEW, obj=draft)
    assert found == {"/".join(draft.getPhysicalPath())}
    with acting("antragstellung"):
        assert api.user.has_permission(VIEW, obj=draft)
    with acting("sachbearbeitung"):
        (request,) = waiting_requests()
        with pytest.raises(Refused) as refused:
            decide(AGS, request.id, False, now())
        assert codes(refused) == ["access_reason_missing"]
        decide(AGS, request.id, False, now(), reason="Im Rathaus unbekannt.")
    # As if each came with a request of their own: one remembers who has which role.
    IAnnotations(getRequest()).clear()
    with acting("fritz"):
        assert not api.user.has_permission(VIEW, obj=draft)
        assert list(api.content.find(portal_type="Foerderantrag")) == []
    with acting("antragstellung"):
        assert api.user.has_permission(VIEW, obj=draft)
    assert "Im Rathaus unbekannt." in mails_to("fritz@example.org")[-1].body


def test_nobody_answers_their_own_request(funding):
    make_manager()
    make_waiting("zugang")
    with acting("zugang"):
        (request,) = waiting_requests()
        with pytest.raises(Refused) as refused:
            decide(AGS, request.id, True, now(), (ANTRAGSTELLUNG,))
    assert codes(refused) == ["access_request_own"]


def test_who_waits_answers_nothing(funding):
    request = make_waiting(make_user("fritz"))
    with acting("fritz"), pytest.raises(Unauthorized):
        decide(AGS, request.id, True, now(), (ANTRAGSTELLUNG,))
    assert roles_of("fritz", AGS) == ()


def test_somebody_with_a_role_of_another_town_answers_nothing(funding):
    request = make_waiting(make_user("fritz"))
    make_manager(OTHER_AGS)
    with acting("zugang"):
        assert waiting_requests() == []
        with pytest.raises(Unauthorized):
            decide(AGS, request.id, True, now(), (ANTRAGSTELLUNG,))


def test_an_account_of_a_link_follows_the_rules_of_the_portal(funding):
    with pytest.raises(Refused) as refused:
        create_account(MAIL, " ", "kurz", "kurz")
    assert codes(refused) == ["access_name_missing", "access_password"]
    create_account(MAIL, "Nora Neu", PASSWORD, PASSWORD)
    with pytest.raises(Refused) as refused:
        create_account(MAIL.title(), "Nora Neu", PASSWORD, PASSWORD)
    assert codes(refused) == ["access_account_exists"]


def test_nobody_occupies_an_address_by_writing_it_into_their_account(funding):
    api.user.get(userid=make_user("boese")).setMemberProperties({"email": MAIL})
    assert not make_waiting("boese").mail_proved
    stranger()
    user = create_account(MAIL, "Fritz Frist", PASSWORD, PASSWORD)
    with acting_id(user):
        assert confirm_mail(code_to(MAIL), now()).mail_proved
    assert api.user.get(username=MAIL).getId() == user
