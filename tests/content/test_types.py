"""The types as they are installed."""

from kommunaldialog.content.foerderprogramm import CASE_STORE_ID
import pytest


PUBLIC = ("Dialog", "Ergebnis", "Kommune", "Kontakt", "Foerderprogramm")
RECORDS = ("Vorgangsablage", "Foerderantrag", "Beratung")


@pytest.mark.parametrize("portal_type", PUBLIC)
def test_a_public_type_can_be_added_anywhere(portal, portal_type):
    assert portal.portal_types[portal_type].global_allow


@pytest.mark.parametrize("portal_type", RECORDS)
def test_a_record_can_be_added_by_no_form_of_plone(portal, portal_type):
    assert not portal.portal_types[portal_type].global_allow


def test_a_new_programme_has_its_case_store(portal, programme):
    assert programme[CASE_STORE_ID].portal_type == "Vorgangsablage"
