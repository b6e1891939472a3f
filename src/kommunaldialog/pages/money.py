"""What payments and changes of a grant are called, for office and municipality."""

from kommunaldialog import _


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
