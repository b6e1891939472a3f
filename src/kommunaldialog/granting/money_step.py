"""What the office's steps about money share: a number in the address, typed amounts."""

from datetime import date
from decimal import Decimal
from kommunaldialog import _
from kommunaldialog.dates import read_day
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import refuse
from kommunaldialog.granting.office_step import Input
from kommunaldialog.granting.office_step import OfficeStep
from typing import Self
from zExceptions import NotFound
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse
from ZPublisher.HTTPRequest import HTTPRequest


# Of what another person prepared.
WHAT_TO_CHANGE = Input(
    "reason",
    _("granting_pay_back_reason", default="Was ist zu ändern?"),
    hint=_("granting_pay_internal", default="Die Kommune liest das nicht."),
)


class MoneyStep(OfficeStep):
    """Reads amounts and days together, so that all that is wrong is said at once."""

    def typed(
        self, amounts: tuple[str, ...] = (), days: tuple[str, ...] = ()
    ) -> tuple[list[Decimal | None], list[date | None]]:
        """What was typed into inputs for amounts (Euro) and days; None for nothing.

        Raises Refused for what is neither.
        """
        wrong: list[Refusal] = []
        found_amounts, found_days = [], []
        for name in amounts:
            amount, refusals = self.amount(name)
            found_amounts.append(amount)
            wrong.extend(refusals)
        for name in days:
            typed = self.value(name).strip()
            try:
                found_days.append(read_day(typed) if typed else None)
            except ValueError:
                wrong.append(Refusal("not_a_day", name))
        refuse(wrong)
        return found_amounts, found_days


@implementer(IPublishTraverse)
class NumberedStep(MoneyStep):
    """A step with one payment or claim, whose number is the end of the address."""

    number = 0

    def publishTraverse(self, request: HTTPRequest, name: str) -> Self:
        if self.number or not (name.isascii() and name.isdigit() and len(name) < 6):
            raise NotFound(name)
        self.number = int(name)
        return self

    def __getitem__(self, name: str) -> Self:
        # Plone's login goes back to addresses only that can be looked up.
        return self.publishTraverse(self.request, name)
