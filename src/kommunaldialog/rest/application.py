"""An application as JSON, for those who may see it."""

from kommunaldialog.access.permissions import may
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.content.foerderantrag import IFoerderantrag
from kommunaldialog.content.register import municipality_name
from kommunaldialog.domain.lifecycle import VIEW_INTERNAL
from kommunaldialog.domain.proof import proof_to_json
from kommunaldialog.domain.receipt import to_json
from kommunaldialog.interfaces import IKommunaldialogLayer
from kommunaldialog.rest.waiting import waiting
from kommunaldialog.usecases.deliver import known_state
from kommunaldialog.usecases.deliver import to_retrieve
from kommunaldialog.usecases.flags import flags
from kommunaldialog.usecases.step import state_of
from plone.restapi.interfaces import ISerializeToJson
from plone.restapi.serializer.converters import json_compatible
from typing import Any
from zope.component import adapter
from zope.interface import implementer


@implementer(ISerializeToJson)
@adapter(IFoerderantrag, IKommunaldialogLayer)
class ApplicationToJson:
    """Core fields, how it came (`usecases.flags`), what was submitted, the decision,
    the last proof of use.

    Not the assessment, nor names of the office's people: the municipality reads this.
    What waits for a second person of the office is for the office.
    """

    def __init__(self, context: Any, request: Any) -> None:
        self.context = context
        self.request = request

    def __call__(
        self, version: str | None = None, include_items: bool = True
    ) -> dict[str, Any]:
        application = self.context
        submission, proofs = application.submission(), application.proofs
        internal = may(VIEW_INTERNAL, application)
        waits = to_retrieve(application) and not internal
        return {
            "@id": application.absolute_url(),
            "@type": application.portal_type,
            "UID": application.UID(),
            "title": application.title,
            "review_state": state_told(application),
            "flags": list(flags(application)),
            "reference": application.reference,
            "ags": application.ags,
            "municipality": municipality_name(application.ags),
            "pillar": application.pillar,
            "contact_name": application.contact_name,
            "contact_email": application.contact_email,
            "contact_phone": application.contact_phone,
            "measure_start": json_compatible(application.measure_start),
            "measure_end": json_compatible(application.measure_end),
            "participants": list(application.participants),
            "plan": application.plan.to_json(),
            "form_version": application.form_version,
            "revision": application.revision,
            "submission": to_json(submission) if submission else None,
            "decision": None if waits else _decision(application.decision),
            "proof": proof_to_json(proofs[-1]) if proofs else None,
            "waiting": waiting(application) if internal else None,
        }


def state_told(application: Foerderantrag) -> str:
    """Id of the state, as far as the current user may know it."""
    if may(VIEW_INTERNAL, application):
        return state_of(application)
    return known_state(application)


def _decision(decision: Any) -> dict[str, Any] | None:
    if decision is None:
        return None
    return {
        "approved": decision.approved,
        "amount": str(decision.amount),
        "reason": decision.reason,
        "conditions": decision.conditions,
        "moment": json_compatible(decision.moment),
    }
