"""Grants in use: a proof that is drafted, submitted, checked; a change asked for."""

from dataclasses import replace
from datetime import date
from datetime import timedelta
from decimal import Decimal
from kommunaldialog.domain.costplan import CostPlan
from kommunaldialog.domain.costplan import Income
from kommunaldialog.forms import versions
from kommunaldialog.usecases.change_request import request_change
from kommunaldialog.usecases.check_proof import check_proof
from kommunaldialog.usecases.plans import approved_plan
from kommunaldialog.usecases.proof import save_proof
from kommunaldialog.usecases.submit_proof import submit_proof
from plone.namedfile.file import NamedBlobFile
from tests.samples import acting
from tests.samples import make_decided
from tests.samples import now
from tests.samples import PDF
from typing import Any


PROOF_FORM = """
<model xmlns="http://namespaces.plone.org/supermodel/schema">
  <schema>
    <fieldset name="sachbericht" label="Sachbericht">
      <field name="verlauf" type="zope.schema.Text">
        <title>Was haben Sie gemacht?</title>
      </field>
    </fieldset>
  </schema>
</model>
"""
LIST = "Belegliste"


def in_days(number: int) -> date:
    """The day so many days from now."""
    return (now() + timedelta(days=number)).date()


def ask_for_proof(programme: Any) -> None:
    """Gives the programme a form, a document and a declaration for the proof."""
    programme.proof_documents = (LIST,)
    programme.proof_declarations = ("Die Angaben stimmen mit den Büchern überein.",)
    if not len(versions.versions(programme, "verwendungsnachweis")):
        versions.publish(
            programme, PROOF_FORM, "webredaktion", now(), "verwendungsnachweis"
        )


def spent(application: Any, *amounts: str) -> CostPlan:
    """The approved rows with what was spent; the income brought what was planned."""
    plan = approved_plan(application)
    rows = zip(plan.expenditure, map(Decimal, amounts), strict=True)
    return replace(
        plan,
        expenditure=tuple(
            replace(row, amount=amount, eligible=amount) for row, amount in rows
        ),
        income=(Income("own_funds", "Haushalt der Stadt", Decimal("500.00")),),
    )


def file() -> NamedBlobFile:
    return NamedBlobFile(PDF, "application/pdf", "belege.pdf")


def make_proof_draft(
    programme: Any, amounts: tuple[str, ...] = ("2000.00", "1000.00"), **values: Any
) -> Any:
    """A complete draft of a proof: everything as planned, or cheaper."""
    ask_for_proof(programme)
    application = make_decided(programme, **values)
    with acting("antragstellung"):
        save_proof(
            application,
            now(),
            answers={"verlauf": "Zwei Abende mit 80 Menschen."},
            plan=spent(application, *amounts),
            explanations=("", ""),
            documents={LIST: file()},
        )
    return application


def make_proved(programme: Any, **values: Any) -> Any:
    """A proof that was submitted and waits to be checked."""
    application = make_proof_draft(programme, **values)
    with acting("antragstellung"):
        submit_proof(application, now(), confirmed=True)
    return application


def make_checked(programme: Any, **values: Any) -> Any:
    """A grant whose proof was checked and recognised whole."""
    application = make_proved(programme, **values)
    with acting("sachbearbeitung"):
        check_proof(application, now(), "Alles belegt.")
    return application


def make_change_requested(programme: Any) -> Any:
    """A grant for which its municipality asks for three more months."""
    application = make_decided(programme)
    with acting("antragstellung"):
        request_change(
            application,
            now(),
            "Die Halle war gesperrt.",
            end=date(2030, 12, 31),
        )
    return application


def check_use(application: Any) -> None:
    """Everything was as planned, which is proved and checked."""
    with acting("antragstellung"):
        plan = spent(application, "2000.00", "1000.00")
        save_proof(
            application,
            now(),
            answers={},
            plan=plan,
            explanations=("", ""),
            documents={},
        )
        submit_proof(application, now(), confirmed=True)
    with acting("sachbearbeitung"):
        check_proof(application, now(), "Alles belegt.")
