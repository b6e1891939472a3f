"""``@@bewilligungsstellen`` and ``@@bewilligungsstelle``: who grants, and how."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from kommunaldialog import _
from kommunaldialog.access.caching import IPrivate
from kommunaldialog.controlpanel.granting_bodies import granting_bodies
from kommunaldialog.controlpanel.logo import data_uri
from kommunaldialog.controlpanel.logo import FIELD as LOGO
from kommunaldialog.controlpanel.logo import LARGEST
from kommunaldialog.domain.granting_body import GrantingBody
from kommunaldialog.domain.granting_body import LAWS
from kommunaldialog.domain.granting_body import TEXTS
from kommunaldialog.domain.granting_body import TYPED
from kommunaldialog.domain.granting_body import typed
from kommunaldialog.history.configuration import BODIES
from kommunaldialog.history.configuration import configuration_events
from kommunaldialog.pages.changes import Change
from kommunaldialog.pages.view import FormPage
from kommunaldialog.usecases.granting_bodies import add_body
from kommunaldialog.usecases.granting_bodies import change_body
from kommunaldialog.usecases.granting_bodies import remove_body
from kommunaldialog.usecases.granting_bodies import used_by
from plone import api
from urllib.parse import urlencode
from zExceptions import NotFound
from zope.i18nmessageid import Message
from zope.interface import implementer


# So many changes are shown; all are kept.
LAST_CHANGES = 20

LIST, ONE = "bewilligungsstellen", "bewilligungsstelle"

TITLES: dict[str, Message] = {
    "name": _("editing_body_name", default="Name"),
    "address": _("editing_body_address", default="Anschrift"),
    "sender_line": _("editing_body_sender", default="Absenderzeile"),
    "reply_mail": _("editing_body_reply", default="E-Mail für Antworten"),
    "mail_signature": _("editing_body_signature", default="Unterschrift der E-Mails"),
    "withdrawal": _("editing_body_withdrawal", default="Vorschrift zur Rücknahme"),
    "revocation": _("editing_body_revocation", default="Vorschrift zum Widerruf"),
    "repayment": _("editing_body_repayment", default="Vorschrift zur Erstattung"),
    "interest": _("editing_body_interest", default="Vorschrift zu den Zinsen"),
    "legal_basis": _("editing_body_basis", default="Rechtsgrundlage der Förderung"),
    "appeal_instruction": _("editing_body_appeal", default="Rechtsbehelfsbelehrung"),
    "annexes": _("editing_body_annexes", default="Anlagen zum Bescheid"),
    LOGO: _("editing_body_logo", default="Logo der Schreiben"),
}
_OWN = _(
    "editing_body_own_hint",
    default="Gilt, wo ein Förderprogramm nichts anderes sagt.",
)
HINTS: dict[str, Message] = {
    "address": _(
        "editing_body_address_hint",
        default="Steht in den Schreiben unter dem Namen, so wie Sie die Zeilen setzen.",
    ),
    "sender_line": _(
        "editing_body_sender_hint",
        default="Die kleine Zeile über dem Empfänger. Freiwillig.",
    ),
    "reply_mail": _(
        "editing_body_reply_hint",
        default="Wer auf eine E-Mail des Portals antwortet, schreibt an diese Adresse.",
    ),
    "mail_signature": _(
        "editing_body_signature_hint",
        default="Ohne Angabe gilt die Unterschrift des Portals.",
    ),
    "withdrawal": _(
        "editing_body_law_hint",
        default=(
            "So, wie sie im Bescheid stehen soll, mit dem Gesetz Ihres Landes, zum "
            "Beispiel § 48 VwVfG."
        ),
    ),
    "legal_basis": _OWN,
    "appeal_instruction": _OWN,
    "annexes": _(
        "editing_body_annexes_hint",
        default="Eine je Zeile. Gelten, wo ein Förderprogramm keine nennt.",
    ),
}


@dataclass(frozen=True)
class Row:
    """A body as the table shows it."""

    name: str
    url: str
    used: str


@dataclass(frozen=True)
class Input:
    """One input: `first` is what it shows before anybody typed."""

    name: str
    title: str
    hint: str
    first: str
    long: bool
    required: bool


@implementer(IPrivate)
class GrantingBodiesPage(FormPage):
    """All bodies, and what changed."""

    def page_title(self) -> str:
        return self.translate(_("editing_bodies_title", default="Bewilligungsstellen"))

    def handle(self) -> None:
        raise NotFound(LIST)

    @property
    def rows(self) -> list[Row]:
        """The bodies in their order."""
        return [
            Row(body.name, self.url(body), ", ".join(used_by(body.key)))
            for body in granting_bodies()
        ]

    def url(self, body: GrantingBody) -> str:
        return f"{self.address(ONE)}?{urlencode({'stelle': body.key})}"

    @property
    def what_title(self) -> str:
        """What the column of a change is called that says what it is of."""
        return self.translate(_("editing_bodies_what", default="Angabe"))

    @property
    def changes(self) -> list[Change]:
        """The last changes, the newest first."""
        return [
            change
            for event in configuration_events(BODIES, LAST_CHANGES)
            for change in self._changes(event)
        ]

    def _changes(self, event: object) -> Iterator[Change]:
        called = {body.key: body.name for body in granting_bodies()}
        moment, person = self.date_and_time(event.moment), self.person(event.actor)
        for place, (old, new) in event.changes.items():
            key, _dot, name = place.partition(".")
            what = f"{called.get(key, key)}: {self.translate(TITLES[name])}"
            yield Change(moment, person, what, old, new)


@implementer(IPrivate)
class GrantingBodyPage(FormPage):
    """One body: a new one without ``stelle``, else change it or remove it."""

    def page_title(self) -> str:
        if self.body is not None:
            return self.body.name
        return self.translate(_("editing_body_new", default="Neue Bewilligungsstelle"))

    @cached_property
    def body(self) -> GrantingBody | None:
        """The one that is changed; None for a new one."""
        key = self.value("stelle")
        if not key:
            return None
        for body in granting_bodies():
            if body.key == key:
                return body
        raise NotFound(key)

    def update(self) -> None:
        # Not found is said before anything is drawn.
        self.body  # noqa: B018

    @property
    def inputs(self) -> list[Input]:
        """What is asked."""
        shown = typed(self.body or GrantingBody("", ""))
        return [
            Input(
                name,
                self.translate(TITLES[name]),
                self.translate(HINTS[name]) if name in HINTS else "",
                shown[name],
                name in TEXTS,
                name == "name" or name in LAWS,
            )
            for name in TYPED
        ]

    @property
    def logo(self) -> str:
        """The logo that is kept, as the address of a picture."""
        return self.body.logo if self.body else ""

    @property
    def largest(self) -> int:
        """How many KB a logo may have."""
        return LARGEST // 1024

    @cached_property
    def used(self) -> list[str]:
        """Who chose it."""
        return used_by(self.body.key) if self.body else []

    def handle(self) -> str:
        if self.value("step") == "remove" and self.body is not None:
            said = _("editing_body_removed", default="„${body}“ ist entfernt.")
            kept = remove_body(self.body.key)
        else:
            said = _("editing_body_kept", default="„${body}“ ist gespeichert.")
            kept = self._keep()
        message = Message(said, mapping={"body": kept.name})
        api.portal.show_message(message, self.request)
        return self.address(LIST)

    def _keep(self) -> GrantingBody:
        values = {name: self.value(name) for name in TYPED}
        logo = self._logo()
        if self.body is None:
            return add_body(values, logo)
        return change_body(self.body.key, values, logo)

    def _logo(self) -> str:
        """The one that was sent, or the kept one unless it is to go."""
        upload = self.request.form.get(LOGO)
        if getattr(upload, "filename", ""):
            upload.seek(0)
            return data_uri(upload.read(LARGEST + 1))
        return "" if self.value("without_logo") else self.logo
