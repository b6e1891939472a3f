"""The operator's command that takes a list into the register."""

from kommunaldialog.content.register import kommunen
from kommunaldialog.history.register import last_imports
from kommunaldialog.register import job as jobs
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from tests.client import Client
from tests.register.files import csv
from tests.register.files import HORB
from tests.register.files import TAMM
from tests.register.files import WRONG
import json
import pytest
import transaction


TERMS = {"quelle": "Destatis", "lizenz": "dl-de/by-2-0", "stand": "2024-12-31"}


@pytest.fixture
def post(functional_app, functional_portal):
    """Calls the command with a file and what else is said."""

    def call(data, header="curl", user=SITE_OWNER_NAME, **fields):
        client = Client(functional_app, user, SITE_OWNER_PASSWORD)
        app = client.browser().testapp
        response = app.post(
            f"{functional_portal.absolute_url()}/@@kommunaldialog-register",
            {**TERMS, **fields},
            upload_files=[("datei", "liste.csv", data)],
            headers={**client.headers, "X-Requested-With": header},
            expect_errors=True,
        )
        transaction.begin()
        return response.status_int, response

    return call


def test_a_dry_run_says_what_would_be_done(post):
    status, answer = post(csv(TAMM, WRONG), probelauf="1")
    found = json.loads(answer.body)
    assert status == 200
    assert found["dry_run"] is True
    assert found["counts"]["new"] == 2
    (wrong,) = found["wrong"]
    assert (wrong["row"], wrong["ags"]) == (3, "8237040")
    assert "8 Ziffern" in wrong["reasons"][0]
    assert kommunen("08118070") == []


def test_a_list_is_taken_over_and_is_on_record(post, functional_portal):
    with api.env.adopt_roles(["Manager"]):
        api.content.create(functional_portal, "Folder", "kommunen")
    transaction.commit()
    status, _answer = post(csv(TAMM), ordner="kommunen", veroeffentlichen="1")
    assert status == 200
    (tamm,) = kommunen("08118070")
    assert tamm.__parent__.id == "kommunen"
    assert api.content.get_state(tamm) == "published"
    assert next(last_imports(1)).source == "Destatis"
    _status, again = post(csv(TAMM))
    assert json.loads(again.body)["counts"]["unchanged"] == 2
    assert len(list(last_imports(5))) == 1


def test_a_long_list_is_taken_over_in_batches(post, monkeypatch):
    monkeypatch.setattr(jobs, "AT_ONCE", 0)
    monkeypatch.setattr(jobs, "BATCH", 1)
    assert post(csv(TAMM))[0] == 200
    assert kommunen("08118070")
    assert next(last_imports(1)).counts["new"] == 2


def test_a_list_that_was_broken_off_goes_on_where_it_ended(post, monkeypatch):
    monkeypatch.setattr(jobs, "AT_ONCE", 0)
    monkeypatch.setattr(jobs, "BATCH", 1)
    step = jobs.Job.step

    def breaks(job, moment):
        if job.done:
            raise RuntimeError("the power went out")
        return step(job, moment)

    monkeypatch.setattr(jobs.Job, "step", breaks)
    assert post(csv(TAMM))[0] == 500
    assert (len(kommunen("08118")), len(kommunen("08118070"))) == (1, 0)
    monkeypatch.setattr(jobs.Job, "step", step)
    assert post(csv(HORB))[0] == 409
    assert post(csv(TAMM))[0] == 200
    assert kommunen("08118070")
    assert next(last_imports(1)).counts["new"] == 2
    assert jobs.current_job() is None


@pytest.mark.parametrize(
    ("data", "fields", "field"),
    [
        (csv(TAMM), {"quelle": ""}, "quelle"),
        (csv(TAMM), {"ordner": "nirgends"}, "ordner"),
        (b"a;b\n1;2\n", {}, "datei"),
        (b"", {}, "datei"),
    ],
)
def test_what_is_wrong_is_said_with_the_name_of_the_input(post, data, fields, field):
    status, answer = post(data, **fields)
    assert status == 400
    assert json.loads(answer.body)["errors"][0]["field"] == field


def test_a_page_of_another_site_can_not_call_it(post):
    status, answer = post(csv(TAMM), header="")
    assert status == 400
    assert "X-Requested-With" in json.loads(answer.body)["message"]


def test_get_is_not_allowed(functional_app, functional_portal):
    client = Client(functional_app, SITE_OWNER_NAME, SITE_OWNER_PASSWORD)
    url = f"{functional_portal.absolute_url()}/@@kommunaldialog-register"
    assert client.get(url).status == 405
