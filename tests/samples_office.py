"""Applications in the states that `tests.samples` does not make, for the office.

They leave the programme open: whoever is late arrives after its deadline, not now.
"""

from datetime import date
from datetime import timedelta
from decimal import Decimal
from kommunaldialog.usecases.enter import enter
from kommunaldialog.usecases.enter import OnPaper
from kommunaldialog.usecases.review import take_up
from kommunaldialog.usecases.sign import hand_over
from kommunaldialog.usecases.submit import submit
from kommunaldialog.usecases.withdraw import withdraw
from plone.namedfile.file import NamedBlobFile
from tests.samples import acting
from tests.samples import AGS
from tests.samples import declare_free
from tests.samples import make_consultation
from tests.samples import make_draft
from tests.samples import make_submitted
from tests.samples import now
from tests.samples import PDF
from typing import Any
from uuid import uuid4


def make_to_sign(programme: Any) -> Any:
    """A complete draft that waits for its signature."""
    application = make_draft(programme)
    with acting("antragstellung"):
        hand_over(application, now())
    return application


def make_withdrawn(programme: Any) -> Any:
    """A draft that was withdrawn before anybody but its municipality saw it."""
    application = make_draft(programme)
    with acting("antragstellung"):
        withdraw(application, now())
    return application


def make_in_review(programme: Any) -> Any:
    """An application that a case worker has taken up."""
    application = make_submitted(programme)
    with acting("sachbearbeitung"):
        take_up(application, now())
    return application


def make_late(programme: Any, reason: str = "Das Netz war ausgefallen.") -> Any:
    """An application that arrived an hour after an ordinary deadline."""
    programme.strict_deadline = False
    make_consultation(programme)
    application = make_draft(programme)
    with acting("antragstellung"):
        submit(application, programme.window().deadline + timedelta(hours=1), reason)
    declare_free(application)
    return application


def make_stated(programme: Any) -> Any:
    """An application that rests on a consultation that nobody recorded."""
    programme.stated_consultation = True
    application = make_draft(programme)
    application.stated_held = date(2026, 3, 2)
    application.stated_adviser = "Frau Rat"
    with acting("antragstellung"):
        submit(application, now())
    declare_free(application)
    return application


def on_paper(**values: Any) -> OnPaper:
    """What the office types off an application that came by mail yesterday."""
    settings = {
        "ags": AGS,
        "pillar": "saeule-1",
        "title": "Dialog Ortsmitte",
        "day": (now() - timedelta(days=1)).date(),
        "clock": None,
        "scan": NamedBlobFile(PDF, "application/pdf", "brief.pdf"),
        "requested": Decimal("1500.00"),
        "measure_start": date(2030, 3, 1),
        "measure_end": date(2030, 9, 30),
        "contact_name": "Anna Antrag",
        **values,
    }
    return OnPaper(**settings)


def make_entered(programme: Any, **values: Any) -> Any:
    """An application on paper that a case worker entered."""
    with acting("sachbearbeitung"):
        application = enter(programme, on_paper(**values), uuid4().hex, now())
    declare_free(application)
    return application
