"""Who oversees a programme, and what its cases become in the end."""

from datetime import timedelta
from plone import api
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
