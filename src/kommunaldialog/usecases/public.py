"""What a public page needs before it is published, and after that to be complete.

Saving asks for none of it, so that an editor can begin with what is known.
"""

from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Iterator
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import Refused
from plone import api
from plone.dexterity.content import DexterityContent
from Products.CMFCore.interfaces import IActionWillBeInvokedEvent
from Products.CMFCore.WorkflowCore import WorkflowException


CODES = (
    "public_goal_missing",
    "public_use_of_results_missing",
    "public_contact_missing",
    "public_contact_unpublished",
    "public_kind_missing",
    "public_summary_missing",
    "public_content_missing",
    "public_alternative_missing",
)
PUBLISHED = "published"
ARCHIVED = "archived"


class Incomplete(Refused, WorkflowException):
    """Raised by the workflow tool, before anything is written."""


def refuse_incomplete(item: DexterityContent, event: IActionWillBeInvokedEvent) -> None:
    """Raise `Incomplete` when a page is published, whichever way, that lacks something.

    What was published once may come back from the archive as it is.
    """
    refusals = lacks_to(event.action, item)
    if refusals:
        raise Incomplete(*refusals)


def lacks_to(transition: str, item: DexterityContent) -> tuple[Refusal, ...]:
    """What the item lacks for a transition that is possible otherwise."""
    tool = api.portal.get_tool("portal_workflow")
    for workflow in tool.getWorkflowsFor(item):
        step = workflow.transitions.get(transition)
        if (
            step is not None
            and step.new_state_id == PUBLISHED
            and workflow.isActionSupported(item, transition)
            and api.content.get_state(item) != ARCHIVED
        ):
            return missing(item)
    return ()


def missing(item: DexterityContent) -> tuple[Refusal, ...]:
    """What the item lacks, each with the id of its input in Plone's edit form.

    Empty for what is complete, and for types of which nothing is asked.
    """
    ask = NEEDED.get(item.portal_type)
    if ask is None:
        return ()
    return (*ask(item), *_picture(item))


def _dialog(item: DexterityContent) -> Iterator[Refusal]:
    if _empty(item.goal):
        yield Refusal("public_goal_missing", _input("goal"))
    if _empty(item.use_of_results):
        yield Refusal("public_use_of_results_missing", _input("use_of_results"))
    states = _states(item.contact)
    if not states:
        yield Refusal("public_contact_missing", _input("contact"))
    elif PUBLISHED not in states:
        # Visitors would see nobody whom they can ask.
        yield Refusal("public_contact_unpublished", _input("contact"))


def _result(item: DexterityContent) -> Iterator[Refusal]:
    if not item.kind:
        yield Refusal("public_kind_missing", _input("kind"))
    if not _empty(item.summary):
        return
    if item.file is not None:
        yield Refusal("public_summary_missing", _input("summary"))
    elif not getattr(item, "text", None) or _empty(item.text.raw):
        yield Refusal("public_content_missing", _input("summary"))


NEEDED: dict[str, Callable[[DexterityContent], Iterable[Refusal]]] = {
    "Dialog": _dialog,
    "Ergebnis": _result,
    "Werkzeug": _result,
    "Kommune": lambda item: (),
}


def _picture(item: DexterityContent) -> Iterator[Refusal]:
    shown = getattr(item, "image", None) is not None
    if shown and _empty(getattr(item, "image_alternative", None)):
        yield Refusal(
            "public_alternative_missing", _input("IPicture-image_alternative")
        )


def _states(uid: str | None) -> list[str]:
    # The state of the Kontakt with that UID, whoever may see it; empty for none.
    if not uid:
        return []
    catalog = api.portal.get_tool("portal_catalog")
    found = catalog.unrestrictedSearchResults(UID=uid, portal_type="Kontakt")
    # The catalog hears of a new state later than who asks when it changes.
    return [api.content.get_state(brain._unrestrictedGetObject()) for brain in found]


def _empty(text: str | None) -> bool:
    return not (text or "").strip()


def _input(name: str) -> str:
    return f"form-widgets-{name}"
