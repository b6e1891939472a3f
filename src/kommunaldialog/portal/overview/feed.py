"""A selection of an overview as RSS 2.0: what was published last comes first."""

from datetime import datetime
from datetime import UTC
from email.utils import format_datetime
from kommunaldialog import _
from kommunaldialog.domain.text import printable
from kommunaldialog.portal.overview.hits import Hits
from kommunaldialog.portal.page import PublicPage
from lxml.builder import ElementMaker
from lxml.etree import _Element
from lxml.etree import tostring
from typing import Any


MEDIA_TYPE = "application/rss+xml"
ITEMS = 50

ATOM = "http://www.w3.org/2005/Atom"
RSS = ElementMaker(nsmap={"atom": ATOM})
LINK = ElementMaker(namespace=ATOM).link


def feed(page: PublicPage, hits: Hits, title: str) -> bytes:
    """The first items of what was found, as the current user may see it."""
    selection = hits.selection
    about = page.translate(
        _(
            "portal_overview_feed",
            default="${title} aus: ${section}",
            mapping={"title": title, "section": page.context.Title()},
        )
    )
    channel = RSS.channel(
        RSS.title(printable(f"{title} – {page.context.Title()}")),
        RSS.link(selection.changed().url()),
        RSS.description(printable(about)),
        RSS.language(page.language),
        LINK(rel="self", type=MEDIA_TYPE, href=selection.changed().url("/rss")),
        *(_item(brain) for brain in hits.published_last(ITEMS)),
    )
    return tostring(
        RSS.rss(channel, version="2.0"),
        encoding="utf-8",
        xml_declaration=True,
        pretty_print=True,
    )


def _item(brain: Any) -> _Element:
    return RSS.item(
        RSS.title(printable(brain.Title)),
        RSS.link(brain.getURL()),
        RSS.guid(brain.UID, isPermaLink="false"),
        RSS.pubDate(format_datetime(_published(brain), usegmt=True)),
        RSS.description(printable(brain.Description)),
    )


def _published(brain: Any) -> datetime:
    published = brain.effective
    # What was never published says 1969.
    if published.year() < 1970:
        published = brain.created
    return published.asdatetime().astimezone(UTC)
