"""Permit a municipality to begin before the decision."""

from AccessControl import Unauthorized
from datetime import date
from datetime import timedelta
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.usecases.amend import request_early_start
from kommunaldialog.usecases.early_start import permit_early_start
from kommunaldialog.usecases.early_start import to_permit
from kommunaldialog.usecases.finality import day_of
from tests.samples import acting
from tests.samples import make_decided
from tests.samples import make_submitted
from tests.samples import now
from tests.samples_decision import make_asking_to_begin
from tests.usecases import codes
import pytest


BEGINS = date(2030, 2, 1)


def test_an_early_start_is_permitted_once(funding):
    application = make_asking_to_begin(funding)
    assert to_permit(application)
    with acting("sachbearbeitung"):
        permit = permit_early_start(application, now(), BEGINS, "Nur der Saal.")
        with pytest.raises(Refused) as caught:
            permit_early_start(application, now(), BEGINS)
    assert codes(caught) == ["early_start_permitted"]
    assert application.early_start_permit == permit
    assert (permit.begins, permit.conditions) == (BEGINS, "Nur der Saal.")
    assert not to_permit(application)


def test_what_is_permitted_is_not_asked_for_again(funding):
    application = make_asking_to_begin(funding)
    with acting("sachbearbeitung"):
        permit_early_start(application, now(), BEGINS)
    with acting("antragstellung"), pytest.raises(Refused) as caught:
        request_early_start(application, now(), BEGINS, "Noch früher.")
    assert codes(caught) == ["early_start_permitted"]


def test_it_is_permitted_for_the_future_only(funding):
    application = make_asking_to_begin(funding)
    with acting("entscheidung"):
        yesterday = day_of(application, now()) - timedelta(days=1)
        with pytest.raises(Refused) as caught:
            permit_early_start(application, now(), yesterday)
    assert codes(caught) == ["permit_in_past"]


def test_nobody_is_permitted_what_they_did_not_ask_for(funding):
    application = make_submitted(funding)
    with acting("sachbearbeitung"), pytest.raises(Refused) as caught:
        permit_early_start(application, now(), BEGINS)
    assert codes(caught) == ["early_start_not_asked"]


def test_after_the_decision_there_is_nothing_to_permit(funding):
    application = make_decided(funding)
    application.start_declaration = "early_start"
    assert not to_permit(application)
    with acting("sachbearbeitung"), pytest.raises(Refused) as caught:
        permit_early_start(application, now(), BEGINS)
    assert codes(caught) == ["early_start_decided"]


@pytest.mark.parametrize("user", ["antragstellung", "ministerium"])
def test_only_the_office_permits(funding, user):
    application = make_asking_to_begin(funding)
    with acting(user), pytest.raises(Unauthorized):
        permit_early_start(application, now(), BEGINS)
