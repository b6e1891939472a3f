"""Submit an application."""

from AccessControl import Unauthorized
from datetime import timedelta
from kommunaldialog.content.foerderprogramm import instant
from kommunaldialog.domain.costplan import CostPlan
from kommunaldialog.domain.receipt import verify
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.forms.versions import publish
from kommunaldialog.history.record import events
from kommunaldialog.usecases.events import ApplicationSubmitted
from kommunaldialog.usecases.review import take_up
from kommunaldialog.usecases.save import save
from kommunaldialog.usecases.step import state_of
from kommunaldialog.usecases.submit import consultation_of
from kommunaldialog.usecases.submit import submit
from kommunaldialog.usecases.withdraw import withdraw
from plone import api
from tests.samples import acting
from tests.samples import AGS
from tests.samples import FORM
from tests.samples import make_consultation
from tests.samples import make_draft
from tests.samples import make_submitted
from tests.samples import now
from tests.samples import OTHER_AGS
from tests.samples import PDF
from tests.usecases import codes
from zope.component import getGlobalSiteManager
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent
import hashlib
import pytest


@pytest.fixture
def heard():
    """The moments of all submissions that the rest of the house is told of."""
    moments = []

    def hear(event):
        moments.append(event.moment)

    manager = getGlobalSiteManager()
    manager.registerHandler(hear, (ApplicationSubmitted,))
    yield moments
    manager.unregisterHandler(hear, (ApplicationSubmitted,))


def test_what_was_submitted_is_frozen_in_the_words_of_that_day(funding):
    application = make_submitted(funding)
    funding.title = "Ein neuer Name"
    submission = application.submission()
    assert submission.programme == "Kommunale Dialoge"
    assert submission.municipality == "Musterstadt"
    assert submission.pillar == "Gemeinsam in Vielfalt"
    assert submission.plan == application.plan
    assert verify(submission)
    texts = {line.name: line.text for line in submission.lines}
    assert texts["measure_start"] == "1. März 2030"
    assert texts["anlass"] == "Wir bauen die Ortsmitte um."
    (file,) = next(line.files for line in submission.lines if line.name == "konzept")
    assert (file.name, file.content_type) == ("konzept.pdf", "application/pdf")


def test_a_second_click_gives_the_same_submission(funding, heard):
    application = make_submitted(funding)
    first = application.submission()
    with acting("antragstellung"):
        assert submit(application, now() + timedelta(days=40)) is first
    assert application.submissions == (first,)
    assert funding.case_store().ledger.last_number == 1
    assert len(heard) == 1
    assert [event.kind for event in events(application)].count("submitted") == 1


def test_numbers_have_no_gaps(funding):
    first = make_submitted(funding)
    refused = make_draft(funding, "fremde", OTHER_AGS)
    with acting("fremde"), pytest.raises(Refused):
        submit(refused, now())
    make_consultation(funding, OTHER_AGS)
    with acting("fremde"):
        submit(refused, now())
    numbers = [application.reference[-4:] for application in (first, refused)]
    assert numbers == ["0001", "0002"]


def test_the_year_in_the_number_is_that_of_the_portal(funding):
    new_year = now().replace(year=2031, month=1, day=1, hour=0, minute=0)
    funding.deadline = new_year + timedelta(days=1)
    make_consultation(funding)
    application = make_draft(funding)
    # 23:30 in UTC is half past midnight in Berlin.
    with acting("antragstellung"):
        submit(application, new_year - timedelta(minutes=30))
    assert application.reference == "KD-2031-0001"


def test_without_a_consultation_nothing_is_submitted(funding):
    application = make_draft(funding)
    with acting("antragstellung"), pytest.raises(Refused) as caught:
        submit(application, now())
    assert codes(caught) == ["consultation_missing"]
    assert (state_of(application), application.reference) == ("draft", None)


@pytest.mark.parametrize(
    ("ags", "held_before"),
    [(OTHER_AGS, timedelta(days=1)), (AGS, timedelta(seconds=1))],
)
def test_the_consultation_of_another_municipality_or_of_later_does_not_count(
    funding, ags, held_before
):
    application = make_draft(funding)
    make_consultation(funding, ags, held=now() - held_before)
    with acting("antragstellung"), pytest.raises(Refused) as caught:
        submit(application, now() - timedelta(minutes=5))
    assert codes(caught) == ["consultation_missing"]


def test_a_call_that_asks_for_no_consultation_needs_none(funding):
    funding.consultation_required = False
    application = make_draft(funding)
    with acting("antragstellung"):
        submit(application, now())
    assert state_of(application) == "submitted"


def test_the_consultation_that_covers_an_application_is_found(funding):
    application = make_submitted(funding)
    found = consultation_of(application, application.submission().moment)
    assert (found.ags, found.pillars) == (AGS, ("saeule-1",))


@pytest.mark.parametrize(
    ("late", "possible"), [(timedelta(0), True), (timedelta(seconds=1), False)]
)
def test_the_minute_of_the_deadline_still_counts(funding, late, possible):
    make_consultation(funding)
    application = make_draft(funding)
    moment = instant(funding.deadline).replace(second=59, microsecond=0) + late
    with acting("antragstellung"):
        if possible:
            submit(application, moment)
        else:
            with pytest.raises(Refused) as caught:
                submit(application, moment)
            assert codes(caught) == ["deadline_passed"]
    assert state_of(application) == ("submitted" if possible else "draft")


def test_all_that_is_missing_is_said_at_once(funding):
    make_consultation(funding)
    application = make_draft(funding, title="", contact_email="")
    with acting("antragstellung"):
        save(application, now(), answers={"anlass": None}, plan=CostPlan())
        with pytest.raises(Refused) as caught:
            submit(application, now())
    assert codes(caught) == [
        "core_title_missing",
        "core_contact_email_missing",
        "answer_wrong",
        "plan_empty",
        "requested_missing",
    ]


@pytest.mark.parametrize("user", ["fremde", "sachbearbeitung", "webredaktion", "admin"])
def test_nobody_else_submits(funding, user):
    make_consultation(funding)
    application = make_draft(funding)
    with acting(user), pytest.raises(Unauthorized):
        submit(application, now())
    assert state_of(application) == "draft"


def test_a_withdrawn_application_is_not_submitted(funding):
    make_consultation(funding)
    application = make_draft(funding)
    with acting("antragstellung"):
        withdraw(application, now())
        with pytest.raises(Refused) as caught:
            submit(application, now())
    assert codes(caught) == ["transition_not_possible"]


def test_an_application_without_a_number_wastes_none(funding):
    make_draft(funding)
    assert funding.case_store().ledger.last_number == 0


def test_what_a_condition_hides_is_not_kept_with_a_submission(funding):
    asked_only_then = """<field name="mehr" type="zope.schema.TextLine"
        easyform:depends_on="anlass=ja"><title>Mehr dazu</title></field></fieldset>"""
    form = FORM.replace("</fieldset>", asked_only_then)
    publish(funding, form, "webredaktion", now())
    make_consultation(funding)
    application = make_draft(funding)
    with acting("antragstellung"):
        save(application, now(), answers={"mehr": "Geheimnis"})
        submission = submit(application, now())
    assert "mehr" not in application.answers
    assert "mehr" not in [line.name for line in submission.lines]


def test_a_late_second_click_still_gives_the_submission(funding):
    application = make_submitted(funding)
    with acting("sachbearbeitung"):
        take_up(application, now())
    with acting("antragstellung"):
        assert submit(application, now()) == application.submission()


def test_a_submission_vouches_for_the_content_of_its_files(funding):
    application = make_submitted(funding)
    (line,) = (found for found in application.submission().lines if found.files)
    assert line.files[0].sha256 == hashlib.sha256(PDF).hexdigest()


class TestLate:
    @pytest.fixture
    def draft(self, funding):
        funding.strict_deadline = False
        make_consultation(funding)
        return make_draft(funding)

    @pytest.fixture
    def later(self, funding):
        return instant(funding.deadline) + timedelta(days=1)

    def test_with_a_reason_it_arrives_and_is_kept_as_late(self, funding, draft, later):
        with acting("antragstellung"):
            submission = submit(draft, later, " Hochwasser im Rathaus ")
        assert draft.late.reason == submission.late_reason == "Hochwasser im Rathaus"
        assert draft.late.deadline == funding.window().deadline
        assert draft.late.accepted is None

    def test_without_one_it_is_asked_for(self, draft, later):
        with acting("antragstellung"), pytest.raises(Refused) as caught:
            submit(draft, later)
        assert codes(caught) == ["late_reason_missing"]
        assert draft.reference is None

    def test_after_a_strict_deadline_no_reason_helps(self, funding, draft, later):
        funding.strict_deadline = True
        with acting("antragstellung"), pytest.raises(Refused) as caught:
            submit(draft, later, "Hochwasser im Rathaus")
        assert codes(caught) == ["deadline_passed"]

    def test_what_came_in_time_is_not_late_whatever_it_says(self, draft):
        with acting("antragstellung"):
            submission = submit(draft, now(), "Hochwasser im Rathaus")
        assert (draft.late, submission.late_reason) == (None, "")


def test_a_document_of_another_pillar_is_not_kept_with_a_submission(funding):
    funding["saeule-1"].documents = ("Ratsbeschluss",)
    make_consultation(funding)
    draft = make_draft(funding)
    draft.documents["Ratsbeschluss"] = draft.answers["konzept"]
    draft.documents["Satzung"] = draft.answers["konzept"]
    with acting("antragstellung"):
        submission = submit(draft, now())
    assert list(draft.documents) == ["Ratsbeschluss"]
    assert "Satzung" not in [line.label for line in submission.lines]


def test_the_privacy_notice_in_force_is_named_by_its_version(funding):
    with api.env.adopt_roles(["Manager"]):
        for notice in ("Wir speichern.", "Wir speichern und löschen."):
            funding.privacy_notice = notice
            notify(ObjectModifiedEvent(funding))
    submission = make_submitted(funding).submission()
    (line,) = (x for x in submission.lines if x.name == "privacy_version")
    assert line.text == "2"
