"""An application as one ZIP, for the office and for its municipality."""

from bs4 import BeautifulSoup
from dataclasses import fields
from dataclasses import replace
from io import BytesIO
from kommunaldialog.applicant.own_history import CHANGES
from kommunaldialog.domain import announcement
from kommunaldialog.domain import appeal
from kommunaldialog.domain import bias
from kommunaldialog.domain import checklist
from kommunaldialog.domain import clarification
from kommunaldialog.domain import comparison
from kommunaldialog.domain import consultation
from kommunaldialog.domain import correspondence
from kommunaldialog.domain import cuts
from kommunaldialog.domain import decision
from kommunaldialog.domain import early_start
from kommunaldialog.domain import finality
from kommunaldialog.domain import grant
from kommunaldialog.domain import hearing
from kommunaldialog.domain import late
from kommunaldialog.domain import paper
from kommunaldialog.domain import payment
from kommunaldialog.domain import proof
from kommunaldialog.domain import repayment
from kommunaldialog.domain import retention
from kommunaldialog.domain import use_of_grant
from kommunaldialog.exports.case_facts import PUBLIC
from kommunaldialog.exports.case_facts import TITLES as FACTS
from kommunaldialog.granting.case import DRAFTING
from kommunaldialog.history.record import events
from kommunaldialog.pages.fact_titles import TITLES
from kommunaldialog.usecases.save import save
from kommunaldialog.usecases.sign import hand_over
from kommunaldialog.usecases.sign import send_back
from kommunaldialog.usecases.submit import submit
from plone.namedfile.file import NamedBlobFile
from tests.client import Client
from tests.granting.conftest import office
from tests.samples import acting
from tests.samples import make_assessed
from tests.samples import make_consultation
from tests.samples import make_decided
from tests.samples import make_draft
from tests.samples import now
from tests.samples import PDF
from zipfile import ZipFile
import json
import pytest
import transaction


__all__ = ["office"]

FACT_TYPES = (
    announcement.Announcement,
    announcement.EarlierDecision,
    announcement.PortalConsent,
    appeal.Appeal,
    bias.Declaration,
    checklist.CheckItem,
    clarification.Clarification,
    comparison.ComparedLine,
    consultation.RecordedConsultation,
    consultation.StatedConsultation,
    correspondence.Message,
    correspondence.Note,
    cuts.Cut,
    decision.Assessment,
    decision.Decision,
    early_start.EarlyStartPermit,
    finality.Finality,
    grant.GrantChange,
    hearing.Hearing,
    late.Late,
    paper.Paper,
    payment.Payment,
    proof.Proof,
    proof.ProofCheck,
    proof.ProofQuestion,
    repayment.Receipt,
    repayment.Repayment,
    retention.ArchiveOffer,
    use_of_grant.ChangeRequest,
    use_of_grant.Closing,
    use_of_grant.Report,
)


@pytest.mark.parametrize("fact", FACT_TYPES, ids=lambda fact: fact.__name__)
def test_each_field_of_a_fact_has_a_name_that_people_read(fact):
    # What is not to be shown is not to be named: how a letter was laid out.
    shown = {field.name for field in fields(fact) if field.repr}
    assert shown <= set(TITLES)


def test_a_municipality_has_no_fact_that_the_office_has_not():
    assert set(PUBLIC) < set(FACTS)
    internal = {"notes", "assessment", "pending_decision", "bias_declarations"}
    assert not internal & set(PUBLIC)


def test_a_municipality_reads_no_name_of_the_office():
    shown = {name for names in PUBLIC.values() for name in names}
    assert not {name for name in shown if name.endswith("_by")}
    assert not shown & {"actor", "note", "sent_back"}


def unpacked(client, application, view):
    browser = client.browser()
    browser.open(f"{application.absolute_url()}/@@{view}")
    assert browser.headers["Content-Type"] == "application/zip"
    archive = ZipFile(BytesIO(browser.contents))
    assert archive.testzip() is None
    return {name: archive.read(name) for name in archive.namelist()}


def signed_in_the_end(funding):
    """An application that came back from who signs, was changed and then signed."""
    make_consultation(funding)
    application = make_draft(funding)
    with acting("antragstellung"):
        hand_over(application, now())
    with acting("zeichnung"):
        send_back(application, now(), "Die Miete fehlt.")
    with acting("antragstellung"):
        hand_over(application, now())
    with acting("zeichnung"):
        submit(application, now())
    return application


def with_the_same_file_twice(funding):
    funding["saeule-1"].documents = ("Beschluss",)
    make_consultation(funding)
    application = make_draft(funding)
    file = NamedBlobFile(PDF, "application/pdf", "anlage.pdf")
    with acting("antragstellung"):
        save(application, now(), documents={"Beschluss": file})
        submit(application, now())
    return application


@pytest.fixture
def decided(office):
    application = office.make(make_decided)
    note = correspondence.Note("sachbearbeitung", now(), "Nur für uns.")
    application.notes = (note,)
    transaction.commit()
    return application


def test_the_office_reads_everything_without_the_software(office, decided):
    found = unpacked(Client(office.app, "sachbearbeitung"), decided, "akte.zip")
    assert "Warum möchten Sie diesen Dialog führen?" in found["antrag.html"].decode()
    assert found["anlagen/01-konzept.pdf"] == PDF
    assert "Nur für uns." in found["vorgang.html"].decode()
    assert "Prüfvermerk" in found["vorgang.html"].decode()
    assert "Sabine Sachbearbeitung" in found["verlauf.html"].decode()
    assert "Begründung: Die Miete" in found["verlauf.csv"].decode("utf-8-sig")
    assert [name for name in found if name.startswith("schreiben/")]
    facts = json.loads(found["vorgang.json"])
    assert facts["decision"][0]["amount"] == "2500.00"
    plan = json.loads(found["plan.json"])
    assert plan["requested"] == "3000.00"
    assert "Moderation" in found["plan.csv"].decode("utf-8-sig")


def test_the_consultations_go_to_the_archive_with_the_case(office, decided):
    office.make(make_consultation, note="Auf den Haushalt achten.")
    found = unpacked(Client(office.app, "sachbearbeitung"), decided, "akte.zip")
    assert "Auf den Haushalt achten." in found["vorgang.html"].decode()
    facts = json.loads(found["vorgang.json"])
    assert [one["pillars"] for one in facts["consultations"]] == [
        ["Gemeinsam in Vielfalt"]
    ] * 2


def test_all_that_a_case_records_has_a_name_that_people_read(decided):
    recorded = {
        name
        for event in events(decided)
        if event.kind not in DRAFTING
        for name in event.changes
    }
    assert recorded <= set(TITLES)
    assert {"assessment", "recommended", "letter", "free"} <= recorded


def test_the_index_leads_to_each_file_and_to_nothing_else(office, decided):
    found = unpacked(Client(office.app, "sachbearbeitung"), decided, "akte.zip")
    soup = BeautifulSoup(found["index.html"], "html.parser")
    links = {link["href"] for link in soup.select("a")}
    assert links == set(found) - {"index.html"}
    assert soup.html["lang"] == "de"


def test_a_municipality_gets_its_own_without_what_is_internal(office, decided):
    found = unpacked(Client(office.app, "antragstellung"), decided, "antrag.zip")
    everything = b"".join(found.values())
    for secret in ("Nur für uns.", "Förderfähig.", "Sabine", "Emil", "sachbearbeitung"):
        assert secret.encode() not in everything
    assert found["anlagen/01-konzept.pdf"] == PDF
    assert "Antrag bewilligt" in found["verlauf.html"].decode()


def test_the_record_says_who_sent_it_back_unsigned_and_why_but_no_drafting(office):
    office.funding.second_signature = True
    application = office.make(signed_in_the_end)
    found = unpacked(Client(office.app, "sachbearbeitung"), application, "akte.zip")
    history = found["verlauf.csv"].decode("utf-8-sig")
    assert "Ohne Unterschrift zurückgegeben;Zeno Zeichnung" in history
    assert "Begründung: Die Miete fehlt." in history
    assert "Entwurf gespeichert" not in history
    page = office.opened("sachbearbeitung", application, "vorgang").contents
    assert "Die Miete fehlt." in page


def test_a_municipality_has_its_own_steps_with_names_reasons_and_drafting(office):
    office.funding.second_signature = True
    application = office.make(signed_in_the_end)
    found = unpacked(Client(office.app, "antragstellung"), application, "antrag.zip")
    history = found["verlauf.csv"].decode("utf-8-sig")
    assert "Entwurf gespeichert;Anna Antrag" in history
    assert "Ohne Unterschrift zurück;Zeno Zeichnung;Begründung: Die Miete" in history


def test_a_municipality_has_old_and_new_values_of_what_it_was_told(office, decided):
    found = unpacked(Client(office.app, "antragstellung"), decided, "antrag.zip")
    history = found["verlauf.csv"].decode("utf-8-sig")
    assert "Antrag bewilligt;;" in history
    assert "Betrag: 2.500,00" in history


def test_what_the_notice_says_is_not_in_it_before_it_is_retrieved(office, decided):
    decided.announcement = replace(decided.announcement, channel="portal")
    transaction.commit()
    found = unpacked(Client(office.app, "antragstellung"), decided, "antrag.zip")
    history = found["verlauf.csv"].decode("utf-8-sig")
    assert "Betrag: 2.500,00" not in history
    assert "Antrag bewilligt" not in history
    assert "Bescheid liegt im Portal bereit" in history


def test_what_a_municipality_is_told_names_nobody_of_the_office():
    shown = {name for names in CHANGES.values() for name in names}
    assert not {name for name in shown if name.endswith("_by")}
    assert not shown & {"actor", "case_worker", "note", "decider"}


def test_two_files_of_one_content_stay_two_with_their_own_names(office):
    application = office.make(with_the_same_file_twice)
    for user, view in (("sachbearbeitung", "akte.zip"), ("zeichnung", "antrag.zip")):
        found = unpacked(Client(office.app, user), application, view)
        files = {name: found[name] for name in found if name.startswith("anlagen/")}
        assert files == {"anlagen/01-konzept.pdf": PDF, "anlagen/02-anlage.pdf": PDF}


def test_a_municipality_learns_nothing_of_a_decision_that_waits(office):
    application = office.make(make_assessed)
    application.pending_decision = decision.Decision(
        approved=True,
        amount=application.plan.requested,
        reason="Geheim bis zur Bekanntgabe.",
        conditions="",
        decided_by="entscheidung",
        decider="Emil",
        moment=now(),
        legal_basis="",
        granting_body="",
        general_conditions="",
        annexes=(),
        appeal_instruction="",
    )
    transaction.commit()
    found = unpacked(Client(office.app, "antragstellung"), application, "antrag.zip")
    assert b"Geheim" not in b"".join(found.values())
    office_file = unpacked(Client(office.app, "ministerium"), application, "akte.zip")
    assert "Geheim" in office_file["vorgang.html"].decode()


def test_a_notice_that_waits_to_be_retrieved_is_not_in_it(office, decided):
    decided.announcement = announcement.Announcement("entscheidung", now(), "portal")
    transaction.commit()
    found = unpacked(Client(office.app, "antragstellung"), decided, "antrag.zip")
    assert not [name for name in found if name.startswith("schreiben/")]


def test_a_file_that_replaced_a_submitted_one_is_not_in_it(office, decided):
    decided.answers["konzept"] = type(decided.answers["konzept"])(
        b"%PDF-1.4 anders", "application/pdf", "konzept.pdf"
    )
    transaction.commit()
    found = unpacked(Client(office.app, "sachbearbeitung"), decided, "akte.zip")
    assert not [name for name in found if name.startswith("anlagen/")]


def test_names_of_files_lead_nowhere_else_when_unpacked(office, decided):
    submission = decided.submissions[-1]
    for line in submission.lines:
        for file in line.files:
            object.__setattr__(file, "name", "../../etc/passwd")
    decided._p_changed = True
    transaction.commit()
    found = unpacked(Client(office.app, "sachbearbeitung"), decided, "akte.zip")
    (name,) = [name for name in found if name.startswith("anlagen/")]
    assert ".." not in name.split("/")
    assert name.count("/") == 1


def test_a_draft_has_no_file_yet(office):
    draft = office.make(make_draft)
    assert office.status("antragstellung", draft, "antrag.zip") == 404


@pytest.mark.parametrize("user", [None, "fremde", "webredaktion"])
def test_the_files_are_not_for_strangers(office, decided, user):
    for view in ("akte.zip", "antrag.zip"):
        assert office.status(user, decided, view) in (302, 401)


def test_a_municipality_does_not_get_the_offices_file(office, decided):
    assert office.status("antragstellung", decided, "akte.zip") in (302, 401)
