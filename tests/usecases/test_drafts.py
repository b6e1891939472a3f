"""Drafts that nobody submitted: reminded of, announced to be erased, erased."""

from AccessControl import Unauthorized
from datetime import timedelta
from kommunaldialog import outbox
from kommunaldialog.access.groups import group_id
from kommunaldialog.domain.lifecycle import ANTRAGSTELLUNG
from kommunaldialog.usecases.drafts import announce_erasure
from kommunaldialog.usecases.drafts import erase
from kommunaldialog.usecases.drafts import erasure_announced
from kommunaldialog.usecases.drafts import erasures
from kommunaldialog.usecases.drafts import remind
from kommunaldialog.usecases.save import save
from kommunaldialog.usecases.sign import hand_over
from kommunaldialog.usecases.withdraw import withdraw
from plone import api
from tests.samples import acting
from tests.samples import AGS
from tests.samples import make_consultation
from tests.samples import make_draft
from tests.samples import make_submitted
from tests.samples import now
import pytest


DAY = timedelta(days=1)


@pytest.fixture
def draft(funding):
    funding.draft_days = 180
    return make_draft(funding)


@pytest.fixture
def deadline(funding):
    return funding.window().deadline


@pytest.fixture
def as_operator():
    with api.env.adopt_roles(["Manager"]):
        yield


def mails(portal):
    return [mail for _key, mail in outbox.waiting(portal)]


def test_who_has_a_draft_is_reminded_once(portal, draft, deadline, as_operator):
    moment = deadline - 6 * DAY
    assert remind(draft, moment).name == "7d"
    assert remind(draft, moment + DAY) is None
    assert remind(draft, deadline - DAY).name == "48h"
    found = mails(portal)
    # Who began it, and the contact.
    everybody = {"antragstellung@example.org", "antrag@example.org"}
    assert len(found) == 4
    assert {mail.recipient for mail in found} == everybody
    assert draft.absolute_url() in found[0].body
    assert "nicht eingereicht" in found[0].body


def test_who_may_sign_is_reminded_of_what_waits_for_a_signature(
    portal, funding, draft, deadline
):
    funding.second_signature = True
    make_consultation(funding)
    with acting("antragstellung"):
        hand_over(draft, now())
    before = len(mails(portal))
    with api.env.adopt_roles(["Manager"]):
        remind(draft, deadline - DAY)
    found = mails(portal)[before:]
    assert "zeichnung@example.org" in {mail.recipient for mail in found}
    assert all("wartet noch auf die Unterschrift" in mail.body for mail in found)


def test_a_reminder_says_nothing_of_what_was_written(
    portal, draft, deadline, as_operator
):
    remind(draft, deadline - DAY)
    (mail, _other) = mails(portal)
    assert "Ortsmitte" not in mail.subject + mail.body
    assert "Anna" not in mail.subject + mail.body


def test_what_has_arrived_is_not_reminded_of(portal, funding, deadline, as_operator):
    application = make_submitted(funding)
    before = len(mails(portal))
    assert remind(application, deadline - DAY) is None
    assert len(mails(portal)) == before


def test_only_an_operator_can(draft, deadline):
    for act in (remind, announce_erasure, erase):
        with acting("antragstellung"), pytest.raises(Unauthorized):
            act(draft, deadline - DAY)


def test_an_erasure_is_announced_to_all_who_may_apply(
    portal, draft, deadline, as_operator
):
    colleague = api.user.create("neu@example.org", "neu", "kommunaldialog-example")
    api.group.add_user(groupname=group_id(AGS, ANTRAGSTELLUNG), user=colleague)
    due = deadline + 180 * DAY
    assert announce_erasure(draft, due - 15 * DAY) is None
    assert announce_erasure(draft, due - 14 * DAY) == due
    assert announce_erasure(draft, due - 13 * DAY) is None
    assert erasure_announced(draft) == due
    found = {mail.recipient for mail in mails(portal)}
    assert "neu@example.org" in found
    assert len(found) == len(mails(portal)) == 3


def test_nothing_is_erased_that_was_not_announced_two_weeks_before(
    draft, deadline, as_operator
):
    due = deadline + 180 * DAY
    assert not erase(draft, due + DAY)
    late = announce_erasure(draft, due + DAY)
    assert late == due + 15 * DAY
    assert not erase(draft, late - timedelta(seconds=1))
    assert erase(draft, late)


def test_a_draft_that_was_changed_after_the_announcement_stays(
    draft, deadline, as_operator
):
    due = deadline + 180 * DAY
    announce_erasure(draft, due - 14 * DAY)
    with acting("antragstellung"):
        save(draft, due - DAY, core={"contact_phone": "0711 654321"})
    assert not erase(draft, due)
    later = due - DAY + 180 * DAY
    assert announce_erasure(draft, later - 14 * DAY) == later


def test_an_erased_draft_leaves_nothing_but_that_it_was_erased(
    portal, funding, draft, deadline, as_operator
):
    store, name = funding.case_store(), draft.getId()
    due = deadline + 180 * DAY
    announce_erasure(draft, due - 14 * DAY)
    path = "/".join(draft.getPhysicalPath())
    assert erase(draft, due)
    assert name not in store
    assert not portal.portal_catalog.unrestrictedSearchResults(path=path)
    assert store.ledger.count(AGS) == 0
    assert not [key for key, value in store.ledger.begun.items() if value == name]
    (event,) = erasures(funding)
    assert (event.kind, event.moment) == ("draft_erased", due)
    assert dict(event.changes) == {"ags": ("", AGS)}


def test_a_municipality_may_begin_again_when_its_draft_was_erased(
    funding, draft, deadline, as_operator
):
    due = deadline + 180 * DAY
    announce_erasure(draft, due - 14 * DAY)
    erase(draft, due)
    assert make_draft(funding).getId() in funding.case_store()


def test_a_draft_that_was_withdrawn_is_erased_as_well(draft, deadline, as_operator):
    with acting("antragstellung"):
        withdraw(draft, now())
    due = deadline + 180 * DAY
    assert announce_erasure(draft, due - 14 * DAY) == due
    assert erase(draft, due)


def test_what_was_submitted_once_is_a_record_for_ever(funding, deadline, as_operator):
    application = make_submitted(funding)
    with acting("antragstellung"):
        withdraw(application, now())
    far = deadline + 4000 * DAY
    assert announce_erasure(application, far) is None
    assert not erase(application, far)
