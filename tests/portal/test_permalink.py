"""Permanent links."""

from DateTime import DateTime
from kommunaldialog.portal.permalink import permalink
from tests import samples
import pytest


def test_a_permanent_link_leads_to_the_page_wherever_it_was_moved(ask, make, move):
    dialogue = make("Dialog", title="Dialog Ortsmitte")
    address = permalink(dialogue)
    moved = move(dialogue, make("Folder", title="Archiv"))
    status, headers = ask(address)
    assert status.startswith("301")
    assert headers["Location"] == moved.absolute_url()


def test_a_permanent_link_to_a_list_keeps_what_was_chosen(ask, make, move):
    folder = make("Folder", title="Dialoge")
    address = permalink(folder, "dialoge")
    moved = move(folder, make("Folder", title="Archiv"))
    _, headers = ask(f"{address}?thema=wohnen&thema=klima")
    assert headers["Location"] == (
        f"{moved.absolute_url()}/@@dialoge?thema=wohnen&thema=klima"
    )


def test_the_site_itself_has_its_own_address(functional_portal):
    assert permalink(functional_portal) == functional_portal.absolute_url()
    assert permalink(functional_portal, "karte").endswith("/plone/@@karte")


def test_a_municipality_is_found_by_its_key(ask, make, functional_portal):
    kommune = make("Kommune", title="Musterstadt", ags="08999001")
    address = f"{functional_portal.absolute_url()}/kommune/08999001"
    assert permalink(kommune) == address
    status, headers = ask(address)
    assert (status[:3], headers["Location"]) == ("301", kommune.absolute_url())


def test_a_municipality_is_shown_in_the_language_of_the_visitor(
    ask, make, functional_portal
):
    make("Kommune", title="Example Town", ags="08999001", language="en")
    # The key stands once in each language.
    german = make("Kommune", title="Musterstadt", ags="08999002", language="de")
    german.ags = "08999001"
    german.reindexObject()
    _, headers = ask(f"{functional_portal.absolute_url()}/kommune/08999001")
    assert headers["Location"] == german.absolute_url()


@pytest.mark.parametrize("path", ["permalink/{uid}", "permalink", "kommune/08999001"])
def test_what_a_visitor_may_not_see_has_no_address(ask, make, functional_portal, path):
    kommune = make("Kommune", title="Musterstadt", ags="08999001", publish=False)
    path = path.format(uid=kommune.UID())
    status, headers = ask(f"{functional_portal.absolute_url()}/{path}")
    assert status.startswith("404")
    assert "Location" not in headers


def test_an_expired_page_is_found_by_who_works_on_it_alone(ask, fetch, make):
    samples.make_people()
    dialogue = make("Dialog", title="Dialog Ortsmitte")
    dialogue.setExpirationDate(DateTime() - 1)
    dialogue.reindexObject()
    assert ask(permalink(dialogue))[0].startswith("404")
    found = fetch(permalink(dialogue), "webredaktion")
    assert found.url == dialogue.absolute_url()


def test_a_permanent_link_answers_who_asks_for_its_head_only(ask, make):
    dialogue = make("Dialog", title="Dialog Ortsmitte")
    status, headers = ask(permalink(dialogue), "HEAD")
    assert (status[:3], headers["Location"]) == ("301", dialogue.absolute_url())


def test_a_permanent_link_leads_nowhere_else(ask, make):
    dialogue = make("Dialog", title="Dialog Ortsmitte")
    _, headers = ask(f"{permalink(dialogue)}/https:%2F%2Fexample.org%0d%0aX-Evil: 1")
    assert headers["Location"].startswith(f"{dialogue.absolute_url()}/@@")
    assert "X-Evil" not in headers
