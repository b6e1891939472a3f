"""Plone's "Properties" in the contents of a folder, without the records below it.

Stock asks for a permission on what was selected only, writes creators and dates into
all that lies below it, and fails with a TypeError at the first object without Dublin
Core.
"""

from kommunaldialog import _
from plone.app.content.browser.contents.properties import PropertiesActionView
from plone.app.dexterity.behaviors.metadata import ICategorization
from plone.dexterity.content import DexterityContent


class Properties(PropertiesActionView):
    """Leaves what has no such properties as it is, and all that lies in it.

    Records and their case store have none, neither have pillars, contacts and
    application forms.
    """

    def action(self, obj: DexterityContent, bypass_recurse: bool = False) -> None:
        if ICategorization(obj, None) is not None:
            super().action(obj, bypass_recurse)
        elif obj.UID() in self.get_selection():
            self.errors.append(
                _(
                    "editing_no_properties",
                    default="„${title}“ hat keine solchen Eigenschaften.",
                    mapping={"title": self.objectTitle(obj)},
                )
            )
