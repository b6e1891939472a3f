"""No EasyForm of the site runs a script that its writer was not allowed to write.

easyform guards its script fields in one form only: an Editor could store a script
that runs with any role through the XML editor or REST, and an anonymous submission
then ran it (D3). While the add-on is installed, easyform's permission "Add Custom
Scripts" is asked wherever a form's actions are written, and a script runs only if
its content was approved: by the write of a person with that permission, or because
it was there when the add-on was installed. Without the add-on's browser layer in
the site, which uninstalling removes, nothing here does anything.
"""

from AccessControl import getSecurityManager
from AccessControl import Unauthorized
from collections.abc import Iterable
from collective.easyform.api import get_actions
from collective.easyform.browser.actions import ModelEditorView
from collective.easyform.config import FORM_ERROR_MARKER
from collective.easyform.interfaces import ICustomScript
from collective.easyform.interfaces import IEasyForm
from collective.easyform.interfaces import IEasyFormActionsContext
from kommunaldialog import _
from kommunaldialog import logger
from kommunaldialog.interfaces import IKommunaldialogLayer
from plone.browserlayer.interfaces import ILocalBrowserLayerType
from plone.schemaeditor.interfaces import ISchemaModifiedEvent
from Products.CMFCore.utils import getToolByName
from Products.Five.browser import BrowserView
from zope.annotation.interfaces import IAnnotations
from zope.component import getAllUtilitiesRegisteredFor
from zope.globalrequest import getRequest
from zope.i18n import translate
from zope.interface.interface import InterfaceClass
from zope.lifecycleevent.interfaces import IObjectAddedEvent
from zope.lifecycleevent.interfaces import IObjectModifiedEvent
from zope.schema import getFieldsInOrder
from ZPublisher.HTTPRequest import HTTPRequest
import hashlib
import json
import transaction


PERMISSION = "collective.easyform: Add Custom Scripts"
_KEY = "kommunaldialog.approved_scripts"

REFUSED = _(
    "forms_script_refused",
    default="Skripte in Formularen darf nur die Administration anlegen oder ändern.",
)
NOT_APPROVED = _(
    "forms_script_not_approved",
    default="Das Formular kann gerade nicht abgeschickt werden, weil ein Skript darin "
    "nicht freigegeben ist. Bitte wenden Sie sich an die Redaktion. "
    "Ihre Eingaben wurden nicht gespeichert.",
)


def installed() -> bool:
    """Say whether the add-on is installed in the current site."""
    return IKommunaldialogLayer in getAllUtilitiesRegisteredFor(ILocalBrowserLayerType)


def fingerprint(script: ICustomScript) -> str:
    """Return the SHA-256 over what a script does and with which role."""
    content = json.dumps([script.ProxyRole or "none", script.ScriptBody or ""])
    return hashlib.sha256(content.encode("utf-8")).hexdigest()


def fingerprints(actions: InterfaceClass) -> frozenset[str]:
    """Return the fingerprints of all scripts among the parsed `actions` of a form."""
    return frozenset(
        fingerprint(action)
        for _name, action in getFieldsInOrder(actions)
        if ICustomScript.providedBy(action)
    )


def approved(form: IEasyForm) -> frozenset[str]:
    """Return the fingerprints of the scripts that `form` may run."""
    return IAnnotations(form).get(_KEY, frozenset())


def approve(form: IEasyForm, found: Iterable[str]) -> None:
    """Let `form` run the scripts with the fingerprints `found`, and no others."""
    IAnnotations(form)[_KEY] = frozenset(found)


def check_write(form: IEasyForm, actions: InterfaceClass) -> None:
    """Approve the scripts among the `actions` being written, or refuse the write.

    Raises Unauthorized, so that the transaction is given up, when a script is new or
    changed and the person lacks the permission on `form`. A write without a request
    to the site (a migration, a console) is let through, but approves nothing unless
    its user has the permission.
    """
    found = fingerprints(actions)
    if not installed() or found <= approved(form):
        return
    if getSecurityManager().checkPermission(PERMISSION, form):
        approve(form, found)
    elif IKommunaldialogLayer.providedBy(getRequest()):
        raise Unauthorized(translate(REFUSED, context=getRequest()))


def form_written(
    form: IEasyForm, event: IObjectAddedEvent | IObjectModifiedEvent
) -> None:
    """An EasyForm was added or changed: by a form, REST, an import or a copy."""
    check_write(form, get_actions(form))


def actions_written(
    context: IEasyFormActionsContext, event: ISchemaModifiedEvent
) -> None:
    """An action was added, edited, moved or deleted with easyform's own pages."""
    check_write(context.aq_parent, context.schema)


class _Page(BrowserView):
    def __call__(self) -> str:
        return self.template()


class GuardedModelEditor(ModelEditorView, _Page):
    """easyform's XML editor for actions, which fires no event when it saves.

    Raises Unauthorized for a script that the person may not write.
    """

    def save(self, source: str) -> None:
        super().save(source)
        form = self.context.aq_parent
        check_write(form, get_actions(form))


def execute_if_approved(
    self: ICustomScript, result: dict, form: IEasyForm, req: HTTPRequest
) -> object:
    """Run the script if it is approved; in place of CustomScript.executeCustomScript.

    Otherwise the person sees an error at the form, and nothing that other actions
    did in this request is kept.
    """
    if not installed() or fingerprint(self) in approved(form):
        return self._old_executeCustomScript(result, form, req)
    logger.warning(
        "Script %r of %s is not approved: save it again as a person with the "
        "permission %r.",
        self.__name__,
        "/".join(form.getPhysicalPath()),
        PERMISSION,
    )
    transaction.doom()
    return {FORM_ERROR_MARKER: translate(NOT_APPROVED, context=req)}


def approve_existing(portal: object) -> None:
    """Approve every script in the forms of `portal`: called when it is installed."""
    for form in _forms(portal):
        found = fingerprints(get_actions(form))
        if found:
            approve(form, found)


def forget_approvals(portal: object) -> None:
    """Remove the approvals from the forms of `portal`: called on uninstall."""
    for form in _forms(portal):
        IAnnotations(form).pop(_KEY, None)


def _forms(portal: object) -> Iterable[IEasyForm]:
    catalog = getToolByName(portal, "portal_catalog")
    for brain in catalog.unrestrictedSearchResults(
        object_provides=IEasyForm.__identifier__
    ):
        yield brain._unrestrictedGetObject()
