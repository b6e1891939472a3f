"""What a new programme gets by itself, and what a copied one must not keep."""

from kommunaldialog import _
from kommunaldialog.content.foerderprogramm import APPLICATION_FORM_ID
from kommunaldialog.content.foerderprogramm import CASE_STORE_ID
from kommunaldialog.content.foerderprogramm import Foerderprogramm
from kommunaldialog.content.foerderprogramm import PROOF_FORM_ID
from kommunaldialog.content.keep import removal_allowed
from kommunaldialog.forms.default_model import proof_model
from OFS.interfaces import IObjectClonedEvent
from plone import api
from plone.dexterity.utils import createContent
from zope.i18n import translate
from zope.lifecycleevent.interfaces import IObjectAddedEvent


def furnish_programme(programme: Foerderprogramm, event: IObjectAddedEvent) -> None:
    """Adds the case store and the workshops of its two forms.

    They are added without asking for a permission: who may add a programme may have
    its parts, and nobody may add them otherwise.
    """
    for name in ("plan_tolerance", "retention_years", "ministries"):
        # What the portal sets for new programmes may change: this one keeps its own.
        setattr(programme, name, getattr(programme, name))
    if CASE_STORE_ID not in programme:
        store = createContent(
            "Vorgangsablage",
            id=CASE_STORE_ID,
            title=_text(_("content_case_store", default="Anträge und Beratungen")),
        )
        programme._setObject(CASE_STORE_ID, store)
        disown(programme[CASE_STORE_ID])
    if APPLICATION_FORM_ID not in programme:
        form = createContent(
            "Antragsformular",
            id=APPLICATION_FORM_ID,
            title=_text(_("content_application_form", default="Antragsformular")),
        )
        programme._setObject(APPLICATION_FORM_ID, form)
    if PROOF_FORM_ID not in programme:
        form = createContent(
            "Antragsformular",
            id=PROOF_FORM_ID,
            title=_text(_("content_proof_form", default="Verwendungsnachweis")),
            fields_model=proof_model(),
        )
        programme._setObject(PROOF_FORM_ID, form)


def empty_copy(programme: Foerderprogramm, event: IObjectClonedEvent) -> None:
    """A copied programme has no applications or consultations, and no numbers."""
    with removal_allowed():
        programme._delObject(CASE_STORE_ID)
    programme.reference_prefix = ""
    furnish_programme(programme, event)


def disown(record: object) -> None:
    """Takes Plone's role Owner from whoever's request happened to create a record."""
    record.manage_delLocalRoles(list(record.__ac_local_roles__ or ()))
    record.reindexObjectSecurity()


def _text(message: str) -> str:
    return translate(message, target_language=api.portal.get_default_language())
