"""Nobody gets the product's roles by taking the name of a group.

Users and groups share one space of ids, and a role that is given to a group is given
to that id. Where a portal lets people register, somebody could choose the id of a
group that does not exist yet, or not any more.
"""

from kommunaldialog import _
from kommunaldialog.access.groups import is_municipality_group
from kommunaldialog.content.foerderprogramm import GROUP_FIELDS
from plone import api
from Products.PluggableAuthService.interfaces.events import IPrincipalCreatedEvent
from zExceptions import Forbidden
from zope.component import adapter
from zope.component.hooks import getSite
from zope.globalrequest import getRequest
from zope.i18n import translate


@adapter(IPrincipalCreatedEvent)
def refuse_name_of_group(event: IPrincipalCreatedEvent) -> None:
    """Raises Forbidden for a new user whose id is, or may become, such a group's."""
    if not is_installed():
        return
    user_id = event.principal.getId()
    if not (is_municipality_group(user_id) or user_id in chosen_groups()):
        return
    raise Forbidden(
        translate(
            _(
                "access_name_of_group",
                default=(
                    "Dieser Benutzername ist vergeben. Bitte wählen Sie einen anderen."
                ),
            ),
            context=getRequest(),
        )
    )


def is_installed() -> bool:
    """Whether there is a current site, and it has the product."""
    return "Foerderprogramm" in getattr(getSite(), "portal_types", ())


def chosen_groups() -> set[str]:
    """Ids of all groups that are chosen on a programme of the portal."""
    catalog = api.portal.get_tool("portal_catalog")
    brains = catalog.unrestrictedSearchResults(portal_type="Foerderprogramm")
    programmes = (brain._unrestrictedGetObject() for brain in brains)
    return {
        group
        for programme in programmes
        for field in GROUP_FIELDS
        for group in getattr(programme, field) or ()
    }
