"""Save a draft."""

from AccessControl import Unauthorized
from decimal import Decimal
from kommunaldialog.domain.costplan import CostPlan
from kommunaldialog.history.record import events
from kommunaldialog.usecases.save import save
from tests.samples import acting
from tests.samples import make_draft
from tests.samples import make_submitted
from tests.samples import now
import pytest


def test_what_is_not_given_stays(funding):
    application = make_draft(funding)
    with acting("antragstellung"):
        changed = save(application, now(), core={"title": "Neuer Name"})
    assert (changed, application.title) == (("title",), "Neuer Name")
    assert application.answers["anlass"] == "Wir bauen die Ortsmitte um."
    assert application.plan.requested == Decimal("3000.00")


def test_saving_the_same_again_changes_nothing(funding):
    application = make_draft(funding)
    before = (application.revision, events(application))
    with acting("antragstellung"):
        assert save(application, now(), core={"title": application.title}) == ()
    assert (application.revision, events(application)) == before


def test_an_answer_can_be_emptied(funding):
    application = make_draft(funding)
    with acting("antragstellung"):
        save(application, now(), answers={"anlass": None})
    assert "anlass" not in application.answers


def test_the_plan_is_kept_as_a_whole(funding):
    application = make_draft(funding)
    with acting("zeichnung"):
        assert save(application, now(), plan=CostPlan()) == ("plan",)
    assert application.plan == CostPlan()


@pytest.mark.parametrize(
    "values",
    [
        {"core": {"ags": "08999002"}},
        {"core": {"reference": "KD-2026-0001"}},
        {"answers": {"keine_frage": "x"}},
    ],
)
def test_what_is_no_field_is_not_written(funding, values):
    application = make_draft(funding)
    with acting("antragstellung"), pytest.raises(KeyError):
        save(application, now(), **values)
    assert (application.ags, application.reference) == ("08999001", None)


@pytest.mark.parametrize("user", ["fremde", "sachbearbeitung", "webredaktion", "admin"])
def test_nobody_else_writes_into_a_draft(funding, user):
    application = make_draft(funding)
    with acting(user), pytest.raises(Unauthorized):
        save(application, now(), core={"title": "Nicht von uns"})


def test_nothing_is_written_after_the_submission(funding):
    application = make_submitted(funding)
    with acting("antragstellung"), pytest.raises(Unauthorized):
        save(application, now(), core={"title": "Zu spät"})
