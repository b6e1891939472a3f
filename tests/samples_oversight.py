"""Who oversees a programme, and what its cases become in the end."""

from datetime import timedelta
from kommunaldialog.usecases.close import close
from kommunaldialog.usecases.finality import record_finality
from kommunaldialog.usecases.retention import offer_to_archive
from kommunaldialog.usecases.retention import record_archive_answer
from plone import api
from tests.samples import acting
from tests.samples import make_decided
from tests.samples import now
from tests.samples import PASSWORD
from typing import Any


AUDITORS = "rechnungshof"


def make_auditors(programme: Any) -> None:
    """The account ``rechnungspruefung``, which may read for another month."""
    with api.env.adopt_roles(["Manager"]):
        api.group.create(AUDITORS)
        user = api.user.create(
            email="rechnungspruefung@example.org",
            username="rechnungspruefung",
            password=PASSWORD,
            properties={"fullname": "Rita Rechnungsprüfung"},
        )
        api.group.add_user(groupname=AUDITORS, user=user)
    programme.auditor_groups = (AUDITORS,)
    programme.auditors_until = (now() + timedelta(days=30)).date()


def make_closed(programme: Any, **values: Any) -> Any:
    """An application that was rejected, and closed today."""
    application = make_final_rejection(programme, **values)
    with acting("sachbearbeitung"):
        close(application, now())
    return application


def make_final_rejection(programme: Any, **values: Any) -> Any:
    """A rejected application whose municipality will not contest that."""
    application = make_decided(programme, approved=False, **values)
    with acting("sachbearbeitung"):
        record_finality(application, now(), kind="waiver", day=now().date())
    return application


def retention_over(application: Any) -> Any:
    """The moment at which a closed application need not be kept any more."""
    years = application.programme().retention_years
    return application.closing.moment + timedelta(days=366 * years + 1)


def make_answered(programme: Any, taken: bool = True) -> Any:
    """A closed application whose time is over and that the archive answered for."""
    application = make_closed(programme)
    moment = retention_over(application)
    with acting("entscheidung"):
        offer_to_archive(application, moment, "Landesarchiv")
        record_archive_answer(application, moment, taken, "Bestand EA 99")
    return application
