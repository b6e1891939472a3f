"""`docs/rest.md` says of each step what the code says."""

from AccessControl import Unauthorized
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.rest.application import ApplicationToJson
from kommunaldialog.rest.fields import FIELDS
from kommunaldialog.rest.workflow import STEPS
from kommunaldialog.usecases.step import state_of
from plone.app.testing import login
from plone.app.testing import logout
from plone.app.testing import TEST_USER_NAME
from tests.client import Client
from tests.rest.documented import documented
from tests.rest.documented import granted
from tests.rest.documented import RECORD
from tests.samples import make_funding
from tests.samples import make_submitted
from tests.samples import now
import pytest
import re
import transaction


class Read(dict):
    """A request's JSON that remembers which of its fields somebody asked for."""

    def __init__(self, values):
        super().__init__(values)
        self.names = set()

    def get(self, name, default=None):
        self.names.add(name)
        return super().get(name, default)

    def __getitem__(self, name):
        self.names.add(name)
        return super().__getitem__(name)


def test_each_step_is_documented():
    assert set(documented()) == set(STEPS)


@pytest.mark.parametrize("step", STEPS)
def test_who_may_take_a_step_where_is_what_the_table_says(step):
    assert documented()[step].granted == granted(step)


@pytest.mark.parametrize("step", STEPS)
def test_the_fields_of_a_step_are_those_that_are_taken(step):
    assert documented()[step].fields == dict(FIELDS[step])
    assert list(documented()[step].example) == list(FIELDS[step])


def test_each_kind_of_field_is_explained():
    kinds = {kind for fields in FIELDS.values() for kind in fields.values()}
    told = re.findall(r"^\| ([\w ]+) \|", RECORD.read_text(encoding="utf-8"), re.M)
    assert kinds <= set(told)


def test_a_step_reads_the_fields_that_it_has_and_no_other(portal, funding):
    application = make_submitted(funding)
    logout()
    wrong = {}
    for step, take in STEPS.items():
        example = documented()[step].example
        # The tick is asked for who ticks it before anything else is read.
        data = Read({name: example[name] for name in example if name != "unbiased"})
        with pytest.raises((Unauthorized, Refused)) as caught:
            take(application, now(), data)
        if data.names != set(FIELDS[step]) or caught.type is not Unauthorized:
            wrong[step] = data.names ^ set(FIELDS[step]), caught.value
    login(portal, TEST_USER_NAME)
    assert wrong == {}


def test_what_is_answered_is_documented(portal, funding):
    answer = ApplicationToJson(make_submitted(funding), portal.REQUEST)()
    text = RECORD.read_text(encoding="utf-8")
    table = text[text.index("| field |") : text.index("Municipality and office")]
    names = re.findall(r"^\| (`.*?`) \|", table, re.M)
    assert re.findall(r"`([@\w]+)`", " ".join(names)) == list(answer)


def test_an_unknown_field_is_refused_with_those_that_there_are(
    functional_app, functional_portal
):
    application = make_submitted(make_funding(functional_portal))
    transaction.commit()
    url = f"{application.absolute_url()}/@workflow/add_note"
    client = Client(functional_app, "sachbearbeitung")
    answer = client.rest("POST", url, {"text": "Anruf.", "note": "Anruf."})
    assert answer.status == 400
    assert "Unknown: note. The fields of add_note are: text." in answer.text
    transaction.begin()
    assert application.notes == ()
    assert state_of(application) == "submitted"
