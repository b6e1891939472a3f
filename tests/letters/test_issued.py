"""Letters are issued with the step they belong to, and kept as they were sent."""

from bs4 import BeautifulSoup
from datetime import date
from datetime import timedelta
from decimal import Decimal
from hashlib import sha256
from io import BytesIO
from kommunaldialog.domain.grant import GrantChange
from kommunaldialog.domain.grant import REVOKED
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.domain.repayment import Repayment
from kommunaldialog.history.record import events
from kommunaldialog.letters import pdf
from kommunaldialog.letters.drawn import announced_letter
from kommunaldialog.letters.issue import letters_of
from kommunaldialog.outbox import waiting
from kommunaldialog.usecases.amendment import announce_amendment
from kommunaldialog.usecases.amendment import decide_amendment
from kommunaldialog.usecases.amendment import propose_amendment
from kommunaldialog.usecases.announce import announce
from kommunaldialog.usecases.decide import decide
from kommunaldialog.usecases.deliver import consent_to_portal
from kommunaldialog.usecases.early_start import permit_early_start
from kommunaldialog.usecases.events import GrantNews
from pikepdf import Pdf
from tests.letters.pdftext import text_of
from tests.samples import acting
from tests.samples import make_assessed
from tests.samples import make_decided
from tests.samples import make_submitted
from tests.samples import now
from zope.event import notify
import pytest


TOLD = {"antragstellung@example.org", "antrag@example.org"}


@pytest.fixture
def approved(funding):
    return make_decided(funding)


@pytest.fixture
def no_pdf(monkeypatch):
    monkeypatch.setattr(pdf, "available", lambda: False)


def title_of(file):
    with Pdf.open(BytesIO(file.data)) as document:
        return str(document.docinfo.Title)


def words(application, name):
    return " ".join(text_of(application.letters[name].data).split())


def test_the_notice_of_an_approval_is_kept_as_pdf(approved):
    (name,) = approved.letters
    file = approved.letters[name]
    assert name == "bescheid-1"
    assert file.contentType == "application/pdf"
    assert file.filename == f"bescheid-1-{approved.reference}.pdf"
    text = words(approved, name)
    assert "nach §§ 23 und 44 LHO für die Maßnahme „Dialog Ortsmitte“" in text
    assert "in Höhe von 2.500,00 €" in text
    assert "Im Auftrag Emil Entscheidung" in text


def test_the_history_has_the_checksum_of_what_was_sent(approved):
    (event,) = [one for one in events(approved) if one.kind == "letter_issued"]
    assert event.actor == "entscheidung"
    assert event.changes["letter"] == ("", "bescheid-1")
    digest = sha256(approved.letters["bescheid-1"].data).hexdigest()
    assert event.changes["sha256"] == ("", digest)


def test_what_was_sent_stays_when_the_programme_says_something_else(funding, approved):
    before = approved.letters["bescheid-1"].data
    funding.block_approval = "Ganz anders."
    funding.legal_basis = "§ 1"
    assert approved.letters["bescheid-1"].data == before
    assert "Ganz anders" not in words(approved, "bescheid-1")


def test_the_granting_bodys_own_text_is_in_the_notice(funding):
    funding.block_rejection = "Für {Kommune} ist nichts übrig ({Aktenzeichen})."
    application = make_decided(funding, approved=False)
    said = f"Für Musterstadt ist nichts übrig ({application.reference})."
    assert said in words(application, "bescheid-1")
    assert title_of(application.letters["bescheid-1"]) == "Ablehnungsbescheid"


def told_of_a_letter(portal):
    subject = "gibt es ein neues Schreiben"
    return {mail.recipient for _key, mail in waiting(portal) if subject in mail.subject}


def test_an_amended_decision_is_a_letter_of_its_own(portal, approved):
    with acting("sachbearbeitung"):
        propose_amendment(
            approved, now(), amount=Decimal("2000.00"), reason="Es wurde billiger."
        )
    with acting("entscheidung"):
        decide_amendment(approved, now(), approved.proposal.moment)
        preview = announced_letter(approved, now())
        announce_amendment(approved, now())
    assert (preview.before, preview.after) == (Decimal("2500.00"), Decimal("2000.00"))
    assert letters_of(approved, "bescheid", "aenderungsbescheid") == [
        "bescheid-1",
        "aenderungsbescheid-1",
    ]
    text = words(approved, "aenderungsbescheid-1")
    assert "beträgt jetzt 2.000,00 € statt bisher 2.500,00 €" in text
    assert "Begründung Es wurde billiger." in text
    assert told_of_a_letter(portal) == TOLD


def test_permission_to_begin_early_is_given_in_writing(portal, funding):
    application = make_submitted(funding)
    application.start_declaration = "early_start"
    begins = date.today() + timedelta(days=30)
    with acting("sachbearbeitung"):
        permit_early_start(application, now(), begins, "Nur die Miete.")
    text = words(application, "vorzeitiger-beginn-1")
    assert "Damit ist keine Zuwendung zugesagt" in text
    assert "Nebenbestimmungen Nur die Miete." in text
    assert told_of_a_letter(portal) == TOLD


def test_a_grant_that_is_taken_away_is_taken_away_in_writing(approved):
    change = GrantChange(
        REVOKED,
        Decimal("2500.00"),
        Decimal("1000.00"),
        "Der Dialog war kürzer.",
        "entscheidung",
        now(),
    )
    approved.grant_changes = (change,)
    with acting("entscheidung"):
        notify(GrantNews(approved, now(), "taken"))
    text = words(approved, "aufhebungsbescheid-1")
    assert "heben wir nach § 49 VwVfG auf (Widerruf)" in text
    assert "soweit die Zuwendung 1.000,00 € übersteigt" in text


def test_each_claim_is_a_letter_and_a_payment_is_none(approved):
    first = Repayment(
        number=1,
        amount=Decimal("100.00"),
        reason="Zu viel.",
        due=date(2031, 5, 1),
        prepared_by="sachbearbeitung",
        demanded_by="entscheidung",
        demanded=now(),
    )
    with acting("sachbearbeitung"):
        approved.repayments = (first,)
        notify(GrantNews(approved, now(), "repayment"))
        notify(GrantNews(approved, now(), "repayment"))
        notify(GrantNews(approved, now(), "payment"))
    assert letters_of(approved, "erstattungsbescheid") == [
        "erstattungsbescheid-1",
        "erstattungsbescheid-2",
    ]
    assert "100,00 € zurück" in words(approved, "erstattungsbescheid-1")
    assert len(approved.letters) == 3


def test_the_tenth_letter_comes_after_the_ninth(approved):
    approved.letters.update({f"bescheid-{n}": None for n in (10, 9)})
    assert letters_of(approved, "bescheid") == [
        "bescheid-1",
        "bescheid-9",
        "bescheid-10",
    ]


def decided(funding):
    application = make_assessed(funding)
    with acting("antragstellung"):
        consent_to_portal(application, now(), True)
    with acting("entscheidung"):
        decide(
            application,
            now(),
            approved=True,
            amount=Decimal("2500.00"),
            reason="Die Miete ist nur zum Teil zuwendungsfähig.",
        )
    return application


def test_without_the_system_library_nothing_is_announced_in_the_portal(funding, no_pdf):
    application = decided(funding)
    with acting("entscheidung"), pytest.raises(Refused) as refused:
        announce(application, now(), "portal")
    assert [one.code for one in refused.value.refusals] == ["letter_no_pdf"]
    assert application.decision is None
    assert not application.letters


def test_without_the_system_library_what_was_printed_is_kept(funding, no_pdf):
    application = decided(funding)
    with acting("entscheidung"):
        announce(application, now(), "post")
    file = application.letters["bescheid-1"]
    assert file.contentType == "text/html"
    page = BeautifulSoup(file.data.decode(), "html.parser")
    assert page.h1.get_text(strip=True) == "Zuwendungsbescheid"
