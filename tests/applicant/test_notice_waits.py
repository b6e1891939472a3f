"""While a notice waits to be fetched, nothing tells whether it grants or rejects."""

from kommunaldialog.content.register import kommunen
from kommunaldialog.domain.funded import funded
from kommunaldialog.domain.steps import BEFORE_FETCHING
from kommunaldialog.rest.workflow import STEPS
from kommunaldialog.usecases.deliver import retrieve
from kommunaldialog.usecases.retention import counted_rows
from plone import api
from plone.protect.authenticator import createToken
from tests.access.acts import FORM
from tests.access.acts import PAGES as ACT_PAGES
from tests.access.acts import take
from tests.access.acts import values_of
from tests.access.matrix import FRAGMENT
from tests.access.matrix import PAGES as STEP_PAGES
from tests.client import Client
from tests.samples import acting
from tests.samples import AGS
from tests.samples import now
from tests.samples_decision import make_in_portal
from urllib.parse import urlencode
import json
import pytest
import re
import transaction


OF_TOWN = ("mittelabruf", "verzichten", "aenderung-beantragen", "verwendungsnachweis")
VIEWS = sorted(
    {view for views in ACT_PAGES.values() for view in views}
    | {view for view, _sent in STEP_PAGES.values() if view != "papierantrag"}
    | {"view", "bescheid.pdf", "nachweis", "nachweis.pdf", "eingang"}
    | {"nachweis-sichern", "anhoerung-beantworten", "kopieren", "erstattungsbescheid"}
)
# As pages and files write it.
AMOUNT = re.compile(r"2\.?345[,.]00")
SERVICES = ("", "@workflow", "@types", "@actions", "@history", "@breadcrumbs")


@pytest.fixture
def both(call):
    """An approved and a rejected one, each with its notice in the portal."""
    call.applications_per_municipality = 2
    made = [make_in_portal(call, approved) for approved in (True, False)]
    transaction.commit()
    return made


def told(text, application):
    """An answer without what differs between any two applications."""
    for own in (application.getId(), application.UID(), application.reference):
        text = text.replace(own, "…")
    text = re.sub(r"[0-9a-f]{32,}|KD-\d{4}-\d{4}", "…", text)
    return re.sub(r"\d{2}:\d{2}(:\d{2}(\.\d+)?)?", "…", text)


def test_every_page_is_the_same_for_a_grant_and_a_rejection(functional, both):
    client = Client(functional["app"], "antragstellung")
    with acting("antragstellung"):
        token = createToken()
    body = urlencode({**FORM, **FRAGMENT, "_authenticator": token}).encode()
    kind = "application/x-www-form-urlencoded"
    differs = []
    for view in VIEWS:
        found = []
        for application in both:
            url = f"{application.absolute_url()}/@@{view}"
            seen = client.get(f"{url}?ajax_load=1")
            text = told(seen.text, application)
            found.append((seen.status, text))
            if view not in ("view", "bescheid-abrufen", "antworten"):
                sent = client.ask("POST", url, body, Content_Type=kind)
                found[-1] += (sent.status, told(sent.text, application))
        if found[0] != found[1]:
            differs.append(view)
    assert differs == []


def test_by_rest_both_are_the_same_whatever_is_asked(functional, both):
    client = Client(functional["app"], "antragstellung")
    differs = []
    for service in SERVICES:
        found = [
            told(client.rest("GET", f"{one.absolute_url()}/{service}").text, one)
            for one in both
        ]
        if found[0] != found[1]:
            differs.append((service, found))
    assert differs == []
    for one in both:
        answer = json.loads(client.rest("GET", one.absolute_url()).text)
        assert answer["review_state"] == "ready_for_decision"


@pytest.mark.parametrize("user", ["antragstellung", "zeichnung"])
def test_no_step_tells_which_it_is(both, user):
    for step in STEPS:
        found = []
        for application in both:
            found.append(take(user, application, step, values_of(step)))
            transaction.abort()
        assert found[0] == found[1], step
        # What was submitted is answered as before, however often it is sent.
        if step not in {*BEFORE_FETCHING, "submit"}:
            assert found[0].codes == ("notice_to_retrieve",), step


def test_the_search_does_not_find_it_by_what_was_decided(functional, both):
    def found(user, **query):
        client = Client(functional["app"], user)
        url = f"{api.portal.get().absolute_url()}/@search?" + urlencode(
            {"portal_type": "Foerderantrag", "metadata_fields": "review_state", **query}
        )
        items = json.loads(client.rest("GET", url).text)["items"]
        return [item["review_state"] for item in items]

    assert found("antragstellung") == ["ready_for_decision"] * 2
    assert found("antragstellung", review_state="approved") == []
    with acting("antragstellung"):
        retrieve(both[0], now())
    transaction.commit()
    assert found("antragstellung", review_state="approved") == ["approved"]


@pytest.mark.parametrize("view", OF_TOWN)
def test_the_pages_of_a_grant_lead_to_the_notice(anna, both, view):
    for application in both:
        anna.open(f"{application.absolute_url()}/@@{view}")
        assert anna.url.endswith("/@@bescheid-abrufen")
        assert "Bitte rufen Sie ihn zuerst ab" in anna.contents


def test_nobody_learns_of_it_before_its_municipality(functional, both):
    portal = api.portal.get()
    (kommune,) = kommunen(AGS)
    call = both[0].programme()
    transaction.commit()
    pages = (
        f"{portal.absolute_url()}/@@foerderungen",
        f"{portal.absolute_url()}/@@daten/foerderungen.csv",
        kommune.absolute_url(),
        call.absolute_url(),
    )

    def telling():
        client = Client(functional["app"])
        found = {page: client.get(page) for page in pages}
        assert {answer.status for answer in found.values()} == {200}
        return [page for page in pages if AMOUNT.search(found[page].text)]

    assert telling() == []
    assert not any(funded(row) for row in counted_rows(call))
    with acting("antragstellung"):
        retrieve(both[0], now())
    transaction.commit()
    assert set(pages[:3]) <= set(telling())


def test_once_it_is_fetched_the_grant_can_be_used(anna, both):
    with acting("antragstellung"):
        retrieve(both[0], now())
    transaction.commit()
    anna.open(f"{both[0].absolute_url()}/@@mittelabruf")
    assert "Geld anfordern" in anna.contents
