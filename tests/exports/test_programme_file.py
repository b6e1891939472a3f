"""A programme as a file, and what is made of it elsewhere."""

from datetime import date
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from decimal import Decimal
from kommunaldialog.content.foerderprogramm import GROUP_FIELDS
from kommunaldialog.content.foerderprogramm import IFoerderprogramm
from kommunaldialog.content.saeule import ISaeule
from kommunaldialog.controlpanel.interfaces import IKommunaldialogSettings
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.exports.programme_file import MAX_BYTES
from kommunaldialog.exports.programme_file import read
from kommunaldialog.exports.programme_file import write
from kommunaldialog.exports.programme_import import import_programme
from kommunaldialog.exports.settings import LINKS
from kommunaldialog.exports.settings import PILLAR
from kommunaldialog.exports.settings import PROGRAMME
from kommunaldialog.forms import versions as versions_of
from kommunaldialog.forms.versions import versions
from kommunaldialog.history.settings import noted
from kommunaldialog.interfaces import IKommunaldialogLayer
from plone import api
from plone.app.textfield.value import RichTextValue
from tests.forms.models import field
from tests.forms.models import model
from tests.samples import FORM
from tests.samples import make_programme
from zExceptions import Unauthorized
from zope.globalrequest import getRequest
from zope.interface import alsoProvides
from zope.schema import getFieldNames
import json
import pytest


MOMENT = datetime(2030, 5, 1, tzinfo=UTC)
MESSY = "<script>alert(1)</script>\u202e„Ä“ & <b>"

# Each setting as nobody has it by default.
SETTINGS = {
    "description": "Für Dialoge vor Ort.",
    "text": "<p>Worum es <b>geht</b>.</p>",
    "opening": datetime(2030, 3, 31, 0, 30, tzinfo=UTC),
    "deadline": datetime(2030, 10, 27, 22, 59, 59, tzinfo=UTC),
    "eligible_kinds": ("landkreis", "gemeinde"),
    "applications_per_municipality": 2,
    "measure_start": date(2030, 11, 1),
    "measure_end": date(2031, 12, 31),
    "documents": ("Konzept", MESSY),
    "granting_body": "Landesamt für Beispiele",
    "ministries": ("Ministerium A", "Ministerium B"),
    "budget": Decimal("123456.70"),
    "legal_basis": "§§ 23, 44 LHO",
    "conditions": "Erstens.\nZweitens.",
    "annexes": ("ANBest-K",),
    "appeal_instruction": "Gegen diesen Bescheid kann Klage erhoben werden.",
    "privacy_notice": "Verantwortlich ist das Landesamt.",
    "strict_deadline": False,
    "deadline_on_holiday": "next_working_day",
    "stated_consultation": True,
    "second_signature": True,
    "scan_instead_of_signature": True,
    "kind_of_funding": "share",
    "in_kind_allowed": True,
    "plan_tolerance": Decimal("12.5"),
    "highest_grant_per_municipality": Decimal("9000.00"),
    "begun_definition": "Der erste Auftrag.",
    "early_start_allowed": True,
    "retention_years": 7,
    "draft_days": 45,
}
PILLAR_SETTINGS = {
    "title": "Säule 1",
    "purpose": "Moderation.\nRäume.",
    "granting_body": "Ein anderes Amt",
    "ministry": "Ministerium A",
    "highest_grant": Decimal("3000.05"),
    "lowest_own_share": Decimal("10"),
    "grant_rate": Decimal("80"),
    "fixed_grant": None,
    "documents": ("Beschluss",),
}


@pytest.fixture
def layer(portal):
    alsoProvides(getRequest(), IKommunaldialogLayer)
    return portal


@pytest.fixture
def elsewhere(layer):
    """A folder that stands for another portal."""
    with api.env.adopt_roles(["Manager"]):
        return api.content.create(layer, "Folder", id="anderswo", title="Anderswo")


@pytest.fixture
def call(layer):
    """A programme with nothing as it is by default."""
    text = RichTextValue(SETTINGS["text"], "text/html", "text/x-html-safe")
    groups = {name: (f"gruppe-{name}",) for name in GROUP_FIELDS}
    programme = make_programme(layer, **SETTINGS | groups | {"text": text})
    versions_of.publish(programme, FORM, "webredaktion", MOMENT)
    for name, value in PILLAR_SETTINGS.items():
        setattr(programme["saeule-1"], name, value)
    with api.env.adopt_roles(["Manager"]):
        api.content.create(
            programme, "Saeule", id="zweite", title="Säule 2", grant_rate=Decimal("50")
        )
        contact = api.content.create(
            layer, "Kontakt", title="Förderbüro", phone="0711 1234"
        )
    programme.contact = contact.UID()
    return programme


def carry(call, folder, prefix="NEU", moment=MOMENT, **changes):
    """The programme as it is after a way through a file."""
    content = json.loads(write(call))
    content["programme"] |= changes
    return take_in(content, folder, prefix, moment)


def take_in(content, folder, prefix="NEU", moment=MOMENT):
    data = json.dumps(content).encode()
    with api.env.adopt_roles(["Manager"]):
        return import_programme(folder, read(data), prefix, moment)


def notes(imported):
    return " ".join(note.default for note in imported.to_do)


def set_land(land):
    api.portal.set_registry_record(
        "holiday_land", land, interface=IKommunaldialogSettings
    )


def codes(refused):
    return [refusal.code for refusal in refused.value.refusals]


def plain(value):
    return value.raw if isinstance(value, RichTextValue) else value


def test_each_setting_of_a_programme_and_a_pillar_travels_but_who_works_on_it():
    assert set(getFieldNames(IFoerderprogramm)) - set(PROGRAMME) == set(GROUP_FIELDS)
    assert set(getFieldNames(ISaeule)) <= set(PILLAR)


def test_the_sample_decides_otherwise_than_a_new_programme_in_each_setting(call):
    fields = {**PROGRAMME}
    # No call lets a consultation be stated that it does not ask for.
    for name in LINKS | {"title", "reference_prefix", "consultation_required"}:
        fields.pop(name, None)
    assert set(fields) == set(SETTINGS)
    for name, field_ in fields.items():
        assert getattr(call, name) != field_.default, name


def test_all_settings_arrive_as_they_were(call, elsewhere):
    made = carry(call, elsewhere).programme
    assert made.title == call.title
    assert made.reference_prefix == "NEU"
    for name in SETTINGS:
        assert plain(getattr(made, name)) == plain(getattr(call, name)), name


def test_a_call_without_consultation_arrives_without_one(call, elsewhere):
    call.consultation_required = call.stated_consultation = False
    made = carry(call, elsewhere).programme
    assert made.consultation_required is False


def test_pillars_arrive_in_their_order_with_their_names(call, elsewhere):
    made = carry(call, elsewhere).programme
    assert [pillar.getId() for pillar in made.pillars()] == ["saeule-1", "zweite"]
    for name, value in PILLAR_SETTINGS.items():
        assert getattr(made["saeule-1"], name) == value, name


def test_the_published_form_is_published_there_and_the_draft_goes_on(call, elsewhere):
    draft = model(field("anders"))
    call["antragsformular"].fields_model = draft
    made = carry(call, elsewhere).programme
    (version,) = versions(made)
    assert version.xml == versions(call).newest.xml
    assert made["antragsformular"].fields_model == draft


def test_a_draft_that_could_not_be_published_stays_where_it_is(call):
    call["antragsformular"].fields_model = model(field("betrag", "zope.schema.Float"))
    assert json.loads(write(call))["form"]["draft"] is None


def test_a_programme_without_published_form_brings_its_draft(layer, elsewhere):
    imported = carry(make_programme(layer), elsewhere)
    assert len(versions(imported.programme)) == 0
    assert "Antragsformular" in notes(imported)


def test_a_file_says_nothing_of_people_who_work_on_applications(call):
    text = write(call)
    for group in call.case_worker_groups + call.decision_groups + call.ministry_groups:
        assert group not in text


def test_a_second_way_through_a_file_changes_nothing(call, elsewhere):
    once = carry(call, elsewhere, "NEU").programme
    contents = [json.loads(write(programme)) for programme in (call, once)]
    for content in contents:
        del content["programme"]["reference_prefix"]
        content["form"].pop("draft")
    assert contents[0] == contents[1]


def test_it_is_not_public_until_an_editor_publishes_it(call, elsewhere):
    made = carry(call, elsewhere).programme
    assert api.content.get_state(made) == "private"


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


@pytest.mark.parametrize("name", GROUP_FIELDS)
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


def test_text_that_no_letter_can_take_does_not_come_in(call, elsewhere):
    made = carry(call, elsewhere, conditions="Eins\x00\ud800zwei").programme
    assert made.conditions == "Einszwei"


def test_a_script_in_the_text_is_never_shown(call, elsewhere):
    text = "<p>Gut</p><script>alert(1)</script><p onclick='alert(1)'>so</p>"
    shown = carry(call, elsewhere, text=text).programme.text.output
    assert "Gut" in shown and "so" in shown
    assert "alert" not in shown


def test_the_history_of_its_settings_begins_with_what_was_in_the_file(call, elsewhere):
    made = carry(call, elsewhere).programme
    found = noted(made)
    assert found["budget"] == "123456.7"
    assert found["saeule-1.highest_grant"] == "3000.05"


def test_who_may_not_publish_a_form_leaves_that_to_others(call, elsewhere):
    data = read(write(call).encode())
    with api.env.adopt_roles(["Contributor", "Owner"]):
        imported = import_programme(elsewhere, data, "NEU", MOMENT)
    assert len(versions(imported.programme)) == 0
    form = imported.programme["antragsformular"]
    assert form.fields_model == versions(call).newest.xml
    assert "Antragsformular" in notes(imported)


def test_a_contact_that_is_known_is_asked_again(call, elsewhere):
    made = carry(call, elsewhere).programme
    assert made.contact == call.contact


def test_a_contact_that_says_the_same_is_not_made_twice(call, elsewhere):
    content = json.loads(write(call))
    content["programme"]["contact"] = "0" * 32
    assert take_in(content, elsewhere).programme.contact == call.contact


def test_a_contact_from_elsewhere_is_made_and_has_to_be_published(call, elsewhere):
    content = json.loads(write(call))
    content["programme"]["contact"] = "0" * 32
    content["contact"]["title"] = "Anderes Büro"
    imported = take_in(content, elsewhere)
    (contact,) = (i for i in elsewhere.objectValues() if i.portal_type == "Kontakt")
    assert imported.programme.contact == contact.UID()
    assert (contact.title, contact.phone) == ("Anderes Büro", "0711 1234")
    assert "Ansprechperson" in notes(imported)


def test_what_leads_to_nothing_here_is_left_out_and_said(call, elsewhere):
    content = json.loads(write(call))
    content["programme"] |= {"callback_form": "0" * 32, "contact": "0" * 32}
    content["contact"] = None
    content["pillars"][0]["dialogues"] = ["0" * 32]
    imported = take_in(content, elsewhere)
    made = imported.programme
    assert (made.callback_form, made.contact) == (None, None)
    assert made["saeule-1"].dialogues == ()
    for word in ("Rückruf", "Ansprechperson", "Dialogprogramme", "Gruppen"):
        assert word in notes(imported)


def test_words_of_dead_links_stay(call, elsewhere):
    known = call.UID()
    text = (
        f'<p><a href="resolveuid/{"0" * 32}">tot</a> '
        f'<img src="resolveuid/{"1" * 32}/@@images/image" alt=""/>'
        f'<a href="resolveuid/{known}">da</a> <a href="https://example.org">fort</a></p>'
    )
    imported = carry(call, elsewhere, text=text)
    raw = imported.programme.text.raw
    assert "tot" in raw and "0" * 32 not in raw and "<img" not in raw
    assert known in raw and "https://example.org" in raw
    assert "Links" in notes(imported)


def test_an_instant_stays_the_same_in_another_zone_and_is_to_be_looked_at(
    call, elsewhere
):
    content = json.loads(write(call)) | {"zone": "Europe/London"}
    imported = take_in(content, elsewhere)
    assert imported.programme.deadline == call.deadline
    assert "Zeitzone" in notes(imported)


def test_a_deadline_that_other_holidays_move_is_to_be_looked_at(call, elsewhere):
    call.deadline = datetime(2030, 10, 31, 22, 59, tzinfo=UTC)
    content = json.loads(write(call))
    assert "Feiertage" not in notes(take_in(content, elsewhere))
    with api.env.adopt_roles(["Manager"]):
        # Reformation Day is none in Baden-Württemberg.
        set_land("SN")
    assert "Feiertage" in notes(take_in(content, elsewhere, "X1"))


def test_a_deadline_that_is_over_is_to_be_looked_at(call, elsewhere):
    late = MOMENT + timedelta(days=365)
    imported = carry(call, elsewhere, moment=late)
    assert "schon vorbei" in notes(imported)
    assert not any(
        "schon vorbei" in n.default for n in carry(call, elsewhere, "X1").to_do
    )


def test_who_may_not_add_a_programme_imports_none(call, elsewhere):
    with api.env.adopt_roles(["Member"]), pytest.raises(Unauthorized):
        import_programme(elsewhere, read(write(call).encode()), "NEU", MOMENT)
    assert elsewhere.objectIds() == []
