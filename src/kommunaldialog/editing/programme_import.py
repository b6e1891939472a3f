"""A programme from a file that another portal, or this one, has exported."""

from functools import cached_property
from kommunaldialog import _
from kommunaldialog.access.caching import IPrivate
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.exports.programme_file import MAX_BYTES
from kommunaldialog.exports.programme_file import ProgrammeFile
from kommunaldialog.exports.programme_file import read
from kommunaldialog.exports.programme_import import import_programme
from kommunaldialog.pages.view import FormPage
from plone import api
from zope.i18nmessageid import Message
from zope.interface import implementer


# More is not sent back with the page: Zope takes 1 MB of a form that is no file.
KEPT = 500_000


@implementer(IPrivate)
class ImportProgramme(FormPage):
    """Choose the file and, where the file's own is taken, another prefix.

    A file that was read stays chosen while something else has to be mended: its
    text goes with the page.
    """

    def page_title(self) -> str:
        return self.translate(
            _("editing_import_heading", default="Förderprogramm importieren")
        )

    def handle(self) -> str:
        content = read(self.data)
        prefix = self.value("kuerzel").strip() or _own_prefix(content)
        imported = import_programme(self.context, content, prefix, self.moment)
        self._say(imported.to_do)
        return imported.programme.absolute_url()

    @cached_property
    def data(self) -> bytes:
        """What was sent; raises `Refused` where no file was."""
        upload = self.request.form.get("datei")
        if getattr(upload, "filename", ""):
            upload.seek(0)
            return upload.read(MAX_BYTES + 1)
        kept = self.request.form.get("inhalt")
        if isinstance(kept, str) and kept:
            return kept.encode("utf-8", "replace")
        raise Refused(Refusal("file_missing", "datei"))

    @cached_property
    def kept(self) -> str:
        """The text of a file that could be read and need not be chosen again."""
        if not self.refusals or self.error("datei"):
            return ""
        return self.data.decode("utf-8-sig") if len(self.data) <= KEPT else ""

    @property
    def prefix(self) -> str:
        """What to show as prefix: the typed one, or that of the file."""
        typed = self.value("kuerzel")
        if typed or not self.kept:
            return typed
        return _own_prefix(read(self.data))

    def _say(self, to_do: tuple[Message, ...]) -> None:
        things = ", ".join(self.translate(thing) for thing in to_do)
        api.portal.show_message(
            _(
                "editing_import_done",
                default=(
                    "Das Programm ist angelegt und noch nicht veröffentlicht. Bitte "
                    "prüfen und ergänzen Sie vorher: ${things}."
                ),
                mapping={"things": things},
            ),
            self.request,
        )


def _own_prefix(content: ProgrammeFile) -> str:
    own = content.programme.get("reference_prefix")
    return own if isinstance(own, str) else ""
