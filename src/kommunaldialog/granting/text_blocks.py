"""The texts of a programme's letters: written here, and looked at before they count."""

from dataclasses import dataclass
from functools import cached_property
from kommunaldialog import _
from kommunaldialog.access.caching import IPrivate
from kommunaldialog.content.foerderprogramm import IFoerderprogramm
from kommunaldialog.domain.text_blocks import PLACEHOLDERS
from kommunaldialog.pages.view import FormPage
from kommunaldialog.usecases.text_blocks import BLOCKS
from kommunaldialog.usecases.text_blocks import kept_text
from kommunaldialog.usecases.text_blocks import marks
from kommunaldialog.usecases.text_blocks import SHARED
from kommunaldialog.usecases.text_blocks import TEXTS
from kommunaldialog.usecases.text_blocks import write_texts
from plone import api
from zope.i18nmessageid import Message
from zope.interface import implementer


HINTS = {
    "conditions": _(
        "granting_texts_conditions_hint",
        default="Stehen in jedem Zuwendungs- und Änderungsbescheid.",
    ),
    "annexes": _("granting_texts_annexes_hint", default="Eine Anlage je Zeile."),
    "appeal_instruction": _(
        "granting_texts_appeal_hint",
        default="Ohne sie kann keine Entscheidung bekannt gegeben werden.",
    ),
}


@dataclass(frozen=True)
class Text:
    """One text on the page: `kind` is the letter that it belongs to, if to one."""

    name: str
    title: Message
    hint: str
    first: str
    lines: int
    kind: str = ""


@implementer(IPrivate)
class TextBlocks(FormPage):
    """``@@bescheidtexte``: what it asks is what `write_texts` keeps."""

    def page_title(self) -> str:
        return self.translate(_("granting_texts_title", default="Texte der Bescheide"))

    def handle(self) -> str:
        texts = {name: self.value(name) for name in TEXTS if name in self.request.form}
        seen = {name: self.value(f"seen-{name}") for name in texts}
        changes = write_texts(self.context, self.moment, texts, seen)
        message = _(
            "granting_texts_kept",
            default="Die Texte sind gespeichert. Sie gelten für künftige Schreiben.",
        )
        if not changes:
            message = _("granting_texts_same", default="Es hat sich nichts geändert.")
        api.portal.show_message(message, self.request)
        return self.address("bescheidtexte")

    def seen(self, name: str) -> str:
        """The mark of what the writer has read: on the page, or as it stands now."""
        posted = self.value(f"seen-{name}")
        if posted and self.meanwhile(name) is None:
            return posted
        return self._marks[name]

    @cached_property
    def _marks(self) -> dict[str, str]:
        return marks(self.context)

    def meanwhile(self, name: str) -> str | None:
        """What somebody else wrote meanwhile where both changed a text."""
        changed = (r.field for r in self.refusals if r.code == "text_changed_meanwhile")
        return kept_text(self.context, name) if name in changed else None

    @cached_property
    def shared(self) -> list[Text]:
        """What stands in more than one letter."""
        return [
            Text(
                name,
                IFoerderprogramm[name].title,
                self.translate(HINTS[name]) if name in HINTS else "",
                kept_text(self.context, name),
                lines=2 if name == "legal_basis" else 5,
            )
            for name in SHARED
        ]

    @cached_property
    def blocks(self) -> list[Text]:
        """What stands in one letter alone."""
        return [
            Text(
                name,
                IFoerderprogramm[name].title,
                ", ".join(f"{{{known}}}" for known in PLACEHOLDERS[kind]),
                kept_text(self.context, name),
                lines=9,
                kind=kind,
            )
            for name, kind in BLOCKS.items()
        ]
