"""An application by REST, for those who may see it."""

from decimal import Decimal
from kommunaldialog.domain.costplan import CostPlan
from tests.client import Client
from tests.samples import make_assessed
from tests.samples import make_decided
from tests.samples import make_draft
from tests.samples import make_funding
from tests.samples_office import make_stated
import json
import pytest
import transaction


@pytest.fixture
def funding(functional_portal):
    return make_funding(functional_portal)


def ask(funding, application, user):
    transaction.commit()
    client = Client(funding.getPhysicalRoot(), user)
    return client.rest("GET", application.absolute_url())


def test_the_municipality_reads_its_draft(funding):
    application = make_draft(funding)
    found = json.loads(ask(funding, application, "antragstellung").text)
    assert found["review_state"] == "draft"
    assert (found["submission"], found["decision"]) == (None, None)
    assert CostPlan.from_json(found["plan"]).requested == Decimal("3000.00")


def test_what_is_special_about_how_it_came_is_told(funding):
    found = json.loads(ask(funding, make_stated(funding), "antragstellung").text)
    assert found["flags"] == ["stated_open"]


def test_the_office_does_not_read_a_draft(funding):
    application = make_draft(funding)
    assert ask(funding, application, "sachbearbeitung").status == 401


def test_the_municipality_reads_the_decision_but_nobody_s_assessment(funding):
    application = make_decided(funding)
    answer = ask(funding, application, "antragstellung")
    found = json.loads(answer.text)
    assert found["decision"]["amount"] == "2500.00"
    assert found["submission"]["sha256"] == application.submission().sha256
    assert "Förderfähig." not in answer.text
    assert "sachbearbeitung" not in answer.text.lower()


def test_a_letter_can_be_made_of_whatever_was_sent_as_a_reason(funding):
    application = make_assessed(funding)
    transaction.commit()
    client = Client(funding.getPhysicalRoot(), "entscheidung")
    url = application.absolute_url()
    steps = {
        "decide": {"approved": False, "reason": "nein \ud800"},
        "announce_rejection": {"channel": "post"},
    }
    for step, values in steps.items():
        answer = client.rest("POST", f"{url}/@workflow/{step}", values)
        assert answer.status == 200
    assert client.get(f"{url}/@@bescheid.pdf").status == 200
    assert client.get(f"{url}/@@vorgang").status == 200


def test_the_workshop_of_a_form_can_be_read_by_its_editors(funding):
    form = funding["antragsformular"]
    assert ask(funding, form, "webredaktion").status == 200
    assert ask(funding, form, "antragstellung").status == 401
