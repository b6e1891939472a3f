"""The end of a closed case: offered to the archive, answered, erased."""

from AccessControl import Unauthorized
from datetime import timedelta
from kommunaldialog.access.groups import group_id
from kommunaldialog.domain.lifecycle import ANTRAGSTELLUNG
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.domain.use_of_grant import Closing
from kommunaldialog.history.record import events
from kommunaldialog.outbox import waiting
from kommunaldialog.usecases.begin import begin
from kommunaldialog.usecases.cases import changed
from kommunaldialog.usecases.retention import counted_rows
from kommunaldialog.usecases.retention import erase_case
from kommunaldialog.usecases.retention import erased_cases
from kommunaldialog.usecases.retention import offer_of
from kommunaldialog.usecases.retention import offer_to_archive
from kommunaldialog.usecases.retention import record_archive_answer
from kommunaldialog.usecases.retention import retained_too_long
from kommunaldialog.usecases.step import state_of
from plone import api
from tests.samples import acting
from tests.samples import AGS
from tests.samples import make_decided
from tests.samples import make_submitted
from tests.samples import now
from tests.samples_oversight import make_answered
from tests.samples_oversight import make_closed
from tests.samples_oversight import retention_over
import pytest


DAY = timedelta(days=1)


def offer(application, moment, archive="Landesarchiv"):
    with acting("entscheidung"):
        return offer_to_archive(application, moment, archive)


def erase(application, moment, confirmed=True):
    with acting("entscheidung"):
        erase_case(application, moment, confirmed)


def codes(refused):
    return [refusal.code for refusal in refused.value.refusals]


def test_the_list_has_what_was_closed_long_enough_ago(funding):
    application = make_closed(funding)
    make_submitted(funding, "fremde", "08999002")
    over = retention_over(application)
    assert [row.id for row in retained_too_long(funding, over)] == [application.id]
    assert not retained_too_long(funding, over - 10 * DAY)


def test_a_case_is_not_offered_before_its_time_is_over(funding):
    application = make_closed(funding)
    with pytest.raises(Refused) as refused:
        offer(application, now())
    assert codes(refused) == ["retention_not_over"]
    assert application.archive_offer is None


def test_an_offer_and_its_answer_are_kept_and_recorded(funding):
    application = make_answered(funding, taken=False)
    kept = offer_of(application)
    assert (kept.archive, kept.taken, kept.note) == (
        "Landesarchiv",
        False,
        "Bestand EA 99",
    )
    assert [event.kind for event in events(application)][-2:] == [
        "offered_to_archive",
        "archive_answered",
    ]


def test_a_case_that_was_closed_anew_is_offered_anew(funding):
    application = make_answered(funding)
    again = retention_over(application) + DAY
    application.closing = Closing("sachbearbeitung", again)
    changed(application)
    assert offer_of(application) is None
    with pytest.raises(Refused) as refused:
        erase(application, again)
    assert codes(refused) == ["archive_not_offered"]


def test_nothing_is_erased_that_the_archive_has_not_answered_for(funding):
    application = make_closed(funding)
    moment = retention_over(application)
    offer(application, moment)
    with pytest.raises(Refused) as refused:
        erase(application, moment)
    assert codes(refused) == ["archive_not_answered"]
    assert application.id in funding.case_store()


def test_an_erased_case_leaves_its_figures_and_that_it_was_erased(portal, funding):
    application = make_answered(funding)
    store, name, reference = funding.case_store(), application.id, application.reference
    before = list(counted_rows(funding))
    path = "/".join(application.getPhysicalPath())
    moment = retention_over(application)
    erase(application, moment)
    assert name not in store
    assert name not in store.rows
    assert not portal.portal_catalog.unrestrictedSearchResults(path=path)
    (kept,) = counted_rows(funding)
    assert (kept.requested, kept.kreis) == (before[0].requested, before[0].kreis)
    assert kept.id == ""
    (event,) = erased_cases(funding)
    assert (event.actor, event.moment) == ("entscheidung", moment)
    assert event.changes["reference"] == ("", reference)
    assert event.changes["taken"] == ("", "yes")


def test_the_ledger_names_an_erased_case_no_more_and_gives_no_money_back(funding):
    application = make_answered(funding)
    ledger, name = funding.case_store().ledger, application.id
    ledger.bind(name, funding.budget)
    moment = retention_over(application)
    erase(application, moment)
    assert ledger.granted == funding.budget
    assert name not in ledger.bound
    assert not ledger.claims[AGS]
    assert name not in ledger.applications[AGS]
    assert name not in list(ledger.begun.values())


def test_the_number_of_an_erased_case_is_not_given_again(funding):
    application = make_answered(funding)
    reference = application.reference
    erase(application, retention_over(application))
    assert make_submitted(funding).reference != reference


def test_several_erased_cases_stay_in_the_figures_each_for_itself(funding):
    funding.applications_per_municipality = 2
    for _count in range(2):
        application = make_answered(funding)
        erase(application, retention_over(application))
    assert len(list(counted_rows(funding))) == 2


@pytest.mark.parametrize(
    "user", ["sachbearbeitung", "ministerium", "antragstellung", "webredaktion"]
)
def test_only_who_decides_disposes_of_a_case(funding, user):
    application = make_answered(funding)
    moment = retention_over(application)
    for act in (
        lambda: offer_to_archive(application, moment, "Landesarchiv"),
        lambda: record_archive_answer(application, moment, True),
        lambda: erase_case(application, moment, True),
    ):
        with acting(user), pytest.raises(Unauthorized):
            act()


def test_a_case_that_is_not_closed_stays(funding):
    application = make_decided(funding)
    for act in (
        lambda: offer(application, now()),
        lambda: erase(application, now()),
    ):
        with pytest.raises(Refused) as refused:
            act()
        assert codes(refused) == ["case_not_closed"]
    assert state_of(application) == "approved"


def test_who_belongs_to_the_municipality_does_not_dispose_of_its_case(funding):
    funding.applications_per_municipality = 2
    closed, answered = make_closed(funding), make_answered(funding)
    with api.env.adopt_roles(["Manager"]):
        api.group.add_user(
            groupname=group_id(AGS, ANTRAGSTELLUNG), username="entscheidung"
        )
    for act in (
        lambda: offer(closed, retention_over(closed)),
        lambda: erase(answered, retention_over(answered)),
    ):
        with pytest.raises(Refused) as refused:
            act()
        assert codes(refused) == ["own_application"]


def test_mail_about_an_erased_case_does_not_wait_any_more(portal, funding):
    kept, application = (
        make_submitted(funding, "fremde", "08999002"),
        make_answered(funding),
    )
    erase(application, retention_over(application))
    bodies = [mail.body for _key, mail in waiting(portal)]
    assert bodies
    assert all(kept.id in body for body in bodies)


def test_a_municipality_can_begin_again_after_its_case_was_erased(funding):
    application = make_answered(funding)
    erase(application, retention_over(application))
    with acting("antragstellung"):
        assert begin(funding, AGS, "token", now()).id in funding.case_store()
