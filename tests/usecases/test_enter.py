"""What came on paper is entered with its day of arrival, whatever is wrong with it."""

from AccessControl import Unauthorized
from datetime import date
from datetime import datetime
from datetime import time
from datetime import timedelta
from datetime import UTC
from decimal import Decimal
from kommunaldialog.domain.receipt import verify
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.history.record import events
from kommunaldialog.usecases.enter import enter
from kommunaldialog.usecases.late import accept_late
from kommunaldialog.usecases.review import take_up
from kommunaldialog.usecases.step import state_of
from tests.samples import acting
from tests.samples import AGS
from tests.samples import declare_free
from tests.samples import make_draft
from tests.samples import make_submitted
from tests.samples import now
from tests.samples import OTHER_AGS
from tests.samples_office import make_entered
from tests.samples_office import on_paper
from tests.usecases import codes
from zoneinfo import ZoneInfo
import pytest


BERLIN = ZoneInfo("Europe/Berlin")
# The programme of these tests ran in autumn 2016 until 31 October, noon or midnight.
OPENING = datetime(2016, 9, 1, 8, 0, tzinfo=BERLIN)
MIDNIGHT = datetime(2016, 10, 31, 23, 59, tzinfo=BERLIN)
NOON = datetime(2016, 10, 31, 12, 0, tzinfo=BERLIN)
ENTERED = datetime(2016, 11, 3, 9, 30, tzinfo=UTC)


@pytest.fixture
def autumn(funding):
    funding.opening, funding.deadline = OPENING, MIDNIGHT
    return funding


def refused(programme, moment=ENTERED, **values):
    with acting("sachbearbeitung"), pytest.raises(Refused) as caught:
        enter(programme, on_paper(**values), "token", moment)
    assert list(programme.case_store().objectIds()) == []
    return codes(caught)


def arrived(programme, **values):
    with acting("sachbearbeitung"):
        return enter(programme, on_paper(**values), "token", ENTERED)


def test_what_came_on_paper_is_submitted_with_number_and_receipt(funding):
    application = make_entered(funding)
    submission = application.submission()
    assert state_of(application) == "submitted"
    assert application.reference.startswith("KD-")
    assert submission.plan.requested == Decimal("1500.00")
    assert submission.municipality == "Musterstadt"
    (scan,) = [file for line in submission.lines for file in line.files]
    assert (scan.name, len(scan.sha256)) == ("brief.pdf", 64)
    assert verify(submission)
    assert application.late is None


def test_no_word_of_the_receipt_names_who_entered_it(funding):
    application = make_entered(funding)
    assert application.submission().submitted_by == ""
    assert application.creators == ()
    assert application.paper.entered_by == "sachbearbeitung"
    (entered,) = [event for event in events(application) if event.kind == "entered"]
    assert entered.actor == "sachbearbeitung"


def test_who_entered_it_may_also_examine_it(funding):
    application = make_entered(funding)
    with acting("sachbearbeitung"):
        take_up(application, now())
    assert state_of(application) == "in_review"


def test_neither_consultation_nor_balance_keeps_paper_out(funding):
    application = make_entered(
        funding, expenditure=Decimal("4000.00"), own_funds=Decimal("10.00")
    )
    plan = application.submission().plan
    assert (plan.total_expenditure, state_of(application)) == (
        Decimal("4000.00"),
        "submitted",
    )


@pytest.mark.parametrize(
    ("day", "clock", "deadline", "late"),
    [
        (date(2016, 10, 31), None, MIDNIGHT, False),
        (date(2016, 10, 31), time(23, 59), MIDNIGHT, False),
        (date(2016, 11, 1), None, MIDNIGHT, True),
        (date(2016, 11, 1), time(0, 0), MIDNIGHT, True),
        (date(2016, 10, 30), None, NOON, False),
        (date(2016, 10, 31), time(12, 0), NOON, False),
        (date(2016, 10, 31), time(12, 1), NOON, True),
        (date(2016, 11, 1), None, NOON, True),
    ],
)
def test_it_is_late_by_the_day_it_came_and_not_by_the_day_it_was_entered(
    autumn, day, clock, deadline, late
):
    autumn.deadline = deadline
    application = arrived(autumn, day=day, clock=clock, late_reason="Post verzögert.")
    assert (application.late is not None) is late
    assert application.submission().moment.astimezone(BERLIN).date() == day
    assert application.submission().late_reason == ("Post verzögert." if late else "")
    assert application.paper.entered == ENTERED


def test_late_paper_is_accepted_as_anything_that_is_late(autumn):
    autumn.strict_deadline = False
    application = arrived(autumn, day=date(2016, 11, 1))
    declare_free(application)
    with acting("sachbearbeitung"):
        with pytest.raises(Refused) as caught:
            take_up(application, now())
        assert codes(caught) == ["late_not_accepted"]
        accept_late(application, now(), "Die Post hat gestreikt.")
        take_up(application, now())
    assert state_of(application) == "in_review"


def test_on_the_day_the_deadline_ends_at_noon_the_time_is_needed(autumn):
    autumn.deadline = NOON
    day = date(2016, 10, 31)
    assert refused(autumn, day=day) == ["enter_time_missing"]


@pytest.mark.parametrize(
    ("day", "clock", "code"),
    [
        (None, None, "enter_received_missing"),
        (date(26, 10, 31), None, "enter_received_missing"),
        (date(2016, 8, 31), None, "enter_too_early"),
        (date(2016, 9, 1), time(7, 59), "enter_too_early"),
        (date(2016, 11, 4), None, "enter_in_future"),
        (date(2016, 11, 3), time(10, 31), "enter_in_future"),
    ],
)
def test_a_day_that_can_t_be_is_refused(autumn, day, clock, code):
    assert refused(autumn, day=day, clock=clock) == [code]


def test_what_came_today_came_before_now(autumn):
    application = arrived(autumn, day=date(2016, 11, 3))
    assert application.submission().moment == ENTERED


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"ags": ""}, "enter_municipality_missing"),
        ({"participants": ("08999001",)}, "core_participants_itself"),
        ({"participants": ("08999099",)}, "core_participants_unknown"),
        ({"ags": "08999009"}, "enter_municipality_missing"),
        ({"pillar": ""}, "core_pillar_missing"),
        ({"pillar": "saeule-9"}, "core_pillar_unknown"),
        ({"title": ""}, "core_title_missing"),
        ({"title": "x" * 201}, "core_too_long"),
        ({"contact_name": ""}, "core_contact_name_missing"),
        ({"contact_email": "anna@"}, "core_contact_email_wrong"),
        ({"measure_start": None}, "core_measure_start_missing"),
        ({"measure_end": date(2030, 1, 1)}, "core_end_before_start"),
        ({"scan": None}, "enter_scan_missing"),
        ({"requested": None}, "requested_missing"),
        ({"requested": Decimal("0.00")}, "requested_missing"),
        ({"eligible": Decimal("1.00")}, "enter_eligible_above_total"),
        ({"late_reason": "x" * 2001}, "core_too_long"),
    ],
)
def test_each_thing_that_is_missing_is_said_and_nothing_is_kept(funding, values, code):
    assert refused(funding, now(), **values) == [code]


def test_all_that_is_missing_is_said_at_once(funding):
    found = refused(funding, now(), ags="", day=None, scan=None, requested=None)
    assert found == [
        "enter_municipality_missing",
        "enter_received_missing",
        "enter_scan_missing",
        "requested_missing",
    ]


def test_who_may_not_apply_may_not_on_paper_either(funding):
    funding.eligible_kinds = ("landkreis",)
    assert refused(funding, now()) == ["enter_not_eligible"]


def test_a_municipality_has_no_more_applications_by_mail_than_by_portal(funding):
    make_submitted(funding)
    with acting("sachbearbeitung"), pytest.raises(Refused) as caught:
        enter(funding, on_paper(), "token", now())
    assert codes(caught) == ["enter_too_many"]


def test_a_programme_without_a_form_takes_no_paper(funding):
    funding.reference_prefix = ""
    assert refused(funding, now()) == ["begin_not_ready"]


def test_a_double_click_finds_what_was_entered(funding):
    with acting("sachbearbeitung"):
        first = enter(funding, on_paper(), "token", now())
        again = enter(funding, on_paper(ags=OTHER_AGS), "token", now())
    assert again.id == first.id
    assert funding.case_store().ledger.count(OTHER_AGS) == 0
    assert funding.case_store().ledger.last_number == 1


def test_paper_and_portal_share_one_row_of_numbers(funding):
    on_line = make_submitted(funding, "fremde", OTHER_AGS)
    by_mail = make_entered(funding)
    year = now().year
    assert (on_line.reference, by_mail.reference) == (
        f"KD-{year}-0001",
        f"KD-{(now() - timedelta(days=1)).year}-0002",
    )


@pytest.mark.parametrize(
    "user", ["antragstellung", "zeichnung", "entscheidung", "ministerium"]
)
def test_nobody_but_a_case_worker_enters(funding, user):
    with acting(user), pytest.raises(Unauthorized):
        enter(funding, on_paper(), "token", now())


def test_the_municipality_sees_what_was_entered_for_it(funding):
    make_draft(funding, "fremde", OTHER_AGS)
    application = make_entered(funding)
    with acting("antragstellung"):
        assert application.ags == AGS
        assert application.restrictedTraverse("view")
