"""Reminders to web editors: what is due, and the link to where it is mended."""

from Acquisition import aq_chain
from collections.abc import Iterator
from kommunaldialog import _
from kommunaldialog.dates import long_date
from kommunaldialog.letters.post import addresses_of
from kommunaldialog.letters.post import send
from kommunaldialog.letters.template import LANGUAGE
from kommunaldialog.usecases.editor_reminders import EditorReminder
from plone import api
from plone.dexterity.content import DexterityContent
from zope.component import adapter
from zope.i18nmessageid import Message


EDITOR = "Editor"

SUBJECTS: dict[str, Message] = {
    "result": _(
        "letters_mail_result_missing_subject",
        default="Was kam heraus? Ergebnis zu „${title}“ fehlt",
    ),
    "promise": _(
        "letters_mail_promise_overdue_subject",
        default="Zusage überfällig: „${title}“",
    ),
    "contact": _(
        "letters_mail_contact_check_subject",
        default="Bitte prüfen: Kontakt „${title}“",
    ),
    "incomplete": _(
        "letters_mail_incomplete_subject",
        default="Etwas fehlt auf der Seite „${title}“",
    ),
}
LINES: dict[str, Message] = {
    "result": _(
        "letters_mail_result_missing",
        default=(
            "der Dialog „${title}“ ist seit mehr als vier Wochen zu Ende, und es ist "
            "kein Ergebnis veröffentlicht. Wer mitgemacht hat, möchte wissen, was "
            "daraus geworden ist."
        ),
    ),
    "promise": _(
        "letters_mail_promise_overdue",
        default=(
            "„${title}“ war bis zum ${due} zugesagt. Bitte tragen Sie ein, was daraus "
            "geworden ist, oder nennen Sie einen neuen Tag und den Grund."
        ),
    ),
    "contact": _(
        "letters_mail_contact_check",
        default=(
            "der Kontakt „${title}“ wurde seit einem Jahr nicht geprüft. Bitte sehen "
            "Sie nach, ob alles noch stimmt, und tragen Sie den Tag ein."
        ),
    ),
    "incomplete": _(
        "letters_mail_incomplete",
        default=(
            "auf der veröffentlichten Seite „${title}“ fehlt etwas, das alle lesen "
            "sollten. Was es ist, sagt Ihnen die Seite, wenn Sie angemeldet sind."
        ),
    ),
}


@adapter(EditorReminder)
def tell_editors(reminder: EditorReminder) -> None:
    """Tells those who are responsible for a page what is due on it."""
    mapping = {
        "title": " ".join(reminder.item.title.split()),
        "due": long_date(reminder.due, LANGUAGE),
    }
    send(
        reminder.item,
        editors_of(reminder.item) or [_portal_address()],
        reminder.moment,
        Message(SUBJECTS[reminder.kind], mapping=mapping),
        Message(LINES[reminder.kind], mapping=mapping),
        "",
    )


def editors_of(item: DexterityContent) -> list[str]:
    """Addresses of who made the page, and of who was given it to edit by "Sharing".

    Of the nearest folder where somebody was, so that a section's editors hear of what
    lies in it. Empty where none of them has an account with an address any more.
    """
    found = [
        address for creator in item.creators or () for address in addresses_of(creator)
    ]
    for level in aq_chain(item):
        get_local_roles = getattr(level, "get_local_roles", None)
        if get_local_roles is None:
            break
        shared = [
            address
            for principal, roles in get_local_roles()
            if EDITOR in roles
            for address in _addresses(principal)
        ]
        if shared:
            found += shared
            break
    return list(dict.fromkeys(filter(None, found)))


def _addresses(principal: str) -> Iterator[str]:
    if api.group.get(principal) is None:
        yield from addresses_of(principal)
        return
    for user in api.user.get_users(groupname=principal):
        yield user.getProperty("email") or ""


def _portal_address() -> str:
    return api.portal.get_registry_record("plone.email_from_address") or ""
