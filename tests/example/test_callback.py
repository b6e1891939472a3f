"""The example's form for calls back: an ordinary form of the site that mails."""

from email import message_from_bytes
from email import policy
from kommunaldialog.example.documents import texts
from kommunaldialog.example.portal import SENDER
from plone import api
from Products.CMFPlone.tests.utils import MockMailHost
from Products.MailHost.interfaces import IMailHost
from tests.client import Client
from zope.component import getSiteManager
import pytest
import transaction


ASKED = {
    "kommune": "Musterstadt",
    "name": "Anna Antrag",
    "telefon": "0711 123456",
    "zeiten": "Montag bis Mittwoch von 9 bis 12 Uhr",
}


@pytest.fixture
def form(site, programme):
    return api.content.get(UID=programme.callback_form)


@pytest.fixture
def mails(site):
    """What leaves while the test runs."""
    host = MockMailHost("MailHost")
    site.MailHost = host
    getSiteManager(site).registerUtility(host, IMailHost)
    for name, value in SENDER:
        api.portal.set_registry_record(name, value)
    transaction.commit()
    return host.messages


@pytest.mark.usefixtures("example_class")
class TestCallback:
    """Somebody in a town hall asks for a call."""

    def fill(self, example, form, **values):
        transaction.commit()
        browser = Client(example["app"]).browser()
        browser.open(form.absolute_url())
        for name, value in (ASKED | values).items():
            browser.getControl(name=f"form.widgets.{name}").value = value
        browser.getControl("Säule 2: Engagierte stärken").selected = True
        browser.getControl("Rückruf anfragen").click()
        return browser

    def test_the_office_gets_topic_times_and_number(self, example, form, mails):
        browser = self.fill(example, form)
        assert texts("programme")["callback"]["thankstitle"] in browser.contents
        (mail,) = mails
        letter = message_from_bytes(mail, policy=policy.default)
        assert letter["To"] == "foerderung@example.org"
        assert letter["Subject"] == "Bitte um Rückruf"
        words = letter.get_body().get_content()
        for value in (*ASKED.values(), "Säule 2: Engagierte stärken"):
            assert value in words

    def test_without_a_number_nothing_is_sent(self, example, form, mails):
        browser = self.fill(example, form, telefon="")
        assert texts("programme")["callback"]["thankstitle"] not in browser.contents
        assert not mails

    def test_it_keeps_nothing_that_was_asked(self, form):
        assert "Saver" not in form.actions_model

    def test_it_asks_about_the_pillars_that_there_are(self, form, programme):
        for pillar in programme.pillars():
            assert f"<element>{pillar.title}</element>" in form.fields_model
