"""The example portal's own pages: welcome, imprint, privacy."""

from kommunaldialog.example.documents import texts
from kommunaldialog.example.make import make
from plone.dexterity.content import DexterityContent


def make_pages(
    portal: DexterityContent,
    dialogue: DexterityContent,
    programme: DexterityContent,
    municipalities: DexterityContent,
) -> None:
    """Makes the pages that are missing; the first becomes the portal's front page."""
    links = {
        "dialogue": f"resolveuid/{dialogue.UID()}",
        "dialogue_title": dialogue.title,
        "programme": f"resolveuid/{programme.UID()}",
        "programme_title": programme.title,
        "municipalities": f"resolveuid/{municipalities.UID()}",
    }
    for page in texts("pages")["pages"]:
        text = page["text"].format(**links)
        make(portal, "Document", {**page, "text": text, "exclude_from_nav": True})
    if not portal.getProperty("default_page"):
        portal.setDefaultPage("willkommen")
