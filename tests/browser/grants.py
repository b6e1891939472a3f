"""Calls whose money is decided about, with what lies before the walk."""

from datetime import datetime
from datetime import timedelta
from decimal import Decimal
from kommunaldialog.domain.checklist import CheckItem
from kommunaldialog.domain.checklist import YES
from kommunaldialog.example.people import applicant_of
from kommunaldialog.forms.versions import publish
from kommunaldialog.usecases.bias import declare
from kommunaldialog.usecases.review import assess
from kommunaldialog.usecases.review import take_up
from kommunaldialog.usecases.submit import submit
from tests.browser.calls import acting
from tests.browser.calls import AGS
from tests.browser.calls import make_call
from tests.browser.calls import make_draft
from tests.samples import FORM
from typing import Any


WIDTHS = (1280, 320)
REFUSED, SCARCE, LAST = "absage", "zu-fuenft", "letztes-geld"
MEASURE, REJECTED = "Dialog Marktplatz", "Dialog Parkplatz"
FIVE = tuple(f"Dialog im Viertel {number}" for number in range(1, 6))
TWO = ("Dialog links der Brücke", "Dialog rechts der Brücke")
NEIGHBOURS = ("08999002", "08999003")
AMOUNT = Decimal("2500.00")
CHECKLIST = ("Die Maßnahme dient dem Dialog.", "Die Ausgaben sind belegt geplant.")


def make_grants(folder: Any, now: datetime) -> None:
    """For each width a call to refuse in, and two that are short of money.

    The refusal begins with a draft, the others with what was examined.
    """
    for width in WIDTHS:
        call = _call(folder, f"{REFUSED}-{width}", f"AB{width}", now)
        make_draft(call, f"{REJECTED} {width}", now)
        short = _call(folder, f"{SCARCE}-{width}", f"ZF{width}", now, budget=AMOUNT * 4)
        for number, title in enumerate(FIVE):
            _examined(short, title, now, (AGS, *NEIGHBOURS)[number % 3])
        last = _call(folder, f"{LAST}-{width}", f"LG{width}", now, budget=AMOUNT)
        for title in TWO:
            _examined(last, title, now)


def _call(folder: Any, name: str, prefix: str, now: datetime, **settings: Any) -> Any:
    call = make_call(
        folder,
        name,
        title=f"Förderung {name}",
        reference_prefix=prefix,
        opening=now - timedelta(days=60),
        deadline=now + timedelta(days=30),
        consultation_required=False,
        applications_per_municipality=20,
        legal_basis="§§ 23 und 44 LHO",
        conditions="Die Mittel sind wirtschaftlich zu verwenden.",
        annexes=("ANBest-K",),
        appeal_instruction="Gegen diesen Bescheid kann Klage erhoben werden.",
        checklist=CHECKLIST,
        **settings,
    )
    publish(call, FORM, "admin", now)
    return call


def _examined(call: Any, title: str, now: datetime, ags: str = AGS) -> None:
    application = make_draft(call, title, now, ags)
    with acting(applicant_of(ags)):
        submit(application, now)
    with acting("sachbearbeitung"):
        declare(application, now, free=True)
        take_up(application, now)
        assess(
            application,
            now,
            text="Förderfähig.",
            recommended=AMOUNT,
            checklist=tuple(CheckItem(label, YES) for label in CHECKLIST),
        )
