"""What the head of a public page tells machines: JSON-LD, and its canonical address.

Open Graph is Plone's own (plone.app.layout), where the portal has it switched on, but
for the address of a list.
"""

from kommunaldialog.access.arrival import arrival
from kommunaldialog.dates import local
from kommunaldialog.exports.jsonld import schema_org
from kommunaldialog.exports.jsonld import script
from kommunaldialog.exports.public_page import public_page
from kommunaldialog.portal.permalink import permalink
from kommunaldialog.portal.section import START
from pathlib import Path
from plone import api
from plone.app.layout.links.viewlets import CanonicalURL
from plone.app.layout.viewlets import social
from plone.app.layout.viewlets import ViewletBase
from plone.app.layout.viewlets.social import SocialTagsViewlet
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from xml.sax.saxutils import quoteattr


class JsonLdViewlet(ViewletBase):
    """A Dialog, Ergebnis, Werkzeug or Kommune in the words of schema.org."""

    def render(self) -> str:
        zone = api.portal.get_registry_record("plone.portal_timezone")
        today = local(arrival(self.request), zone).date()
        page = public_page(self.context, today)
        if page is None:
            return ""
        language = api.portal.get_current_language(self.context)
        return script(schema_org(page, permalink(self.context), language))


class SocialTags(SocialTagsViewlet):
    """Plone's Open Graph; a list is shared by its own address, too."""

    index = ViewPageTemplateFile(str(Path(social.__file__).with_name("social_tags.pt")))

    @property
    def tags(self) -> list[dict[str, str]]:
        tags = super().tags
        if self.view.__name__ in ("view", START):
            return tags
        own = {"property": "og:url", "content": self.view.canonical}
        return [own if tag.get("property") == "og:url" else tag for tag in tags]

    def render(self) -> str:
        return self.index()


class CanonicalViewlet(CanonicalURL):
    """The address of a list is its own, not that of the folder where it begins.

    Plone's says the folder's for each of its views; search engines would keep one.
    """

    def render(self) -> str:
        # A page itself, and what a folder shows as its own page.
        if self.view.__name__ in ("view", START):
            return super().render()
        return f'<link rel="canonical" href={quoteattr(self.view.canonical)} />'
