"""Choices that come from the registry and from content."""

from datetime import date
from kommunaldialog.content.holidays import is_holiday
from kommunaldialog.controlpanel.interfaces import IKommunaldialogSettings
from kommunaldialog.controlpanel.word_lists import IWordLists
from plone import api
from plone.app.testing import logout
from tests.samples import make_kommune
from zope.component import getUtility
from zope.schema.interfaces import IVocabularyFactory


def choices(name, context):
    return getUtility(IVocabularyFactory, f"kommunaldialog.{name}")(context)


def test_topics_are_those_of_the_portals_list(portal):
    topics = ("wohnen|Wohnen|Housing", "sicherheit|Sicherheit")
    api.portal.set_registry_record("topics", topics, interface=IWordLists)
    terms = [(term.value, term.title) for term in choices("Topics", portal)]
    assert terms == [("wohnen", "Wohnen"), ("sicherheit", "Sicherheit")]


def test_a_list_that_comes_with_the_product_has_words(portal):
    for name in ("Methods", "ParticipantGroups", "ResultKinds", "ToolKinds"):
        assert all(term.title for term in choices(name, portal))
        assert len(choices(name, portal)) > 3


def test_municipalities_are_chosen_by_key_and_read_by_name(portal):
    make_kommune(portal)
    terms = [(term.value, term.title) for term in choices("Municipalities", portal)]
    assert terms == [("08999001", "Musterstadt")]


def test_contacts_are_those_that_one_may_see(portal):
    with api.env.adopt_roles(["Manager"]):
        contact = api.content.create(portal, "Kontakt", title="Anlaufstelle")
        assert [term.value for term in choices("Contacts", portal)] == [contact.UID()]
    logout()
    assert list(choices("Contacts", portal)) == []


def test_the_holidays_of_every_land_are_known(portal):
    for term in choices("Laender", portal):
        api.portal.set_registry_record(
            "holiday_land", term.value, interface=IKommunaldialogSettings
        )
        assert is_holiday(date(2026, 10, 3))


def test_a_portal_chooses_among_the_maps_that_are_installed(portal):
    terms = [(term.value, term.title) for term in choices("Maps", portal)]
    assert terms == [("08", "Baden-Württemberg")]


def test_fixed_choices_have_words(portal):
    for name in (
        "DialogKinds",
        "DialogStatus",
        "ParticipationLevels",
        "ImplementationStates",
        "MunicipalityKinds",
        "DeadlineOnHoliday",
        "KindsOfFunding",
        "Laender",
    ):
        terms = list(choices(name, portal))
        assert terms
        assert all(term.title.default != term.value for term in terms)
