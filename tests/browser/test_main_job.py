"""The main job from end to end, in a browser, on what `make start` serves."""

from io import BytesIO
from pikepdf import Pdf
from tests.browser import editor as editing
from tests.browser import office as granting
from tests.browser import town as applying
from tests.browser.example import NEIGHBOUR
from tests.letters.pdftext import text_of
from tests.samples import PDF
import pytest
import requests


SIZES = pytest.mark.parametrize(
    ("width", "pillar"), [(1280, "saeule-1"), (320, "saeule-2")]
)
PAPER = {"width": 680, "height": 1000}
REFUSED = {301, 302, 303, 401, 403, 404}


@SIZES
def test_from_the_form_to_the_decision(visitors, portal, width, pillar):
    title = f"Dialog Ortsmitte {width}"
    town = visitors(width)
    _log_in_at_last(town)
    address = applying.begin(town)
    question = applying.question(town)
    applying.save_incomplete(town, title)

    editor = visitors(width)
    editor.log_in("webredaktion")
    versions = editing.open_form(editor)
    editing.be_refused(editor)
    editing.change(editor, f"Was soll sich ändern? ({width})")
    editing.publish(editor, versions + 1)
    applying.begin(town)
    assert applying.question(town) == f"Was soll sich ändern? ({width})"
    applying.withdraw(town)

    applying.come_back(town, title)
    applying.see_what_is_missing(town, question)
    applying.fill_in(town, pillar, PDF)
    applying.plan(town)
    applying.declare(town, PDF)
    applying.be_told_to_call(town)

    office = visitors(width)
    office.log_in("sachbearbeitung")
    consultation = granting.record_consultation(office, pillar)

    reference = applying.submit(town, address)
    assert question in town.text()
    _look_at_the_receipt(town, reference)
    _read_the_mail(portal, reference, address, title)

    granting.assess(office, reference)
    granting.may_not_decide(office, address)
    decider = visitors(width)
    decider.log_in("entscheidung")
    granting.approve(decider, reference)
    _hear_nothing(town, address)
    granting.announce(office, reference)

    town.open(address)
    assert "Bewilligter Betrag 2.500,00 €" in town.text()
    assert "2.500,00 €" in text_of(town.document("Bescheid"))

    secrets = (title, reference, "Anna Antrag")
    _strangers_learn_nothing(portal, address, consultation, secrets)
    for stranger in (visitors(width), editor):
        _a_stranger_sees_nothing(stranger, (address, consultation), secrets)


def _log_in_at_last(town):
    """Past the navigation to the link, and once with the wrong password."""
    town.open("")
    town.page.keyboard.press("Tab")
    skip = town.page.get_by_role("link", name="Zum Inhalt")
    town.enter(skip)
    assert town.page.evaluate("document.activeElement.id") == "main-container"
    town.log_in_by_form("antragstellung", "falsch")
    assert "Anmeldung fehlgeschlagen" in town.text()
    town.log_in_by_form("antragstellung", town.portal.passwords["antragstellung"])


def _look_at_the_receipt(town, reference):
    town.page.emulate_media(media="print")
    town.page.set_viewport_size(PAPER)
    town.check()
    assert not town.page.locator("#portal-footer").is_visible()
    assert not town.page.get_by_role("link", name="als PDF").is_visible()
    assert town.page.get_by_text(reference).first.is_visible()
    town.page.emulate_media(media="screen")
    town.page.set_viewport_size({"width": town.width, "height": 800})
    letter = town.document("Eingangsbestätigung als PDF")
    with Pdf.open(BytesIO(letter)) as document:
        assert document.Root.MarkInfo.Marked
        assert "/StructTreeRoot" in document.Root
    words = text_of(letter)
    for word in (reference, *applying.ANSWERS.values(), "3.734,56 €"):
        assert word in words


def _read_the_mail(portal, reference, address, title):
    mail = portal.letter(reference)
    words = mail.get_content()
    assert reference in mail["Subject"]
    assert address in words
    assert " Uhr eingegangen" in words
    for secret in (*applying.ANSWERS.values(), title, "3.000"):
        assert secret not in f"{mail['Subject']}{words}"


def _hear_nothing(town, address):
    for page in ("", "/@@bescheid.pdf"):
        town.open(f"{address}{page}")
        text = town.text()
        told = [words for words in ("Bewilligt", granting.REASON) if words in text]
        assert told == []
    town.open(address)
    assert "Zur Entscheidung vorgelegt" in town.text()


def _strangers_learn_nothing(portal, address, consultation, secrets):
    parts = ("", "/@@eingang", "/@@eingang.pdf", "/@@bescheid.pdf", "/@@vorgang")
    places = [f"{address}{part}" for part in parts]
    places += [f"{address}/@@datei/konzept/konzept.pdf", consultation]
    searches = [
        f"{portal.url}/@@search?SearchableText=Ortsmitte",
        f"{portal.url}/@search?SearchableText=Ortsmitte&metadata_fields=_all",
        f"{portal.url}/@search?portal_type=Beratung&metadata_fields=_all",
    ]
    for name in (None, NEIGHBOUR, "webredaktion"):
        auth = name and (name, portal.passwords[name])
        for place in places + searches:
            for accept in ("text/html", "application/json"):
                answer = requests.get(
                    place,
                    auth=auth,
                    headers={"Accept": accept},
                    allow_redirects=False,
                    timeout=60,
                )
                expected = {200, 404} if place in searches else REFUSED
                assert answer.status_code in expected, (name, accept, place)
                told = [word for word in secrets if word in answer.text]
                assert told == [], (name, accept, place)


def _a_stranger_sees_nothing(stranger, places, secrets):
    for place in places:
        stranger.open(place)
        told = stranger.page.content()
        assert [word for word in secrets if word in told] == []
    stranger.open("@@search?SearchableText=Ortsmitte")
    told = stranger.page.locator("#search-results").inner_text()
    assert [word for word in secrets if word in told] == []


@SIZES
def test_the_public_reads_of_dialogues_and_of_funding(visitors, width, pillar):
    reader = visitors(width)
    reader.open("")
    for path, words in PUBLIC.items():
        reader.open(path)
        text = reader.text()
        assert [word for word in words if word not in text] == []


PUBLIC = {
    "dialoge": ("Kommunale Dialoge 2016",),
    "dialoge/kommunale-dialoge-2016": (
        "21. Januar 2016",
        "zehn Kommunen",
        "Kurzinformation",
        "Protokoll",
        "Präsentation",
        "Pressemitteilung",
    ),
    "dialoge/kommunale-dialoge-2016/auftakt": ("Auftakttreffen",),
    "dialoge/kommunale-dialoge-2016/protokoll": ("PDF",),
    "dialoge/kommunale-dialoge-2016/foerderprogramm-2016": (
        "Säule 1",
        "Säule 2",
        "Die Antragsfrist endete am 31. Oktober 2016",
    ),
    "foerderung/kommunale-dialoge": ("Noch ", "5.000,00 €", "Antrag beginnen"),
    "foerderung/kommunale-dialoge/saeule-1": ("5.000,00 €",),
    "kommunen": ("Musterstadt",),
    "kommunen/musterstadt": ("08999001",),
}
