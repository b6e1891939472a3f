"""Plone's "Properties" in the contents of a folder."""

from tests.client import Client
from tests.samples import make_draft
from tests.samples import make_funding
from urllib.parse import urlencode
import json
import pytest
import re
import transaction


@pytest.fixture
def funding(functional_portal):
    funding = make_funding(functional_portal)
    make_draft(funding)
    transaction.commit()
    return funding


def change(app, portal, items, **values):
    """What Plone answers to an editor who changes properties of `items`."""
    client = Client(app, "webredaktion")
    form = client.get(f"{portal.absolute_url()}/@@search").text
    token = re.search(r'data-?_?authenticator="([^"]+)"|_authenticator=(\w+)', form)
    selection = json.dumps([item.UID() for item in items])
    body = {"selection": selection, "_authenticator": token[1] or token[2], **values}
    answer = client.ask(
        "POST",
        f"{portal.absolute_url()}/@@fc-properties",
        urlencode(body).encode(),
        Content_Type="application/x-www-form-urlencoded",
    )
    transaction.begin()
    return answer


NEW = {"creators": "webredaktion", "effectiveDate": "2020-01-01", "language": "de"}


def test_what_is_changed_in_a_call_and_below_does_not_reach_records(
    functional_app, functional_portal, funding
):
    (draft,) = funding.case_store().objectValues()
    before = dict(vars(draft))
    answer = change(functional_app, functional_portal, [funding], recurse="yes", **NEW)
    assert answer.status == 200
    assert json.loads(answer.text)["status"] == "success"
    assert funding.creators == ("webredaktion",)
    assert funding.effective().year() == 2020
    assert vars(draft) == before
    assert draft.creators == ("antragstellung",)


def test_what_has_no_properties_says_so(functional_app, functional_portal, funding):
    pillar = funding["saeule-1"]
    answer = change(functional_app, functional_portal, [pillar], **NEW)
    found = json.loads(answer.text)
    assert (answer.status, found["status"]) == (200, "warning")
    assert "„Gemeinsam in Vielfalt“" in found["msg"]
    assert "webredaktion" not in pillar.creators
