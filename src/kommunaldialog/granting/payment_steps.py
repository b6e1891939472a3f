"""Payments: prepare, release, send back, refuse, and note when the bank has paid."""

from functools import cached_property
from kommunaldialog import _
from kommunaldialog.domain.lifecycle import MANAGE_GRANT
from kommunaldialog.domain.lifecycle import RELEASE
from kommunaldialog.domain.payment import CALLED
from kommunaldialog.domain.payment import Payment
from kommunaldialog.domain.payment import PREPARED
from kommunaldialog.domain.payment import RELEASED
from kommunaldialog.granting.money_step import NumberedStep
from kommunaldialog.granting.money_step import WHAT_TO_CHANGE
from kommunaldialog.granting.office_step import Input
from kommunaldialog.granting.unbiased import UnbiasedPage
from kommunaldialog.usecases.finality import day_of
from kommunaldialog.usecases.iban import spaced
from kommunaldialog.usecases.payments import prepare_payment
from kommunaldialog.usecases.payments import record_paid
from kommunaldialog.usecases.payments import refuse_payment
from kommunaldialog.usecases.payments import release_payment
from kommunaldialog.usecases.payments import send_payment_back
from kommunaldialog.usecases.payments import waits_for_finality
from kommunaldialog.usecases.sums import current_grant
from kommunaldialog.usecases.sums import paid
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import NotFound
from zope.i18nmessageid import Message


class PaymentStep(NumberedStep):
    """A step of the payment whose number is in the address."""

    facts = ViewPageTemplateFile("payment_facts.pt")
    statuses: tuple[str, ...] = ()

    @cached_property
    def payment(self) -> Payment:
        """Raises NotFound where there is none of that number."""
        for payment in self.context.payments:
            if payment.number == self.number:
                return payment
        raise NotFound(str(self.number))

    @property
    def possible(self) -> bool:
        return self.payment.status in self.statuses

    @property
    def details(self) -> str:
        return self.facts()

    @property
    def iban(self) -> str:
        return spaced(self.payment.iban)

    @property
    def grant(self) -> str:
        return self.euro(current_grant(self.context))

    @property
    def paid(self) -> str:
        return self.euro(paid(self.context))

    @property
    def waits(self) -> bool:
        """Whether nothing is paid yet, as the decision can still be contested."""
        return waits_for_finality(self.context, self.moment)


class PreparePayment(PaymentStep):
    """``@@auszahlung-vorbereiten/<number>``: which place in the budget pays."""

    heading = _("granting_pay_prepare", default="Auszahlung vorbereiten")
    lead = _(
        "granting_pay_prepare_lead",
        default=(
            "Prüfen Sie Betrag, Zweck und Konto, und geben Sie an, woraus gezahlt wird."
            " Danach gibt eine andere Person die Auszahlung frei."
        ),
    )
    button = _("granting_pay_prepare_now", default="Zur Freigabe vorlegen")
    done = _("granting_pay_prepared", default="Die Auszahlung liegt zur Freigabe vor.")
    permission = MANAGE_GRANT
    statuses = (CALLED,)

    @property
    def inputs(self) -> list[Input]:
        payment, programme = self.payment, self.programme
        year = payment.budget_year or programme.budget_year or self._this_year
        return [
            Input(
                "budget_year",
                _("granting_pay_year", default="Haushaltsjahr"),
                "line",
                first=str(year),
            ),
            Input(
                "chapter",
                _("granting_pay_chapter", default="Kapitel"),
                "line",
                first=payment.chapter or programme.budget_chapter or "",
            ),
            Input(
                "title",
                _("granting_pay_title", default="Titel"),
                "line",
                first=payment.title or programme.budget_title or "",
            ),
        ]

    @property
    def _this_year(self) -> int:
        return day_of(self.context, self.moment).year

    def act(self) -> None:
        year = self.value("budget_year").strip()
        four_digits = year.isascii() and year.isdigit() and len(year) == 4
        prepare_payment(
            self.context,
            self.moment,
            self.number,
            int(year) if four_digits else None,
            self.value("chapter"),
            self.value("title"),
        )


class ReleasePayment(UnbiasedPage, PaymentStep):
    """``@@auszahlung-freigeben/<number>``: the second pair of eyes."""

    heading = _("granting_pay_release", default="Auszahlung freigeben")
    lead = _(
        "granting_pay_release_lead",
        default=(
            "Mit der Freigabe wird die Auszahlung angeordnet. Freigeben kann nicht, wer"
            " sie vorbereitet hat."
        ),
    )
    button = _("granting_pay_release_now", default="Auszahlung freigeben")
    done = _("granting_pay_released", default="Die Auszahlung ist freigegeben.")
    permission = RELEASE
    statuses = (PREPARED,)
    declares_unbiased = True

    def act(self) -> None:
        self.declare_unbiased()
        release_payment(self.context, self.moment, self.number)


class SendPaymentBack(PaymentStep):
    """``@@auszahlung-zurueckgeben/<number>``: not released as it is."""

    heading = _("granting_pay_back", default="Auszahlung zurückgeben")
    lead = _(
        "granting_pay_back_lead",
        default="Die Sachbearbeitung bereitet die Auszahlung dann noch einmal vor.",
    )
    button = _("granting_pay_back_now", default="Zurückgeben")
    done = _(
        "granting_pay_sent_back",
        default="Die Auszahlung ist zurück bei der Sachbearbeitung.",
    )
    permission = RELEASE
    statuses = (PREPARED,)
    inputs = (WHAT_TO_CHANGE,)

    def act(self) -> None:
        send_payment_back(self.context, self.moment, self.number, self.value("reason"))


class RefusePayment(PaymentStep):
    """``@@auszahlung-ablehnen/<number>``: nothing is paid, and why."""

    heading = _("granting_pay_refuse", default="Auszahlung ablehnen")
    permission = MANAGE_GRANT
    statuses = (CALLED, PREPARED, RELEASED)
    button = _("granting_pay_refuse_now", default="Auszahlung ablehnen")
    done = _(
        "granting_pay_refused",
        default="Die Auszahlung ist abgelehnt. Die Kommune ist benachrichtigt.",
    )
    inputs = (
        Input(
            "refusal",
            _("granting_pay_refusal", default="Warum wird nicht ausgezahlt?"),
            hint=_("granting_pay_public", default="Die Kommune liest das."),
        ),
    )

    @property
    def lead(self) -> Message:
        """What has to be stopped elsewhere when it was released already."""
        if self.payment.status == RELEASED:
            return _(
                "granting_pay_stop_lead",
                default=(
                    "Die Auszahlung ist schon freigegeben. Bitte sorgen Sie zuerst"
                    " dafür, dass die Kasse sie nicht mehr ausführt."
                ),
            )
        return _(
            "granting_pay_refuse_lead",
            default="Die Kommune kann den Betrag danach noch einmal anfordern.",
        )

    def act(self) -> None:
        refuse_payment(self.context, self.moment, self.number, self.value("refusal"))


class RecordPaid(PaymentStep):
    """``@@ausgezahlt/<number>``: the day on which the bank has paid."""

    heading = _("granting_pay_paid", default="Zahlung eintragen")
    lead = _(
        "granting_pay_paid_lead",
        default="Tragen Sie ein, an welchem Tag die Kasse den Betrag gezahlt hat.",
    )
    button = _("granting_pay_paid_now", default="Zahlung eintragen")
    done = _("granting_pay_paid_done", default="Die Zahlung ist eingetragen.")
    permission = MANAGE_GRANT
    statuses = (RELEASED,)
    inputs = (Input("paid_on", _("granting_pay_paid_on", default="Gezahlt am"), "day"),)

    def act(self) -> None:
        _amounts, (paid_on,) = self.typed(days=("paid_on",))
        record_paid(self.context, self.moment, self.number, paid_on)
