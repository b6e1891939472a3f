"""The example's accounts and applications."""

from collections import Counter
from datetime import datetime
from datetime import UTC
from kommunaldialog.example import accounts
from kommunaldialog.example.setup import install
from kommunaldialog.history.record import events
from kommunaldialog.outbox import box
from plone import api
import pytest


TRIED_OUT = "08999001"


def applications(programme):
    return [
        item
        for item in programme.case_store().objectValues()
        if item.portal_type == "Foerderantrag"
    ]


def by_state(programme):
    return {api.content.get_state(item): item for item in applications(programme)}


def groups(name):
    return {group.id for group in api.group.get_groups(username=name)}


def test_the_default_profile_brings_no_account_and_no_content(portal):
    assert not [n for n in accounts.NAMES if n != "admin" and api.user.get(userid=n)]
    assert not api.content.find(portal_type=["Dialog", "Foerderprogramm", "Kommune"])


@pytest.mark.usefixtures("example_class")
class TestPeopleAndApplications:
    """Who is there, and what they have done so far."""

    @pytest.mark.parametrize(
        ("name", "group"),
        [
            ("webredaktion", "redaktion"),
            ("antragstellung", "kommune-08999001-antrag"),
            ("zeichnung", "kommune-08999001-zeichnung kommune-08999001-zugang"),
            ("sachbearbeitung", "bewilligung-sachbearbeitung"),
            ("entscheidung", "bewilligung-entscheidung"),
            ("ministerium", "fachaufsicht"),
        ],
    )
    def test_each_account_is_in_its_groups_and_no_other(self, site, name, group):
        assert groups(name) == {*group.split(), "AuthenticatedUsers"}
        user = api.user.get(userid=name)
        assert user.getProperty("email") == f"{name}@example.org"
        assert "Beispiel" in user.getProperty("fullname")

    def test_all_accounts_that_are_announced_are_there(self, site):
        assert all(
            api.user.get(userid=n) for n in accounts.NAMES if n != accounts.ADMIN
        )

    def test_web_editors_edit_content_and_see_no_application(self, dialogue, programme):
        with api.env.adopt_user(username="webredaktion"):
            assert api.user.has_permission("Modify portal content", obj=dialogue)
            assert api.user.has_permission(
                "kommunaldialog: Publish Application Form",
                obj=programme["antragsformular"],
            )
            assert not api.content.find(portal_type=["Foerderantrag", "Beratung"])
            for application in applications(programme):
                assert not api.user.has_permission("View", obj=application)

    def test_there_is_an_application_in_each_state_to_look_at(self, programme):
        states = Counter(
            api.content.get_state(item) for item in applications(programme)
        )
        assert states == dict.fromkeys(
            (
                "submitted",
                "in_review",
                "clarification",
                "ready_for_decision",
                "approved",
                "rejected",
            ),
            1,
        )

    def test_grants_of_last_year_are_used_proved_and_closed(self, last_year):
        assert set(by_state(last_year)) == {"approved", "proof_submitted", "closed"}
        for application in applications(last_year):
            assert application.finality
            assert application.payments[0].paid_on
        waiting = by_state(last_year)["approved"].payments[-1]
        assert (waiting.prepared, waiting.paid_on) == (None, None)

    def test_what_a_closed_grant_cost_less_came_back(self, last_year):
        closed = by_state(last_year)["closed"]
        assert closed.repayments[0].amount == closed.repayments[0].received[0].amount
        assert closed.file_number

    def test_nothing_of_last_year_has_a_day_to_come(self, last_year):
        now = datetime.now(UTC)
        assert last_year.window().status(now) == "closed"
        for application in applications(last_year):
            assert [e for e in events(application) if e.moment > now] == []

    def test_what_is_asked_can_be_answered(self, programme):
        clarification = by_state(programme)["clarification"].clarifications[-1]
        assert clarification.due > datetime.now(UTC).date()
        assert clarification.fields

    def test_the_checklist_is_answered_where_something_is_assessed(self, programme):
        assessment = by_state(programme)["ready_for_decision"].assessment
        labels = tuple(item.label for item in assessment.checklist)
        assert labels == programme.checklist

    def test_they_belong_to_made_up_municipalities_and_are_marked(self, programme):
        for application in applications(programme):
            assert application.ags in ("08999002", "08999003")
            assert application.title.startswith("Beispiel: ")
            assert application.submission().measure.startswith("Beispiel: ")

    def test_the_municipality_to_try_out_starts_from_nothing(self, programme):
        assert TRIED_OUT not in {
            record.ags for record in programme.case_store().objectValues()
        }

    def test_no_municipality_has_used_up_its_applications_to_try(self, programme):
        assert programme.applications_per_municipality == 3
        assert programme.case_store().ledger.count(TRIED_OUT) == 0

    def test_numbers_follow_the_order_of_arrival(self, programme):
        arrived = sorted(applications(programme), key=lambda a: a.submission().moment)
        numbers = [int(item.reference.rpartition("-")[2]) for item in arrived]
        assert numbers == [1, 2, 3, 4, 5, 6]

    def test_what_was_granted_is_bound_in_the_budget(self, programme):
        approved = by_state(programme)["approved"]
        assert approved.decision.amount < approved.plan.requested
        assert approved.decision.reason
        assert programme.case_store().ledger.granted == approved.decision.amount

    def test_four_eyes_decided(self, programme):
        decision = by_state(programme)["rejected"].decision
        assessment = by_state(programme)["rejected"].assessment
        assert (assessment.actor, decision.decided_by) == (
            "sachbearbeitung",
            "entscheidung",
        )
        assert decision.appeal_instruction

    def test_the_history_tells_it_in_order(self, programme):
        happened = events(by_state(programme)["approved"])
        assert [event.kind for event in happened] == [
            "begun",
            "saved",
            "submitted",
            "declared_free",
            "taken_up",
            "assessed",
            "declared_free",
            "decided",
            "approved",
            "letter_issued",
        ]
        moments = [event.moment for event in happened]
        assert moments == sorted(moments)

    def test_no_mail_leaves_for_an_example(self, site):
        assert not box.waiting(site)

    def test_a_second_run_changes_nothing(self, site, programme):
        def state():
            catalog = api.portal.get_tool("portal_catalog")
            paths = sorted(b.getPath() for b in catalog.unrestrictedSearchResults())
            users = sorted(user.id for user in api.user.get_users())
            ledger = programme.case_store().ledger
            return paths, users, ledger.last_number, programme.deadline

        before = state()
        with api.env.adopt_roles(["Manager"]):
            install(site.portal_setup)
        assert state() == before
