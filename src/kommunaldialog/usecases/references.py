"""What a page refers to inside the portal, and which of it leads nowhere.

The catalog keeps it (index ``dialogue_refers``): so it is known without loading a page
where a contact is used, and which links are broken.
"""

from Acquisition import aq_base
from collections.abc import Iterator
from kommunaldialog.access.guard import RECORDS
from lxml import html
from lxml.etree import ParserError
from lxml.html import HtmlElement
from plone import api
from plone.app.textfield.interfaces import IRichTextValue
from plone.dexterity.content import DexterityContent
from posixpath import normpath
from urllib.parse import unquote
from urllib.parse import urlsplit
from z3c.relationfield.interfaces import IRelationValue
import re


INDEX = "dialogue_refers"
# Fields whose values are UIDs.
UID_FIELDS = ("contact", "dialogues", "callback_form")
# Fields whose value is an address; the first is that of Plone's own Link.
ADDRESS_FIELDS = ("remoteUrl", "easy_language", "sign_language_video", "website")
# What a Link says for the addresses of the portal and of its navigation root.
_HOME = re.compile(r"^\$\{(?:portal|navigation_root)_url\}")
_RESOLVED = re.compile(r"(?:^|/)resolveuid/([0-9a-f]{32})", re.IGNORECASE)
# What follows on an object's address is about that object.
_VIEW = re.compile(r"/(?:@@|\+\+)[^/]*.*$|/view$")


def references(item: DexterityContent) -> tuple[str, ...]:
    """UIDs, and paths below the portal ("/portal/dialoge"), each once."""
    if any(record.providedBy(item) for record in RECORDS):
        return ()
    found = (*_in_fields(item), *_in_relations(item), *_in_text(item))
    return tuple(dict.fromkeys(found))


def used_by(uid: str) -> list[object]:
    """Catalog brains of the pages that refer to an object, of those the user sees."""
    catalog = api.portal.get_tool("portal_catalog")
    return catalog.searchResults(
        {INDEX: uid}, sort_on="sortable_title", show_inactive=True
    )


def used() -> frozenset[str]:
    """All that any page refers to."""
    catalog = api.portal.get_tool("portal_catalog")
    return frozenset(catalog.uniqueValuesFor(INDEX))


def broken() -> list[str]:
    """What pages refer to and what is not there."""
    catalog = api.portal.get_tool("portal_catalog")
    told = used()
    uids = {value for value in told if not value.startswith("/")}
    there = {brain.UID for brain in catalog.unrestrictedSearchResults(UID=sorted(uids))}
    paths = [value for value in told if value.startswith("/") and _leads_nowhere(value)]
    return sorted((uids - there).union(paths))


def rich_text(item: DexterityContent) -> HtmlElement | None:
    """An item's own rich text; None where it has none, or none that can be read."""
    text = getattr(aq_base(item), "text", None)
    if not IRichTextValue.providedBy(text) or not (text.raw or "").strip():
        return None
    try:
        return html.fragment_fromstring(text.raw, create_parent="div")
    except (ParserError, ValueError):
        # No reason to refuse a page, also one that is not of ours.
        return None


def _in_fields(item: DexterityContent) -> Iterator[str]:
    for name in UID_FIELDS:
        value = getattr(aq_base(item), name, None) or ()
        yield from (value,) if isinstance(value, str) else value
    for name in ADDRESS_FIELDS:
        link = getattr(aq_base(item), name, None)
        if not link:
            continue
        home = api.portal.get_navigation_root(item).absolute_url()
        target = _target(item, _HOME.sub(home, link.strip()))
        if target:
            yield target


def _in_relations(item: DexterityContent) -> Iterator[str]:
    for value in getattr(aq_base(item), "relatedItems", None) or ():
        if not IRelationValue.providedBy(value):
            continue
        if value.isBroken():
            # Where it led before its target was deleted.
            yield "/" + (value._broken_to_path or "").lstrip("/")
        else:
            yield value.to_object.UID()


def _in_text(item: DexterityContent) -> Iterator[str]:
    tree = rich_text(item)
    if tree is None:
        return
    for _element, attribute, link, _position in tree.iterlinks():
        if attribute in ("href", "src"):
            target = _target(item, link.strip())
            if target:
                yield target


def _target(item: DexterityContent, link: str) -> str | None:
    """The UID or path that a link names; None for what is not the portal's."""
    portal = api.portal.get()
    # With the host by which visitors reach it, whether they say http or https.
    home = portal.absolute_url().partition(":")[2]
    scheme, _colon, rest = link.partition(":")
    if scheme in ("http", "https") and (rest == home or rest.startswith(f"{home}/")):
        link = rest[len(home) :] or "/"
    try:
        parts = urlsplit(link)
    except ValueError:
        # Such as "http://[address]/": what can't be an address leads nowhere of ours.
        return None
    if parts.scheme or parts.netloc or not parts.path:
        return None
    resolved = _RESOLVED.search(parts.path)
    if resolved:
        return resolved[1].lower()
    root = "/".join(portal.getPhysicalPath())
    path = unquote(parts.path)
    if path.startswith(f"{root}/"):
        base = ""
    elif path.startswith("/"):
        base = root
    else:
        folder = item if item.isPrincipiaFolderish else item.__parent__
        base = "/".join(folder.getPhysicalPath()) + "/"
    return _VIEW.sub("", normpath(base + path))


def _leads_nowhere(path: str) -> bool:
    catalog = api.portal.get_tool("portal_catalog")
    if catalog.getrid(path) is not None:
        return False
    # What the catalog does not know may be a view or an old folder of Zope.
    return api.portal.get().unrestrictedTraverse(path, None) is None
