"""What is translated, and what all languages share, with plone.app.multilingual.

That add-on makes every type of the portal translatable. Of ours these are: pages that
people read. The register, the contacts and whatever belongs to an application exist
once for all languages: a second record would be a second municipality or case.

Loaded only where the add-on's code is there; it does nothing before it is installed.
"""

from kommunaldialog.content.dialog import IDialog
from kommunaldialog.content.ergebnis import IErgebnis
from kommunaldialog.content.picture import IPicture
from kommunaldialog.content.werkzeug import IWerkzeug
from plone import api
from plone.app.multilingual.dx.interfaces import ILanguageIndependentField
from Products.GenericSetup.interfaces import IProfileImportedEvent
from zope.interface import alsoProvides


BEHAVIOR = "plone.translatable"
TRANSLATED = frozenset({"Dialog", "Ergebnis", "Werkzeug"})
# Facts; texts, files and addresses are each language's own.
SHARED = {
    IDialog: (
        "kind",
        "status",
        "start",
        "end",
        "decided_until",
        "participation_level",
        "topics",
        "methods",
        "participant_groups",
        "municipalities",
        "municipality_count",
        "participant_number",
        "contact",
    ),
    IErgebnis: ("kind", "date", "municipalities", "implementation", "due"),
    IWerkzeug: ("kind", "phases", "topics", "contact"),
    IPicture: ("image_credit",),
}
_MODULE = "kommunaldialog.content."
_PROFILES = ("plone.app.multilingual:default", "kommunaldialog:default")

for _schema, _names in SHARED.items():
    for _name in _names:
        alsoProvides(_schema[_name], ILanguageIndependentField)


def choose_types(event: IProfileImportedEvent) -> None:
    """Leaves of our types only those translatable that people read.

    Whichever of the two is installed first: the add-on adds its behavior to the types
    that it finds, and our profile writes our types anew.
    """
    if not event.profile_id or not event.profile_id.endswith(_PROFILES):
        return
    types = api.portal.get_tool("portal_types")
    # A portal may have done away with Plone's own page.
    page = types.get("Document")
    installed = page is not None and BEHAVIOR in page.behaviors
    for type_info in types.listTypeInfo():
        if not getattr(type_info, "schema", "").startswith(_MODULE):
            continue
        wanted = installed and type_info.getId() in TRANSLATED
        others = [name for name in type_info.behaviors if name != BEHAVIOR]
        behaviors = (*others, BEHAVIOR) if wanted else tuple(others)
        if behaviors != tuple(type_info.behaviors):
            type_info.manage_changeProperties(behaviors=behaviors)
