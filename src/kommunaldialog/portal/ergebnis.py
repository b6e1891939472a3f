"""The page of a result: what came of a dialogue, and what becomes of it."""

from functools import cached_property
from kommunaldialog.access.permissions import may
from kommunaldialog.dates import local
from kommunaldialog.domain.promise import overdue
from kommunaldialog.indexers.dialogue import dialogues_above
from kommunaldialog.portal.dialog.ledger import tag_of
from kommunaldialog.portal.file_page import FilePage
from kommunaldialog.portal.overview.words import words


class ErgebnisPage(FilePage):
    """Default view of an Ergebnis."""

    @property
    def kind(self) -> str:
        """What sort of result it is; empty for a word that is gone."""
        return words(self, "ResultKinds").get(self.context.kind, "")

    @cached_property
    def dialogues(self) -> list[dict[str, str]]:
        """The dialogues that it belongs to, the nearest first."""
        return [
            {"title": above.title, "url": above.absolute_url()}
            for above in dialogues_above(self.context)
            if may("View", above)
        ]

    @cached_property
    def municipalities(self) -> list[dict[str, str | None]]:
        """The municipalities that the result is about."""
        return self.municipality_links(self.context.municipalities or ())

    @property
    def has_implementation(self) -> bool:
        """Whether anything is known of what became of it."""
        result = self.context
        return bool(
            result.implementation
            or result.responsible
            or result.due
            or result.statement
        )

    @property
    def implementation_tag(self) -> str:
        """The style of the state of its implementation."""
        return tag_of(self.context.implementation)

    @property
    def overdue(self) -> bool:
        """Whether the day has passed by which it was promised."""
        result = self.context
        today = local(self.moment, self.zone).date()
        return overdue(result.implementation, result.due, today)
