"""Nobody gets a role by taking the name of a group."""

from kommunaldialog.access import squatting
from kommunaldialog.domain.lifecycle import ANTRAGSTELLUNG
from plone import api
from tests.samples import AGS
from tests.samples import make_draft
from tests.samples import make_programme
from zExceptions import Forbidden
import pytest


def register(name):
    return api.user.create(email="x@example.org", username=name, password="Geheim-1234")


def test_the_name_of_a_municipality_s_group_is_no_user_name(portal):
    with pytest.raises(Forbidden):
        register(f"kommune-{AGS}-zeichnung")


def test_the_name_of_a_chosen_group_is_no_user_name_even_when_the_group_is_gone(portal):
    make_programme(portal, ministry_groups=("weg",))
    with pytest.raises(Forbidden):
        register("weg")


def test_other_names_are_free(portal):
    assert register("rathaus").getId() == "rathaus"


def test_a_user_from_before_the_installation_is_not_the_group(funding, monkeypatch):
    monkeypatch.setattr(squatting, "is_municipality_group", lambda name: False)
    funding.ministry_groups = ("kommune-99999999-antrag",)
    monkeypatch.setattr(squatting, "chosen_groups", set)
    squatter = register("kommune-99999999-antrag")
    application = make_draft(funding)
    application.ags = "99999999"
    application.reindexObject()
    assert ANTRAGSTELLUNG not in squatter.getRolesInContext(application)
    with api.env.adopt_user(username=squatter.getId()):
        assert not api.user.has_permission("View", obj=application)
        assert not api.content.find(UID=application.UID())
