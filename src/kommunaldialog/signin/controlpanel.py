"""The provider's page in the control panel."""

from kommunaldialog import _
from kommunaldialog.signin.plugin import door
from kommunaldialog.signin.plugin import SignIn
from kommunaldialog.signin.settings import ISignInSettings
from pas.plugins.oidc.plugins import OAuth2ConnectionException
from plone import api
from plone.app.registry.browser.controlpanel import ControlPanelFormWrapper
from plone.app.registry.browser.controlpanel import RegistryEditForm
from typing import Any
from zExceptions import NotFound


class SignInSettingsForm(RegistryEditForm):
    """Edits the plugin itself; the secret is written and never shown."""

    schema = ISignInSettings
    label = _("signin_title", default="Anmeldung über einen anderen Anbieter")

    def getContent(self) -> SignIn:
        plugin = door()
        if plugin is None:
            raise NotFound("kommunaldialog:oidc is not installed")
        return plugin

    def updateWidgets(self) -> None:
        super().updateWidgets()
        # Plone's widget writes a password into the page.
        self.widgets["client_secret"].value = ""

    def applyChanges(self, data: dict[str, Any]) -> Any:
        if not data.get("client_secret"):
            data.pop("client_secret", None)
        values = {name: value or "" for name, value in data.items()}
        changes = super().applyChanges(
            {**values, "assignments": tuple(data.get("assignments") or ())}
        )
        self._say_whether_it_answers()
        return changes

    def _say_whether_it_answers(self) -> None:
        plugin = self.getContent()
        if not plugin.ready:
            return
        try:
            plugin.get_oauth2_client(anew=True)
        except OAuth2ConnectionException:
            api.portal.show_message(
                _(
                    "signin_no_answer",
                    default=(
                        "Gespeichert. Der Anbieter antwortet unter dieser Adresse aber "
                        "nicht; bitte prüfen Sie sie."
                    ),
                ),
                self.request,
                "warning",
            )


class SignInControlPanel(ControlPanelFormWrapper):
    """Control panel with the form."""

    form = SignInSettingsForm
