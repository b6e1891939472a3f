"""What Plone's own user management does to the people of municipalities."""

from AccessControl.users import nobody
from AccessControl.users import system
from kommunaldialog.access import book
from kommunaldialog.access.groups import group_id
from kommunaldialog.access.members import assign
from kommunaldialog.access.members import roles_of
from kommunaldialog.domain.lifecycle import ANTRAGSTELLUNG
from kommunaldialog.domain.lifecycle import SACHBEARBEITUNG
from kommunaldialog.domain.lifecycle import VIEW
from kommunaldialog.domain.lifecycle import ZEICHNUNGSBERECHTIGUNG
from plone import api
from Products.PluggableAuthService.events import PrincipalDeleted
from tests.samples import AGS
from tests.samples import CASE_WORKERS
from tests.samples import make_draft
from tests.samples import OTHER_AGS
from tests.samples_accounts import make_user
from tests.samples_accounts import make_waiting
from zope.event import notify
import pytest


GROUP = group_id(AGS, ANTRAGSTELLUNG)
SIGNING = group_id(AGS, ZEICHNUNGSBERECHTIGUNG)
BOTH = f"{ANTRAGSTELLUNG}, {ZEICHNUNGSBERECHTIGUNG}"


@pytest.fixture
def berta(funding):
    """Somebody who belongs to no municipality yet."""
    return make_user("berta", "Berta Beispiel")


@pytest.fixture
def administrator(funding):
    """Who works in Plone's user management; logged in."""
    with api.env.adopt_roles(["Manager"]):
        api.user.create(email="chef@example.org", username="chef")
        api.user.grant_roles(username="chef", roles=["Manager"])
    with api.env.adopt_user(username="chef"):
        yield "chef"


def on_record(ags=AGS):
    """Kind, who did it, who is meant, roles before and after; the oldest first."""
    return [
        (
            event.kind.removeprefix("access_outside_"),
            event.actor,
            event.changes["user"][1],
            event.changes.get("roles"),
        )
        for event in reversed(book.log(ags))
    ]


def test_who_is_put_into_a_group_and_taken_out_of_it_is_on_record(berta, administrator):
    api.group.add_user(groupname=GROUP, username=berta)
    api.group.add_user(groupname=SIGNING, username=berta)
    api.group.remove_user(groupname=GROUP, username=berta)
    assert on_record() == [
        ("changed", "chef", "berta", ("", ANTRAGSTELLUNG)),
        ("changed", "chef", "berta", (ANTRAGSTELLUNG, BOTH)),
        ("changed", "chef", "berta", (BOTH, ZEICHNUNGSBERECHTIGUNG)),
    ]
    assert on_record(OTHER_AGS) == []


def test_so_is_a_group_of_the_portal_and_its_end(administrator):
    api.group.create("rathaus", title="Rathaus Musterstadt")
    api.portal.get_tool("portal_groups").addPrincipalToGroup("rathaus", GROUP)
    api.group.delete(groupname="rathaus")
    assert on_record() == [
        ("changed", "chef", "rathaus", ("", ANTRAGSTELLUNG)),
        ("deleted", "chef", "rathaus", (ANTRAGSTELLUNG, "")),
    ]


def test_what_the_pages_of_the_product_do_is_recorded_by_them(berta):
    assign(berta, AGS, (ANTRAGSTELLUNG,))
    assert on_record() == []


def test_groups_of_the_portal_itself_are_its_own_matter(berta, administrator):
    api.group.create("redaktion")
    api.group.add_user(groupname="redaktion", username=berta)
    api.group.delete(groupname="redaktion")
    assert list(book.municipalities()) == []


def test_nobody_comes_to_access_by_the_id_of_who_was_deleted(berta, administrator):
    assign(berta, AGS, (ANTRAGSTELLUNG, ZEICHNUNGSBERECHTIGUNG))
    api.user.delete(username=berta)
    make_user("berta", "Eine andere")
    assert roles_of("berta", AGS) == ()
    assert on_record() == [("deleted", "chef", "berta", (BOTH, ""))]


def test_nobody_becomes_a_case_worker_by_the_id_of_who_was_deleted(administrator):
    api.user.delete(username="sachbearbeitung")
    successor = make_user("sachbearbeitung", "Eine andere")
    groups = {group.id for group in api.group.get_groups(username=successor)}
    assert CASE_WORKERS not in groups


def test_nor_does_anybody_by_way_of_a_group_of_the_portal(berta, administrator):
    api.group.create("rathaus")
    api.group.add_user(groupname="rathaus", username=berta)
    api.portal.get_tool("portal_groups").addPrincipalToGroup("rathaus", GROUP)
    assert roles_of(berta, AGS) == (ANTRAGSTELLUNG,)
    api.user.delete(username=berta)
    make_user("berta", "Eine andere")
    assert roles_of("berta", AGS) == ()


def test_nor_by_a_role_that_was_given_for_the_whole_portal(berta, administrator):
    api.user.grant_roles(username=berta, roles=[SACHBEARBEITUNG])
    api.user.delete(username=berta)
    make_user("berta", "Eine andere")
    assert SACHBEARBEITUNG not in api.user.get_roles(username="berta")


def test_who_is_in_groups_that_nobody_can_leave_can_be_deleted(
    funding, berta, administrator
):
    funding.auditor_groups = ("AuthenticatedUsers",)
    api.user.delete(username=berta)
    assert api.user.get(userid=berta) is None


def test_who_lives_on_keeps_all(berta, administrator):
    assign(berta, AGS, (ANTRAGSTELLUNG,))
    # What PlonePAS does for a plugin that deletes nobody.
    notify(PrincipalDeleted(berta))
    assert roles_of(berta, AGS) == (ANTRAGSTELLUNG,)
    assert on_record() == []


def test_nobody_comes_to_access_by_the_id_of_a_group_that_was_deleted(administrator):
    api.group.create("rathaus")
    api.portal.get_tool("portal_groups").addPrincipalToGroup("rathaus", GROUP)
    api.group.delete(groupname="rathaus")
    make_user("rathaus")
    assert roles_of("rathaus", AGS) == ()


def test_nobody_comes_to_the_draft_of_who_was_deleted_while_waiting(
    funding, berta, administrator
):
    make_waiting(berta)
    draft = make_draft(funding, berta)
    assert draft.provisional == berta
    api.user.delete(username=berta)
    make_user("berta", "Eine andere")
    assert not book.waits("berta", AGS)
    assert not api.user.has_permission(VIEW, username="berta", obj=draft)
    assert on_record()[-1] == ("request_ended", "chef", "berta", None)


def test_who_loses_access_with_a_municipality_s_group_is_on_record(administrator):
    api.group.delete(groupname=GROUP)
    assert on_record() == [("changed", "chef", "antragstellung", (ANTRAGSTELLUNG, ""))]


@pytest.mark.parametrize("nobody", [nobody, system])
def test_a_script_that_nobody_is_logged_in_for_has_no_name(berta, portal, nobody):
    with api.env.adopt_user(user=nobody):
        plugin = portal.acl_users.source_groups
        plugin.addPrincipalToGroup(berta, GROUP)
    assert [event.actor for event in book.log(AGS)] == [""]
