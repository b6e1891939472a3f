"""Public pages as JSON: what their pages show, resolved, under ``public``.

plone.restapi's own answer has every field as it is kept: keys, UIDs, and what only
editors read. Who may not change a page gets `SHOWN` of it; ``public`` is for everybody.
"""

from kommunaldialog.access.arrival import arrival
from kommunaldialog.access.permissions import may
from kommunaldialog.content.kontakt import IKontakt
from kommunaldialog.dates import local
from kommunaldialog.domain.public import to_json
from kommunaldialog.exports.public import MAKERS
from kommunaldialog.exports.public import Names
from kommunaldialog.exports.public_contents import with_contents
from kommunaldialog.exports.public_page import contact
from kommunaldialog.exports.public_page import public_page
from kommunaldialog.interfaces import IKommunaldialogLayer
from kommunaldialog.portal.permalink import permalink
from plone import api
from plone.dexterity.content import DexterityContent
from plone.restapi.interfaces import ISerializeToJson
from plone.restapi.interfaces import ISerializeToJsonSummary
from plone.restapi.serializer.dxcontent import SerializeFolderToJson
from plone.restapi.serializer.dxcontent import SerializeToJson
from plone.restapi.serializer.summary import DefaultJSONSummarySerializer
from Products.ZCatalog.interfaces import ICatalogBrain
from typing import Any
from zope.annotation.interfaces import IAnnotations
from zope.component import adapter
from zope.interface import implementer
from ZPublisher.HTTPRequest import HTTPRequest


EDIT = "Modify portal content"
NAMES = "kommunaldialog.names"

# Of plone.restapi's answer, for who only reads.
SHOWN = frozenset(
    {
        "@components",
        "@id",
        "@type",
        "UID",
        "batching",
        "created",
        "description",
        "effective",
        "id",
        "image",
        "image_alternative",
        "image_caption",
        "image_credit",
        "is_folderish",
        "items",
        "items_total",
        "language",
        "layout",
        "modified",
        "next_item",
        "parent",
        "previous_item",
        "review_state",
        "subjects",
        "targetUrl",
        "text",
        "title",
        "type_title",
        "version",
    }
)


def shown(context: DexterityContent, answer: dict[str, Any]) -> dict[str, Any]:
    """The part of plone.restapi's answer that the current user may read."""
    if may(EDIT, context):
        return answer
    left = {name: value for name, value in answer.items() if name in SHOWN}
    if not may("View", context.__parent__):
        # Its title is not the reader's business.
        left.pop("parent")
    return left


def told(context: DexterityContent, request: HTTPRequest) -> dict[str, Any]:
    """``public`` of a page, and the address under which it stays."""
    zone = api.portal.get_registry_record("plone.portal_timezone")
    today = local(arrival(request), zone).date()
    page = public_page(context, today)
    whole = None if page is None else with_contents(page, context, today)
    return {"public": to_json(whole), "permanent_link": permalink(context)}


class _PublicToJson:
    def __call__(self, version: str | None = None, **kw: Any) -> dict[str, Any]:
        answer = shown(self.context, super().__call__(version=version, **kw))
        # The catalog knows the current version only.
        return answer if version else {**answer, **told(self.context, self.request)}


@implementer(ISerializeToJson)
class PublicToJson(_PublicToJson, SerializeToJson):
    """An Ergebnis or Werkzeug."""


@implementer(ISerializeToJson)
class PublicFolderToJson(_PublicToJson, SerializeFolderToJson):
    """A Dialog or Kommune, with what lies in it."""


@implementer(ISerializeToJson)
@adapter(IKontakt, IKommunaldialogLayer)
class ContactToJson(SerializeToJson):
    """A Kontakt; when somebody last checked it is for editors."""

    def __call__(self, version: str | None = None, **kw: Any) -> dict[str, Any]:
        answer = shown(self.context, super().__call__(version=version, **kw))
        if version:
            return answer
        public = to_json(contact(self.context))
        return {**answer, "public": public, "permanent_link": permalink(self.context)}


@implementer(ISerializeToJsonSummary)
@adapter(ICatalogBrain, IKommunaldialogLayer)
class BrainToJson(DefaultJSONSummarySerializer):
    """A page in a list, such as ``@search``: ours with what overviews say of it."""

    def __call__(self) -> dict[str, Any]:
        summary = super().__call__()
        make = MAKERS.get(self.context.portal_type)
        if make is None:
            return summary
        page = make(_names(self.request), self.context)
        return {**summary, "public": to_json(page)}


def _names(request: HTTPRequest) -> Names:
    # One for all pages of a list.
    kept = IAnnotations(request)
    if NAMES not in kept:
        kept[NAMES] = Names(api.portal.get())
    return kept[NAMES]
