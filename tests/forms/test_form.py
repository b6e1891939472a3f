"""The questions over an application: rendered, read, and shown again."""

from bs4 import BeautifulSoup
from datetime import date
from decimal import Decimal
from html import escape
from io import BytesIO
from kommunaldialog.forms import schema
from kommunaldialog.forms.form import QuestionsForm
from kommunaldialog.forms.schema import parse_draft
from persistent.mapping import PersistentMapping
from plone.namedfile.file import NamedBlobFile
from tests.forms.models import choice
from tests.forms.models import choices
from tests.forms.models import field
from tests.forms.models import file
from tests.forms.models import many
from tests.forms.models import model
from tests.forms.models import OPTIONAL
from types import SimpleNamespace
from zope.annotation.interfaces import IAnnotations
from ZPublisher.HTTPRequest import FileUpload
import gc
import pytest


RADIO = "z3c.form.browser.radio.RadioFieldWidget"


class Application:
    """Stands for an application."""

    def __init__(self, **answers):
        self.answers = PersistentMapping(answers)

    def absolute_url(self):
        return "http://nohost/antrag"


def upload(data, filename):
    return FileUpload(
        SimpleNamespace(
            file=BytesIO(data),
            filename=filename,
            headers={},
            name="q.f",
            type="x/y",
        )
    )


@pytest.fixture
def make(http_request):
    def make(xml, answers=None, **sent):
        request = http_request
        request.form.clear()
        for name, value in sent.items():
            request.form[name.replace("__", ".")] = value
        parsed = parse_draft(xml)
        form = QuestionsForm(Application(**(answers or {})), request, parsed)
        form.update()
        if sent:
            request.form.setdefault(
                "q.sections", [section.name for section in parsed.sections]
            )
        return form

    return make


def html(form):
    return BeautifulSoup("".join(s.render() for s in form.sections), "html.parser")


def extract(form):
    """What the one section of the form was sent: values and errors."""
    (section,) = form.sections
    return section.extract()


def test_each_input_has_a_label_and_its_notes(make):
    form = make(
        model(field("a", inner="<description>Hinweis</description>"), file("f"))
    )
    form.show({"a": "Bitte ausfüllen."})
    page = html(form)
    box = page.find(id="q-a")
    assert page.find("label", attrs={"for": "q-a"}).get_text(" ", strip=True) == (
        "Frage a (erforderlich)"
    )
    assert box["aria-invalid"] == "true"
    assert not box.has_attr("required")
    for element in page.find_all(attrs={"aria-describedby": True}):
        for note in element["aria-describedby"].split():
            assert page.find(id=note).get_text(strip=True)
    assert page.find(id="q-a-error").get_text() == "Bitte ausfüllen."
    assert page.find(id="q-f")["accept"] == ".pdf"


def test_radio_buttons_and_boxes_are_groups_with_a_legend(make):
    page = html(
        make(
            model(
                choice("r", "x", "y", form_widget=RADIO),
                choices("b", "x", "y"),
                field("j", "zope.schema.Bool", OPTIONAL, form_widget=RADIO),
            )
        )
    )
    for name in ("q-r", "q-b", "q-j"):
        group = page.find("fieldset", id=name)
        assert group.legend.get_text(strip=True)
        assert not group.has_attr("aria-describedby")
        for control in group.find_all("input"):
            assert page.find("label", attrs={"for": control["id"]})
    assert [i["value"] for i in page.find(id="q-j").find_all("input")] == [
        "yes",
        "no",
        "",
    ]


def test_what_is_kept_is_shown(make):
    form = make(
        model(
            field("a"),
            field("t", "zope.schema.Text"),
            field("d", "zope.schema.Date"),
            field("b", "zope.schema.Decimal"),
            choice("c", "x", "y"),
            choices("m", "x", "y"),
            field("j", "zope.schema.Bool"),
        ),
        {
            "a": '"<b>',
            "t": "<script>",
            "d": date(2016, 10, 31),
            "b": Decimal("1250.00"),
            "c": "y",
            "m": {"y"},
            "j": True,
        },
    )
    page = html(form)
    assert page.find(id="q-a")["value"] == '"<b>'
    assert page.find(id="q-t").get_text() == "<script>"
    assert (page.find(id="q-d")["type"], page.find(id="q-d")["value"]) == (
        "date",
        "2016-10-31",
    )
    assert page.find(id="q-b")["value"] == "1.250,00"
    assert page.find(id="q-c").find(selected=True)["value"] == "y"
    assert [i["value"] for i in page.find_all("input", checked=True)] == ["y", "yes"]


def test_a_file_is_shown_with_format_and_size_and_can_be_removed(make):
    kept = NamedBlobFile(b"%PDF-" + b"x" * 2048, filename="Mein Plan.pdf")
    page = html(make(model(file("f")), {"f": kept}))
    link = page.find("a")
    assert link["href"] == "http://nohost/antrag/@@datei/f/Mein%20Plan.pdf"
    assert link.get_text() == "Mein Plan.pdf (PDF, 2 KB)"
    assert page.find(id="q-f-remove")["name"] == "q.f.remove"


def test_a_draft_keeps_what_is_right_and_shows_again_what_is_wrong(make):
    form = make(
        model(
            field("a"),
            field("b", "zope.schema.Decimal"),
            field("d", "zope.schema.Date"),
            field("i", "zope.schema.Int"),
        ),
        q__a="Text",
        q__b="12.5",
        q__d="31.02.2016",
        q__i="zwölf",
    )
    values, errors = extract(form)
    assert values == {"a": "Text"}
    assert [(e.name, e.id, str(e.message)) for e in errors] == [
        ("b", "q-b", "messages_amount_decimal_point"),
        ("d", "q-d", "forms_not_date"),
        ("i", "q-i", "forms_not_integer"),
    ]
    assert errors[0].message.mapping == {"meant": "12,50"}
    page = html(form)
    assert page.find(id="q-b")["value"] == "12.5"
    # A date input would show nothing.
    assert (page.find(id="q-d")["type"], page.find(id="q-d")["value"]) == (
        "text",
        "31.02.2016",
    )
    assert page.find(id="q-i")["value"] == "zwölf"


def test_an_emptied_answer_is_emptied_and_no_error_in_a_draft(make):
    form = make(
        model(field("a"), choices("m", "x"), field("j", "zope.schema.Bool")),
        {"a": "alt", "m": {"x"}, "j": True},
        q__a=" ",
    )
    assert extract(form) == ({"a": None, "m": None, "j": None}, ())


def test_only_the_sections_that_were_sent_are_read(make):
    xml = model(
        f'<fieldset name="eins" label="1">{field("a")}</fieldset>',
        f'<fieldset name="zwei" label="2">{field("b")}</fieldset>',
    )
    form = make(xml, q__sections="zwei", q__a="nein", q__b="ja")
    first, second = (section.extract()[0] for section in form.sections)
    assert (first, second) == ({}, {"b": "ja"})


@pytest.mark.parametrize(
    ("xml", "raw", "value"),
    [
        (field("a", "zope.schema.Date"), "31.10.2016", date(2016, 10, 31)),
        (field("a", "zope.schema.Date"), "2016-10-31", date(2016, 10, 31)),
        (field("a", "zope.schema.Decimal"), "1.250,5 €", Decimal("1250.50")),
        (field("a", "zope.schema.Int"), "1.250", 1250),
        (field("a", "zope.schema.Int"), "-3", -3),
        (choice("a", "x", "y"), "y", "y"),
        (choices("a", "x", "y"), ["y", "x"], {"x", "y"}),
        (choices("a", "x", "y", type="zope.schema.List"), ["y", "x"], ["x", "y"]),
        (field("a", "zope.schema.Bool"), "yes", True),
        (field("a", "zope.schema.Bool", form_widget=RADIO), "no", False),
        (field("a", "zope.schema.Text"), "eins\r\nzwei", "eins\nzwei"),
        (field("a"), "eins\r\nzwei", "eins zwei"),
    ],
)
def test_input_is_read_the_german_way(make, xml, raw, value):
    assert extract(make(model(xml), q__a=raw)) == ({"a": value}, ())


@pytest.mark.parametrize(
    ("xml", "raw", "message"),
    [
        (field("a", "zope.schema.Int"), "12.5", "forms_not_integer"),
        (field("a", "zope.schema.Int"), "1,5", "forms_not_integer"),
        (choice("a", "x"), "z", "forms_not_offered"),
        (choices("a", "x"), ["x", "z"], "forms_not_offered"),
        (field("a", inner="<max_length>2</max_length>"), "abc", "forms_too_long"),
    ],
)
def test_what_could_mean_something_else_is_refused(make, xml, raw, message):
    values, (error,) = extract(make(model(xml), q__a=raw))
    assert values == {}
    assert str(error.message) == message


def test_an_upload_becomes_a_file_with_a_type_of_our_own(make):
    form = make(model(file("f")), q__f=upload(b"%PDF-1.7", "C:\\x\\Plan .pdf"))
    values, errors = extract(form)
    assert errors == ()
    kept = values["f"]
    assert (kept.filename, kept.contentType) == ("Plan .pdf", "application/pdf")
    assert kept.data == b"%PDF-1.7"


def test_a_refused_upload_is_kept_nowhere_and_the_old_file_stays(make, portal):
    old = NamedBlobFile(b"%PDF-", filename="alt.pdf")
    form = make(model(file("f")), {"f": old}, q__f=upload(b"<html>", "x.pdf"))
    values, (error,) = extract(form)
    assert values == {}
    assert str(error.message) == "forms_file_content"
    assert "alt.pdf" in html(form).get_text()
    # D4: easyform would have kept the refused file at the site root.
    assert not IAnnotations(portal).get("file_upload_map")


def test_a_file_stays_until_it_is_removed(make):
    old = NamedBlobFile(b"%PDF-", filename="alt.pdf")
    assert extract(make(model(file("f")), {"f": old}, q__f="")) == ({}, ())
    form = make(model(file("f")), {"f": old}, q__f="", q__f__remove="1")
    assert extract(form) == ({"f": None}, ())


def test_a_question_says_when_it_applies(make):
    page = html(
        make(
            model(
                choice("ort", "Halle", "Anderer"),
                field("welcher", easyform_depends_on="ort=Anderer"),
            )
        )
    )
    assert page.find(id="q-welcher-when").get_text() == (
        "Nur ausfüllen, wenn bei „Frage ort“ „Anderer“ angegeben ist."
    )
    assert page.find(id="q-welcher-field")["data-kd-when"] == (
        '["test", "ort", "=", "Anderer"]'
    )


def test_rich_text_of_an_editor_comes_without_scripts(make):
    rich = escape("<p onclick='x'>Hallo<script>1</script></p>")
    label = field(
        "l",
        "collective.easyform.fields.RichLabel",
        f"<rich_label>{rich}</rich_label>",
    )
    page = html(make(model(label, field("a"))))
    assert "Hallo" in page.get_text()
    assert page.script is None
    assert page.find(onclick=True) is None


def test_a_url_fills_in_nothing(make, http_request):
    form = make(model(field("a")))
    http_request.form.update({"q.a": "untergeschoben", "form.widgets.a": "auch"})
    assert html(form).find(id="q-a")["value"] == ""


def test_a_version_is_parsed_once_and_rendering_makes_no_class(
    make, http_request, monkeypatch
):
    xml = many(100)
    version = SimpleNamespace(xml=xml, sha256=schema.fingerprint(xml))
    parses = []
    load = schema.loadString
    monkeypatch.setattr(
        schema, "loadString", lambda text: parses.append(1) or load(text)
    )

    def render():
        form = QuestionsForm(Application(), http_request, schema.schema_of(version))
        form.update()
        return [section.render() for section in form.sections]

    def classes():
        gc.collect()
        return sum(isinstance(found, type) for found in gc.get_objects())

    render()
    before = classes()
    for _number in range(20):
        render()
    assert classes() == before
    assert parses == [1]
