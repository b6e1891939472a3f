"""Calls and drafts that walks begin with, made in the stopped example."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from datetime import datetime
from decimal import Decimal
from kommunaldialog.example.people import applicant_of
from kommunaldialog.example.people import CASE_WORKERS
from kommunaldialog.example.people import DECIDERS
from kommunaldialog.usecases.begin import begin
from kommunaldialog.usecases.save import save
from plone import api
from tests.samples import PLAN
from typing import Any
from uuid import uuid4
from zope.annotation.interfaces import IAnnotations
from zope.globalrequest import getRequest


AGS = "08999001"
ANSWERS = {"anlass": "Wir bauen die Ortsmitte um."}


@contextmanager
def acting(name: str) -> Iterator[None]:
    """Within it that person acts, as if by a request of their own.

    The request remembers who has which role.
    """
    with api.env.adopt_user(name):
        yield
    IAnnotations(getRequest()).clear()


def make_call(folder: Any, name: str, **settings: Any) -> Any:
    """A published call with one pillar; who publishes its form is the caller's."""
    with api.env.adopt_roles(["Manager"]):
        call = api.content.create(
            folder,
            "Foerderprogramm",
            id=name,
            creators=("webredaktion",),
            granting_body="Beispielamt",
            case_worker_groups=(CASE_WORKERS,),
            decision_groups=(DECIDERS,),
            **settings,
        )
        api.content.create(
            call,
            "Saeule",
            id="saeule-1",
            title="Gemeinsam in Vielfalt",
            highest_grant=Decimal("3000.00"),
        )
        api.content.transition(call, "publish")
    return call


def make_draft(call: Any, title: str, moment: datetime, ags: str = AGS) -> Any:
    """A draft that lacks nothing, of the municipality's own account."""
    with acting(applicant_of(ags)):
        application = begin(call, ags, uuid4().hex, moment)
        save(
            application,
            moment,
            core={
                "pillar": "saeule-1",
                "title": title,
                "contact_name": "Anna Antrag",
                "contact_email": "anna.antrag@example.org",
                "contact_phone": "0711 123456",
                "measure_start": date(2030, 3, 1),
                "measure_end": date(2030, 9, 30),
            },
            answers=ANSWERS,
            plan=PLAN,
            declarations={"start_declaration": "not_begun"},
        )
    return application
