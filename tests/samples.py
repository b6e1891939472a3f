"""Sample content that tests share: made by an administrator, as in a real portal."""

from datetime import datetime
from datetime import timedelta
from datetime import UTC
from decimal import Decimal
from kommunaldialog.access.groups import ensure_groups
from plone import api
from typing import Any


AGS = "08999001"
OTHER_AGS = "08999002"


def make_kommune(portal: Any, ags: str = AGS, title: str = "Musterstadt") -> Any:
    """A published municipality of the register, with its groups."""
    with api.env.adopt_roles(["Manager"]):
        kommune = api.content.create(portal, "Kommune", title=title, ags=ags)
        api.content.transition(kommune, "publish")
        ensure_groups(ags, title)
    return kommune


def make_programme(portal: Any, **values: Any) -> Any:
    """A published call that is open now, with one pillar ``saeule-1``."""
    now = datetime.now(UTC)
    settings = {
        "title": "Kommunale Dialoge",
        "reference_prefix": "KD",
        "opening": now - timedelta(days=10),
        "deadline": now + timedelta(days=20),
        "budget": Decimal("10000.00"),
        **values,
    }
    with api.env.adopt_roles(["Manager"]):
        programme = api.content.create(portal, "Foerderprogramm", **settings)
        api.content.create(
            programme,
            "Saeule",
            id="saeule-1",
            title="Gemeinsam in Vielfalt",
            highest_grant=Decimal("3000.00"),
        )
        api.content.transition(programme, "publish")
    return programme
