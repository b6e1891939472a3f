"""What stands on the page of a dialogue, to jump to: its sections in their order."""

from kommunaldialog import _
from kommunaldialog.portal.page import PublicPage
from typing import NamedTuple
from zope.i18nmessageid import Message


# Fewer are seen at once.
FEWEST = 4

# Id of each heading and what it says; the templates say it there, too.
SECTIONS: dict[str, Message] = {
    "worum-es-geht": _("portal_dialog_about", default="Worum es geht"),
    "stand": _("portal_dialog_status_title", default="Wo der Dialog steht"),
    "zahlen": _("portal_dialog_sums", default="Das Programm in Zahlen"),
    "ziel": _("portal_dialog_goal", default="Das Ziel"),
    "verwendung": _("portal_dialog_use", default="Was mit den Ergebnissen geschieht"),
    "ergebnisse": _("portal_dialog_results", default="Ergebnisse"),
    "zusagen": _(
        "portal_dialog_ledger", default="Was zugesagt wurde und was daraus wurde"
    ),
    "dialoge-vor-ort": _("portal_dialog_local", default="Dialoge vor Ort"),
    "sorgen": _("portal_dialog_concerns", default="Sorgen und Einwände"),
    "themen": _("portal_dialog_topics", default="Themen"),
    "wer-mitredet": _("portal_dialog_groups", default="Wer mitredet"),
    "kommunen": _("portal_dialog_municipalities", default="Beteiligte Kommunen"),
    "termine": _("portal_dialog_events", default="Termine"),
    "werkzeuge": _("portal_dialog_tools", default="Werkzeuge aus diesem Dialog"),
    "foerderung": _("portal_dialog_funding", default="Förderung"),
    "mehr": _("portal_dialog_more", default="Mehr zu diesem Dialog"),
    "partner": _("portal_dialog_people", default="Wer dahintersteht"),
    "kontakt": _("portal_contact", default="Wen Sie fragen können"),
}
PAST = {"wer-mitredet": _("portal_dialog_groups_past", default="Wer mitredete")}


class Anchor(NamedTuple):
    """A section of the page."""

    id: str
    title: Message


def contents(page: PublicPage) -> list[Anchor]:
    """The sections that a dialogue's page has; empty where they are few."""
    dialogue = page.context
    events = page.events
    there = {
        "worum-es-geht": page.body,
        "stand": True,
        "zahlen": page.dialogues,
        "ziel": dialogue.goal,
        "verwendung": dialogue.use_of_results
        or dialogue.decided_by
        or dialogue.decided_until
        or dialogue.participation_level,
        "ergebnisse": page.results,
        "zusagen": page.promises,
        "dialoge-vor-ort": page.dialogues,
        "sorgen": dialogue.concerns,
        "themen": page.topics,
        "wer-mitredet": dialogue.participant_number
        or page.titles_of("ParticipantGroups", dialogue.participant_groups),
        "kommunen": page.municipalities or page.municipality_count,
        "termine": events["coming"] or events["over"],
        "werkzeuge": page.tools,
        "foerderung": page.calls,
        "mehr": page.more,
        "partner": page.people,
        "kontakt": page.contact is not None,
    }
    titles = {**SECTIONS, **PAST} if dialogue.status == "finished" else SECTIONS
    anchors = [Anchor(id, title) for id, title in titles.items() if there[id]]
    return anchors if len(anchors) >= FEWEST else []
