"""Publishing a programme's application form."""

from AccessControl import Unauthorized
from datetime import datetime
from datetime import UTC
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.forms.versions import versions
from kommunaldialog.usecases.publish_form import NotPublishable
from kommunaldialog.usecases.publish_form import publish_form
from plone import api
from tests.forms.models import field
from tests.forms.models import model
import pytest


MOMENT = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


@pytest.fixture
def form(programme):
    return programme["antragsformular"]


@pytest.fixture
def as_editor(portal):
    with api.env.adopt_roles(["Editor"]):
        yield


def test_the_draft_becomes_the_next_version(form, programme, as_editor):
    first = publish_form(form, MOMENT)
    form.fields_model = model(field("neu"))
    second = publish_form(form, MOMENT)
    assert (first.number, second.number) == (1, 2)
    assert second.moment == MOMENT
    assert second.user == api.user.get_current().getId()
    assert versions(programme).newest == second


def test_an_unchanged_form_is_not_published_again(form, programme, as_editor):
    publish_form(form, MOMENT)
    with pytest.raises(Refused) as refused:
        publish_form(form, MOMENT)
    assert [r.code for r in refused.value.refusals] == ["form_unchanged"]
    assert len(versions(programme)) == 1


def test_what_can_not_be_published_is_refused_with_a_list(form, programme, as_editor):
    form.fields_model = model(field("a", "zope.schema.Float"), field("title"))
    with pytest.raises(NotPublishable) as refused:
        publish_form(form, MOMENT)
    assert [problem.field for problem in refused.value.problems] == ["title", "a"]
    assert len(versions(programme)) == 0


def test_who_may_not_publish_can_not(form, programme):
    with api.env.adopt_roles(["Member"]), pytest.raises(Unauthorized):
        publish_form(form, MOMENT)
    assert len(versions(programme)) == 0
