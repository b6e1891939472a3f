"""A list held against the register: what is new, changed, renamed and gone."""

from dataclasses import replace
from datetime import date
from kommunaldialog.domain.register import Checked
from kommunaldialog.domain.register import Entry
from kommunaldialog.domain.register_changes import compare
from kommunaldialog.domain.register_changes import Known
from kommunaldialog.domain.register_changes import official
from kommunaldialog.domain.register_changes import Scope
from kommunaldialog.domain.register_changes import Terms


DAY = date(2025, 1, 1)
TERMS = Terms(DAY, "Destatis", "dl-de/by-2-0")
TAMM = Entry("08118070", "Tamm", "gemeinde", population=12_000)
HORB = Entry("08237040", "Horb am Neckar", "stadt")


def listed(*entries, also=()):
    found = {entry.ags: entry for entry in entries}
    return Checked(found, (), frozenset({*found, *also}))


def register(*entries, **values):
    return {
        entry.ags: Known(entry.ags, official(entry, TERMS), **values)
        for entry in entries
    }


def test_what_the_register_has_not_is_new():
    found = compare(listed(TAMM, HORB), register(HORB), TERMS)
    assert found.new == (TAMM,)
    assert found.unchanged == 1
    assert found.keys == ("08118070",)


def test_a_second_time_nothing_changes():
    found = compare(listed(TAMM, HORB), register(TAMM, HORB), TERMS)
    assert (found.keys, found.gone, found.unchanged) == ((), (), 2)


def test_a_change_says_from_what_to_what():
    town = replace(TAMM, kind="stadt")
    (change,) = compare(listed(town), register(TAMM), TERMS).changed
    assert change.fields == {"kind": ("gemeinde", "stadt")}
    assert not change.renamed


def test_the_name_of_before_becomes_a_former_name():
    known = register(replace(HORB, title="Horb"), former_names=("Horw",))
    found = compare(listed(HORB), known, TERMS)
    (change,) = found.renamed
    assert change.title == "Horb"
    assert change.former_names == ("Horw", "Horb")


def test_a_name_that_comes_back_is_no_former_one():
    known = register(replace(HORB, title="Horb"), former_names=("Horb am Neckar",))
    (change,) = compare(listed(HORB), known, TERMS).renamed
    assert change.former_names == ("Horb",)


def test_where_the_list_is_silent_nothing_changes():
    silent = Entry(TAMM.ags, TAMM.title)
    assert compare(listed(silent), register(TAMM), TERMS).changed == ()


def test_population_has_its_day_or_that_of_the_list():
    counted = date(2022, 5, 15)
    terms = replace(TERMS, population_date=counted)
    assert official(TAMM, TERMS)["population_date"] == DAY
    assert official(TAMM, terms)["population_date"] == counted
    assert "population_date" not in official(HORB, terms)


def test_who_is_missing_in_a_list_of_its_land_is_gone():
    found = compare(listed(HORB), register(HORB, TAMM), TERMS)
    assert [known.title for known in found.gone] == ["Tamm"]


def test_a_list_of_one_kreis_says_nothing_about_others():
    terms = replace(TERMS, scope=Scope.KREISE)
    assert compare(listed(HORB), register(HORB, TAMM), terms).gone == ()
    neighbour = Entry("08237001", "Alpirsbach")
    found = compare(listed(HORB), register(HORB, neighbour), terms)
    assert [known.ags for known in found.gone] == ["08237001"]


def test_a_list_that_is_not_complete_ends_nobody():
    terms = replace(TERMS, scope=Scope.NOTHING)
    assert compare(listed(HORB), register(HORB, TAMM), terms).gone == ()


def test_another_land_is_not_gone():
    dresden = Entry("14612000", "Dresden")
    assert compare(listed(HORB), register(HORB, dresden), TERMS).gone == ()


def test_who_is_in_a_wrong_row_is_not_gone():
    found = compare(listed(HORB, also=("08118070",)), register(TAMM), TERMS)
    assert found.gone == ()


def test_a_list_without_kreise_ends_no_kreis():
    kreis = Entry("08118", "Landkreis Ludwigsburg", "landkreis")
    other = Entry("08237", "Landkreis Freudenstadt", "landkreis")
    assert compare(listed(HORB), register(HORB, kreis), TERMS).gone == ()
    found = compare(listed(HORB, other), register(HORB, kreis, other), TERMS)
    assert [known.ags for known in found.gone] == ["08118"]


def test_who_has_ended_stays_ended_though_an_old_list_names_it():
    found = compare(listed(TAMM), register(TAMM, valid_to=DAY), TERMS)
    assert [known.ags for known in found.ended] == ["08118070"]
    assert (found.keys, found.gone) == ((), ())
    assert compare(listed(HORB), register(TAMM, valid_to=DAY), TERMS).gone == ()


def test_a_comparison_is_known_again_by_its_digest():
    first = compare(listed(TAMM), register(HORB), TERMS)
    again = compare(listed(TAMM), register(HORB), TERMS)
    other = compare(listed(replace(TAMM, kind="stadt")), register(HORB), TERMS)
    assert first.digest() == again.digest()
    assert first.digest() != other.digest()
    assert first.digest() != compare(listed(TAMM), {}, TERMS).digest()
