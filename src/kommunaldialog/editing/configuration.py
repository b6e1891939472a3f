"""``@@konfiguration``: the portal's configuration as one file, and back from it."""

from base64 import b64decode
from base64 import b64encode
from functools import cached_property
from kommunaldialog import _
from kommunaldialog.access.caching import IPrivate
from kommunaldialog.content.foerderprogramm import Foerderprogramm
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.editing.granting_bodies import TITLES
from kommunaldialog.editing.setting_words import SettingWords
from kommunaldialog.exports.configuration_file import Configuration
from kommunaldialog.exports.configuration_file import FILE
from kommunaldialog.exports.configuration_file import MAX_BYTES
from kommunaldialog.exports.configuration_file import read
from kommunaldialog.exports.configuration_file import SETTINGS
from kommunaldialog.exports.configuration_file import write
from kommunaldialog.exports.configuration_import import Difference
from kommunaldialog.exports.configuration_import import differences
from kommunaldialog.exports.configuration_import import take_up
from kommunaldialog.exports.programme_import import Imported
from kommunaldialog.pages.view import FormPage
from kommunaldialog.pages.view import Page
from plone import api
from plone.dexterity.content import DexterityContent
from typing import NamedTuple
from zope.interface import implementer
import transaction
import zlib


# Zope takes 1 MB of a form that is no file; the text of a configuration shrinks much.
KEPT = 900_000


class Row(NamedTuple):
    """One thing that would change, in words."""

    what: str
    old: str
    new: str


class Call(NamedTuple):
    """A programme: its place in the form, and its title."""

    id: str
    title: str


@implementer(IPrivate)
class ConfigurationFile(Page):
    """The file; ``programm`` are the UIDs of the programmes that go along."""

    def __call__(self) -> bytes:
        wanted = self.request.form.get("programm", [])
        uids = wanted if isinstance(wanted, list) else [wanted]
        calls = [call for call in programmes() if call.UID() in uids]
        response = self.request.response
        response.setHeader("Content-Type", "application/json")
        response.setHeader("X-Content-Type-Options", "nosniff")
        name = "kommunaldialog-konfiguration.json"
        response.setHeader("Content-Disposition", f'attachment; filename="{name}"')
        return write(calls).encode("utf-8")


@implementer(IPrivate)
class ConfigurationPage(SettingWords, FormPage):
    """Download, and upload with a look at what it changes before it does."""

    shown: list[Row] | None = None

    def page_title(self) -> str:
        return self.translate(
            _("editing_configuration_title", default="Konfiguration als Datei")
        )

    @property
    def own_calls(self) -> list[Call]:
        """The programmes of this portal."""
        return [Call(call.UID(), call.title) for call in programmes()]

    def handle(self) -> str | None:
        file = read(self.data)
        if not self.kept:
            raise Refused(Refusal("configuration_too_large", FILE))
        rows = [self._row(found) for found in differences(file)]
        if self.value("step") != "confirm":
            self.shown = rows
            return None
        try:
            made = take_up(self._chosen(file), self._folder(), self.moment)
        except Refused:
            self.shown = rows
            transaction.abort()
            raise
        self._say(made)
        return self.address("konfiguration")

    @cached_property
    def data(self) -> bytes:
        """What was sent, or what was looked at; raises `Refused` without either."""
        upload = self.request.form.get(FILE)
        if getattr(upload, "filename", ""):
            upload.seek(0)
            return upload.read(MAX_BYTES + 1)
        kept = self.request.form.get("inhalt")
        if not isinstance(kept, str) or not kept:
            raise Refused(Refusal("configuration_missing", FILE))
        try:
            return zlib.decompressobj().decompress(b64decode(kept), MAX_BYTES + 1)
        except (ValueError, zlib.error):
            raise Refused(Refusal("configuration_unreadable", FILE)) from None

    @property
    def kept(self) -> str:
        """The file, to be sent again with the confirmation."""
        kept = b64encode(zlib.compress(self.data, 9)).decode()
        return kept if len(kept) <= KEPT else ""

    @property
    def calls(self) -> list[Call]:
        """The programmes in the file, by their number there."""
        return [
            Call(str(number), str(call.programme.get("title")))
            for number, call in enumerate(read(self.data).programmes)
        ]

    def chosen(self, number: str) -> bool:
        """Whether a programme of the file is wanted; each is, until somebody says."""
        return self.value("step") != "confirm" or number in self.values("programm")

    def _chosen(self, file: Configuration) -> Configuration:
        wanted = self.values("programm")
        calls = enumerate(file.programmes)
        kept = tuple(call for number, call in calls if str(number) in wanted)
        return Configuration(file.settings, file.bodies, file.words, kept)

    def _folder(self) -> DexterityContent:
        """Where programmes are made: the portal, unless a path says where."""
        path = self.value("ordner").strip().strip("/")
        if not path:
            return self.context
        found = api.content.get(f"/{path}")
        if found is None:
            raise Refused(Refusal("configuration_folder", "ordner"))
        return found

    def _row(self, found: Difference) -> Row:
        what = self.translate(found.what)
        if found.part:
            what = f"{what}: {self.translate(TITLES[found.part])}"
        field = SETTINGS.get(found.name) if not found.part else None
        return Row(what, self.words(field, found.old), self.words(field, found.new))

    def _say(self, made: list[Imported]) -> None:
        done = _("editing_configuration_done", default="Die Konfiguration gilt jetzt.")
        api.portal.show_message(done, self.request)
        for each in made:
            things = ", ".join(self.translate(thing) for thing in each.to_do)
            api.portal.show_message(
                _(
                    "editing_configuration_programme",
                    default="„${title}“ ist angelegt. Bitte prüfen Sie: ${things}.",
                    mapping={"title": each.programme.title, "things": things},
                ),
                self.request,
            )


def programmes() -> list[Foerderprogramm]:
    """The programmes of the portal that the current user may see."""
    brains = api.content.find(
        portal_type="Foerderprogramm", sort_on="sortable_title", show_inactive=True
    )
    return [brain.getObject() for brain in brains]
