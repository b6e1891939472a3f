"""Writing a list into the register: many at once, and what is refused."""

from AccessControl import Unauthorized
from datetime import date
from kommunaldialog.content.register import kommunen
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.domain.register import Entry
from kommunaldialog.domain.register_changes import Terms
from kommunaldialog.usecases import register
from kommunaldialog.usecases.register import known
from kommunaldialog.usecases.register import write
from plone import api
from tests.usecases import codes
from time import process_time
import pytest


TERMS = Terms(date(2024, 12, 31), "Destatis", "dl-de/by-2-0")
TAMM = Entry("08118070", "Tamm", "stadt", population=12_674)


@pytest.fixture
def folder(portal):
    with api.env.adopt_roles(["Manager"]):
        return api.content.create(portal, "Folder", "kommunen")


def take(folder, *entries, terms=TERMS, publish=False, starts=None):
    with api.env.adopt_roles(["Manager"]):
        write(folder, entries, terms, publish=publish, starts=starts or {})


def test_three_hundred_take_seconds_and_are_found(folder):
    entries = [
        Entry(f"08{number:06}", f"Ort {number}", "gemeinde", population=number)
        for number in range(300)
    ]
    began = process_time()
    take(folder, *entries, publish=True)
    # 1,103 within a minute, with room for a slow machine.
    assert process_time() - began < 20
    assert len(folder) == 300
    found = known()
    assert found["08000299"].title == "Ort 299"
    assert found["08000299"].values["population"] == 299
    (kommune,) = kommunen("08000299")
    assert api.content.get_state(kommune) == "published"
    assert kommune.versioning_enabled


def test_only_who_manages_the_register_writes(folder):
    with pytest.raises(Unauthorized), api.env.adopt_roles(["Editor"]):
        write(folder, [TAMM], TERMS, publish=False, starts={})


def test_a_place_that_is_taken_is_refused(folder):
    with api.env.adopt_roles(["Manager"]):
        api.content.create(folder, "Document", TAMM.ags)
    with pytest.raises(Refused) as caught:
        take(folder, TAMM)
    assert codes(caught) == ["register_id_taken"]


def test_the_first_day_of_a_successor_is_known(folder):
    take(folder, TAMM, starts={TAMM.ags: date(2025, 1, 1)})
    (kommune,) = kommunen(TAMM.ags)
    assert kommune.valid_from == date(2025, 1, 1)


def test_what_has_ended_is_left_alone(folder):
    take(folder, Entry(TAMM.ags, "Tamm (alt)"))
    (kommune,) = kommunen(TAMM.ags)
    assert kommune.kind == "gemeinde"
    kommune.valid_to = date(2020, 1, 1)
    take(folder, TAMM)
    assert kommune.title == "Tamm (alt)"


def test_a_renamed_one_is_found_by_its_new_name_on_pages_that_name_it(folder):
    take(folder, Entry(TAMM.ags, "Tamm (alt)"))
    with api.env.adopt_roles(["Manager"]):
        dialogue = api.content.create(
            folder, "Dialog", title="Markt", municipalities=(TAMM.ags,)
        )
        write(folder, [TAMM], TERMS, publish=False, starts={})
        (brain,) = api.content.find(portal_type="Dialog", dialogue_text="Tamm")
    assert brain.getObject() == dialogue
    (kommune,) = kommunen(TAMM.ags)
    assert kommune.former_names == ("Tamm (alt)",)


def test_many_are_read_without_keeping_them_in_memory(folder, monkeypatch):
    monkeypatch.setattr(register, "CHUNK", 1)
    take(folder, TAMM, Entry("08237040", "Horb"))
    assert sorted(known()) == ["08118070", "08237040"]
    assert list(known(["08237040"])) == ["08237040"]
