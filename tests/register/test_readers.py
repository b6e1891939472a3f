"""Files of lists: CSV in its ways, GV100AD, changes of areas."""

from datetime import date
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.domain.register_ends import End
from kommunaldialog.register.plan import check_source
from kommunaldialog.register.source import MAX_BYTES
from kommunaldialog.register.source import read_ends
from kommunaldialog.register.source import read_source
from tests.register.files import csv
from tests.register.files import GV100
from tests.register.files import HEADER
from tests.register.files import HORB
from tests.register.files import TAMM
import pytest


NAMES = ["08118", "08118070"]


def entries(data, **chosen):
    return check_source(read_source(data, chosen)).entries


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_list_is_read_whatever_program_has_written_it(encoding, separator, end):
    line = "08416041,Tübingen,Stadt,08416,Tübingen,Landkreis,91877"
    text = end.join((HEADER, line)).replace(",", separator)
    found = entries(text.encode(encoding))
    assert found["08416041"].title == "Tübingen"
    assert found["08416"].title == "Landkreis Tübingen"


def test_a_row_keeps_its_number_though_others_are_empty():
    source = read_source(csv(HORB, "", "x" + TAMM))
    (wrong,) = check_source(source).wrong
    assert wrong.number == 4


def test_the_day_of_the_figures_may_be_in_the_name_of_their_column():
    assert read_source(csv(HORB)).counted == date(2022, 5, 15)
    other = read_source(csv(HORB, header=HEADER.replace("05_15", "05_99")))
    assert other.counted is None


def test_columns_of_other_names_are_chosen():
    data = b"Nr;Ort\n08118070;Tamm\n"
    assert read_source(data).needs_columns
    assert list(entries(data, ags="Nr", name="Ort")) == ["08118070"]


def test_a_known_column_can_be_left_out():
    assert entries(csv(TAMM), population="")["08118070"].population is None


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "register_file_unreadable"),
        (b"nur Text\n", "register_file_unreadable"),
        (b"PK\x03\x04\x00,\x00\n", "register_file_unreadable"),
        (b"\x81,\x8d\n", "register_file_unreadable"),
        (HEADER.encode(), "register_file_empty"),
        (b"x" * (MAX_BYTES + 1), "register_file_too_large"),
    ],
)
def test_what_is_no_list_is_refused(data, code):
    with pytest.raises(Refused) as refused:
        read_source(data)
    assert refused.value.refusals[0].code == code


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_the_gv100ad_is_read_as_published(encoding):
    source = read_source(GV100.encode(encoding))
    checked = check_source(source)
    assert source.day == date(2024, 12, 31)
    assert not source.needs_columns
    assert sorted(checked.entries) == ["08111000", *NAMES, "081185007"]
    assert checked.entries["081185007"].members == ("08118070",)
    assert checked.entries["081185007"].district == "Ludwigsburg"
    stuttgart, kreis, tamm = (checked.entries[key] for key in ("08111000", *NAMES))
    assert (stuttgart.title, stuttgart.kind) == ("Stuttgart", "stadtkreis")
    assert stuttgart.official_name == "Stuttgart, Landeshauptstadt"
    assert (stuttgart.ars, stuttgart.population) == ("081110000000", 633484)
    assert (kreis.title, kreis.kind) == ("Landkreis Ludwigsburg", "landkreis")
    assert (tamm.title, tamm.kind, tamm.district) == ("Tamm", "stadt", "Ludwigsburg")
    assert tamm.ars == "081185007070"


def test_a_line_of_the_gv100ad_that_can_not_be_read_is_a_wrong_row():
    checked = check_source(read_source(GV100.encode()))
    (wrong,) = checked.wrong
    assert (wrong.number, wrong.ags, wrong.name) == (10, "08118071", "Kaputt, Stadt")
    assert "08118071" in checked.keys


def test_changes_of_areas_come_in_a_file_of_their_own():
    ends, wrong = read_ends(b"alt;neu;datum\n08237040;08118070;01.01.2025\n")
    assert ends == (End("08237040", "08118070", date(2025, 1, 1)),)
    assert wrong == ()
    assert read_ends(b"") == ((), ())


def test_a_file_of_changes_without_its_columns_is_refused():
    with pytest.raises(Refused) as refused:
        read_ends(b"alt;neu\n1;2\n")
    assert refused.value.refusals[0].code == "register_changes_columns"
