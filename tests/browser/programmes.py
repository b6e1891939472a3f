"""Calls that only the browser's walks need, made in the stopped example.

python -m tests.browser.programmes INSTANCE
"""

from dataclasses import replace
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from kommunaldialog.forms.versions import publish
from kommunaldialog.usecases.cases import changed
from pathlib import Path
from tests.browser.calls import make_call
from tests.browser.calls import make_draft
from tests.browser.grants import make_grants
from tests.browser.large_form import LARGE_FORM
from tests.offline import opened
from tests.samples import FORM
from typing import Any
import sys


LARGE, LATE = "viele-fragen", "nach-der-frist"
LAST_YEAR = "kommunale-dialoge-vorjahr"
LATE_TITLE = "Dialog am Brunnen"


def make(portal: Any) -> None:
    """A call with forty questions and a signature, one whose deadline is over, and
    those of `grants`; and what the example closed need not be kept any more.
    """
    now = datetime.now(UTC)
    large = make_call(
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
    late = make_call(
        portal.foerderung,
        LATE,
        title="Förderung nach der Frist",
        reference_prefix="NF",
        opening=now - timedelta(days=60),
        deadline=now - timedelta(days=1),
        strict_deadline=False,
        consultation_required=False,
        applications_per_municipality=20,
        legal_basis="§§ 23 und 44 LHO",
        appeal_instruction="Gegen diesen Bescheid kann Klage erhoben werden.",
    )
    publish(late, FORM, "admin", now - timedelta(days=50))
    for number in range(4):
        make_draft(late, f"{LATE_TITLE} {number}", now - timedelta(days=40))
    make_grants(portal.foerderung, now)
    _let_years_pass(portal.foerderung[LAST_YEAR], now)


def _let_years_pass(programme: Any, now: datetime) -> None:
    store = programme.case_store()
    for row in list(store.rows.values()):
        if row.closed is not None:
            application = store[row.id]
            closed = now - timedelta(days=366 * (programme.retention_years + 1))
            application.closing = replace(application.closing, moment=closed)
            changed(application)


if __name__ == "__main__":
    with opened(Path(sys.argv[1])) as portal:
        make(portal)
