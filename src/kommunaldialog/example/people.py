"""The example's accounts and groups."""

from collections.abc import Mapping
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


@dataclass(frozen=True)
class Person:
    """An account; one that is not in `accounts.NAMES` has no password to log in."""

    name: str
    full_name: str
    group: str


def people_of(municipalities: Mapping[str, str]) -> tuple[Person, ...]:
    """Who works in the example: the first municipality (AGS, name) is tried out."""
    (ags, name), *others = municipalities.items()
    return (
        Person("webredaktion", "Webredaktion (Beispiel)", WEB_EDITORS),
        Person(
            "antragstellung",
            f"Antragstellung {name} (Beispiel)",
            group_id(ags, ANTRAGSTELLUNG),
        ),
        Person(
            "zeichnung",
            f"Zeichnungsberechtigung {name} (Beispiel)",
            group_id(ags, ZEICHNUNGSBERECHTIGUNG),
        ),
        Person("sachbearbeitung", "Sachbearbeitung (Beispiel)", CASE_WORKERS),
        Person("entscheidung", "Entscheidung (Beispiel)", DECIDERS),
        Person("ministerium", "Ministerium (Beispiel)", MINISTRY),
        *(
            Person(
                other.lower(),
                f"Antragstellung {other} (Beispiel)",
                group_id(key, ANTRAGSTELLUNG),
            )
            for key, other in others
        ),
    )


PEOPLE = people_of(MUNICIPALITIES)


def applicant_of(ags: str) -> str:
    """The account that applies for an example municipality."""
    group = group_id(ags, ANTRAGSTELLUNG)
    return next(person.name for person in PEOPLE if person.group == group)


def make_people(
    portal: DexterityContent, municipalities: Mapping[str, str] = MUNICIPALITIES
) -> None:
    """Makes groups and accounts that are missing; passwords as `accounts` says.

    They are those of the office and of made-up municipalities, name by AGS.
    """
    for group, title in GROUPS.items():
        if api.group.get(group) is None:
            api.group.create(group, title=title)
    for ags, name in municipalities.items():
        ensure_groups(ags, f"Beispiel: {name}")
    # On the content, not in the whole portal: they administer nobody.
    portal.manage_setLocalRoles(WEB_EDITORS, ["Contributor", "Editor", "Reviewer"])
    portal.reindexObjectSecurity()
    known = accounts.passwords()
    for person in people_of(municipalities):
        if api.user.get(userid=person.name) is None:
            _make(person, known.get(person.name) or secrets.token_urlsafe(32))
        api.group.add_user(groupname=person.group, username=person.name)
    manages = group_id(next(iter(municipalities)), ZUGANGSVERWALTUNG)
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
