"""People of municipalities: invited, removed, and late on the day of the deadline."""

from tests.browser import office as granting
from tests.browser import town as applying
from tests.samples import PDF
import pytest
import re


SIZES = pytest.mark.parametrize(
    ("width", "pillar"), [(1280, "saeule-1"), (320, "saeule-2")]
)
PASSWORD = "ganz-geheim-und-lang"
# The register's second and third municipality.
TOWN = ("08999002", "08999003")
# No other journey calls the granting body for it.
LATE = ("08237040", "Horb am Neckar")


@SIZES
def test_invited_then_a_colleague_is_invited_and_removed(
    visitors, portal, width, pillar
):
    first, second = f"erste{width}@example.org", f"zweite{width}@example.org"
    ags = TOWN[width == 320]
    office = visitors(width)
    office.log_in("sachbearbeitung")
    office.open(f"@@einladen?kommune={ags}")
    office.write("mail", first)
    office.tick("roles-2")
    office.press("Einladung schicken")
    assert first in office.text()

    manager = visitors(width)
    _make_account(manager, portal, first, f"Erna Erste {width}")
    assert "Sie sind jetzt eingetragen" in manager.text()
    manager.follow("Zugänge verwalten")
    manager.follow("Person einladen")
    manager.write("mail", "keine Adresse")
    manager.press("Einladung schicken")
    assert "Bitte geben Sie eine E-Mail-Adresse an" in manager.text()
    manager.write("mail", second)
    manager.press("Einladung schicken")
    assert second in manager.text()

    colleague = visitors(width)
    _make_account(colleague, portal, second, f"Zoe Zweite {width}")
    manager.open(f"@@zugaenge?kommune={ags}")
    manager.enter(
        manager.page.get_by_role(
            "link", name=re.compile(f"beenden.*Zoe Zweite {width}")
        )
    )
    manager.press("Zugang beenden")
    assert "Zoe Zweite" not in manager.text()
    colleague.open("@@meine-antraege")
    assert "noch zu keiner Kommune" in colleague.text()
    manager.follow("Protokoll der Zugänge")
    assert f"Zoe Zweite {width}" in manager.text()


@SIZES
def test_on_the_day_of_the_deadline_a_stranger_begins_and_submits_when_confirmed(
    visitors, portal, width, pillar
):
    mail, name = f"frist{width}@example.org", f"Fritz Frist {width}"
    stranger = visitors(width)
    stranger.open("@@zugang-anfragen")
    stranger.write("ags", LATE[1])
    stranger.page.locator("[role=option]", has_text=LATE[1]).first.wait_for()
    stranger.page.keyboard.press("ArrowDown")
    stranger.page.keyboard.press("Enter")
    assert stranger.page.input_value("[name=ags]") == LATE[0]
    stranger.write("name", name)
    stranger.write("mail", mail)
    stranger.write("phone", "0711 123456")
    stranger.press("Zugang anfragen")
    assert "Bitte sehen Sie in Ihr Postfach" in stranger.text()
    _make_account(stranger, portal, mail, name)
    assert "Noch nicht bestätigt" in stranger.text()
    address = applying.begin(stranger)
    stranger.write("core-title", f"Dialog am letzten Tag {width}")
    stranger.press("Entwurf speichern")
    applying.fill_in(stranger, pillar, PDF)
    applying.plan(stranger)
    applying.declare(stranger, PDF)
    stranger.open(f"{address}/@@einreichen")
    assert "sobald der Zugang bestätigt ist" in stranger.text()

    office = visitors(width)
    office.log_in("sachbearbeitung")
    office.open("@@zugangsanfragen")
    office.follow(name)
    office.press("Anfrage ablehnen")
    assert "Bitte schreiben Sie, warum" in office.text()
    office.press("Zugang bestätigen")
    assert "Der Zugang ist bestätigt." in office.text()
    granting.record_consultation(office, pillar, LATE)
    applying.submit(stranger, address)
    # So that it takes no place of other journeys.
    stranger.open(address)
    stranger.follow("Antrag zurückziehen")
    stranger.press("Ja, Antrag zurückziehen")
    assert "Zurückgezogen" in stranger.text()


def _make_account(visitor, portal, mail, name):
    letter = portal.letter_to(mail)
    visitor.open(re.search(r"https?://\S+code=\S+", letter.get_content())[0])
    visitor.write("name", name)
    visitor.write("password", PASSWORD)
    visitor.write("password-again", PASSWORD)
    visitor.press("Konto anlegen und weiter")
