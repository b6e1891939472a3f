"""What the dialogues of a programme add up to, read from the catalog's records."""

from collections.abc import Sequence
from dataclasses import dataclass
from kommunaldialog import _
from kommunaldialog.domain.sums import add_up
from kommunaldialog.domain.sums import Part
from kommunaldialog.portal.page import PublicPage
from kommunaldialog.usecases.funded import paid
from plone import api
from Products.ZCatalog.interfaces import ICatalogBrain
from zope.i18nmessageid import Message


PROMISED = ("open", "in_progress", "done", "dropped")


@dataclass(frozen=True)
class Line:
    """A number with its name; `url` leads to what was counted, if it is listed."""

    title: Message
    number: str
    url: str | None = None


def sums(page: PublicPage, dialogues: Sequence[ICatalogBrain]) -> list[Line]:
    """Dialogues, municipalities, participants, results, kept promises and grants."""
    found = add_up(
        Part(
            tuple(brain.dialogue_municipalities or ()),
            # Of what a record does not know it says Missing.Value.
            _known(brain.dialogue_participants),
        )
        for brain in dialogues
    )
    url = page.context.absolute_url()
    number = page.number
    lines = [
        Line(
            _("portal_sums_dialogues", default="Dialoge"),
            number(found.dialogues),
            f"{url}/@@dialoge",
        ),
        Line(
            _("portal_sums_municipalities", default="Kommunen, die beteiligt sind"),
            # Of some only the number is known.
            number(max(found.municipalities, page.context.municipality_count or 0)),
        ),
        Line(
            _(
                "portal_sums_participants",
                default="Teilnehmende (aus ${told} von ${all} Dialogen bekannt)",
                mapping={"told": number(found.told), "all": number(found.dialogues)},
            ),
            number(found.participants),
        ),
        Line(
            _("portal_sums_results", default="Ergebnisse"),
            number(_results(page)),
            f"{url}/@@ergebnisse",
        ),
    ]
    promised = _results(page, dialogue_state=PROMISED)
    if promised:
        kept = _("portal_sums_kept", default="Zusagen, die umgesetzt sind")
        done = _results(page, dialogue_state="done")
        words = _(
            "portal_sums_of",
            default="${number} von ${all}",
            mapping={"number": number(done), "all": number(promised)},
        )
        lines.append(
            Line(kept, page.translate(words), f"{url}/@@ergebnisse?stand=done")
        )
    granted = paid([page.context.UID(), *(brain.UID for brain in dialogues)])
    if granted:
        title = _("portal_sums_granted", default="Bewilligte Förderung")
        lines.append(Line(title, page.euro(granted)))
    return [line for line in lines if line.number != "0"]


def _results(page: PublicPage, **query: object) -> int:
    return len(api.content.find(page.context, portal_type="Ergebnis", **query))


def _known(column: object) -> int | None:
    return column if isinstance(column, int) else None
