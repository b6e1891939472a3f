"""The page of a result: what came of a dialogue, and what becomes of it."""

from functools import cached_property
from kommunaldialog.portal.page import PublicPage


class ErgebnisPage(PublicPage):
    """Default view of an Ergebnis."""

    @cached_property
    def file(self) -> dict[str, str] | None:
        """Address, format and size of the file, None where there is none."""
        return self.file_of(self.context)

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
