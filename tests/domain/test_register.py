"""Rows of official lists: what is taken, what is wrong, and with which reason."""

from kommunaldialog.domain.register import check_rows
from kommunaldialog.domain.register import kreis_title
import pytest


HORB = {
    "ags": "08237040",
    "ars": "082370040040",
    "name": "Horb am Neckar",
    "official_name": "Horb am Neckar, Stadt",
    "kind": "Stadt",
    "belonging": "--",
    "kreis_ags": "08237",
    "kreis": "Freudenstadt",
    "kreis_kind": "Landkreis",
    "population": "25424",
    "longitude": "8.68",
    "latitude": "48.44",
}


def checked(*rows):
    return check_rows(enumerate(rows, start=2))


def reason(**values):
    """The code for which the changed row is wrong."""
    (wrong,) = checked({**HORB, **values}).wrong
    assert wrong.number == 2
    return [refusal.code for refusal in wrong.refusals]


def test_a_row_of_a_list_says_all_that_the_register_takes():
    entry = checked(HORB).entries["08237040"]
    assert entry.title == "Horb am Neckar"
    assert entry.kind == "stadt"
    assert entry.district == "Freudenstadt"
    assert (entry.population, entry.longitude, entry.latitude) == (25424, 8.68, 48.44)


def test_the_landkreis_that_rows_name_is_a_municipality_of_its_own():
    found = checked(HORB, {**HORB, "ags": "08237041", "ars": ""})
    assert sorted(found.entries) == ["08237", "08237040", "08237041"]
    assert found.entries["08237"].title == "Landkreis Freudenstadt"
    assert found.entries["08237"].kind == "landkreis"
    assert found.wrong == ()


@pytest.mark.parametrize(
    ("name", "kind", "title"),
    [
        ("Böblingen", None, "Landkreis Böblingen"),
        ("Pinneberg", "Kreis", "Kreis Pinneberg"),
        ("Rhein-Neckar-Kreis", "Landkreis", "Rhein-Neckar-Kreis"),
        ("Ostalbkreis", "Landkreis", "Ostalbkreis"),
        ("Region Hannover", "Landkreis", "Region Hannover"),
        ("Städteregion Aachen", "Kreis", "Städteregion Aachen"),
    ],
)
def test_a_kreis_is_called_as_people_call_it(name, kind, title):
    assert kreis_title(name, kind) == title


def test_a_row_of_a_landkreis_itself_says_how_it_is_called():
    own = {"ags": "08237", "name": "Kreis Freudenstadt", "kind": "Landkreis"}
    found = checked(HORB, own).entries["08237"]
    assert (found.title, found.kind) == ("Kreis Freudenstadt", "landkreis")


def test_a_city_without_kreis_exists_once():
    stuttgart = {
        "ags": "08111000",
        "name": "Stuttgart",
        "kind": "Stadt",
        "belonging": "kreisfrei",
        "kreis": "Stuttgart",
    }
    found = checked({"ags": "08111", "name": "Stuttgart"}, stuttgart)
    assert list(found.entries) == ["08111000"]
    assert found.entries["08111000"].kind == "stadtkreis"
    assert found.entries["08111000"].district is None
    assert [(row.number, row.refusals[0].code) for row in found.wrong] == [
        (2, "register_kreis_is_city")
    ]


def test_a_list_need_not_say_kind_kreis_figures_and_place():
    entry = checked({"ags": "08237040", "name": "Horb"}).entries["08237040"]
    assert (entry.kind, entry.district, entry.population) == (None, None, None)
    assert (entry.longitude, entry.latitude) == (None, None)


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("Markt", "gemeinde"),
        ("Gemeindefreies Gebiet", "gemeindefrei"),
        ("Große Kreisstadt", "stadt"),
    ],
)
def test_kinds_have_many_names(said, kind):
    assert checked({**HORB, "kind": said}).entries["08237040"].kind == kind


@pytest.mark.parametrize("text", ["25.424", "25 424", "25424"])
def test_a_population_may_be_written_in_thousands(text):
    found = checked({**HORB, "population": text}).entries["08237040"]
    assert found.population == 25424


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"ags": "8237040"}, "ags_length"),
        ({"ags": ""}, "ags_missing"),
        ({"ags": "0823704O"}, "ags_not_digits"),
        ({"ags": "17237040"}, "ags_land_unknown"),
        ({"ags": "Z080001"}, "register_other_key"),
        ({"name": " "}, "register_name_missing"),
        ({"ars": "082370040041"}, "register_ars_mismatch"),
        ({"ars": "082371040040"}, "register_ars_mismatch"),
        ({"kreis_ags": "08238"}, "register_kreis_mismatch"),
        ({"kind": "Zweckverband"}, "register_kind_unknown"),
        ({"kind": "Landkreis"}, "register_kind_digits"),
        ({"kind": "Verwaltungsgemeinschaft"}, "register_kind_digits"),
        ({"kind": "Stadtkreis"}, "register_city_key"),
        ({"belonging": "kreisfrei"}, "register_city_key"),
        ({"population": "viele"}, "register_population"),
        ({"population": "-5"}, "register_population"),
        ({"longitude": ""}, "register_coordinates"),
        ({"latitude": "Nord"}, "register_coordinates"),
        ({"longitude": "48.44", "latitude": "8.68"}, "register_coordinates_outside"),
        ({"longitude": "nan"}, "register_coordinates_outside"),
    ],
)
def test_a_wrong_row_says_why(values, code):
    assert reason(**values) == [code]


def test_a_gemeinde_can_not_have_the_key_of_a_kreis():
    (wrong,) = checked({"ags": "08237", "name": "Horb", "kind": "Stadt"}).wrong
    assert wrong.refusals[0].code == "register_kind_no_kreis"


def test_a_verwaltungsgemeinschaft_has_its_members():
    row = {
        "ags": "082375004",
        "name": "VG Horb",
        "kind": "Verwaltungsgemeinschaft",
        "kreis": "Freudenstadt",
        "members": "08237040 08237041",
    }
    found = checked(row).entries
    assert list(found) == ["082375004"]
    verband = found["082375004"]
    assert (verband.kind, verband.district) == ("verwaltungsgemeinschaft", row["kreis"])
    assert verband.members == ("08237040", "08237041")
    assert checked({**row, "members": ""}).entries["082375004"].members is None


def test_a_gemeinde_can_not_have_the_key_of_an_association():
    (wrong,) = checked({"ags": "082375004", "name": "Horb", "kind": "Stadt"}).wrong
    assert wrong.refusals[0].code == "register_kind_no_verband"


def test_all_that_is_wrong_with_a_row_is_said_at_once():
    assert reason(name="", population="x", latitude="x") == [
        "register_name_missing",
        "register_population",
        "register_coordinates",
    ]


def test_of_two_rows_with_one_key_the_first_counts():
    found = checked(HORB, {**HORB, "name": "Anders"})
    assert found.entries["08237040"].title == "Horb am Neckar"
    (wrong,) = found.wrong
    assert wrong.refusals[0].params == {"row": 2}


def test_coordinates_may_be_written_with_a_comma():
    found = checked({**HORB, "longitude": "8,68", "latitude": "48,44"})
    assert found.entries["08237040"].longitude == 8.68


def test_the_key_of_a_wrong_row_is_no_missing_one():
    found = checked({**HORB, "population": "x"})
    assert found.entries == {}
    assert found.keys == {"08237040"}
