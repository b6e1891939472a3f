"""What a municipality changes or asks for after its application arrived."""

from datetime import date
from kommunaldialog import _
from kommunaldialog.applicant.act import ActPage
from kommunaldialog.applicant.core import AUTOCOMPLETE
from kommunaldialog.applicant.core import TYPES
from kommunaldialog.content.foerderantrag import IFoerderantrag
from kommunaldialog.dates import read_day
from kommunaldialog.domain.lifecycle import AMEND
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.usecases.amend import change_contact
from kommunaldialog.usecases.amend import check_request
from kommunaldialog.usecases.amend import CONTACT_FIELDS
from kommunaldialog.usecases.amend import request_early_start
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import NotFound


class ContactPage(ActPage):
    """``@@kontakt-aendern``: whom the office asks from now on."""

    index = ViewPageTemplateFile("contact.pt")
    heading = _("applicant_contact_change", default="Ansprechperson ändern")
    permission = AMEND
    done = _(
        "applicant_contact_changed",
        default="Die neue Ansprechperson ist eingetragen. Frühere Angaben bleiben "
        "nachvollziehbar.",
    )
    gone = _(
        "applicant_contact_gone",
        default="Bei diesem Antrag kann die Ansprechperson hier nicht geändert werden.",
    )
    fields = CONTACT_FIELDS

    def act(self) -> None:
        contact = {name: self.value(f"core-{name}") for name in CONTACT_FIELDS}
        change_contact(self.context, self.moment, contact)

    def title(self, name: str) -> str:
        return self.translate(IFoerderantrag[name].title)

    def typed(self, name: str) -> str:
        """What an input holds: as typed, or as kept."""
        return self.value(f"core-{name}", getattr(self.context, name) or "")

    def input_type(self, name: str) -> str:
        return TYPES.get(name, "text")

    def autocomplete(self, name: str) -> str:
        return AUTOCOMPLETE[name]


class EarlyStartPage(ActPage):
    """``@@vorzeitiger-beginn``: ask to begin before the decision."""

    index = ViewPageTemplateFile("early_start.pt")
    heading = _("applicant_early_start", default="Vorzeitigen Beginn beantragen")
    permission = AMEND
    done = _(
        "applicant_early_start_requested",
        default=(
            "Ihre Bitte ist eingetragen. Bitte beginnen Sie erst, wenn die"
            " Bewilligungsstelle es schriftlich erlaubt hat."
        ),
    )
    gone = _(
        "applicant_early_start_gone",
        default="Für diesen Antrag kann kein vorzeitiger Beginn beantragt werden.",
    )

    def update(self) -> None:
        if not self.programme.early_start_allowed:
            raise NotFound("vorzeitiger-beginn")
        super().update()

    def act(self) -> None:
        begins, wrong = self._day()
        reason = self.value("early_start_reason")
        if wrong:
            found = check_request(self.context, self.moment, begins, reason)
            others = (x for x in found if x.field != "early_start_from")
            raise Refused(*wrong, *others)
        request_early_start(self.context, self.moment, begins, reason)

    def _day(self) -> tuple[date | None, tuple[Refusal, ...]]:
        typed = self.value("early_start_from").strip()
        try:
            return (read_day(typed) if typed else None), ()
        except ValueError:
            return None, (Refusal("core_not_a_day", "early_start_from"),)

    @property
    def begins(self) -> str:
        """The day as typed, or as asked for before."""
        kept = self.context.early_start_from
        return self.value("early_start_from", kept.isoformat() if kept else "")

    @property
    def begins_type(self) -> str:
        """A date input shows nothing of what is no ISO date."""
        try:
            date.fromisoformat(self.begins or "2000-01-01")
        except ValueError:
            return "text"
        return "date"

    @property
    def reason(self) -> str:
        return self.value("early_start_reason", self.context.early_start_reason or "")
