"""The acts on who works for a municipality, by REST."""

from datetime import timedelta
from kommunaldialog.access import book
from kommunaldialog.access.members import roles_of
from kommunaldialog.domain.accounts import ROLES
from kommunaldialog.domain.lifecycle import ANTRAGSTELLUNG
from kommunaldialog.rest.access import ACTS
from kommunaldialog.usecases.invite import invite
from pathlib import Path
from tests.client import Client
from tests.samples import acting
from tests.samples import AGS
from tests.samples import make_funding
from tests.samples import now
from tests.samples import OTHER_AGS
from tests.samples_accounts import make_manager
from tests.samples_accounts import make_user
import json
import pytest
import transaction


MAIL = "neu@musterstadt.example.org"


@pytest.fixture
def url(functional_portal):
    make_funding(functional_portal)
    make_manager()
    make_user("fritz", "Fritz Frist")
    transaction.commit()
    return f"{functional_portal.absolute_url()}/@kommunaldialog-access"


def act(app, user, url, name, **values):
    answer = Client(app, user).rest("POST", url, {"act": name, "ags": AGS, **values})
    transaction.begin()
    return answer


def test_the_acts_of_the_pages_are_done_by_rest(functional_app, url):
    def manager(name, **values):
        return act(functional_app, "zugang", url, name, **values)

    def listed():
        return json.loads(
            Client(functional_app, "zugang").rest("GET", f"{url}?ags={AGS}").text
        )

    with acting("zugang"):
        sent = invite(AGS, "alt@example.org", ROLES, now() - timedelta(hours=1))
    transaction.commit()
    assert manager("resend", id=sent.id).status == 204
    assert manager("resend", id=sent.id).status == 400
    assert manager("withdraw", id=sent.id).status == 204
    assert manager("invite", mail=MAIL, roles=[ANTRAGSTELLUNG]).status == 204
    (invitation,) = listed()["invitations"]
    assert invitation["mail"] == MAIL
    assert manager("change", id="antragstellung", roles=[]).status == 204
    assert roles_of("antragstellung", AGS) == ()
    asked = {"role": ANTRAGSTELLUNG, "phone": "0711 1"}
    assert act(functional_app, "fritz", url, "ask", **asked).status == 204
    (request,) = listed()["requests"]
    assert request["mail_proved"] is False
    decided = {"id": request["id"], "confirm": True, "roles": [ANTRAGSTELLUNG]}
    assert act(functional_app, "fritz", url, "decide", **decided).status == 401
    assert manager("decide", **decided).status == 204
    assert roles_of("fritz", AGS) == (ANTRAGSTELLUNG,)
    assert manager("leave").status == 400
    assert "letzte Person" in manager("leave").text


@pytest.mark.parametrize("user", ["antragstellung", "entscheidung", "fritz", None])
def test_nobody_else_reads_or_acts(functional_app, url, user):
    client = Client(functional_app, user)
    assert client.rest("GET", f"{url}?ags={AGS}").status == 401
    answer = act(functional_app, user, url, "invite", mail=MAIL, roles=[ANTRAGSTELLUNG])
    assert answer.status == (401 if user else 403)
    assert book.offers(AGS) == []


def test_another_municipality_is_none_of_theirs(functional_app, url):
    answer = act(
        functional_app,
        "zugang",
        url,
        "invite",
        ags=OTHER_AGS,
        mail=MAIL,
        roles=[ANTRAGSTELLUNG],
    )
    assert answer.status == 401


@pytest.mark.parametrize(
    "values",
    [
        {"act": "befreien"},
        {"act": "invite", "mail": MAIL, "roles": "Antragstellung"},
        {"act": "invite", "mail": MAIL, "roles": ["Manager"]},
        {"act": "invite", "mail": 7, "roles": [ANTRAGSTELLUNG]},
    ],
)
def test_what_can_not_be_meant_is_refused(functional_app, url, values):
    client = Client(functional_app, "zugang")
    assert client.rest("POST", url, {"ags": AGS, **values}).status == 400
    transaction.begin()
    assert book.offers(AGS) == []


def test_the_record_names_each_act():
    text = (Path(__file__).parents[2] / "docs" / "rest.md").read_text("utf-8")
    section = text.partition("## Who works for a municipality")[2].partition("\n## ")[0]
    assert [name for name in ACTS if f"`{name}`" not in section] == []
