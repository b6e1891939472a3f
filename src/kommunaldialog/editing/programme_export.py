"""A programme as a file: what goes along, and the file itself."""

from kommunaldialog import _
from kommunaldialog.access.caching import IPrivate
from kommunaldialog.content.foerderprogramm import APPLICATION_FORM_ID
from kommunaldialog.exports.programme_file import write
from kommunaldialog.forms.versions import versions
from kommunaldialog.pages.view import Page
from zope.interface import implementer


@implementer(IPrivate)
class ExportProgramme(Page):
    """Says what the file holds and what stays here, and leads to it."""

    def page_title(self) -> str:
        return self.translate(_("editing_export_title", default="Programm exportieren"))

    @property
    def pillars(self) -> list[str]:
        """Titles of the pillars."""
        return [pillar.title for pillar in self.context.pillars()]

    @property
    def form_version(self) -> int | None:
        """Number of the published version that goes along; None before the first."""
        newest = versions(self.context).newest
        return newest.number if newest else None

    @property
    def draft_differs(self) -> bool:
        """Whether somebody works on another version than the published one."""
        newest = versions(self.context).newest
        draft = self.context[APPLICATION_FORM_ID].fields_model
        return newest is not None and draft != newest.xml


@implementer(IPrivate)
class ProgrammeFile(Page):
    """The file."""

    def __call__(self) -> bytes:
        response = self.request.response
        response.setHeader("Content-Type", "application/json")
        response.setHeader("X-Content-Type-Options", "nosniff")
        # An id has no character that would need quoting here.
        name = f"foerderprogramm-{self.context.getId()}.json"
        response.setHeader("Content-Disposition", f'attachment; filename="{name}"')
        return write(self.context).encode("utf-8")
