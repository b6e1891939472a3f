"""Who tries what changes no state: by REST and by page, for the matrix over it."""

from AccessControl import Unauthorized
from AccessControl.SecurityManagement import getSecurityManager
from AccessControl.SecurityManagement import newSecurityManager
from AccessControl.SecurityManagement import setSecurityManager
from AccessControl.SpecialUsers import nobody
from collections.abc import Iterator
from collections.abc import Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from kommunaldialog.domain.lifecycle import ENTSCHEIDUNG
from kommunaldialog.domain.lifecycle import SACHBEARBEITUNG
from kommunaldialog.domain.steps import check_possible
from kommunaldialog.domain.steps import MUNICIPALITY
from kommunaldialog.rest.fields import DAY
from kommunaldialog.rest.fields import FIELDS
from kommunaldialog.rest.workflow import ApplicationStep
from tests.access.matrix import REASON
from tests.access.matrix import TOMORROW
from tests.rest.documented import documented
from tests.samples import acting
from tests.samples import now
from typing import Any
import json


TODAY = now().date().isoformat()
HANDLERS = (SACHBEARBEITUNG, ENTSCHEIDUNG)
_TO_COME = ("due", "until", "begins")

# Act → the pages with its form.
PAGES: Mapping[str, tuple[str, ...]] = {
    "save": ("bearbeiten", "entwurf-sichern"),
    "change_contact": ("kontakt-aendern",),
    "request_early_start": ("vorzeitiger-beginn",),
    "permit_early_start": ("vorzeitigen-beginn-zulassen",),
    "assign": ("zustaendigkeit",),
    "set_file_number": ("aktenzeichen-dms",),
    "declare": ("befangenheit",),
    "add_note": ("notiz",),
    "write_message": ("nachricht",),
    "reply": ("antworten",),
    "accept_late": ("verspaetung",),
    "answer_stated": ("beratung-bestaetigen",),
    "save_assessment": ("pruefen",),
    "extend_clarification": ("rueckfrage-verlaengern",),
    "save_answer": ("rueckfrage-beantworten", "antwort-sichern"),
    "enter_answer": ("antwort-eintragen",),
    "enter_withdrawal": ("zurueckziehung-eintragen",),
    "enter_waiver": ("verzicht-eintragen",),
    "hand_letter_back": ("brief-zurueckgeben",),
    "decide": ("entscheiden",),
    "discard_decision": ("entscheidung-verwerfen",),
    "propose_amendment": ("aenderung-vorschlagen",),
    "decide_amendment": ("aenderung-entscheiden",),
    "consent_to_portal": ("bescheide-im-portal", "abruf-im-portal"),
    "retrieve_notice": ("bescheid-abrufen",),
    "record_delivery": ("zustellung",),
    "record_appeal": ("rechtsbehelf",),
    "end_appeal": ("rechtsbehelf-erledigt",),
    "record_finality": ("bestandskraft",),
    "call_payment": ("mittelabruf",),
    "enter_payment_call": ("mittelabruf-eintragen",),
    "prepare_payment": ("auszahlung-vorbereiten",),
    "release_payment": ("auszahlung-freigeben",),
    "send_payment_back": ("auszahlung-zurueckgeben",),
    "refuse_payment": ("auszahlung-ablehnen",),
    "record_paid": ("ausgezahlt",),
    "hear": ("anhoerung",),
    "answer_hearing": ("anhoerung-beantworten",),
    "record_hearing_answer": ("anhoerung-antwort",),
    "end_hearing": ("anhoerung-beenden",),
    "prepare_repayment": ("erstattung-fordern",),
    "release_repayment": ("erstattung-freigeben",),
    "send_repayment_back": ("erstattung-zurueckgeben",),
    "record_receipt": ("erstattung-eingang",),
    "remit_repayment": ("erstattung-erlassen",),
    "request_change": ("aenderung-beantragen",),
    "enter_change_request": ("aenderung-eintragen",),
    "answer_change": ("aenderungsantrag-beantworten",),
    "submit_report": ("zwischenbericht",),
    "enter_report": ("zwischenbericht-eintragen",),
    "save_proof": ("verwendungsnachweis", "nachweis-sichern"),
}

# One page for the municipality itself, one for the office that has its letter.
FOR_ROLES = {"bescheide-im-portal": MUNICIPALITY, "abruf-im-portal": HANDLERS}

# The page of another step has the form.
ELSEWHERE = {
    "take_over": "assign",
    "reject_late": "accept_late",
    "return_amendment": "decide_amendment",
    "announce_amendment": "announce_approval",
}

# Act → the button of the programme's page, on which cases are ticked.
OF_CASES = {
    "offer_to_archive": "offer",
    "record_archive_answer": "answer",
    "erase": "erase",
}

# One form for each page: each takes what it knows.
FORM: Mapping[str, str] = {
    **dict.fromkeys(("text", "reason", "note", "conditions", "answer"), REASON),
    **dict.fromkeys(("due", "until", "begins"), TOMORROW),
    **dict.fromkeys(("day", "filed", "ended", "sent", "known", "paid_on"), TODAY),
    **dict.fromkeys(("confirmed", "unbiased", "agreed"), "1"),
    "bias": "free",
    "free": "yes",
    "archive": "Landesarchiv",
    "taken": "yes",
    "number": "1",
    "amount": "100,00",
    "after": "0",
    "kind": "revoked",
    "case_worker": "sachbearbeitung",
    "file_number": "44-2026/17",
    "core-contact_name": "Berta Beispiel",
    "core-contact_email": "beispiel@example.org",
    "core-contact_phone": "0211 1",
}


@dataclass(frozen=True)
class Outcome:
    """How a step by REST was answered, and whether it would be committed."""

    let_in: bool
    codes: tuple[str, ...]
    touched: bool


def values_of(step: str) -> dict[str, Any]:
    """The documented example on days that can be."""
    example = documented()[step].example
    return {
        name: _day(name) if FIELDS[step][name] == DAY else value
        for name, value in example.items()
    }


def _day(name: str) -> str:
    return TOMORROW if name in _TO_COME else TODAY


def take(
    actor: str | None, application: Any, step: str, values: dict[str, Any]
) -> Outcome:
    """Takes the step as the service does, without the way to it."""
    request = application.REQUEST.clone()
    request["BODY"] = json.dumps(values).encode()
    request._auth = "Basic"
    service = ApplicationStep()
    service.context, service.request, service.step = application, request, step
    with _as(actor):
        try:
            answer = service.reply()
        except Unauthorized:
            return Outcome(False, (), _touched(application))
    refused = (answer or {}).get("error", {}).get("errors", [])
    codes = tuple(error["code"] for error in refused)
    return Outcome(True, codes, _touched(application))


def _touched(application: Any) -> bool:
    return bool(application._p_jar._registered_objects)


@contextmanager
def _as(actor: str | None) -> Iterator[None]:
    if actor is not None:
        with acting(actor):
            yield
        return
    before = getSecurityManager()
    newSecurityManager(None, nobody)
    try:
        yield
    finally:
        setSecurityManager(before)


def otherwise(step: str, state: str) -> tuple[str, ...]:
    """The codes with which a state refuses the step to who sees the application."""
    return tuple(refusal.code for refusal in check_possible(step, state))
