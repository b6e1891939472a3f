"""What is not for everybody is kept by no cache."""

from plone.app.testing import applyProfile
from plone.caching.interfaces import ICacheSettings
from plone.registry.interfaces import IRegistry
from tests.client import Client
from tests.samples import make_decided
from tests.samples import make_draft
from tests.samples import make_funding
from tests.samples import OTHER_AGS
from zope.component import getUtility
import pytest
import transaction


RULES = (
    "kommunaldialog.page",
    "plone.content.itemView",
    "plone.content.folderView",
    "plone.content.dynamic",
)


@pytest.fixture
def urls(functional_app, functional_portal):
    funding = make_funding(functional_portal)
    decided = make_decided(funding)
    draft = make_draft(funding, "fremde", OTHER_AGS)
    applyProfile(functional_portal, "plone.app.caching:default")
    settings = getUtility(IRegistry).forInterface(ICacheSettings)
    settings.enabled = True
    settings.operationMapping = dict.fromkeys(RULES, "plone.app.caching.terseCaching")
    transaction.commit()
    return {
        "portal": functional_portal.absolute_url(),
        "funding": funding.absolute_url(),
        "decided": decided.absolute_url(),
        "draft": draft.absolute_url(),
    }


@pytest.mark.parametrize(
    ("user", "address"),
    [
        ("antragstellung", "{decided}"),
        ("antragstellung", "{decided}/@@view"),
        ("antragstellung", "{decided}/@@eingang"),
        ("antragstellung", "{decided}/@@eingang.pdf"),
        ("antragstellung", "{decided}/@@eingang.json"),
        ("antragstellung", "{decided}/@@bescheid.pdf"),
        ("antragstellung", "{decided}/@@datei/konzept/konzept.pdf"),
        ("sachbearbeitung", "{decided}/@@vorgang"),
        ("fremde", "{draft}/@@bearbeiten/massnahme"),
        ("fremde", "{draft}/@@einreichen"),
        ("antragstellung", "{portal}/@@meine-antraege"),
        ("antragstellung", "{funding}/@@antrag-beginnen"),
        ("sachbearbeitung", "{funding}/@@antraege"),
        ("sachbearbeitung", "{funding}/@@beratungen"),
        ("sachbearbeitung", "{funding}/@@beratung-erfassen"),
    ],
)
def test_no_cache_may_keep_a_private_page(functional_app, urls, user, address):
    answer = Client(functional_app, user).get(address.format(**urls))
    assert answer.status == 200
    assert answer.headers["Cache-Control"] == "private, no-store"


def test_no_cache_may_keep_an_application_as_json(functional_app, urls):
    answer = Client(functional_app, "antragstellung").rest("GET", urls["decided"])
    assert answer.status == 200
    assert answer.headers["Cache-Control"] == "private, no-store"


def test_a_public_page_is_cached_as_the_portal_says(functional_app, urls):
    answer = Client(functional_app).get(urls["funding"])
    assert "no-store" not in answer.headers["Cache-Control"]
