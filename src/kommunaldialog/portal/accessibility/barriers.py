"""What is known not to be accessible, or was never checked, and how it was checked.

``checked.json`` says what the tests do; a test compares the two.
"""

from dataclasses import dataclass
from datetime import date
from functools import cache
from kommunaldialog import _
from pathlib import Path
from plone.app.theming.utils import getCurrentTheme
from zope.i18nmessageid import Message
import json


OWN_THEME = "kommunaldialog"


@dataclass(frozen=True)
class Barrier:
    """What it is, why it is there, and what somebody can do instead."""

    title: Message
    reason: Message
    instead: Message


@dataclass(frozen=True)
class Check:
    """When and how the product was checked last: widths in CSS pixels."""

    day: date
    axe: str
    widths: tuple[int, ...]
    barriers: tuple[str, ...]


BARRIERS = {
    "documents": Barrier(
        _("portal_barrier_documents", default="Dateien zum Herunterladen"),
        _(
            "portal_barrier_documents_reason",
            default=(
                "Berichte und Protokolle kommen von vielen Stellen. Nicht alle sind "
                "barrierefrei, vor allem ältere und eingescannte. Bei jedem PDF eines "
                "Ergebnisses oder Werkzeugs steht, was daran auffällt."
            ),
        ),
        _(
            "portal_barrier_documents_instead",
            default=(
                "Das Wichtigste steht als Kurzfassung auf der Seite. Den ganzen Inhalt "
                "bekommen Sie auf Anfrage in einer Form, die Sie lesen können."
            ),
        ),
    ),
    "editing": Barrier(
        _(
            "portal_barrier_editing",
            default="Seiten bearbeiten (Redaktion)",
        ),
        _(
            "portal_barrier_editing_reason",
            default=(
                "Texteditor und Bearbeitungsmasken gehören zu Plone. Sie wurden mit "
                "Kommunaldialog nicht geprüft. Förderanträge betrifft das nicht."
            ),
        ),
        _(
            "portal_barrier_editing_instead",
            default="Die Redaktion hilft und trägt Texte auf Wunsch für Sie ein.",
        ),
    ),
    "design": Barrier(
        _("portal_barrier_design", default="Gestaltung des Portals"),
        _(
            "portal_barrier_design_reason",
            default=(
                "Geprüft wurde mit der Gestaltung, die Kommunaldialog mitbringt. Kopf, "
                "Fuß, Menüs, Farben und Kontraste dieses Portals sind andere."
            ),
        ),
        _(
            "portal_barrier_design_instead",
            default="Die Leseansicht Ihres Browsers zeigt Texte ohne diese Gestaltung.",
        ),
    ),
    "plain_language": Barrier(
        _("portal_barrier_language", default="Leichte Sprache und Gebärdensprache"),
        _(
            "portal_barrier_language_reason",
            default="Es gibt noch keine Erläuterungen in Leichter Sprache oder in "
            "Deutscher Gebärdensprache.",
        ),
        _(
            "portal_barrier_language_instead",
            default="Fragen Sie uns. Wir erklären es Ihnen in einfachen Worten.",
        ),
    ),
}


@cache
def last_check() -> Check:
    """What ``checked.json`` says."""
    file = Path(__file__).with_name("checked.json")
    found = json.loads(file.read_text(encoding="utf-8"))
    return Check(
        date.fromisoformat(found["checked"]),
        found["axe"],
        tuple(found["widths"]),
        tuple(found["barriers"]),
    )


def known_barriers() -> list[Barrier]:
    """Those of the current portal: the design is no question where it is ours."""
    return [
        BARRIERS[name]
        for name in last_check().barriers
        if name != "design" or getCurrentTheme() != OWN_THEME
    ]
