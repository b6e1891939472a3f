"""The configuration of a portal goes to another one as a file, and says no in time."""

from base64 import b64encode
from datetime import date
from datetime import datetime
from datetime import UTC
from decimal import Decimal
from io import BytesIO
from kommunaldialog.controlpanel.granting_bodies import granting_bodies
from kommunaldialog.controlpanel.interfaces import setting
from kommunaldialog.controlpanel.logo import data_uri
from kommunaldialog.controlpanel.logo import LARGEST
from kommunaldialog.controlpanel.word_lists import IWordLists
from kommunaldialog.controlpanel.word_lists import words
from kommunaldialog.domain.granting_body import GrantingBody
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.exports.configuration_file import keep as keep_setting
from kommunaldialog.exports.configuration_file import kept
from kommunaldialog.exports.configuration_file import LISTS
from kommunaldialog.exports.configuration_file import MAX_BYTES
from kommunaldialog.exports.configuration_file import read
from kommunaldialog.exports.configuration_file import SETTINGS
from kommunaldialog.exports.configuration_file import write
from kommunaldialog.exports.configuration_import import differences
from kommunaldialog.exports.configuration_import import take_up
from kommunaldialog.messages import text
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from tests.client import Client
from tests.controlpanel.test_logo import png
from tests.controlpanel.test_logo import svg
from tests.exports.programme import codes
from tests.samples import make_programme
from tests.samples_bodies import keep_bodies
from zExceptions import Unauthorized
from zope.i18n import translate
import json
import pytest
import transaction


MOMENT = datetime(2026, 5, 1, tzinfo=UTC)
# Each setting as nobody has it by default.
CHANGED = {
    "land": "Musterland",
    "land_ags": "14",
    "parts": ("funding",),
    "ministries": ("Ministerium A", "Ministerium B"),
    "default_tolerance": Decimal("12.5"),
    "default_retention": 6,
    "holiday_land": "SN",
    "map_of": "08",
    "data_publisher": "Musteramt",
    "data_licence": "cc-zero",
    "data_contributor": "http://dcat-ap.de/def/contributors/muster",
    "mail_signature": "Ihr Portal\n<b>",
    "base_rates": ("01.01.2026 1,50",),
    "interest_margin": Decimal("6"),
    "invitation_days": 7,
    "accessibility_body": "Musteramt",
    "accessibility_made_on": date(2026, 5, 1),
    "accessibility_email": "barrierefrei@example.org",
    "accessibility_enforcement": "Schlichtungsstelle",
    "accessibility_contact": "0711 1",
    "accessibility_barriers": ("Alte PDFs", "Karte"),
}
BODIES = (
    GrantingBody("amt", "Amt „A“ <b>", logo=data_uri(png()), annexes=("N",)),
    GrantingBody("stelle", "Stelle", revocation="§ 49 XVwVfG"),
)
TOPICS = ("bauen|Bauen|Building", "feste|Feste")


def keep(values, bodies=(), topics=()):
    for name, value in values.items():
        keep_setting(SETTINGS[name], value)
    keep_bodies(*bodies)
    api.portal.set_registry_record("topics", topics, interface=IWordLists)


@pytest.fixture
def manager(portal):
    with api.env.adopt_roles(["Manager"]):
        yield portal


@pytest.fixture
def usual(manager):
    """What a portal has that nobody configured."""
    return {name: kept(SETTINGS[name]) for name in SETTINGS}


def changed_file(**changes):
    content = json.loads(write())
    for name, value in changes.items():
        content[name] = value
    return json.dumps(content).encode()


def test_every_setting_is_another_one_in_this_test(usual):
    assert CHANGED.keys() == usual.keys()
    assert not [name for name in usual if usual[name] == CHANGED[name]]


def test_another_portal_that_took_it_up_writes_the_same_file(manager, usual):
    keep(CHANGED, BODIES, TOPICS)
    text = write()
    # The other portal: as it is installed, but for another body of its own.
    keep(usual, (GrantingBody("eigene", "Eigene Stelle"),))
    assert write() != text
    take_up(read(text.encode()), manager, MOMENT)
    assert write() == text
    assert {name: kept(SETTINGS[name]) for name in SETTINGS} == CHANGED
    assert granting_bodies() == BODIES
    assert differences(read(text.encode())) == []


def test_a_programme_goes_along_with_its_body(manager):
    keep({}, BODIES)
    programme = make_programme(manager, granting_body="stelle")
    text = write([programme])
    folder = api.content.create(manager, "Folder", "anderswo")
    data = text.replace('"reference_prefix": "KD"', '"reference_prefix": "NEU"')
    (made,) = take_up(read(data.encode()), folder, MOMENT)
    assert made.programme.granting_body == "stelle"
    assert made.programme.reference_prefix == "NEU"


def test_what_changes_is_said_before(manager):
    keep({"land": "Alt"}, BODIES)
    file = json.loads(write())
    file["settings"]["land"] = "Neu"
    file["granting_bodies"][1]["address"] = "Straße 1"
    found = differences(read(json.dumps(file).encode()))
    assert [(each.old, each.new, each.part) for each in found] == [
        ("Alt", "Neu", ""),
        ("", "Straße 1", "address"),
    ]
    assert setting("land") == "Alt"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"\xff", "configuration_unreadable"),
        (b"[" * 100_000, "configuration_unreadable"),
        (b"[]", "configuration_of_another_kind"),
        (b"{}", "configuration_of_another_kind"),
        (b"x" * (MAX_BYTES + 1), "configuration_too_large"),
    ],
)
def test_what_is_no_configuration_is_refused(manager, data, code):
    with pytest.raises(Refused) as refused:
        read(data)
    assert codes(refused) == [code]


def test_a_file_of_another_version_is_refused(manager):
    with pytest.raises(Refused) as refused:
        read(changed_file(version=2))
    assert codes(refused) == ["configuration_of_another_version"]


def test_each_row_that_is_wrong_is_named(manager):
    body = {"key": "amt", "name": "Amt"}
    data = changed_file(
        settings={
            "land": 7,
            "landes": "",
            "default_retention": 0,
            "interest_margin": "NaN",
            "base_rates": ["gestern"],
            "holiday_land": "XX",
            "accessibility_made_on": "gestern",
        },
        granting_bodies=[body, {**body, "revocation": ""}, {"key": "x"}],
        words={"topics": ["kein Wort", 7], "themen": []},
        programmes=[{"format": "x"}],
    )
    with pytest.raises(Refused) as refused:
        read(data)
    assert codes(refused) == [
        "configuration_row_wrong",
        "configuration_unknown",
        "file_value_wrong",
        "configuration_row_wrong",
        "file_value_wrong",
        "file_value_wrong",
        "configuration_row_wrong",
        "configuration_row_wrong",
        "granting_body_key_twice",
        "configuration_row_wrong",
        "configuration_row_wrong",
        "configuration_unknown",
        "file_of_another_kind",
    ]
    assert {refusal.field for refusal in refused.value.refusals} == {"datei"}


def as_uri(data, kind="svg+xml"):
    return f"data:image/{kind};base64,{b64encode(data).decode()}"


@pytest.mark.parametrize(
    "logo",
    [
        "https://example.org/zaehlpixel.png",
        "data:image/png;base64,keins",
        "data:image/png;base64,eA==",
        "data:image/svg+xml;base64,ä",
        as_uri(svg("<script>alert(1)</script>")),
        as_uri(svg('<image href="https://example.org/x.png"/>')),
        as_uri(png(), "svg+xml"),
        as_uri(png(), "png") + "\n",
        as_uri(b"x" * (LARGEST + 1), "png"),
        as_uri(b"x" * (LARGEST + 1000), "png"),
    ],
)
def test_a_logo_is_checked_as_if_it_were_uploaded(manager, logo):
    good = {"key": "amt", "name": "Amt", "logo": as_uri(svg("<g/>"))}
    bad = {"key": "b", "name": "B", "logo": logo}
    assert read(changed_file(granting_bodies=[good])).bodies[0].logo == good["logo"]
    with pytest.raises(Refused) as refused:
        read(changed_file(granting_bodies=[good, bad]))
    assert codes(refused) == ["configuration_logo_wrong"]
    assert "granting_bodies 2" in translate(text(refused.value.refusals[0]))


@pytest.mark.parametrize("name", ["settings", "granting_bodies", "words", "programmes"])
def test_a_part_of_another_kind_is_refused(manager, name):
    with pytest.raises(Refused) as refused:
        read(changed_file(**{name: "x"}))
    assert codes(refused) == ["configuration_row_wrong"]


def test_a_word_or_a_body_that_is_in_use_is_not_taken_away(manager):
    keep({}, BODIES, TOPICS)
    make_programme(manager, granting_body="amt")
    api.content.create(manager, "Dialog", "dialog", title="D", topics=("bauen",))
    data = changed_file(granting_bodies=[], words={"topics": []})
    for step in (differences, lambda file: take_up(file, manager, MOMENT)):
        with pytest.raises(Refused) as refused:
            step(read(data))
        assert codes(refused) == ["granting_body_in_use", "word_in_use"]
    assert len(words("topics")) == 2
    assert len(granting_bodies()) == 2


def test_nobody_else_may(portal):
    with pytest.raises(Unauthorized):
        differences(read(write().encode()))


def test_every_list_is_in_the_file(manager):
    assert json.loads(write())["words"].keys() == LISTS.keys()


@pytest.fixture
def admin(functional_portal):
    app = functional_portal.getPhysicalRoot()
    browser = Client(app, SITE_OWNER_NAME, SITE_OWNER_PASSWORD).browser()
    browser.open(f"{functional_portal.absolute_url()}/@@konfiguration")
    return browser


def upload(browser, data):
    control = browser.getControl(name="datei")
    control.add_file(BytesIO(data), "application/json", "konfiguration.json")
    browser.getControl("Änderungen ansehen").click()


def test_an_administrator_looks_first_and_confirms_then(admin):
    make_programme(api.portal.get())
    transaction.commit()
    admin.reload()
    admin.getControl("Kommunale Dialoge").selected = True
    admin.getControl("Datei herunterladen").click()
    file = json.loads(admin.contents)
    file["settings"]["land"] = "Musterland"
    file["programmes"][0]["programme"]["reference_prefix"] = "NEU"
    admin.open(f"{api.portal.get().absolute_url()}/@@konfiguration")
    upload(admin, json.dumps(file).encode())
    assert ">Musterland</td>" in admin.contents
    transaction.begin()
    assert setting("land") == ""
    admin.getControl("Ordner").value = "nirgends"
    admin.getControl("Jetzt übernehmen").click()
    assert 'href="#ordner"' in admin.contents
    transaction.begin()
    assert setting("land") == ""
    admin.getControl("Ordner").value = ""
    admin.getControl("Jetzt übernehmen").click()
    assert "Die Konfiguration gilt jetzt." in admin.contents
    transaction.begin()
    assert setting("land") == "Musterland"
    assert "„Kommunale Dialoge“ ist angelegt." in admin.contents
    catalog = api.portal.get_tool("portal_catalog")
    calls = catalog.unrestrictedSearchResults(portal_type="Foerderprogramm")
    assert len(calls) == 2


def test_a_wrong_file_says_what_is_wrong_on_the_page(admin):
    upload(admin, changed_file(settings={"landes": ""}))
    assert "„landes“ gibt es hier nicht." in admin.contents
    admin.getControl("Änderungen ansehen").click()
    assert "Bitte wählen Sie eine Datei." in admin.contents
