"""The panels of the case page, in the order in which they are shown."""

from kommunaldialog.granting.panel import Panel


PANELS: tuple[type[Panel], ...] = ()
