"""A corrected help text reaches running drafts; a changed question never does."""

from AccessControl import Unauthorized
from dataclasses import replace
from datetime import datetime
from datetime import UTC
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.forms.lint import lint
from kommunaldialog.forms.schema import schema_of
from kommunaldialog.forms.versions import parsed_form
from kommunaldialog.forms.versions import versions
from kommunaldialog.usecases.correct_help import correct_help
from kommunaldialog.usecases.correct_help import LONGEST_HELP
from kommunaldialog.usecases.publish_form import differs
from kommunaldialog.usecases.publish_form import publish_form
from plone import api
from tests.forms.models import field
from tests.forms.models import model
from types import SimpleNamespace
import pytest


MOMENT = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


def asking(help="Bis zu drei Sätze.", **others):
    inner = f"<description>{help}</description>" if help else ""
    extra = [field(name, inner=value) for name, value in others.items()]
    return model(field("anlass", inner=inner), *extra)


@pytest.fixture
def form(programme):
    found = programme["antragsformular"]
    found.fields_model = asking()
    with api.env.adopt_roles(["Editor"]):
        publish_form(found, MOMENT)
        yield found


def draft(programme, number=1):
    """Stands for an application that was begun with that version."""
    return SimpleNamespace(form_version=number, programme=lambda: programme)


def hint(programme, number=1):
    return parsed_form(draft(programme, number)).questions["anlass"].hint


def test_a_running_draft_shows_the_corrected_help_text(form, programme):
    assert hint(programme) == "Bis zu drei Sätze."
    correct_help(form, 1, "anlass", "Bis zu <5> Sätze & mehr.", MOMENT)
    assert hint(programme) == "Bis zu <5> Sätze & mehr."


def test_nothing_but_the_help_text_changes(form, programme):
    def all_else():
        parsed = parsed_form(draft(programme))
        questions = {
            name: replace(question, hint="", field=None)
            for name, question in parsed.questions.items()
        }
        return parsed.sections, questions

    before = all_else()
    correct_help(form, 1, "anlass", "Höchstens drei Sätze.", MOMENT)
    assert all_else() == before
    assert len(versions(programme)) == 1
    assert lint(versions(programme).newest.xml) == ()


def test_a_changed_question_never_reaches_a_running_draft(form, programme):
    form.fields_model = model(field("anlass"), field("neu"))
    publish_form(form, MOMENT)
    assert list(parsed_form(draft(programme)).questions) == ["anlass"]
    correct_help(form, 1, "anlass", "Höchstens drei Sätze.", MOMENT)
    assert list(parsed_form(draft(programme)).questions) == ["anlass"]


def test_it_is_recorded_with_old_and_new(form, programme):
    correct_help(form, 1, "anlass", "Höchstens drei Sätze.", MOMENT)
    (correction,) = versions(programme).corrections
    assert (correction.old, correction.new) == (
        "Bis zu drei Sätze.",
        "Höchstens drei Sätze.",
    )
    assert (correction.numbers, correction.label) == ((1,), "Frage anlass")
    assert correction.moment == MOMENT
    assert correction.user == api.user.get_current().getId()


def test_the_same_mistake_is_corrected_in_all_versions_and_in_the_draft(
    form, programme
):
    form.fields_model = asking(zweite="")
    publish_form(form, MOMENT)
    correct_help(form, 1, "anlass", "Höchstens drei Sätze.", MOMENT)
    assert hint(programme, 2) == "Höchstens drei Sätze."
    assert "Höchstens drei Sätze." in form.fields_model
    assert not differs(form)


def test_another_help_text_of_the_same_question_stays(form, programme):
    form.fields_model = asking("Ein Satz.")
    publish_form(form, MOMENT)
    form.fields_model = asking("Noch im Entwurf.")
    correct_help(form, 1, "anlass", "Höchstens drei Sätze.", MOMENT)
    assert hint(programme, 2) == "Ein Satz."
    assert "Noch im Entwurf." in form.fields_model


def test_a_question_without_help_text_gets_one_and_loses_it_again(form, programme):
    form.fields_model = asking("")
    publish_form(form, MOMENT)
    correct_help(form, 2, "anlass", "Ein Satz.", MOMENT)
    assert hint(programme, 2) == "Ein Satz."
    correct_help(form, 2, "anlass", "", MOMENT)
    assert hint(programme, 2) == ""


def test_a_draft_of_the_editor_that_can_not_be_read_is_left_alone(form, programme):
    form.fields_model = "<model"
    correct_help(form, 1, "anlass", "Ein Satz.", MOMENT)
    assert form.fields_model == "<model"
    assert hint(programme) == "Ein Satz."


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (" Bis zu drei Sätze.\r\n", "help_unchanged"),
        ("x" * (LONGEST_HELP + 1), "core_too_long"),
    ],
)
def test_what_can_not_be_a_correction_is_refused(form, programme, text, code):
    with pytest.raises(Refused) as refused:
        correct_help(form, 1, "anlass", text, MOMENT)
    assert [r.code for r in refused.value.refusals] == [code]
    assert versions(programme).corrections == ()


@pytest.mark.parametrize(("number", "name"), [(2, "anlass"), (1, "fremd")])
def test_there_is_nothing_to_correct_where_there_is_no_such_question(
    form, number, name
):
    with pytest.raises(KeyError):
        correct_help(form, number, name, "Ein Satz.", MOMENT)


def test_who_may_not_publish_can_not_correct(form, programme):
    with api.env.adopt_roles(["Member"]), pytest.raises(Unauthorized):
        correct_help(form, 1, "anlass", "Ein Satz.", MOMENT)
    assert hint(programme) == "Bis zu drei Sätze."


def test_what_can_not_be_shown_is_left_out(form, programme):
    correct_help(form, 1, "anlass", "Ein\x00 Satz.", MOMENT)
    assert schema_of(versions(programme).newest).questions["anlass"].hint == "Ein Satz."
