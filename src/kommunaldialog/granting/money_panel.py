"""The case's panels about the grant: what was paid of it, and taking it away."""

from dataclasses import replace
from datetime import date
from functools import cached_property
from kommunaldialog import _
from kommunaldialog.domain.decision import Decision
from kommunaldialog.domain.hearing import Hearing
from kommunaldialog.domain.lifecycle import CHANGE_GRANT
from kommunaldialog.domain.lifecycle import MANAGE_GRANT
from kommunaldialog.domain.lifecycle import RELEASE
from kommunaldialog.domain.lifecycle import transition
from kommunaldialog.domain.payment import CALLED
from kommunaldialog.domain.payment import Payment
from kommunaldialog.domain.payment import PREPARED
from kommunaldialog.domain.payment import RELEASED
from kommunaldialog.granting.panel import Panel
from kommunaldialog.granting.taking_steps import kind_titles
from kommunaldialog.pages.action import Action
from kommunaldialog.pages.money import MoneyFacts
from kommunaldialog.pages.money import PAYMENT_TITLES
from kommunaldialog.usecases.finality import day_of
from kommunaldialog.usecases.hearing import hearing_of
from kommunaldialog.usecases.sums import current_grant
from kommunaldialog.vocabularies.static import title_of
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.i18nmessageid import Message


class GrantPanel(Panel):
    """Is there once a grant was announced."""

    @property
    def available(self) -> bool:
        return self._granted is not None and self._granted.approved

    @property
    def _granted(self) -> Decision | None:
        return self.context.decision

    @cached_property
    def today(self) -> date:
        return day_of(self.context, self.moment)

    def link(self, title: Message, view: str, number: int | None = None) -> Action:
        """A link to a step, with the number of a payment or claim in its title."""
        if number is None:
            return Action(title, self.address(view))
        text = _(
            "granting_money_link",
            default="${step} (Nr. ${number})",
            mapping={"step": self.translate(title), "number": str(number)},
        )
        return Action(text, f"{self.address(view)}/{number}")


class PaymentsPanel(MoneyFacts, GrantPanel):
    """What is granted now, how it came to that, and what was paid of it."""

    template = ViewPageTemplateFile("payments_panel.pt")

    def payment_title(self, payment: Payment) -> str:
        return self.translate(title_of(PAYMENT_TITLES, payment.status))

    def actions(self) -> list[Action]:
        """What has to be done next with each payment."""
        return [step for payment in self.payments for step in self._next(payment)]

    def _next(self, payment: Payment) -> list[Action]:
        steps = {
            CALLED: (
                MANAGE_GRANT,
                _("granting_pay_prepare", default="Auszahlung vorbereiten"),
                "auszahlung-vorbereiten",
            ),
            PREPARED: (
                RELEASE,
                _("granting_pay_release", default="Auszahlung freigeben"),
                "auszahlung-freigeben",
            ),
            RELEASED: (
                MANAGE_GRANT,
                _("granting_pay_paid", default="Zahlung eintragen"),
                "ausgezahlt",
            ),
        }
        if payment.status not in steps:
            return []
        permission, title, view = steps[payment.status]
        if not self.may(permission):
            return []
        return [replace(self.link(title, view, payment.number), primary=True)]

    def links(self) -> list[Action]:
        """What else can be done with a payment that is on its way."""
        return [step for payment in self.payments for step in self._others(payment)]

    def _others(self, payment: Payment) -> list[Action]:
        found = []
        if payment.status == PREPARED and self.may(RELEASE):
            title = _("granting_pay_back", default="Auszahlung zurückgeben")
            found.append(self.link(title, "auszahlung-zurueckgeben", payment.number))
        if payment.open and self.may(MANAGE_GRANT):
            title = _("granting_pay_refuse", default="Auszahlung ablehnen")
            found.append(self.link(title, "auszahlung-ablehnen", payment.number))
        return found


class TakingPanel(GrantPanel):
    """The hearings, and what may follow them."""

    template = ViewPageTemplateFile("taking_panel.pt")
    facts = ViewPageTemplateFile("hearing_facts.pt")

    @property
    def available(self) -> bool:
        return super().available and bool(self.hearing or self.links())

    @property
    def hearing(self) -> Hearing | None:
        return hearing_of(self.context)

    @property
    def kind_titles(self) -> tuple[tuple[str, Message], ...]:
        return kind_titles(self.context)

    @property
    def grant(self) -> str:
        return self.euro(current_grant(self.context))

    @property
    def over(self) -> bool:
        """Whether the office need not wait for an answer."""
        return self.hearing is None or self.hearing.over(self.today)

    @property
    def _granted_now(self) -> bool:
        return self.state in transition("revoke").sources

    def actions(self) -> list[Action]:
        """Taking the grant away, once the hearing is over."""
        ready = self._granted_now and self.hearing is not None and self.over
        if not (ready and self.may(CHANGE_GRANT)):
            return []
        return [
            self.link(_("granting_take", default="Bewilligung aufheben"), "aufheben")
        ]

    def links(self) -> list[Action]:
        """A hearing, and its answer by letter."""
        if not self.may(MANAGE_GRANT):
            return []
        found = []
        if self._granted_now and self.over:
            title = _("granting_hear", default="Kommune anhören")
            found.append(self.link(title, "anhoerung"))
        if self.hearing is not None and self.hearing.answered is None:
            title = _(
                "granting_hear_answer", default="Antwort auf die Anhörung eintragen"
            )
            found.append(self.link(title, "anhoerung-antwort"))
        if self.hearing is not None:
            title = _("granting_hear_end", default="Anhörung ohne Folgen beenden")
            found.append(self.link(title, "anhoerung-beenden"))
        return found
