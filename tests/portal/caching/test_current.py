"""A cached page is current at once after a change of anything that it shows."""

from datetime import datetime
from datetime import timedelta
from decimal import Decimal
from kommunaldialog.controlpanel.word_lists import IWordLists
from kommunaldialog.usecases.publish_form import publish_form
from plone import api
from tests.samples import FORM
from tests.samples import make_decided
from tests.samples import make_funding
from tests.samples import make_programme
from tests.samples import now
from tests.samples import publish
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent
import pytest


@pytest.fixture
def site(caching, make):
    """A section with a dialogue, and what its pages show."""
    name_topic("Gemeinschaft")
    kommune = make("Kommune", title="Altstadt", ags="08237040", kind="stadt")
    contact = make("Kontakt", title="Büro Beteiligung")
    section = make("Folder", title="Bereich")
    dialogue = make(
        "Dialog",
        section,
        title="Dialog Ortsmitte",
        topics=("gemeinschaft",),
        municipalities=("08237040",),
        contact=contact.UID(),
        status="running",
    )
    result = make("Ergebnis", dialogue, title="Kurzfassung", publish=False)
    return {
        "portal": caching,
        "kommune": kommune,
        "contact": contact,
        "section": section,
        "dialogue": dialogue,
        "result": result,
    }


def rename(item, title):
    item.title = title
    notify(ObjectModifiedEvent(item))


def name_topic(title):
    line = f"gemeinschaft|{title}"
    api.portal.set_registry_record("topics", (line,), interface=IWordLists)


def rename_word(_site):
    name_topic("Miteinander")


def publish_result(site):
    with api.env.adopt_roles(["Manager"]):
        publish(site["result"])


def hide_dialogue(site):
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(site["dialogue"], "retract")


def remove_dialogue(site):
    with api.env.adopt_roles(["Manager"]):
        api.content.delete(site["dialogue"])


def title_site(_site):
    api.portal.set_registry_record("plone.site_title", "Portal der Beteiligung")


EDITS = {
    "a contact is renamed": (
        "dialogue",
        "",
        lambda site: rename(site["contact"], "Büro Neu"),
        "Büro Beteiligung",
        "Büro Neu",
    ),
    "a result is published": ("dialogue", "", publish_result, "", "Kurzfassung"),
    "a topic is renamed": ("dialogue", "", rename_word, "Gemeinschaft", "Miteinander"),
    "a topic is renamed in an overview": (
        "section",
        "/@@dialoge",
        rename_word,
        "Gemeinschaft",
        "Miteinander",
    ),
    "a municipality is renamed": (
        "dialogue",
        "",
        lambda site: rename(site["kommune"], "Neustadt"),
        "Altstadt",
        "Neustadt",
    ),
    "a dialogue is renamed": (
        "kommune",
        "",
        lambda site: rename(site["dialogue"], "Dialog Bahnhof"),
        "Dialog Ortsmitte",
        "Dialog Bahnhof",
    ),
    "a dialogue is retracted": (
        "section",
        "/@@bereich",
        hide_dialogue,
        "Dialog Ortsmitte",
        "",
    ),
    "a dialogue is removed": (
        "section",
        "/@@dialoge/rss",
        remove_dialogue,
        "Dialog Ortsmitte",
        "",
    ),
    "the portal is renamed": ("dialogue", "", title_site, "", "Portal der Beteiligung"),
}


@pytest.mark.parametrize("edit", EDITS)
def test_a_page_is_current_as_soon_as(site, visit, edit):
    name, view, change, old, new = EDITS[edit]
    url = site[name].absolute_url() + view
    assert not visit(url).from_memory
    kept = visit(url)
    assert kept.from_memory
    assert old in kept.text
    assert not new or new not in kept.text
    change(site)
    found = visit(url)
    assert not found.from_memory
    assert new in found.text
    assert not old or old not in found.text


@pytest.fixture
def funding(caching):
    return make_funding(caching)


def test_a_measure_is_listed_as_soon_as_it_is_announced(funding, visit):
    url = f"{funding.absolute_url()}/@@foerderungen"
    before = visit(url).text
    assert "Dialog Ortsmitte" not in before
    assert visit(url).from_memory
    make_decided(funding)
    assert "Dialog Ortsmitte" in visit(url).text


def test_a_call_opens_on_the_minute(make, caching, visit):
    opening = datetime.fromisoformat("2026-05-04T10:00:00+00:00")
    call = make(
        "Foerderprogramm",
        title="Kommunale Dialoge",
        reference_prefix="KD",
        budget=Decimal(1000),
        opening=opening,
        deadline=opening + timedelta(days=20),
    )
    url = call.absolute_url()
    second = timedelta(seconds=1)
    before = visit(url, moment=opening - second)
    assert "Noch 20 Tage" not in before.text
    assert visit(url, moment=opening - 2 * second).from_memory
    assert "Noch 20 Tage" in visit(url, moment=opening).text


def test_an_application_can_be_begun_as_soon_as_its_form_is_published(caching, visit):
    moment, programme = now(), make_programme(caching)
    url = programme.absolute_url()
    assert "antrag-beginnen" not in visit(url, moment=moment).text
    assert visit(url, moment=moment).from_memory
    form = programme["antragsformular"]
    form.fields_model = FORM
    with api.env.adopt_roles(["Manager"]):
        publish_form(form, moment)
    assert "antrag-beginnen" in visit(url, moment=moment).text
