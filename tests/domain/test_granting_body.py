"""Granting bodies: kept as lines, checked at their inputs, each name once."""

from kommunaldialog.domain import granting_body
from kommunaldialog.domain.granting_body import as_line
from kommunaldialog.domain.granting_body import from_json
from kommunaldialog.domain.granting_body import GrantingBody
from kommunaldialog.domain.granting_body import parse_body
from kommunaldialog.domain.granting_body import typed
from kommunaldialog.domain.refusal import Refused
import pytest


VALUES = typed(GrantingBody("", "Amt für Bürgerdialog"))


def added(**values):
    return granting_body.add((), {**VALUES, **values})


def refused(**values):
    with pytest.raises(Refused) as error:
        added(**values)
    return [(refusal.code, refusal.field) for refusal in error.value.refusals]


def test_a_body_comes_back_from_its_line_as_it_was():
    (body,) = granting_body.add((), {**VALUES, "annexes": " A \n\nB"}, "data:x")
    assert body.key == "amt-fuer-buergerdialog"
    assert body.annexes == ("A", "B")
    assert parse_body(as_line(body)) == body


def test_what_was_typed_is_kept_without_blanks_around_it():
    (body,) = added(name="  Amt   für\tAlles ", address="Haus\r\nStraße 1\r\n")
    assert (body.name, body.address) == ("Amt für Alles", "Haus\nStraße 1")


def test_a_new_name_leaves_the_key():
    bodies = granting_body.change(
        added(), "amt-fuer-buergerdialog", {**VALUES, "name": "Neues Amt"}, ""
    )
    assert [(body.key, body.name) for body in bodies] == [
        ("amt-fuer-buergerdialog", "Neues Amt")
    ]


def test_what_is_typed_twice_without_a_change_stays():
    bodies = added(appeal_instruction="Klage.")
    (body,) = bodies
    assert granting_body.change(bodies, body.key, typed(body), body.logo) == bodies


def test_a_body_is_taken_off_the_list():
    (body,) = bodies = added()
    assert granting_body.remove(bodies, body.key) == ()
    with pytest.raises(Refused, match="granting_body_unknown"):
        granting_body.remove(bodies, "amt")


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"name": " "}, ("granting_body_name_missing", "name")),
        ({"reply_mail": "amt@"}, ("granting_body_mail_wrong", "reply_mail")),
        ({"revocation": ""}, ("granting_body_law_missing", "revocation")),
        ({"legal_basis": "x" * 201}, ("core_too_long", "legal_basis")),
        ({"address": "x" * 10_001}, ("core_too_long", "address")),
    ],
)
def test_what_is_wrong_is_said_at_its_input(values, expected):
    assert refused(**values) == [expected]


def test_two_bodies_have_two_names():
    with pytest.raises(Refused) as error:
        granting_body.add(added(), {**VALUES, "name": "AMT FÜR Bürgerdialog"})
    assert error.value.refusals[0].code == "granting_body_name_taken"


def test_a_whole_list_has_each_key_once_and_good_bodies_only():
    (body,) = added()
    granting_body.check_list((body,))
    with pytest.raises(Refused, match="granting_body_key_twice"):
        granting_body.check_list((body, body))
    with pytest.raises(Refused, match="granting_body_name_missing"):
        granting_body.check_list((GrantingBody("amt", ""),))


@pytest.mark.parametrize(
    "values",
    [
        [],
        {"key": "amt"},
        {"key": "Amt", "name": "Amt"},
        {"key": "amt", "name": 1},
        {"key": "amt", "name": "Amt", "annexes": "A"},
        {"key": "amt", "name": "Amt", "annexes": [1]},
        {"key": "amt", "name": "Amt", "else": ""},
    ],
)
def test_what_is_no_body_is_not_read(values):
    with pytest.raises(ValueError, match="granting body"):
        from_json(values)
