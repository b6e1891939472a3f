"""The provider's page in the control panel, and taking the door out again."""

from kommunaldialog.signin.plugin import door
from kommunaldialog.signin.plugin import PLUGIN_ID
from plone import api
from plone.app.testing import applyProfile
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
import pytest
import transaction


@pytest.fixture
def operator(visitor):
    visitor.addHeader("Authorization", f"Basic {SITE_OWNER_NAME}:{SITE_OWNER_PASSWORD}")
    visitor.followRedirects = True
    return visitor


def fill_in(operator, portal, **values):
    operator.open(f"{portal.absolute_url()}/@@kommunaldialog-anmeldung")
    for name, value in values.items():
        operator.getControl(name=f"form.widgets.{name}").value = value
    operator.getControl(name="form.buttons.save").click()
    transaction.begin()


def test_what_the_operator_enters_counts_at_once(portal, operator, provider):
    fill_in(operator, portal, label="Servicekonto", assignments="DE-1 = 08999001")
    assert door().label == "Servicekonto"
    assert door().municipalities_of({"organisation": "DE-1"}) == ("08999001",)


def test_the_secret_is_not_shown_and_stays_unless_it_is_entered(portal, operator):
    fill_in(operator, portal, label="Servicekonto")
    assert "geheim" not in operator.contents
    assert door().client_secret == "geheim"
    fill_in(operator, portal, client_secret="neu")
    assert door().client_secret == "neu"


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("issuer", "http://anmeldung.example.org", "mit https://"),
        ("issuer", "https://", "mit https://"),
        ("issuer", "https://[", "mit https://"),
        ("assignments", "Musterstadt", "je Zeile einen Wert"),
    ],
)
def test_what_is_wrong_is_said_at_the_field(
    portal, operator, provider, name, value, said
):
    fill_in(operator, portal, **{name: value})
    assert said in operator.contents
    assert (door().issuer, door().assignments) == (provider, ())


def test_a_provider_that_does_not_answer_is_saved_and_said(portal, operator):
    fill_in(operator, portal, issuer="http://localhost:9")
    assert door().issuer == "http://localhost:9"
    assert "antwortet unter dieser Adresse aber nicht" in operator.contents


def test_strangers_do_not_see_it(portal, visitor):
    visitor.open(f"{portal.absolute_url()}/@@kommunaldialog-anmeldung")
    assert "require_login" in visitor.headers["Location"]


@pytest.mark.parametrize("profile", ["oidc-uninstall", "uninstall"])
def test_uninstalling_takes_the_door_out(functional, profile):
    portal = functional["portal"]
    with api.env.adopt_roles(["Manager"]):
        applyProfile(portal, "kommunaldialog:oidc")
        assert PLUGIN_ID in portal.acl_users
        applyProfile(portal, f"kommunaldialog:{profile}")
    assert PLUGIN_ID not in portal.acl_users
    actions = [one.id for one in portal.portal_controlpanel.listActions()]
    assert "kommunaldialog-anmeldung" not in actions
