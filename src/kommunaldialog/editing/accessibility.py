"""``@@kommunaldialog-barrierefreiheit``: the portal's part of its statement."""

from kommunaldialog import _
from kommunaldialog.controlpanel.accessibility import IAccessibilityStatement
from plone.app.registry.browser.controlpanel import ControlPanelFormWrapper
from plone.app.registry.browser.controlpanel import RegistryEditForm


class AccessibilityForm(RegistryEditForm):
    """Edits the registry records of IAccessibilityStatement."""

    schema = IAccessibilityStatement
    label = _("controlpanel_statement_title", default="Erklärung zur Barrierefreiheit")
    description = _(
        "controlpanel_statement_help",
        default=(
            "Öffentlich wird die Seite @@barrierefreiheit erst, wenn verantwortliche "
            "Stelle, Tag, E-Mail und Schlichtungsstelle eingetragen sind."
        ),
    )


class AccessibilityControlPanel(ControlPanelFormWrapper):
    """Control panel with that form."""

    form = AccessibilityForm
