"""A programme as a file, and what is made of it elsewhere."""

from kommunaldialog.content.foerderprogramm import ACCESS_FIELDS
from kommunaldialog.content.foerderprogramm import IFoerderprogramm
from kommunaldialog.content.saeule import ISaeule
from kommunaldialog.exports.programme_file import read
from kommunaldialog.exports.programme_file import write
from kommunaldialog.exports.programme_import import import_programme
from kommunaldialog.exports.settings import LINKS
from kommunaldialog.exports.settings import PILLAR
from kommunaldialog.exports.settings import PROGRAMME
from kommunaldialog.forms.versions import publish
from kommunaldialog.forms.versions import versions
from kommunaldialog.history.settings import noted
from plone import api
from tests.exports.programme import carry
from tests.exports.programme import MOMENT
from tests.exports.programme import notes
from tests.exports.programme import PILLAR_SETTINGS
from tests.exports.programme import plain
from tests.exports.programme import SETTINGS
from tests.forms.models import field
from tests.forms.models import model
from tests.samples import make_programme
from zope.schema import getFieldNames
import json


def test_each_setting_of_a_programme_and_a_pillar_travels_but_who_works_on_it():
    assert set(getFieldNames(IFoerderprogramm)) - set(PROGRAMME) == set(ACCESS_FIELDS)
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


def test_the_form_of_the_proof_of_use_goes_along(call, elsewhere):
    workshop = call["verwendungsnachweis"]
    workshop.fields_model = model(field("verlauf", "zope.schema.Text"))
    publish(call, workshop.fields_model, "webredaktion", MOMENT, "verwendungsnachweis")
    made = carry(call, elsewhere).programme
    (version,) = versions(made, "verwendungsnachweis")
    assert version.xml == made["verwendungsnachweis"].fields_model
    assert 'name="verlauf"' in version.xml


def test_a_file_from_before_there_were_proofs_of_use_can_be_read(call):
    content = json.loads(write(call))
    del content["proof_form"]
    assert read(json.dumps(content).encode()).proof_published is None
