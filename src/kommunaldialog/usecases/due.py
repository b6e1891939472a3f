"""Until when something of a case has to happen: to see what is overdue."""

from collections.abc import Iterator
from datetime import date
from kommunaldialog import _
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.domain.clarification import open_clarification
from kommunaldialog.domain.hearing import open_hearing
from kommunaldialog.usecases.deliver import retrieval_due
from kommunaldialog.usecases.proof_due import proof_awaited
from kommunaldialog.usecases.sums import repayments_due
from zope.i18nmessageid import Message


DUE_TITLES: tuple[tuple[str, Message], ...] = (
    ("clarification", _("usecases_due_clarification", default="Antwort auf Rückfrage")),
    ("hearing", _("usecases_due_hearing", default="Antwort auf Anhörung")),
    ("proof", _("usecases_due_proof", default="Verwendungsnachweis")),
    ("notice", _("usecases_due_notice", default="Abruf des Bescheids")),
    ("repayment", _("usecases_due_refund", default="Erstattung")),
)


def dues(application: Foerderantrag) -> Iterator[tuple[str, date]]:
    """The ids in `DUE_TITLES` with the last day of each, for what is still open."""
    clarification = open_clarification(application)
    if clarification is not None:
        yield "clarification", clarification.due
    hearing = open_hearing(application.hearings, application.grant_changes)
    if hearing is not None and hearing.answered is None:
        yield "hearing", hearing.until
    retrieval = retrieval_due(application)
    if retrieval is not None:
        yield "notice", retrieval
    proof = proof_awaited(application)
    if proof is not None:
        yield "proof", proof
    for day in repayments_due(application):
        yield "repayment", day
