"""Each section on a page of its own: conditions that look at other pages."""

from bs4 import BeautifulSoup
from kommunaldialog.forms.apart import elsewhere
from kommunaldialog.forms.apart import possible
from kommunaldialog.forms.form import QuestionsForm
from kommunaldialog.forms.schema import parse_draft
from persistent.mapping import PersistentMapping
from plone.namedfile.file import NamedBlobFile
from tests.forms.models import choice
from tests.forms.models import field
from tests.forms.models import file
from tests.forms.models import model
from types import SimpleNamespace
import pytest


FORM = model(
    '<fieldset name="ort" label="Ort">',
    choice("ort", "Halle", "Platz"),
    field("halle", easyform_depends_on="ort=Halle"),
    file("plan"),
    "</fieldset>",
    '<fieldset name="ablauf" label="Ablauf">',
    field("aufbau", easyform_depends_on="halle"),
    field("regen", easyform_depends_on="ort=Platz"),
    field("technik", "zope.schema.Bool"),
    field("ton", easyform_depends_on="technik or regen"),
    field("lageplan", easyform_depends_on="plan"),
    field("kreis", easyform_depends_on="kreis"),
    "</fieldset>",
    '<fieldset name="platz" label="Auf dem Platz">',
    field("genehmigung", easyform_depends_on="ort=Platz"),
    "</fieldset>",
)


@pytest.fixture
def form(http_request):
    """Makes the form over answers, with its sections on pages of their own."""

    def make(**answers):
        context = SimpleNamespace(
            answers=PersistentMapping(answers), absolute_url=lambda: ""
        )
        found = QuestionsForm(context, http_request, parse_draft(FORM), apart=True)
        found.update()
        return found

    return make


def page(form, number):
    return BeautifulSoup(form.sections[number].render(), "html.parser")


def asked(form, number):
    return [
        place["id"].removeprefix("q-").removesuffix("-field")
        for place in page(form, number).select("[data-kd-name][id]")
    ]


@pytest.mark.parametrize(
    ("answers", "shown"),
    [
        ({}, ["technik", "ton"]),
        ({"ort": "Platz"}, ["regen", "technik", "ton"]),
        ({"ort": "Halle", "halle": "Stadthalle"}, ["aufbau", "technik", "ton"]),
        # Of a question that does not apply itself the answer does not count.
        ({"ort": "Platz", "halle": "Stadthalle"}, ["regen", "technik", "ton"]),
    ],
)
def test_what_depends_on_other_pages_alone_is_shown_only_where_it_applies(
    form, answers, shown
):
    assert asked(form(**answers), 1) == shown


def test_what_depends_on_its_own_page_is_shown_with_its_condition(form):
    ton = page(form(), 1).find(id="q-ton-when")
    assert "Nur ausfüllen" in ton.get_text()


def test_a_section_of_which_nothing_applies_has_nothing_to_show(form):
    parsed = parse_draft(FORM)
    platz = parsed.sections[2]
    assert possible(parsed, platz, {}) == ()
    assert possible(parsed, platz, {"ort": "Platz"}) == ("genehmigung",)


def test_the_script_is_told_the_answers_of_other_pages(form):
    plan = NamedBlobFile(b"%PDF-", "application/pdf", "plan.pdf")
    html = page(form(ort="Platz", plan=plan), 1)
    told = {
        place["data-kd-name"]: [item["value"] for item in place.find_all("input")]
        for place in html.select("[data-kd-name][hidden]")
    }
    assert told == {"q.ort": ["Platz"], "q.plan": ["plan.pdf"]}
    # Disabled, so that no browser sends them back.
    for item in html.select("[data-kd-name][hidden] input"):
        assert item.has_attr("disabled")


def test_an_answer_that_does_not_apply_is_not_told():
    parsed = parse_draft(FORM)
    answers = {"ort": "Platz", "halle": "Stadthalle"}
    assert elsewhere(parsed, parsed.sections[1], answers) == ("ort",)


def test_only_the_section_that_was_sent_is_read(form, http_request):
    http_request.form.update({"q.sections": "ort", "q.ort": "Halle", "q.technik": "1"})
    sections = form().sections
    assert sections[0].extract()[0] == {"ort": "Halle", "halle": None}
    assert sections[1].extract() == ({}, ())


def test_what_was_not_shown_is_not_emptied_by_saving(form, http_request):
    http_request.form.update({"q.sections": "ablauf", "q.ton": ""})
    values, errors = form(ort="Halle", regen="Zelt").sections[1].extract()
    assert (values, errors) == ({"technik": None, "ton": None}, ())
