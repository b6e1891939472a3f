"""What becomes of an example's grant: paid, proved, checked, paid back, closed."""

from collections.abc import Callable
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from datetime import timedelta
from decimal import Decimal
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.dates import local
from kommunaldialog.example.documents import document
from kommunaldialog.example.people import applicant_of
from kommunaldialog.usecases.check_proof import check_proof
from kommunaldialog.usecases.close import close
from kommunaldialog.usecases.deliver import record_delivery
from kommunaldialog.usecases.demand import prepare_repayment
from kommunaldialog.usecases.demand import release_repayment
from kommunaldialog.usecases.finality import record_finality
from kommunaldialog.usecases.money import record_receipt
from kommunaldialog.usecases.payments import Call
from kommunaldialog.usecases.payments import call_payment
from kommunaldialog.usecases.payments import prepare_payment
from kommunaldialog.usecases.payments import record_paid
from kommunaldialog.usecases.payments import release_payment
from kommunaldialog.usecases.plans import approved_plan
from kommunaldialog.usecases.proof import save_proof
from kommunaldialog.usecases.submit_proof import submit_proof
from plone import api


# Of a bank code that is kept for examples.
IBAN = "DE02 1203 0000 0000 2020 51"


def use_grant(application: Foerderantrag, facts: Mapping, start: datetime) -> None:
    """Does each of the `events` that `facts` name, so many days after `start`."""
    for event in facts.get("events", ()):
        moment = start + timedelta(days=event["day"])
        user, step = STEPS[event["step"]]
        with api.env.adopt_user(username=user or applicant_of(application.ags)):
            step(application, moment, event)


def _deliver(application: Foerderantrag, moment: datetime, event: Mapping) -> None:
    day = local(moment, application.programme().zone()).date()
    sent = local(application.announcement.moment, application.programme().zone())
    record_delivery(application, moment, sent=sent.date(), known=day)


def _waive_appeal(application: Foerderantrag, moment: datetime, event: Mapping) -> None:
    day = local(moment, application.programme().zone()).date()
    record_finality(application, moment, kind="waiver", day=day)


def _call(application: Foerderantrag, moment: datetime, event: Mapping) -> None:
    day = local(moment, application.programme().zone()).date()
    call = Call(
        amount=Decimal(event["amount"]),
        iban=IBAN,
        holder=event["holder"],
        purpose=event["purpose"],
        spent_from=day,
        spent_until=day + timedelta(weeks=8),
    )
    call_payment(application, moment, call)


def _prepare(application: Foerderantrag, moment: datetime, event: Mapping) -> None:
    programme = application.programme()
    prepare_payment(
        application,
        moment,
        len(application.payments),
        local(moment, programme.zone()).year,
        programme.budget_chapter,
        programme.budget_title,
    )


def _release(application: Foerderantrag, moment: datetime, event: Mapping) -> None:
    release_payment(application, moment, len(application.payments))


def _pay(application: Foerderantrag, moment: datetime, event: Mapping) -> None:
    day = local(moment, application.programme().zone()).date()
    record_paid(application, moment, len(application.payments), day)


def _prove(application: Foerderantrag, moment: datetime, event: Mapping) -> None:
    approved = approved_plan(application)
    rows = zip(approved.expenditure, map(Decimal, event["spent"]), strict=True)
    save_proof(
        application,
        moment,
        answers=event["answers"],
        plan=replace(
            approved,
            expenditure=tuple(
                replace(row, amount=amount, eligible=amount) for row, amount in rows
            ),
        ),
        explanations=tuple("" for _row in approved.expenditure),
        documents={
            title: document("belegliste.pdf")
            for title in application.programme().proof_documents
        },
    )
    submit_proof(application, moment, confirmed=True)


def _check(application: Foerderantrag, moment: datetime, event: Mapping) -> None:
    check_proof(application, moment, event["text"])


def _demand(application: Foerderantrag, moment: datetime, event: Mapping) -> None:
    due = local(moment, application.programme().zone()).date() + timedelta(days=30)
    prepare_repayment(
        application, moment, Decimal(event["amount"]), event["reason"], due
    )


def _release_demand(
    application: Foerderantrag, moment: datetime, event: Mapping
) -> None:
    release_repayment(application, moment, application.demand.prepared)


def _receive(application: Foerderantrag, moment: datetime, event: Mapping) -> None:
    day = local(moment, application.programme().zone()).date()
    record_receipt(application, moment, 1, day, Decimal(event["amount"]))


def _close(application: Foerderantrag, moment: datetime, event: Mapping) -> None:
    close(application, moment)


_Step = Callable[[Foerderantrag, datetime, Mapping], None]

# Who does it (the municipality where nobody is named), and how.
STEPS: Mapping[str, tuple[str, _Step]] = {
    "deliver": ("sachbearbeitung", _deliver),
    "waive_appeal": ("sachbearbeitung", _waive_appeal),
    "call": ("", _call),
    "prepare": ("sachbearbeitung", _prepare),
    "release": ("entscheidung", _release),
    "pay": ("sachbearbeitung", _pay),
    "prove": ("", _prove),
    "check": ("sachbearbeitung", _check),
    "demand": ("sachbearbeitung", _demand),
    "release_demand": ("entscheidung", _release_demand),
    "receive": ("sachbearbeitung", _receive),
    "close": ("sachbearbeitung", _close),
}
