"""What a result takes from its dialogue, and when it takes it anew.

A result can be public while its dialogue is not: then it takes nothing, so that no
list, facet or search tells what the dialogue is about.
"""

from AccessControl.PermissionRole import rolesForPermissionOn
from Acquisition import aq_base
from Acquisition import aq_chain
from DateTime import DateTime
from datetime import datetime
from kommunaldialog.content.dialog import Dialog
from kommunaldialog.content.dialog import IDialog
from kommunaldialog.usecases.public import ARCHIVED
from plone import api
from plone.dexterity.content import DexterityContent
from Products.CMFCore.interfaces import IActionSucceededEvent
from zope.container.interfaces import IContainerModifiedEvent
from zope.lifecycleevent.interfaces import IObjectModifiedEvent


FINISHED = "finished"

# Indexes of a result that say something of its dialogue.
FROM_DIALOGUE = [
    "dialogue_topics",
    "dialogue_methods",
    "dialogue_groups",
    "dialogue_text",
]
# Fields of a Dialog on which they depend.
TOLD_FIELDS = frozenset(
    ("topics", "methods", "participant_groups", "phases", "effective", "expires")
)
# The scheduled command may have stood still for so many days.
LOOK_BACK = 14
# Whether everybody saw a Dialog when its results were told last; kept on it.
SEEN = "_results_told_seen"


def dialogues_above(item: DexterityContent) -> list[DexterityContent]:
    """The Dialogs in which an item lies, the nearest first; not the item itself."""
    return [above for above in aq_chain(item)[1:] if IDialog.providedBy(above)]


def shown_dialogue(result: DexterityContent) -> Dialog | None:
    """The Dialog that a result belongs to, where everybody may see it now."""
    above = dialogues_above(result)
    return above[0] if above and everybody_sees(above[0], DateTime()) else None


def everybody_sees(item: DexterityContent, moment: DateTime) -> bool:
    """Whether visitors may view an item, and a moment is within its publication."""
    return "Anonymous" in rolesForPermissionOn("View", item) and item.isEffective(
        moment
    )


def stand_of(dialogue: Dialog) -> str:
    """Where it stands: "archived" for one that nobody looks after and that never ended.

    So that nobody is led to a dialogue to take part in which is none any more.
    """
    if dialogue.status != FINISHED and (
        api.content.get_state(dialogue, default="") == ARCHIVED
    ):
        return ARCHIVED
    return dialogue.status


def tell_results(dialogue: Dialog, event: IObjectModifiedEvent) -> None:
    """What a result takes from its dialogue follows when the dialogue changes.

    Not when something in it was added or renamed, nor when a field changed from which
    a result takes nothing.
    """
    if not IContainerModifiedEvent.providedBy(event) and _concerns_results(event):
        _tell(dialogue, DateTime())


def tell_published(dialogue: Dialog, event: IActionSucceededEvent) -> None:
    """Results take from a dialogue only while everybody may see it."""
    dialogue.reindexObject(["dialogue_state"])
    _tell(dialogue, DateTime())


def time_has_come(dialogue: Dialog, moment: datetime) -> bool:
    """Whether everybody may see it, or no longer, since its results were told."""
    told = getattr(aq_base(dialogue), SEEN, None)
    return told is not None and told != everybody_sees(dialogue, DateTime(moment))


def tell_in_time(dialogue: Dialog, moment: datetime) -> bool:
    """Tell the results if `time_has_come`; say whether."""
    due = time_has_come(dialogue, moment)
    if due:
        _tell(dialogue, DateTime(moment))
    return due


def whose_time_may_have_come(moment: datetime) -> list[str]:
    """Paths of the Dialogs whose publication begins or ends in the last days."""
    catalog = api.portal.get_tool("portal_catalog")
    days = {
        "query": (DateTime(moment) - LOOK_BACK, DateTime(moment)),
        "range": "minmax",
    }
    return sorted(
        {
            brain.getPath()
            for index in ("effective", "expires")
            for brain in catalog.unrestrictedSearchResults(
                {"portal_type": "Dialog", index: days}
            )
        }
    )


def _concerns_results(event: IObjectModifiedEvent) -> bool:
    # Who does not say what changed may have changed anything. Forms put the name of a
    # behavior before that of its field.
    changed = {
        name.rpartition(".")[2]
        for description in event.descriptions
        for name in getattr(description, "attributes", ())
    }
    return not changed or not changed.isdisjoint(TOLD_FIELDS)


def _tell(dialogue: Dialog, moment: DateTime) -> None:
    setattr(dialogue, SEEN, everybody_sees(dialogue, moment))
    catalog = api.portal.get_tool("portal_catalog")
    for brain in catalog.unrestrictedSearchResults(dialogue_nearest=dialogue.UID()):
        brain._unrestrictedGetObject().reindexObject(FROM_DIALOGUE)
