"""A letter of each kind."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from kommunaldialog.domain.cuts import Cut
from kommunaldialog.domain.cuts import cut_plan
from kommunaldialog.domain.funding import FundingRules
from kommunaldialog.domain.letter import AMENDED
from kommunaldialog.domain.letter import AmendedLetter
from kommunaldialog.domain.letter import APPROVAL
from kommunaldialog.domain.letter import CutLine
from kommunaldialog.domain.letter import DecisionLetter
from kommunaldialog.domain.letter import EARLY_START
from kommunaldialog.domain.letter import EarlyStartLetter
from kommunaldialog.domain.letter import REJECTION
from kommunaldialog.domain.letter import REPAYMENT
from kommunaldialog.domain.letter import RepaymentLetter
from kommunaldialog.domain.letter import REVOCATION
from kommunaldialog.domain.letter import RevocationLetter
from tests.samples import PLAN


COMMON = {
    "reference": "KD-2026-0001",
    "day": date(2026, 12, 1),
    "sender": "Landesamt für Beispiele",
    "recipient": "Musterstadt",
    "programme": "Kommunale Dialoge",
    "pillar": "Gemeinsam in Vielfalt",
    "measure": "Dialog <Ortsmitte>",
    "submitted": date(2026, 10, 31),
    "requested": Decimal("3000.00"),
    "start": "1. März 2030",
    "end": "30. September 2030",
    "signer": "Emil Entscheidung",
    "text": "Sehr geehrte Damen und Herren,\n\ndies ist unser Text.",
    "reason": "Die Miete ist nur zum Teil zuwendungsfähig.",
    "legal_basis": "§§ 23 und 44 LHO",
    "conditions": "Bitte laden Sie das Land ein.",
    "appeal_instruction": "Gegen diesen Bescheid kann Klage erhoben werden.",
}

MADE = {**COMMON, "of": date(2026, 12, 1), "day": date(2027, 2, 3)}

LETTER_OF = {
    APPROVAL: DecisionLetter(
        **COMMON,
        kind=APPROVAL,
        amount=Decimal("2345.67"),
        proof_due=date(2031, 3, 30),
        general_conditions="Erste Bestimmung.\n\nZweite Bestimmung.",
        annexes=("ANBest-K", "Merkblatt"),
        plan=cut_plan(PLAN, (Cut(1, Decimal("500.00"), "zu groß"),)),
        rules=FundingRules(limit=Decimal("3000.00")),
        cuts=(
            CutLine(
                description="Stadthalle",
                stated=Decimal("1000.00"),
                recognised=Decimal("500.00"),
                reason="Ein halber Tag genügt.",
            ),
        ),
    ),
    REJECTION: replace(
        DecisionLetter(**COMMON, kind=REJECTION, amount=Decimal("0.00")),
        conditions="",
    ),
    AMENDED: AmendedLetter(
        **MADE, kind=AMENDED, before=Decimal("2345.67"), after=Decimal("2000.00")
    ),
    EARLY_START: EarlyStartLetter(**COMMON, kind=EARLY_START, begins=date(2030, 2, 15)),
    REVOCATION: RevocationLetter(
        **MADE,
        kind=REVOCATION,
        act="withdrawn",
        law="§ 48 VwVfG",
        before=Decimal("2345.67"),
        after=Decimal("1000.00"),
    ),
    REPAYMENT: RepaymentLetter(
        **MADE,
        kind=REPAYMENT,
        law="§ 49a VwVfG",
        interest_law="§ 49a Abs. 3 VwVfG",
        interest_margin=Decimal("5.0"),
        amount=Decimal("345.67"),
        due=date(2027, 3, 31),
        interest_from=date(2027, 1, 1),
    ),
}
