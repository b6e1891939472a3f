"""The case's panels about who examines, internal notes, and messages."""

from kommunaldialog import _
from kommunaldialog.domain.bias import Declaration
from kommunaldialog.domain.correspondence import Message
from kommunaldialog.domain.correspondence import Note
from kommunaldialog.domain.lifecycle import HANDLE
from kommunaldialog.granting.panel import Panel
from kommunaldialog.pages.action import Action
from kommunaldialog.usecases.bias import check_declare
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class BiasPanel(Panel):
    """Who declared what about their impartiality."""

    template = ViewPageTemplateFile("bias_panel.pt")

    @property
    def available(self) -> bool:
        return bool(self.context.bias_declarations) or self.may_declare

    @property
    def declarations(self) -> list[Declaration]:
        """The declarations, oldest first."""
        found = self.context.bias_declarations.values()
        return sorted(found, key=lambda declaration: declaration.moment)

    @property
    def may_declare(self) -> bool:
        """Whether the current user could say that they may be biased."""
        return self.may(HANDLE) and not check_declare(self.context, False, "")


class NotesPanel(Panel):
    """What the office noted for itself."""

    template = ViewPageTemplateFile("notes_panel.pt")

    @property
    def available(self) -> bool:
        return bool(self.notes) or self.may(HANDLE)

    @property
    def notes(self) -> tuple[Note, ...]:
        return self.context.notes

    @property
    def may_note(self) -> bool:
        return self.may(HANDLE)


class MessagesPanel(Panel):
    """What office and municipality wrote to each other."""

    template = ViewPageTemplateFile("messages_panel.pt")

    @property
    def available(self) -> bool:
        return bool(self.messages) or self.may(HANDLE)

    @property
    def messages(self) -> tuple[Message, ...]:
        return self.context.messages

    @property
    def may_write(self) -> bool:
        return self.may(HANDLE)

    def actions(self) -> list[Action]:
        """A reply that nobody has answered is something to do."""
        if not self.may_write or not self.messages or self.messages[-1].from_office:
            return []
        title = _(
            "granting_message_answer", default="Nachricht der Kommune beantworten"
        )
        return [Action(title, self.address("nachricht"))]
