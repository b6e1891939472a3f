"""A page on which the office does one thing with a case: says what, asks, does it."""

from AccessControl import Unauthorized
from collections.abc import Iterable
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import replace
from datetime import date
from datetime import datetime
from kommunaldialog import _
from kommunaldialog.dates import read_day
from kommunaldialog.dates import read_moment
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import refuse
from kommunaldialog.granting.case_page import CasePage
from kommunaldialog.pages.view import FormPage
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.i18nmessageid import Message


@dataclass(frozen=True)
class Input:
    """One input of a form; `kind` is "day", "line", "text", "amount" or "choice".

    `first` is what it holds at first; `choices` are value and title of each radio
    button, the first of which is where an error leads to.
    """

    name: str
    label: Message
    kind: str = "text"
    hint: Message | None = None
    first: str = ""
    choices: Sequence[tuple[str, Message]] = ()
    required: bool = True

    @property
    def id(self) -> str:
        """The HTML id, or that of the first radio button."""
        return f"{self.name}-{self.choices[0][0]}" if self.choices else self.name


class OfficeStep(CasePage, FormPage):
    """Subclasses say what is to be done, and call the use case in `act`.

    ``permission`` is that of the step. Whoever comes when there is nothing to do, by a
    second click or an old link, is led to the case.
    """

    index = ViewPageTemplateFile("office_step.pt")
    heading: Message
    lead: Message
    button: Message
    done: Message
    permission: str
    inputs: Sequence[Input] = ()
    # Whether the form has the tick of an `UnbiasedPage`.
    declares_unbiased = False
    # Which of what another person prepared is shown, where something is: its moment.
    seen = ""

    @property
    def possible(self) -> bool:
        """Whether there is anything to do here now."""
        return True

    def act(self) -> None:
        """Calls the use case with what was typed."""
        raise NotImplementedError

    @property
    def details(self) -> str:
        """HTML that is to be read before the form; none unless a page has some."""
        return ""

    def page_title(self) -> str:
        return f"{self.translate(self.heading)}: {self.submission.reference}"

    def update(self) -> None:
        if not self.possible:
            message = _(
                "granting_step_gone",
                default="Das ist bei diesem Vorgang nicht (mehr) möglich.",
            )
            api.portal.show_message(message, self.request, type="info")
            self.request.response.redirect(self.address("vorgang"), status=303)
        elif not self.may(self.permission):
            raise Unauthorized(self.permission)

    def handle(self) -> str:
        self.act()
        api.portal.show_message(self.done, self.request)
        return self.address("vorgang")

    def errors(self, refusals: Iterable[Refusal]) -> list[dict[str, str | None]]:
        """What concerns no input first, then in the order of the inputs.

        A rule names an input, whose id may be that of its first radio button.
        """
        ids = {item.name: item.id for item in self.inputs}
        places = {None: -1, **{name: place for place, name in enumerate(ids.values())}}
        found = [replace(one, field=ids.get(one.field, one.field)) for one in refusals]
        found.sort(key=lambda one: places.get(one.field, len(places)))
        return super().errors(found)

    def days(self, *names: str) -> list[date | None]:
        """What was typed into inputs for days; Refused for what is none."""
        found, wrong = [], []
        for name in names:
            typed = self.value(name).strip()
            try:
                found.append(read_day(typed) if typed else None)
            except ValueError:
                wrong.append(Refusal("not_a_day", name))
        refuse(wrong)
        return found

    def first(self, item: Input) -> str:
        """What an input holds: as typed, or at first."""
        return self.value(item.name, item.first)

    @property
    def read(self) -> datetime | None:
        """The moment of what the form showed before it was sent."""
        return read_moment(self.value("seen"))

    def day_type(self, item: Input) -> str:
        """A date input shows nothing of what is no ISO date."""
        try:
            date.fromisoformat(self.first(item) or "2000-01-01")
        except ValueError:
            return "text"
        return "date"
