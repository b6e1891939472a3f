"""A programme that went through a file treats an application as it did before."""

from datetime import datetime
from datetime import timedelta
from decimal import Decimal
from kommunaldialog.domain.granting_body import GrantingBody
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.exports.programme_file import read
from kommunaldialog.exports.programme_file import write
from kommunaldialog.exports.programme_import import import_programme
from kommunaldialog.forms.versions import parsed_form
from kommunaldialog.interfaces import IKommunaldialogLayer
from kommunaldialog.usecases.completeness import funding_rules
from kommunaldialog.usecases.completeness import missing
from kommunaldialog.usecases.save import save
from kommunaldialog.usecases.submit import submit
from plone import api
from tests.samples import acting
from tests.samples import CASE_WORKERS
from tests.samples import make_consultation
from tests.samples import make_draft
from tests.samples import make_funding
from tests.samples import now
from tests.samples import PLAN
from tests.samples_bodies import keep_bodies
from zope.globalrequest import getRequest
from zope.interface import alsoProvides
import json
import pytest


@pytest.fixture
def both(portal):
    """The same call where it was made and, by a file, elsewhere."""
    alsoProvides(getRequest(), IKommunaldialogLayer)
    keep_bodies(GrantingBody("landesamt", "Landesamt für Beispiele"))
    here = make_funding(
        portal,
        granting_body="landesamt",
        applications_per_municipality=1,
        kind_of_funding="share",
        privacy_notice="Verantwortlich ist das Landesamt.",
        plan_tolerance=Decimal("15"),
    )
    here["saeule-1"].lowest_own_share = Decimal("10")
    here["saeule-1"].grant_rate = Decimal("86")
    with api.env.adopt_roles(["Manager"]):
        folder = api.content.create(portal, "Folder", id="anderswo", title="Anderswo")
        there = import_programme(folder, read(write(here).encode()), "NEU", now())
        api.content.transition(there.programme, "publish")
        # The administration of the other portal says who works there.
        there.programme.case_worker_groups = (CASE_WORKERS,)
        there.programme.reindexObjectSecurity()
    return here, there.programme


def told(error):
    return [(refusal.code, refusal.field) for refusal in error.refusals]


def test_it_is_open_and_closes_at_the_same_instants(both):
    here, there = both
    deadline: datetime = here.window().deadline
    assert there.window() == here.window()
    for moment in (deadline, deadline + timedelta(seconds=1), here.window().opening):
        assert there.window().status(moment) == here.window().status(moment)


def test_it_asks_the_same_questions_and_misses_the_same(both):
    drafts = [make_draft(programme) for programme in both]
    assert parsed_form(drafts[0]) == parsed_form(drafts[1])
    for draft in drafts:
        with acting("antragstellung"):
            save(draft, now(), core={"title": ""}, answers={"anlass": ""})
    found = [missing(draft, now()) for draft in drafts]
    assert found[0] == found[1]
    assert len(found[0]) >= 2


def test_it_calculates_with_the_same_rules(both):
    rules = [funding_rules(make_draft(programme)) for programme in both]
    assert rules[0] == rules[1]


def test_it_refuses_without_consultation_and_a_second_application(both):
    found = []
    for programme in both:
        draft = make_draft(programme)
        with acting("antragstellung"), pytest.raises(Refused) as unadvised:
            submit(draft, now())
        with pytest.raises(Refused) as second:
            make_draft(programme)
        found.append((told(unadvised.value), told(second.value)))
    assert found[0] == found[1]
    assert found[0][0] and found[0][1]


def test_it_receives_the_same_application_in_the_same_words(both):
    found = []
    for programme in both:
        make_consultation(programme)
        draft = make_draft(programme)
        with acting("antragstellung"):
            submit(draft, now())
        found.append(draft.submission())
    here, there = found
    assert (here.reference[:3], there.reference[:4]) == ("KD-", "NEU-")
    for name in ("programme", "pillar", "measure", "lines", "plan", "form_version"):
        assert getattr(there, name) == getattr(here, name), name
    assert there.plan == PLAN


def test_its_letters_have_the_same_texts(both):
    here, there = (json.loads(write(programme))["programme"] for programme in both)
    for name in (
        "granting_body",
        "legal_basis",
        "conditions",
        "annexes",
        "appeal_instruction",
        "privacy_notice",
    ):
        assert here[name]
        assert there[name] == here[name]
