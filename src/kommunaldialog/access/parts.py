"""Parts of the product that a portal can do without: what is switched off is not found.

What there is of them stays in the database, and comes back when they are switched on.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from kommunaldialog.access.guard import traversed
from kommunaldialog.controlpanel.interfaces import PARTS
from kommunaldialog.controlpanel.interfaces import setting
from kommunaldialog.interfaces import IKommunaldialogLayer
from zExceptions import NotFound
from zope.component import adapter
from ZPublisher.interfaces import IPubAfterTraversal


FUNDING, MAP, TOOLKIT = PARTS


@dataclass(frozen=True)
class Part:
    """What belongs to a part: portal types, views by name, and whole packages."""

    types: frozenset[str] = frozenset()
    views: frozenset[str] = frozenset()
    packages: tuple[str, ...] = ()


WHAT: Mapping[str, Part] = {
    FUNDING: Part(
        types=frozenset(
            {
                "Foerderprogramm",
                "Saeule",
                "Antragsformular",
                "Vorgangsablage",
                "Foerderantrag",
                "Beratung",
            }
        ),
        views=frozenset({"foerderungen", "beleg-pruefen", "programm-importieren"}),
        packages=("kommunaldialog.applicant.", "kommunaldialog.granting."),
    ),
    MAP: Part(views=frozenset({"karte", "grundkarte.svg"})),
    TOOLKIT: Part(
        types=frozenset({"Werkzeug"}), views=frozenset({"werkzeuge", "werkzeugkasten"})
    ),
}


def offered(part: str) -> bool:
    """Whether the portal has that part."""
    return part in (setting("parts", PARTS) or ())


def hidden_types() -> frozenset[str]:
    """Portal types of the parts that are switched off."""
    return frozenset().union(
        *(what.types for part, what in WHAT.items() if not offered(part))
    )


def hidden_view(name: str) -> bool:
    """Whether a view of that name belongs to a part that is switched off."""
    return any(name in what.views and not offered(part) for part, what in WHAT.items())


@adapter(IPubAfterTraversal)
def hide(event: IPubAfterTraversal) -> None:
    """Raises NotFound for what belongs to a part that is switched off."""
    request = event.request
    if not IKommunaldialogLayer.providedBy(request):
        return
    off = [what for part, what in WHAT.items() if not offered(part)]
    if not off:
        return
    published = request.get("PUBLISHED")
    view = getattr(published, "__self__", published)
    # A page's class is made from the one in the package and from Five's.
    homes = [f"{kind.__module__}." for kind in type(view).__mro__]
    types = {getattr(item, "portal_type", None) for item in traversed(request)}
    for what in off:
        if (
            types & what.types
            or getattr(view, "__name__", None) in what.views
            or any(home.startswith(what.packages) for home in homes if what.packages)
        ):
            raise NotFound(request.get("URL", ""))
