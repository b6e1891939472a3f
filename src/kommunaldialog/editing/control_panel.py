"""The product's page in the control panel."""

from collections.abc import Iterator
from kommunaldialog import _
from kommunaldialog.controlpanel.interfaces import IKommunaldialogSettings
from kommunaldialog.editing.setting_words import SettingWords
from kommunaldialog.history.configuration import configuration_events
from kommunaldialog.history.configuration import SETTINGS
from kommunaldialog.pages.changes import Change
from plone import api
from plone.app.registry.browser.controlpanel import ControlPanelFormWrapper
from plone.app.registry.browser.controlpanel import RegistryEditForm
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


# So many changes are shown; all are kept.
LAST_CHANGES = 20


class KommunaldialogSettingsForm(RegistryEditForm):
    """Edits the registry records of IKommunaldialogSettings."""

    schema = IKommunaldialogSettings
    label = _("controlpanel_title", default="Kommunaldialog")
    default_fieldset_label = _("controlpanel_tab_land", default="Land")


class KommunaldialogControlPanel(SettingWords, ControlPanelFormWrapper):
    """The form, the ways to what has pages of its own, and what changed."""

    form = KommunaldialogSettingsForm
    index = ViewPageTemplateFile("control_panel.pt")

    def page_title(self) -> str:
        return self.translate(KommunaldialogSettingsForm.label)

    @property
    def what_title(self) -> str:
        """What the column of a change is called that says which setting it is."""
        return self.translate(_("controlpanel_setting", default="Einstellung"))

    @property
    def changes(self) -> list[Change]:
        """The last changes, the newest first."""
        return [
            change
            for event in configuration_events(SETTINGS, LAST_CHANGES)
            for change in self._changes(event)
        ]

    def _changes(self, event: object) -> Iterator[Change]:
        moment, person = self.date_and_time(event.moment), self.person(event.actor)
        for name, (old, new) in event.changes.items():
            field = IKommunaldialogSettings.get(name)
            title = self.translate(field.title) if field else name
            values = (self.words(field, value) for value in (old, new))
            yield Change(moment, person, title, *values)

    @property
    def portal_url(self) -> str:
        return api.portal.get().absolute_url()
