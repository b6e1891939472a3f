"""A Foerderprogramm and a Saeule as JSON: beside their fields what their pages show."""

from kommunaldialog.access.arrival import arrival
from kommunaldialog.content.foerderprogramm import IFoerderprogramm
from kommunaldialog.content.saeule import ISaeule
from kommunaldialog.content.saeule import Saeule
from kommunaldialog.domain.funded import total
from kommunaldialog.domain.public import Link
from kommunaldialog.domain.public import to_json
from kommunaldialog.exports.public import link_of
from kommunaldialog.exports.public_page import contact_of
from kommunaldialog.interfaces import IKommunaldialogLayer
from kommunaldialog.portal.permalink import permalink
from kommunaldialog.usecases.funded import funded_measures
from kommunaldialog.usecases.standing import standing
from plone import api
from plone.restapi.interfaces import ISerializeToJson
from plone.restapi.serializer.dxcontent import SerializeFolderToJson
from plone.restapi.serializer.dxcontent import SerializeToJson
from typing import Any
from zope.component import adapter
from zope.interface import implementer


@implementer(ISerializeToJson)
@adapter(IFoerderprogramm, IKommunaldialogLayer)
class CallToJson(SerializeFolderToJson):
    """A call: where it stands, whom to ask, its pillars, what was granted."""

    def __call__(self, version: str | None = None, **kw: Any) -> dict[str, Any]:
        answer = super().__call__(version=version, **kw)
        # What is counted and looked up is of now, not of an earlier version.
        if version:
            return answer
        call = self.context
        measures = funded_measures(call)
        public = {
            "status": standing(call, arrival(self.request)),
            "contact": to_json(contact_of(call)),
            "pillars": [
                {"title": pillar.title, "url": pillar.absolute_url(), **told(pillar)}
                for pillar in call.pillars()
            ],
            "measures_total": len(measures),
            "granted": to_json(total(measures)),
        }
        return {**answer, "public": public, "permanent_link": permalink(call)}


@implementer(ISerializeToJson)
@adapter(ISaeule, IKommunaldialogLayer)
class PillarToJson(SerializeToJson):
    """A pillar, with the dialogues that it pays for."""

    def __call__(self, version: str | None = None, **kw: Any) -> dict[str, Any]:
        answer = super().__call__(version=version, **kw)
        if version:
            return answer
        return {
            **answer,
            "public": told(self.context),
            "permanent_link": permalink(self.context),
        }


def told(pillar: Saeule) -> dict[str, Any]:
    """What pages resolve of a pillar: its dialogues, as far as the user sees them."""
    uids = list(pillar.dialogues or ())
    brains = api.content.find(UID=uids) if uids else ()
    dialogues: tuple[Link, ...] = tuple(link_of(brain) for brain in brains)
    return {"dialogues": to_json(dialogues)}
