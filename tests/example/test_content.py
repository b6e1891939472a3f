"""The content of the example: what is known of 2016, and a call that is open."""

from datetime import date
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from decimal import Decimal
from io import BytesIO
from kommunaldialog.content.holidays import holiday_name
from kommunaldialog.controlpanel.granting_bodies import granting_body
from kommunaldialog.controlpanel.word_lists import words
from kommunaldialog.domain.deadline import passed
from kommunaldialog.example.documents import DATA
from kommunaldialog.forms.versions import versions
from kommunaldialog.portal.section import section_of
from kommunaldialog.usecases.section import LAYOUT
from plone import api
from zoneinfo import ZoneInfo
import csv
import html
import pikepdf
import pytest


BERLIN = ZoneInfo("Europe/Berlin")


@pytest.mark.usefixtures("example_class")
class TestContent:
    """What is told, and what is offered."""

    def test_the_initiative_of_2016_is_told_with_its_parts(self, dialogue):
        assert dialogue.kind == "programme"
        assert dialogue.status == "finished"
        assert dialogue.central_question.endswith("?")
        assert dialogue.goal and dialogue.use_of_results and dialogue.concerns
        assert dialogue.topics == (
            "bauen-und-wohnen",
            "lernen-und-arbeiten",
            "gemeinschaft",
            "sicherheit",
        )
        assert dialogue.participant_groups == (
            "verwaltung",
            "politik",
            "zivilgesellschaft",
            "fluechtlinge",
            "buergerschaft",
        )
        assert dialogue.science == ("Universität Hohenheim (Vortrag zum Auftakt)",)
        assert len(dialogue.partners) == 4

    def test_the_ten_municipalities_are_a_number_and_no_names(self, dialogue):
        assert dialogue.municipality_count == 10
        assert dialogue.municipalities == ()
        assert dialogue["protokoll"].municipalities == ()

    def test_the_kick_off_was_on_21_january_2016(self, dialogue):
        event = dialogue["auftakt"]
        assert event.portal_type == "Event"
        assert event.start.astimezone(BERLIN).date() == date(2016, 1, 21)
        assert event.end.astimezone(BERLIN).date() == date(2016, 1, 21)
        assert event.whole_day

    def test_the_press_release_names_who_planned_a_dialogue(self, dialogue):
        named = dialogue["pressemitteilung"].municipalities
        found = api.content.find(portal_type="Kommune", ags=list(named))
        assert {brain.Title for brain in found} == {
            "Horb am Neckar",
            "Stuttgart",
            "Schwäbisch Gmünd",
            "Friedrichshafen",
            "Ellwangen (Jagst)",
        }

    @pytest.mark.parametrize("name", ["kurzinformation", "protokoll", "praesentation"])
    def test_a_result_has_a_short_version_and_an_accessible_pdf(self, dialogue, name):
        result = dialogue[name]
        assert result.summary
        with pikepdf.open(BytesIO(result.file.data)) as pdf:
            assert str(pdf.Root.Lang) == "de"
            assert pdf.Root.MarkInfo.Marked
            assert pdf.Root.StructTreeRoot is not None
            assert str(pdf.docinfo.Title)
            with pdf.open_metadata() as metadata:
                assert metadata["pdfuaid:part"] == "1"

    def test_each_pdf_says_that_it_is_not_the_one_of_2016(self):
        sources = list((DATA / "pdf").glob("*.html"))
        assert len(sources) == 6
        for source in sources:
            text = html.unescape(source.read_text("utf-8"))
            assert "Muster für ein Beispiel." in text
            assert source.with_suffix(".pdf").exists()

    def test_the_programme_of_2016_ended_on_31_october(self, past):
        assert past.deadline == datetime(2016, 10, 31, 22, 59, 59, tzinfo=UTC)
        assert past.window().status(datetime.now(UTC)) == "closed"
        assert past.consultation_required
        body = granting_body(past.granting_body)
        assert body.name.startswith("Landeszentrale für politische Bildung")
        assert past.ministries == ("Sozialministerium", "Staatsministerium")

    def test_its_two_pillars_gave_up_to_3000_euro(self, past):
        first, second = past.pillars()
        assert "Bündnisse für Flüchtlingshilfe – Gemeinsam in Vielfalt" in first.title
        assert "Qualifizierung von Freiwilligen" in second.title
        assert {p.highest_grant for p in past.pillars()} == {Decimal("3000.00")}
        assert second.ministry == "Sozialministerium"

    def test_a_programme_of_this_year_is_open_for_weeks(self, programme):
        now = datetime.now(UTC)
        assert programme.title == f"Kommunale Dialoge {now.astimezone(BERLIN).year}"
        assert programme.window().status(now) == "open"
        assert not passed(programme.deadline, now + timedelta(days=59))
        assert passed(programme.deadline, now + timedelta(days=62))

    def test_its_deadline_is_the_last_second_of_a_day_in_berlin(self, programme):
        local = programme.deadline.astimezone(BERLIN)
        assert (local.hour, local.minute, local.second) == (23, 59, 59)

    def test_it_says_all_that_an_applicant_asks(self, programme):
        assert len(programme.pillars()) == 3
        assert programme.consultation_required
        for name in (
            "budget",
            "measure_start",
            "measure_end",
            "documents",
            "conditions",
            "legal_basis",
            "appeal_instruction",
            "privacy_notice",
            "begun_definition",
            "early_start_allowed",
        ):
            assert getattr(programme, name), name
        assert not programme.strict_deadline
        assert programme.deadline_on_holiday == "next_working_day"
        contact = api.content.get(UID=programme.contact)
        assert contact.phone
        assert contact.email.endswith("@example.org")

    def test_one_pillar_asks_for_documents(self, programme):
        asking = [p.id for p in programme.pillars() if p.documents]
        assert asking == ["saeule-3"]

    def test_a_pillar_of_2016_paid_for_the_dialogues(self, dialogue, past):
        first, second = past.pillars()
        assert (first.dialogues, second.dialogues) == ((), (dialogue.UID(),))

    def test_holidays_are_those_of_baden_wuerttemberg(self, site):
        assert holiday_name(date(2027, 5, 27)) == "Fronleichnam"
        assert holiday_name(date(2027, 10, 31)) is None

    def test_its_form_is_published_as_version_1_by_the_web_editors(self, programme):
        (version,) = versions(programme)
        assert (version.number, version.user) == (1, "webredaktion")
        assert version.xml.count("<fieldset") == 4

    def test_the_office_decides_on_both_programmes(self, past, programme):
        for call in (past, programme):
            assert call.case_worker_groups == ("bewilligung-sachbearbeitung",)
            assert call.decision_groups == ("bewilligung-entscheidung",)
            assert call.ministry_groups == ("fachaufsicht",)

    def test_made_up_municipalities_are_marked(self, site):
        for name in ("musterstadt", "beispielhausen", "testingen"):
            kommune = site["kommunen"][name]
            assert kommune.ags.startswith("08999")
            assert kommune.description.startswith(
                "Beispiel: Diese Kommune gibt es nicht."
            )
            assert kommune.population_date is kommune.source is None

    def test_real_municipalities_are_as_in_the_register_and_attributed(self, site):
        lines = (DATA / "gemeinden-bw.csv").read_text("utf-8").splitlines()
        rows = {row["ags"]: row for row in csv.DictReader(lines)}
        real = [k for k in site["kommunen"].objectValues() if k.ags in rows]
        assert len(real) == len(rows) == 8
        for kommune in real:
            assert kommune.population == int(rows[kommune.ags]["einwohner_2022_05_15"])
            assert kommune.population_date == date(2022, 5, 15)
            assert "© GeoBasis-DE / BKG 2021 (Daten verändert)" in kommune.source
            assert "Zensus 2022" in kommune.source
            assert "dl-de/by-2-0" in kommune.licence

    def test_topics_and_land_are_set(self, site):
        land = api.portal.get_registry_record(
            "kommunaldialog.controlpanel.interfaces.IKommunaldialogSettings.land"
        )
        assert len(words("topics")) == 4
        assert land == "Baden-Württemberg"

    def test_the_front_page_is_the_start_of_a_section_of_the_whole_portal(
        self, site, dialogue, programme
    ):
        assert site.getLayout() == LAYOUT
        assert site.getDefaultPage() is None
        assert section_of(dialogue) == section_of(programme) == site
        assert "Dieses Portal ist ein Beispiel." in site.Description()

    def test_navigation_lists_three_parts_in_their_order(self, site):
        brains = api.content.find(site, depth=1, sort_on="getObjPositionInParent")
        shown = [brain.Title for brain in brains if not brain.exclude_from_nav]
        assert shown == ["Dialoge", "Förderung", "Kommunen"]

    def test_everything_public_is_published(self, site):
        states = {
            brain.portal_type: brain.review_state
            for brain in api.portal.get_tool(
                "portal_catalog"
            ).unrestrictedSearchResults(
                portal_type=[
                    "Dialog",
                    "Ergebnis",
                    "Event",
                    "Foerderprogramm",
                    "Kommune",
                    "Kontakt",
                    "Document",
                    "Folder",
                    "Collection",
                    "EasyForm",
                ]
            )
        }
        assert len(states) == 10
        assert set(states.values()) == {"published"}
