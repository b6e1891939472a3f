"""Calls that only the browser's walks need, made in the stopped example.

python -m tests.browser.programmes INSTANCE
"""

from datetime import date
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from decimal import Decimal
from kommunaldialog.example.people import CASE_WORKERS
from kommunaldialog.example.people import DECIDERS
from kommunaldialog.forms.versions import publish
from kommunaldialog.usecases.begin import begin
from kommunaldialog.usecases.save import save
from pathlib import Path
from plone import api
from tests.browser.large_form import LARGE_FORM
from tests.offline import opened
from tests.samples import FORM
from tests.samples import PLAN
from typing import Any
import sys


AGS = "08999001"
LARGE, LATE = "viele-fragen", "nach-der-frist"
LATE_TITLE = "Dialog am Brunnen"


def make(portal: Any) -> None:
    """A call with forty questions and a signature, and one whose deadline is over."""
    now = datetime.now(UTC)
    large = _call(
        portal.foerderung,
        LARGE,
        title="Förderung mit vielen Fragen",
        reference_prefix="VF",
        opening=now - timedelta(days=1),
        deadline=now + timedelta(days=30),
        second_signature=True,
        stated_consultation=True,
        early_start_allowed=True,
        begun_definition="Als Beginn gilt der erste Vertrag.",
        applications_per_municipality=20,
    )
    publish(large, LARGE_FORM, "admin", now)
    late = _call(
        portal.foerderung,
        LATE,
        title="Förderung nach der Frist",
        reference_prefix="NF",
        opening=now - timedelta(days=60),
        deadline=now - timedelta(days=1),
        strict_deadline=False,
        consultation_required=False,
        applications_per_municipality=20,
    )
    publish(late, FORM, "admin", now - timedelta(days=50))
    for number in range(4):
        _draft(late, number, now - timedelta(days=40))


def _call(folder: Any, name: str, **settings: Any) -> Any:
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


def _draft(call: Any, number: int, moment: datetime) -> None:
    with api.env.adopt_user("antragstellung"):
        application = begin(call, AGS, f"late-{number}", moment)
        save(
            application,
            moment,
            core={
                "pillar": "saeule-1",
                "title": f"{LATE_TITLE} {number}",
                "contact_name": "Anna Antrag",
                "contact_email": "anna.antrag@example.org",
                "contact_phone": "0711 123456",
                "measure_start": date(2030, 3, 1),
                "measure_end": date(2030, 9, 30),
            },
            answers={"anlass": "Wir bauen die Ortsmitte um."},
            plan=PLAN,
            declarations={"start_declaration": "not_begun"},
        )


if __name__ == "__main__":
    with opened(Path(sys.argv[1])) as portal:
        make(portal)
