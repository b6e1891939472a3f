"""What all pages on accounts share: a municipality, tasks, and where they are kept."""

from AccessControl import Unauthorized
from collections.abc import Iterable
from functools import cached_property
from kommunaldialog import _
from kommunaldialog.access.caching import IPrivate
from kommunaldialog.access.managing import managed
from kommunaldialog.access.managing import works_for_office
from kommunaldialog.content.register import municipality_label
from kommunaldialog.dates import local
from kommunaldialog.domain.accounts import Offer
from kommunaldialog.domain.accounts import Standing
from kommunaldialog.domain.accounts import standing
from kommunaldialog.domain.refusal import refuse
from kommunaldialog.pages.municipality import MUNICIPALITY
from kommunaldialog.pages.municipality import MunicipalityField
from kommunaldialog.pages.view import FormPage
from kommunaldialog.vocabularies.static import ACCESS_TASKS
from kommunaldialog.vocabularies.static import title_of
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from urllib.parse import urlencode
from zope.i18nmessageid import Message
from zope.interface import implementer


TASK_HINTS = (
    (
        "Antragstellung",
        _(
            "accounts_task_apply_hint",
            default="Anträge schreiben, einreichen und Rückfragen beantworten",
        ),
    ),
    (
        "Zeichnungsberechtigung",
        _(
            "accounts_task_sign_hint",
            default="Anträge im Namen der Kommune verbindlich unterschreiben",
        ),
    ),
    (
        "Zugangsverwaltung",
        _(
            "accounts_task_access_hint",
            default="Kolleginnen und Kollegen einladen und Aufgaben vergeben",
        ),
    ),
)


@implementer(IPrivate)
class AccountsPage(FormPage):
    """A form about accounts; ``heading`` is its h1 and the window's title."""

    macros = ViewPageTemplateFile("macros.pt")
    heading: Message
    # Whether a municipality can be chosen that exists no more.
    with_ended = False
    # Which tasks can be ticked, by role.
    tasks: tuple[str, ...] = tuple(role for role, _title in ACCESS_TASKS)

    def __call__(self) -> str:
        # Links lead out of some of these pages; none may tell where they came from.
        self.request.response.setHeader("Referrer-Policy", "no-referrer")
        return super().__call__()

    def page_title(self) -> str:
        return self.translate(self.heading)

    @property
    def municipality(self) -> str:
        return municipality_label(self.ags)

    @property
    def ags(self) -> str:
        """The key of the municipality that the page is about; empty for none."""
        return self.value("kommune")

    def task_choices(self) -> list[dict[str, str]]:
        """``role``, ``id``, ``title`` and ``hint`` of each task to be ticked."""
        return [
            {
                "role": role,
                "id": "roles" if number == 0 else f"roles-{number}",
                "title": self.translate(title_of(ACCESS_TASKS, role)),
                "hint": self.translate(title_of(TASK_HINTS, role)),
            }
            for number, role in enumerate(self.tasks)
        ]

    def task_names(self, roles: Iterable[str]) -> str:
        """The tasks in words."""
        return ", ".join(self.translate(title_of(ACCESS_TASKS, r)) for r in roles)

    @property
    def chosen_roles(self) -> list[str]:
        """What is ticked: as typed, or at first."""
        posted = self.request.method == "POST"
        return self.values("roles") if posted else list(self.first_roles())

    def first_roles(self) -> Iterable[str]:
        """What is ticked at first."""
        return ()

    @cached_property
    def field(self) -> MunicipalityField:
        """The field by which a municipality is chosen."""
        return MunicipalityField(
            self.context,
            self.request,
            local(self.moment, self.zone).date(),
            title=MUNICIPALITY,
            required=True,
            with_ended=self.with_ended,
        )

    def choose(self) -> None:
        """Refuses a text that means no municipality, or several."""
        refuse(self.field.unclear())

    def link(self, view: str, **query: str) -> str:
        """Address of another page of accounts."""
        found = f"?{urlencode(query)}" if query else ""
        return f"{self.address(view)}{found}"

    def say(self, message: Message) -> None:
        """Shows a message on the next page."""
        api.portal.show_message(message, self.request)


class ManagedPage(AccountsPage):
    """A page for who manages the access to municipalities: their own, or all."""

    def update(self) -> None:
        # Raises Unauthorized, which sends an anonymous visitor to the login.
        if not (self.office or self.own):
            raise Unauthorized("manage access")

    @cached_property
    def office(self) -> bool:
        return works_for_office()

    @cached_property
    def own(self) -> tuple[str, ...]:
        return managed()

    @property
    def ags(self) -> str:
        """As asked for; of a single municipality of one's own it needs no question."""
        if not self.office and len(self.own) == 1:
            return self.value("kommune", self.own[0])
        if self.value("kommune"):
            return self.value("kommune")
        # Whoever searches has not chosen yet.
        return "" if self.field.searching else self.field.key

    def expired(self, offer: Offer) -> bool:
        return standing(offer, self.moment) is Standing.EXPIRED
