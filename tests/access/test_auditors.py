"""Auditors read for a limited time, and nothing keeps it longer."""

from datetime import datetime
from datetime import timedelta
from datetime import UTC
from kommunaldialog.access.auditors import audits
from kommunaldialog.domain.lifecycle import RECHNUNGSPRUEFUNG
from plone import api
from tests.samples import acting
from tests.samples import make_submitted
from tests.samples_oversight import make_auditors
from zope.globalrequest import getRequest
import pytest


@pytest.fixture
def application(funding):
    return make_submitted(funding)


def roles(user, context):
    return set(api.user.get_roles(username=user, obj=context))


def arriving(moment):
    """Within a request, what counts is when it arrived."""
    getRequest().environ["kommunaldialog.arrival"] = moment


def test_auditors_hold_their_role_on_the_programme_and_its_records(
    portal, funding, application
):
    make_auditors(funding)
    assert RECHNUNGSPRUEFUNG in roles("rechnungspruefung", funding)
    assert RECHNUNGSPRUEFUNG in roles("rechnungspruefung", application)
    assert RECHNUNGSPRUEFUNG not in roles("rechnungspruefung", portal)
    assert RECHNUNGSPRUEFUNG not in roles("ministerium", application)


def test_the_role_ends_with_the_day_in_the_portals_time_zone(funding, application):
    make_auditors(funding)
    funding.auditors_until = datetime(2026, 11, 30).date()
    # In Berlin it is an hour later: 23:59:59 on the last day, then midnight.
    arriving(datetime(2026, 11, 30, 22, 59, 59, tzinfo=UTC))
    assert RECHNUNGSPRUEFUNG in roles("rechnungspruefung", application)
    arriving(datetime(2026, 11, 30, 23, 0, 0, tzinfo=UTC))
    assert RECHNUNGSPRUEFUNG not in roles("rechnungspruefung", application)


def test_without_a_last_day_there_are_no_auditors(funding, application):
    make_auditors(funding)
    funding.auditors_until = None
    assert RECHNUNGSPRUEFUNG not in roles("rechnungspruefung", application)


def test_a_user_with_the_id_of_the_group_is_no_auditor(funding, application):
    make_auditors(funding)
    funding.auditor_groups = ("rechnungspruefung",)
    assert RECHNUNGSPRUEFUNG not in roles("rechnungspruefung", application)


def test_the_catalog_keeps_no_copy_that_would_outlive_the_day(
    portal, funding, application
):
    make_auditors(funding)
    application.reindexObject()
    funding.auditors_until = (datetime.now(UTC) - timedelta(days=1)).date()
    with acting("rechnungspruefung"):
        assert not portal.portal_catalog.searchResults(portal_type="Foerderantrag")


def test_auditors_know_themselves_as_such(funding):
    make_auditors(funding)
    with acting("rechnungspruefung"):
        assert audits(funding)
    with acting("ministerium"):
        assert not audits(funding)
