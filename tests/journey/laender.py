"""The Länder in which an application goes all its way, and what differs there."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from plone import api
from plone.app.testing import applyProfile
from tests.samples import make_funding
from tests.samples import PASSWORD
from tests.samples import PDF
from tests.samples_proof import ask_for_proof
from typing import Any


NEXT_YEAR = date.today().year + 1


@dataclass(frozen=True)
class Land:
    """One Land: how its call is made, and what its form and its rules ask for.

    `answers` are the inputs of the programme's own questions with what is typed, a file
    as bytes; `proof` those of the proof's form. `period` is the first and last day of
    the measure, `secret` an answer that no stranger may see.
    """

    make: Callable[[Any], Any]
    ags: str
    municipality: str
    pillar: str
    documents: tuple[str, ...]
    answers: dict[str, str | bytes]
    period: tuple[str, str]
    proof: dict[str, str]
    proof_documents: bool
    consultation: bool
    second_signature: bool
    prefix: str
    law: str
    strangers: tuple[str | None, ...]

    @property
    def secret(self) -> str:
        return next(text for text in self.answers.values() if isinstance(text, str))


def _usual(portal: Any) -> Any:
    programme = make_funding(portal)
    programme["saeule-1"].documents = USUAL.documents
    ask_for_proof(programme)
    return programme


def _sachsen(portal: Any) -> Any:
    applyProfile(portal, "kommunaldialog:sachsen")
    users = portal.acl_users.source_users
    for name in users.getUserIds():
        if api.user.get(userid=name) is not None and name != "admin":
            users.updateUserPassword(name, PASSWORD)
    return portal["foerderung"]["mitreden-vor-ort"]


USUAL = Land(
    make=_usual,
    ags="08999001",
    municipality="Musterstadt",
    pillar="saeule-1",
    documents=("Beschluss des Gemeinderats", "Finanzierungszusage"),
    answers={"q.anlass": "Wir bauen die Ortsmitte um.", "q.konzept": PDF},
    period=("2030-03-01", "2030-09-30"),
    proof={"q.verlauf": "Zwei Abende mit 80 Menschen."},
    proof_documents=True,
    consultation=True,
    second_signature=False,
    prefix="KD",
    law="§§ 23 und 44 LHO",
    strangers=(None, "fremde", "webredaktion"),
)
SACHSEN = Land(
    make=_sachsen,
    ags="14999001",
    municipality="Musterau",
    pillar="buergerrat",
    documents=("Beschluss des Stadtrats oder Gemeinderats",),
    answers={
        "q.fragestellung": "Was wird aus dem Bahnhof?",
        "q.ortsteil": "Oberdorf",
        "q.personen": "40",
        "q.umsetzung": "Der Stadtrat berät im Herbst.",
    },
    period=(f"{NEXT_YEAR}-06-01", f"{NEXT_YEAR}-09-30"),
    proof={
        "q.verlauf": "Zwei Abende mit 80 Menschen.",
        "q.ergebnis": "Der Bahnhof wird ein Treffpunkt.",
    },
    proof_documents=False,
    consultation=False,
    second_signature=True,
    prefix="MVO",
    law="SäHO",
    strangers=(None, "beispielwalde", "webredaktion"),
)
