"""Complete, right, and readable: the answers of an application."""

from datetime import date
from decimal import Decimal
from kommunaldialog.forms import answers
from kommunaldialog.forms.schema import parse_draft
from plone.namedfile.file import NamedBlobFile
from tests.forms.models import choice
from tests.forms.models import choices
from tests.forms.models import field
from tests.forms.models import file
from tests.forms.models import many
from tests.forms.models import model
from tests.forms.models import OPTIONAL
import pytest
import time


def ids(found):
    return {name: str(message) for name, message in found.items()}


def validate(xml, **given):
    return ids(answers.validate(parse_draft(xml), given))


def pdf(data=b"%PDF-1.7 test", filename="Konzept.pdf"):
    return NamedBlobFile(data, filename=filename, contentType="application/pdf")


def test_a_required_question_without_answer_is_missing(integration):
    assert validate(model(field("a"), file("f"))) == {
        "a": "forms_missing",
        "f": "forms_missing_file",
    }


def test_an_optional_question_may_stay_open(integration):
    assert validate(model(field("a", inner=OPTIONAL))) == {}


RADIO = "z3c.form.browser.radio.RadioFieldWidget"


@pytest.mark.parametrize(
    ("xml", "value", "message"),
    [
        (field("a", inner="<max_length>3</max_length>"), "abcd", "forms_too_long"),
        (field("a", inner="<min_length>3</min_length>"), "ab", "forms_too_short"),
        (field("a", "zope.schema.Int", "<min>3</min>"), 2, "forms_too_small"),
        (
            field("a", "zope.schema.Decimal", "<max>3</max>"),
            Decimal("3.01"),
            "forms_too_big",
        ),
        (choice("a", "x"), "y", "forms_not_offered"),
        (choices("a", "x"), {"y"}, "forms_wrong"),
        (field("a", "plone.schema.email.Email"), "keine", "forms_not_email"),
        (field("a", "zope.schema.URI"), "keine", "forms_not_address"),
        (field("a", easyform_validators="isValidEmail"), "keine", "forms_not_email"),
        (field("a", easyform_validators="isEmail"), "keine", "forms_not_email"),
        (field("a", easyform_validators="isNotLinkSpam"), "www.x", "forms_link"),
        (
            field("a", "zope.schema.Bool", easyform_validators="isChecked"),
            None,
            "forms_not_checked",
        ),
        (field("a", "zope.schema.Bool", form_widget=RADIO), None, "forms_missing"),
    ],
)
def test_a_wrong_answer_is_told_what_is_expected(integration, xml, value, message):
    assert validate(model(xml), a=value) == {"a": message}


@pytest.mark.parametrize(
    ("xml", "value"),
    [
        (field("a", "zope.schema.Bool"), None),
        (field("a", "zope.schema.Bool", form_widget=RADIO), False),
        (field("a", "zope.schema.Int"), 0),
        (choices("a", "x", "y"), {"x"}),
        (choices("a", "x", type="zope.schema.List"), ["x"]),
        (field("a", "plone.schema.email.Email"), "a@b.example"),
    ],
)
def test_a_right_answer_is_accepted(integration, xml, value):
    assert validate(model(xml), a=value) == {}


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ({"filename": "x.exe"}, "forms_file_type"),
        ({"data": b"MZ..."}, "forms_file_content"),
        ({"data": b""}, "forms_file_empty"),
        ({"data": b"%PDF-" + b"x" * 10 * 1024 * 1024}, "forms_file_too_big"),
    ],
)
def test_a_file_has_to_fit_its_rule(integration, value, message):
    assert validate(model(file("a")), a=pdf(**value)) == {"a": message}


CONDITIONAL = model(
    choice("ort", "Halle", "Anderer"),
    field("welcher", easyform_depends_on="ort=Anderer"),
    field("anfahrt", easyform_depends_on="welcher"),
)


def test_a_question_that_does_not_apply_is_not_required(integration):
    assert validate(CONDITIONAL, ort="Halle") == {}
    assert validate(CONDITIONAL, ort="Anderer") == {"welcher": "forms_missing"}


def test_what_was_answered_to_a_hidden_question_goes_into_no_submission(integration):
    parsed = parse_draft(CONDITIONAL)
    given = {"ort": "Halle", "welcher": "alte Eingabe", "anfahrt": "Bus"}
    assert answers.asked(parsed, given) == {"ort": "Halle"}
    assert [line.name for line in answers.lines(parsed, given)] == ["ort"]


def test_answers_are_frozen_as_a_person_reads_them(integration):
    parsed = parse_draft(
        model(
            f'<fieldset name="s" label="Abschnitt">{field("a")}</fieldset>',
            field("tag", "zope.schema.Date"),
            field("betrag", "zope.schema.Decimal"),
            field("zahl", "zope.schema.Int"),
            field("ja", "zope.schema.Bool"),
            field("nie", "zope.schema.Bool"),
            choices("mehr", "x", "y", "z"),
            file("datei"),
            field("offen"),
            field("text", "collective.easyform.fields.Label"),
        )
    )
    given = {
        "a": "Antwort",
        "tag": date(2016, 10, 31),
        "betrag": Decimal("1250.00"),
        "zahl": 12500,
        "ja": True,
        "mehr": {"z", "x"},
        "datei": pdf(),
    }
    lines = {line.name: line for line in answers.lines(parsed, given)}
    assert {name: line.text for name, line in lines.items()} == {
        "a": "Antwort",
        "tag": "31. Oktober 2016",
        "betrag": "1.250,00",
        "zahl": "12.500",
        "ja": "Ja",
        "nie": "Nein",
        "mehr": "x; z",
        "datei": "Konzept.pdf (1 KB)",
        "offen": "",
    }
    assert lines["a"].section == "Abschnitt"
    assert lines["a"].label == "Frage a"
    (info,) = lines["datei"].files
    assert (info.name, info.content_type, info.size) == (
        "Konzept.pdf",
        "application/pdf",
        13,
    )


def test_a_hundred_answers_are_checked_without_parsing_or_rendering(integration):
    parsed = parse_draft(many(100))
    given = {f"frage_{n}": ("x", "y", "rot", 3)[n % 4] for n in range(100)}
    start = time.process_time()
    assert answers.validate(parsed, given) == {}
    # A few milliseconds; the limit only tells it from building a hundred widgets.
    assert time.process_time() - start < 0.1
