"""The example's accounts and groups."""

from dataclasses import dataclass
from kommunaldialog.access.groups import ensure_groups
from kommunaldialog.access.groups import group_id
from kommunaldialog.domain.lifecycle import ANTRAGSTELLUNG
from kommunaldialog.domain.lifecycle import ZEICHNUNGSBERECHTIGUNG
from kommunaldialog.domain.lifecycle import ZUGANGSVERWALTUNG
from kommunaldialog.example import accounts
from plone import api
from plone.dexterity.content import DexterityContent
import secrets


# Not as the account: Plone has one name for a person or a group.
WEB_EDITORS = "redaktion"
CASE_WORKERS = "bewilligung-sachbearbeitung"
DECIDERS = "bewilligung-entscheidung"
MINISTRY = "fachaufsicht"

GROUPS = {
    WEB_EDITORS: "Beispiel: Webredaktion",
    CASE_WORKERS: "Beispiel: Bewilligungsstelle, Sachbearbeitung",
    DECIDERS: "Beispiel: Bewilligungsstelle, Entscheidung",
    MINISTRY: "Beispiel: Ministerium, Fachaufsicht",
}

# Made up: the Land of these keys has no Regierungsbezirk 9.
MUNICIPALITIES = {
    "08999001": "Musterstadt",
    "08999002": "Beispielhausen",
    "08999003": "Testingen",
}
TRIED_OUT = "08999001"


@dataclass(frozen=True)
class Person:
    """An account; one that is not in `accounts.NAMES` has no password to log in."""

    name: str
    full_name: str
    group: str


PEOPLE = (
    Person("webredaktion", "Webredaktion (Beispiel)", WEB_EDITORS),
    Person(
        "antragstellung",
        "Antragstellung Musterstadt (Beispiel)",
        group_id(TRIED_OUT, ANTRAGSTELLUNG),
    ),
    Person(
        "zeichnung",
        "Zeichnungsberechtigung Musterstadt (Beispiel)",
        group_id(TRIED_OUT, ZEICHNUNGSBERECHTIGUNG),
    ),
    Person("sachbearbeitung", "Sachbearbeitung (Beispiel)", CASE_WORKERS),
    Person("entscheidung", "Entscheidung (Beispiel)", DECIDERS),
    Person("ministerium", "Ministerium (Beispiel)", MINISTRY),
    Person(
        "beispielhausen",
        "Antragstellung Beispielhausen (Beispiel)",
        group_id("08999002", ANTRAGSTELLUNG),
    ),
    Person(
        "testingen",
        "Antragstellung Testingen (Beispiel)",
        group_id("08999003", ANTRAGSTELLUNG),
    ),
)


def applicant_of(ags: str) -> str:
    """The account that applies for an example municipality."""
    group = group_id(ags, ANTRAGSTELLUNG)
    return next(person.name for person in PEOPLE if person.group == group)


def make_people(portal: DexterityContent) -> None:
    """Makes groups and accounts that are missing; passwords as `accounts` says."""
    for group, title in GROUPS.items():
        if api.group.get(group) is None:
            api.group.create(group, title=title)
    for ags, name in MUNICIPALITIES.items():
        ensure_groups(ags, f"Beispiel: {name}")
    # On the content, not in the whole portal: they administer nobody.
    portal.manage_setLocalRoles(WEB_EDITORS, ["Contributor", "Editor", "Reviewer"])
    portal.reindexObjectSecurity()
    known = accounts.passwords()
    for person in PEOPLE:
        if api.user.get(userid=person.name) is None:
            _make(person, known.get(person.name) or secrets.token_urlsafe(32))
        api.group.add_user(groupname=person.group, username=person.name)
    manages = group_id(TRIED_OUT, ZUGANGSVERWALTUNG)
    api.group.add_user(groupname=manages, username="zeichnung")


def _make(person: Person, password: str) -> None:
    # Not api.user.create: where people log in by e-mail, it would change the name.
    api.portal.get_tool("portal_registration").addMember(
        person.name,
        password,
        properties={
            "username": person.name,
            "fullname": person.full_name,
            "email": f"{person.name}@example.org",
        },
    )
