"""German and English pages, where a portal uses plone.app.multilingual."""

from datetime import date
from kommunaldialog.content.ergebnis import IErgebnis
from kommunaldialog.content.languages import BEHAVIOR
from kommunaldialog.content.languages import choose_types
from kommunaldialog.content.languages import SHARED
from kommunaldialog.content.languages import TRANSLATED
from kommunaldialog.content.register import kommunen
from kommunaldialog.content.register import municipality_titles
from kommunaldialog.controlpanel.word_lists import IWordLists
from kommunaldialog.portal.overview.hits import Hits
from kommunaldialog.portal.overview.selection import Selection
from kommunaldialog.setuphandlers import TYPES
from plone import api
from plone.app.multilingual.api import is_translatable
from plone.app.multilingual.api import translate
from plone.app.multilingual.browser.setup import SetupMultilingualSite
from plone.app.multilingual.dx.interfaces import ILanguageIndependentField
from plone.app.multilingual.interfaces import IPloneAppMultilingualInstalled
from plone.app.multilingual.interfaces import ITranslationManager
from plone.app.testing import applyProfile
from tests.client import Client
from types import SimpleNamespace
from zope.event import notify
from zope.interface import alsoProvides
from zope.lifecycleevent import ObjectModifiedEvent
from zope.schema import Text
from zope.schema import TextLine
import pytest
import transaction


def translatable(portal):
    """Our types that can be translated."""
    return {name for name in TYPES if BEHAVIOR in portal.portal_types[name].behaviors}


def test_without_the_add_on_no_type_is_translatable(portal):
    assert translatable(portal) == set()
    choose_types(SimpleNamespace(profile_id="profile-kommunaldialog:default"))
    assert translatable(portal) == set()


@pytest.mark.parametrize("schema", SHARED)
def test_what_languages_share_is_no_text(schema):
    for name in SHARED[schema]:
        field = schema[name]
        assert ILanguageIndependentField.providedBy(field)
        if name != "image_credit":
            assert not isinstance(field, Text | TextLine)


def test_a_file_is_each_languages_own():
    assert not ILanguageIndependentField.providedBy(IErgebnis["file"])


@pytest.mark.usefixtures("languages_class")
class TestLanguages:
    """A portal in two languages."""

    @pytest.fixture
    def site(self, languages):
        portal = languages["portal"]
        alsoProvides(languages["request"], IPloneAppMultilingualInstalled)
        with api.env.adopt_roles(["Manager"]):
            SetupMultilingualSite(portal).setupSite(portal)
            lines = ("bauen|Bauen|Building",)
            api.portal.set_registry_record("topics", lines, interface=IWordLists)
            yield portal

    @pytest.fixture
    def german(self, site):
        api.content.create(
            site, "Kommune", "musterstadt", title="Musterstadt", ags="08999001"
        )
        dialogue = api.content.create(
            site["de"],
            "Dialog",
            "markt",
            title="Unser Marktplatz",
            goal="Schatten",
            start=date(2026, 3, 1),
            topics=("bauen",),
            municipalities=("08999001",),
        )
        return dialogue

    @pytest.fixture
    def english(self, german):
        english = translate(german, "en")
        english.title = "Our market square"
        ITranslationManager(german).get_translation("en").reindexObject()
        return english

    def test_only_what_people_read_is_translatable(self, site):
        assert translatable(site) == TRANSLATED

    def test_it_stays_so_when_the_product_is_installed_once_more(self, site):
        applyProfile(site, "kommunaldialog:default")
        assert translatable(site) == TRANSLATED

    def test_the_types_of_the_portal_are_left_alone(self, site):
        assert BEHAVIOR in site.portal_types["Event"].behaviors

    def test_a_translation_lies_in_its_language_and_shares_the_facts(self, english):
        assert english.absolute_url().endswith("/en/markt")
        assert english.Language() == "en"
        assert english.start == date(2026, 3, 1)
        assert english.topics == ("bauen",)
        assert english.municipalities == ("08999001",)
        assert not english.goal

    def test_a_fact_that_changes_changes_in_all_languages(self, german, english):
        german.start = date(2026, 4, 1)
        german.goal = "Schatten und Bänke"
        notify(ObjectModifiedEvent(german))
        assert english.start == date(2026, 4, 1)
        assert not english.goal

    def test_a_municipality_exists_once(self, german, english):
        kommune = api.portal.get()["musterstadt"]
        assert not is_translatable(kommune)
        assert municipality_titles() == [("08999001", "Musterstadt")]
        assert len(kommunen("08999001")) == 1

    def test_each_page_is_shown_in_its_language(self, languages, german, english):
        contact = api.content.create(api.portal.get(), "Kontakt", title="Rathaus")
        api.content.transition(contact, "publish")
        for page in (german, english):
            page.contact = contact.UID()
            page.goal = page.use_of_results = page.Title()
            api.content.transition(page, "publish")
        transaction.commit()
        client = Client(languages["app"])
        said = {
            page.Language(): client.get(page.absolute_url()).text
            for page in (german, english)
        }
        assert "Unser Marktplatz" in said["de"]
        assert ">Bauen<" in said["de"]
        assert "Our market square" in said["en"]
        assert ">Building<" in said["en"]
        assert 'lang="en"' in said["en"]
        assert all("Rathaus" in text for text in said.values())

    def test_events_news_and_pages_inside_a_dialogue_work(self, german):
        for name in ("Event", "News Item", "Document"):
            item = api.content.create(german, name, title=name)
            assert item.Language() == "de"
            assert translate(item, "en").Language() == "en"

    def test_a_result_in_a_dialogue_is_translated_into_the_dialogue(
        self, german, english
    ):
        result = api.content.create(
            german, "Ergebnis", "protokoll", title="Protokoll", kind="minutes"
        )
        other = translate(result, "en")
        assert other.__parent__.UID() == english.UID()
        assert other.kind == "minutes"

    def test_a_list_outside_of_the_languages_has_each_dialogue_once(self, site, german):
        translate(german, "en").title = "Our market square"
        lists = {
            language: Hits(Selection.from_request(site, "dialoge", {})).all()
            for language in ("de", "en")
            for _chosen in [site.REQUEST.set("LANGUAGE", language)]
        }
        assert {name: [b.Language for b in found] for name, found in lists.items()} == {
            "de": ["de"],
            "en": ["en"],
        }
        register = Hits(Selection.from_request(site, "kommunen", {}))
        assert len(register) == 1
