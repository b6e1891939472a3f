"""What can't be published, and what an editor is told."""

from kommunaldialog.forms.default_model import default_model
from kommunaldialog.forms.lint import lint
from tests.forms.models import choice
from tests.forms.models import choices
from tests.forms.models import field
from tests.forms.models import file
from tests.forms.models import model
from tests.forms.models import NS
import pytest


def ids(xml):
    """The fields and the message ids of what is refused."""
    return [(problem.field, str(problem.message)) for problem in lint(xml)]


def test_the_form_that_a_new_programme_gets_can_be_published(integration):
    assert lint(default_model()) == ()


GOOD = [
    field("a"),
    field("a", "zope.schema.Text"),
    field("a", "zope.schema.Int", "<min>1</min><max>5</max>"),
    field("a", "zope.schema.Decimal", "<min>0</min>"),
    field("a", "zope.schema.Date"),
    field("a", "zope.schema.URI"),
    field("a", "plone.schema.email.Email", easyform_validators="isValidEmail"),
    field("a", "zope.schema.Bool"),
    choice("a", "x", "y"),
    choice("a", "x", form_widget="z3c.form.browser.radio.RadioFieldWidget"),
    choices("a", "x", "y"),
    choices("a", "x", type="zope.schema.List"),
    file("a"),
    field("a", easyform_serverSide="False", easyform_THidden="False"),
]


@pytest.mark.parametrize("xml", GOOD)
def test_a_question_of_an_allowed_kind_can_be_published(integration, xml):
    assert ids(model(xml)) == []


BAD = [
    (field("a", "zope.schema.Float"), "forms_lint_float"),
    (field("a", "zope.schema.Password"), "forms_lint_type"),
    (field("a", "zope.schema.Datetime"), "forms_lint_type"),
    (field("a", "collective.easyform.fields.ReCaptcha"), "forms_lint_type"),
    (field("a", form_widget="x.y.EvilFieldWidget"), "forms_lint_widget"),
    (field("a", form_widget="os.path.TextFieldWidget"), "forms_lint_widget"),
    (field("a", form_mode="hidden"), "forms_lint_attribute"),
    (field("a", security_read__permission="x"), "forms_lint_attribute"),
    (field("a", easyform_TDefault="python:1"), "forms_lint_tales"),
    (field("a", easyform_TEnabled="python:1"), "forms_lint_tales"),
    (field("a", easyform_TValidator="python:1"), "forms_lint_tales"),
    (field("a", easyform_THidden="True"), "forms_lint_tales"),
    (field("a", easyform_serverSide="True"), "forms_lint_tales"),
    (field("a", easyform_validators="gibtEsNicht"), "forms_lint_validator"),
    (field("a", easyform_validators="Datei-PDF-10MB"), "forms_lint_no_file"),
    (field("a", easyform_depends_on="b ="), "forms_lint_condition"),
    (field("a", easyform_depends_on="b"), "forms_lint_condition_name"),
    (field("a", easyform_depends_on="a=1"), "forms_lint_circle"),
    (file("a", rule=""), "forms_lint_file_rule"),
    (file("a", rule="isChecked"), "forms_lint_file_rule"),
    (field("a", "zope.schema.Choice"), "forms_lint_no_values"),
    (choice("a", "x", "x"), "forms_lint_values"),
    (choice("a", "x", ""), "forms_lint_values"),
    (
        field("a", "zope.schema.Choice", "<vocabulary>plone.x</vocabulary>"),
        "forms_lint_code",
    ),
    (
        field("a", inner="<defaultFactory>os.getcwd</defaultFactory>"),
        "forms_lint_code",
    ),
    (field("a", "zope.schema.Set"), "forms_lint_value_type"),
    (field("title"), "forms_lint_reserved"),
    (field("ags"), "forms_lint_reserved"),
    (field("contact_email"), "forms_lint_reserved"),
    (field("a.b"), "forms_lint_name"),
    (field("Groß"), "forms_lint_name"),
    ('<field name="a" type="zope.schema.TextLine"/>', "forms_lint_no_title"),
]


@pytest.mark.parametrize(("xml", "message"), BAD)
def test_what_an_application_can_not_take_is_refused_at_its_question(
    integration, xml, message
):
    found = ids(model(xml))
    assert message in [text for _field, text in found]
    assert all(name is not None for name, _text in found)


WHOLE = [
    ("<model", "forms_lint_xml"),
    (model(), "forms_lint_empty"),
    (
        model(field("l", "collective.easyform.fields.Label")),
        "forms_lint_empty",
    ),
    (f"<model {NS}/>", "forms_lint_model"),
    (f"<other {NS}><schema/></other>", "forms_lint_model"),
    (model("<invariant>x.y</invariant>", field("a")), "forms_lint_schema"),
    (
        model(field("a")).replace("<schema>", '<schema based-on="os.path">'),
        "forms_lint_schema",
    ),
    ("x" * 500_001, "forms_lint_too_long"),
    (
        model(field("a", "zope.schema.Int", "<min>viele</min>")),
        "forms_lint_unreadable",
    ),
]


@pytest.mark.parametrize(("xml", "message"), WHOLE)
def test_a_form_that_is_none_is_refused_as_a_whole(integration, xml, message):
    assert message in [text for _field, text in ids(xml)]


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>' + model(
    field("a", inner="<description>&b;</description>")
)
EXTERNAL = '<!DOCTYPE x [<!ENTITY p SYSTEM "file:///etc/passwd">]>' + model(
    field("a", inner="<description>&p;</description>")
)


@pytest.mark.parametrize("xml", [BOMB, EXTERNAL])
def test_entities_are_refused_and_never_resolved(integration, xml):
    assert ids(xml) == [(None, "forms_lint_doctype")]


def test_two_questions_of_one_name_are_refused(integration):
    assert ids(model(field("a"), field("a"))) == [("a", "forms_lint_duplicate")]


def test_a_condition_must_name_a_value_that_the_choice_has(integration):
    xml = model(choice("a", "x"), field("b", easyform_depends_on="a=z"))
    assert ids(xml) == [("b", "forms_lint_condition_value")]


def test_only_numbers_and_days_are_compared_by_size(integration):
    xml = model(field("a"), field("b", easyform_depends_on="a&gt;3"))
    assert ids(xml) == [("b", "forms_lint_condition_order")]


def test_conditions_that_wait_for_each_other_are_refused(integration):
    xml = model(
        field("a", easyform_depends_on="b"), field("b", easyform_depends_on="a")
    )
    assert ids(xml) == [("a", "forms_lint_circle"), ("b", "forms_lint_circle")]


def chained(count):
    """The first question asks always, each other one after the one before."""
    rest = (field(f"f{n}", easyform_depends_on=f"f{n - 1}") for n in range(1, count))
    return model(field("f0"), *rest)


def test_a_chain_of_conditions_ends_before_the_server_can_not_follow_it(integration):
    assert ids(chained(21)) == []
    assert ids(chained(1200)) == [("f21", "forms_lint_chain")]


@pytest.mark.parametrize(
    "condition", ["not " * 3000 + "a", "(" * 3000 + "a" + ")" * 3000]
)
def test_an_endless_condition_is_refused_at_its_question(integration, condition):
    xml = model(field("a"), field("b", easyform_depends_on=condition))
    assert ids(xml) == [("b", "forms_lint_condition_complex")]
