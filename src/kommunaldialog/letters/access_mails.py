"""Mails about accounts: an invitation, a request, what came of it.

A link with a secret is in the mail alone. What a stranger's request says of itself is
in none: nobody sends words of theirs to others by this portal, but for the name of who
was given a task, to those who manage the access.
"""

from collections.abc import Iterable
from collections.abc import Iterator
from datetime import datetime
from kommunaldialog import _
from kommunaldialog.access.managing import case_worker_groups
from kommunaldialog.access.people import full_name
from kommunaldialog.content.register import municipality_name
from kommunaldialog.dates import clock
from kommunaldialog.dates import local
from kommunaldialog.dates import long_date
from kommunaldialog.domain.accounts import Standing
from kommunaldialog.domain.lifecycle import ZUGANGSVERWALTUNG
from kommunaldialog.letters.post import addresses_of
from kommunaldialog.letters.post import addresses_of_role
from kommunaldialog.letters.post import send_link
from kommunaldialog.letters.template import LANGUAGE
from kommunaldialog.outbox import drop
from kommunaldialog.outbox import waiting
from kommunaldialog.usecases.access_events import AccessAsked
from kommunaldialog.usecases.access_events import AccessChanged
from kommunaldialog.usecases.access_events import AccessDecided
from kommunaldialog.usecases.access_events import AccessEnded
from kommunaldialog.usecases.access_events import AccessOffered
from kommunaldialog.usecases.access_events import AccessRequested
from kommunaldialog.usecases.access_events import AccessWithdrawn
from kommunaldialog.vocabularies.static import ACCESS_TASKS
from kommunaldialog.vocabularies.static import title_of
from plone import api
from urllib.parse import urlencode
from zope.component import adapter
from zope.i18n import translate
from zope.i18nmessageid import Message


@adapter(AccessOffered)
def tell_offer(event: AccessOffered) -> None:
    """The invitation, with its link."""
    offer = event.offer
    _send(
        _page("einladung", code=event.link),
        [offer.mail],
        event.moment,
        _(
            "letters_access_invited_subject",
            default="Einladung: Arbeiten Sie mit für ${municipality}",
        ),
        offer.ags,
        _(
            "letters_access_invited",
            default="Sie sind eingeladen, für ${municipality} mitzuarbeiten.",
        ),
        _tasks(offer.roles),
        "",
        _until(offer.expires),
    )


@adapter(AccessWithdrawn)
def hold_offer_back(event: AccessWithdrawn) -> None:
    """Takes a mail that still waits, with a link that leads nowhere, out."""
    site, link = api.portal.get(), f"{event.offer.ags}.{event.offer.id}."
    for key, mail in waiting(site):
        if link in mail.body:
            drop(site, key)


@adapter(AccessAsked)
def tell_asked(event: AccessAsked) -> None:
    """Asks for the proof of an address; alike in all but what comes next."""
    request = event.request
    known = _(
        "letters_access_asked_known_or_new",
        default=(
            "Für Ihre Adresse gibt es in diesem Portal schon ein Konto. Bitte melden"
            " Sie sich auf der folgenden Seite damit an. Ist es nicht Ihres, legen Sie"
            " dort ein neues an."
        ),
    )
    new = _(
        "letters_access_asked_new",
        default="Auf der folgenden Seite legen Sie Ihr Passwort fest.",
    )
    _send(
        _page("zugang-bestaetigen", code=event.link),
        [request.mail],
        event.moment,
        _(
            "letters_access_asked_subject",
            default="Bitte bestätigen Sie Ihre Anfrage für ${municipality}",
        ),
        request.ags,
        _(
            "letters_access_asked",
            default=(
                "mit dieser Adresse wurde gebeten, für ${municipality} mitzuarbeiten."
                " Wenn Sie das nicht waren, müssen Sie nichts tun."
            ),
        ),
        "",
        known if event.known else new,
        _until(request.expires),
    )


@adapter(AccessRequested)
def tell_requested(event: AccessRequested) -> None:
    """Tells the office, and who manages the municipality's access, that one waits."""
    ags = event.request.ags
    _send(
        _page("zugangsanfragen"),
        (*_office(), *addresses_of_role(ags, ZUGANGSVERWALTUNG)),
        event.moment,
        _(
            "letters_access_requested_subject",
            default="Anfrage: Zugang zu ${municipality}",
        ),
        ags,
        _(
            "letters_access_requested",
            default=(
                "jemand möchte für ${municipality} mitarbeiten. Bitte prüfen Sie, ob"
                " das stimmt, zum Beispiel durch einen Anruf im Rathaus."
            ),
        ),
        "",
        _("letters_access_requested_link", default="Hier können Sie antworten:"),
    )


@adapter(AccessDecided)
def tell_decided(event: AccessDecided) -> None:
    """Tells who asked whether they may, and if not, why."""
    request = event.request
    confirmed = request.outcome is Standing.ACCEPTED
    subject, *lines = _confirmed(event) if confirmed else _refused(request.reason)
    _send(
        _page("meine-antraege"),
        list(addresses_of(request.user)),
        event.moment,
        subject,
        request.ags,
        *lines,
    )


@adapter(AccessChanged)
def tell_changed(event: AccessChanged) -> None:
    """Tells who else manages a municipality's access what somebody may do now."""
    _send(
        _page("zugaenge", kommune=event.ags),
        [mail for user in sorted(event.managers) for mail in addresses_of(user)],
        event.moment,
        _(
            "letters_access_changed_subject",
            default="Zugänge zu ${municipality}: Aufgaben geändert",
        ),
        event.ags,
        _(
            "letters_access_changed",
            default="für ${municipality} haben sich Aufgaben geändert.",
        ),
        "",
        _(
            "letters_access_changed_person",
            default="Person: ${name}",
            mapping={"name": _name(event.user)},
        ),
        _(
            "letters_access_changed_tasks",
            default="Aufgaben jetzt: ${tasks}",
            mapping={"tasks": _task_names(event.roles) or "–"},
        ),
        _(
            "letters_access_changed_by",
            default="Veranlasst von: ${name}",
            mapping={"name": _name(event.by)},
        ),
        "",
        _(
            "letters_access_changed_link",
            default=(
                "Wenn das nicht stimmt, können Sie es hier ändern, oder wenden Sie sich"
                " an die Bewilligungsstelle:"
            ),
        ),
    )


@adapter(AccessEnded)
def tell_ended(event: AccessEnded) -> None:
    """Tells somebody that they work for a municipality no more."""
    _send(
        _page("meine-antraege"),
        list(addresses_of(event.user)),
        event.moment,
        _(
            "letters_access_ended_subject",
            default="Ihr Zugang zu ${municipality} ist beendet",
        ),
        event.ags,
        _(
            "letters_access_ended",
            default=(
                "Sie sind für ${municipality} nicht mehr eingetragen. Ihr Konto bleibt"
                " bestehen. Wenn das ein Irrtum ist, fragen Sie bitte in Ihrer Kommune"
                " nach."
            ),
        ),
        "",
        _("letters_access_ended_link", default="Ihre Anträge für andere Kommunen:"),
    )


def _confirmed(event: AccessDecided) -> Iterator[Message | str]:
    yield _(
        "letters_access_confirmed_subject",
        default="Ihr Zugang zu ${municipality} ist bestätigt",
    )
    yield _(
        "letters_access_confirmed",
        default="Ihr Zugang zu ${municipality} ist bestätigt.",
    )
    yield _tasks(event.roles)
    yield ""
    yield _("letters_access_confirmed_link", default="Hier geht es weiter:")


def _refused(reason: str) -> Iterator[Message | str]:
    yield _(
        "letters_access_refused_subject",
        default="Ihr Zugang zu ${municipality} ist nicht bestätigt",
    )
    yield _(
        "letters_access_refused",
        default="Ihre Anfrage, für ${municipality} mitzuarbeiten, wurde abgelehnt:",
    )
    yield ""
    yield reason
    yield ""
    yield _(
        "letters_access_refused_help",
        default=(
            "Wenn das ein Irrtum ist, wenden Sie sich bitte an die Bewilligungsstelle."
        ),
    )


def _tasks(roles: Iterable[str]) -> Message:
    return _(
        "letters_access_tasks",
        default="Ihre Aufgaben: ${tasks}",
        mapping={"tasks": _task_names(roles)},
    )


def _task_names(roles: Iterable[str]) -> str:
    return ", ".join(
        translate(title_of(ACCESS_TASKS, role), target_language=LANGUAGE)
        for role in roles
    )


def _name(user: str) -> str:
    # One line, whatever its owner wrote there.
    return " ".join(full_name(user).split())


def _until(expires: datetime) -> Message:
    there = local(expires, api.portal.get_registry_record("plone.portal_timezone"))
    return _(
        "letters_access_link_until",
        default="Der Link gilt einmal und bis zum ${date}, ${time} Uhr:",
        mapping={
            "date": long_date(there, LANGUAGE),
            "time": clock(there, LANGUAGE),
        },
    )


def _office() -> Iterator[str]:
    for group in case_worker_groups():
        if api.group.get(group) is not None:
            for user in api.user.get_users(groupname=group):
                yield user.getProperty("email") or ""


def _page(view: str, **query: object) -> str:
    url = f"{api.portal.get().absolute_url()}/@@{view}"
    return f"{url}?{urlencode(query)}" if query else url


def _send(
    link: str,
    recipients: Iterable[str],
    moment: datetime,
    subject: Message,
    ags: str,
    *lines: Message | str,
) -> None:
    name = {"municipality": municipality_name(ags)}
    words = [
        Message(line, mapping={**name, **(line.mapping or {})})
        if isinstance(line, Message)
        else line
        for line in (subject, *lines)
    ]
    send_link(link, recipients, moment, *words, name=ags)
