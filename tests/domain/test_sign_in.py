"""Whom a provider of identities vouches for."""

from kommunaldialog.domain.refusal import Refused
from kommunaldialog.domain.sign_in import account_id
from kommunaldialog.domain.sign_in import check_state
from kommunaldialog.domain.sign_in import municipalities
from kommunaldialog.domain.sign_in import parse_assignment
import pytest


ASSIGNED = {"DE-4711": "08317034"}


def code(caught):
    return caught.value.refusals[0].code


def test_an_account_is_that_of_one_person_at_one_provider():
    one = account_id("https://a.example", "7")
    assert one == account_id("https://a.example", "7")
    assert len({one, account_id("https://b.example", "7"), account_id("", "7")}) == 3


def test_an_account_tells_nothing_of_the_person():
    assert "muster" not in account_id("https://a.example", "muster")


def test_issuer_and_subject_are_not_run_together():
    assert account_id("https://a", "b7") != account_id("https://ab", "7")


def test_who_comes_back_is_who_went():
    check_state("geheim", "geheim")


@pytest.mark.parametrize(
    ("sent", "returned"),
    [("eins", "zwei"), (None, "eins"), ("eins", None), ("", ""), (7, 7), ("ä", "a")],
)
def test_somebody_elses_answer_is_refused(sent, returned):
    with pytest.raises(Refused) as caught:
        check_state(sent, returned)
    assert code(caught) == "signin_expired"


def test_a_line_assigns_a_value_to_a_municipality():
    assert parse_assignment(" DE-4711 = 08 317 034 ") == ("DE-4711", "08317034")
    assert parse_assignment("a=b = 08111000") == ("a=b", "08111000")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("DE-4711", "signin_assignment"),
        ("= 08317034", "signin_assignment"),
        ("DE-4711 =", "ags_missing"),
        ("DE-4711 = Horb", "ags_not_digits"),
    ],
)
def test_a_line_that_assigns_nothing_is_refused(line, said):
    with pytest.raises(Refused) as caught:
        parse_assignment(line)
    assert code(caught) == said


@pytest.mark.parametrize(
    ("claim", "keys"),
    [
        ("DE-4711", ("08317034",)),
        (" DE-4711 ", ("08317034",)),
        ("08111000", ("08111000",)),
        ("08317", ("08317",)),
        # Offenburg by its Regionalschlüssel, and one that is none.
        ("083175001096", ("08317096",)),
        ("083171001096", ()),
        (["DE-4711", "08317034", "08111000"], ("08317034", "08111000")),
        ("Musterstadt", ()),
        ("", ()),
        (None, ()),
        ([None, 8317034, {"ags": "08317034"}], ()),
    ],
)
def test_a_claim_names_municipalities(claim, keys):
    assert municipalities(claim, ASSIGNED) == keys
