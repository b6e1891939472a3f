"""A letter that ends an application or its grant: confirm it, or hand it back."""

from decimal import Decimal
from functools import cached_property
from kommunaldialog import _
from kommunaldialog.domain.lifecycle import HANDLE
from kommunaldialog.domain.paper import Entered
from kommunaldialog.granting.office_step import Input
from kommunaldialog.granting.office_step import OfficeStep
from kommunaldialog.granting.paper_panel import OfficeLetters
from kommunaldialog.granting.unbiased import UnbiasedPage
from kommunaldialog.usecases.second_person import hand_letter_back
from kommunaldialog.usecases.second_person import waiting_letter
from kommunaldialog.usecases.sums import current_grant
from kommunaldialog.usecases.waive import confirm_waiver
from kommunaldialog.usecases.withdraw import confirm_withdrawal
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


_CONFIRM = {"withdrawn": confirm_withdrawal, "grant_waived": confirm_waiver}


class _LetterStep(OfficeLetters, OfficeStep):
    """A step with the letter that waits."""

    permission = HANDLE
    facts = ViewPageTemplateFile("letter_facts.pt")

    @property
    def possible(self) -> bool:
        return self.entered is not None

    @cached_property
    def entered(self) -> Entered | None:
        return waiting_letter(self.context)

    @property
    def grant(self) -> Decimal:
        """What is granted now, in Euro."""
        return current_grant(self.context)

    @property
    def details(self) -> str:
        return self.facts()


class ConfirmLetter(UnbiasedPage, _LetterStep):
    """``@@brief-bestaetigen``: the second pair of eyes."""

    heading = _("granting_letter_confirm", default="Brief bestätigen")
    lead = _(
        "granting_letter_confirm_lead",
        default=(
            "Bitte vergleichen Sie, was eingetragen ist, mit dem Brief. Mit Ihrer"
            " Bestätigung wirkt er; das lässt sich nicht rückgängig machen. Bestätigen"
            " kann nicht, wer ihn eingetragen hat."
        ),
    )
    button = _("granting_letter_confirm_now", default="Bestätigen")
    done = _("granting_letter_confirmed", default="Der Brief ist bestätigt und wirkt.")
    declares_unbiased = True

    @property
    def seen(self) -> str:
        """Which letter is shown."""
        return self.entered.letter.entered.isoformat()

    def act(self) -> None:
        self.declare_unbiased()
        confirm = _CONFIRM[self.entered.letter.event]
        confirm(self.context, self.moment, self.read)


class HandLetterBack(_LetterStep):
    """``@@brief-zurueckgeben``: what was entered does not stand in the letter."""

    heading = _("granting_letter_back", default="Brief zurückgeben")
    lead = _(
        "granting_letter_back_lead",
        default=(
            "Was eingetragen ist, bleibt dann ohne Wirkung. Der Brief kann noch einmal"
            " eingetragen werden."
        ),
    )
    button = _("granting_pay_back_now", default="Zurückgeben")
    done = _(
        "granting_letter_was_handed_back",
        default="Was eingetragen war, bleibt ohne Wirkung.",
    )
    inputs = (
        Input(
            "reason",
            _("granting_letter_back_reason", default="Was stimmt nicht?"),
            hint=_("granting_pay_internal", default="Die Kommune liest das nicht."),
        ),
    )

    def act(self) -> None:
        hand_letter_back(self.context, self.moment, self.value("reason"))
