"""What a municipality does with its grant's money: call for it, waive it, be heard."""

from datetime import date
from decimal import Decimal
from kommunaldialog import _
from kommunaldialog.applicant.act import ActPage
from kommunaldialog.applicant.by_letter import ByLetter
from kommunaldialog.applicant.by_letter import EndsByLetter
from kommunaldialog.dates import read_day
from kommunaldialog.domain.hearing import Hearing
from kommunaldialog.domain.lifecycle import USE_GRANT
from kommunaldialog.domain.payment import LONGEST_PURPOSE
from kommunaldialog.domain.payment import Payment
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import refuse
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.domain.text import LONGEST_REASON
from kommunaldialog.usecases.hearing import answer_hearing
from kommunaldialog.usecases.hearing import hearing_of
from kommunaldialog.usecases.iban import spaced
from kommunaldialog.usecases.payments import Call
from kommunaldialog.usecases.payments import call_payment
from kommunaldialog.usecases.payments import check_call
from kommunaldialog.usecases.payments import left_to_call
from kommunaldialog.usecases.payments import waits_for_finality
from kommunaldialog.usecases.sums import current_grant
from kommunaldialog.usecases.sums import paid
from kommunaldialog.usecases.waive import waive
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class CallPage(ActPage):
    """``@@mittelabruf``: ask for an instalment."""

    index = ViewPageTemplateFile("call.pt")
    heading = _("applicant_call", default="Geld anfordern")
    permission = USE_GRANT
    done = _(
        "applicant_called",
        default=(
            "Ihre Anforderung ist bei der Bewilligungsstelle. Sie bekommen eine"
            " Nachricht, wenn das Geld gezahlt ist."
        ),
    )
    gone = _(
        "applicant_call_gone",
        default="Bei diesem Antrag kann kein Geld (mehr) angefordert werden.",
    )
    longest = LONGEST_PURPOSE

    def act(self) -> None:
        amount, wrong = self.amount("amount")
        days = {}
        for name in ("spent_from", "spent_until"):
            days[name], refusals = self._day(name)
            wrong = (*wrong, *refusals)
        call = Call(
            amount=amount,
            iban=self.value("iban"),
            holder=self.value("holder"),
            purpose=self.value("purpose"),
            **days,
        )
        if wrong:
            fields = {refusal.field for refusal in wrong}
            found = check_call(self.context, call)
            raise Refused(*wrong, *(one for one in found if one.field not in fields))
        call_payment(self.context, self.moment, call, self.letter)

    def _day(self, name: str) -> tuple[date | None, tuple[Refusal, ...]]:
        typed = self.value(name).strip()
        try:
            return (read_day(typed) if typed else None), ()
        except ValueError:
            return None, (Refusal("core_not_a_day", name),)

    def day_type(self, name: str) -> str:
        """A date input shows nothing of what is no ISO date."""
        try:
            date.fromisoformat(self.value(name) or "2000-01-01")
        except ValueError:
            return "text"
        return "date"

    @property
    def left(self) -> Decimal:
        return left_to_call(self.context)

    @property
    def grant(self) -> Decimal:
        return current_grant(self.context)

    @property
    def waits(self) -> bool:
        """Whether it is paid only when the decision is final."""
        return waits_for_finality(self.context, self.moment)

    @property
    def last(self) -> Payment | None:
        """The last call, whose account is suggested."""
        return self.context.payments[-1] if self.context.payments else None

    @property
    def iban(self) -> str:
        """As typed, or of the last call."""
        return self.value("iban", spaced(self.last.iban) if self.last else "")

    @property
    def holder(self) -> str:
        """As typed, or of the last call."""
        return self.value("holder", self.last.holder if self.last else "")


class EnterCall(ByLetter, CallPage):
    """``@@mittelabruf-eintragen``."""

    heading = _("applicant_letter_call", default="Mittelabruf per Brief")
    step, event = "enter_payment_call", "payment_called"


class WaivePage(ActPage):
    """``@@verzichten``: give up the grant or a part of it."""

    index = ViewPageTemplateFile("waive.pt")
    heading = _("applicant_waive", default="Auf die Zuwendung verzichten")
    permission = USE_GRANT
    done = _(
        "applicant_waived",
        default="Ihr Verzicht ist eingetragen. Die Bewilligungsstelle sieht ihn jetzt.",
    )
    gone = _(
        "applicant_waive_gone",
        default="Es gibt hier keine Zuwendung (mehr), auf die zu verzichten wäre.",
    )
    longest = LONGEST_REASON

    def act(self) -> None:
        part = self.value("extent")
        after, wrong = self._after(part)
        if not self.value("confirmed"):
            wrong = (*wrong, Refusal("waiver_unconfirmed", "confirmed"))
        refuse(wrong)
        reason = self.value("reason")
        waive(self.context, self.moment, after, reason, self.letter)

    def _after(self, extent: str) -> tuple[Decimal | None, tuple[Refusal, ...]]:
        if extent == "all":
            return Decimal(0), ()
        if extent == "part":
            return self.amount("after")
        return None, (Refusal("waiver_extent_missing", "extent-all"),)

    @property
    def grant(self) -> Decimal:
        return current_grant(self.context)

    @property
    def paid(self) -> Decimal:
        return paid(self.context)


class EnterWaiver(EndsByLetter, WaivePage):
    """``@@verzicht-eintragen``."""

    heading = _("applicant_letter_waive", default="Verzicht per Brief")
    step, event = "enter_waiver", "grant_waived"


class AnswerHearing(ActPage):
    """``@@anhoerung-beantworten``: what the municipality says to what is intended."""

    index = ViewPageTemplateFile("hearing.pt")
    heading = _("applicant_hearing", default="Zur Anhörung äußern")
    permission = USE_GRANT
    done = _(
        "applicant_hearing_answered",
        default="Ihre Äußerung ist bei der Bewilligungsstelle.",
    )
    gone = _(
        "applicant_hearing_gone",
        default="Bei diesem Antrag läuft keine Anhörung, die noch offen wäre.",
    )
    longest = LONGEST_REASON

    def update(self) -> None:
        if self.leads_to_notice():
            return
        hearing = self.hearing
        if hearing is None or hearing.answered is not None:
            api.portal.show_message(self.gone, self.request, "warning")
            self.request.response.redirect(self.address(), status=303)
            return
        super().update()

    def act(self) -> None:
        answer_hearing(self.context, self.moment, self.value("answer"))

    @property
    def hearing(self) -> Hearing | None:
        return hearing_of(self.context)

    @property
    def grant(self) -> Decimal:
        return current_grant(self.context)
