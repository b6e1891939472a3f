"""What somebody types, and which municipality is meant."""

from datetime import date
from kommunaldialog.domain.finding import ended
from kommunaldialog.domain.finding import exact
from kommunaldialog.domain.finding import fitting
from kommunaldialog.domain.finding import label
from kommunaldialog.domain.finding import Listed
from kommunaldialog.domain.finding import starts
from kommunaldialog.domain.finding import words
from pathlib import Path
import csv
import kommunaldialog
import pytest


DATA = Path(kommunaldialog.__file__).parent / "example" / "data"
KNOWN = [
    Listed("08116007", "Altdorf", kreis="Böblingen"),
    Listed("08116008", "Altdorf", kreis="Esslingen"),
    Listed("08215046", "Malsch", kreis="Karlsruhe"),
    Listed("08226046", "Malsch", kreis="Rhein-Neckar-Kreis"),
    Listed("08212000", "Karlsruhe", kind="stadtkreis"),
    Listed("08215", "Landkreis Karlsruhe", kind="landkreis"),
    Listed("08336036", "Müllheim"),
    Listed("08315074", "Müllheim im Markgräflerland", other_names=("Müllheim",)),
    Listed("08237040", "Horb am Neckar", other_names=("Horb am Neckar, Stadt",)),
    Listed("08436082", "Horgenzell"),
    Listed("08118046", "Marbach am Neckar"),
    Listed("08315094", "St. Märgen", kreis="Breisgau-Hochschwarzwald"),
    Listed("08415078", "Bad Urach", other_names=("Urach",)),
    Listed("08326074", "Villingen-Schwenningen"),
    Listed("09175150", "Pfaffenhofen a.d. Glonn"),
    Listed("Z080001", "Zweckverband Neckartal", kind="zweckverband"),
]


def found(typed, known=KNOWN):
    return [one.key for one in fitting(typed, known)]


def named(typed):
    return [one.name for one in fitting(typed, KNOWN)]


def test_the_beginning_of_a_name_is_enough():
    assert named("hor") == ["Horb am Neckar", "Horgenzell"]
    assert named("horb") == ["Horb am Neckar"]


def test_a_word_within_a_name_is_found_after_those_that_begin_so():
    assert named("neckar")[:2] == ["Horb am Neckar", "Marbach am Neckar"]
    assert named("ma")[0] == "Malsch"
    assert named("ma").index("Marbach am Neckar") < named("ma").index("St. Märgen")


def test_who_types_a_whole_name_finds_that_one_first():
    assert named("Karlsruhe") == ["Karlsruhe", "Landkreis Karlsruhe", "Malsch"]
    assert named("Müllheim")[0] == "Müllheim"


@pytest.mark.parametrize(
    "typed", ["Müllheim", "muellheim", "MULLHEIM", " Muellheim. ", "Mu\u0308llheim"]
)
def test_umlauts_may_be_written_as_one_likes(typed):
    assert found(typed) == ["08336036", "08315074"]


@pytest.mark.parametrize(
    "typed",
    ["St. Märgen", "Sankt Märgen", "sankt maergen", "St.Margen", "st margen", "märg"],
)
def test_sankt_may_be_shortened_or_not(typed):
    assert found(typed) == ["08315094"]
    assert found(typed, [Listed("08315094", "Sankt Märgen")]) == ["08315094"]


def test_whoever_has_a_sharp_s_is_found_with_two():
    known = [Listed("06432009", "Groß-Bieberau")]
    assert found("GROSS BIEBERAU", known) == found("großb", known) == ["06432009"]


@pytest.mark.parametrize(
    "typed",
    ["Pfaffenhofen an der Glonn", "pfaffenhofen a. d. g", "Pfaffenhofen a.d.Glonn"],
)
def test_words_between_may_be_shortened_or_not(typed):
    assert found(typed) == ["09175150"]


@pytest.mark.parametrize(
    "typed", ["Villingen Schwenningen", "villingen-schw", "VillingenSchwenningen"]
)
def test_a_hyphen_is_a_blank_or_nothing(typed):
    assert found(typed) == ["08326074"]


@pytest.mark.parametrize("typed", ["Bad Urach", "Urach", "Stadt Urach", "Bad Ur"])
def test_what_people_put_before_a_name_need_not_be_there(typed):
    assert found(typed) == ["08415078"]


def test_whoever_is_called_as_typed_stands_before_whoever_lacks_a_word_of_it():
    known = [Listed("2", "Urach am See"), Listed("1", "Am Bad Urach")]
    assert found("Bad Urach", known) == ["1", "2"]


def test_a_former_name_is_found_after_the_present_one():
    known = [
        Listed("1", "Neustadt", other_names=("Altstadt",)),
        Listed("2", "Obere Altstadt"),
    ]
    assert found("altst", known) == ["2", "1"]


def test_a_former_name_is_found_as_one_word_too():
    assert found("neuulm", [Listed("1", "Ulm", other_names=("Neu Ulm",))]) == ["1"]
    assert found("neu-ulmdorf", [Listed("1", "X", other_names=("Neuulmdorf",))]) == [
        "1"
    ]


def test_the_kreis_tells_two_of_one_name_apart():
    assert found("Altdorf") == ["08116007", "08116008"]
    assert found("altdorf ess") == ["08116008"]
    assert named("Böblingen") == ["Altdorf"]


@pytest.mark.parametrize("typed", ["08237040", "08 2 37 040", " 08237 040 "])
def test_a_key_finds_its_municipality(typed):
    assert found(typed) == ["08237040"]
    assert exact(typed, KNOWN[8])


def test_the_beginning_of_a_key_finds_all_that_begin_so():
    assert found("08215") == ["08215", "08215046"]
    assert found("z0800") == ["Z080001"]


def test_only_a_whole_name_is_exact():
    assert exact("Sankt Märgen", KNOWN[11])
    assert not exact("Märgen", KNOWN[11])
    assert exact("pfaffenhofen an der glonn", KNOWN[14])


@pytest.mark.parametrize("typed", ["", " - ", "x", "!"])
def test_too_little_typed_means_nobody(typed):
    assert found(typed) == []
    assert starts(typed) == ()


def test_nobody_is_called_atlantis():
    assert found("Atlantis") == []


def test_the_words_of_a_name_are_each_once_and_as_one():
    assert words("Neu-Ulm", "Ulm", "") == ("neu", "ulm", "neuulm")
    assert words("St. Peter a. d. Ax") == (
        *("st", "sankt", "peter", "a", "am", "an", "d", "der", "dem", "ax"),
        "stpeteradax",
    )


def test_a_municipality_ends_with_its_last_day():
    day = date(2026, 1, 1)
    assert not ended(None, day)
    assert not ended(day, day)
    assert ended(date(2025, 12, 31), day)


def test_a_municipality_is_told_by_its_kreis_or_else_by_its_key():
    assert label(KNOWN[2], "Landkreis Karlsruhe") == "Malsch (Landkreis Karlsruhe)"
    assert label(KNOWN[4], "") == "Karlsruhe (08212000)"


def test_every_word_by_which_one_is_found_leads_to_it():
    # What is looked up by the beginnings of words loses nobody.
    lines = (DATA / "gemeinden-bw.csv").read_text("utf-8").splitlines()
    known = [
        Listed(row["ags"], row["name"], "", row["kreis"], (row["name_amtlich"],))
        for row in csv.DictReader(lines)
    ]
    index = {
        one.key: words(one.name, one.key, one.kreis, *one.other_names) for one in known
    }
    for typed in ("St. Märgen", "malsch karls", "neu ulm", "08317", "Bad Urach", "st"):
        narrowed = [
            one
            for one in known
            if any(word.startswith(starts(typed)) for word in index[one.key])
        ]
        assert fitting(typed, narrowed) == fitting(typed, known)
