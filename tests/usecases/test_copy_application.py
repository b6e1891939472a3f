"""An earlier application as a new draft: all that fits, and nothing else."""

from AccessControl import Unauthorized
from datetime import date
from datetime import timedelta
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.forms.versions import publish
from kommunaldialog.usecases.copy_application import copy_application
from kommunaldialog.usecases.step import state_of
from kommunaldialog.usecases.withdraw import withdraw
from plone import api
from tests.samples import acting
from tests.samples import FORM
from tests.samples import make_programme
from tests.samples import make_submitted
from tests.samples import now
from tests.samples import PDF
from tests.samples import PLAN
from tests.usecases import codes
import pytest


@pytest.fixture
def funding(funding):
    funding.applications_per_municipality = 2
    funding["saeule-1"].documents = ("Ratsbeschluss",)
    return funding


@pytest.fixture
def source(funding):
    funding["saeule-1"].documents = ()
    source = make_submitted(funding)
    funding["saeule-1"].documents = ("Ratsbeschluss",)
    source.documents["Ratsbeschluss"] = source.answers["konzept"]
    source.documents["Satzung"] = source.answers["konzept"]
    source.start_declaration = "not_begun"
    return source


def copied(source, programme, token="token", user="antragstellung"):
    with acting(user):
        return copy_application(source, programme, token, now())


@pytest.fixture
def other(portal, funding):
    """Another call, whose form asks one thing alike and one otherwise."""
    programme = make_programme(portal, title="Neuer Aufruf", reference_prefix="NA")
    with api.env.adopt_roles(["Manager"]):
        programme["saeule-1"].title = "Ganz anders"
    form = FORM.replace('type="zope.schema.Text"', 'type="zope.schema.TextLine"')
    publish(programme, form, "webredaktion", now())
    return programme


def test_all_that_was_said_is_in_the_new_draft(funding, source):
    draft = copied(source, funding)
    assert state_of(draft) == "draft"
    assert (draft.id != source.id, draft.reference) == (True, None)
    assert draft.title == "Dialog Ortsmitte"
    assert draft.pillar == "saeule-1"
    assert draft.measure_start == date(2030, 3, 1)
    assert draft.plan == PLAN
    assert draft.answers["anlass"] == "Wir bauen die Ortsmitte um."


def test_a_file_is_copied_and_not_shared(funding, source):
    draft = copied(source, funding)
    for old, new in (
        (source.answers["konzept"], draft.answers["konzept"]),
        (source.documents["Ratsbeschluss"], draft.documents["Ratsbeschluss"]),
    ):
        assert new.data == PDF
        assert (new.filename, new.contentType) == (old.filename, old.contentType)
        assert new._blob is not old._blob


def test_what_the_pillar_does_not_ask_for_and_what_was_declared_is_left_out(
    funding, source
):
    draft = copied(source, funding)
    assert list(draft.documents) == ["Ratsbeschluss"]
    assert draft.start_declaration == ""


def test_to_another_call_goes_what_fits_by_name_and_kind(source, other):
    draft = copied(source, other)
    assert draft.programme().getId() == other.getId()
    assert draft.pillar == ""
    assert "anlass" not in draft.answers
    assert draft.answers["konzept"].filename == "konzept.pdf"


@pytest.mark.parametrize(
    ("start", "end", "kept"),
    [
        (date(2030, 3, 1), date(2030, 9, 30), True),
        (date(2020, 3, 1), date(2030, 9, 30), False),
        (date(2030, 1, 1), date(2030, 9, 30), False),
        (date(2030, 3, 1), date(2031, 1, 1), False),
        (None, date(2030, 9, 30), False),
    ],
)
def test_a_period_that_does_not_fit_the_call_is_left_out(
    funding, source, start, end, kept
):
    funding.measure_start, funding.measure_end = date(2030, 2, 1), date(2030, 12, 31)
    source.measure_start, source.measure_end = start, end
    draft = copied(source, funding)
    assert (draft.measure_start, draft.measure_end) == (
        (start, end) if kept else (None, None)
    )


def test_a_second_click_finds_the_same_draft_and_overwrites_nothing(funding, source):
    draft = copied(source, funding)
    draft.title = "Schon weitergeschrieben"
    assert copied(source, funding) == draft
    assert draft.title == "Schon weitergeschrieben"


def test_as_many_as_are_allowed_and_no_more(funding, source):
    copied(source, funding)
    with pytest.raises(Refused) as caught:
        copied(source, funding, token="another")
    assert codes(caught) == ["begin_too_many"]


def test_after_the_deadline_nothing_is_begun(funding, source):
    funding.deadline = now() - timedelta(days=1)
    with pytest.raises(Refused) as caught:
        copied(source, funding)
    assert codes(caught) == ["begin_closed"]


def test_a_withdrawn_application_may_be_made_again(funding, source):
    with acting("antragstellung"):
        withdraw(source, now())
    assert copied(source, funding).title == "Dialog Ortsmitte"


def test_a_stranger_copies_nothing(funding, source):
    with pytest.raises(Unauthorized):
        copied(source, funding, user="fremde")


def test_who_reads_it_for_the_office_copies_nothing_either(funding, source):
    with pytest.raises(Refused) as caught:
        copied(source, funding, user="sachbearbeitung")
    assert codes(caught) == ["begin_no_municipality"]
