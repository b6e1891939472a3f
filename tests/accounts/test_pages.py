"""Invitation, management and request as people see them, and as attackers try them."""

from datetime import timedelta
from kommunaldialog.access import book
from kommunaldialog.access.members import accounts_with
from kommunaldialog.access.members import roles_of
from kommunaldialog.domain.lifecycle import ANTRAGSTELLUNG
from kommunaldialog.domain.lifecycle import ZUGANGSVERWALTUNG
from kommunaldialog.outbox import waiting
from kommunaldialog.usecases.ask_access import waiting_requests
from kommunaldialog.usecases.invite import invite
from kommunaldialog.usecases.step import state_of
from kommunaldialog.usecases.submit import submit
from plone.namedfile.file import NamedBlobFile
from tests.client import Client
from tests.samples import acting
from tests.samples import AGS
from tests.samples import make_consultation
from tests.samples import make_draft
from tests.samples import now
from tests.samples import OTHER_AGS
from tests.samples import PASSWORD
from tests.samples import PDF
from tests.samples_accounts import code_to
from tests.samples_accounts import mails_to
from tests.samples_accounts import make_manager
from tests.samples_accounts import make_user
from tests.samples_accounts import make_waiting
from urllib.parse import urlencode
from urllib.parse import urlsplit
import pytest
import transaction


MAIL = "neu@musterstadt.example.org"
INVITE = "Einladung schicken"


def invited(
    by="sachbearbeitung", roles=(ZUGANGSVERWALTUNG,), mail=MAIL, ago=timedelta()
):
    with acting(by):
        invite(AGS, mail, roles, now() - ago)
    transaction.commit()
    return code_to(mail)


def fresh():
    """Reads what requests have written."""
    transaction.begin()


def create(browser, name="Nora Neu", password=PASSWORD):
    browser.getControl(name="name").value = name
    browser.getControl(name="password").value = password
    browser.getControl(name="password-again").value = password
    browser.getControl("Konto anlegen und weiter").click()


def test_from_a_consultation_to_an_account_in_four_steps(call, browser_of, portal_url):
    consultation = make_consultation(call, caller=f"Nora Neu, Hauptamt, {MAIL}")
    transaction.commit()
    office = browser_of("sachbearbeitung")
    office.open(consultation.absolute_url())
    office.getLink("Person einladen").click()
    assert "Musterstadt (08999001)" in office.contents
    assert office.getControl(name="mail").value == MAIL
    office.getControl(INVITE).click()
    assert "unterwegs" in office.contents
    assert MAIL in office.contents
    fresh()
    guest = browser_of()
    guest.open(f"{portal_url}/@@einladung?{urlencode({'code': code_to(MAIL)})}")
    fresh()
    assert accounts_with(MAIL) == []
    create(guest, password="kurz")
    assert "Passwort" in guest.contents
    assert guest.getControl(name="name").value == "Nora Neu"
    create(guest)
    assert "@@meine-antraege" in guest.url
    assert "Sie sind jetzt eingetragen" in guest.contents
    assert "Musterstadt" in guest.contents
    fresh()
    (user,) = accounts_with(MAIL)
    assert ANTRAGSTELLUNG in roles_of(user, AGS)
    browser = browser_of(MAIL)
    browser.open(f"{portal_url}/@@zugaenge")
    assert "Nora Neu" in browser.contents


def test_who_has_an_account_signs_in_and_accepts(call, browser_of, portal_url):
    code = invited()
    browser = browser_of("fremde")
    browser.open(f"{portal_url}/@@einladung?{urlencode({'code': code})}")
    assert "andere Adresse" in browser.contents
    browser.getControl("Mit diesem Konto weiter").click()
    fresh()
    assert roles_of("fremde", AGS) == (ZUGANGSVERWALTUNG,)
    browser.open(f"{portal_url}/@@einladung?{urlencode({'code': code})}")
    assert "schon benutzt" in browser.contents
    assert "Mit diesem Konto weiter" not in browser.contents


def test_a_link_is_kept_by_no_cache_and_told_to_nobody(
    call, functional_app, portal_url
):
    url = f"{portal_url}/@@einladung?{urlencode({'code': invited()})}"
    answer = Client(functional_app).get(url)
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert answer.headers["Referrer-Policy"] == "no-referrer"


def test_who_logs_in_on_the_way_has_no_secret_in_an_address(
    call, browser_of, portal_url
):
    code = invited()
    secret = code.split(".", 2)[2]
    browser = browser_of()
    browser.open(f"{portal_url}/@@einladung?{urlencode({'code': code})}")
    cookie = browser.cookies.getinfo("kommunaldialog-einladung")
    assert cookie["path"] == f"{urlsplit(portal_url).path}/@@einladung"
    browser.getLink("Ich habe schon ein Konto").click()
    assert secret not in browser.url
    browser.getControl(name="__ac_name").value = "fremde"
    browser.getControl(name="__ac_password").value = PASSWORD
    browser.getControl(name="buttons.login").click()
    browser.open(f"{portal_url}/@@einladung")
    browser.getControl("Mit diesem Konto weiter").click()
    assert "Sie sind jetzt eingetragen" in browser.contents
    fresh()
    assert roles_of("fremde", AGS) == (ZUGANGSVERWALTUNG,)
    browser.open(f"{portal_url}/@@einladung")
    assert "nicht (mehr) gültig" in browser.contents


def test_the_cookie_of_a_link_is_for_no_script(call, functional_app, portal_url):
    url = f"{portal_url}/@@einladung?{urlencode({'code': invited()})}"
    cookie = Client(functional_app).get(url).headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert "Max-Age=1800" in cookie


def post(app, user, url, **values):
    body = urlencode({**values, "ajax_load": "1"}, doseq=True).encode()
    kind = "application/x-www-form-urlencoded"
    return Client(app, user).ask("POST", url, body, Content_Type=kind)


PAGES = (
    ("einladen", {"kommune": AGS, "mail": MAIL, "roles:list": ANTRAGSTELLUNG}),
    ("zugaenge", {"kommune": AGS, "act": "remove", "key": "antragstellung"}),
    ("zugangsanfragen", {"anfrage": f"{AGS}.x", "confirm": "1"}),
    ("zugang-anfragen", {"ags": AGS, "role": ANTRAGSTELLUNG}),
    ("einladung", {"code": "x"}),
)


@pytest.mark.parametrize(("page", "values"), PAGES)
def test_no_form_is_taken_without_its_token(
    call, functional_app, portal_url, page, values
):
    make_manager()
    transaction.commit()
    before = call._p_jar.db().lastTransaction()
    answer = post(functional_app, "zugang", f"{portal_url}/@@{page}", **values)
    assert answer.status == 403
    assert call._p_jar.db().lastTransaction() == before


def test_a_form_from_another_site_makes_no_account(call, browser_of, portal_url):
    browser = browser_of()
    browser.open(f"{portal_url}/@@einladung?{urlencode({'code': invited()})}")
    browser.addHeader("Sec-Fetch-Site", "cross-site")
    create(browser)
    fresh()
    assert accounts_with(MAIL) == []


@pytest.mark.parametrize("user", ["antragstellung", "entscheidung", "webredaktion"])
@pytest.mark.parametrize("page", ["einladen", "zugaenge", "zugangsanfragen"])
def test_who_manages_nothing_sees_none_of_it(
    call, functional_app, portal_url, user, page
):
    answer = Client(functional_app, user).get(f"{portal_url}/@@{page}?kommune={AGS}")
    assert "Anna Antrag" not in answer.text
    assert answer.status in (302, 401, 403)


def test_another_municipality_in_the_form_is_refused(call, browser_of, portal_url):
    make_manager()
    transaction.commit()
    browser = browser_of("zugang")
    browser.open(f"{portal_url}/@@einladen?kommune={AGS}")
    browser.getControl(name="mail").value = MAIL
    browser.getControl(name="kommune").value = OTHER_AGS
    browser.getControl(INVITE).click()
    fresh()
    assert book.offers(OTHER_AGS) == book.offers(AGS) == []
    browser.open(f"{portal_url}/@@zugaenge?kommune={OTHER_AGS}")
    assert "Frieda Fremd" not in browser.contents


def test_a_manager_changes_and_removes_colleagues(call, browser_of, portal_url):
    make_manager()
    transaction.commit()
    browser = browser_of("zugang")
    browser.open(f"{portal_url}/@@zugaenge")
    browser.getLink("Ändern oder beenden: Anna Antrag").click()
    browser.getControl("Anträge unterschreiben").selected = True
    browser.getControl("Aufgaben speichern").click()
    assert "Die Aufgaben sind geändert." in browser.contents
    browser.getLink("Ändern oder beenden: Anna Antrag").click()
    browser.getControl("Zugang beenden").click()
    assert "Anna Antrag" not in browser.contents
    anna = browser_of("antragstellung")
    anna.open(f"{portal_url}/@@meine-antraege")
    assert "noch zu keiner Kommune" in anna.contents
    browser.getLink("Protokoll der Zugänge").click()
    assert "Zugang beendet" in browser.contents
    assert "Anna Antrag" in browser.contents


def test_the_last_manager_is_told_to_hand_over(call, browser_of, portal_url):
    make_manager()
    transaction.commit()
    browser = browser_of("zugang")
    browser.open(f"{portal_url}/@@zugaenge?kommune={AGS}&person=zugang")
    browser.getControl("Zugang beenden").click()
    assert "letzte Person" in browser.contents
    fresh()
    assert roles_of("zugang", AGS) == (ZUGANGSVERWALTUNG,)


def test_an_invitation_is_sent_again_and_withdrawn(call, browser_of, portal_url):
    code = invited(ago=timedelta(hours=1))
    browser = browser_of("sachbearbeitung")
    browser.open(f"{portal_url}/@@zugaenge?kommune={AGS}")
    browser.getControl("Noch einmal schicken").click()
    assert "noch einmal unterwegs" in browser.contents
    fresh()
    again = code_to(MAIL)
    assert again != code
    browser.getControl("Noch einmal schicken").click()
    assert "gerade erst verschickt" in browser.contents
    browser.getControl("Zurücknehmen").click()
    guest = browser_of()
    guest.open(f"{portal_url}/@@einladung?{urlencode({'code': again})}")
    assert "zurückgenommen" in guest.contents


def ask(browser, portal_url, mail, role="Anträge stellen"):
    browser.open(f"{portal_url}/@@zugang-anfragen")
    browser.getControl(name="ags-suche").value = "Musterstadt"
    browser.getControl(name="name").value = "Fritz Frist"
    browser.getControl(name="mail").value = mail
    browser.getControl(name="phone").value = "0711 123"
    browser.getControl(role).selected = True
    browser.getControl("Zugang anfragen").click()
    return browser.contents


def test_a_stranger_is_told_the_same_of_every_address(call, browser_of, portal_url):
    answers = {
        ask(browser_of(), portal_url, mail)
        for mail in (MAIL, "antragstellung@example.org")
    }
    assert len(answers) == 1
    assert "Bitte sehen Sie in Ihr Postfach" in answers.pop()


def test_who_fills_in_the_trap_is_answered_alike_and_nothing_is_sent(
    call, browser_of, portal_url
):
    browser = browser_of()
    browser.open(f"{portal_url}/@@zugang-anfragen")
    browser.getControl(name="website").value = "https://example.org"
    browser.getControl(name="mail").value = MAIL
    browser.getControl("Zugang anfragen").click()
    assert "Bitte sehen Sie in Ihr Postfach" in browser.contents
    fresh()
    assert waiting(call.__parent__) == []


def test_what_a_stranger_lacks_is_said_and_nothing_is_lost(
    call, browser_of, portal_url
):
    browser = browser_of()
    ask(browser, portal_url, "keine Adresse")
    assert "Bitte geben Sie eine E-Mail-Adresse an" in browser.contents
    assert browser.getControl(name="name").value == "Fritz Frist"
    assert browser.getControl(name="ags-suche").value.startswith("Musterstadt")


def test_on_the_day_of_the_deadline_from_nothing_to_an_application_that_arrived(
    call, browser_of, portal_url
):
    make_consultation(call)
    own = make_draft(call)
    transaction.commit()
    ask(browser_of(), portal_url, MAIL)
    fresh()
    fritz = browser_of()
    fritz.open(
        f"{portal_url}/@@zugang-bestaetigen?{urlencode({'code': code_to(MAIL)})}"
    )
    create(fritz, "Fritz Frist")
    assert "Noch nicht bestätigt" in fritz.contents
    fritz = browser_of(MAIL)
    fritz.open(f"{call.absolute_url()}/@@antrag-beginnen")
    assert "wurde am" not in fritz.contents
    fritz.getControl("Antrag beginnen").click()
    assert "@@bearbeiten" in fritz.url
    fresh()
    (user,) = accounts_with(MAIL)
    (draft,) = [
        item
        for item in call.case_store().objectValues()
        if getattr(item, "provisional", "") == user
    ]
    assert draft.id not in call.case_store().ledger.applications[AGS]
    fritz.open(f"{call.absolute_url()}/@@antrag-beginnen")
    assert "einen Entwurf haben" in fritz.contents
    fritz.open(own.absolute_url())
    assert "Dialog Ortsmitte" not in fritz.contents
    fritz.open(draft.absolute_url())
    assert "noch nicht bestätigt" in fritz.contents
    fritz.open(f"{draft.absolute_url()}/@@einreichen")
    assert "sobald der Zugang bestätigt ist" in fritz.contents
    fritz.open(f"{portal_url}/@@meine-antraege")
    assert fritz.contents.count("Musterstadt &middot;") <= 1

    office = browser_of("sachbearbeitung")
    office.open(f"{portal_url}/@@zugangsanfragen")
    office.getLink("Fritz Frist").click()
    assert "0711 123" in office.contents
    assert "Adresse nicht bestätigt" not in office.contents
    office.getControl("Zugang bestätigen").click()
    assert "Der Zugang ist bestätigt." in office.contents
    fresh()
    assert roles_of(user, AGS) == (ANTRAGSTELLUNG,)
    fritz.open(own.absolute_url())
    assert "Dialog Ortsmitte" in fritz.contents


def test_a_signed_sheet_stands_for_the_confirmation(call, browser_of):
    call.scan_instead_of_signature = True
    make_consultation(call)
    make_waiting(make_user("fritz", "Fritz Frist"))
    draft = make_draft(call, "fritz")
    transaction.commit()
    fritz = browser_of("fritz")
    fritz.open(f"{draft.absolute_url()}/@@einreichen")
    assert "unterschriebene Blatt" in fritz.contents
    draft.signature_scan = NamedBlobFile(PDF, "application/pdf", "blatt.pdf")
    draft.signed_revision = draft.revision
    transaction.commit()
    fritz.open(f"{draft.absolute_url()}/@@einreichen")
    fritz.getControl("Verbindlich einreichen").click()
    fresh()
    assert state_of(draft) == "submitted"
    # It takes the municipality's place once somebody has looked at it.
    assert call.case_store().ledger.count(AGS) == 0
    assert "@@eingang" in fritz.url


def test_a_stranger_takes_no_place_of_the_municipality(call):
    call.applications_per_municipality = 1
    make_consultation(call)
    make_waiting(make_user("fritz", "Fritz Frist"))
    make_draft(call, "fritz")
    own = make_draft(call)
    with acting("antragstellung"):
        submit(own, now())
    assert state_of(own) == "submitted"


def test_who_asks_to_manage_access_manages_nothing_yet(call, browser_of, portal_url):
    make_waiting(make_user("fritz", "Fritz Frist"), role=ZUGANGSVERWALTUNG)
    transaction.commit()
    browser = browser_of("fritz")
    browser.open(f"{portal_url}/@@zugaenge?kommune={AGS}")
    assert "Anna Antrag" not in browser.contents
    with acting("fritz"):
        assert waiting_requests() == []


def test_who_is_signed_in_asks_without_a_mail(call, browser_of, portal_url):
    make_user("fritz", "Fritz Frist")
    transaction.commit()
    browser = browser_of("fritz")
    browser.open(f"{portal_url}/@@zugang-anfragen")
    browser.getControl(name="ags-suche").value = "Musterstadt"
    browser.getControl(name="phone").value = "0711 123"
    browser.getControl("Zugang anfragen").click()
    assert "Noch nicht bestätigt" in browser.contents
    fresh()
    assert mails_to("fritz@example.org") == []
    assert len(mails_to("sachbearbeitung@example.org")) == 1
    office = browser_of("sachbearbeitung")
    office.open(f"{portal_url}/@@zugangsanfragen")
    assert office.contents.count("Adresse nicht bestätigt") == 1
    office.getLink("Fritz Frist").click()
    assert office.contents.count("Adresse nicht bestätigt") == 2


def test_ministry_and_auditors_read_the_record_and_nothing_else(
    call, browser_of, portal_url
):
    invited()
    browser = browser_of("ministerium")
    browser.open(f"{portal_url}/@@meine-antraege")
    browser.getLink("Protokoll der Zugänge").click()
    browser.getLink("Musterstadt").click()
    assert MAIL in browser.contents
    assert "Sabine Sachbearbeitung" in browser.contents
    browser.open(f"{portal_url}/@@zugaenge?kommune={AGS}")
    assert MAIL not in browser.contents
    browser = browser_of("antragstellung")
    browser.open(f"{portal_url}/@@zugangsprotokoll?kommune={AGS}")
    assert MAIL not in browser.contents


@pytest.mark.parametrize("page", ["zugang-anfragen", "einladen", "zugaenge"])
def test_a_municipality_is_searched_for(call, browser_of, portal_url, page):
    browser = browser_of("sachbearbeitung")
    browser.open(f"{portal_url}/@@{page}")
    browser.getControl(name="ags-suche").value = "mus"
    browser.getControl("Suchen").click()
    assert "Musterstadt" in browser.contents
    assert "kd-errors" not in browser.contents
    browser.open(f"{portal_url}/@@{page}")
    browser.getControl(name="ags-suche").value = "Nirgendwo"
    button = {"einladen": INVITE, "zugaenge": "Personen anzeigen"}
    browser.getControl(button.get(page, "Zugang anfragen")).click()
    assert "kd-errors" in browser.contents
    fresh()
    assert book.requests() == []


def test_the_office_finds_the_people_of_a_municipality(call, browser_of, portal_url):
    browser = browser_of("sachbearbeitung")
    browser.open(f"{portal_url}/@@zugaenge")
    browser.getControl(name="ags-suche").value = "Musterstadt"
    browser.getControl("Personen anzeigen").click()
    assert "Anna Antrag" in browser.contents
