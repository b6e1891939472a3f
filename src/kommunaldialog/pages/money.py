"""What payments and changes of a grant are called, for office and municipality."""

from decimal import Decimal
from kommunaldialog import _
from kommunaldialog.domain.grant import GrantChange
from kommunaldialog.domain.payment import Payment
from kommunaldialog.pages.view import Page
from kommunaldialog.usecases.payments import left_to_call
from kommunaldialog.usecases.sums import current_grant
from kommunaldialog.usecases.sums import paid
from kommunaldialog.vocabularies.static import title_of


PAYMENT_TITLES = (
    ("called", _("pages_payment_called", default="Angefordert")),
    ("prepared", _("pages_payment_prepared", default="Zur Freigabe vorgelegt")),
    ("released", _("pages_payment_released", default="Freigegeben")),
    ("paid", _("pages_payment_paid", default="Ausgezahlt")),
    ("refused", _("pages_payment_refused", default="Abgelehnt")),
)

# The municipality learns what concerns it, not who in the office has it.
PUBLIC_PAYMENT_TITLES = (
    ("called", _("pages_payment_called", default="Angefordert")),
    ("prepared", _("pages_payment_in_office", default="In Bearbeitung")),
    ("released", _("pages_payment_in_office", default="In Bearbeitung")),
    ("paid", _("pages_payment_paid", default="Ausgezahlt")),
    ("refused", _("pages_payment_refused", default="Abgelehnt")),
)

CHANGE_TITLES = (
    ("amended", _("pages_grant_amended", default="Geändert")),
    ("waived", _("pages_grant_waived", default="Verzicht der Kommune")),
    ("revoked", _("pages_grant_revoked", default="Widerruf")),
    ("withdrawn", _("pages_grant_withdrawn", default="Rücknahme")),
    ("lapsed", _("pages_grant_lapsed", default="Ermäßigt, da günstiger")),
)


class MoneyFacts(Page):
    """What office and municipality both read of a grant's money."""

    def sums(self) -> dict[str, Decimal]:
        """In Euro."""
        return {
            "grant": current_grant(self.context),
            "paid": paid(self.context),
            "left": left_to_call(self.context),
        }

    @property
    def changes(self) -> tuple[GrantChange, ...]:
        return self.context.grant_changes

    def change_title(self, change: GrantChange) -> str:
        return self.translate(title_of(CHANGE_TITLES, change.kind))

    @property
    def payments(self) -> tuple[Payment, ...]:
        return self.context.payments
