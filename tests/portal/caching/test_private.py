"""What is in memory is for everybody, and nothing else is."""

from kommunaldialog.portal.caching.etags import Roles
from plone import api
from tests.samples import make_decided
from tests.samples import make_draft
from tests.samples import make_funding
from tests.samples import make_people
from tests.samples import OTHER_AGS
import pytest


EDIT = "/edit"


@pytest.fixture
def dialogue(caching, make):
    make_people()
    return make("Dialog", title="Dialog Ortsmitte", status="running")


def editor(item):
    """Lets the account "webredaktion" see and change something."""
    api.user.grant_roles("webredaktion", roles=["Editor"], obj=item)
    item.reindexObjectSecurity()


def test_a_visitor_does_not_get_what_was_made_for_an_editor(dialogue, visit):
    editor(dialogue)
    url = dialogue.absolute_url()
    assert f"{url}{EDIT}" in visit(url, "webredaktion").text
    found = visit(url)
    assert not found.from_memory
    assert f"{url}{EDIT}" not in found.text


def test_who_is_logged_in_gets_nothing_from_memory(dialogue, visit):
    editor(dialogue)
    url = dialogue.absolute_url()
    visit(url)
    kept = visit(url)
    assert kept.from_memory
    found = visit(url, "webredaktion", If_None_Match=kept.headers["ETag"])
    assert found.status == 200
    assert not found.from_memory
    assert f"{url}{EDIT}" in found.text


def test_a_draft_is_kept_for_nobody(dialogue, visit, make):
    draft = make("Ergebnis", dialogue, title="Entwurf", publish=False)
    editor(draft)
    url = draft.absolute_url()
    for _ in range(2):
        found = visit(url, "webredaktion")
        assert found.status == 200
        assert not found.from_memory
    assert "private" in found.headers["Cache-Control"]
    assert "Entwurf" not in visit(url).text


def test_an_overview_does_not_give_a_visitor_an_editors_drafts(dialogue, visit, make):
    draft = make("Dialog", title="Noch geheim", publish=False)
    editor(draft)
    url = f"{api.portal.get().absolute_url()}/@@dialoge"
    assert "Noch geheim" in visit(url, "webredaktion").text
    assert "Noch geheim" not in visit(url).text
    assert "Noch geheim" not in visit(url).text


def test_a_visitor_whom_the_network_gives_a_role_does_not_share(
    dialogue, visit, monkeypatch
):
    url = dialogue.absolute_url()
    visit(url)
    assert visit(url).from_memory
    monkeypatch.setattr(Roles, "__call__", lambda _self: "Anonymous;Intranet")
    assert not visit(url).from_memory


def test_languages_do_not_share(dialogue, visit):
    tool = api.portal.get_tool("portal_languages")
    tool.settings.use_request_negotiation = True
    url = dialogue.absolute_url()
    assert 'lang="de"' in visit(url, Accept_Language="de").text
    found = visit(url, Accept_Language="en")
    assert not found.from_memory
    assert 'lang="en"' in found.text


def test_choices_of_an_overview_do_not_share(dialogue, visit):
    url = f"{api.portal.get().absolute_url()}/@@dialoge"
    assert "1 Dialog gefunden" in visit(f"{url}?stand=running").text
    assert "1 Dialog gefunden" not in visit(f"{url}?stand=finished").text


def test_a_script_does_not_share_with_a_browser(dialogue, visit):
    url = dialogue.absolute_url()
    visit(url)
    found = visit(url, X_Requested_With="XMLHttpRequest")
    assert not found.from_memory


def test_views_of_one_address_do_not_share(caching, visit):
    def shown(layout):
        caching.setLayout(layout)
        return visit(caching.absolute_url())

    assert not shown("bereich").from_memory
    assert not shown("dialoge").from_memory
    assert shown("bereich").from_memory


def test_a_browser_that_has_the_page_is_told_so(dialogue, visit):
    url = dialogue.absolute_url()
    etag = visit(url).headers["ETag"]
    found = visit(url, If_None_Match=etag)
    assert found.status == 304
    assert not found.text


def test_pages_of_applications_are_stored_nowhere(caching, visit):
    funding = make_funding(caching)
    portal, call = caching.absolute_url(), funding.absolute_url()
    decided = make_decided(funding).absolute_url()
    draft = make_draft(funding, "fremde", OTHER_AGS).absolute_url()
    for user, url in (
        ("antragstellung", decided),
        ("antragstellung", f"{portal}/@@meine-antraege"),
        ("fremde", f"{draft}/@@bearbeiten/massnahme"),
        ("sachbearbeitung", f"{call}/@@antraege"),
        ("sachbearbeitung", f"{decided}/@@vorgang"),
    ):
        visit(url, user)
        found = visit(url, user)
        assert found.status == 200
        assert not found.from_memory
        assert found.headers["Cache-Control"] == "private, no-store"
        assert visit(url).status == 302
