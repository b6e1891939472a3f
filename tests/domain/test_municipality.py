"""What fits together in a record of the register."""

from kommunaldialog.domain.municipality import check_kind
from kommunaldialog.domain.municipality import check_members
from kommunaldialog.domain.municipality import kreise
from kommunaldialog.domain.municipality import twin
import pytest


def codes(refusals):
    return [refusal.code for refusal in refusals]


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        ("08237040", "stadt"),
        ("08115001", "gemeinde"),
        ("08317971", "gemeindefrei"),
        ("08111000", "stadtkreis"),
        ("08115", "landkreis"),
        ("081155001", "verwaltungsgemeinschaft"),
        ("Z080001", "zweckverband"),
    ],
)
def test_each_kind_has_keys_of_its_own_form(key, kind):
    assert codes(check_kind(key, kind)) == []


@pytest.mark.parametrize(
    ("key", "kind", "code"),
    [
        ("08115", "gemeinde", "kind_of_landkreis"),
        ("08115001", "landkreis", "kind_of_landkreis"),
        ("08111000", "stadt", "kind_of_stadtkreis"),
        ("08115001", "stadtkreis", "kind_of_stadtkreis"),
        ("08111000", "landkreis", "kind_of_stadtkreis"),
        ("081155001", "gemeinde", "kind_of_verwaltungsgemeinschaft"),
        ("08115001", "verwaltungsgemeinschaft", "kind_of_verwaltungsgemeinschaft"),
        ("Z080001", "gemeinde", "kind_of_zweckverband"),
        ("08115001", "zweckverband", "kind_of_zweckverband"),
    ],
)
def test_a_kind_of_another_form_is_refused(key, kind, code):
    assert codes(check_kind(key, kind)) == [code]


def test_a_stadtkreis_could_stand_twice_with_eight_digits_and_five():
    assert twin("08111000") == "08111"
    assert twin("08111") == "08111000"
    assert twin("08115001") is twin("081155000") is twin("Z080000") is None


@pytest.mark.parametrize(
    ("key", "kind", "members", "found"),
    [
        ("08115", "landkreis", (), []),
        ("08115", "landkreis", ("08115001",), ["members_of_none"]),
        ("08115001", "gemeinde", ("08115002",), ["members_of_none"]),
        ("081155001", "verwaltungsgemeinschaft", ("08115001", "08115002"), []),
        (
            "081155001",
            "verwaltungsgemeinschaft",
            ("08115001", "08116001"),
            ["members_elsewhere"],
        ),
        ("081155001", "verwaltungsgemeinschaft", ("08115",), ["members_elsewhere"]),
        ("Z080001", "zweckverband", ("08115", "081155001", "08111000"), []),
        ("Z080001", "zweckverband", ("Z080001",), ["members_itself"]),
    ],
)
def test_who_can_have_which_members(key, kind, members, found):
    assert codes(check_members(key, kind, members)) == found


def test_a_zweckverband_lies_in_the_kreise_of_its_members():
    assert kreise("08115001") == ("08115",)
    assert kreise("Z080001", ("08115001", "08116", "08115002")) == ("08115", "08116")
    assert kreise("Z080001") == ()
