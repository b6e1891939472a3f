"""The ledger of a dialogue: what was promised, and what became of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from kommunaldialog import _
from kommunaldialog.content.ergebnis import Ergebnis
from kommunaldialog.domain.promise import overdue
from kommunaldialog.portal.dialog.course import today
from kommunaldialog.portal.overview.words import words
from kommunaldialog.portal.page import PublicPage
from Products.ZCatalog.interfaces import ICatalogBrain


@dataclass(frozen=True)
class Promise:
    """A line of the ledger; `tag` is the style of its state."""

    url: str
    title: str
    responsible: str
    due: date | None
    state: str
    tag: str
    overdue: bool
    statement: str


def promises(page: PublicPage, results: Iterable[Ergebnis]) -> list[Promise]:
    """The lines for results with a state of implementation, in their order."""
    states = words(page, "ImplementationStates")
    day = today(page)
    return [
        Promise(
            url=result.absolute_url(),
            title=result.title,
            responsible=result.responsible or "",
            due=result.due,
            state=states[result.implementation],
            tag=tag_of(result.implementation),
            overdue=overdue(result.implementation, result.due, day),
            statement=result.statement or "",
        )
        for result in results
    ]


def tag_of(state: str) -> str:
    """The style of a state: "open" is what a call is that takes applications."""
    return "to_do" if state == "open" else state


def balance(page: PublicPage, promised: Iterable[ICatalogBrain]) -> str:
    """ "Umgesetzt: 2 von 3 Zusagen. Überfällig: 1.", also of those not shown."""
    day = today(page)
    states = [(brain.dialogue_state, brain.dialogue_end or None) for brain in promised]
    kept = sum(state == "done" for state, _due in states)
    late = sum(overdue(state, due, day) for state, due in states)
    numbers = {"all": page.number(len(states)), "done": page.number(kept)}
    sentences = [
        _(
            "portal_ledger_balance",
            default="Umgesetzt: ${done} von ${all} Zusagen.",
            mapping=numbers,
        )
    ]
    if late:
        sentences.append(
            _(
                "portal_ledger_late",
                default="Überfällig: ${number}.",
                mapping={"number": page.number(late)},
            )
        )
    return " ".join(page.translate(sentence) for sentence in sentences)
