"""The municipality answers: only what was reopened changes, and old and new stay."""

from AccessControl import Unauthorized
from dataclasses import replace
from datetime import date
from datetime import timedelta
from decimal import Decimal
from kommunaldialog.domain.receipt import verify
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.history.record import events
from kommunaldialog.usecases.answer import answer
from kommunaldialog.usecases.answer import enter_answer
from kommunaldialog.usecases.answer import Letter
from kommunaldialog.usecases.answer import save_answer
from kommunaldialog.usecases.clarify import go_on
from kommunaldialog.usecases.lines import file_of
from kommunaldialog.usecases.reopened import with_answer
from kommunaldialog.usecases.step import state_of
from plone.namedfile.file import NamedBlobFile
from tests.samples import acting
from tests.samples import now
from tests.samples import PDF
from tests.samples import PLAN
from tests.samples_clarification import after_due
from tests.samples_clarification import make_asked
from tests.samples_clarification import make_asked_on_paper
from tests.usecases import codes
import pytest


NEW_PDF = PDF + b"%new\n"


@pytest.fixture
def asked(funding):
    return make_asked(funding)


def pdf(content=NEW_PDF):
    return NamedBlobFile(content, "application/pdf", "konzept.pdf")


def cheaper(requested="2500.00"):
    own = replace(PLAN.income[0], amount=PLAN.total_expenditure - Decimal(requested))
    return replace(PLAN, income=(own,), requested=Decimal(requested))


VALUES = {"core": {"title": "Dialog am Markt"}, "answers": {"anlass": "Darum."}}


def test_an_answer_makes_a_further_submission_of_the_same_number_and_arrival(asked):
    before = asked.submission()
    moment = now()
    with acting("antragstellung"):
        answer(asked, moment, {**VALUES, "plan": cheaper()}, "Wie besprochen.")
    after = asked.submission()
    assert state_of(asked) == "in_review"
    assert asked.submissions == (before, after)
    assert (after.reference, after.moment) == (before.reference, before.moment)
    assert (after.supplemented, after.measure) == (moment, "Dialog am Markt")
    assert after.plan.requested == Decimal("2500.00")
    assert verify(after)
    (done,) = asked.clarifications
    assert (done.answered_by, done.answer, done.version) == (
        "antragstellung",
        "Wie besprochen.",
        2,
    )
    assert asked.title == "Dialog am Markt"
    assert asked.__parent__.rows[asked.id].requested == Decimal("2500.00")


def test_old_and_new_of_each_value_are_in_the_history(asked):
    with acting("antragstellung"):
        answer(asked, now(), {**VALUES, "plan": cheaper()})
    event = events(asked)[-1]
    assert (event.kind, event.actor) == ("answered", "antragstellung")
    assert event.changes["title"] == ("Dialog Ortsmitte", "Dialog am Markt")
    assert event.changes["anlass"] == ("Wir bauen die Ortsmitte um.", "Darum.")
    old, new = event.changes["plan"]
    assert "3.000,00" in old and "2.500,00" in new


def test_a_file_that_another_takes_the_place_of_is_kept(asked):
    old = asked.submission()
    with acting("antragstellung"):
        answer(asked, now(), {"answers": {"konzept": pdf()}})
    (info,) = [f for line in old.lines for f in line.files]
    assert file_of(asked, info.sha256).data == PDF
    assert file_of(asked, "konzept").data == NEW_PDF


def test_an_answer_in_words_alone_changes_nothing_that_was_submitted(asked):
    before = asked.submissions
    with acting("antragstellung"):
        done = answer(asked, now(), text="Weil dort Platz ist.")
    assert (asked.submissions, done.version) == (before, None)


@pytest.mark.parametrize(
    "values",
    [
        {"core": {"contact_name": "Nora Neu"}},
        {"core": {"pillar": "saeule-1"}},
        {"core": {"measure_start": date(2030, 4, 1)}},
        {"documents": {"Beschluss": None}},
        {"declarations": {"start_declaration": "early_start"}},
    ],
)
def test_nothing_else_can_be_changed_by_an_answer(asked, values):
    with acting("antragstellung"):
        for step in (save_answer, answer):
            with pytest.raises(Refused) as caught:
                step(asked, now(), values)
            assert codes(caught) == ["answer_not_reopened"]
    assert (asked.answer_draft, len(asked.submissions)) == (None, 1)


def test_what_was_changed_beside_is_no_part_of_the_supplement(asked):
    asked.contact_name = "Nora Neu"
    asked.start_declaration = "early_start"
    with acting("antragstellung"):
        answer(asked, now(), VALUES)
    texts = {line.name: line.text for line in asked.submission().lines}
    assert texts["contact_name"] == "Anna Antrag"
    assert "early_start_from" not in texts


def test_a_draft_of_the_answer_is_kept_apart_from_what_counts(asked):
    with acting("antragstellung"):
        changed = save_answer(asked, now(), VALUES, "Wie besprochen.")
        save_answer(asked, now(), {"answers": {"konzept": pdf()}})
    assert changed == ("title", "anlass", "answer_text")
    assert (asked.title, state_of(asked)) == ("Dialog Ortsmitte", "clarification")
    draft = with_answer(asked)
    assert (draft.title, draft.answers["anlass"]) == ("Dialog am Markt", "Darum.")
    assert draft.answers["konzept"].data == NEW_PDF
    assert file_of(asked, "konzept").data == PDF
    with acting("zeichnung"):
        answer(asked, now())
    assert (asked.title, asked.answer_draft) == ("Dialog am Markt", None)
    assert asked.clarifications[-1].answer == "Wie besprochen."


def test_an_empty_answer_is_none(asked):
    with acting("antragstellung"), pytest.raises(Refused) as caught:
        answer(asked, now(), text=" ")
    assert codes(caught) == ["answer_text_missing"]
    assert state_of(asked) == "clarification"


def test_an_answer_has_to_be_complete_where_it_was_reopened(asked):
    values = {"core": {"title": ""}, "answers": {"anlass": None}}
    unbalanced = replace(PLAN, requested=Decimal("2000.00"))
    with acting("antragstellung"), pytest.raises(Refused) as caught:
        answer(asked, now(), {**values, "plan": unbalanced})
    assert codes(caught) == ["core_title_missing", "answer_wrong", "plan_money_missing"]


def test_what_is_missing_elsewhere_keeps_no_answer_back(asked):
    asked.contact_phone = ""
    with acting("antragstellung"):
        answer(asked, now(), VALUES)
    assert state_of(asked) == "in_review"


def test_all_of_a_municipality_together_stays_below_its_limit(funding, asked):
    funding.highest_grant_per_municipality = Decimal("2900.00")
    with acting("antragstellung"), pytest.raises(Refused) as caught:
        answer(asked, now(), text="Alles bleibt.")
    assert codes(caught) == ["requested_above_municipality"]
    with acting("antragstellung"):
        answer(asked, now(), {"plan": cheaper()})
    ledger = funding.case_store().ledger
    assert ledger.claimed(asked.ags, "another") == Decimal("2500.00")


def test_it_is_answered_after_the_last_day_and_the_deadline_until_the_office_goes_on(
    funding, asked
):
    moment = after_due(asked) + timedelta(days=10)
    assert funding.window().status(moment) == "closed"
    with acting("antragstellung"):
        answer(asked, moment, VALUES)
    assert asked.clarifications[-1].answered == moment


def test_once_the_office_has_gone_on_nothing_is_answered(asked):
    with acting("antragstellung"):
        save_answer(asked, now(), VALUES)
    with acting("sachbearbeitung"):
        go_on(asked, after_due(asked), "Keine Antwort.")
    with acting("antragstellung"), pytest.raises(Refused) as caught:
        answer(asked, after_due(asked))
    assert codes(caught) == ["transition_not_possible"]
    assert asked.title == "Dialog Ortsmitte"


@pytest.mark.parametrize("user", ["fremde", "sachbearbeitung", "entscheidung"])
def test_nobody_but_the_municipality_answers(asked, user):
    with acting(user), pytest.raises(Unauthorized):
        answer(asked, now(), VALUES)


def test_a_letter_is_entered_for_what_came_on_paper(funding):
    asked = make_asked_on_paper(funding)
    letter = Letter(now().date(), pdf())
    plan = replace(asked.plan, requested=Decimal("1200.00"))
    with acting("sachbearbeitung"):
        done = enter_answer(asked, now(), letter, {"plan": plan}, "Weniger.")
    assert state_of(asked) == "in_review"
    assert (done.received, done.answered_by) == (now().date(), "sachbearbeitung")
    assert asked.submission().plan.requested == Decimal("1200.00")
    line = asked.submission().lines[-1]
    assert (line.name, file_of(asked, line.name).data) == ("answer-letter-1", NEW_PDF)
    assert events(asked)[-1].kind == "answer_entered"


@pytest.mark.parametrize(
    ("received", "has_scan", "found"),
    [
        (None, False, ["answer_received_missing", "answer_scan_missing"]),
        (date(2020, 1, 1), True, ["answer_received_impossible"]),
    ],
)
def test_a_letter_has_a_day_and_a_scan(funding, received, has_scan, found):
    asked = make_asked_on_paper(funding)
    letter = Letter(received, pdf() if has_scan else None)
    with acting("sachbearbeitung"), pytest.raises(Refused) as caught:
        enter_answer(asked, now(), letter)
    assert codes(caught) == found


def test_a_letter_can_not_ask_for_nothing(funding):
    asked = make_asked_on_paper(funding)
    letter = Letter(now().date(), pdf())
    with acting("sachbearbeitung"), pytest.raises(Refused) as caught:
        enter_answer(
            asked, now(), letter, {"plan": replace(asked.plan, requested=None)}
        )
    assert codes(caught) == ["requested_missing"]


def test_what_came_through_the_portal_is_not_answered_by_the_office(asked):
    with acting("sachbearbeitung"), pytest.raises(Refused) as caught:
        enter_answer(asked, now(), Letter(now().date(), pdf()))
    assert codes(caught) == ["answer_not_on_paper"]


def test_the_municipality_enters_no_letters(funding):
    asked = make_asked_on_paper(funding)
    with acting("antragstellung"), pytest.raises(Unauthorized):
        enter_answer(asked, now(), Letter(now().date(), pdf()))


def test_what_the_municipality_only_drafted_is_not_in_its_letter(funding):
    asked = make_asked_on_paper(funding)
    before = asked.submission().plan
    drafted = replace(before, requested=Decimal("900.00"))
    with acting("antragstellung"):
        save_answer(asked, now(), {"plan": drafted}, "Noch nicht fertig")
    with acting("sachbearbeitung"):
        done = enter_answer(asked, now(), Letter(now().date(), pdf()))
    assert asked.submission().plan == before
    assert done.answer == ""


def test_a_letter_that_is_refused_leaves_the_draft_of_the_municipality(funding):
    asked = make_asked_on_paper(funding)
    plan = replace(asked.plan, requested=None)
    with acting("antragstellung"):
        save_answer(asked, now(), {}, "Noch nicht fertig")
    with acting("sachbearbeitung"), pytest.raises(Refused):
        enter_answer(asked, now(), Letter(now().date(), pdf()), {"plan": plan})
    assert asked.answer_text == "Noch nicht fertig"
    assert not asked.answer_draft
    assert events(asked)[-1].actor == "antragstellung"
