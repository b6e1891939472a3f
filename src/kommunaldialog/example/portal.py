"""The example's site: a German Plone site with the add-on, its theme and content."""

from AccessControl.SecurityManagement import newSecurityManager
from kommunaldialog.example import accounts
from kommunaldialog.example.mailhost import use_folder
from kommunaldialog.interfaces import IKommunaldialogLayer
from plone import api
from Products.CMFPlone.factory import addPloneSite
from Testing.makerequest import makerequest
from typing import Any
from zope.component.hooks import setSite
from zope.globalrequest import clearRequest
from zope.globalrequest import setRequest
from zope.interface import alsoProvides
import os
import transaction


SITE_ID = "portal"
TITLE = "Beteiligungsportal"
# The example, or the sample of another Land that the environment's LAND names.
EXAMPLES = {"": "demo", "sachsen": "sachsen"}
SENDER = (
    ("plone.email_from_name", TITLE),
    (
        "plone.email_from_address",
        "beteiligungsportal@example.org",
    ),
)


def build(root: Any) -> None:
    """Make the site `portal` below Zope's root, in one transaction.

    `root` is Zope's application as `Zope2.app()` returns it. Makes the account
    `admin` in the root, who is Manager in the site as well.
    """
    app = makerequest(root, environ={"HTTP_ACCEPT_LANGUAGE": "de"})
    setRequest(app.REQUEST)
    try:
        _act_as_admin(app)
        site = addPloneSite(
            app,
            SITE_ID,
            title=TITLE,
            default_language="de",
            portal_timezone="Europe/Berlin",
            distribution_name="classic",
            setup_content=False,
        )
        # Layers are marked on traversal, and nothing is traversed here.
        alsoProvides(app.REQUEST, IKommunaldialogLayer)
        for profile in ("default", "theme", chosen_example()):
            site.portal_setup.runAllImportStepsFromProfile(
                f"profile-kommunaldialog:{profile}"
            )
        use_folder(site)
        for name, value in SENDER:
            api.portal.set_registry_record(name, value)
        transaction.get().note("The example portal")
        transaction.commit()
    finally:
        transaction.abort()
        setSite(None)
        clearRequest()


def chosen_example() -> str:
    """The profile that the environment chooses; SystemExit for one there is not."""
    land = os.environ.get("LAND", "").lower()
    if land not in EXAMPLES:
        known = ", ".join(filter(None, EXAMPLES))
        raise SystemExit(f"There is no example LAND={land}. Known: {known}")
    return EXAMPLES[land]


def _act_as_admin(app: Any) -> None:
    users = app.acl_users
    password = accounts.passwords()[accounts.ADMIN]
    users.userFolderAddUser(accounts.ADMIN, password, ["Manager"], [])
    newSecurityManager(app.REQUEST, users.getUser(accounts.ADMIN).__of__(users))
