"""The ledger of a dialogue: what was promised, and what became of it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from kommunaldialog import _
from kommunaldialog.content.ergebnis import Ergebnis
from kommunaldialog.domain.promise import overdue
from kommunaldialog.portal.dialog.course import today
from kommunaldialog.portal.overview.words import words
from kommunaldialog.portal.page import PublicPage


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


def balance(page: PublicPage, lines: list[Promise]) -> str:
    """ "2 von 3 Zusagen sind umgesetzt. 1 ist überfällig." """
    kept = Counter(line.tag for line in lines)["done"]
    late = sum(line.overdue for line in lines)
    numbers = {"all": page.number(len(lines)), "done": page.number(kept)}
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
