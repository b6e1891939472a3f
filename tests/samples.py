"""Sample content that tests share: made by an administrator, as in a real portal.

What happens to an application goes through the use cases, as the person who may.
"""

from contextlib import AbstractContextManager
from datetime import date
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from decimal import Decimal
from kommunaldialog.access.groups import ensure_groups
from kommunaldialog.access.groups import group_id
from kommunaldialog.access.members import recorded
from kommunaldialog.access.permissions import may
from kommunaldialog.domain.costplan import CostPlan
from kommunaldialog.domain.costplan import Expenditure
from kommunaldialog.domain.costplan import Income
from kommunaldialog.domain.lifecycle import ANTRAGSTELLUNG
from kommunaldialog.domain.lifecycle import HANDLE
from kommunaldialog.domain.lifecycle import ZEICHNUNGSBERECHTIGUNG
from kommunaldialog.forms import versions
from kommunaldialog.usecases.announce import announce
from kommunaldialog.usecases.begin import begin
from kommunaldialog.usecases.bias import declare
from kommunaldialog.usecases.consult import record_consultation
from kommunaldialog.usecases.decide import decide
from kommunaldialog.usecases.review import assess
from kommunaldialog.usecases.review import take_up
from kommunaldialog.usecases.save import save
from kommunaldialog.usecases.submit import submit
from plone import api
from plone.namedfile.file import NamedBlobFile
from typing import Any
from unittest.mock import patch
from uuid import uuid4
from zope.annotation.interfaces import IAnnotations
from zope.globalrequest import getRequest


AGS = "08999001"
OTHER_AGS = "08999002"
PASSWORD = "kommunaldialog-example"

CASE_WORKERS = "bewilligung-sachbearbeitung"
DECIDERS = "bewilligung-entscheidung"
MINISTRY = "fachaufsicht"

# Account -> full name and groups.
OFFICE = ("sachbearbeitung", "entscheidung", "beides")
PEOPLE = {
    "antragstellung": ("Anna Antrag", (group_id(AGS, ANTRAGSTELLUNG),)),
    "zeichnung": ("Zeno Zeichnung", (group_id(AGS, ZEICHNUNGSBERECHTIGUNG),)),
    "fremde": ("Frieda Fremd", (group_id(OTHER_AGS, ANTRAGSTELLUNG),)),
    "sachbearbeitung": ("Sabine Sachbearbeitung", (CASE_WORKERS,)),
    "entscheidung": ("Emil Entscheidung", (DECIDERS,)),
    "beides": ("Bea Beides", (CASE_WORKERS, DECIDERS)),
    "ministerium": ("Mia Ministerium", (MINISTRY,)),
    "webredaktion": ("Wolf Web", ()),
}

FORM = """
<model xmlns="http://namespaces.plone.org/supermodel/schema"
       xmlns:easyform="http://namespaces.plone.org/supermodel/easyform">
  <schema>
    <fieldset name="vorhaben" label="Ihr Vorhaben">
      <field name="anlass" type="zope.schema.Text">
        <title>Warum möchten Sie diesen Dialog führen?</title>
      </field>
      <field name="konzept" type="plone.namedfile.field.NamedBlobFile"
             easyform:validators="Datei-PDF-10MB">
        <title>Konzept</title>
        <required>False</required>
      </field>
    </fieldset>
  </schema>
</model>
"""

PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\ntrailer<</Root 1 0 R>>\n"

PLAN = CostPlan(
    expenditure=(
        Expenditure("fees", "Moderation", Decimal("2500.00"), Decimal("2500.00")),
        Expenditure("rooms", "Stadthalle", Decimal("1234.56"), Decimal("1000.00")),
    ),
    income=(Income("own_funds", "Haushalt der Stadt", Decimal("734.56")),),
    requested=Decimal("3000.00"),
)


def now() -> datetime:
    return datetime.now(UTC)


def acting(name: str) -> AbstractContextManager:
    """Within it, the person of that name acts."""
    return api.env.adopt_user(username=name)


def publish(item: Any) -> None:
    """Publish a page as it is, also one that lacks what publishing asks for.

    As if an editor had emptied those fields later; most tests need none of them.
    """
    with patch("kommunaldialog.usecases.public.missing", return_value=()):
        api.content.transition(item, "publish")


def make_kommune(portal: Any, ags: str = AGS, title: str = "Musterstadt") -> Any:
    """A published municipality of the register, with its groups."""
    with api.env.adopt_roles(["Manager"]):
        kommune = api.content.create(portal, "Kommune", title=title, ags=ags)
        api.content.transition(kommune, "publish")
        ensure_groups(ags, title)
    return kommune


def make_programme(portal: Any, **values: Any) -> Any:
    """A published call that is open now, with one pillar ``saeule-1``."""
    settings = {
        "title": "Kommunale Dialoge",
        "reference_prefix": "KD",
        "opening": now() - timedelta(days=10),
        "deadline": now() + timedelta(days=20),
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


def make_people() -> None:
    """The accounts of ``PEOPLE`` and their groups, all with the same password."""
    with api.env.adopt_roles(["Manager"]):
        for group in (CASE_WORKERS, DECIDERS, MINISTRY):
            api.group.create(group)
        ensure_groups(AGS, "Musterstadt")
        ensure_groups(OTHER_AGS, "Beispielhausen")
        for name, (fullname, groups) in PEOPLE.items():
            user = api.user.create(
                email=f"{name}@example.org",
                username=name,
                password=PASSWORD,
                properties={"fullname": fullname},
            )
            # As if they had been there before anything was recorded.
            with recorded():
                for group in groups:
                    api.group.add_user(groupname=group, user=user)
        api.user.grant_roles(
            username="webredaktion", roles=["Contributor", "Editor", "Reviewer"]
        )


def make_funding(portal: Any, **values: Any) -> Any:
    """All that an application needs: people, municipalities, a call with its form."""
    make_people()
    make_kommune(portal)
    make_kommune(portal, OTHER_AGS, "Beispielhausen")
    programme = make_programme(
        portal,
        **{
            "case_worker_groups": (CASE_WORKERS,),
            "decision_groups": (DECIDERS,),
            "ministry_groups": (MINISTRY,),
            "granting_body": "Landesamt für Beispiele",
            "legal_basis": "§§ 23 und 44 LHO",
            "conditions": "Die Mittel sind wirtschaftlich zu verwenden.",
            "annexes": ("ANBest-K",),
            "appeal_instruction": "Gegen diesen Bescheid kann Klage erhoben werden.",
            **values,
        },
    )
    versions.publish(programme, FORM, "webredaktion", now())
    return programme


def make_consultation(programme: Any, ags: str = AGS, **values: Any) -> Any:
    """A consultation of yesterday on the first pillar."""
    settings = {
        "held": now() - timedelta(days=1),
        "adviser": "Sabine Sachbearbeitung",
        "caller": "Anna Antrag",
        "pillars": ("saeule-1",),
        **values,
    }
    with acting("sachbearbeitung"):
        return record_consultation(programme, now(), ags=ags, **settings)


def make_draft(
    programme: Any, user: str = "antragstellung", ags: str = AGS, **core: Any
) -> Any:
    """A complete draft, which only lacks a consultation."""
    with acting(user):
        application = begin(programme, ags, uuid4().hex, now())
        save(
            application,
            now(),
            core={
                "pillar": "saeule-1",
                "title": "Dialog Ortsmitte",
                "contact_name": "Anna Antrag",
                "contact_email": "antrag@example.org",
                "contact_phone": "0711 123456",
                "measure_start": date(2030, 3, 1),
                "measure_end": date(2030, 9, 30),
                **core,
            },
            answers={
                "anlass": "Wir bauen die Ortsmitte um.",
                "konzept": NamedBlobFile(PDF, "application/pdf", "konzept.pdf"),
            },
            plan=PLAN,
            declarations={"start_declaration": "not_begun"},
        )
    return application


def make_submitted(
    programme: Any, user: str = "antragstellung", ags: str = AGS, **core: Any
) -> Any:
    """An application that arrived, with its consultation."""
    make_consultation(programme, ags)
    application = make_draft(programme, user, ags, **core)
    with acting(user):
        submit(application, now())
    declare_free(application)
    return application


def declare_free(application: Any) -> None:
    """Who works in the office declares that they are not biased, where they may.

    As if each came with a request of their own: one remembers who has which role.
    """
    for user in OFFICE:
        with acting(user):
            if may(HANDLE, application):
                declare(application, now(), free=True)
    request = getRequest()
    if request is not None:
        IAnnotations(request).clear()


def make_assessed(
    programme: Any,
    recommended: Decimal = Decimal("2500.00"),
    reviewer: str = "sachbearbeitung",
    **values: Any,
) -> Any:
    """An application that is ready for decision."""
    application = make_submitted(programme, **values)
    with acting(reviewer):
        take_up(application, now())
        assess(application, now(), text="Förderfähig.", recommended=recommended)
    return application


def make_decided(programme: Any, approved: bool = True, **values: Any) -> Any:
    """An application that was approved in part, or rejected, and announced."""
    application = make_assessed(programme, **values)
    with acting("entscheidung"):
        decide(
            application,
            now(),
            approved=approved,
            amount=Decimal("2500.00") if approved else None,
            reason="Die Miete der Stadthalle ist nur zum Teil zuwendungsfähig.",
            conditions="Bitte laden Sie das Land zur Veranstaltung ein.",
        )
        announce(application, now())
    return application
