"""Installing into a portal that lives, using the product, and taking it out again."""

from kommunaldialog.access import book
from kommunaldialog.content.keep import removal_allowed
from kommunaldialog.forms import versions
from kommunaldialog.setuphandlers import TYPES
from kommunaldialog.usecases.section import begin_section
from plone import api
from plone.app.testing import applyProfile
from tests.client import Client
from tests.packaging.living import NEWS
from tests.packaging.portal_state import differences
from tests.packaging.portal_state import state
from tests.samples import AGS
from tests.samples import CASE_WORKERS
from tests.samples import FORM
from tests.samples import make_draft
from tests.samples import make_kommune
from tests.samples import make_people
from tests.samples import make_programme
from tests.samples import now
from tests.samples import publish
from typing import Any
from zope.annotation.interfaces import IAnnotations
import re
import transaction


# Of each answer its own: plone.protect's tokens, where resources lie in memory, and
# when somebody logged in.
OWN = re.compile(
    r'_authenticator=\w+|(value|data-token)="[0-9a-f]{40,}"|\+\+unique\+\+[^/"]+'
    r'|<time class="pat-display-time"[^>]*>'
)
LAND = "kommunaldialog.controlpanel.interfaces.IKommunaldialogSettings.land"
THEME = "++theme++bootstrap6"
PAGES = ("de", "de/rathaus", "de/rathaus/kontakt", "en", "de/sitemap", "login")


def look(layer: Any) -> dict[str, str]:
    """What visitors, and an editor, get of the portal's own pages."""
    address = layer["portal"].absolute_url()
    found = {}
    for user in (None, "erika"):
        client = Client(layer["app"], user)
        for page in PAGES:
            answer = client.get(f"{address}/{page}")
            text = OWN.sub("", answer.text)
            found[f"{user}: {page}"] = f"{answer.status}\n{text}"
    return found


def use(portal: Any) -> None:
    """A dialogue, a section, a call, an application that is begun, a setting."""
    make_kommune(portal.de)
    programme = make_programme(portal.de, case_worker_groups=(CASE_WORKERS,))
    versions.publish(programme, FORM, "webredaktion", now())
    make_draft(programme)
    book.note(AGS, "access_invited", "webredaktion", now())
    with api.env.adopt_roles(["Manager"]):
        section = api.content.create(portal.de, "Folder", id="mitreden")
        dialogue = api.content.create(section, "Dialog", title="Ortsmitte")
        publish(dialogue)
        api.content.create(dialogue, "Ergebnis", title="Bericht")
        begin_section(section)
        begin_section(portal.de.rathaus)
        portal.portal_registry[LAND] = "Musterland"


def clear(portal: Any) -> None:
    """Removes what `use` made, as an administrator; the draft by the product."""
    with api.env.adopt_roles(["Manager"]), removal_allowed():
        brains = portal.portal_catalog.unrestrictedSearchResults(
            portal_type=["Foerderprogramm", "Kommune", "Dialog"]
        )
        for brain in brains:
            item = brain._unrestrictedGetObject()
            api.content.delete(item, check_linkintegrity=False)
        api.content.delete(portal.de.mitreden, check_linkintegrity=False)
        left = portal.portal_catalog.unrestrictedSearchResults(
            portal_type=sorted(TYPES)
        )
        assert len(left) == 0


class TestAPortalThatLives:
    """A class, so that the layer is set up once."""

    def test_it_stays_what_it_is_before_with_and_after_the_product(self, living):
        portal = living["portal"]
        make_people()
        # The layer's catalog has no state of it.
        portal.de.rathaus.reindexObject()
        transaction.commit()
        before, pages = state(portal), look(living)
        # What is not there before was not left over when the portal was made either.
        assert "kommunaldialog" not in repr(before).lower()
        assert NEWS in pages["None: de/rathaus"]
        assert THEME in pages["None: de/rathaus"]

        applyProfile(portal, "kommunaldialog:default")
        transaction.commit()
        assert differences(before, state(portal)) != []
        assert differences(bodies(pages), bodies(look(living))) == []

        use(portal)
        transaction.commit()
        address = f"{portal.absolute_url()}/de/mitreden/ortsmitte"
        dialogue = Client(living["app"]).get(address)
        assert dialogue.status == 200
        assert THEME in dialogue.text
        assert 'class="kd' in dialogue.text

        clear(portal)
        transaction.commit()
        installer = api.content.get_view("installer", portal, portal.REQUEST)
        assert installer.uninstall_product("kommunaldialog")
        # Kept on purpose: a reference number is never given twice.
        assert "KD" in IAnnotations(portal).pop("kommunaldialog.prefixes")
        # As well: who put whom into groups that stay.
        assert len(IAnnotations(portal).pop("kommunaldialog.accounts").log) == 1
        transaction.commit()
        assert differences(before, state(portal)) == []
        assert differences(pages, look(living)) == []

    def test_the_product_can_come_and_go_twice(self, living):
        portal = living["portal"]
        before = state(portal)
        for _time in range(2):
            applyProfile(portal, "kommunaldialog:default")
            assert "Dialog" in portal.portal_types
            applyProfile(portal, "kommunaldialog:uninstall")
            assert differences(before, state(portal)) == []


def bodies(pages: dict[str, str]) -> dict[str, str]:
    """What visitors see: in the head the style sheet of the product is named.

    The menu of who is logged in has the product's entries. Blank lines, such as Plone
    writes for a viewlet that shows nothing, nobody sees.
    """
    return {
        name: re.sub(r"\n\s*\n", "\n", text[max(0, text.find("<body")) :])
        for name, text in pages.items()
        if name.startswith("None")
    }
