"""What the public pages have in common: texts, contacts, files, municipalities."""

from babel.numbers import format_decimal
from collections.abc import Iterable
from datetime import datetime
from functools import cached_property
from functools import lru_cache
from kommunaldialog.access.parts import offered
from kommunaldialog.content.kontakt import Kontakt
from kommunaldialog.content.register import municipality_name
from kommunaldialog.controlpanel.granting_bodies import granting_body
from kommunaldialog.forms.files import human_size
from kommunaldialog.pages.view import Page
from kommunaldialog.portal.foot import Foot
from kommunaldialog.portal.foot import foot_of
from kommunaldialog.portal.section import section_links
from kommunaldialog.portal.section import SectionLink
from kommunaldialog.static_files import static_url
from pathlib import PurePosixPath
from plone import api
from plone.dexterity.content import DexterityContent
from plone.namedfile.interfaces import INamedBlobFile
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from urllib.parse import quote
from zope.component import getUtility
from zope.schema.interfaces import IVocabularyFactory
import re


_ADDRESS = re.compile(r"(https?://[^\s,;]+)")


class PublicPage(Page):
    """A page that everybody may read."""

    parts = ViewPageTemplateFile("parts.pt")
    # Macros of what an overview consists of: facets, chosen, rows, pages.
    lists = ViewPageTemplateFile("overview/overview.pt")

    @cached_property
    def section_links(self) -> list[SectionLink]:
        """The navigation of the section that the page is part of."""
        return section_links(self.context, self.__name__)

    @property
    def changed(self) -> datetime:
        """When what the page shows was last changed; lists are as of now."""
        if self.__name__ != "view":
            return self.moment
        return self.context.modified().asdatetime()

    @property
    def canonical(self) -> str:
        """The one address of a list that search engines should keep."""
        return self.address(self.__name__)

    def static(self, name: str) -> str:
        """Address of one of the public pages' style sheets and scripts."""
        return static_url("portal", name)

    @property
    def archived(self) -> bool:
        """Whether the page is kept as it was, and nobody looks after it any more."""
        return api.content.get_state(self.context, default="") == "archived"

    @property
    def view_name(self) -> str:
        """The view in the page's address; empty for what the context itself shows."""
        return "" if self.__name__ == "view" else self.__name__

    @cached_property
    def foot(self) -> Foot:
        """What stands at the end of the page."""
        return foot_of(self, self.view_name, self.changed)

    @cached_property
    def body(self) -> str:
        """The editor's rich text as HTML that may be shown; empty for none."""
        text = getattr(self.context, "text", None)
        return (text.output_relative_to(self.context) or "") if text else ""

    @cached_property
    def contact(self) -> Kontakt | None:
        """Whom to ask; None where nobody is named or the viewer may not see it."""
        uid = getattr(self.context, "contact", None)
        brains = api.content.find(UID=uid) if uid else ()
        return brains[0].getObject() if brains else None

    def paragraphs(self, text: str | None) -> list[str]:
        """A plain text as the paragraphs that were typed."""
        return [line.strip() for line in (text or "").splitlines() if line.strip()]

    def linked(self, text: str | None) -> list[tuple[str, str | None]]:
        """A plain text in pieces, each with the address that it is, or None."""
        pieces = _ADDRESS.split(text or "")
        return [
            (piece, piece if number % 2 else None)
            for number, piece in enumerate(pieces)
            if piece
        ]

    def title_of(self, vocabulary: str, value: str) -> str:
        """What a value of one of the product's vocabularies is called."""
        terms = getUtility(IVocabularyFactory, f"kommunaldialog.{vocabulary}")
        return self.translate(terms(self.context).getTerm(value).title)

    def titles_of(self, vocabulary: str, values: Iterable[str]) -> list[str]:
        """What values are called, in the vocabulary's order; no words that are gone."""
        terms = getUtility(IVocabularyFactory, f"kommunaldialog.{vocabulary}")
        chosen = frozenset(values)
        return [
            self.translate(term.title)
            for term in terms(self.context)
            if term.value in chosen
        ]

    def offered(self, part: str) -> bool:
        """Whether the portal has one of the parts that it can do without."""
        return offered(part)

    def body_name(self, item: DexterityContent) -> str:
        """What the granting body of a programme or a pillar is called."""
        return granting_body(item.granting_body).name

    def phone_address(self, phone: str) -> str:
        """The address by which a telephone dials: digits, and a leading plus."""
        return "tel:" + re.sub(r"[^\d+]", "", phone.replace("(0)", ""))

    def number(self, value: int) -> str:
        """ "25.424"."""
        return _grouped(value, self.language)

    def file_of(self, item: DexterityContent) -> dict[str, str] | None:
        """Address, format and size ("PDF", "12 KB") of an item's file."""
        file: INamedBlobFile | None = item.file
        if file is None:
            return None
        facts = file.filename or "", file.contentType, file.getSize()
        return self.file_facts(item.absolute_url(), facts)

    def file_facts(self, url: str, facts: tuple[str, str, int]) -> dict[str, str]:
        """The same of an item at an address; `facts` as the catalog keeps them."""
        name, content_type, size = facts
        suffix = PurePosixPath(name).suffix or content_type
        return {
            "url": f"{url}/@@download/file/{quote(name)}",
            "format": re.split(r"[./]", suffix)[-1].upper(),
            "size": human_size(size),
            "type": content_type,
        }

    def municipality_links(self, keys: tuple[str, ...]) -> list[dict[str, str | None]]:
        """Name of each municipality, and its address where the viewer may see it."""
        brains = api.content.find(portal_type="Kommune", ags=list(keys or ()))
        urls = {brain.ags: brain.getURL() for brain in brains}
        return sorted(
            ({"title": municipality_name(ags), "url": urls.get(ags)} for ags in keys),
            key=lambda link: link["title"],
        )


@lru_cache(maxsize=4096)
def _grouped(value: int, language: str) -> str:
    # The choices of an overview have the same small numbers again and again.
    return format_decimal(value, locale=language)
