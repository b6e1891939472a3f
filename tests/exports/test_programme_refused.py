"""What is not taken for a programme, and says why."""

from kommunaldialog.content.foerderprogramm import ACCESS_FIELDS
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.exports.programme_file import MAX_BYTES
from kommunaldialog.exports.programme_file import read
from kommunaldialog.exports.programme_file import write
from kommunaldialog.exports.programme_import import import_programme
from plone import api
from tests.exports.programme import carry
from tests.exports.programme import codes
from tests.exports.programme import MOMENT
from tests.exports.programme import take_in
from tests.forms.models import field
from tests.forms.models import model
from zExceptions import Unauthorized
import json
import pytest


def test_a_taken_prefix_is_refused_at_its_input_and_nothing_is_made(call, elsewhere):
    with pytest.raises(Refused) as refused:
        carry(call, elsewhere, prefix=call.reference_prefix)
    assert codes(refused) == ["file_prefix_wrong"]
    assert elsewhere.objectIds() == []


@pytest.mark.parametrize("prefix", ["", "kd", "K", "KD-1", "ÄÖ", "A" * 13])
def test_a_prefix_that_is_none_is_refused_at_its_input(call, elsewhere, prefix):
    with pytest.raises(Refused) as refused:
        carry(call, elsewhere, prefix=prefix)
    assert [refusal.field for refusal in refused.value.refusals] == ["kuerzel"]


def test_settings_that_do_not_go_together_are_refused_as_by_rest(call, elsewhere):
    with pytest.raises(Refused) as refused:
        carry(call, elsewhere, deadline="2030-01-01T00:00:00+00:00")
    assert "Antragsfrist" in str(refused.value.refusals[0].params["problem"])
    assert elsewhere.objectIds() == []


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("budget", "-1"),
        ("budget", "1.005"),
        ("opening", "gestern"),
        ("measure_start", "2030-02-30"),
        ("kind_of_funding", "lottery"),
        ("eligible_kinds", ["dorf"]),
        ("applications_per_municipality", 0),
        # Beyond the calendar: no draft of the call could be looked at any more.
        ("draft_days", 10**12),
        ("retention_years", 10**12),
        ("title", None),
        ("title", ""),
    ],
)
def test_a_value_that_no_form_would_take_is_refused(call, elsewhere, name, value):
    with pytest.raises(Refused) as refused:
        carry(call, elsewhere, **{name: value})
    assert codes(refused) == ["file_value_wrong"]
    assert elsewhere.objectIds() == []


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("budget", 12.5),
        ("budget", "12,50"),
        ("plan_tolerance", "NaN"),
        ("plan_tolerance", "1e9"),
        ("opening", 5),
        ("strict_deadline", "no"),
        ("draft_days", True),
        ("documents", "Konzept"),
        ("documents", [1]),
        ("text", {"data": "x"}),
    ],
)
def test_a_value_of_another_shape_is_refused(call, elsewhere, name, value):
    with pytest.raises(Refused) as refused:
        carry(call, elsewhere, **{name: value})
    assert codes(refused) == ["file_setting_wrong"]


def test_a_setting_that_is_unknown_here_is_named(call, elsewhere):
    with pytest.raises(Refused) as refused:
        carry(call, elsewhere, lottery=True)
    assert refused.value.refusals[0].params == {"name": "lottery"}


@pytest.mark.parametrize("name", ACCESS_FIELDS)
def test_a_file_gives_nobody_access_to_applications(call, elsewhere, name):
    with pytest.raises(Refused) as refused:
        carry(call, elsewhere, **{name: ["bewilligung-sachbearbeitung"]})
    assert codes(refused) == ["file_setting_unknown"]


def test_a_form_that_could_not_be_published_is_refused_with_its_question(
    call, elsewhere
):
    content = json.loads(write(call))
    content["form"]["published"] = model(field("betrag", "zope.schema.Float"))
    with pytest.raises(Refused) as refused:
        take_in(content, elsewhere)
    assert codes(refused) == ["file_form_wrong"]
    assert refused.value.refusals[0].params["question"] == "betrag"


@pytest.mark.parametrize("names", [["a", "a"], ["", "b"], [None, "b"], [1, "b"]])
def test_pillars_without_a_name_of_their_own_are_refused(call, elsewhere, names):
    content = json.loads(write(call))
    for pillar, name in zip(content["pillars"], names, strict=True):
        pillar["id"] = name
    with pytest.raises(Refused) as refused:
        take_in(content, elsewhere)
    assert codes(refused) == ["file_damaged"]


@pytest.mark.parametrize("name", ["vorgaenge", "antragsformular", "@@x", "_x", "a/b"])
def test_no_pillar_takes_a_name_that_can_not_be_had(call, elsewhere, name):
    content = json.loads(write(call))
    content["pillars"][0]["id"] = name
    with pytest.raises(Refused) as refused:
        take_in(content, elsewhere)
    assert codes(refused) == ["file_value_wrong"]
    assert elsewhere.objectIds() == []


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "file_unreadable"),
        (b"\xff\xfe", "file_unreadable"),
        (b"{", "file_unreadable"),
        (b"[" * 200_000, "file_unreadable"),
        (b"[]", "file_of_another_kind"),
        (b'{"format": "x"}', "file_of_another_kind"),
        (
            b'{"format": "kommunaldialog-foerderprogramm", "version": 2}',
            "file_of_another_version",
        ),
        (
            b'{"format": "kommunaldialog-foerderprogramm", "version": 1}',
            "file_damaged",
        ),
        (b" " * (MAX_BYTES + 1), "file_too_large"),
    ],
)
def test_what_is_no_file_of_a_programme_is_refused(data, code):
    with pytest.raises(Refused) as refused:
        read(data)
    assert codes(refused) == [code]


@pytest.mark.parametrize(
    ("part", "value"),
    [
        ("zone", 1),
        ("ends", None),
        ("programme", []),
        ("pillars", None),
        ("pillars", ["x"]),
        ("contact", "x"),
        ("form", []),
        ("form", {"published": 1, "draft": None}),
    ],
)
def test_a_file_with_a_part_of_another_kind_is_refused(call, part, value):
    content = json.loads(write(call)) | {part: value}
    with pytest.raises(Refused) as refused:
        read(json.dumps(content).encode())
    assert codes(refused) == ["file_damaged"]


def test_who_may_not_add_a_programme_imports_none(call, elsewhere):
    with api.env.adopt_roles(["Member"]), pytest.raises(Unauthorized):
        import_programme(elsewhere, read(write(call).encode()), "NEU", MOMENT)
    assert elsewhere.objectIds() == []
