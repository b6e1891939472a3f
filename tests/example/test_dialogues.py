"""The example's municipal dialogues and its toolkit."""

from datetime import date
from datetime import datetime
from datetime import UTC
from io import BytesIO
from kommunaldialog.controlpanel.word_lists import words
from kommunaldialog.domain.phase import parse_phases
from kommunaldialog.example.documents import texts
from kommunaldialog.example.municipal import dated
from kommunaldialog.usecases.public import missing
from plone import api
from plone.portlets.interfaces import IPortletAssignmentMapping
from plone.portlets.interfaces import IPortletManager
from zope.component import getMultiAdapter
from zope.component import getUtility
import pikepdf
import pytest


MADE_UP = (
    "musterstadt-zusammen-wohnen",
    "beispielhausen-ortsmitte",
    "testingen-nachbarschaft",
)


def test_days_of_the_example_count_from_the_installation():
    facts = {
        "due_days": -1,
        "results": [{"date_days": 0}],
        "phases": [{"title": "A", "start_days": 1}],
    }
    assert dated(facts, date(2026, 3, 1)) == {
        "due": date(2026, 2, 28),
        "results": [{"date": date(2026, 3, 1)}],
        "phases": [{"title": "A", "start": "2026-03-02"}],
    }


@pytest.mark.usefixtures("example_class")
class TestDialogues:
    """What is told of dialogues in single municipalities."""

    def test_five_towns_planned_a_dialogue_in_2016_and_no_more_is_told(self, dialogue):
        planned = [item for item in dialogue.objectValues() if "dialog-" in item.id]
        assert [item.municipalities for item in planned] == [
            ("08237040",),
            ("08111000",),
            ("08136065",),
            ("08435016",),
            ("08136019",),
        ]
        press = dialogue["pressemitteilung"]
        assert set(press.municipalities) == {item.municipalities[0] for item in planned}
        for item in planned:
            assert item.status == "planned"
            assert item.start is item.end is item.participant_number is None
            assert not (item.phases or item.methods or item.topics)
            assert press.absolute_url() in item.text.output

    @pytest.mark.parametrize("name", MADE_UP)
    def test_a_made_up_dialogue_is_marked_as_example(self, site, name):
        dialogue = site["dialoge"][name]
        assert dialogue.title.startswith("Beispiel: ")
        assert "erfunden" in dialogue.description
        assert [key[:5] for key in dialogue.municipalities] == ["08999"]
        results = [i for i in dialogue.objectValues() if i.portal_type == "Ergebnis"]
        assert results
        for result in results:
            assert "Beispiel" in f"{result.summary} {result.statement}"

    def test_one_dialogue_is_running_with_a_phase_behind_and_phases_to_come(self, site):
        dialogue = site["dialoge"]["musterstadt-zusammen-wohnen"]
        today = datetime.now(UTC).date()
        courses = [phase.course(today) for phase in parse_phases(dialogue.phases)]
        assert dialogue.status == "running"
        assert courses == ["past", "current", "coming", "coming"]
        assert dialogue["erste-werkstatt"].start < datetime.now(UTC)
        assert dialogue["zweite-werkstatt"].start > datetime.now(UTC)

    def test_the_coming_event_takes_no_column_beside_each_page(self, site):
        for column in ("plone.leftcolumn", "plone.rightcolumn"):
            manager = getUtility(IPortletManager, column)
            shown = getMultiAdapter((site, manager), IPortletAssignmentMapping)
            assert {"events", "navigation"}.isdisjoint(shown)

    def test_promises_are_kept_late_open_and_refused(self, site):
        today = datetime.now(UTC).date()
        promises = [
            (item.implementation, item.due and item.due < today)
            for item in site["dialoge"]["beispielhausen-ortsmitte"].objectValues()
            if item.implementation
        ]
        assert promises == [
            ("done", True),
            ("in_progress", True),
            ("open", False),
            ("dropped", None),
        ]

    def test_two_made_up_municipalities_advise_others_and_say_whom_to_ask(self, site):
        asked = {
            kommune.id: api.content.get(UID=kommune.contact).email
            for kommune in site["kommunen"].objectValues()
            if kommune.advises_topics and kommune.advises_methods
        }
        assert asked == {
            "beispielhausen": "beispielhausen@example.org",
            "testingen": "testingen@example.org",
        }

    def test_the_toolkit_has_a_tool_for_each_phase_and_of_each_kind(self, site):
        tools = site["dialoge"]["werkzeugkasten"].objectValues()
        phases = {phase for tool in tools for phase in tool.phases}
        assert phases == {word.key for word in words("tool_phases")}
        assert {tool.kind for tool in tools} == {w.key for w in words("tool_kinds")}

    def test_each_tool_says_that_it_was_written_for_the_example(self, site):
        for tool in site["dialoge"]["werkzeugkasten"].objectValues():
            assert "Beispiel geschrieben" in tool.summary or "erfunden" in tool.summary

    def test_a_tool_names_the_dialogues_it_comes_from(self, site):
        dialogues = site["dialoge"]
        tool = dialogues["werkzeugkasten"]["leitfaden-gespraech"]
        assert [api.content.get(UID=uid) for uid in tool.dialogues] == [
            dialogues["testingen-nachbarschaft"],
            dialogues["beispielhausen-ortsmitte"],
        ]

    def test_the_checklist_is_an_accessible_pdf(self, site):
        tool = site["dialoge"]["werkzeugkasten"]["checkliste-einladen"]
        with pikepdf.open(BytesIO(tool.file.data)) as pdf:
            assert str(pdf.Root.Lang) == "de"
            assert pdf.Root.StructTreeRoot is not None

    def test_nothing_of_it_lacks_what_it_needs_to_be_published(self, site):
        found = api.content.find(portal_type=["Dialog", "Ergebnis", "Werkzeug"])
        assert len(found) == 9 + 13 + len(texts("toolkit")["tools"])
        for brain in found:
            assert missing(brain.getObject()) == ()
            assert brain.review_state == "published"
