"""Letters of a municipality, as the office enters them."""

from base64 import b64encode
from datetime import date
from datetime import datetime
from decimal import Decimal
from kommunaldialog.usecases.bias import check_declared
from kommunaldialog.usecases.bias import declare
from kommunaldialog.usecases.by_letter import Letter
from kommunaldialog.usecases.change_request import request_change
from kommunaldialog.usecases.enter_proof import enter_proof
from kommunaldialog.usecases.enter_proof import Told
from kommunaldialog.usecases.payments import call_payment
from kommunaldialog.usecases.report import submit_report
from kommunaldialog.usecases.waive import waive
from kommunaldialog.usecases.withdraw import withdraw
from plone.namedfile.file import NamedBlobFile
from tests.samples import make_decided
from tests.samples import now
from tests.samples import PDF
from tests.samples_money import call
from tests.samples_proof import ask_for_proof
from tests.samples_proof import file
from tests.samples_proof import LIST
from tests.samples_proof import spent
from typing import Any


def letter(text: str = "", **values: Any) -> Letter:
    """A letter that came today; another ``text`` is another letter."""
    scan = NamedBlobFile(PDF + text.encode(), "application/pdf", "brief.pdf")
    return Letter(**{"received": now().date(), "scan": scan, **values})


def told(application: Any, *amounts: str) -> Told:
    """What a complete proof in a letter says."""
    return Told(
        answers={"verlauf": "Zwei Abende mit 80 Menschen."},
        plan=spent(application, *(amounts or ("2000.00", "1000.00"))),
        explanations=("", ""),
        documents={LIST: file()},
    )


def make_awaited(programme: Any) -> Any:
    """A grant whose proof has to have all that a proof can have."""
    ask_for_proof(programme)
    return make_decided(programme)


def unbiased(application: Any) -> Any:
    """The application, of which the current user has declared to be free of bias."""
    if check_declared(application):
        declare(application, now(), free=True)
    return application


def read(application: Any) -> datetime | None:
    """When the letter was entered that waits, as who confirms it reads."""
    return application.unconfirmed and application.unconfirmed.letter.entered


# What can come by letter → how the office enters it.
BY_LETTER = {
    "withdrawn": lambda it, found: withdraw(unbiased(it), now(), found),
    "payment_called": lambda it, found: call_payment(it, now(), call(), found),
    "report_submitted": lambda it, found: submit_report(
        it, now(), "Zwei Treffen.", (), found
    ),
    "change_requested": lambda it, found: request_change(
        it, now(), "Die Halle war gesperrt.", end=date(2030, 12, 31), letter=found
    ),
    "proof_submitted": lambda it, found: enter_proof(it, now(), found, told(it), True),
    "grant_waived": lambda it, found: waive(unbiased(it), now(), Decimal(0), "", found),
}

# The same by REST.
SCAN = {
    "data": b64encode(PDF).decode(),
    "encoding": "base64",
    "filename": "brief.pdf",
    "content-type": "application/pdf",
}
