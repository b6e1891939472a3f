"""Example applications in several states, made by the use cases as people make them."""

from datetime import datetime
from datetime import time
from datetime import timedelta
from datetime import UTC
from decimal import Decimal
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.content.foerderprogramm import Foerderprogramm
from kommunaldialog.dates import local
from kommunaldialog.domain.checklist import CheckItem
from kommunaldialog.domain.checklist import YES
from kommunaldialog.domain.costplan import CostPlan
from kommunaldialog.domain.costplan import Expenditure
from kommunaldialog.domain.costplan import Income
from kommunaldialog.example.documents import document
from kommunaldialog.example.documents import texts
from kommunaldialog.example.grants import use_grant
from kommunaldialog.example.people import applicant_of
from kommunaldialog.outbox import box
from kommunaldialog.usecases.announce import announce
from kommunaldialog.usecases.begin import begin
from kommunaldialog.usecases.bias import declare
from kommunaldialog.usecases.clarify import ask
from kommunaldialog.usecases.clarify import first_due
from kommunaldialog.usecases.consult import record_consultation
from kommunaldialog.usecases.decide import decide
from kommunaldialog.usecases.file_number import set_file_number
from kommunaldialog.usecases.review import assess
from kommunaldialog.usecases.review import take_up
from kommunaldialog.usecases.save import save
from kommunaldialog.usecases.submit import submit
from plone import api
from zoneinfo import ZoneInfo
import secrets


OFFICE_HOUR = time(10, 15)
# How far an application is, by its state: each step includes those before it.
STEPS = ("submitted", "in_review", "ready_for_decision")
DECIDED = ("approved", "rejected")
ASKED = "clarification"


def make_applications(programme: Foerderprogramm, moment: datetime, name: str) -> None:
    """Makes the consultations and applications of the file of that name.

    Unless the programme has some already.

    No mail is sent for them: they arrived before the portal was there.
    """
    if len(programme.case_store()):
        return
    site = api.portal.get()
    waiting = {key for key, _mail in box.waiting(site)}
    facts = texts(name)
    with api.env.adopt_user(username="sachbearbeitung"):
        for consultation in facts["consultations"]:
            _consult(programme, moment, consultation)
    # In the order of their arrival, as their numbers say.
    for application in sorted(facts["applications"], key=lambda a: -a["days_ago"]):
        _apply(programme, moment, application)
    for key, _mail in box.waiting(site):
        if key not in waiting:
            box.drop(site, key)


def _at(programme: Foerderprogramm, moment: datetime, days_ago: int) -> datetime:
    zone = programme.zone()
    day = local(moment, zone).date() - timedelta(days=days_ago)
    return datetime.combine(day, OFFICE_HOUR, ZoneInfo(zone)).astimezone(UTC)


def _consult(programme: Foerderprogramm, moment: datetime, facts: dict) -> None:
    held = _at(programme, moment, facts["days_ago"])
    record_consultation(
        programme,
        held + timedelta(hours=1),
        ags=facts["ags"],
        held=held,
        adviser="Sachbearbeitung (Beispiel)",
        caller=facts["caller"],
        pillars=tuple(facts["pillars"]),
        note=facts["note"],
        recommendation=facts["recommendation"],
    )


def _apply(programme: Foerderprogramm, moment: datetime, facts: dict) -> None:
    arrived = _at(programme, moment, facts["days_ago"])
    with api.env.adopt_user(username=applicant_of(facts["ags"])):
        application = begin(
            programme, facts["ags"], secrets.token_hex(8), arrived - timedelta(days=1)
        )
        save(
            application,
            arrived - timedelta(hours=1),
            core=_core(programme, facts),
            answers=_answers(facts["answers"]),
            plan=_plan(facts),
            declarations={"start_declaration": "not_begun"},
        )
        submit(application, arrived)
    _process(application, arrived, facts)


def _process(application: Foerderantrag, arrived: datetime, facts: dict) -> None:
    """What the granting body does, up to the state that the example wants."""
    state = facts["state"]
    before = {**dict.fromkeys(DECIDED, "ready_for_decision"), ASKED: "in_review"}
    reached = STEPS.index(before.get(state, state))
    with api.env.adopt_user(username="sachbearbeitung"):
        if reached >= 1:
            declare(application, arrived + timedelta(days=1), free=True)
            take_up(application, arrived + timedelta(days=1))
            if "file_number" in facts:
                set_file_number(
                    application, arrived + timedelta(days=1), facts["file_number"]
                )
        if reached >= 2:
            assess(
                application,
                arrived + timedelta(days=5),
                text=facts["assessment"],
                recommended=Decimal(facts["recommended"]),
                checklist=tuple(
                    CheckItem(label, YES)
                    for label in application.programme().checklist or ()
                ),
            )
        if state == ASKED:
            asked = arrived + timedelta(days=3)
            ask(
                application,
                asked,
                text=facts["question"],
                due=first_due(application, asked),
                reopen=tuple(facts["reopen"]),
            )
    if state in DECIDED:
        approved = state == "approved"
        with api.env.adopt_user(username="entscheidung"):
            declare(application, arrived + timedelta(days=8), free=True)
            decide(
                application,
                arrived + timedelta(days=8),
                approved=approved,
                amount=Decimal(facts["granted"]) if approved else None,
                reason=facts["reason"],
                conditions=facts.get("conditions", ""),
            )
            announce(application, arrived + timedelta(days=9))
    use_grant(application, facts, arrived)


def _core(programme: Foerderprogramm, facts: dict) -> dict[str, object]:
    start = programme.measure_start + timedelta(
        weeks=facts.get("starts_after_weeks", 0)
    )
    applicant = applicant_of(facts["ags"])
    return {
        "pillar": facts["pillar"],
        "title": facts["title"],
        "contact_name": api.user.get(userid=applicant).getProperty("fullname"),
        "contact_email": f"{applicant}@example.org",
        "contact_phone": "0711 55501-30",
        "measure_start": start,
        "measure_end": start + timedelta(weeks=facts["weeks"]),
    }


def _answers(facts: dict) -> dict[str, object]:
    honorarium = facts.pop("begleitung_honorar", None)
    answers = {
        name: set(value) if isinstance(value, list) else value
        for name, value in facts.items()
    }
    if honorarium:
        answers["begleitung_honorar"] = Decimal(honorarium)
    return {
        **answers,
        "konzept": document("konzept.pdf"),
        "angaben_richtig": True,
    }


def _plan(facts: dict) -> CostPlan:
    return CostPlan(
        expenditure=tuple(
            Expenditure(kind, text, Decimal(amount), Decimal(amount))
            for kind, text, amount in facts["expenditure"]
        ),
        income=tuple(
            Income(source, text, Decimal(amount))
            for source, text, amount in facts["income"]
        ),
        requested=Decimal(facts["requested"]),
    )
