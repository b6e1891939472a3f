"""The questions of an application in a real browser."""

from datetime import date
from decimal import Decimal
from kommunaldialog.forms import answers
from kommunaldialog.forms import form as form_module
from kommunaldialog.forms.default_model import default_model
from kommunaldialog.forms.form import QuestionsForm
from kommunaldialog.forms.schema import parse_draft
from pathlib import Path
from persistent.mapping import PersistentMapping
from tests.browser.axe import violations
from tests.forms.models import choice
from tests.forms.models import choices
from tests.forms.models import field
from tests.forms.models import model
from types import SimpleNamespace
import pytest


SCRIPT = Path(form_module.__file__).parent / "static" / "conditions.js"
RADIO = "z3c.form.browser.radio.RadioFieldWidget"

CONDITIONS = [
    "text",
    "not text",
    "text=ja klar",
    "ort=Halle",
    "ort!=Halle",
    "themen=Wohnen",
    "themen!=Wohnen",
    "haken",
    "haken=selected",
    "haken!=ja",
    "wahl",
    "wahl=nein",
    "zahl",
    "zahl=1250",
    "zahl>=1250",
    "zahl<10",
    "betrag>12.5",
    "betrag=12.5",
    "tag",
    "tag>2016-10-30",
    "tag=2016-10-31",
    "ort=Halle and not (haken or zahl>3)",
]

BEFORE = [
    field("text"),
    choice("ort", "Halle", "Platz"),
    choices("themen", "Wohnen", "Arbeit"),
    field("haken", "zope.schema.Bool"),
    field("wahl", "zope.schema.Bool", form_widget=RADIO),
    field("zahl", "zope.schema.Int"),
    field("betrag", "zope.schema.Decimal"),
    field("tag", "zope.schema.Date"),
]

GIVEN = [
    {},
    {"text": "ja klar", "ort": "Halle", "themen": ["Wohnen"], "zahl": "1.250"},
    {"ort": "Platz", "themen": ["Arbeit", "Wohnen"], "haken": True, "wahl": "no"},
    {"betrag": "12,50", "tag": "2016-10-31", "wahl": "yes", "zahl": "0"},
    {"betrag": "1.012,51", "ort": "Halle", "haken": True, "zahl": "9"},
]


def questions():
    asked = [
        field(f"f{n}", easyform_depends_on=quoted(condition))
        for n, condition in enumerate(CONDITIONS)
    ]
    chain = field("zuletzt", easyform_depends_on="f3")
    return model(*BEFORE, *asked, chain)


def quoted(condition):
    condition = condition.replace("ja klar", "'ja klar'")
    return condition.replace("<", "&lt;").replace(">", "&gt;")


def fill(page, given):
    for name, value in given.items():
        if name == "ort":
            page.select_option("#q-ort", value)
        elif name in ("themen", "wahl"):
            for one in value if isinstance(value, list) else [value]:
                page.check(f'[name="q.{name}"][value="{one}"]')
        elif name == "haken":
            page.check("#q-haken")
        else:
            page.fill(f"#q-{name}", value)


@pytest.mark.parametrize("given", GIVEN)
def test_a_question_is_shown_where_the_server_asks_it(http_request, chromium, given):
    parsed = parse_draft(questions())
    context = SimpleNamespace(answers=PersistentMapping(), absolute_url=lambda: "")
    form = QuestionsForm(context, http_request, parsed)
    form.update()
    page = chromium.new_page()
    page.set_content("".join(section.render() for section in form.sections))
    page.add_script_tag(path=SCRIPT)
    fill(page, given)
    shown = {name for name in parsed.questions if page.is_visible(f"#q-{name}-field")}
    page.close()

    for name, value in given.items():
        http_request.form[f"q.{name}"] = "yes" if value is True else value
    http_request.form["q.sections"] = "start"
    values, errors = form.sections[0].extract()
    assert errors == ()
    assert shown == answers.visible(parsed, values)


GIVEN_BEFORE = [
    {},
    {"text": "ja klar", "ort": "Halle", "themen": {"Wohnen"}, "zahl": 1250},
    {"ort": "Platz", "themen": {"Arbeit", "Wohnen"}, "haken": True, "wahl": False},
    {"betrag": Decimal("12.50"), "tag": date(2016, 10, 31), "wahl": True, "zahl": 0},
]


@pytest.mark.parametrize("given", GIVEN_BEFORE)
def test_the_script_knows_the_answers_of_the_pages_before(
    http_request, chromium, given
):
    """Each question depends on one of its own page, too, so that the script decides."""
    first, own = BEFORE, field("hier")
    asked = [
        field(f"f{n}", easyform_depends_on=f"({quoted(condition)}) or hier")
        for n, condition in enumerate(CONDITIONS)
    ]
    parsed = parse_draft(
        model(
            f'<fieldset name="a" label="A">{"".join(first)}</fieldset>',
            f'<fieldset name="b" label="B">{own}{"".join(asked)}</fieldset>',
        )
    )
    context = SimpleNamespace(answers=PersistentMapping(given), absolute_url=lambda: "")
    form = QuestionsForm(context, http_request, parsed, apart=True)
    form.update()
    page = chromium.new_page()
    page.set_content(form.sections[1].render())
    page.add_script_tag(path=SCRIPT)
    names = parsed.sections[1].names
    shown = {name for name in names if page.is_visible(f"#q-{name}-field")}
    page.close()
    assert shown == answers.visible(parsed, given) & set(names)


def test_the_questions_are_accessible_with_and_without_errors(http_request, chromium):
    parsed = parse_draft(default_model())
    context = SimpleNamespace(answers=PersistentMapping(), absolute_url=lambda: "")
    form = QuestionsForm(context, http_request, parsed)
    form.update()
    page = chromium.new_page()
    for problems in ({}, answers.validate(parsed, {})):
        form.show(problems)
        sections = "".join(section.render() for section in form.sections)
        page.set_content(
            f'<html lang="de"><title>Antrag</title><main>{sections}</main></html>'
        )
        assert violations(page) == []
    page.close()
