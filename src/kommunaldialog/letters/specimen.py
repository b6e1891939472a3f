"""A letter of each kind with made-up facts, for who writes its text."""

from collections.abc import Mapping
from datetime import datetime
from datetime import timedelta
from decimal import Decimal
from kommunaldialog.content.foerderprogramm import Foerderprogramm
from kommunaldialog.content.programme_letters import STANDARD
from kommunaldialog.dates import local
from kommunaldialog.dates import long_date
from kommunaldialog.domain.costplan import CostPlan
from kommunaldialog.domain.costplan import Expenditure
from kommunaldialog.domain.costplan import Income
from kommunaldialog.domain.funding import FundingRules
from kommunaldialog.domain.grant import REVOKED
from kommunaldialog.domain.letter import AMENDED
from kommunaldialog.domain.letter import AmendedLetter
from kommunaldialog.domain.letter import APPROVAL
from kommunaldialog.domain.letter import CutLine
from kommunaldialog.domain.letter import DecisionLetter
from kommunaldialog.domain.letter import EARLY_START
from kommunaldialog.domain.letter import EarlyStartLetter
from kommunaldialog.domain.letter import Letter
from kommunaldialog.domain.letter import REJECTION
from kommunaldialog.domain.letter import REPAYMENT
from kommunaldialog.domain.letter import RepaymentLetter
from kommunaldialog.domain.letter import REVOCATION
from kommunaldialog.domain.letter import RevocationLetter
from kommunaldialog.domain.money import ZERO
from kommunaldialog.domain.proof import months_after
from kommunaldialog.letters.drawn import with_text
from kommunaldialog.usecases.body import body_of_programme
from kommunaldialog.usecases.body import letter_texts
from kommunaldialog.usecases.body import letterhead
from kommunaldialog.usecases.interest import interest_margin
from kommunaldialog.usecases.text_blocks import read
from typing import Any


# What the granting body says where the programme does not.
BODY_TEXTS = ("legal_basis", "annexes", "appeal_instruction")

_REQUESTED, _GRANTED = Decimal("3000.00"), Decimal("2700.00")
_LESS, _RECOGNISED = Decimal("1000.00"), Decimal("900.00")

_PLAN = CostPlan(
    expenditure=(
        Expenditure("fees", "Moderation", Decimal("2500.00"), Decimal("2500.00")),
        Expenditure("rooms", "Saalmiete", Decimal("1200.00"), _RECOGNISED),
    ),
    income=(Income("own_funds", "Haushalt der Kommune", Decimal("700.00")),),
    requested=_REQUESTED,
)
_CUT = CutLine(
    description="Saalmiete",
    stated=Decimal("1200.00"),
    recognised=_RECOGNISED,
    reason="Ein kleinerer Saal genügt.",
)


def specimen(
    programme: Foerderprogramm, kind: str, moment: datetime, texts: Mapping[str, str]
) -> Letter:
    """A letter of that kind in the words of `texts` (see `usecases.text_blocks`)."""
    day = local(moment, programme.zone()).date()
    body = body_of_programme(programme)
    own = {name: read(name, texts[name]) for name in BODY_TEXTS}
    said = letter_texts(programme, body, own)
    common = {
        "kind": kind,
        "day": day,
        "legal_basis": said.legal_basis,
        "appeal_instruction": said.appeal_instruction,
        **_case(programme, day.year),
        "submitted": day - timedelta(days=60),
        "start": long_date(day + timedelta(days=30)),
        "end": long_date(day + timedelta(days=120)),
    }
    reasoned = {**common, "reason": "Hier steht, wie die Entscheidung begründet wird."}
    of = {"of": day - timedelta(days=90)}
    granted = {
        "general_conditions": texts["conditions"],
        "annexes": said.annexes,
    }
    letters = {
        APPROVAL: DecisionLetter(
            **reasoned,
            **granted,
            amount=_GRANTED,
            proof_due=months_after(day + timedelta(days=120), programme.proof_months),
            plan=_PLAN,
            rules=FundingRules(limit=_REQUESTED),
            cuts=(_CUT,),
        ),
        REJECTION: DecisionLetter(**reasoned, amount=ZERO),
        AMENDED: AmendedLetter(
            **reasoned, **granted, **of, before=_GRANTED, after=_LESS
        ),
        EARLY_START: EarlyStartLetter(**common, begins=day + timedelta(days=14)),
        REVOCATION: RevocationLetter(
            **reasoned,
            **of,
            act=REVOKED,
            law=body.revocation,
            before=_GRANTED,
            after=_LESS,
        ),
        REPAYMENT: RepaymentLetter(
            **reasoned,
            **of,
            amount=_GRANTED - _LESS,
            due=day + timedelta(days=30),
            law=body.repayment,
            interest_law=body.interest,
            interest_margin=interest_margin(),
            interest_from=day + timedelta(days=31),
        ),
    }
    letter = letters[kind]
    return with_text(letter, texts[f"block_{kind}"].strip() or STANDARD[kind])


def _case(programme: Foerderprogramm, year: int) -> dict[str, Any]:
    """What a letter takes from an application that there is not."""
    pillars, body = programme.pillars(), body_of_programme(programme)
    return {
        # Numbers begin with 1: nobody has this one.
        "reference": f"{programme.reference_prefix}-{year}-0000",
        "sender": body.name,
        "head": letterhead(body),
        "recipient": "Musterstadt",
        "programme": programme.title,
        "pillar": pillars[0].title if pillars else "",
        "measure": "Dialog zur Ortsmitte (Muster)",
        "requested": _REQUESTED,
        "signer": "Vorname Nachname",
    }
