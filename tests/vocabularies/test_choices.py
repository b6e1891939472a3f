"""Choices that come from the registry and from content."""

from datetime import date
from kommunaldialog.content.holidays import is_holiday
from kommunaldialog.controlpanel.interfaces import IKommunaldialogSettings
from plone import api
from plone.app.testing import logout
from tests.samples import make_kommune
from zope.component import getUtility
from zope.schema.interfaces import IVocabularyFactory


def choices(name, context):
    return getUtility(IVocabularyFactory, f"kommunaldialog.{name}")(context)


def test_topics_are_those_of_the_control_panel(portal):
    topics = ("Bauen und Wohnen", "Sicherheit")
    api.portal.set_registry_record("topics", topics, interface=IKommunaldialogSettings)
    assert [term.value for term in choices("Topics", portal)] == list(topics)
    assert choices("Topics", portal).getTerm("Sicherheit").title == "Sicherheit"


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


def test_fixed_choices_have_words(portal):
    for name in (
        "DialogKinds",
        "DialogStatus",
        "ParticipationLevels",
        "ResultKinds",
        "ImplementationStates",
        "MunicipalityKinds",
        "DeadlineOnHoliday",
        "KindsOfFunding",
        "Laender",
    ):
        terms = list(choices(name, portal))
        assert terms
        assert all(term.title.default != term.value for term in terms)
