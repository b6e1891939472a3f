"""The product's page in the control panel."""

from kommunaldialog import _
from kommunaldialog.controlpanel.interfaces import IKommunaldialogSettings
from plone.app.registry.browser.controlpanel import ControlPanelFormWrapper
from plone.app.registry.browser.controlpanel import RegistryEditForm


class KommunaldialogSettingsForm(RegistryEditForm):
    """Edits the registry records of IKommunaldialogSettings."""

    schema = IKommunaldialogSettings
    label = _("controlpanel_title", default="Kommunaldialog")


class KommunaldialogControlPanel(ControlPanelFormWrapper):
    """Control panel with the settings form."""

    form = KommunaldialogSettingsForm
