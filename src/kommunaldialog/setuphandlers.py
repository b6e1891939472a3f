"""Installing and uninstalling beyond what GenericSetup's files can say."""

from kommunaldialog.access.book import close as close_accounts
from kommunaldialog.domain.lifecycle import ROLES
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.forms.scripts import approve_existing
from kommunaldialog.forms.scripts import forget_approvals
from kommunaldialog.history.register import forget_imports
from kommunaldialog.history.words import forget_words
from kommunaldialog.messages import text
from kommunaldialog.outbox import remove as remove_outbox
from kommunaldialog.portal.caching.setup import leave_caching
from kommunaldialog.register.job import discard_job
from kommunaldialog.theme.leave import leave as leave_theme
from kommunaldialog.usecases.leaving import refuse_to_leave
from kommunaldialog.usecases.section import end_all_sections
from plone.base.interfaces import INonInstallable
from plone.registry import Registry
from Products.CMFPlone.Portal import PloneSite
from Products.GenericSetup.interfaces import IBeforeProfileImportEvent
from Products.GenericSetup.tool import SetupTool
from Products.statusmessages.interfaces import IStatusMessage
from zExceptions import BadRequest
from zope.globalrequest import getRequest
from zope.i18n import translate
from zope.interface import implementer


PERMISSION_PREFIX = "_kommunaldialog__"
TYPES = frozenset(
    {
        "Antragsformular",
        "Beratung",
        "Dialog",
        "Ergebnis",
        "Foerderantrag",
        "Foerderprogramm",
        "Kommune",
        "Kontakt",
        "Saeule",
        "Vorgangsablage",
        "Werkzeug",
    }
)


@implementer(INonInstallable)
class HiddenProfiles:
    """Profiles that no one should pick in the add-on control panel by accident."""

    def getNonInstallableProfiles(self) -> list[str]:
        return [
            "kommunaldialog:uninstall",
            "kommunaldialog:theme",
            "kommunaldialog:demo",
            "kommunaldialog:sachsen",
            "kommunaldialog:caching-uninstall",
            "kommunaldialog:oidc",
            "kommunaldialog:oidc-uninstall",
        ]


def post_install(tool: SetupTool) -> None:
    """Does what no file of GenericSetup can do.

    Scripts that the site's EasyForms have already go on working, and Plone's user
    management knows the roles: it would write them down when its page is first looked
    at, and have the administrator confirm that.
    """
    portal = tool.aq_parent
    approve_existing(portal)
    portal.acl_users.portal_role_manager.updateRolesList()


def keep_with_records(event: IBeforeProfileImportEvent) -> None:
    """Raises BadRequest before the uninstall profile, or a step of it, is run.

    Only while there are records. What to do is in the exception, and in a status
    message: Plone's control panel of add-ons catches every exception and shows none
    of its words.
    """
    if not (event.profile_id or "").endswith("kommunaldialog:uninstall"):
        return
    try:
        refuse_to_leave()
    except Refused as refused:
        request = getRequest()
        message = translate(text(refused.refusals[0]), context=request)
        if request is not None:
            IStatusMessage(request).add(message, type="error")
        raise BadRequest(message) from refused


def post_uninstall(tool: SetupTool) -> None:
    """Removes what no file of GenericSetup can remove."""
    portal = tool.aq_parent
    end_all_sections()
    forget_approvals(portal)
    forget_words()
    forget_imports()
    discard_job()
    remove_outbox(portal)
    close_accounts(portal)
    _remove_roles(portal)
    _remove_permissions(portal)
    _remove_from_lists(portal.portal_registry)
    _remove_versioning(portal)
    leave_theme()
    leave_caching()
    _remove_door(portal)


def _remove_roles(portal: PloneSite) -> None:
    portal.__ac_roles__ = tuple(
        role for role in portal.__ac_roles__ if role not in ROLES
    )
    plugin = portal.acl_users.portal_role_manager
    for role in ROLES:
        if role in plugin.listRoleIds():
            plugin.removeRole(role)


def _remove_permissions(portal: PloneSite) -> None:
    # Zope keeps who holds a permission in an attribute named after it.
    for name in [name for name in vars(portal) if name.startswith(PERMISSION_PREFIX)]:
        delattr(portal, name)


def _remove_from_lists(registry: Registry) -> None:
    # The types are gone by now, so that a file naming them would not validate.
    for record in ("plone.types_not_searched", "plone.displayed_types"):
        kept = tuple(name for name in registry[record] if name not in TYPES)
        registry[record] = kept


def _remove_door(portal: PloneSite) -> None:
    # By its kind: the package that it needs may be gone by now.
    users = portal.acl_users
    for plugin_id in users.objectIds("kommunaldialog sign-in"):
        users.manage_delObjects([plugin_id])


def _remove_versioning(portal: PloneSite) -> None:
    # What the two tools keep of each type is not in the type; old versions stay.
    repository, diffs = portal.portal_repository, portal.portal_diff
    kept = [
        name for name in repository.getVersionableContentTypes() if name not in TYPES
    ]
    repository.setVersionableContentTypes(kept)
    for name in TYPES:
        for policy in list(repository.getPolicyMap().get(name, ())):
            repository.removePolicyFromContentType(name, policy)
        diffs._pt_diffs.pop(name, None)
    diffs._p_changed = True
