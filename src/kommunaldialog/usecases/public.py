"""What a public page needs before it is published, and after that to be complete.

Saving asks for none of it, so that an editor can begin with what is known.
"""

from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Iterator
from kommunaldialog.domain.refusal import Refusal
from plone import api
from plone.dexterity.content import DexterityContent


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
    if not exists(item.contact):
        yield Refusal("public_contact_missing", _input("contact"))


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


def exists(uid: str | None) -> bool:
    """Whether there is an object of that UID, whoever may see it."""
    if not uid:
        return False
    catalog = api.portal.get_tool("portal_catalog")
    return bool(catalog.unrestrictedSearchResults(UID=uid))


def _empty(text: str | None) -> bool:
    return not (text or "").strip()


def _input(name: str) -> str:
    return f"form-widgets-{name}"
