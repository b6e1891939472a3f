"""Who tries which step by which way in: for the matrix over all of them."""

from collections.abc import Iterator
from collections.abc import Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from kommunaldialog.access.groups import ensure_groups
from kommunaldialog.access.groups import group_id
from kommunaldialog.domain.lifecycle import ANTRAGSTELLUNG
from kommunaldialog.domain.lifecycle import ENTSCHEIDUNG
from kommunaldialog.domain.lifecycle import FACHAUFSICHT
from kommunaldialog.domain.lifecycle import MANAGER
from kommunaldialog.domain.lifecycle import RECHNUNGSPRUEFUNG
from kommunaldialog.domain.lifecycle import SACHBEARBEITUNG
from kommunaldialog.domain.lifecycle import ZEICHNUNGSBERECHTIGUNG
from kommunaldialog.domain.lifecycle import ZUGANGSVERWALTUNG
from kommunaldialog.history.record import events
from kommunaldialog.usecases.lines import slot
from kommunaldialog.usecases.step import state_of
from plone import api
from plone.app.portlets.utils import assignment_mapping_from_key
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from plone.portlets.constants import CONTEXT_CATEGORY
from plone.protect.authenticator import createToken
from Products.CMFCore.WorkflowCore import WorkflowException
from tests.client import Client
from tests.samples import acting
from tests.samples import AGS
from tests.samples import make_consultation
from tests.samples import now
from tests.samples import PASSWORD
from tests.samples import PDF
from tests.samples_oversight import make_auditors
from tests.samples_paper import SCAN
from tests.samples_proof import LIST
from typing import Any
from urllib.parse import urlencode
from zope.component import getGlobalSiteManager
from ZPublisher.interfaces import IPubBeforeCommit
import transaction


# Account → the role that it holds on the application; None for none at all.
ACTORS = {
    "antragstellung": ANTRAGSTELLUNG,
    "zeichnung": ZEICHNUNGSBERECHTIGUNG,
    "zugang": ZUGANGSVERWALTUNG,
    "sachbearbeitung": SACHBEARBEITUNG,
    "entscheidung": ENTSCHEIDUNG,
    "ministerium": FACHAUFSICHT,
    "rechnungspruefung": RECHNUNGSPRUEFUNG,
    SITE_OWNER_NAME: MANAGER,
    # The neighbours' applicant, a web editor, and whoever passes by.
    "fremde": None,
    "webredaktion": None,
    None: None,
}

REASON = "Aus gutem Grund."

TODAY = now().date().isoformat()
TOMORROW = (now() + timedelta(days=2)).date().isoformat()

# Step → what its page is called and what its form sends.
PAGES: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "hand_over": ("unterschrift", {"hand_over": "1"}),
    "send_back": ("zurueckgeben", {"reason": REASON}),
    "submit": ("einreichen", {}),
    "enter": ("papierantrag", {}),
    "take_back": ("zurueckholen", {}),
    "withdraw": ("zurueckziehen", {}),
    "confirm_withdrawal": ("brief-bestaetigen", {"unbiased": "1"}),
    "take_up": ("pruefen", {"take_up": "1", "unbiased": "1"}),
    "ask": ("rueckfrage", {"text": REASON, "due": TOMORROW}),
    "answer": ("antwort-absenden", {}),
    "go_on": ("nach-aktenlage", {"note": REASON}),
    "present": ("pruefen", {"assess": "1", "text": REASON, "recommended": "2.500,00"}),
    "return_for_review": ("entscheiden", {"return": "1", "return-reason": REASON}),
    "announce_approval": ("bekanntgeben", {"channel": "post"}),
    "announce_rejection": ("bekanntgeben", {"channel": "post"}),
    "remedy": ("abhelfen", {"reason": REASON}),
    "submit_proof": ("nachweis-einreichen", {"confirmed": "1"}),
    "enter_proof": (
        "nachweis-eintragen",
        {
            "received": TODAY,
            "confirmed": "1",
            "q.sections": "sachbericht",
            "q.verlauf": REASON,
            "expenditure-count": "2",
            "expenditure-0-amount": "2000",
            "expenditure-0-eligible": "2000",
            "expenditure-1-amount": "1000",
            "expenditure-1-eligible": "1000",
            "income-count": "1",
            "income-0-amount": "500",
        },
    ),
    "question_proof": ("nachweis-rueckfrage", {"text": REASON, "due": TOMORROW}),
    "check_proof": ("nachweis-pruefen", {"conclude": "1", "text": REASON}),
    "waive": ("verzichten", {"extent": "all", "reason": REASON, "confirmed": "1"}),
    "confirm_waiver": ("brief-bestaetigen", {"unbiased": "1"}),
    "revoke": (
        "aufheben",
        {"kind": "revoked", "after": "0", "reason": REASON, "unbiased": "1"},
    ),
    "close": ("abschliessen", {}),
    "reopen": ("wieder-oeffnen", {"reason": REASON}),
}

# The page without the site around it, which takes most of the time.
FRAGMENT = {"ajax_load": "1"}

# Step → the attribute with the number of what its page shows.
REVISIONS = {"answer": "answer_revision", "submit_proof": "proof_revision"}

# Steps that confirm a letter, which they name.
CONFIRMED = {"confirm_withdrawal", "confirm_waiver"}

# Steps that the office enters from a letter, with its scan and what came with it.
BY_LETTER = {"enter_proof"}
FILES = (("scan", "brief.pdf", PDF), (slot(LIST), "belege.pdf", PDF))
ARRIVED = {"received": TODAY, "scan": SCAN}

# Step → what it sends by REST.
VALUES: Mapping[str, Mapping[str, object]] = {
    "send_back": {"reason": REASON},
    "take_up": {"unbiased": True},
    "ask": {"text": REASON, "due": TOMORROW},
    "go_on": {"note": REASON},
    "present": {"assessment": REASON, "recommended": "2.500,00"},
    "return_for_review": {"reason": REASON},
    "announce_approval": {"channel": "post"},
    "announce_rejection": {"channel": "post"},
    "remedy": {"reason": REASON},
    "submit_proof": {"confirmed": True},
    "enter_proof": {
        **ARRIVED,
        "answers": {"verlauf": REASON},
        "plan": {
            "expenditure": [
                {
                    "kind": "fees",
                    "description": "Moderation",
                    "amount": "2000.00",
                    "eligible": "2000.00",
                },
                {
                    "kind": "rooms",
                    "description": "Stadthalle",
                    "amount": "1000.00",
                    "eligible": "1000.00",
                },
            ],
            "income": [
                {
                    "source": "own_funds",
                    "description": "Haushalt der Stadt",
                    "amount": "500.00",
                }
            ],
            "requested": None,
            "net": False,
        },
        "documents": {LIST: SCAN},
        "confirmed": True,
    },
    "question_proof": {"text": REASON, "due": TOMORROW},
    "check_proof": {"text": REASON},
    "waive": {"after": "0", "reason": REASON, "confirmed": True},
    "revoke": {"kind": "revoked", "after": "0", "reason": REASON},
    "reopen": {"reason": REASON},
}


def furnish(portal: Any, programme: Any) -> None:
    """Lets a municipality apply often, and adds the people that samples lack."""
    programme.applications_per_municipality = 1000
    programme.budget = None
    programme.strict_deadline = False
    ensure_groups(AGS, "Musterstadt")
    api.user.create(email="zugang@example.org", username="zugang", password=PASSWORD)
    api.group.add_user(groupname=group_id(AGS, ZUGANGSVERWALTUNG), username="zugang")
    make_auditors(programme)
    make_consultation(programme)
    # Plone's portlets write to the database when they are first looked at.
    for manager in ("plone.leftcolumn", "plone.rightcolumn", "plone.footerportlets"):
        assignments = assignment_mapping_from_key(
            portal, manager, CONTEXT_CATEGORY, "/"
        )
        for name in list(assignments):
            del assignments[name]


@dataclass(frozen=True)
class Attempt:
    """Somebody tries a step on an application; True where the way let them in."""

    app: Any
    actor: str | None
    application: Any
    step: str

    def by_page(self) -> bool:
        """Sends the form of the step's page, with the token that the page gives."""
        view, values = PAGES[self.step]
        sent = {**values, "_authenticator": self._token(), **FRAGMENT}
        if self.step == "submit":
            number = len(self.application.submissions)
            sent["seen"] = f"{self.application.revision}.{number}"
        if self.step in CONFIRMED:
            sent["seen"] = self._seen()
        revision = REVISIONS.get(self.step)
        if revision is not None:
            sent["revision"] = str(getattr(self.application, revision))
        target = self.application
        if self.step == "enter":
            target, sent["ags"] = self.application.programme(), AGS
        client = client_of(self.app, self.actor)
        content_type, body = (
            "application/x-www-form-urlencoded",
            urlencode(sent).encode(),
        )
        if self.step in BY_LETTER:
            testapp = client.browser().testapp
            content_type, body = testapp.encode_multipart(sent.items(), FILES)
        answer = client.ask(
            "POST",
            f"{target.absolute_url()}/@@{view}",
            body,
            Content_Type=content_type,
        )
        return answer.status == 303

    def by_rest(self) -> bool:
        """Posts to the service that takes steps."""
        url = f"{self.application.absolute_url()}/@workflow/{self.step}"
        client = client_of(self.app, self.actor)
        values = VALUES.get(self.step, {})
        if self.step in CONFIRMED:
            values = {"unbiased": True, "seen": self._seen()}
        return client.rest("POST", url, values).status == 200

    def by_workflow_tool(self) -> bool:
        """Asks the workflow tool directly, as a script or another add-on would."""
        tool = api.portal.get_tool("portal_workflow")
        with as_actor(self.actor):
            try:
                tool.doActionFor(self.application, self.step)
            except WorkflowException:
                return False
        return True

    def _seen(self) -> str:
        """When the letter was entered that waits, if one does."""
        entered = self.application.unconfirmed
        return entered.letter.entered.isoformat() if entered else ""

    def _token(self) -> str:
        with as_actor(self.actor):
            return createToken()


@dataclass
class Seen:
    """What a request was about to commit: the state, and what was recorded."""

    state: str = ""
    events: int = 0


@contextmanager
def undone(application: Any) -> Iterator[Seen]:
    """Within it, what a request has done is looked at and not committed.

    So one application serves for all who may take a step.
    """
    path, seen = application.getPhysicalPath(), Seen()

    def look(event: Any) -> None:
        own = event.request["PARENTS"][-1].unrestrictedTraverse(path)
        seen.state, seen.events = state_of(own), len(events(own))
        transaction.abort()
        transaction.begin()

    registry = getGlobalSiteManager()
    registry.registerHandler(look, (IPubBeforeCommit,))
    try:
        yield seen
    finally:
        registry.unregisterHandler(look, (IPubBeforeCommit,))


def client_of(app: Any, actor: str | None) -> Client:
    if actor == SITE_OWNER_NAME:
        return Client(app, SITE_OWNER_NAME, SITE_OWNER_PASSWORD)
    return Client(app, actor)


def as_actor(actor: str | None) -> Any:
    if actor is None:
        return api.env.adopt_roles(["Anonymous"])
    return acting(actor)


def enter_paper(app: Any, actor: str | None, programme: Any) -> bool:
    """Sends the form for paper, filled in; True where it became an application."""
    with as_actor(actor):
        token = createToken()
    texts = {
        "_authenticator": token,
        "ags": AGS,
        "received": (now() - timedelta(days=1)).date().isoformat(),
        "core-pillar": "saeule-1",
        "core-title": "Dialog Ortsmitte",
        "core-measure_start": "2030-03-01",
        "core-measure_end": "2030-09-30",
        "core-contact_name": "Anna Antrag",
        "requested": "1.500,00",
    }
    client = client_of(app, actor)
    content_type, body = client.browser().testapp.encode_multipart(
        texts.items(), [("scan", "brief.pdf", PDF)]
    )
    url = f"{programme.absolute_url()}/@@papierantrag"
    return client.ask("POST", url, body, Content_Type=content_type).status == 303


WAYS = {
    "page": Attempt.by_page,
    "REST": Attempt.by_rest,
    "workflow tool": Attempt.by_workflow_tool,
}
