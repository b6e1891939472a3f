"""The phases of a dialogue in its edit form."""

from kommunaldialog.content.dialog import IDialog
from kommunaldialog.content.phases import MOST
from kommunaldialog.content.phases import phases_widget
from kommunaldialog.content.phases import PhasesConverter
from kommunaldialog.content.wrong import Wrong
from lxml import html
from plone.app.z3cform.interfaces import IPloneFormLayer
from z3c.form.interfaces import DISPLAY_MODE
from z3c.form.interfaces import NO_VALUE
from zope.i18n import translate
from zope.interface import alsoProvides
import pytest


NAME = "phases"


def row(title="", start="", end=""):
    return {"title": title, "start": start, "end": end}


@pytest.fixture
def widget(http_request):
    """Makes the widget for what a form sent."""

    def make(**form):
        http_request.form = {
            name.replace("_", "."): value for name, value in form.items()
        }
        alsoProvides(http_request, IPloneFormLayer)
        made = phases_widget(IDialog["phases"], http_request)
        made.name = made.id = NAME
        return made

    return make


@pytest.fixture
def converter():
    return PhasesConverter(IDialog["phases"], None)


def wrong(converter, *rows):
    with pytest.raises(Wrong) as raised:
        converter.toFieldValue(list(rows))
    return translate(raised.value.doc(), target_language="de")


def test_nothing_was_sent_where_the_form_does_not_ask_for_phases(widget):
    assert widget().extract() is NO_VALUE


def test_empty_rows_are_left_out(widget):
    sent = widget(phases_rows="2", phases_1_title=" Auftakt ", phases_0_title=" ")
    assert sent.extract() == [row("Auftakt")]


def test_more_rows_than_a_dialogue_can_have_are_not_read(widget):
    sent = widget(phases_rows="9" * 30, **{f"phases_{MOST}_title": "Zu viel"})
    assert sent.extract() == []


def test_rows_that_are_no_text_are_not_read(widget):
    assert widget(phases_rows="1", phases_0_title=["a", "b"]).extract() == []


@pytest.mark.parametrize(("button", "empty"), [({}, 2), ({"phases_more": "1"}, 4)])
def test_the_button_gives_more_rows_and_keeps_what_was_typed(widget, button, empty):
    shown = widget(
        phases_rows="1", phases_0_title="Auftakt", phases_0_start="x", **button
    )
    shown.value = shown.extract()
    assert shown.table == [row("Auftakt", "x"), *[row()] * empty]


def test_each_input_has_its_label(widget):
    shown = widget()
    shown.value = [row("Auftakt", "2016-01-21")]
    tree = html.fromstring(shown.render())
    labels = {label.get("for") for label in tree.iter("label")}
    inputs = {found.get("id") for found in tree.iter("input")} - {None}
    assert inputs == labels
    assert len(inputs) == 9
    assert tree.xpath("//input[@type='hidden']/@value") == ["3"]
    # The script looks for all of them there.
    (group,) = tree.xpath("//*[@class='kd-phases']")
    assert len(group.xpath("div[@role='group']")) == 3
    assert group.xpath("button[@data-kd-phases]")


def test_where_nothing_can_be_typed_the_phases_are_a_list(widget):
    shown = widget()
    shown.mode = DISPLAY_MODE
    shown.value = [row("Auftakt", "2016-01-21", "2016-01-22"), row("Danach")]
    tree = html.fromstring(shown.render())
    assert [item.text for item in tree.iter("li")] == [
        "Auftakt – 2016-01-21 – 2016-01-22",
        "Danach",
    ]


def test_what_is_kept_comes_into_the_form_and_back(converter):
    kept = [
        {"title": "Auftakt", "start": "2016-01-21", "end": None},
        {"title": "Danach", "start": None, "end": None},
    ]
    assert converter.toFieldValue(converter.toWidgetValue(kept)) == kept
    assert converter.toWidgetValue(None) == []


def test_german_days_are_read(converter):
    (phase,) = converter.toFieldValue([row("Auftakt", "21.1.2016", "22.01.2016")])
    assert (phase["start"], phase["end"]) == ("2016-01-21", "2016-01-22")


def test_phases_are_kept_in_the_order_of_their_first_days(converter):
    kept = converter.toFieldValue(
        [
            row("Werkstatt", "2016-05-01"),
            row("Nach der Werkstatt"),
            row("Auftakt", "2016-01-21"),
        ]
    )
    assert [phase["title"] for phase in kept] == [
        "Auftakt",
        "Werkstatt",
        "Nach der Werkstatt",
    ]


def test_what_is_wrong_names_its_row(converter):
    good = row("Auftakt")
    assert "Phase 2: Bitte geben Sie an" in wrong(converter, good, row("", "1.2.2016"))
    assert "Phase 1: „31.2.2016“" in wrong(converter, row("Auftakt", "31.2.2016"))
    late = row("Auftakt", "2016-02-02", "2016-02-01")
    assert "Phase 2: Das Ende liegt vor" in wrong(converter, good, late)
