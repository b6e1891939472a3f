"""EasyForms in a running portal, asked over HTTP as browsers and REST clients do."""

from kommunaldialog.interfaces import IKommunaldialogLayer
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from plone.browserlayer.utils import register_layer
from plone.browserlayer.utils import unregister_layer
from tests.forms.models import field
from tests.forms.models import model
import pytest
import re
import requests
import transaction


PASSWORD = "Geheim-12345"
ADMIN = (SITE_OWNER_NAME, SITE_OWNER_PASSWORD)
EDITOR = ("redaktion", PASSWORD)

SCRIPT = (
    '<field name="skript" type="collective.easyform.actions.CustomScript">'
    "<title>Skript</title><ProxyRole>Manager</ProxyRole>"
    "<ScriptBody>{body}</ScriptBody></field>"
)
SAVER = (
    '<field name="saver" type="collective.easyform.actions.SaveData">'
    "<title>Speichern</title></field>"
)
# Needs a role that an anonymous visitor lacks, and lends from the script.
TAKE_OVER = "easyform.setTitle('Gekapert')"


def script(body=TAKE_OVER):
    """Actions with a script that runs as Manager."""
    return model(SCRIPT.format(body=body))


class Site:
    """The portal as it is reached from outside."""

    def __init__(self, layer):
        self.portal = layer["portal"]
        self.url = f"http://{layer['host']}:{layer['port']}/{self.portal.getId()}"

    def get(self, path, user=None, **options):
        return requests.get(f"{self.url}/{path}", auth=user, timeout=30, **options)

    def post(self, path, data=None, user=None, token=None, **options):
        data = dict(data or {})
        if token:
            page = self.get(token, user).text
            data["_authenticator"] = re.search(
                r'name="_authenticator"[^>]*value="([^"]+)"', page
            )[1]
        return requests.post(
            f"{self.url}/{path}",
            data,
            auth=user,
            timeout=30,
            allow_redirects=False,
            **options,
        )

    def rest(self, method, path, body, user):
        return requests.request(
            method,
            f"{self.url}/{path}",
            json=body,
            headers={"Accept": "application/json"},
            auth=user,
            timeout=30,
        )

    def sync(self):
        """See what the server committed."""
        transaction.begin()
        self.portal._p_jar.sync()

    def form(self, id="formular", actions=None, fields=None, **values):
        """A published EasyForm with one field."""
        with api.env.adopt_roles(["Manager"]):
            made = api.content.create(
                self.portal,
                "EasyForm",
                id=id,
                title="Formular",
                fields_model=fields or model(field("name")),
                actions_model=actions or model(SAVER),
                **values,
            )
            api.content.transition(made, "publish")
            made.CSRFProtection = False
        transaction.commit()
        return made

    def saved(self, form):
        """How many submissions a form holds."""
        self.sync()
        return sum(len(rows) for rows in getattr(form, "_inputStorage", {}).values())

    def taken_over(self):
        """Whether the script ran, with its role."""
        self.sync()
        return self.portal.formular.title == "Gekapert"

    def submit(self, form, **values):
        return self.post(
            form if isinstance(form, str) else form.getId(),
            {
                "form.widgets.name": "Name",
                "form.buttons.submit": "Abschicken",
                **values,
            },
        )


@pytest.fixture
def site(functional):
    with api.env.adopt_roles(["Manager"]):
        api.user.create(
            email="redaktion@example.org",
            username=EDITOR[0],
            password=PASSWORD,
        )
        api.user.grant_roles(EDITOR[0], roles=["Editor", "Contributor", "Reviewer"])
    transaction.commit()
    return Site(functional)


@pytest.fixture
def stock(site):
    """The portal without the product's browser layer, as after uninstalling it."""
    unregister_layer("kommunaldialog", site_manager=site.portal.getSiteManager())
    transaction.commit()
    yield site
    register_layer(
        IKommunaldialogLayer,
        "kommunaldialog",
        site_manager=site.portal.getSiteManager(),
    )
