"""``sitemap.xml.gz``: what Plone lists of the portal, and the overviews of sections."""

from collections.abc import Iterator
from kommunaldialog.content.public import ISection
from kommunaldialog.portal.section import PARTS
from kommunaldialog.portal.section import VIEWS
from plone import api
from plone.app.layout.sitemap.sitemap import SiteMapView


class SiteMap(SiteMapView):
    """Overviews are views of a section, which no catalog lists."""

    def _objects(self) -> Iterator[dict[str, str]]:
        pages = list(super()._objects())
        yield from pages
        sections = api.content.find(
            self.context, object_provides=ISection.__identifier__
        )
        for section in sections:
            url = section.getURL()
            below = [page["lastmod"] for page in pages if _within(page["loc"], url)]
            lastmod = max(below, default=section.modified.ISO8601())
            for view in (*VIEWS, *PARTS):
                yield {"loc": f"{url}/@@{view}", "lastmod": lastmod}


def _within(address: str, url: str) -> bool:
    return address == url or address.startswith(f"{url}/")
