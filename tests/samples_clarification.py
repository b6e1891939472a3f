"""Applications with a clarification: asked, answered, on paper, overdue."""

from datetime import date
from datetime import timedelta
from kommunaldialog.usecases.clarify import ask
from kommunaldialog.usecases.review import take_up
from tests.samples import acting
from tests.samples import now
from tests.samples_office import make_entered
from tests.samples_office import make_in_review
from typing import Any


QUESTION = "Warum gerade dort? Bitte reichen Sie das Konzept nach."
REOPENED = ("core.title", "answers.anlass", "answers.konzept", "plan")


def in_days(days: int) -> date:
    """That many days from now."""
    return (now() + timedelta(days=days)).date()


def make_asked(
    programme: Any, reopen: tuple[str, ...] = REOPENED, days: int = 14
) -> Any:
    """An application in clarification; only what is named in ``reopen`` can change."""
    return _asked(make_in_review(programme), reopen, days)


def make_asked_on_paper(programme: Any, reopen: tuple[str, ...] = ("plan",)) -> Any:
    """An application that came on paper, in clarification."""
    application = make_entered(programme)
    with acting("sachbearbeitung"):
        take_up(application, now())
    return _asked(application, reopen, 14)


def _asked(application: Any, reopen: tuple[str, ...], days: int) -> Any:
    with acting("sachbearbeitung"):
        ask(application, now(), text=QUESTION, due=in_days(days), reopen=reopen)
    return application


def after_due(application: Any) -> Any:
    """A moment on the day after the last one for the answer, about now o'clock."""
    days = (application.clarifications[-1].due - now().date()).days + 1
    return now() + timedelta(days=days)
