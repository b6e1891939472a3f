"""A pillar that records refer to keeps its id and its place."""

from plone import api
from tests.samples import acting
from tests.samples import make_consultation
from tests.samples import make_draft
from tests.samples import make_programme
from zExceptions import Forbidden
import pytest


@pytest.fixture(params=[make_consultation, make_draft])
def in_use(funding, request):
    request.param(funding)
    return funding["saeule-1"]


def test_it_is_neither_deleted_nor_renamed_nor_moved(portal, funding, in_use):
    other = make_programme(portal, title="Anderes", reference_prefix="ANDERS")
    with acting("admin"):
        with pytest.raises(Forbidden):
            api.content.rename(in_use, "saeule-neu")
        with pytest.raises(Forbidden):
            api.content.move(in_use, other, id="saeule-9")
        with pytest.raises(Forbidden):
            api.content.delete(in_use)
    assert "saeule-1" in funding


def test_one_that_nobody_uses_may_be_renamed(funding):
    with acting("admin"):
        api.content.rename(funding["saeule-1"], "saeule-neu")
    assert [pillar.id for pillar in funding.pillars()] == ["saeule-neu"]


def test_a_programme_moves_with_its_pillars_and_records(portal, funding, in_use):
    with acting("admin"):
        folder = api.content.create(portal, "Folder", id="bereich")
        moved = api.content.move(funding, folder)
    assert "saeule-1" in moved
    assert len(moved.case_store().objectIds()) == 1
