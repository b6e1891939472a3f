"""The panels of an application's page, in the order in which they are shown."""

from kommunaldialog.applicant.panel import Panel


PANELS: tuple[type[Panel], ...] = ()
