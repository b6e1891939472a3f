"""What a public page lists of other pages, as far as the current user sees them."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from kommunaldialog.content.dialog import Dialog
from kommunaldialog.content.ergebnis import Ergebnis
from kommunaldialog.content.kommune import Kommune
from kommunaldialog.domain.promise import overdue
from kommunaldialog.domain.public import DialogContents
from kommunaldialog.domain.public import KommuneContents
from kommunaldialog.domain.public import Link
from kommunaldialog.domain.public import PublicDialog
from kommunaldialog.domain.public import PublicEvent
from kommunaldialog.domain.public import PublicItem
from kommunaldialog.domain.public import PublicKommune
from kommunaldialog.domain.public import PublicPromise
from kommunaldialog.exports.public import link_of
from kommunaldialog.exports.public import measures
from kommunaldialog.exports.public import Names
from kommunaldialog.usecases.funded import funded_measures
from plone import api
from plone.dexterity.content import DexterityContent
from plone.event.interfaces import IEventAccessor
from Products.ZCatalog.interfaces import ICatalogBrain


# Plone's own pages that say more about a dialogue.
MORE = ("Document", "News Item", "File", "Link", "Folder", "Collection")


def with_contents(page: PublicItem, item: DexterityContent, today: date) -> PublicItem:
    """The page with what it lists; the page itself where it lists nothing."""
    if isinstance(page, PublicDialog):
        return replace(page, contents=_of_dialog(item, today))
    if isinstance(page, PublicKommune):
        return replace(page, contents=_of_kommune(item))
    return page


def _of_dialog(dialog: Dialog, today: date) -> DialogContents:
    uid = dialog.UID()
    # Those of the dialogues within it stand on their own pages.
    own = api.content.find(dialogue_nearest=uid, sort_on="getObjPositionInParent")
    promised = [brain for brain in own if brain.dialogue_state]
    names = Names(dialog)
    children = api.content.find(dialog, depth=1, sort_on="getObjPositionInParent")
    events = [child.getObject() for child in children if child.portal_type == "Event"]
    return DialogContents(
        events=tuple(
            sorted(map(_event, events), key=lambda event: event.start.isoformat())
        ),
        dialogues=_links(
            api.content.find(
                dialog,
                portal_type="Dialog",
                dialogue_of=uid,
                sort_on="sortable_title",
            )
        ),
        results=_links(brain for brain in own if not brain.dialogue_state),
        promises=tuple(_promise(brain.getObject(), names, today) for brain in promised),
        # From wherever a tool lies, it says from which dialogues it comes.
        tools=_links(
            api.content.find(
                portal_type="Werkzeug", dialogue_of=uid, sort_on="sortable_title"
            )
        ),
        calls=_links(c for c in children if c.portal_type == "Foerderprogramm"),
        more=_links(
            child
            for child in children
            if child.portal_type in MORE and not child.exclude_from_nav
        ),
    )


def _of_kommune(kommune: Kommune) -> KommuneContents:
    whole = api.portal.get_navigation_root(kommune)
    about = {"dialogue_municipalities": kommune.ags, "sort_on": "sortable_title"}
    return KommuneContents(
        dialogues=_links(api.content.find(whole, portal_type="Dialog", **about)),
        results=_links(api.content.find(whole, portal_type="Ergebnis", **about)),
        measures=tuple(measures(kommune, funded_measures(whole, kommune.ags))),
    )


def _links(brains: Iterable[ICatalogBrain]) -> tuple[Link, ...]:
    return tuple(link_of(brain) for brain in brains)


def _event(event: DexterityContent) -> PublicEvent:
    facts = IEventAccessor(event)
    start, end = facts.start, facts.end
    if facts.whole_day:
        start, end = start.date(), end.date()
    url = event.absolute_url()
    return PublicEvent(
        title=event.title,
        url=url,
        start=start,
        end=end,
        location=facts.location or "",
        ics=f"{url}/ics_view",
    )


def _promise(result: Ergebnis, names: Names, today: date) -> PublicPromise:
    state = names.term("ImplementationStates", result.implementation)
    assert state is not None  # the catalog found it by its state
    return PublicPromise(
        title=result.title,
        url=result.absolute_url(),
        responsible=result.responsible or "",
        due=result.due,
        state=state,
        overdue=overdue(result.implementation, result.due, today),
        statement=result.statement or "",
    )
