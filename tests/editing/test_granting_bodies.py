"""The page on which an administrator maintains who grants."""

from io import BytesIO
from kommunaldialog.controlpanel.granting_bodies import granting_bodies
from kommunaldialog.domain.granting_body import GrantingBody
from kommunaldialog.domain.letter import REVOCATION
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.letters.drawn import announced_letter
from kommunaldialog.letters.notice import notice_html
from kommunaldialog.letters.specimen import specimen
from kommunaldialog.outbox import waiting
from kommunaldialog.usecases.granting_bodies import replace_bodies
from kommunaldialog.usecases.text_blocks import kept_text
from kommunaldialog.usecases.text_blocks import TEXTS
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from tests.client import Client
from tests.controlpanel.test_logo import PLAIN
from tests.samples import make_decided
from tests.samples import make_funding
from tests.samples import make_programme
from tests.samples import now
from tests.samples_bodies import keep_bodies
from tests.samples_decision import make_pending
import pytest
import transaction


AMT = GrantingBody(
    "amt",
    "Amt für Bürgerdialog",
    address="Haus am Markt\n01067 Beispielstadt",
    reply_mail="amt@example.org",
    mail_signature="Ihr Amt",
    revocation="§ 49 VwVfG (Land)",
    legal_basis="§§ 23 und 44 SäHO",
    appeal_instruction="Widerspruch ist möglich.",
    annexes=("NBest",),
)


@pytest.fixture
def admin(functional_portal):
    app = functional_portal.getPhysicalRoot()
    browser = Client(app, SITE_OWNER_NAME, SITE_OWNER_PASSWORD).browser()
    browser.open(f"{functional_portal.absolute_url()}/@@bewilligungsstellen")
    return browser


def known():
    transaction.begin()
    return granting_bodies()


def test_a_body_is_added_changed_and_removed(admin):
    admin.getLink("Neue Bewilligungsstelle").click()
    admin.getControl(name="name").value = "Amt"
    admin.getControl(name="address").value = "Straße 1\nOrt"
    admin.getControl(name="logo").add_file(BytesIO(PLAIN), "image/svg+xml", "logo.svg")
    admin.getControl("Speichern").click()
    (body,) = known()
    assert (body.key, body.address) == ("amt", "Straße 1\nOrt")
    assert body.logo.startswith("data:image/svg")
    admin.getLink("Amt").click()
    admin.getControl(name="name").value = "Neues Amt"
    admin.getControl("Speichern").click()
    assert "„Neues Amt“ ist gespeichert." in admin.contents
    assert known()[0].logo == body.logo
    assert ">Neues Amt: Name</td>" in admin.contents
    admin.getLink("Neues Amt").click()
    admin.getControl("Entfernen", index=0).click()
    assert known() == ()


def test_what_is_wrong_stands_at_its_input_and_nothing_is_lost(admin):
    admin.getLink("Neue Bewilligungsstelle").click()
    admin.getControl(name="reply_mail").value = "amt"
    admin.getControl(name="sender_line").value = "Amt, Ort"
    admin.getControl("Speichern").click()
    for field in ("name", "reply_mail"):
        assert f'href="#{field}"' in admin.contents
    assert admin.getControl(name="sender_line").value == "Amt, Ort"
    assert known() == ()


def test_only_who_configures_the_portal_gets_there(functional_portal):
    make_funding(functional_portal)
    transaction.commit()
    app, url = functional_portal.getPhysicalRoot(), functional_portal.absolute_url()
    for name in ("webredaktion", "sachbearbeitung", None):
        for page in ("bewilligungsstellen", "bewilligungsstelle"):
            assert Client(app, name).get(f"{url}/@@{page}").status in (302, 401)


def test_one_that_a_programme_chose_stays(portal):
    with api.env.adopt_roles(["Manager"]):
        keep_bodies(AMT)
        make_programme(portal, granting_body="amt")
        with pytest.raises(Refused, match="granting_body_in_use"):
            replace_bodies(())


def test_the_letters_say_what_the_body_says_where_the_programme_says_nothing(funding):
    keep_bodies(AMT)
    funding.granting_body = "amt"
    for name in ("legal_basis", "appeal_instruction"):
        setattr(funding, name, "")
    funding.annexes = ()
    decision = make_decided(funding).decision
    assert decision.granting_body == "Amt für Bürgerdialog"
    assert decision.legal_basis == "§§ 23 und 44 SäHO"
    assert decision.appeal_instruction == "Widerspruch ist möglich."
    assert decision.annexes == ("NBest",)


def test_a_programmes_own_words_come_first(funding):
    keep_bodies(AMT)
    funding.granting_body = "amt"
    assert make_decided(funding).decision.legal_basis == "§§ 23 und 44 LHO"


def test_a_letter_has_the_head_and_the_law_of_its_body(funding):
    keep_bodies(AMT)
    funding.granting_body = "amt"
    texts = {name: kept_text(funding, name) for name in TEXTS}
    html = notice_html(specimen(funding, REVOCATION, now(), texts))
    assert "01067 Beispielstadt" in html
    assert "§ 49 VwVfG (Land)" in html


def test_a_notice_has_name_and_head_of_the_body_that_decided(funding):
    keep_bodies(AMT, GrantingBody("anderes", "Anderes Amt", address="Weg 1"))
    funding.granting_body = "amt"
    application = make_pending(funding)
    funding.granting_body = "anderes"
    html = notice_html(announced_letter(application, now()))
    assert "Amt für Bürgerdialog" in html
    assert "01067 Beispielstadt" in html
    assert "Weg 1" not in html


def test_mails_are_signed_by_the_body_and_answered_to_it(funding):
    keep_bodies(AMT)
    funding.granting_body = "amt"
    make_decided(funding)
    mails = [mail for _key, mail in waiting(api.portal.get())]
    assert {mail.reply_to for mail in mails} == {"amt@example.org"}
    assert all(mail.body.endswith("\n\nIhr Amt") for mail in mails)
