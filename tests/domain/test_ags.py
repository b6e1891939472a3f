"""Keys of municipalities are text of 8 or 5 digits, and of other forms."""

from kommunaldialog.domain.ags import ars_matches
from kommunaldialog.domain.ags import is_kreis
from kommunaldialog.domain.ags import is_verband
from kommunaldialog.domain.ags import is_zweckverband
from kommunaldialog.domain.ags import KEY
from kommunaldialog.domain.ags import kreis
from kommunaldialog.domain.ags import land
from kommunaldialog.domain.ags import parse_ags
from kommunaldialog.domain.refusal import Refused
import pytest
import re


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("08111000", "08111000"),
        (" 08111000\n", "08111000"),
        ("08 1 11 000", "08111000"),
        ("08115", "08115"),
        ("16077056", "16077056"),
        ("01001000", "01001000"),
        ("081155001", "081155001"),
        ("z08 0001", "Z080001"),
    ],
)
def test_a_key_keeps_its_leading_zero(text, key):
    assert parse_ags(text) == key


@pytest.mark.parametrize(
    ("text", "code", "params"),
    [
        ("", "ags_missing", {}),
        (" \t", "ags_missing", {}),
        ("Horb", "ags_not_digits", {}),
        ("0811100O", "ags_not_digits", {}),
        ("08111-000", "ags_not_digits", {}),
        ("٠٨١١١٠٠٠", "ags_not_digits", {}),
        ("8111000", "ags_length", {"digits": 7}),
        ("8115", "ags_length", {"digits": 4}),
        ("081110000000", "ags_length", {"digits": 12}),
        ("00111000", "ags_land_unknown", {"land": "00"}),
        ("17111000", "ags_land_unknown", {"land": "17"}),
        ("99999", "ags_land_unknown", {"land": "99"}),
        ("Z170001", "ags_land_unknown", {"land": "17"}),
        ("Z08001", "ags_not_digits", {}),
        ("081150001", "ags_no_verband", {}),
        ("081159001", "ags_no_verband", {}),
    ],
)
def test_what_is_no_key_is_refused_with_its_reason(text, code, params):
    with pytest.raises(Refused) as caught:
        parse_ags(text)
    (refusal,) = caught.value.refusals
    assert (refusal.code, refusal.params) == (code, params)


def test_a_key_names_its_land_and_its_kreis():
    assert land("08237040") == "08"
    assert kreis("08237040") == "08237"
    assert kreis("08237") == "08237"


def test_a_verband_lies_in_a_kreis_and_a_zweckverband_only_in_a_land():
    assert land("081155001") == land("Z080001") == "08"
    assert kreis("081155001") == "08115"
    assert kreis("Z080001") == ""


def test_each_kind_of_verband_is_told_by_its_key():
    assert is_verband("081155001")
    assert not is_verband("Z0801155")
    assert is_zweckverband("Z080001")
    assert not is_zweckverband("08115001")


def test_a_key_is_found_in_a_longer_text():
    text = "kommune-08115-antrag kommune-081155001-antrag kommune-Z080001-antrag"
    assert re.findall(rf"kommune-({KEY})-", text) == ["08115", "081155001", "Z080001"]


def test_a_key_of_five_digits_is_a_kreis_and_a_stadtkreis_is_a_gemeinde():
    assert is_kreis("08115")
    assert not is_kreis("08111000")


@pytest.mark.parametrize(
    ("ags", "ars", "belongs"),
    [
        # Stuttgart (free), Aidlingen (in a union), a gemeindefreies Gebiet.
        ("08111000", "081110000000", True),
        ("08115001", "081155001001", True),
        ("08317971", "083179971971", True),
        ("08115001", "081155001002", False),
        ("08115001", "081165001001", False),
        ("08115001", "081151001001", False),
        ("08115001", "08115001", False),
        ("08115001", "08115500100x", False),
        ("08115001", "0811550010010", False),
        ("08115", "08115", True),
        ("08115", "081155001001", False),
        ("081155001", "081155001", True),
        ("081155001", "081155001001", False),
        ("Z080001", "", True),
        ("Z080001", "080001", False),
    ],
)
def test_a_regional_key_belongs_to_its_municipality_only(ags, ars, belongs):
    assert ars_matches(ags, ars) is belongs
